// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/jotstore.h"

#include "storage/rows.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

Result<std::vector<Jot>> JotStore::ofWeeks(const Week &first, const Week &last)
{
    const auto toJot = [first](const QSqlQuery &row) {
        return Jot{.id = Rows::id<JotId>(row, 0),
                   .week = Week::parse(row.value(1).toString()).value_or(first),
                   .text = row.value(2).toString(),
                   .created = Rows::moment(row, 3),
                   .used = row.value(4).toBool()};
    };
    return m_database.rows(
        u"SELECT id, week, text, created, used FROM jots WHERE week BETWEEN ? AND ? ORDER BY created, id"_s,
        {first.toString(), last.toString()}, toJot);
}

Result<void> JotStore::add(const Jot &jot)
{
    return m_database
        .change(u"INSERT INTO jots (id, week, text, created, used) VALUES (?, ?, ?, ?, ?)"_s,
                {jot.id.toString(), jot.week.toString(), jot.text, Rows::value(jot.created), int(jot.used)})
        .transform([](int) {});
}

} // namespace Weeknotes
