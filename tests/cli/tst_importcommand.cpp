// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandrun.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

const QByteArray markdownNote = "---\n"
                                "title: Ink and paper\n"
                                "covers: {from: 2026-11-09, to: 2026-11-15}\n"
                                "---\n"
                                "\n"
                                "We met the *printers*.\n";

const QByteArray textNotes = "Weeknote w/c 16 November: the second\n\nIt rained.\n\n\n"
                             "Weeknote w/c 9 November: the first\n\nIt did not rain.\n";

using SignalHandler = void (*)(int);

SignalHandler interruptHandler()
{
    struct sigaction action = {};
    ::sigaction(SIGINT, nullptr, &action);
    return action.sa_handler;
}

/// A clock that presses Ctrl+C at its n-th look, counted from when the command listens to that.
class InterruptingClock final : public Clock
{
public:
    InterruptingClock(const Clock &clock, int look) : m_clock(clock), m_look(look) {}
    [[nodiscard]] QDateTime now() const override
    {
        if (interruptHandler() != m_handlerBefore && --m_look == 0)
            ::raise(SIGINT);
        return m_clock.now();
    }

private:
    const Clock &m_clock;
    mutable int m_look;
    SignalHandler m_handlerBefore = interruptHandler();
};

} // namespace

/// `import` from files to the library, and what it says of files it can't take.
class TestImportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<CommandBench>(); }

    void markdownFile();
    void textWithYearGiven();
    void yearThatCannotBe();
    void again();
    void newerForm();
    void newerFormOfAnEditedNote();
    void dryRun();
    void forPeople();
    void titlePatternOfTheArchive();
    void nothingAsJson_data();
    void nothingAsJson();
    void exportedNotesReadBack_data();
    void exportedNotesReadBack();
    void badInput_data();
    void badInput();
    void partlyBadInput();
    void textThatIsNoUtf8();
    void libraryThatCannotBeMade();
    void readOnlyFolders();
    void interrupted_data();
    void interrupted();

private:
    [[nodiscard]] CommandRun run(const QStringList &arguments) const { return m_bench->run(arguments); }
    [[nodiscard]] int noteCount() const { return int(run({u"list"_s, u"--json"_s}).array().size()); }

    std::unique_ptr<CommandBench> m_bench;
};

void TestImportCommand::markdownFile()
{
    const QString path = m_bench->file(u"a.md"_s, markdownNote);
    const CommandRun imported = run({u"import"_s, u"--json"_s, path});
    QCOMPARE(imported.errors, ""_ba);
    QCOMPARE(imported.status, 0);
    QVERIFY(imported.output.startsWith("{\n  \"read\": 1,\n  \"imported\": 1,\n  \"updated\": 0,\n  \"unchanged\": 0,\n"
                                       "  \"skipped\": 0,\n  \"notes\": ["));
    const QJsonObject note = imported.object()["notes"_L1][0].toObject();
    QCOMPARE(note["title"_L1].toString(), u"Ink and paper"_s);
    QCOMPARE(note["kind"_L1].toString(), u"weeknote"_s);
    QCOMPARE(note["covers"_L1]["from"_L1].toString(), u"2026-11-09"_s);
    QCOMPARE(note["source"_L1]["kind"_L1].toString(), u"markdown"_s);
    QVERIFY(note["season"_L1].isNull() && note["episode"_L1].isNull());
    QVERIFY(note["guesses"_L1].isArray() && note["warnings"_L1].isArray());
    QCOMPARE(run({u"show"_s, u"2026-W46"_s, u"--as=json"_s}).object()["id"_L1], note["id"_L1]);
}

void TestImportCommand::textWithYearGiven()
{
    const QString path = m_bench->file(u"archive.txt"_s, textNotes);
    const CommandRun imported = run({u"import"_s, u"--json"_s, u"--from"_s, u"text"_s, u"--year"_s, u"2020"_s, path});
    QCOMPARE(imported.status, 0);
    const QJsonArray notes = imported.object()["notes"_L1].toArray();
    QCOMPARE(notes.size(), 2);
    QCOMPARE(notes[0]["title"_L1].toString(), u"Weeknote w/c 16 November: the second"_s);
    QCOMPARE(notes[0]["covers"_L1]["from"_L1].toString(), u"2020-11-16"_s);
    const QJsonObject guess = notes[0]["guesses"_L1][0].toObject();
    QCOMPARE(
        guess,
        QJsonObject({{u"field"_s, u"year"_s}, {u"value"_s, u"2020"_s}, {u"why"_s, u"you gave it with the import"_s}}));
}

void TestImportCommand::yearThatCannotBe()
{
    const QString path = m_bench->file(u"archive.txt"_s, textNotes);
    for (const QString &year : {u"20199"_s, u"1899"_s, u"2201"_s}) {
        const CommandRun refused = run({u"import"_s, u"--year"_s, year, path});
        QCOMPARE(refused.status, 2);
        QVERIFY(refused.errors.contains("from 1900 to 2200"));
    }
}

void TestImportCommand::again()
{
    const QString path = m_bench->file(u"a.md"_s, markdownNote);
    QCOMPARE(run({u"import"_s, path}).status, 0);
    const CommandRun again = run({u"import"_s, u"--json"_s, path});
    QCOMPARE(again.status, 0);
    QCOMPARE(again.object()["imported"_L1].toInt(), 0);
    QCOMPARE(again.object()["unchanged"_L1].toInt(), 1);
    QCOMPARE(noteCount(), 1);
}

void TestImportCommand::newerForm()
{
    QCOMPARE(run({u"import"_s, m_bench->file(u"a.md"_s, markdownNote)}).status, 0);
    const CommandRun newer = run({u"import"_s, u"--json"_s, m_bench->file(u"a.md"_s, markdownNote + "\nAnd ink.\n")});
    QCOMPARE(newer.object()["updated"_L1].toInt(), 1);
    QCOMPARE(noteCount(), 1);
    QVERIFY(run({u"show"_s, u"2026-W46"_s}).output.contains("And ink."));
}

void TestImportCommand::newerFormOfAnEditedNote()
{
    QCOMPARE(run({u"import"_s, m_bench->file(u"a.md"_s, markdownNote)}).status, 0);
    QCOMPARE(run({u"published"_s, u"2026-W46"_s, u"https://example.org/ink"_s}).status, 0);
    const CommandRun newer = run({u"import"_s, u"--json"_s, m_bench->file(u"a.md"_s, markdownNote + "\nAnd ink.\n")});
    QCOMPARE(newer.status, 0);
    QCOMPARE(newer.object()["updated"_L1].toInt(), 0);
    QCOMPARE(newer.object()["unchanged"_L1].toInt(), 1);
    QCOMPARE(
        newer.object()["notes"_L1][0]["warnings"_L1].toArray(),
        QJsonArray({u"It was edited here since it was imported, so it stays as it is; what the archive has stands in "
                    "its history."_s}));
    QVERIFY(!run({u"show"_s, u"2026-W46"_s}).output.contains("And ink."));
}

void TestImportCommand::dryRun()
{
    const QString path = m_bench->file(u"a.md"_s, markdownNote);
    const CommandRun dry = run({u"import"_s, u"--dry-run"_s, u"--json"_s, path});
    QCOMPARE(dry.status, 0);
    QCOMPARE(dry.object()["imported"_L1].toInt(), 1);
    QVERIFY(dry.object()["notes"_L1][0]["id"_L1].isNull());
    QCOMPARE(noteCount(), 0);
}

void TestImportCommand::forPeople()
{
    const CommandRun imported = run({u"import"_s, m_bench->file(u"archive.txt"_s, textNotes), u"--year=2026"_s});
    QCOMPARE(imported.status, 0);
    QCOMPARE(QString::fromUtf8(imported.output), u"new  2026-W47  Weeknote w/c 16 November: the second\n"
                                                 "    year 2026: you gave it with the import\n"
                                                 "new  2026-W46  Weeknote w/c 9 November: the first\n"
                                                 "    year 2026: you gave it with the import\n"
                                                 "One file read; notes: 2 new, 0 updated, 0 unchanged, 0 changed "
                                                 "on both sides, 0 left out.\n"_s);
}

void TestImportCommand::titlePatternOfTheArchive()
{
    const QString path =
        m_bench->file(u"archive.txt"_s, textNotes + "\n\nWeeknote w/c 2 November: none\n\nIt rained.\n");
    const CommandRun dry = run({u"import"_s, u"--dry-run"_s, path, u"--year=2026"_s});
    QVERIFY(!dry.output.contains("follow"));
    QCOMPARE(run({u"config"_s, u"title-pattern"_s}).output, "\n"_ba);
    const CommandRun imported = run({u"import"_s, path, u"--year=2026"_s});
    QVERIFY2(
        QString::fromUtf8(imported.output)
            .endsWith(u"Titles of new notes follow “Weeknote w/c {start:d MMMM}: {title}” now, as most of the newest "
                      "season do; “weeknotes config title-pattern” changes that.\n"_s),
        imported.output.constData());
    QCOMPARE(run({u"config"_s, u"title-pattern"_s}).output, "Weeknote w/c {start:d MMMM}: {title}\n"_ba);
    QVERIFY(run({u"new"_s, u"--week=2026-W48"_s, u"--title=fog"_s}).output.contains("Weeknote w/c 23 November: fog"));
}

void TestImportCommand::nothingAsJson_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");
    QTest::newRow("folder without notes") << u"empty/"_s << 1;
    QTest::newRow("empty file") << u"empty.md"_s << 1;
    QTest::newRow("missing file") << u"missing.md"_s << 3;
}

void TestImportCommand::nothingAsJson()
{
    QFETCH(QString, name);
    QFETCH(int, status);
    QVERIFY(QDir().mkpath(m_bench->path(u"empty"_s)));
    (void)m_bench->file(u"empty.md"_s, {});
    for (const QStringList &options : {QStringList(), QStringList{u"--dry-run"_s}}) {
        const CommandRun nothing = run(QStringList{u"import"_s, u"--json"_s, m_bench->path(name)} + options);
        QCOMPARE(nothing.object(), QJsonObject({{u"read"_s, 0},
                                                {u"imported"_s, 0},
                                                {u"updated"_s, 0},
                                                {u"unchanged"_s, 0},
                                                {u"skipped"_s, 0},
                                                {u"notes"_s, QJsonArray()},
                                                {u"pauses"_s, QJsonArray()}}));
        QCOMPARE(nothing.errors.count('\n'), 1);
        QCOMPARE(nothing.status, status);
    }
}

void TestImportCommand::exportedNotesReadBack_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("plain") << markdownNote;
    QTest::newRow("every field") << "---\n"
                                    "title: \"No: \\\"quotes\\\" # and \\\\ more\"\n"
                                    "subtitle: \"5.10\"\n"
                                    "kicker: \"yes\"\n"
                                    "kind: fortnight\n"
                                    "covers: {from: 2026-11-02, to: 2026-11-15}\n"
                                    "season: 5\n"
                                    "episode: 10\n"
                                    "episode_last: 11\n"
                                    "author: \"Ada Löv\"\n"
                                    "language: \"en-GB\"\n"
                                    "status: published\n"
                                    "written: 2026-11-16\n"
                                    "published: 2026-11-17T09:30:00.000+01:00\n"
                                    "canonical: \"https://example.org/a?b=c&d\"\n"
                                    "tags: [\"one, two\", \"null\"]\n"
                                    "---\n"
                                    "\n"
                                    "Text.\n\n---\n\n<!-- private\nHidden.\n-->\n"_ba;
    QTest::newRow("post") << "---\ntitle: A talk\nkind: post\n---\n\nHello.\n"_ba;
}

void TestImportCommand::exportedNotesReadBack()
{
    QFETCH(QByteArray, file);
    const auto shownAfterImport = [&](const QString &name, const QByteArray &content) {
        const CommandBench bench;
        const CommandRun imported = bench.run({u"import"_s, bench.file(name, content), u"--json"_s});
        const QString id = imported.object()["notes"_L1][0]["id"_L1].toString();
        return std::pair(bench.run({u"show"_s, id}).output, bench.run({u"show"_s, id, u"--as=json"_s}).object());
    };
    auto [markdown, note] = shownAfterImport(u"a.md"_s, file);
    QVERIFY(!markdown.isEmpty());
    auto [markdownAgain, noteAgain] = shownAfterImport(u"a.md"_s, markdown);
    QCOMPARE(markdownAgain, markdown);
    for (QJsonObject *object : {&note, &noteAgain}) {
        for (const auto key : {"id"_L1, "source"_L1})
            object->remove(key);
    }
    QCOMPARE(noteAgain, note);
}

void TestImportCommand::badInput_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("status");
    QTest::newRow("missing file") << u"missing.md"_s << QByteArray() << 3;
    QTest::newRow("folder without notes") << u"empty/"_s << QByteArray() << 1;
    QTest::newRow("PNG given as text") << u"picture.txt"_s
                                       << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0", 29)
                                       << 3;
    QTest::newRow("empty file") << u"empty.md"_s << ""_ba << 1;
    QTest::newRow("50 MB") << u"large.txt"_s << QByteArray(50'000'000, 'x') << 3;
}

void TestImportCommand::badInput()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(int, status);
    if (name.endsWith(u'/'))
        QVERIFY(QDir().mkpath(m_bench->path(name)));
    else if (!content.isNull())
        (void)m_bench->file(name, content);
    QCOMPARE(run({u"import"_s, m_bench->file(u"a.md"_s, markdownNote)}).status, 0);

    const CommandRun failed = run({u"import"_s, m_bench->path(name)});
    QCOMPARE(failed.output, ""_ba);
    QVERIFY2(failed.errors.count('\n') == 1 && failed.errors.endsWith(".\n"), failed.errors.constData());
    QVERIFY2(failed.errors.contains(m_bench->path(name).toUtf8()), failed.errors.constData());
    QCOMPARE(failed.status, status);
    QCOMPARE(noteCount(), 1);
}

void TestImportCommand::partlyBadInput()
{
    const QString picture = m_bench->file(u"picture.txt"_s, QByteArray("\x89PNG\r\n\x1a\n\0\0", 10));
    const CommandRun imported = run(
        {u"import"_s, u"--json"_s, picture, m_bench->path(u"missing.md"_s), m_bench->file(u"a.md"_s, markdownNote)});
    QCOMPARE(imported.status, 0);
    QCOMPARE(imported.object()["imported"_L1].toInt(), 1);
    QCOMPARE(imported.object()["skipped"_L1].toInt(), 2);
    QCOMPARE(imported.errors.count('\n'), 2);
}

void TestImportCommand::textThatIsNoUtf8()
{
    const QString path = m_bench->file(u"a.md"_s, markdownNote + "caf\xe9 \xff\xfe\n");
    const CommandRun imported = run({u"import"_s, u"--json"_s, path});
    QCOMPARE(imported.status, 0);
    QVERIFY(imported.output.isValidUtf8());
    const QJsonArray warnings = imported.object()["notes"_L1][0]["warnings"_L1].toArray();
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings[0].toString().contains(path));
}

void TestImportCommand::libraryThatCannotBeMade()
{
    const QString file = m_bench->file(u"in the way"_s, "x");
    const CommandRun failed =
        run({u"import"_s, m_bench->file(u"a.md"_s, markdownNote), u"--library"_s, file + u"/library"_s});
    QVERIFY2(failed.status == 3 || failed.status == 4, QByteArray::number(failed.status).constData());
    QCOMPARE(failed.errors.count('\n'), 1);
    QVERIFY(failed.errors.contains(file.toUtf8()));
}

void TestImportCommand::readOnlyFolders()
{
    if (::geteuid() == 0)
        QSKIP("root may write everywhere");
    const QString path = m_bench->file(u"a.md"_s, markdownNote);
    QCOMPARE(run({u"import"_s, path}).status, 0);
    QVERIFY(QFile::setPermissions(m_bench->library(), QFile::ReadOwner | QFile::ExeOwner));
    QVERIFY(QFile::setPermissions(m_bench->library() + u"/notes.sqlite"_s, QFile::ReadOwner));
    const CommandRun list = run({u"list"_s, u"--json"_s});
    const CommandRun refused = run({u"import"_s, m_bench->file(u"b.md"_s, markdownNote)});
    const CommandRun exported = run({u"export"_s, u"--all"_s, u"--to"_s, m_bench->library() + u"/out"_s});
    QVERIFY(QFile::setPermissions(m_bench->library(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(list.status, 0);
    QCOMPARE(list.array().size(), 1);
    QCOMPARE(refused.status, 4);
    QCOMPARE(refused.errors.count('\n'), 1);
    QCOMPARE(exported.status, 4);
    QCOMPARE(noteCount(), 1);
}

void TestImportCommand::interrupted_data()
{
    QTest::addColumn<int>("look");
    QTest::addColumn<bool>("broughtSome");
    QTest::newRow("while reading") << 1 << false;
    QTest::newRow("while writing") << 3 << true;
}

void TestImportCommand::interrupted()
{
    QFETCH(int, look);
    QFETCH(bool, broughtSome);
    QVERIFY(QDir().mkpath(m_bench->path(u"notes"_s)));
    for (int i = 0; i < 10; ++i)
        (void)m_bench->file(u"notes/%1.md"_s.arg(i), "---\ntitle: Note\nkind: post\n---\n\nText.\n");

    const CommandRun stopped =
        m_bench->runAt(InterruptingClock(m_bench->clock(), look), {u"import"_s, m_bench->path(u"notes"_s)});
    QCOMPARE(stopped.status, 130);
    const int brought = noteCount();
    QVERIFY2(broughtSome ? brought > 0 && brought < 10 : brought == 0, QByteArray::number(brought).constData());
    QCOMPARE(run({u"verify"_s}).status, 0);

    QCOMPARE(run({u"import"_s, m_bench->path(u"notes"_s)}).status, 0);
    QCOMPARE(noteCount(), 10);
}

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_importcommand.moc"
