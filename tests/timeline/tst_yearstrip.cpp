// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/notes.h"
#include "timeline/yearstrip.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using State = YearCell::State;

namespace {

YearCell cellOf(const std::vector<YearRow> &rows, const Week &week)
{
    for (const YearRow &row : rows)
        for (const YearCell &cell : row.cells)
            if (cell.week.weeksTo(week) >= 0 && cell.week.weeksTo(week) < cell.width)
                return cell;
    qFatal("no cell");
}

int widthOf(const YearRow &row)
{
    return std::accumulate(row.cells.begin(), row.cells.end(), 0, [](int n, const YearCell &c) { return n + c.width; });
}

} // namespace

class TestYearStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyYearHasAllItsWeeks();
    void everyYearHasAllItsWeeksByOtherRules();
    void aFortnightIsTwiceAsWide();
    void aFortnightAcrossTheYearsEnd();
    void statesAndLengths();
    void anEmptyLibraryHasThisYear();
    void arrowsMoveAndEnterOpens();
    void aClickOpens();
    void saysWhatACellIs();
    void cellsDifferWithoutColour();
    void theWeekInViewHasALine();
    void isPaintedAnewOnlyWhereItLooksOther();
};

void TestYearStrip::everyYearHasAllItsWeeks()
{
    const auto rows =
        yearRows(TestData::content({TestData::note(1, QDate(2015, 6, 1), u"Old"_s)}, {}, QDate(2026, 11, 20)));
    QCOMPARE(rows.size(), size_t(12));
    QCOMPARE(rows.front().year, 2026);
    for (const YearRow &row : rows) {
        QCOMPARE(row.weeks, Week::weeksInIsoYear(row.year));
        QCOMPARE(widthOf(row), row.weeks);
        QCOMPARE(row.cells.front().column, 0);
    }
}

void TestYearStrip::everyYearHasAllItsWeeksByOtherRules()
{
    TimelineContent content =
        TestData::content({TestData::note(1, QDate(2009, 6, 1), u"Old"_s)}, {}, QDate(2026, 11, 20));
    content.rules = {Qt::Sunday, WeekRules::Numbering::FirstDay, WeekRules::Naming::Ending};
    content.weeks = buildTimeline(content.notes, content.pauses, content.today, content.rules);
    std::optional<Week> last;
    const auto rows = yearRows(content);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        QVERIFY(row->weeks == 52 || row->weeks == 53);
        for (const YearCell &cell : row->cells) {
            QVERIFY(!last || last->next() == cell.week); // no week twice, none left out
            last = cell.week.plus(cell.width - 1);
        }
    }
}

void TestYearStrip::aFortnightIsTwiceAsWide()
{
    const auto rows = yearRows(TestData::autumn());
    const YearCell cell = cellOf(rows, Week::of(QDate(2026, 9, 7)));
    QCOMPARE(cell.width, 2);
    QCOMPARE(cell.days, (Period{QDate(2026, 9, 7), QDate(2026, 9, 20)}));
    QCOMPARE(widthOf(rows.front()), 53);
}

void TestYearStrip::aFortnightAcrossTheYearsEnd()
{
    const auto rows =
        yearRows(TestData::content({TestData::note(1, QDate(2025, 12, 22), u"Turn"_s, {}, 14)}, {}, QDate(2026, 1, 9)));
    QCOMPARE(rows.size(), size_t(2));
    QCOMPARE(cellOf(rows, Week::of(QDate(2025, 12, 22))).width, 1);
    QCOMPARE(cellOf(rows, Week::of(QDate(2025, 12, 29))).state, State::Noted);
}

void TestYearStrip::statesAndLengths()
{
    const auto rows = yearRows(TestData::autumn());
    QCOMPARE(cellOf(rows, Week::of(QDate(2026, 9, 28))).state, State::Noted);
    QCOMPARE(cellOf(rows, Week::of(QDate(2026, 9, 28))).level, 3);
    QCOMPARE(cellOf(rows, Week::of(QDate(2026, 9, 21))).state, State::Missed);
    QCOMPARE(cellOf(rows, Week::of(QDate(2026, 8, 10))).state, State::Paused);
    QCOMPARE(cellOf(rows, Week::of(QDate(2026, 1, 12))).state, State::Empty);
    QVERIFY(cellOf(rows, Week::of(QDate(2026, 10, 7))).today);
    const LengthScale few({});
    QCOMPARE(few.level(0), 0);
    QCOMPARE(few.level(1), 1);
    QCOMPARE(few.level(300), 2);
    QCOMPARE(few.level(1000), 4);
    std::vector<NoteHeader> notes;
    for (int i = 1; i <= 8; ++i) {
        notes.push_back(TestData::note(i, QDate(2026, 1, 5).addDays(7 * i), u"Note"_s));
        notes.back().words = 10 * i;
    }
    const LengthScale many(notes);
    QCOMPARE(many.level(0), 0);
    QCOMPARE(many.level(10), 1);
    QCOMPARE(many.level(30), 2);
    QCOMPARE(many.level(80), 4);
    QCOMPARE(many.level(5000), 4);
}

void TestYearStrip::anEmptyLibraryHasThisYear()
{
    const auto rows = yearRows(TestData::content({}, {}, QDate(2026, 11, 20)));
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(rows.front().year, 2026);
}

void TestYearStrip::arrowsMoveAndEnterOpens()
{
    YearStrip strip;
    strip.setContent(TestData::autumn());
    strip.resize(340, strip.sizeHint().height());
    strip.show();
    strip.setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&strip));
    const QSignalSpy note(&strip, &YearStrip::noteActivated);
    const QSignalSpy week(&strip, &YearStrip::weekActivated);
    QTest::keyClick(&strip, Qt::Key_Return); // today: 5 – 11 October, unwritten
    QCOMPARE(week.count(), 1);
    QCOMPARE(TestData::weekIn(week.first().first()), Week::of(QDate(2026, 10, 7)));
    QTest::keyClick(&strip, Qt::Key_Left);
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(note.count(), 1);
    QTest::keyClick(&strip, Qt::Key_Left);
    QTest::keyClick(&strip, Qt::Key_Left); // the fortnight is one step
    QTest::keyClick(&strip, Qt::Key_Left);
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(note.count(), 2);
    QCOMPARE(note.last().first().value<NoteId>(), TestData::autumn().notes[2].id);
    QTest::keyClick(&strip, Qt::Key_Home);
    QTest::keyClick(&strip, Qt::Key_Left); // no year before
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(TestData::weekIn(week.last().first()), *Week::fromIso(2026, 1));
    QVERIFY(strip.accessibleDescription().contains(u"2026"_s));
}

void TestYearStrip::aClickOpens()
{
    YearStrip strip;
    strip.setContent(TestData::autumn());
    strip.resize(340, strip.sizeHint().height());
    const QSignalSpy note(&strip, &YearStrip::noteActivated);
    QTest::mouseClick(&strip, Qt::LeftButton, {}, strip.cellRect(Week::of(QDate(2026, 9, 14))).center());
    QCOMPARE(note.count(), 1);
    QCOMPARE(note.first().first().value<NoteId>(), TestData::autumn().notes[3].id);
    QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(2, 2));
    QCOMPARE(note.count(), 1);
}

void TestYearStrip::saysWhatACellIs()
{
    YearStrip strip(QLocale(u"en_GB"_s));
    strip.setContent(TestData::autumn());
    const QString text = strip.cellText(cellOf(strip.rows(), Week::of(QDate(2026, 9, 28))));
    for (const QString &word : {u"40"_s, u"28 September – 4 October 2026"_s, u"6.03 the map is out"_s, u"700"_s})
        QVERIFY2(text.contains(word), qPrintable(text));
}

void TestYearStrip::cellsDifferWithoutColour()
{
    YearStrip strip;
    strip.setContent(TestData::autumn());
    strip.resize(340, strip.sizeHint().height());
    const QImage image = strip.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    // A cell as marks on the ground, whatever their colour.
    const auto marks = [&](QDate day) {
        const QRect rect = strip.cellRect(Week::of(day)).adjusted(0, 1, 0, -1);
        QByteArray pattern;
        for (int y = rect.top(); y <= rect.bottom(); ++y)
            for (int x = rect.left(); x < rect.left() + 5; ++x)
                pattern += std::abs(qGray(image.pixel(x, y)) - qGray(image.pixel(1, 1))) > 40 ? '#' : '.';
        return pattern;
    };
    const QSet<QByteArray> patterns{marks(QDate(2026, 8, 10)), marks(QDate(2026, 9, 21)), marks(QDate(2026, 9, 28)),
                                    marks(QDate(2026, 1, 12)), marks(QDate(2026, 10, 7))};
    QCOMPARE(patterns.size(), 5); // a pause, missed, noted, nothing, today
    QVERIFY(strip.cellRect(Week::of(QDate(2026, 9, 7))).width() >
            1.6 * strip.cellRect(Week::of(QDate(2026, 9, 28))).width());
}

void TestYearStrip::theWeekInViewHasALine()
{
    YearStrip strip;
    strip.setContent(TestData::autumn());
    strip.resize(340, strip.sizeHint().height());
    const auto hasLine = [&strip](QDate day) {
        const QRect cell = strip.cellRect(Week::of(day));
        return strip.grab().toImage().pixelColor(cell.center().x(), cell.bottom() + 4) == palette(Scheme::Light).ink;
    };
    QVERIFY(!hasLine(QDate(2026, 9, 28)));
    strip.setWeek(Week::of(QDate(2026, 9, 28)));
    QVERIFY(hasLine(QDate(2026, 9, 28)));
    strip.setWeek(Week::of(QDate(2026, 9, 14))); // the second of a fortnight
    QVERIFY(hasLine(QDate(2026, 9, 7)));
    QVERIFY(!hasLine(QDate(2026, 9, 28)));
}

void TestYearStrip::isPaintedAnewOnlyWhereItLooksOther()
{
    struct Paintings : QObject
    {
        int count = 0;
        bool eventFilter(QObject * /*watched*/, QEvent *event) override
        {
            count += int(event->type() == QEvent::Paint);
            return false;
        }
    } paintings;
    YearStrip strip;
    strip.resize(600, 60);
    auto content = TestData::content({TestData::note(1, QDate(2026, 6, 1), u"One"_s)}, {}, QDate(2026, 11, 20));
    strip.setContent(content);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    strip.installEventFilter(&paintings);
    content.notes.front().words += 1;
    strip.setContent(content);
    QCoreApplication::processEvents();
    QCOMPARE(paintings.count, 0);
    const NoteHeader next = TestData::note(2, QDate(2026, 6, 8), u"Two"_s);
    strip.setContent(TestData::content({next, content.notes.front()}, {}, QDate(2026, 11, 20)));
    QTRY_COMPARE(paintings.count, 1);
}

QTEST_MAIN(TestYearStrip)
#include "tst_yearstrip.moc"
