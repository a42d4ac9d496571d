// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandrun.h"
#include "notebook/storedtextof.h"
#include "storage/library.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// `stats` on a library with two seasons and a pause, on Sunday 2026-11-22.
class TestStats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nothing();
    void keysStay();
    void all();
    void ofASeason();
    void ofAYear();
    void ofNoSuchSeason();
    void hiddenPassages();
    void forPeople();
    void runsNotShown();
    void wrongUsage();

private:
    [[nodiscard]] CommandRun run(const QStringList &arguments) const { return m_bench->run(arguments); }
    [[nodiscard]] QJsonObject json(const QStringList &arguments) const
    {
        return run(QStringList{u"stats"_s, u"--json"_s} + arguments).object();
    }
    void add(const SeasonNumber &number, QDate first, int days, QDate written, const QString &text);
    void fill();

    std::unique_ptr<CommandBench> m_bench;
};

void TestStats::add(const SeasonNumber &number, QDate first, int days, QDate written, const QString &text)
{
    NoteFields fields;
    fields.kind = kindForDays(days);
    fields.covers = Period{first, first.addDays(days - 1)};
    fields.number = number;
    fields.written = written;
    fields.title = u"Week of "_s + first.toString(Qt::ISODate);
    const auto library = Library::open(m_bench->library(), m_bench->clock());
    QVERIFY((*library)->addNote(fields, storedTextOf(text, m_bench->clock().today())));
}

void TestStats::fill()
{
    add({1, 1, {}}, {2025, 12, 15}, 7, {2025, 12, 19}, u"Six words stand in this note."_s);
    add({2, 1, {}}, {2026, 10, 19}, 14, {2026, 11, 1},
        u"## Boats\n\nHarbour, harbour: [ferry](https://www.example.org/a) thanks to Sam.\n"_s);
    add({2, 2, {}}, {2026, 11, 9}, 7, {2026, 11, 17},
        u"## Boats\n\nLedger ledger. Thank you, Sam and Priya.\n\n<!-- private\nSecret secret, thanks to Nobody.\n-->\n"_s);
    QCOMPARE(run({u"pause"_s, u"2026-11-02"_s, u"2026-11-08"_s}).status, 0);
}

void TestStats::init()
{
    m_bench = std::make_unique<CommandBench>();
}

void TestStats::nothing()
{
    QCOMPARE(run({u"stats"_s}).output, "All notes\nThere are no notes.\n");
    const QJsonObject stats = json({});
    QCOMPARE(stats["notes"_L1], 0);
    QVERIFY(stats["longest"_L1].isNull());
    QCOMPARE(stats["by_week"_L1], QJsonArray());
}

void TestStats::keysStay()
{
    fill();
    const QJsonObject stats = json({});
    QStringList keys = stats.keys();
    keys.sort();
    QCOMPARE(keys.join(u' '), u"by_week by_year delays kinds links longest median_words minutes most_used notes pauses "
                              "people runs season seasons sections shortest statuses weekdays weeks words year"_s);
    const auto first = [&stats](QLatin1StringView key) { return stats[key].toArray().first().toObject().keys(); };
    QCOMPARE(first("by_week"_L1), (QStringList{u"season"_s, u"state"_s, u"week"_s, u"words"_s}));
    QCOMPARE(first("by_year"_L1), (QStringList{u"notes"_s, u"words"_s, u"year"_s}));
    QCOMPARE(first("seasons"_L1), (QStringList{u"from"_s, u"notes"_s, u"season"_s, u"to"_s, u"words"_s}));
    QCOMPARE(first("runs"_L1), (QStringList{u"first"_s, u"goes_on"_s, u"last"_s, u"weeks"_s}));
    QCOMPARE(first("pauses"_L1), (QStringList{u"from"_s, u"planned_to"_s, u"to"_s}));
    QCOMPARE(first("sections"_L1), (QStringList{u"name"_s, u"notes"_s}));
    QCOMPARE(first("links"_L1), (QStringList{u"count"_s, u"host"_s}));
    QCOMPARE(first("people"_L1), (QStringList{u"name"_s, u"notes"_s}));
    QCOMPARE(first("most_used"_L1), (QStringList{u"count"_s, u"word"_s}));
}

void TestStats::all()
{
    fill();
    const QJsonObject stats = json({});
    QVERIFY(stats["season"_L1].isNull());
    QCOMPARE(stats["notes"_L1], 3);
    QCOMPARE(stats["kinds"_L1]["fortnight"_L1], 1);
    QCOMPARE(stats["statuses"_L1]["draft"_L1], 3);
    QCOMPARE(stats["weeks"_L1]["noted"_L1], 4);
    QCOMPARE(stats["weeks"_L1]["paused"_L1], 1);
    QCOMPARE(stats["delays"_L1], (QJsonArray{-2, 0, 2}));
    QCOMPARE(stats["weekdays"_L1]["friday"_L1], 1);
    QCOMPARE(stats["weekdays"_L1]["tuesday"_L1], 1);
    const QJsonObject run = stats["runs"_L1].toArray().last().toObject();
    QCOMPARE(run["first"_L1], u"2026-W43"_s);
    QCOMPARE(run["weeks"_L1], 3);
    QCOMPARE(stats["sections"_L1][0], (QJsonObject{{"name"_L1, "Boats"_L1}, {"notes"_L1, 2}}));
    QCOMPARE(stats["links"_L1][0], (QJsonObject{{"host"_L1, "example.org"_L1}, {"count"_L1, 1}}));
    QCOMPARE(stats["people"_L1][0], (QJsonObject{{"name"_L1, "Sam"_L1}, {"notes"_L1, 2}}));
}

void TestStats::ofASeason()
{
    fill();
    const QJsonObject stats = json({u"--season"_s, u"1"_s});
    QCOMPARE(stats["season"_L1], 1);
    QCOMPARE(stats["notes"_L1], 1);
    QCOMPARE(stats["words"_L1], 6);
    QCOMPARE(stats["by_week"_L1].toArray().size(), 1);
    QCOMPARE(stats["pauses"_L1], QJsonArray());
    QCOMPARE(stats["runs"_L1].toArray().size(), 1);
    QCOMPARE(stats["sections"_L1], QJsonArray());
}

void TestStats::ofAYear()
{
    fill();
    const QJsonObject stats = json({u"--year=2026"_s});
    QCOMPARE(stats["year"_L1], 2026);
    QCOMPARE(stats["notes"_L1], 2);
    QCOMPARE(stats["by_week"_L1].toArray().size(), 4); // from its first note to its last
}

void TestStats::ofNoSuchSeason()
{
    fill();
    const CommandRun stats = run({u"stats"_s, u"--season=9"_s});
    QCOMPARE(stats.status, 0);
    QCOMPARE(stats.output, "Season 9\nThere are no notes.\n");
}

void TestStats::hiddenPassages()
{
    fill();
    const QByteArray stats = run({u"stats"_s, u"--json"_s}).output.toLower();
    QVERIFY(!stats.contains("secret"));
    QVERIFY(!stats.contains("nobody"));
    QVERIFY(stats.contains("ledger"));
}

void TestStats::forPeople()
{
    fill();
    const QString stats = QString::fromUtf8(run({u"stats"_s, u"--season=2"_s}).output);
    QVERIFY2(stats.startsWith(u"Season 2\nNotes        2\nWords        "_s), qUtf8Printable(stats));
    QVERIFY2(
        stats.contains(u"\nSections     Boats (2)\nLinks to     example.org (1)\nThanks to    Sam (2), Priya (1)\n"_s),
        qUtf8Printable(stats));
    QVERIFY(stats.contains(u"\nLongest run  "_s));
    QVERIFY(!stats.contains(u"SEASON"_s)); // of one there is no table
    const QString all = QString::fromUtf8(run({u"stats"_s}).output);
    QVERIFY2(all.contains(u"     2  2026-10-19  2026-11-15      2"_s), qUtf8Printable(all));
}

void TestStats::runsNotShown()
{
    fill();
    QCOMPARE(run({u"config"_s, u"run-shown"_s, u"no"_s}).status, 0);
    QVERIFY(!run({u"stats"_s}).output.contains("run"));
}

void TestStats::wrongUsage()
{
    QCOMPARE(run({u"stats"_s, u"--season"_s, u"x"_s}).status, 2);
    QCOMPARE(run({u"stats"_s, u"--year=0"_s}).status, 2);
    QCOMPARE(run({u"stats"_s, u"more"_s}).status, 2);
}

QTEST_GUILESS_MAIN(TestStats)
#include "tst_stats.moc"
