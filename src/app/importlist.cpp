// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importlist.h"

#include "cli/errortext.h"
#include "importer/doubt.h"
#include "timeline/periodtext.h"
#include "timeline/timelinemodel.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

using Fate = ImportedDraft::Fate;

QString fateName(Fate fate, bool done)
{
    switch (fate) {
    case Fate::Imported:
        return done ? ImportList::tr("came in") : ImportList::tr("new");
    case Fate::Updated:
        return done ? ImportList::tr("updated") : ImportList::tr("an update");
    case Fate::Unchanged:
        return ImportList::tr("here already");
    case Fate::Kept:
        return done ? ImportList::tr("both kept") : ImportList::tr("changed on both sides");
    case Fate::Binned:
        return ImportList::tr("in the bin");
    case Fate::Failed:
        break;
    }
    return ImportList::tr("failed");
}

/// The one to be looked at first.
const Guess *mostDoubtful(const ImportedNote &note)
{
    const auto byDoubt = [](const Guess &guess) { return doubtOf(guess); };
    const auto found = std::ranges::max_element(note.guesses, {}, byDoubt);
    return found == note.guesses.end() ? nullptr : &*found;
}

} // namespace

ImportList::ImportList(QDate today, QObject *parent) : QAbstractListModel(parent), m_today(today) {}

void ImportList::set(ImportBatch batch, ImportOutcome foreseen, std::vector<PauseHint> pauses,
                     const LibrarySettings &settings)
{
    beginResetModel();
    m_batch = std::move(batch);
    m_foreseen = std::move(foreseen);
    m_foreseen.drafts.resize(m_batch.notes.size());
    m_pauses = std::move(pauses);
    m_wanted.assign(m_pauses.size() + m_batch.notes.size(), true);
    m_overwriting.clear();
    m_done = false;
    std::vector<NoteHeader> headers;
    for (const ImportedNote &note : m_batch.notes)
        headers.emplace_back().fields = note.draft.fields;
    m_numbers = NumberHabit(headers, settings.seasons);
    makeSortKeys();
    endResetModel();
}

void ImportList::makeSortKeys()
{
    m_sortKeys.clear();
    for (int row = 0; row < rowCount(); ++row)
        m_sortKeys.push_back(sortKey(row));
}

void ImportList::setOutcome(const ImportOutcome &outcome)
{
    for (const auto &[index, draft] : std::views::zip(wantedNotes(), outcome.drafts))
        m_foreseen.drafts[index] = draft;
    m_done = true;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ImportList::setOrder(Order order)
{
    m_order = order;
    makeSortKeys();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {SortRole});
}

std::pair<ImportList::Kind, size_t> ImportList::place(int row) const
{
    auto at = size_t(row);
    if (at < m_pauses.size())
        return {Kind::Pause, at};
    at -= m_pauses.size();
    if (at < m_batch.notes.size())
        return {Kind::Note, at};
    return {Kind::LeftOut, at - m_batch.notes.size()};
}

int ImportList::count(Part part) const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += isIn(row, part) ? 1 : 0;
    return count;
}

bool ImportList::isIn(int row, Part part) const
{
    const auto [kind, at] = place(row);
    switch (part) {
    case Part::All:
        return true;
    case Part::LeftOut:
        return kind == Kind::LeftOut;
    case Part::Changes:
        return kind == Kind::Note &&
               (m_foreseen.drafts[at].fate == Fate::Updated || m_foreseen.drafts[at].fate == Fate::Kept);
    case Part::ToLookAt:
        break;
    }
    if (kind != Kind::Note)
        return kind == Kind::Pause;
    const ImportedNote &note = m_batch.notes[at];
    return !note.warnings.empty() || doubtOf(note) == Doubt::Much;
}

const ImportedNote *ImportList::note(const QModelIndex &index) const
{
    const auto [kind, at] = index.isValid() ? place(index.row()) : std::pair(Kind::LeftOut, size_t(0));
    return kind == Kind::Note ? &m_batch.notes[at] : nullptr;
}

ImportedDraft::Fate ImportList::fate(const QModelIndex &index) const
{
    return m_foreseen.drafts[place(index.row()).second].fate;
}

NoteId ImportList::counterpart(const QModelIndex &index) const
{
    return m_foreseen.drafts[place(index.row()).second].id;
}

bool ImportList::overwrites(const QModelIndex &index) const
{
    return m_overwriting.contains(place(index.row()).second);
}

void ImportList::setOverwrites(const QModelIndex &index, bool overwrites)
{
    const size_t at = place(index.row()).second;
    if (overwrites)
        m_overwriting.insert(at);
    else
        m_overwriting.erase(at);
}

QModelIndexList ImportList::alike(const QModelIndex &index) const
{
    const ImportedNote &model = *note(index);
    QModelIndexList found = notes();
    found.removeIf([&](const QModelIndex &other) { return !areAlike(model, *note(other)); });
    return found;
}

QModelIndexList ImportList::notes() const
{
    QModelIndexList found;
    for (int row = int(m_pauses.size()); row < int(m_wanted.size()); ++row)
        found += index(row);
    return found;
}

void ImportList::correct(const QModelIndexList &rows, const std::function<void(ImportedNote &note)> &correction)
{
    for (const QModelIndex &row : rows) {
        const auto [kind, at] = place(row.row());
        if (kind != Kind::Note)
            continue;
        correction(m_batch.notes[at]);
        m_sortKeys[size_t(row.row())] = sortKey(row.row());
        Q_EMIT dataChanged(row, row);
    }
}

std::vector<size_t> ImportList::wantedNotes() const
{
    std::vector<size_t> wanted;
    for (size_t at = 0; at < m_batch.notes.size(); ++at) {
        if (m_wanted[m_pauses.size() + at])
            wanted.push_back(at);
    }
    return wanted;
}

ImportOrder ImportList::order() const
{
    ImportOrder order;
    for (const size_t at : wantedNotes()) {
        if (m_overwriting.contains(at))
            order.overwriting.insert(order.drafts.size());
        order.drafts.push_back(m_batch.notes[at].draft);
    }
    return order;
}

std::vector<PauseHint> ImportList::wantedPauses() const
{
    std::vector<PauseHint> wanted;
    for (size_t at = 0; at < m_pauses.size(); ++at) {
        if (m_wanted[at])
            wanted.push_back(m_pauses[at]);
    }
    return wanted;
}

int ImportList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_wanted.size() + m_batch.skipped.size());
}

bool ImportList::mayChoose(int row) const
{
    return !m_done && size_t(row) < m_wanted.size();
}

Qt::ItemFlags ImportList::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return mayChoose(index.row()) ? flags | Qt::ItemIsUserCheckable : flags;
}

bool ImportList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !mayChoose(index.row()))
        return false;
    m_wanted[size_t(index.row())] = value.value<Qt::CheckState>() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {role});
    Q_EMIT wantedChanged();
    return true;
}

QVariant ImportList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto [kind, at] = place(index.row());
    switch (role) {
    case SortRole:
        return m_sortKeys[size_t(index.row())];
    case PartsRole: {
        QString parts;
        for (const Part part : {Part::All, Part::ToLookAt, Part::Changes, Part::LeftOut})
            parts += isIn(index.row(), part) ? QString::number(int(part)) : QString();
        return parts;
    }
    case Qt::CheckStateRole:
        return mayChoose(index.row()) ? QVariant(m_wanted[size_t(index.row())] ? Qt::Checked : Qt::Unchecked)
                                      : QVariant();
    case Qt::AccessibleTextRole: {
        QStringList words;
        for (const int each : {int(DaysRole), int(NumberRole), int(Qt::DisplayRole), int(FateRole), int(DetailRole)})
            words << data(index, each).toString();
        words.removeAll(QString());
        return words.join(", "_L1);
    }
    default:
        break;
    }
    if (kind == Kind::Note)
        return ofNote(at, role);
    const bool pause = kind == Kind::Pause;
    if (role == Qt::DisplayRole)
        return pause ? tr("Keep a pause: %1").arg(pauseText(m_pauses[at]))
                     : m_batch.skipped[at].subject.section(u'/', -1);
    if (role == FateRole)
        return pause ? tr("proposed") : tr("left out");
    if (role == DetailRole)
        return pause ? pauseReason(m_pauses[at]) : warningText(m_batch.skipped[at]);
    return {};
}

QVariant ImportList::ofNote(size_t index, int role) const
{
    const ImportedNote &note = m_batch.notes[index];
    const NoteFields &fields = note.draft.fields;
    switch (role) {
    case Qt::DisplayRole:
        return fields.title.isEmpty() ? tr("Untitled") : fields.title;
    case DaysRole:
        return fields.covers ? periodText(*fields.covers, QLocale(), m_today) : tr("no period");
    case NumberRole:
        return m_numbers.text(fields.number, fields.title);
    case FateRole:
        return fateName(m_foreseen.drafts[index].fate, m_done);
    case DetailRole:
        return detailOf(note);
    case DoubtRole:
        return doubtOf(note) == Doubt::Much;
    default:
        return {};
    }
}

QString ImportList::detailOf(const ImportedNote &note) const
{
    QStringList parts; // what most notes have is not worth a word
    if (doubtOf(note) == Doubt::Much)
        parts += tr("look at it");
    if (note.draft.fields.kind != NoteKind::Weeknote)
        parts += kindName(note.draft.fields.kind);
    if (note.draft.fields.status != NoteStatus::Published)
        parts += statusName(note.draft.fields.status);
    const auto open = std::ranges::find_if(note.warnings, isOpen);
    if (open != note.warnings.end())
        parts += warningText(*open);
    else if (const Guess *guess = mostDoubtful(note))
        parts += guessText(*guess);
    else if (!note.warnings.empty())
        parts += warningText(note.warnings.front());
    QString line = parts.join(u" · "_s);
    if (!line.isEmpty())
        line.front() = line.front().toUpper();
    return line;
}

QString ImportList::sortKey(int row) const
{
    const auto [kind, at] = place(row);
    QString key = QString::number(int(kind)); // pauses are to be decided, what was left out comes last
    const QString asRead = u"%1"_s.arg(row, 8, 10, QChar(u'0'));
    if (kind != Kind::Note || m_order == Order::AsRead)
        return key + asRead;
    const ImportedNote &note = m_batch.notes[at];
    if (m_order == Order::Title)
        return key + note.draft.fields.title.toCaseFolded() + asRead;
    if (m_order == Order::Doubt)
        key += QString::number(int(Doubt::Much) - int(doubtOf(note)));
    NoteHeader header;
    header.fields = note.draft.fields;
    constexpr qint64 farDay = 9'999'999;
    const QDate day = sortDay(header);
    return key + u"%1"_s.arg(day.isValid() ? farDay - day.toJulianDay() : farDay, 8, 10, QChar(u'0')) + asRead;
}

} // namespace Weeknotes
