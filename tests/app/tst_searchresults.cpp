// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/searchresults.h"
#include "app/shelf.h"
#include "timeline/notes.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestSearchResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsWeeks_data();
    void readsWeeks();
    void putsTheNamedNoteFirst();
    void marksMatchesAndEscapesTheRest();

private:
    Shelf m_shelf;
};

void TestSearchResults::initTestCase()
{
    const TimelineContent content = TestData::autumn();
    m_shelf = Shelf(content.notes, content.pauses, {}, content.today);
}

void TestSearchResults::readsWeeks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("week");
    QTest::newRow("ISO") << u"2026-W37"_s << u"2026-W37"_s;
    QTest::newRow("words") << u" Week 37 "_s << u"2026-W37"_s;
    QTest::newRow("letter") << u"w1"_s << u"2026-W01"_s;
    QTest::newRow("another year") << u"week 53, 2020"_s << u"2020-W53"_s;
    QTest::newRow("no such week") << u"week 53 2021"_s << QString();
    QTest::newRow("week 0") << u"week 0"_s << QString();
    QTest::newRow("day") << u"2026-09-10"_s << u"2026-W37"_s;
    QTest::newRow("a word") << u"weekend"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestSearchResults::readsWeeks()
{
    QFETCH(QString, text);
    QFETCH(QString, week);
    const auto named = weekNamed(text, m_shelf);
    QCOMPARE(named ? named->toString() : QString(), week);
}

void TestSearchResults::putsTheNamedNoteFirst()
{
    SearchResults results;
    const QAbstractItemModelTester tester(&results, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const NoteHeader &map = m_shelf.notes().back();
    SearchHit hit;
    hit.id = m_shelf.notes().front().id;
    hit.title = u"Another"_s;
    SearchHit same;
    same.id = map.id;
    results.setResults(u"6.3"_s, {hit, same}, m_shelf);
    QCOMPARE(results.rowCount(), 2); // not twice
    QCOMPARE(std::get<NoteId>(results.target(0)), map.id);
    QCOMPARE(results.index(0, 0).data().toString(), map.fields.title);
    results.setResults(u"2026-W39"_s, {}, m_shelf); // a week without a note
    QCOMPARE(results.rowCount(), 1);
    QCOMPARE(std::get<Week>(results.target(0)).toString(), u"2026-W39"_s);
}

void TestSearchResults::marksMatchesAndEscapesTheRest()
{
    SearchResults results;
    SearchHit hit;
    hit.id = m_shelf.notes().front().id;
    hit.snippet = u"a <b> printer & more"_s;
    hit.matches = {{6, 13}};
    results.setResults(u"printer"_s, {hit}, m_shelf);
    QCOMPARE(results.index(0, 0).data(SearchResults::SnippetRole).toString(),
             u"a &lt;b&gt; <b>printer</b> &amp; more"_s);
}

QTEST_GUILESS_MAIN(TestSearchResults)
#include "tst_searchresults.moc"
