// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/libraryfixture.h"
#include "storage/migrator.h"
#include "storage/sqliteengine.h"

using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

/// A database file with the engine upon it.
struct OpenFile
{
    explicit OpenFile(const QString &path)
        : database(valueOf(SqliteEngine::connect(path, SqliteEngine::Mode::ReadWrite))), engine(*database)
    {
    }
    [[nodiscard]] QStringList names(const QString &sql) const
    {
        const auto all = valueOf(database->rows(sql, {}, [](const QSqlQuery &row) { return row.value(0).toString(); }));
        return {all.begin(), all.end()};
    }
    [[nodiscard]] QStringList tables() const
    {
        return names(u"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"_s);
    }

    std::unique_ptr<Database> database;
    SqliteEngine engine;
};

const auto noBackup = [] { return Result<void>(); };
const Migration first{1, {u"CREATE TABLE a (x)"_s, u"INSERT INTO a VALUES (1)"_s}};
const Migration second{2, {u"CREATE TABLE b (x)"_s, u"INSERT INTO b SELECT x FROM a"_s}};

} // namespace

class TestMigrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsAtMarkersAlone()
    {
        const auto migration =
            Migration::parse(7, u"-- words; more\nCREATE TRIGGER t BEGIN a; b; END\n-- end\n\nSELECT 1\n  -- end \n"_s);
        QCOMPARE(migration.version, 7);
        QCOMPARE(migration.statements,
                 QStringList({u"-- words; more\nCREATE TRIGGER t BEGIN a; b; END"_s, u"SELECT 1"_s}));
    }

    void knowsItsOwnSteps()
    {
        const auto steps = Migrator::builtIn();
        QCOMPARE(steps.size(), 4);
        for (size_t i = 0; i < steps.size(); ++i) {
            QCOMPARE(steps[i].version, int(i) + 1);
            QVERIFY(!steps[i].statements.isEmpty());
        }
    }

    void makesEverythingOfTheSchema()
    {
        const LibraryFixture fixture;
        std::ignore = fixture.open();
        const OpenFile file(fixture.path(u"library/notes.sqlite"_s));
        for (const QString &table :
             {u"notes"_s, u"texts"_s, u"sections"_s, u"tags"_s, u"versions"_s, u"publications"_s, u"images"_s,
              u"note_images"_s, u"replaced_images"_s, u"pauses"_s, u"jots"_s, u"snippets"_s, u"settings"_s,
              u"search_texts"_s, u"search_rows"_s, u"search_state"_s, u"note_search"_s, u"title_search"_s})
            QVERIFY2(file.tables().contains(table), qPrintable(table));
        QCOMPARE(valueOf(SqliteEngine(*file.database).schemaVersion()), 4);
        QCOMPARE(file.names(u"PRAGMA journal_mode"_s), QStringList{u"wal"_s});
        QCOMPARE(file.names(u"PRAGMA synchronous"_s), QStringList{u"2"_s});
        QCOMPARE(file.names(u"PRAGMA foreign_keys"_s), QStringList{u"1"_s});
    }

    void goesStepByStepAfterABackup()
    {
        const QTemporaryDir folder;
        OpenFile file(folder.filePath(u"db"_s));
        std::vector<int> backedUp; // the schemas that backups were made of
        const auto backUp = [&] {
            return file.engine.schemaVersion().transform([&](int version) { backedUp.push_back(version); });
        };
        valueOf(Migrator({first}).migrate(*file.database, file.engine, backUp));
        QVERIFY(backedUp.empty()); // there was nothing to back up
        valueOf(Migrator({first, second}).migrate(*file.database, file.engine, backUp));
        valueOf(Migrator({first, second}).migrate(*file.database, file.engine, backUp));
        QCOMPARE(valueOf(file.engine.schemaVersion()), 2);
        QCOMPARE(file.names(u"SELECT x FROM b"_s), QStringList{u"1"_s});
        QCOMPARE(backedUp, std::vector{1});
    }

    void leavesAFailedStepUndone()
    {
        const QTemporaryDir folder;
        OpenFile file(folder.filePath(u"db"_s));
        const Migration broken{2, {u"CREATE TABLE b (x)"_s, u"CREATE TABLE a (x)"_s}};
        valueOf(Migrator({first}).migrate(*file.database, file.engine, noBackup));
        const auto done = Migrator({first, broken}).migrate(*file.database, file.engine, noBackup);
        QCOMPARE(done.error().kind, Error::Kind::Internal);
        QCOMPARE(valueOf(file.engine.schemaVersion()), 1);
        QCOMPARE(file.tables(), QStringList{u"a"_s});
    }

    void leavesANewerOneAlone()
    {
        const QTemporaryDir folder;
        OpenFile file(folder.filePath(u"db"_s));
        valueOf(Migrator({first, second}).migrate(*file.database, file.engine, noBackup));
        const auto refused = Migrator({first}).migrate(*file.database, file.engine, noBackup);
        QCOMPARE(refused.error().kind, Error::Kind::NewerLibrary);
        QCOMPARE(refused.error().detail, u"2"_s);
    }

    void doesNotUpgradeWithoutABackup()
    {
        const QTemporaryDir folder;
        OpenFile file(folder.filePath(u"db"_s));
        valueOf(Migrator({first}).migrate(*file.database, file.engine, noBackup));
        const Error full{.kind = Error::Kind::NotWritable};
        const auto refused = Migrator({first, second}).migrate(*file.database, file.engine, [&]() -> Result<void> {
            return std::unexpected(full);
        });
        QCOMPARE(refused.error(), full);
        QCOMPARE(valueOf(file.engine.schemaVersion()), 1);
    }
};

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
