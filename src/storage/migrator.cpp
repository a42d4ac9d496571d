// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrator.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

/// A static library's resources are linked only when somebody asks for them, from outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace Weeknotes {

Migration Migration::parse(int version, const QString &sql)
{
    Migration migration{.version = version, .statements = {}};
    QString statement;
    const QStringList lines = sql.split(u'\n');
    for (const QString &line : lines) {
        if (line.trimmed() != u"-- end") {
            statement += line + u'\n';
            continue;
        }
        migration.statements << statement.trimmed();
        statement.clear();
    }
    return migration;
}

std::vector<Migration> Migrator::builtIn()
{
    initResources();
    std::vector<Migration> migrations;
    const QDir folder(u":/weeknotes/migrations"_s);
    const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            migrations.push_back(
                Migration::parse(QFileInfo(name).baseName().toInt(), QString::fromUtf8(file.readAll())));
    }
    return migrations;
}

Result<int> Migrator::check(Engine &engine) const
{
    return engine.schemaVersion().and_then([&](int version) -> Result<int> {
        if (version > newest())
            return std::unexpected(
                Error{.kind = Error::Kind::NewerLibrary, .subject = {}, .detail = QString::number(version)});
        return version;
    });
}

Result<void> Migrator::migrate(Database &database, Engine &engine, const std::function<Result<void>()> &backUp) const
{
    const auto version = check(engine);
    if (!version)
        return std::unexpected(version.error());
    if (*version > 0 && *version < newest()) {
        if (auto done = backUp(); !done)
            return done;
    }
    if (*version == 0) // at once, so that nobody takes a library that is being made for an old one
        return step(database, engine, m_migrations);
    for (const Migration &migration : m_migrations) {
        if (auto done = step(database, engine, {&migration, 1}); !done)
            return done;
    }
    return {};
}

Result<void> Migrator::step(Database &database, Engine &engine, std::span<const Migration> migrations) const
{
    auto transaction = Transaction::begin(engine);
    if (!transaction)
        return std::unexpected(transaction.error());
    // Another process may have done it between our look and our lock.
    const auto version = check(engine);
    if (!version)
        return std::unexpected(version.error());
    for (const Migration &migration : migrations) {
        if (migration.version <= *version)
            continue;
        for (const QString &statement : migration.statements) {
            if (auto done = database.run(statement); !done)
                return std::unexpected(done.error());
        }
        if (auto done = engine.setSchemaVersion(migration.version); !done)
            return done;
    }
    return transaction->commit();
}

} // namespace Weeknotes
