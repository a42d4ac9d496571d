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

Result<void> PauseStore::checkFree(const Pause &pause)
{
    const auto others = all();
    if (!others)
        return std::unexpected(others.error());
    const auto other = std::ranges::find_if(
        *others, [&](const Pause &known) { return known.id != pause.id && known.claim().overlaps(pause.claim()); });
    if (other == others->end())
        return {};
    return std::unexpected(Error{.kind = Error::Kind::Conflict,
                                 .subject = pause.from.toString(Qt::ISODate),
                                 .detail = other->from.toString(Qt::ISODate)});
}

Result<std::vector<Pause>> PauseStore::all()
{
    return m_database.rows(selectPauses + u" ORDER BY first_day"_s, {}, toPause);
}

Result<void> PauseStore::put(const Pause &pause)
{
    const QString from = pause.from.toString(Qt::ISODate);
    const Period days = pause.claim();
    if (!days.isValid() || pause.plannedTo.value_or(pause.from) < pause.from || !Rows::hasIsoYear(days.first) ||
        !Rows::hasIsoYear(days.last))
        return std::unexpected(Error{.kind = Error::Kind::BadValue, .subject = from});
    if (auto free = checkFree(pause); !free)
        return free;
    return m_database
        .change(u"INSERT INTO pauses (id, first_day, planned_last, last_day, note) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET first_day = excluded.first_day, "
                "planned_last = excluded.planned_last, last_day = excluded.last_day, note = excluded.note"_s,
                {pause.id.toString(), from, Rows::value(pause.plannedTo), Rows::value(pause.to), pause.note})
        .transform([](int) {});
}

Result<void> PauseStore::remove(const PauseId &id)
{
    return m_database.change(u"DELETE FROM pauses WHERE id = ?"_s, {id.toString()})
        .and_then([&](int removed) -> Result<void> {
            if (removed == 0)
                return std::unexpected(Error{.kind = Error::Kind::NotFound, .subject = id.toString()});
            return {};
        });
}

Result<Pause> PauseStore::end(const std::optional<QDate> &last, QDate today)
{
    const QString by = last.value_or(today).toString(Qt::ISODate);
    // One that names no end of its own needs it most.
    auto pause = m_database.first(
        selectPauses +
            u" WHERE last_day IS NULL AND first_day <= ? ORDER BY planned_last IS NOT NULL, first_day DESC"_s,
        {by}, toPause);
    if (!pause)
        return std::unexpected(pause.error());
    if (!*pause)
        return std::unexpected(Error{.kind = Error::Kind::NotFound, .subject = by});
    (*pause)->to = last.value_or((*pause)->lastDayIfEnded(today));
    if (auto free = checkFree(**pause); !free)
        return std::unexpected(free.error());
    return m_database
        .change(u"UPDATE pauses SET last_day = ? WHERE id = ?"_s, {Rows::value((*pause)->to), (*pause)->id.toString()})
        .transform([&](int) { return **pause; });
}

} // namespace Weeknotes
