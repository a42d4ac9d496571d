// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinemodel.h"

#include "timeline/notesmime.h"
#include "timeline/periodtext.h"
#include "timeline/rowdiff.h"

#include <QCoreApplication>
#include <QTextDocument>

#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {

using Kind = TimelineRow::Kind;

namespace {

constexpr int mostAtOnce = 500;  // rows that come or go
constexpr int mostSteps = 64;    // more of them cost more than showing all anew
constexpr int mostToCatchUp = 4; // after a longer silence nobody is asked to write it up, unless they look at it

} // namespace

/// Carries the steps of a difference out as the model's own row changes.
class TimelineModel::Steps
{
public:
    explicit Steps(TimelineModel &model) : m_model(model) {}

    [[nodiscard]] const std::vector<TimelineRow> &rows() const { return m_model.m_rows; }

    void remove(int first, int last)
    {
        m_model.beginRemoveRows({}, first, last);
        m_model.m_rows.erase(at(first), at(last + 1));
        m_model.endRemoveRows();
    }
    void insert(int place, const std::vector<TimelineRow> &wanted, int first, int end)
    {
        m_model.beginInsertRows({}, place, place + end - first - 1);
        m_model.m_rows.insert(at(place), wanted.begin() + first, wanted.begin() + end);
        m_model.endInsertRows();
    }
    void move(int from, int to)
    {
        if (from == to)
            return;
        m_model.beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        if (from < to)
            std::rotate(at(from), at(from + 1), at(to + 1));
        else
            std::rotate(at(to), at(from), at(from + 1));
        m_model.endMoveRows();
    }
    void change(int place, const TimelineRow &row)
    {
        m_model.m_rows[size_t(place)] = row;
        const QModelIndex index = m_model.index(place);
        Q_EMIT m_model.dataChanged(index, index);
    }

private:
    std::vector<TimelineRow>::iterator at(int place) { return m_model.m_rows.begin() + place; }

    TimelineModel &m_model;
};

TimelineModel::TimelineModel(const QLocale &locale, QObject *parent) : QAbstractListModel(parent), m_locale(locale) {}

void TimelineModel::setContent(const TimelineContent &content)
{
    const auto patternText = [](const TimelineContent &c) {
        return c.titlePattern ? c.titlePattern->pattern() : QString();
    };
    const bool samePattern = patternText(content) == patternText(m_content) && content.seasons == m_content.seasons;
    const bool newDay = content.today != m_content.today;
    m_content = content;
    m_notes = timelineNotes(m_content, samePattern ? m_notes : std::vector<TimelineNotePtr>{});
    forget();
    show();
    if (newDay && !m_rows.empty()) // the words of a row depend on the day: the year shows when it is another
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void TimelineModel::setChoice(const TimelineChoice &choice)
{
    if (choice == m_choice)
        return;
    if (choice.traits != m_choice.traits || choice.grouping != m_choice.grouping)
        forget();
    m_choice = choice;
    show();
}

void TimelineModel::forget()
{
    m_narrowed.clear();
    m_unfiltered.clear();
}

/// The notes that the filter leaves, looked for among those that it left before where it is narrower now.
const std::vector<TimelineNotePtr> &TimelineModel::admittedNotes()
{
    if (m_choice.filter.isEmpty())
        return m_notes;
    const NoteMatcher matcher(m_choice.filter);
    while (!m_narrowed.empty() && !matcher.isWithin(m_narrowed.back().matcher))
        m_narrowed.pop_back();
    if (!m_narrowed.empty() && m_narrowed.back().matcher == matcher)
        return m_narrowed.back().notes;
    std::vector<TimelineNotePtr> admitted;
    for (const TimelineNotePtr &note : m_narrowed.empty() ? m_notes : m_narrowed.back().notes) {
        const auto traits = m_choice.traits.constFind(note->header.id);
        if (matcher.matches(note->header, note->words, traits == m_choice.traits.constEnd() ? nullptr : &*traits))
            admitted.push_back(note);
    }
    return m_narrowed.emplace_back(matcher, std::move(admitted)).notes;
}

void TimelineModel::show()
{
    const bool filtered = !m_choice.filter.isEmpty();
    std::vector<TimelineRow> wanted = filtered || m_unfiltered.empty()
                                          ? timelineRows(m_content, admittedNotes(), m_choice)
                                          : std::exchange(m_unfiltered, {});
    const bool wasFiltered = std::exchange(m_isFiltered, filtered);
    if (wanted == m_rows)
        return;
    Q_EMIT rowsAboutToChange();
    const auto difference = std::abs(qsizetype(wanted.size()) - qsizetype(m_rows.size()));
    if (difference > mostAtOnce || runsOfChange(m_rows, wanted) > mostSteps) {
        beginResetModel();
        if (filtered && !wasFiltered)
            m_unfiltered = std::move(m_rows);
        m_rows = std::move(wanted);
        endResetModel();
    } else {
        Steps steps(*this);
        applyRows(steps, wanted);
    }
    Q_EMIT rowsChanged();
}

void TimelineModel::updateNote(const NoteHeader &header)
{
    const auto found = std::ranges::find(m_content.notes, header.id, &NoteHeader::id);
    if (found == m_content.notes.end())
        return;
    const NoteHeader before = std::exchange(*found, header);
    if (before.fields == header.fields && before.created == header.created) { // only its text: no row moves
        Steps steps(*this);
        return changeWords(steps, header);
    }
    m_notes = timelineNotes(m_content, m_notes);
    forget();
    show();
}

void TimelineModel::changeWords(Steps &steps, const NoteHeader &header)
{
    const auto known =
        std::ranges::find(m_notes, header.id, [](const TimelineNotePtr &note) { return note->header.id; });
    const int added = header.words - (*known)->header.words;
    TimelineNote note = **known;
    note.header = header;
    *known = std::make_shared<const TimelineNote>(std::move(note));
    forget();
    int place = indexOf(header.id).row();
    if (place < 0) // filtered away
        return;
    TimelineRow row = m_rows[size_t(place)];
    row.entry = *known;
    steps.change(place, row);
    if (added == 0)
        return;
    place = headingOf(place);
    row = m_rows[size_t(place)];
    row.words += added;
    steps.change(place, row);
}

int TimelineModel::noteCount() const
{
    return int(std::ranges::count(m_rows, Kind::Note, &TimelineRow::kind));
}

std::optional<QSet<NoteId>> TimelineModel::shownNotes() const
{
    if (m_choice.filter.isEmpty())
        return std::nullopt;
    QSet<NoteId> shown;
    shown.reserve(rowCount());
    for (const TimelineRow &row : m_rows) {
        if (row.kind == Kind::Note)
            shown.insert(row.note().id);
    }
    return shown;
}

QModelIndex TimelineModel::indexOfKey(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &TimelineRow::key);
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
}

int TimelineModel::headingOf(int row) const
{
    if (row < 0 || m_rows[size_t(row)].kind == Kind::Heading)
        return -1;
    while (row >= 0 && m_rows[size_t(row)].kind != Kind::Heading)
        --row;
    return row;
}

QModelIndex TimelineModel::indexOf(const NoteId &id) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&id](const TimelineRow &row) { return row.kind == Kind::Note && row.note().id == id; });
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
}

QString TimelineModel::moveTextOf(const Week &week) const
{
    return moveText(week, m_content.rules, m_locale);
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TimelineRow &row = m_rows[size_t(index.row())];
    const bool note = row.kind == Kind::Note;
    switch (role) {
    case Qt::DisplayRole:
        return title(row);
    case Qt::ToolTipRole:
        return toolTip(row);
    case Qt::AccessibleTextRole:
        return spoken(row);
    case KindRole:
        return int(row.kind);
    case NumberRole:
        return note ? row.entry->number : QString();
    case DetailRole:
        return detail(row);
    case BadgeRole:
        return note && row.note().fields.kind != NoteKind::Weeknote ? kindName(row.note().fields.kind) : QString();
    case DelayRole:
        return note && row.entry->delay > 0 ? tr("+%Ln day(s)", nullptr, row.entry->delay) : QString();
    case StatusRole:
        return note ? QVariant(int(row.note().fields.status)) : QVariant();
    case ChangedRole:
        return note && isChangedSincePublished(row.note());
    case LinkRole:
        if (row.kind != Kind::Missed)
            return QString();
        return row.weeks == 1 ? tr("write it now") : tr("write the latest");
    case QuietRole:
        return row.kind == Kind::Missed && row.weeks > mostToCatchUp;
    case RowIdRole:
        return row.key;
    default:
        return {};
    }
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    switch (m_rows[size_t(index.row())].kind) {
    case Kind::Note:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    case Kind::Pause:
    case Kind::Missed:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    case Kind::Heading:
        break;
    }
    return Qt::ItemNeverHasChildren; // the arrows pass it by
}

QStringList TimelineModel::mimeTypes() const
{
    return {notesMimeType()};
}

QMimeData *TimelineModel::mimeData(const QModelIndexList &indexes) const
{
    std::vector<NoteId> notes;
    for (const QModelIndex &index : indexes) {
        if (const TimelineRow &row = m_rows[size_t(index.row())]; row.kind == Kind::Note)
            notes.push_back(row.note().id);
    }
    return mimeDataOf(notes).release();
}

QString TimelineModel::title(const TimelineRow &row) const
{
    switch (row.kind) {
    case Kind::Heading:
        if (row.month > 0)
            return monthsText({QDate(row.year, row.month, 1), QDate(row.year, row.month, 1)}, m_locale,
                              MonthStyle::Full);
        if (row.season)
            return seasonName(*row.season, row.name);
        return row.year > 0 ? QString::number(row.year) : tr("No date");
    case Kind::Note:
        return row.entry->title.isEmpty() ? tr("Untitled") : row.entry->title;
    case Kind::Pause:
        if (!row.pause->to && !row.pause->plannedTo)
            return tr("pause · since %1").arg(periodText({row.days.first, row.days.first}, m_locale, m_content.today));
        return tr("pause · %1 · %2")
            .arg(periodText(row.days, m_locale, m_content.today), tr("%Ln week(s)", nullptr, row.weeks));
    case Kind::Missed:
        if (row.weeks <= mostToCatchUp)
            return tr("missed · %1").arg(periodText(row.days, m_locale, m_content.today));
        return tr("%Ln missed · %1", nullptr, row.weeks).arg(monthsText(row.days, m_locale));
    }
    return {};
}

QString TimelineModel::detail(const TimelineRow &row) const
{
    switch (row.kind) {
    case Kind::Heading:
        if (row.notes == 0) // of breaks alone
            return {};
        return tr("%Ln note(s)", nullptr, row.notes) + u" · "_s + tr("%Ln word(s)", nullptr, row.words);
    case Kind::Note:
        return noteDetail(row);
    case Kind::Pause:
        return pauseDetail(*row.pause);
    case Kind::Missed:
        break;
    }
    return {};
}

/// What was planned, where it came otherwise; else what the person said of it.
QString TimelineModel::pauseDetail(const Pause &pause) const
{
    if (!pause.plannedTo || !pause.to || *pause.plannedTo == *pause.to)
        return pause.note;
    const QString planned =
        tr("planned to %1").arg(periodText({*pause.plannedTo, *pause.plannedTo}, m_locale, m_content.today));
    const int days = int(pause.plannedTo->daysTo(*pause.to));
    return planned + u" · "_s +
           (days > 0 ? tr("back %Ln day(s) later", nullptr, days) : tr("back %Ln day(s) sooner", nullptr, -days));
}

QString TimelineModel::noteDetail(const TimelineRow &row) const
{
    const NoteHeader &note = row.note();
    QStringList parts;
    if (note.fields.covers)
        parts << periodText(*note.fields.covers, m_locale, m_content.today);
    else if (note.fields.published || note.fields.written)
        parts << periodText({sortDay(note), sortDay(note)}, m_locale, m_content.today);
    if (note.words == 0)
        parts << tr("empty");
    else if (note.fields.kind != NoteKind::Weeknote || row.entry->delay > 0) // what stands behind it takes the room
        parts << tr("%1 min").arg(m_locale.toString(note.minutes));
    else
        parts << tr("%Ln word(s)", nullptr, note.words) << tr("%1 min").arg(m_locale.toString(note.minutes));
    return parts.join(u" · "_s);
}

QString TimelineModel::spoken(const TimelineRow &row) const
{
    if (row.kind != Kind::Note) {
        const QString more = detail(row);
        return more.isEmpty() ? title(row) : title(row) + ", "_L1 + more;
    }
    const NoteFields &fields = row.note().fields;
    QStringList parts;
    if (!row.entry->number.isEmpty())
        parts << row.entry->number;
    parts << title(row) << noteDetail(row);
    if (fields.kind != NoteKind::Weeknote)
        parts << kindName(fields.kind);
    if (row.entry->delay > 0)
        parts << tr("written %Ln day(s) after its days", nullptr, row.entry->delay);
    parts << statusText(row.note());
    return parts.join(", "_L1);
}

QString TimelineModel::statusText(const NoteHeader &note) const
{
    if (!isChangedSincePublished(note))
        return statusName(note.fields.status);
    return tr("Changed since it was published on %1").arg(m_locale.toString(*note.changedSince, QLocale::LongFormat));
}

QString TimelineModel::toolTip(const TimelineRow &row) const
{
    if (row.kind == Kind::Pause)
        return row.pause->note.isEmpty() ? QString() : Qt::convertFromPlainText(row.pause->note);
    if (row.kind != Kind::Note)
        return {};
    const NoteFields &fields = row.note().fields;
    QStringList lines{fields.title.isEmpty() ? tr("Untitled") : fields.title};
    if (fields.covers)
        lines << periodWithYear(*fields.covers, m_locale, MonthStyle::Full);
    if (row.entry->delay > 0)
        lines << tr("written %Ln day(s) after its days", nullptr, row.entry->delay);
    lines << statusText(row.note());
    return lines.join(u'\n').toHtmlEscaped().replace(u'\n', "<br>"_L1);
}

QString moveText(const Week &week, const WeekRules &rules, const QLocale &locale)
{
    return TimelineModel::tr("Move to week %1, %2")
        .arg(locale.toString(week.number(rules).number), periodWithYear(week.days(rules), locale, MonthStyle::Full));
}

QString statusName(NoteStatus status)
{
    switch (status) {
    case NoteStatus::Draft:
        return TimelineModel::tr("Draft");
    case NoteStatus::Ready:
        return TimelineModel::tr("Ready");
    case NoteStatus::Published:
        return TimelineModel::tr("Published");
    }
    return {};
}

bool isChangedSincePublished(const NoteHeader &note)
{
    return note.fields.status == NoteStatus::Published && note.changedSince;
}

QString kindName(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Weeknote:
        return TimelineModel::tr("weeknote");
    case NoteKind::Fortnight:
        return TimelineModel::tr("fortnight");
    case NoteKind::Longer:
        return TimelineModel::tr("longer");
    case NoteKind::Post:
        return TimelineModel::tr("post");
    }
    return {};
}

QString seasonName(int season, const QString &name)
{
    return name.isEmpty()
               ? TimelineModel::tr("Season %1").arg(season)
               : TimelineModel::tr("Season %1 · %2", "its number and its name").arg(QString::number(season), name);
}

} // namespace Weeknotes
