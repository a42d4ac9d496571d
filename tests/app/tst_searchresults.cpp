// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/searchgroups.h"
#include "app/searchresults.h"
#include "app/shelf.h"
#include "timeline/notes.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestSearchResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesWeeks_data();
    void namesWeeks();
    void offersToWriteAMissedWeek();
    void showsAWeekOfEarlierYears();
    void showsAMonthOfEarlierYears();
    void marksMatchesAndEscapesTheRest();
    void leadsToHeadings();
    void findsCommands();
    void showsWhatWasOpenLast();
    void showsNoNoteTwice();
    void putsTheBestOfEachFirst();
    void stepsOverHeadings();
    void staysAModel();

private:
    [[nodiscard]] QStringList weeks(const QString &words) const
    {
        QStringList all;
        for (const SearchRow &row : SearchGroups::weeks(words, m_shelf, true).rows)
            all << (row.aside.isEmpty() ? row.title : row.title + u" | "_s + row.aside);
        return all;
    }
    [[nodiscard]] static SearchHit hit(const NoteHeader &note)
    {
        SearchHit hit;
        hit.id = note.id;
        hit.title = note.fields.title;
        return hit;
    }

    Shelf m_shelf;
};

namespace {

SearchGroup group(const QString &name, int count)
{
    SearchGroup made{name, {}};
    for (int i = 0; i < count; ++i)
        made.rows.push_back({NarrowerSearch{}, name + QString::number(i), {}, {}, {}, {}});
    return made;
}

QStringList linesOf(const SearchResults &results)
{
    QStringList lines;
    for (int row = 0; row < results.rowCount(); ++row)
        lines << results.index(row, 0).data().toString();
    return lines;
}

} // namespace

void TestSearchResults::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const TimelineContent content = TestData::autumn(); // 7 October 2026
    m_shelf = Shelf(content.notes, content.pauses, {}, content.today);
}

void TestSearchResults::namesWeeks_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const QString &words, const QStringList &rows) {
        QTest::newRow(qPrintable(words)) << words << rows;
    };
    const QString map = u"6.03 — weeknotes — the map is out"_s;
    const QString migration = u"6.02 — weeknotes — two weeks, one migration"_s;
    row(u"w40"_s, {map + u" | Week 40"_s});
    row(u"2026-W37"_s, {migration + u" | Week 37"_s}); // a fortnight, by either week
    row(u"week 38"_s, {migration + u" | Week 38"_s});
    row(u"w39"_s, {u"Week 39 | nothing written"_s});
    row(u"w32"_s, {u"Week 32 | a pause"_s});
    row(u"next week"_s, {u"Week 42 | still to come"_s});
    row(u"29 sep"_s, {map + u" | Week 40"_s});
    row(u"6.3"_s, {map});
    row(u"6.03"_s, {map});                                               // and not 6 March
    row(u"3.09"_s, {u"6.01 — weeknotes — back, with sand | Week 36"_s}); // no such number, but such a day
    row(u"S6-ep2"_s, {migration});
    row(u"season 5"_s, {u"5.13 — weeknotes — asking better questions"_s, u"5.14 — weeknotes — time for a pause"_s});
    row(u"#14"_s, {u"5.14 — weeknotes — time for a pause"_s});
    row(u"september 2026"_s, {u"6.01 — weeknotes — back, with sand | Week 36"_s, migration + u" | Week 37"_s,
                              u"Week 39 | nothing written"_s}); // most of week 40 is October's
    row(u"june 2019"_s, {});
    row(u"2026"_s, {u"July 2026 | 1 note(s)"_s, u"August 2026 | 1 note(s)"_s, u"September 2026 | 2 note(s)"_s,
                    u"October 2026 | 1 note(s)"_s});
    row(u"printer"_s, {});
}

void TestSearchResults::namesWeeks()
{
    QFETCH(QString, words);
    QFETCH(QStringList, rows);
    QCOMPARE(weeks(words), rows);
}

void TestSearchResults::offersToWriteAMissedWeek()
{
    const auto missed = SearchGroups::weeks(u"w39"_s, m_shelf, true).rows;
    QCOMPARE(missed.size(), 1);
    QCOMPARE(std::get<FoundWeek>(missed.front().target), (FoundWeek{*Week::fromIso(2026, 39), true}));
    QCOMPARE(missed.front().offer, u"Write it"_s);
    QCOMPARE(missed.front().detail, u"21 – 27 Sept 2026"_s);
    for (const SearchRow &row : {SearchGroups::weeks(u"w39"_s, m_shelf, false).rows.front(), // read only
                                 SearchGroups::weeks(u"w32"_s, m_shelf, true).rows.front(),  // a pause
                                 SearchGroups::weeks(u"w40"_s, m_shelf, true).rows.front()}) {
        QVERIFY(!std::get<FoundWeek>(row.target).toWrite);
        QVERIFY(row.offer.isEmpty());
    }
    QVERIFY(std::get<FoundWeek>(SearchGroups::weeks(u"12 May 2020"_s, m_shelf, true).rows.front().target).toWrite);
}

void TestSearchResults::showsAWeekOfEarlierYears()
{
    std::vector<NoteHeader> notes;
    for (int year = 2016; year < 2026; ++year)
        notes.push_back(TestData::note(year, Week::fromIso(year, 40)->days().first, u"In %1"_s.arg(year)));
    const Shelf shelf(notes, {}, {}, QDate(2026, 10, 7));
    QStringList titles;
    for (const SearchRow &row : SearchGroups::weeks(u"week 40"_s, shelf, true).rows)
        titles << row.title;
    QCOMPARE(titles, QStringList({u"In 2025"_s, u"In 2024"_s, u"In 2023"_s, u"In 2022"_s, u"Week 40"_s}));
    QCOMPARE(SearchGroups::weeks(u"week 40 2020"_s, shelf, true).rows.size(), 1);
}

void TestSearchResults::showsAMonthOfEarlierYears()
{
    const auto noteOf = [](int year, int week) {
        return TestData::note(year + week, Week::fromIso(year, week)->days().first, u"%1 in %2"_s.arg(week).arg(year));
    };
    const auto titles = [](const std::vector<NoteHeader> &notes, const QString &words) {
        QStringList all;
        for (const SearchRow &row : SearchGroups::weeks(words, Shelf(notes, {}, {}, QDate(2026, 10, 21)), true).rows)
            all << row.title;
        return all;
    };
    const std::vector<NoteHeader> notes{noteOf(2019, 41), noteOf(2019, 43), noteOf(2019, 30), noteOf(2026, 42)};
    QCOMPARE(titles(notes, u"october"_s),
             QStringList({u"42 in 2026"_s, u"41 in 2019"_s, u"43 in 2019"_s, u"Week 40"_s, u"Week 41"_s}));
    QCOMPARE(titles(notes, u"october 2026"_s), QStringList({u"42 in 2026"_s, u"Week 40"_s, u"Week 41"_s}));
    std::vector<NoteHeader> many;
    for (int year = 2000; year < 2026; ++year) {
        for (int week = 40; week < 44; ++week)
            many.push_back(noteOf(year, week));
    }
    QCOMPARE(titles(many, u"october"_s).first(13).last(1), QStringList(u"Week 40"_s)); // after those of three years
}

void TestSearchResults::marksMatchesAndEscapesTheRest()
{
    SearchHit found = hit(m_shelf.notes().front());
    found.title = u"R&D <i>"_s;
    found.snippet = u"a <b> printer & more"_s;
    found.matches = {{6, 13}};
    const SearchRow row = SearchGroups::notes(u"printer"_s, {found}, m_shelf).rows.front();
    QCOMPARE(row.snippet, u"a &lt;b&gt; <b>printer</b> &amp; more"_s);
    QCOMPARE(std::get<FoundNote>(row.target), (FoundNote{found.id, u"printer"_s, {}}));
    SearchResults results;
    results.setGroups({{u"Notes"_s, {row}}});
    QCOMPARE(results.index(1, 0).data().toString(), u"R&D <i>"_s);
}

void TestSearchResults::leadsToHeadings()
{
    const NoteHeader &note = m_shelf.notes().front();
    const SearchRow row =
        SearchGroups::headings(
            {{note.id, note.fields.title, note.fields.covers, 3, u"Things I’ve learned"_s, {{12, 19}}}}, m_shelf)
            .rows.front();
    QCOMPARE(row.title, u"Things I’ve <b>learned</b>"_s);
    QCOMPARE(row.aside, note.fields.title);
    QCOMPARE(row.detail, u"20 – 26 Jul"_s);
    QCOMPARE(std::get<FoundNote>(row.target), (FoundNote{note.id, {}, 3}));
}

void TestSearchResults::findsCommands()
{
    QMenu menu;
    QMenu *view = menu.addMenu(u"&View"_s);
    QAction *larger = view->addAction(u"Larger te&xt"_s, QKeySequence(u"Ctrl++"_s));
    QAction *dark = view->addAction(u"&Dark"_s);
    dark->setProperty("alsoCalled", u"night theme"_s);
    view->addSeparator();
    QMenu *edit = menu.addMenu(u"&Edit"_s);
    edit->addAction(u"&Undo\tCtrl+Z"_s);
    edit->addAction(u"Find && re&place"_s);
    QAction *off = edit->addAction(u"Redo"_s);
    off->setEnabled(false);
    const auto found = [&](const QString &words) {
        QStringList all;
        for (const SearchRow &row : SearchGroups::commands(words, menu).rows)
            all << row.title + u" | "_s + row.aside + u" | "_s + row.detail;
        return all;
    };
    const QString largerRow = u"Larger text | View | Ctrl++"_s;
    QCOMPARE(found(u"larger text"_s), QStringList{largerRow});
    QCOMPARE(found(u"TEXT lar"_s), QStringList{largerRow});
    QCOMPARE(found(u"night"_s), QStringList{u"Dark | View | "_s});
    QCOMPARE(found(u"undo"_s), QStringList{u"Undo | Edit | Ctrl+Z"_s});
    QCOMPARE(found(u"replace"_s), QStringList{u"Find &amp; replace | Edit | "_s});
    QCOMPARE(found(u"redo"_s), QStringList());
    QCOMPARE(found(u"view"_s).size(), 2);
    QCOMPARE(found({}).size(), 4);
    edit->setEnabled(false);
    QCOMPARE(found({}).size(), 2);
    dark->setCheckable(true);
    dark->setChecked(true);
    QCOMPARE(found(u"dark"_s), QStringList{u"Dark | View, on | "_s});
    const SearchRow row = SearchGroups::commands(u"larger"_s, menu).rows.front();
    QCOMPARE(std::get<QPointer<QAction>>(row.target), larger);
}

void TestSearchResults::showsWhatWasOpenLast()
{
    const auto &notes = m_shelf.notes();
    const auto titles = [&](const std::vector<NoteId> &opened, const NoteId &open) {
        QStringList all;
        for (const SearchRow &row : SearchGroups::recent(opened, open, m_shelf).rows)
            all << row.title.first(4);
        return all;
    };
    QCOMPARE(titles({}, {}), QStringList({u"6.03"_s, u"6.02"_s, u"6.01"_s, u"5.14"_s, u"5.13"_s}));
    QCOMPARE(titles({notes[4].id, notes[0].id, NoteId(createUuidV7(1))}, notes[4].id),
             QStringList({u"5.13"_s, u"6.02"_s, u"6.01"_s, u"5.14"_s}));
    QVERIFY(SearchGroups::recent({}, {}, Shelf()).rows.empty());
}

void TestSearchResults::showsNoNoteTwice()
{
    const NoteHeader &map = m_shelf.notes().back();
    const auto groups =
        SearchGroups::ordered(SearchGroups::weeks(u"6.3"_s, m_shelf, true),
                              SearchGroups::notes(u"6.3"_s, {hit(m_shelf.notes().front()), hit(map)}, m_shelf), {}, {});
    SearchResults results;
    results.setGroups(groups);
    QCOMPARE(results.count(), 2);
    QCOMPARE(std::get<FoundNote>(results.target(1)).id, map.id);
}

void TestSearchResults::putsTheBestOfEachFirst()
{
    SearchResults results;
    results.setGroups(SearchGroups::ordered(group(u"W"_s, 1), group(u"N"_s, 7), group(u"H"_s, 1), group(u"C"_s, 1)));
    QCOMPARE(linesOf(results).join(u' '), u"W W0 N N0 N1 N2 N3 N4 H H0 C C0 More notes N5 N6"_s);
    results.setGroups(SearchGroups::ordered({}, group(u"N"_s, 7), {}, {}));
    QCOMPARE(linesOf(results).join(u' '), u"N0 N1 N2 N3 N4 N5 N6"_s);
}

void TestSearchResults::stepsOverHeadings()
{
    SearchResults results;
    results.setGroups({group(u"A"_s, 1), group(u"B"_s, 0), group(u"C"_s, 2)}); // A A0 C C0 C1
    QCOMPARE(results.count(), 3);
    QCOMPARE(results.next(-1, 1), 1);
    QCOMPARE(results.next(1, 1), 3);
    QCOMPARE(results.next(4, 1), 1);
    QCOMPARE(results.next(3, -1), 1);
    QCOMPARE(results.next(1, -1), 4);
    QCOMPARE(results.next(-1, -1), 4);
    QVERIFY(!results.flags(results.index(0, 0)).testFlag(Qt::ItemIsSelectable));
    QCOMPARE(results.index(3, 0).data(Qt::AccessibleTextRole).toString(), u"C, C0"_s);
    results.setGroups({});
    QCOMPARE(results.next(-1, 1), -1);
}

void TestSearchResults::staysAModel()
{
    SearchResults results;
    const QAbstractItemModelTester tester(&results, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(7);
    for (int round = 0; round < 50; ++round) {
        std::vector<SearchGroup> groups;
        for (int i = random.bounded(4); i > 0; --i)
            groups.push_back(group(random.bounded(2) == 0 ? QString() : u"G"_s, random.bounded(4)));
        results.setGroups(groups);
    }
}

QTEST_MAIN(TestSearchResults)
#include "tst_searchresults.moc"
