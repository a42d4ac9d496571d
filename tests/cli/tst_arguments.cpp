// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandrun.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// What the program makes of its arguments: window or command, help, wrong usage.
class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { qunsetenv("WEEKNOTES_LIBRARY"); }
    void cleanup() { qunsetenv("WEEKNOTES_LIBRARY"); }

    void windowOptions_data();
    void windowOptions();
    void noWindow_data();
    void noWindow();
    void libraryFromTheEnvironment();
    void libraryByDefault();
    void help();
    void helpOfEachCommand();
    void version();
    void wrongUsage_data();
    void wrongUsage();
    void libraryAfterTheCommand();
    void emptyLibraryOptionIsTheDefault();
};

void TestArguments::windowOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<WindowOptions>("options");
    const QString here = QDir::currentPath();
    QTest::newRow("folder") << QStringList{u"--library"_s, u"/l"_s} << WindowOptions{u"/l"_s, {}, {}, {}, {}};
    QTest::newRow("relative folder") << QStringList{u"--library=l/../m"_s}
                                     << WindowOptions{here + u"/m"_s, {}, {}, {}, {}};
    QTest::newRow("note") << QStringList{u"--library=/l"_s, u"--note"_s, u"3.09"_s}
                          << WindowOptions{u"/l"_s, u"3.09"_s, {}, {}, {}};
    QTest::newRow("screenshot") << QStringList{u"--library=/l"_s, u"--screenshot"_s, u"a.png"_s, u"--size"_s,
                                               u"1280x800"_s,     u"--scheme"_s,     u"dark"_s}
                                << WindowOptions{u"/l"_s, {}, u"a.png"_s, QSize(1280, 800), u"dark"_s};
    QTest::newRow("Qt's own") << QStringList{u"-platform"_s, u"offscreen"_s, u"--library=/l"_s, u"-session"_s, u"5"_s}
                              << WindowOptions{u"/l"_s, {}, {}, {}, {}};
    QTest::newRow("Qt's own, two dashes")
        << QStringList{u"--style"_s,      u"fusion"_s,    u"--platform"_s,    u"offscreen"_s,
                       u"--library=/l"_s, u"--reverse"_s, u"--style=fusion"_s}
        << WindowOptions{u"/l"_s, {}, {}, {}, {}};
}

void TestArguments::windowOptions()
{
    QFETCH(QStringList, arguments);
    QFETCH(WindowOptions, options);
    const auto read = Weeknotes::windowOptions(QStringList{u"weeknotes"_s} + arguments);
    QVERIFY(read);
    QVERIFY(*read == options);
}

void TestArguments::noWindow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("subcommand") << QStringList{u"list"_s};
    QTest::newRow("unknown subcommand") << QStringList{u"lsit"_s};
    QTest::newRow("help") << QStringList{u"--help"_s};
    QTest::newRow("version") << QStringList{u"--version"_s};
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s};
    QTest::newRow("value missing") << QStringList{u"--note"_s};
    QTest::newRow("size") << QStringList{u"--size"_s, u"wide"_s};
    QTest::newRow("scheme") << QStringList{u"--scheme"_s, u"pink"_s};
}

void TestArguments::noWindow()
{
    QFETCH(QStringList, arguments);
    QVERIFY(!Weeknotes::windowOptions(QStringList{u"weeknotes"_s} + arguments));
}

void TestArguments::libraryFromTheEnvironment()
{
    qputenv("WEEKNOTES_LIBRARY", "/from/environment");
    QCOMPARE(Weeknotes::windowOptions({u"weeknotes"_s})->library, u"/from/environment"_s);
    QVERIFY(Weeknotes::windowOptions({u"weeknotes"_s})->isLibraryGiven);
    QCOMPARE(usualLibrary(), u"/from/environment"_s);
    QCOMPARE(Weeknotes::windowOptions({u"weeknotes"_s, u"--library=/l"_s})->library, u"/l"_s);
}

void TestArguments::libraryByDefault()
{
    QCOMPARE(Weeknotes::windowOptions({u"weeknotes"_s})->library,
             qEnvironmentVariable("XDG_DATA_HOME") + u"/weeknotes/library"_s);
    QVERIFY(!Weeknotes::windowOptions({u"weeknotes"_s})->isLibraryGiven);
    QCOMPARE(usualLibrary(), Weeknotes::windowOptions({u"weeknotes"_s})->library);
}

void TestArguments::emptyLibraryOptionIsTheDefault()
{
    QCOMPARE(Weeknotes::windowOptions({u"weeknotes"_s, u"--library="_s})->library,
             Weeknotes::windowOptions({u"weeknotes"_s})->library);
}

void TestArguments::help()
{
    const CommandBench bench;
    const CommandRun run = bench.run({u"--help"_s});
    QCOMPARE(run.status, 0);
    QCOMPARE(run.errors, ""_ba);
    for (const auto *name : {"new", "pause", "list", "timeline", "show", "search", "import", "export", "published",
                             "stats", "config", "copy", "verify"})
        QVERIFY2(run.output.contains(QByteArray("\n  ") + name), name);
    QVERIFY(!run.output.contains("--screenshot"));
    QVERIFY(!QDir(bench.library()).exists());
}

void TestArguments::helpOfEachCommand()
{
    const CommandBench bench;
    for (const auto &name : {u"new"_s, u"pause"_s, u"list"_s, u"timeline"_s, u"show"_s, u"search"_s, u"import"_s,
                             u"export"_s, u"published"_s, u"stats"_s, u"config"_s, u"verify"_s}) {
        const CommandRun run = bench.run({name, u"--help"_s});
        QCOMPARE(run.status, 0);
        QVERIFY2(run.output.startsWith("Usage: weeknotes " + name.toUtf8() + ' '), run.output.constData());
        QVERIFY(run.output.contains("--library DIR"));
    }
    QVERIFY(!QDir(bench.library()).exists());
}

void TestArguments::version()
{
    const CommandRun run = CommandBench().run({u"--version"_s});
    QCOMPARE(run.status, 0);
    QCOMPARE(run.output, "weeknotes " WEEKNOTES_VERSION "\n"_ba);
}

void TestArguments::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("error");
    const auto wrong = [](const char *name, const QStringList &arguments, const QString &error) {
        QTest::newRow(name) << arguments << error + u'\n';
    };
    wrong("subcommand", {u"lsit"_s}, u"There is no subcommand “lsit”; see “weeknotes --help”."_s);
    wrong("program option", {u"--nonsense"_s}, u"There is no option “--nonsense”; see “weeknotes --help”."_s);
    wrong("size", {u"--size"_s, u"wide"_s},
          u"A size is written 1280x800, a scheme light or dark; see “weeknotes --help”."_s);
    wrong("nothing", {}, u"“weeknotes” needs SUBCOMMAND; see “weeknotes --help”."_s);
    wrong("option", {u"list"_s, u"--jsno"_s}, u"There is no option “--jsno”; see “weeknotes list --help”."_s);
    wrong("window option", {u"--note"_s, u"3.9"_s, u"list"_s},
          u"“--note” is for the window, not for a subcommand; see “weeknotes --help”."_s);
    wrong("too few", {u"published"_s}, u"“published” needs NOTE [URL]; see “weeknotes published --help”."_s);
    wrong("too many", {u"list"_s, u"all"_s}, u"“all” is too much; see “weeknotes list --help”."_s);
    wrong("number", {u"list"_s, u"--season"_s, u"two"_s},
          u"“--season two” means nothing here; it can be: a whole number from 0 on."_s);
    wrong("negative number", {u"search"_s, u"--limit=-1"_s, u"x"_s},
          u"“--limit -1” means nothing here; it can be: a whole number from 1 on."_s);
    wrong("status", {u"list"_s, u"--status"_s, u"done"_s},
          u"“--status done” means nothing here; it can be: draft, ready, published."_s);
    wrong("week", {u"new"_s, u"--week"_s, u"2026-W54"_s},
          u"“--week 2026-W54” means nothing here; it can be: a week such as 2026-W47."_s);
    wrong("day of an option", {u"published"_s, u"3.9"_s, u"https://example.org"_s, u"--date=soon"_s},
          u"“--date soon” means nothing here; it can be: a day such as 2026-11-22."_s);
    wrong("search for what is not there", {u"search"_s, u"--"_s, u"-tea"_s},
          u"“search” needs a word to search for; see “weeknotes search --help”."_s);
    wrong("search without a word", {u"search"_s, u"\" …"_s},
          u"“search” needs a word to search for; see “weeknotes search --help”."_s);
    wrong("day", {u"pause"_s, u"tomorrow"_s}, u"“tomorrow” means nothing here; it can be: a day such as 2026-11-22."_s);
    wrong("form of show", {u"show"_s, u"3.9"_s, u"--as=pdf"_s},
          u"“--as pdf” means nothing here; it can be: md, html, text, json."_s);
    wrong("form of export", {u"export"_s, u"--all"_s, u"--to=x"_s, u"--as=scroll"_s},
          u"“--as scroll” means nothing here; it can be: page, site, medium-archive, markdown, hugo, jekyll, "
          "eleventy, pdf, book."_s);
    wrong("form of import", {u"import"_s, u"x"_s, u"--from=blogger"_s},
          u"“--from blogger” means nothing here; it can be: auto, medium, wordpress, ghost, markdown, html, text."_s);
    wrong("export to where", {u"export"_s, u"--all"_s}, u"“export” needs “--to DIR”; see “weeknotes export --help”."_s);
    wrong("export of what", {u"export"_s, u"--to=x"_s},
          u"“export” needs either notes, “--season”, “--year” or “--all”; see “weeknotes export --help”."_s);
    wrong("export of two things", {u"export"_s, u"--to=x"_s, u"--all"_s, u"3.9"_s},
          u"“export” needs either notes, “--season”, “--year” or “--all”; see “weeknotes export --help”."_s);
    wrong("note with the end", {u"pause"_s, u"end"_s, u"--note=x"_s},
          u"“--note” goes with the beginning of a pause; see “weeknotes pause --help”."_s);
    wrong("setting", {u"config"_s, u"colour"_s},
          u"“colour” was not found; it can be: author, backup-daily, backup-folder, backup-monthly, "
          "backup-weekly, base-url, grace-until, language, markdown-copy, not-here, page-colour, page-drop-cap, "
          "page-footer, page-picture, page-templates, run-fortnight, run-late, run-shown, section-renames, site-about, "
          "site-description, site-title, storylines, title-pattern, views, week-naming, week-numbering, week-start, "
          "season-N-name, season-N-pattern."_s);
    wrong("value of a setting", {u"config"_s, u"base-url"_s, u"example"_s},
          u"“example” means nothing here; it can be: https://…."_s);
}

void TestArguments::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, error);
    const CommandRun run = CommandBench().run(arguments);
    QCOMPARE(QString::fromUtf8(run.errors), error);
    QCOMPARE(run.output, ""_ba);
    QCOMPARE(run.status, 2);
}

void TestArguments::libraryAfterTheCommand()
{
    const CommandBench bench;
    QCOMPARE(bench.run({u"list"_s, u"--library"_s, bench.path(u"other"_s)}).status, 0);
    QVERIFY(QDir(bench.path(u"other"_s)).exists());
    QVERIFY(!QDir(bench.library()).exists());
}

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
