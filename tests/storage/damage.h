// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/libraryfixture.h"
#include "storage/sqliteengine.h"

namespace Weeknotes::Test {

/// The pages of a closed database that hold the rows of `table`, by number.
inline std::vector<qint64> leavesOf(const QString &path, const QString &table)
{
    const auto database = valueOf(SqliteEngine::connect(path, SqliteEngine::Mode::QueryOnly));
    return valueOf(database->rows(u"SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path"_s,
                                  {table}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); }));
}

/// Overwrites a page of a database that nobody has open.
inline void damagePage(const QString &path, qint64 page)
{
    constexpr qint64 pageSize = 4096;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * pageSize));
    QCOMPARE(file.write(QByteArray(pageSize, '\xa5')), pageSize);
}

} // namespace Weeknotes::Test
