// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/pausestore.h"

#include "storage/rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

const auto selectPauses = u"SELECT id, first_day, planned_last, last_day, note FROM pauses"_s;

Pause toPause(const QSqlQuery &row)
{
    return {.id = Rows::id<PauseId>(row, 0),
            .from = Rows::day(row, 1).value_or(QDate()),
            .plannedTo = Rows::day(row, 2),
            .to = Rows::day(row, 3),
            .note = row.value(4).toString()};
}

} // namespace

Result<std::vector<Pause>> PauseStore::all()
{
    return m_database.rows(selectPauses + u" ORDER BY first_day"_s, {}, toPause);
}

Result<void> PauseStore::add(const Pause &pause, QDate today)
{
    const QString from = pause.from.toString(Qt::ISODate);
    if (!pause.from.isValid() || (pause.plannedTo && *pause.plannedTo < pause.from))
        return std::unexpected(Error{.kind = Error::Kind::BadValue, .subject = from});
    const auto others = all();
    if (!others)
        return std::unexpected(others.error());
    const Period days{pause.from, pause.plannedTo.value_or(pause.from)};
    const auto other =
        std::ranges::find_if(*others, [&](const Pause &known) { return known.days(today).overlaps(days); });
    if (other != others->end()) {
        return std::unexpected(
            Error{.kind = Error::Kind::Conflict, .subject = from, .detail = other->from.toString(Qt::ISODate)});
    }
    return m_database
        .change(u"INSERT INTO pauses (id, first_day, planned_last, last_day, note) VALUES (?, ?, ?, ?, ?)"_s,
                {pause.id.toString(), from, Rows::value(pause.plannedTo), Rows::value(pause.to), pause.note})
        .transform([](int) {});
}

Result<Pause> PauseStore::end(QDate last)
{
    auto pause =
        m_database.first(selectPauses + u" WHERE last_day IS NULL AND first_day <= ? ORDER BY first_day DESC"_s,
                         {last.toString(Qt::ISODate)}, toPause);
    if (!pause)
        return std::unexpected(pause.error());
    if (!*pause)
        return std::unexpected(Error{.kind = Error::Kind::NotFound, .subject = last.toString(Qt::ISODate)});
    (*pause)->to = last;
    return m_database
        .change(u"UPDATE pauses SET last_day = ? WHERE id = ?"_s, {Rows::value((*pause)->to), (*pause)->id.toString()})
        .transform([&](int) { return **pause; });
}

} // namespace Weeknotes
