// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// Qt binds a null QString as NULL; ours are values, and an empty one is a text like any other.
QVariant bindable(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return u""_s;
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

} // namespace

Database::Database(QString connectionName, QString subject, Classify classify)
    : m_name(std::move(connectionName)), m_subject(std::move(subject)), m_classify(classify)
{
}

Database::~Database()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Error Database::error(const QSqlError &error) const
{
    return {.kind = m_classify(error), .subject = m_subject, .detail = error.databaseText()};
}

Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return std::unexpected(error(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(bindable(value));
    if (!query.exec())
        return std::unexpected(error(query.lastError()));
    return query;
}

Result<int> Database::change(const QString &sql, const QVariantList &values)
{
    return run(sql, values).transform([](const QSqlQuery &query) { return query.numRowsAffected(); });
}

Result<qint64> Database::insert(const QString &sql, const QVariantList &values)
{
    return run(sql, values).transform([](const QSqlQuery &query) { return query.lastInsertId().toLongLong(); });
}

} // namespace Weeknotes
