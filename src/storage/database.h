// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

#include <optional>
#include <type_traits>
#include <vector>

namespace Weeknotes {

/// One open connection: runs standard SQL with bound parameters and turns every failure into an Error about
/// `subject`, the database file. Belongs to the thread that opened it.
class Database
{
public:
    /// What kind of error a driver's error is; each kind of database has its own numbers.
    using Classify = Error::Kind (*)(const QSqlError &);

    Database(QString connectionName, QString subject, Classify classify);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] const QString &subject() const { return m_subject; }
    [[nodiscard]] Error error(const QSqlError &error) const;

    /// Runs one statement. An empty QString or QByteArray is bound as empty, an invalid QVariant as NULL.
    [[nodiscard]] Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    /// Runs a statement that gives no rows; the number of rows it changed.
    [[nodiscard]] Result<int> change(const QString &sql, const QVariantList &values = {});
    /// Runs an INSERT into a table with an integer key; the new row's key.
    [[nodiscard]] Result<qint64> insert(const QString &sql, const QVariantList &values);

    /// Every row of a SELECT, through `map(const QSqlQuery &)`.
    template <typename Map>
    [[nodiscard]] auto rows(const QString &sql, const QVariantList &values, Map map)
        -> Result<std::vector<std::invoke_result_t<Map, const QSqlQuery &>>>
    {
        auto query = run(sql, values);
        if (!query)
            return std::unexpected(query.error());
        std::vector<std::invoke_result_t<Map, const QSqlQuery &>> all;
        while (query->next())
            all.push_back(map(*query));
        if (query->lastError().isValid())
            return std::unexpected(error(query->lastError()));
        return all;
    }

    /// The first row of a SELECT, if it has one.
    template <typename Map>
    [[nodiscard]] auto first(const QString &sql, const QVariantList &values, Map map)
        -> Result<std::optional<std::invoke_result_t<Map, const QSqlQuery &>>>
    {
        using Row = std::invoke_result_t<Map, const QSqlQuery &>;
        auto query = run(sql, values);
        if (!query)
            return std::unexpected(query.error());
        if (query->next())
            return std::optional<Row>(map(*query));
        if (query->lastError().isValid())
            return std::unexpected(error(query->lastError()));
        return std::optional<Row>();
    }

private:
    QString m_name;
    QString m_subject;
    Classify m_classify;
};

} // namespace Weeknotes
