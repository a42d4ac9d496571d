// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandrun.h"
#include "notebook/storedtextof.h"
#include "storage/damage.h"
#include "storage/library.h"
#include "support/testdata.h"

#include <QDir>
#include <QImage>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

NoteFields fields(NoteKind kind, std::optional<Period> covers, const QString &title, SeasonNumber number = {})
{
    NoteFields fields;
    fields.kind = kind;
    fields.covers = covers;
    fields.title = title;
    fields.number = number;
    return fields;
}

const QString sampleText = u"## The plan\n\nWe met the *printers*.\n\n<!-- private\nNobody may read this.\n-->\n"_s;

} // namespace

/// Each command but import on a library with three notes and a pause, on Sunday 2026-11-22.
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void listAsJson();
    void listFilters_data();
    void listFilters();
    void listForPeople();
    void listWritesNumbersAsTitlesDo();
    void timelineAsJson();
    void timelineForPeople();
    void showForms();
    void showByEveryReference();
    void showWithoutMatch();
    void search();
    void searchWithoutMatch();
    void exportPages();
    void exportSome();
    void exportNothing();
    void exportToWhereNothingCanBe();
    void newNote();
    void newNoteOfAKind_data();
    void newNoteOfAKind();
    void newNoteWhereOneIs();
    void pauseAndItsEnd();
    void pauseThatEndedAsPlanned();
    void pauseThatCannotBe();
    void config();
    void configPicture();
    void exportSite();
    void copyApartFromTheLibrary();
    void copy();
    void copyOfADamagedLibrary();
    void published();
    void publishedWithoutAnAddress();
    void publishedThatCannotBe();
    void verify();
    void verifyFindsDamage();
    void emptyLibraryIsMade();
    void olderLibraryIsRead();
    void libraryThatIsNone_data();
    void libraryThatIsNone();
    void fullOutput();

private:
    [[nodiscard]] CommandRun run(const QStringList &arguments) const { return m_bench->run(arguments); }
    NoteId add(const NoteFields &fields, const QString &text);

    std::unique_ptr<CommandBench> m_bench;
    NoteId m_weeknote;
    NoteId m_fortnight;
    NoteId m_post;
};

NoteId TestCommands::add(const NoteFields &fields, const QString &text)
{
    const auto library = Library::open(m_bench->library(), m_bench->clock());
    const auto note = (*library)->addNote(fields, storedTextOf(text, m_bench->clock().today()),
                                          {u"text"_s, u"archive.txt#"_s + fields.title, "hash"_ba});
    return note ? note->id : NoteId();
}

void TestCommands::init()
{
    m_bench = std::make_unique<CommandBench>();
    NoteFields weeknote = fields(NoteKind::Weeknote, Period{{2026, 11, 9}, {2026, 11, 15}}, u"Printers"_s, {3, 9});
    weeknote.author = u"Ada"_s;
    weeknote.tags = {u"print"_s, u"week"_s};
    m_weeknote = add(weeknote, sampleText);
    m_fortnight =
        add(fields(NoteKind::Fortnight, Period{{2026, 10, 12}, {2026, 10, 25}}, u"Two weeks"_s, {3, 8}), u"Quiet."_s);
    NoteFields post = fields(NoteKind::Post, {}, u"A talk"_s);
    post.status = NoteStatus::Published;
    post.published = QDateTime(QDate(2025, 5, 1), QTime(9, 30), QTimeZone::fromSecondsAheadOfUtc(3600));
    m_post = add(post, u"We met in Leeds."_s);
    QVERIFY(!m_post.isNull());
    QCOMPARE(run({u"pause"_s, u"2026-10-26"_s, u"2026-11-01"_s, u"--note"_s, u"Half term"_s}).status, 0);
    QCOMPARE(run({u"pause"_s, u"end"_s, u"2026-10-31"_s}).status, 0);
}

void TestCommands::listAsJson()
{
    const CommandRun list = run({u"list"_s, u"--json"_s});
    QCOMPARE(list.status, 0);
    const QByteArray weeknote = list.output.mid(list.output.indexOf('{'), list.output.indexOf("\n  }") - 4);
    const QString expected = uR"({
    "id": "%1",
    "kind": "weeknote",
    "covers": {
      "from": "2026-11-09",
      "to": "2026-11-15"
    },
    "week": "2026-W46",
    "season": 3,
    "episode": 9,
    "episode_last": null,
    "title": "Printers",
    "subtitle": null,
    "author": "Ada",
    "language": null,
    "status": "draft",
    "words": 6,
    "minutes": 1,
    "created": "2026-11-22T15:30:00Z",
    "written": null,
    "updated": "2026-11-22T15:30:00Z",
    "published": null,
    "canonical": null,
    "tags": [
      "print",
      "week"
    ],
    "source": {
      "kind": "text",
      "key": "archive.txt#Printers"
    }
)"_s.arg(m_weeknote.toString());
    QCOMPARE(QString::fromUtf8(weeknote).trimmed(), expected.trimmed());
    QCOMPARE(list.array().size(), 3);
    const QJsonObject post = list.array().last().toObject();
    QVERIFY(post["covers"_L1].isNull());
    QVERIFY(post["week"_L1].isNull());
    QCOMPARE(post["published"_L1].toString(), u"2025-05-01T09:30:00+01:00"_s);
    QCOMPARE(post["tags"_L1], QJsonArray());
}

void TestCommands::listFilters_data()
{
    QTest::addColumn<QStringList>("filter");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("none") << QStringList{} << QStringList{u"Printers"_s, u"Two weeks"_s, u"A talk"_s};
    QTest::newRow("season") << QStringList{u"--season=3"_s} << QStringList{u"Printers"_s, u"Two weeks"_s};
    QTest::newRow("status") << QStringList{u"--status"_s, u"published"_s} << QStringList{u"A talk"_s};
    QTest::newRow("year") << QStringList{u"--year=2025"_s} << QStringList{u"A talk"_s};
    QTest::newRow("all of them") << QStringList{u"--year=2025"_s, u"--season=3"_s} << QStringList{};
}

void TestCommands::listFilters()
{
    QFETCH(QStringList, filter);
    QFETCH(QStringList, titles);
    const CommandRun list = run(QStringList{u"list"_s, u"--json"_s} + filter);
    QCOMPARE(list.status, 0);
    QStringList listed;
    for (const QJsonValue &note : list.array())
        listed << note["title"_L1].toString();
    QCOMPARE(listed, titles);
}

void TestCommands::listForPeople()
{
    const CommandRun list = run({u"list"_s});
    QCOMPARE(list.status, 0);
    QCOMPARE(QString::fromUtf8(list.output),
             u"WEEK          NUMBER  TITLE      WORDS  STATUS     ID\n"
             "2026-W46      3.9     Printers       6  draft      %1\n"
             "2026-W42–W43  3.8     Two weeks      1  draft      %2\n"
             "2025-05-01            A talk         4  published  %3\n"_s.arg(
                 m_weeknote.toString().last(8), m_fortnight.toString().last(8), m_post.toString().last(8)));
}

void TestCommands::listWritesNumbersAsTitlesDo()
{
    add(fields(NoteKind::Weeknote, Period{{2025, 6, 2}, {2025, 6, 8}}, u"3.07 — weeknotes — counters"_s, {3, 7}), {});
    const QStringList thisYear{u"list"_s, u"--season=3"_s, u"--year=2026"_s};
    const QByteArray list = run(thisYear).output;
    QVERIFY(list.contains("3.09    Printers"));
    QVERIFY(list.contains("3.08    Two weeks")); // though the title that tells is of another year
    QCOMPARE(run(thisYear + QStringList{u"--json"_s}).array().first()["episode"_L1].toInt(), 9);
}

void TestCommands::timelineAsJson()
{
    const CommandRun timeline = run({u"timeline"_s, u"--json"_s});
    QCOMPARE(timeline.status, 0);
    QStringList weeks;
    for (const QJsonValue &week : timeline.array())
        weeks << week["week"_L1].toString() + u' ' + week["state"_L1].toString();
    QCOMPARE(weeks, QStringList({u"2026-W42 noted"_s, u"2026-W43 noted"_s, u"2026-W44 paused"_s, u"2026-W45 missed"_s,
                                 u"2026-W46 noted"_s, u"2026-W47 future"_s}));
    const QJsonObject paused = timeline.array()[2].toObject();
    QCOMPARE(paused["from"_L1].toString(), u"2026-10-26"_s);
    QCOMPARE(paused["to"_L1].toString(), u"2026-11-01"_s);
    QCOMPARE(paused["notes"_L1], QJsonArray());
    QCOMPARE(
        paused["pause"_L1],
        QJsonObject({{u"from"_s, u"2026-10-26"_s}, {u"planned_to"_s, u"2026-11-01"_s}, {u"to"_s, u"2026-10-31"_s}}));
    const QJsonObject noted = timeline.array()[4].toObject();
    QCOMPARE(noted["notes"_L1], QJsonArray({m_weeknote.toString()}));
    QVERIFY(noted["pause"_L1].isNull());
}

void TestCommands::timelineForPeople()
{
    const CommandRun timeline = run({u"timeline"_s});
    QCOMPARE(timeline.status, 0);
    QVERIFY2(timeline.output.contains("2026-W44  2026-10-26  2026-11-01  paused  Half term\n"),
             timeline.output.constData());
    QVERIFY2(timeline.output.contains("2026-W45  2026-11-02  2026-11-08  missed\n"), timeline.output.constData());
}

void TestCommands::showForms()
{
    const CommandRun markdown = run({u"show"_s, u"3.9"_s});
    QCOMPARE(markdown.status, 0);
    QVERIFY(markdown.output.startsWith("---\ntitle: \"Printers\"\nkind: weeknote\n"));
    QVERIFY(markdown.output.endsWith("---\n\n" + sampleText.toUtf8()));

    const CommandRun html = run({u"show"_s, u"3.9"_s, u"--as"_s, u"html"_s});
    QCOMPARE(html.status, 0);
    QVERIFY(html.output.contains("<em>printers</em>"));
    QVERIFY(!html.output.contains("Nobody"));

    QCOMPARE(run({u"show"_s, u"3.9"_s, u"--as=text"_s}).output, "Printers\n\nThe plan\n\nWe met the printers.\n"_ba);

    const CommandRun json = run({u"show"_s, u"3.9"_s, u"--as=json"_s});
    QCOMPARE(json.object()["text"_L1].toString(), sampleText);
    QJsonObject listed = run({u"list"_s, u"--json"_s}).array().first().toObject();
    listed.insert("text"_L1, sampleText);
    QCOMPARE(json.object(), listed);
}

void TestCommands::showByEveryReference()
{
    const QString id = m_weeknote.toString();
    for (const QString &reference : {id, id.last(8), u"2026-W46"_s, u"2026-11-12"_s, u"3.09"_s, u"S3-ep9"_s}) {
        const CommandRun shown = run({u"show"_s, reference, u"--as=json"_s});
        QCOMPARE(shown.object()["id"_L1].toString(), id);
    }
}

void TestCommands::showWithoutMatch()
{
    const CommandRun none = run({u"show"_s, u"2026-W01"_s});
    QCOMPARE(none.status, 1);
    QCOMPARE(none.output, ""_ba);
    QCOMPARE(QString::fromUtf8(none.errors), u"No note is “2026-W01”; “weeknotes list” shows what there is.\n"_s);
    QCOMPARE(run({u"show"_s, u"the last one"_s}).status, 2);
}

void TestCommands::search()
{
    const CommandRun json = run({u"search"_s, u"--json"_s, u"print"_s});
    QCOMPARE(json.status, 0);
    QCOMPARE(json.array().size(), 1);
    const QJsonObject hit = json.array().first().toObject();
    QCOMPARE(hit.keys(), QStringList({u"covers"_s, u"id"_s, u"rank"_s, u"snippet"_s, u"title"_s}));
    QCOMPARE(hit["id"_L1].toString(), m_weeknote.toString());
    QVERIFY(hit["snippet"_L1].toString().contains(u"printers"_s));
    QVERIFY(hit["rank"_L1].isDouble());
    QCOMPARE(hit["covers"_L1]["from"_L1].toString(), u"2026-11-09"_s);

    const CommandRun people = run({u"search"_s, u"we"_s, u"met"_s});
    QCOMPARE(people.status, 0);
    QVERIFY(people.output.contains("2026-W46  Printers\n    "));
    QVERIFY(people.output.contains(m_post.toString().last(8).toUtf8() + "  A talk\n    "));
    QCOMPARE(run({u"search"_s, u"--json"_s, u"--limit=1"_s, u"met"_s}).array().size(), 1);
    QVERIFY(!run({u"search"_s, u"we met -plan"_s}).output.contains("Printers"));
}

void TestCommands::searchWithoutMatch()
{
    const CommandRun json = run({u"search"_s, u"--json"_s, u"zebra"_s});
    QCOMPARE(json.status, 1);
    QCOMPARE(json.output, "[]\n"_ba);
    QCOMPARE(json.errors, ""_ba);
    const CommandRun people = run({u"search"_s, u"\" OR *"_s});
    QCOMPARE(people.status, 1);
    QCOMPARE(people.output, ""_ba);
    QCOMPARE(people.errors.count('\n'), 1);
}

void TestCommands::exportPages()
{
    const QString to = m_bench->path(u"out"_s);
    const CommandRun all = run({u"export"_s, u"--all"_s, u"--to"_s, to, u"--as"_s, u"page"_s});
    QVERIFY2(all.errors.startsWith("One passage") && all.errors.count('\n') == 1, all.errors.constData());
    QCOMPARE(all.status, 0);
    const QStringList written = QString::fromUtf8(all.output).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(written.size(), 3);
    for (const QString &path : written)
        QVERIFY2(QFile::exists(path), qPrintable(path));
    QFile page(written.first());
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray html = page.readAll();
    QVERIFY(html.contains("<em>printers</em>"));
    QVERIFY(!html.contains("Nobody"));
    const CommandRun year = run({u"export"_s, u"--year=2026"_s, u"--to"_s, to});
    QCOMPARE(year.status, 0);
    QCOMPARE_LT(year.output.count('\n'), 3);
    QCOMPARE(run({u"export"_s, u"--year=1999"_s, u"--to"_s, to}).status, 1);
}

void TestCommands::exportSite()
{
    const QString to = m_bench->path(u"site"_s);
    QCOMPARE(run({u"config"_s, u"base-url"_s, u"https://robin.example/notes"_s}).status, 0);
    const CommandRun all = run({u"export"_s, u"--as=site"_s, u"--all"_s, u"--to"_s, to});
    QCOMPARE(all.status, 0);
    QCOMPARE(all.errors.count('\n'), 2); // a passage that is left out, and
    QVERIFY2(all.errors.contains("drafts, which readers see now."), all.errors.constData());
    QCOMPARE(all.output, QFile::encodeName(to) + "/index.html\n");
    for (const auto &file : {u"atom.xml"_s, u"rss.xml"_s, u"sitemap.xml"_s, u"404.html"_s, u"archive/index.html"_s})
        QVERIFY2(QFileInfo::exists(to + u'/' + file), qPrintable(file));
    QCOMPARE(run({u"config"_s, u"base-url"_s, QString()}).status, 0);
    const CommandRun without = run({u"export"_s, u"--as=site"_s, u"--all"_s, u"--to"_s, to});
    QCOMPARE(without.errors.count('\n'), 3);
    QVERIFY(!QFileInfo::exists(to + u"/atom.xml"_s));
}

void TestCommands::configPicture()
{
    QImage picture(400, 300, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    const QString path = m_bench->path(u"robin.png"_s);
    QVERIFY(picture.save(path));
    QCOMPARE(run({u"config"_s, u"page-picture"_s, path}).status, 0);
    QVERIFY(run({u"config"_s}).output.contains("\npage-picture = "));
    const CommandRun kept = run({u"config"_s, u"page-picture"_s});
    const QImage square = QImage::fromData(QByteArray::fromBase64(kept.output.trimmed()));
    QCOMPARE(square.size(), QSize(192, 192));
    const CommandRun none = run({u"config"_s, u"page-picture"_s, m_bench->file(u"a.txt"_s, "no picture")});
    QCOMPARE(none.status, 2);
    QVERIFY(none.errors.contains("a.txt"));
    QCOMPARE(run({u"config"_s, u"page-picture"_s, m_bench->path(u"nowhere.png"_s)}).status, 2);
    QCOMPARE(run({u"config"_s, u"page-picture"_s}).output, kept.output);
}

void TestCommands::exportSome()
{
    const auto count = [&](const QStringList &what, const QString &folder) {
        const CommandRun some = run(QStringList{u"export"_s, u"--to"_s, m_bench->path(folder)} + what);
        return some.status == 0 ? some.output.count('\n') : -1;
    };
    QCOMPARE(count({u"--season"_s, u"3"_s}, u"season"_s), 2);
    QCOMPARE(count({u"3.8"_s, u"2026-W46"_s, u"3.9"_s}, u"notes"_s), 2);
}

void TestCommands::exportNothing()
{
    const CommandRun none = run({u"export"_s, u"--season=9"_s, u"--to"_s, m_bench->path(u"out"_s)});
    QCOMPARE(none.status, 1);
    QCOMPARE(none.errors.count('\n'), 1);
    QCOMPARE(run({u"export"_s, u"9.9"_s, u"--to"_s, m_bench->path(u"out"_s)}).status, 1);
    QVERIFY(!QDir(m_bench->path(u"out"_s)).exists());
}

void TestCommands::exportToWhereNothingCanBe()
{
    const QString file = m_bench->file(u"in the way"_s, "x");
    const CommandRun failed = run({u"export"_s, u"--all"_s, u"--to"_s, file});
    QCOMPARE(failed.status, 4);
    QCOMPARE(failed.output, ""_ba);
    QCOMPARE(failed.errors.count('\n'), 1);
    QVERIFY(failed.errors.contains(file.toUtf8()));
}

void TestCommands::newNote()
{
    QCOMPARE(run({u"config"_s, u"title-pattern"_s, u"{season}.{episode:02} — {title}"_s}).status, 0);
    const CommandRun started = run({u"new"_s, u"--title"_s, u"Ink"_s});
    QCOMPARE(started.status, 0);
    const QJsonObject note = run({u"list"_s, u"--json"_s}).array().first().toObject();
    QCOMPARE(note["title"_L1].toString(), u"3.10 — Ink"_s);
    QCOMPARE(note["week"_L1].toString(), u"2026-W47"_s); // Sunday is past the days of grace
    QCOMPARE(note["status"_L1].toString(), u"draft"_s);
    QCOMPARE(note["episode"_L1].toInt(), 10);
    QVERIFY(note["source"_L1].isNull());
    QCOMPARE(QString::fromUtf8(started.output),
             u"weeknote %1, from 2026-11-16 to 2026-11-22, started: 3.10 — Ink\n"_s.arg(note["id"_L1].toString()));
}

void TestCommands::newNoteOfAKind_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("week") << QStringList{u"--week=2026-W45"_s} << u"2026-11-02"_s << u"2026-11-08"_s;
    QTest::newRow("fortnight, first week")
        << QStringList{u"--kind=fortnight"_s, u"--week=2026-W47"_s} << u"2026-11-16"_s << u"2026-11-29"_s;
    QTest::newRow("longer, since the last") << QStringList{u"--kind=longer"_s} << u"2026-11-16"_s << u"2026-11-22"_s;
    QTest::newRow("longer, first week") << QStringList{u"--kind=longer"_s, u"--week=2026-W48"_s} << u"2026-11-23"_s
                                        << u"2026-11-29"_s;
    QTest::newRow("post") << QStringList{u"--kind=post"_s} << QString() << QString();
}

void TestCommands::newNoteOfAKind()
{
    QFETCH(QStringList, options);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const CommandRun started = run(QStringList{u"new"_s} + options);
    QCOMPARE(started.errors, ""_ba);
    QCOMPARE(started.status, 0);
    const QString id = QString::fromUtf8(started.output).section(u' ', 1, 1).remove(u',');
    const QJsonObject note = run({u"show"_s, id, u"--as=json"_s}).object();
    QCOMPARE(note["covers"_L1]["from"_L1].toString(), from);
    QCOMPARE(note["covers"_L1]["to"_L1].toString(), to);
}

void TestCommands::newNoteWhereOneIs()
{
    const CommandRun refused = run({u"new"_s, u"--week"_s, u"2026-W46"_s});
    QCOMPARE(refused.status, 4);
    QCOMPARE(
        QString::fromUtf8(refused.errors),
        u"“Printers” (%1) covers these days already; name another week with “--week”.\n"_s.arg(m_weeknote.toString()));
    QCOMPARE(run({u"list"_s, u"--json"_s}).array().size(), 3);
    QCOMPARE(run({u"new"_s, u"--kind"_s, u"fortnight"_s}).status, 4);
}

void TestCommands::pauseAndItsEnd()
{
    QCOMPARE(run({u"pause"_s, u"2026-11-16"_s}).status, 0);
    const CommandRun ended = run({u"pause"_s, u"end"_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.output, "The pause went from 2026-11-16 to 2026-11-22.\n"_ba);
    const QJsonObject week = run({u"timeline"_s, u"--json"_s}).array().last().toObject();
    QCOMPARE(week["state"_L1].toString(), u"paused"_s);
    QCOMPARE(week["pause"_L1]["to"_L1].toString(), u"2026-11-22"_s);
}

void TestCommands::pauseThatEndedAsPlanned()
{
    QCOMPARE(run({u"pause"_s, u"2026-08-03"_s, u"2026-08-31"_s}).status, 0);
    QCOMPARE(QString::fromUtf8(run({u"pause"_s, u"end"_s}).output),
             u"The pause went from 2026-08-03 to 2026-08-31, as it was planned; if it went on, “weeknotes pause "
             "2026-09-01 2026-11-22” says so.\n"_s);
}

void TestCommands::pauseThatCannotBe()
{
    const CommandRun overlap = run({u"pause"_s, u"2026-10-30"_s});
    QCOMPARE(overlap.status, 2);
    QCOMPARE(QString::fromUtf8(overlap.errors),
             u"These days overlap the pause that begins on 2026-10-26; see “weeknotes pause --help”.\n"_s);
    QCOMPARE(run({u"pause"_s, u"2026-12-02"_s, u"2026-12-01"_s}).status, 2);
    QCOMPARE(run({u"pause"_s, u"end"_s}).status, 1);
}

void TestCommands::config()
{
    QCOMPARE(run({u"config"_s, u"author"_s, u"Ada Löv"_s}).status, 0);
    QCOMPARE(run({u"config"_s, u"author"_s}).output, "Ada Löv\n"_ba);
    const CommandRun all = run({u"config"_s});
    QVERIFY(all.output.startsWith("author = Ada Löv\nbackup-daily = 7\n"));
    QVERIFY(all.output.endsWith("week-start = monday\n"));
    QCOMPARE(run({u"config"_s, u"author"_s, QString()}).status, 0);
    QCOMPARE(run({u"config"_s, u"author"_s}).output, "\n"_ba);
    QCOMPARE(run({u"config"_s, u"season-6-name"_s, u"The big move"_s}).status, 0);
    QVERIFY(run({u"config"_s}).output.contains("\nseason-6-name = The big move\nsection-renames ="));
    QCOMPARE(run({u"config"_s, u"season-6-name"_s, QString()}).status, 0);
    QVERIFY(!run({u"config"_s}).output.contains("season-"));
    QCOMPARE(run({u"config"_s, u"site-about"_s, u"One.\n\nTwo."_s}).status, 0);
    QVERIFY(run({u"config"_s}).output.contains("\nsite-about = One.…\n"));
}

void TestCommands::copyApartFromTheLibrary()
{
    const QString inside = m_bench->library() + u"/copy"_s;
    const CommandRun refused = run({u"config"_s, u"markdown-copy"_s, inside});
    QCOMPARE(refused.status, 2);
    QCOMPARE(refused.errors.count('\n'), 1);
    QVERIFY(refused.errors.contains(inside.toUtf8()));
    QCOMPARE(run({u"config"_s, u"markdown-copy"_s}).output, "\n"_ba);
}

void TestCommands::copy()
{
    QCOMPARE(run({u"copy"_s}).status, 1); // none is kept
    const QString folder = m_bench->path(u"copy"_s);
    QCOMPARE(run({u"config"_s, u"markdown-copy"_s, folder}).status, 0);
    const CommandRun copied = run({u"copy"_s});
    QCOMPARE(copied.status, 0);
    QCOMPARE(QString::fromUtf8(copied.output), u"“%1” is in step: 3 notes.\n"_s.arg(folder));
    QCOMPARE(QDir(folder).entryList({u"*.md"_s}).size(), 3);
    QVERIFY(QDir(folder).removeRecursively());
    (void)m_bench->file(u"copy"_s, "no folder");
    const CommandRun refused = run({u"copy"_s});
    QCOMPARE(refused.status, 4);
    QCOMPARE(refused.errors.count('\n'), 1);
}

void TestCommands::copyOfADamagedLibrary()
{
    QCOMPARE(run({u"config"_s, u"markdown-copy"_s, m_bench->path(u"copy"_s)}).status, 0);
    const QString database = Library::databasePath(m_bench->library());
    for (const qint64 page : Test::leavesOf(database, u"notes"_s))
        Test::damagePage(database, page);
    const CommandRun copied = run({u"copy"_s});
    QCOMPARE(copied.status, 3);
    QVERIFY(copied.errors.contains("damaged"));
}

void TestCommands::published()
{
    const CommandRun now =
        run({u"published"_s, u"3.9"_s, u"https://example.org/printers"_s, u"--date"_s, u"2026-11-20"_s});
    QCOMPARE(now.status, 0);
    QCOMPARE(QString::fromUtf8(now.output), u"“Printers” stands at https://example.org/printers since 2026-11-20.\n"_s);
    const QJsonObject note = run({u"show"_s, u"3.9"_s, u"--as=json"_s}).object();
    QCOMPARE(note["status"_L1].toString(), u"published"_s);
    QCOMPARE(note["canonical"_L1].toString(), u"https://example.org/printers"_s);
    QVERIFY(note["published"_L1].toString().startsWith(u"2026-11-20"_s));
}

void TestCommands::publishedWithoutAnAddress()
{
    const CommandRun now = run({u"published"_s, u"3.9"_s, u"--date"_s, u"2026-11-20"_s});
    QCOMPARE(QString::fromUtf8(now.output), u"“Printers” is published since 2026-11-20.\n"_s);
    const QJsonObject note = run({u"show"_s, u"3.9"_s, u"--as=json"_s}).object();
    QCOMPARE(note["status"_L1].toString(), u"published"_s);
    QCOMPARE(note["canonical"_L1].toString(), QString());
}

void TestCommands::publishedThatCannotBe()
{
    for (const QString &address : {u"javascript:alert(1)"_s, u"example.org"_s, u"https://exa mple.org"_s}) {
        const CommandRun refused = run({u"published"_s, u"3.9"_s, address});
        QCOMPARE(refused.status, 2);
        QCOMPARE(QString::fromUtf8(refused.errors), u"“%1” means nothing here; it can be: https://….\n"_s.arg(address));
    }
    QCOMPARE(run({u"published"_s, u"9.9"_s, u"https://example.org/"_s}).status, 1);
    QCOMPARE(run({u"published"_s, u"3.9"_s, u"https://example.org/"_s, u"--date=soon"_s}).status, 2);
    QCOMPARE(run({u"show"_s, u"3.9"_s, u"--as=json"_s}).object()["status"_L1].toString(), u"draft"_s);
}

void TestCommands::verify()
{
    const CommandRun whole = run({u"verify"_s});
    QCOMPARE(whole.status, 0);
    QCOMPARE(whole.output, "The library is whole: 3 notes.\n"_ba);
}

void TestCommands::verifyFindsDamage()
{
    const auto library = Library::open(m_bench->library(), m_bench->clock());
    QVERIFY((*library)->addImage(m_weeknote, {u"images/a.png"_s, "not really"_ba}));
    const QDir images(m_bench->library() + u"/images"_s);
    const QStringList files = images.entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QFile file(images.filePath(files.first()));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(file.remove());
    const CommandRun found = run({u"verify"_s});
    QCOMPARE(found.status, 1);
    QCOMPARE(found.output.count('\n'), 1);
    QVERIFY2(found.output.contains("images/a.png"), found.output.constData());
}

void TestCommands::emptyLibraryIsMade()
{
    const QString folder = m_bench->path(u"deep/down"_s);
    for (const auto &command : {QStringList{u"list"_s, u"--json"_s}, QStringList{u"timeline"_s, u"--json"_s}}) {
        const CommandRun empty = run(QStringList{command} + QStringList{u"--library"_s, folder});
        QCOMPARE(empty.status, 0);
        QCOMPARE(empty.output, "[]\n"_ba);
        QVERIFY(QFile::exists(folder + u"/notes.sqlite"_s));
    }
}

/// It is brought up to date first, whatever is wanted of it.
void TestCommands::olderLibraryIsRead()
{
    const QString old = m_bench->path(u"old"_s);
    QVERIFY(QDir().mkpath(old));
    QVERIFY(QFile::copy(testData(u"libraries/schema-2/notes.sqlite"_s), old + u"/notes.sqlite"_s));
    QVERIFY(QFile::setPermissions(old + u"/notes.sqlite"_s, QFile::ReadOwner | QFile::WriteOwner));
    const CommandRun list = run({u"--library"_s, old, u"list"_s});
    QCOMPARE(list.errors, ""_ba);
    QCOMPARE(list.status, 0);
    QVERIFY(list.output.contains("Two machines, one kettle"));
    QCOMPARE(QDir(old + u"/backups"_s).entryList(QDir::Files).size(), 1);
}

void TestCommands::libraryThatIsNone_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("reads") << QStringList{u"list"_s};
    QTest::newRow("writes") << QStringList{u"new"_s};
}

void TestCommands::libraryThatIsNone()
{
    QFETCH(QStringList, command);
    const auto failsOn = [&](const QString &folder) {
        const CommandRun failed = run(command + QStringList{u"--library"_s, folder});
        return failed.status == 3 && failed.output.isEmpty() && failed.errors.count('\n') == 1 &&
               failed.errors.contains(folder.toUtf8());
    };
    const QString file = m_bench->file(u"a file"_s, "x");
    QVERIFY(failsOn(file));

    const QString other = m_bench->path(u"other"_s);
    QVERIFY(QDir().mkpath(other));
    const QString stranger = m_bench->file(u"other/notes.sqlite"_s, "This is no database, and longer than its header");
    QVERIFY(failsOn(other));
    QFile kept(stranger);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), "This is no database, and longer than its header"_ba);
}

void TestCommands::fullOutput()
{
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QBuffer input;
    QBuffer errors;
    QVERIFY(input.open(QIODevice::ReadOnly) && errors.open(QIODevice::WriteOnly));
    for (const auto &command : {u"list"_s, u"--version"_s, u"--help"_s}) {
        const QStringList line{u"weeknotes"_s, u"--library"_s, m_bench->library(), command};
        QCOMPARE(runCommandLine(line, {input, full, errors}, m_bench->clock()), 4);
    }
    QVERIFY2(errors.data().startsWith("“standard output” can’t be written ("), errors.data().constData());
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
