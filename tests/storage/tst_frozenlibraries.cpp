// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/libraryfixture.h"
#include "storage/migrator.h"
#include "storage/sqliteengine.h"
#include "support/testdata.h"

using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

/// Libraries as released programs left them; every later program must open them. The files never change.
QStringList frozenLibraries()
{
    return QDir(testData(u"libraries"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

struct FrozenFixture : LibraryFixture
{
    explicit FrozenFixture(const QString &name) { copyFolder(testData(u"libraries/"_s + name), path()); }
    [[nodiscard]] QString databasePath() const { return Library::databasePath(path()); }
    [[nodiscard]] std::unique_ptr<Database> connect() const
    {
        return valueOf(SqliteEngine::connect(databasePath(), SqliteEngine::Mode::ReadWrite));
    }
};

/// All that the tables of a database hold, a line each row.
QStringList contentOf(Database &database)
{
    const auto read = [&](const QString &sql) {
        return valueOf(database.rows(sql, {}, [](const QSqlQuery &row) { return row.value(0).toString(); }));
    };
    QStringList content;
    for (const QString &sql : read(u"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"_s))
        content << sql;
    for (const QString &table : {u"notes"_s, u"texts"_s, u"versions"_s, u"pauses"_s, u"note_images"_s, u"tags"_s}) {
        QStringList columns;
        for (const QString &column : read(u"SELECT name FROM pragma_table_info('%1')"_s.arg(table)))
            columns << u"quote(\"%1\")"_s.arg(column);
        for (const QString &row : read(u"SELECT %1 FROM %2 ORDER BY 1"_s.arg(columns.join(u" || ',' || "_s), table)))
            content << row;
    }
    return content;
}

} // namespace

class TestFrozenLibraries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areOpened_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : frozenLibraries())
            QTest::newRow(qPrintable(name)) << name;
    }
    void areOpened()
    {
        QFETCH(QString, name);
        const FrozenFixture fixture(name);
        const auto library = fixture.open();
        QVERIFY(valueOf(library->verify()).empty());
        const auto notes = valueOf(library->notes());
        QStringList titles;
        for (const NoteHeader &note : notes)
            titles << note.fields.title;
        QCOMPARE(titles,
                 QStringList({u"An empty one"_s, u"1.04 — weeknotes — Two machines, one kettle"_s,
                              u"1.03 — weeknotes — The bridge is shut"_s, u"1.02 — weeknotes — Grüße from the café"_s,
                              u"1.01 — weeknotes — A shelf for the plums"_s}));
        const NoteId plums = notes[4].id;
        QVERIFY(valueOf(library->note(plums)).text.contains(u"twelve jars"_s));
        QVERIFY(valueOf(library->image(plums, u"images/shelf.png"_s)).startsWith("\x89PNG"));
        QCOMPARE(notes[4].fields.tags, QStringList({u"garden"_s, u"plums"_s}));
        QCOMPARE(notes[3].fields.canonical, QUrl(u"https://example.org/weeknotes/cafe"_s));
        const auto versions = valueOf(library->versions(plums));
        QCOMPARE(versions.size(), 1);
        QCOMPARE(versions[0].reason, Version::Reason::Import);
        QVERIFY(valueOf(library->versionText(versions[0].id)).contains(u"eleven jars"_s));
        const auto pauses = valueOf(library->pauses());
        QCOMPARE(pauses.size(), 1);
        QCOMPARE(pauses[0].note, u"Half-term"_s);
        QCOMPARE(valueOf(library->search(u"kettle"_s, 5)).size(), 1);
        valueOf(library->saveNote(plums, notes[4].revision, notes[4].fields, text(u"and on it goes"_s)));
        // What a text was that an older program saved is known by the text.
        NoteHeader out =
            valueOf(library->setPublished(notes[2].id, QUrl(u"https://example.org/bridge"_s), QDate(2026, 11, 20)));
        out.fields.tags << u"bridges"_s;
        out = valueOf(library->changeFields({{out.id, out.revision, out.fields}})).front();
        QCOMPARE(out.changedSince, std::nullopt);
        out = valueOf(library->saveNote(out.id, out.revision, out.fields, text(u"It is open."_s)));
        QCOMPARE(out.changedSince, QDate(2026, 11, 20));
        QVERIFY(valueOf(library->verify()).empty());
    }

    void areCopiedBeforeAnUpgrade()
    {
        const FrozenFixture fixture(u"schema-1"_s);
        const QStringList before = contentOf(*fixture.connect());
        std::ignore = fixture.open();
        const QDir backups(fixture.path(u"library/backups"_s));
        const QStringList copies = backups.entryList(QDir::Files);
        QCOMPARE(copies.size(), 1);
        const auto copy = valueOf(SqliteEngine::connect(backups.filePath(copies[0]), SqliteEngine::Mode::QueryOnly));
        QCOMPARE(contentOf(*copy), before);
        QCOMPARE(valueOf(SqliteEngine(*copy).schemaVersion()), 1);
    }

    void standWhereAnUpgradeIsCutOff_data() { areOpened_data(); }
    void standWhereAnUpgradeIsCutOff()
    {
        QFETCH(QString, name);
        const auto steps = Migrator::builtIn();
        const FrozenFixture fixture(name);
        const auto database = fixture.connect();
        SqliteEngine engine(*database);
        const int schema = valueOf(engine.schemaVersion());
        const auto &next = steps.at(size_t(schema)); // the first brings 1
        const QStringList before = contentOf(*database);
        const auto noBackup = [] { return Result<void>(); };
        for (qsizetype statement = 0; statement <= next.statements.size(); ++statement) {
            auto cutOff = steps;
            cutOff[size_t(schema)].statements = next.statements.first(statement) << u"INSERT INTO nowhere VALUES (1)"_s;
            QVERIFY(!Migrator(cutOff).migrate(*database, engine, noBackup));
            QCOMPARE(valueOf(engine.schemaVersion()), schema);
            QCOMPARE(contentOf(*database), before);
        }
        valueOf(Migrator(steps).migrate(*database, engine, noBackup));
        QVERIFY(valueOf(fixture.open()->verify()).empty());
    }
};

QTEST_GUILESS_MAIN(TestFrozenLibraries)
#include "tst_frozenlibraries.moc"
