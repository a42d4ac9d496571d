// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/searchresults.h"

#include "app/shelf.h"
#include "core/noteref.h"
#include "timeline/periodtext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QString daysOf(const std::optional<Period> &covers, QDate today)
{
    return covers ? periodText(*covers, QLocale(), today) : QString();
}

QString markedSnippet(const SearchHit &hit)
{
    QString html;
    qsizetype at = 0;
    for (const SearchHit::Match &match : hit.matches) {
        html += hit.snippet.mid(at, match.begin - at).toHtmlEscaped() + "<b>"_L1 +
                hit.snippet.mid(match.begin, match.end - match.begin).toHtmlEscaped() + "</b>"_L1;
        at = match.end;
    }
    return html + hit.snippet.mid(at).toHtmlEscaped();
}

} // namespace

SearchResults::SearchResults(QObject *parent) : QAbstractListModel(parent) {}

void SearchResults::setResults(const QString &query, const std::vector<SearchHit> &hits, const Shelf &shelf)
{
    beginResetModel();
    m_rows.clear();
    const auto named = findNote(query.trimmed(), shelf.notes(), shelf.rules());
    if (named) {
        m_rows.push_back({named->id, named->fields.title, daysOf(named->fields.covers, shelf.today()), {}});
    } else if (const auto week = weekNamed(query, shelf)) {
        const NoteHeader *note = shelf.noteOf(*week);
        const QString name = tr("Week %1").arg(week->number(shelf.rules()).number);
        m_rows.push_back({*week, note ? name + ": "_L1 + note->fields.title : name,
                          periodWithYear(week->days(shelf.rules()), QLocale()), note ? QString() : tr("no note")});
    }
    for (const SearchHit &hit : hits) {
        if (!named || hit.id != named->id)
            m_rows.push_back({hit.id, hit.title, daysOf(hit.covers, shelf.today()), markedSnippet(hit)});
    }
    endResetModel();
}

int SearchResults::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SearchResults::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title.isEmpty() ? tr("Untitled") : row.title;
    case DetailRole:
        return row.detail;
    case SnippetRole:
        return row.snippet;
    case Qt::AccessibleTextRole:
        return QStringList{row.title, row.detail}.join(", "_L1);
    default:
        return {};
    }
}

std::optional<Week> weekNamed(const QString &text, const Shelf &shelf)
{
    const QString words = text.trimmed();
    if (const auto week = Week::parse(words))
        return week;
    if (const QDate day = QDate::fromString(words, Qt::ISODate); day.isValid())
        return Week::of(day, shelf.rules());
    static const QRegularExpression pattern(u"^(?:week|w)\\s*(\\d{1,2})(?:[\\s,/]+(\\d{4}))?$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(words);
    if (!match.hasMatch())
        return std::nullopt;
    const int year = match.hasCaptured(2) ? match.captured(2).toInt()
                                          : Week::of(shelf.today(), shelf.rules()).number(shelf.rules()).year;
    // The number a person sees, which need not be the ISO one.
    Week week = Week::of(QDate(year, 1, 4), shelf.rules());
    const int ahead = match.captured(1).toInt() - week.number(shelf.rules()).number;
    week = week.plus(ahead);
    return week.number(shelf.rules()) == Week::Number{year, match.captured(1).toInt()} ? std::optional(week)
                                                                                       : std::nullopt;
}

} // namespace Weeknotes
