// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chartfile.h"
#include "app/chartview.h"
#include "app/columnschart.h"
#include "app/rankchart.h"
#include "app/runschart.h"
#include "app/sectionschart.h"
#include "app/weekschart.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

NoteHeader header(QDate first, int days, int words, std::optional<int> season = {})
{
    NoteHeader header;
    header.id = NoteId(QUuid::createUuid());
    header.fields.kind = kindForDays(days);
    header.fields.covers = Period{first, first.addDays(days - 1)};
    header.fields.number.season = season;
    header.fields.title = u"Of "_s + first.toString(Qt::ISODate);
    header.words = words;
    return header;
}

/// Two years of weeks: noted, missed, paused and a fortnight.
struct Years
{
    std::vector<NoteHeader> notes{header({2025, 12, 1}, 7, 300, 1), header({2025, 12, 15}, 14, 800, 1),
                                  header({2026, 1, 5}, 7, 500, 2), header({2026, 2, 2}, 7, 400, 2)};
    std::vector<Pause> pauses{
        {.id = {}, .from = {2026, 1, 12}, .plannedTo = QDate(2026, 1, 25), .to = QDate(2026, 1, 25), .note = {}}};
    QDate today{2026, 2, 8};
    std::vector<TimelineWeek> timeline = buildTimeline(notes, pauses, today, {});
    std::vector<WeekOfWords> weeks = wordsByWeek(timeline, notes);
};

std::unique_ptr<const Chart> weeksChart(const Years &years)
{
    WeeksChart::Titles titles;
    for (const NoteHeader &note : years.notes)
        titles.insert(note.id, note.fields.title);
    return std::make_unique<WeeksChart>(u"Words by week"_s, u"A bar a week."_s, WeeksChart::yearRows(years.weeks, {}),
                                        true, titles, WeekRules());
}

std::unique_ptr<const Chart> columnsChart()
{
    return std::make_unique<ColumnsChart>(
        u"Notes a year"_s, u"Most in 2026."_s, u"Year"_s,
        std::vector<ColumnsChart::Part>{{u"Weeknotes"_s, Fill::Solid}, {u"Posts"_s, Fill::Hollow}},
        std::vector<ColumnsChart::Column>{{u"2025"_s, {3, 0}, u"2025: 3"_s, {}},
                                          {u"2026"_s, {4, 2}, u"2026: 6"_s, {}}});
}

std::unique_ptr<const Chart> runsChart(const Years &years)
{
    return std::make_unique<RunsChart>(u"Runs"_s, u"One after the other."_s, years.weeks,
                                       runsOf(years.timeline, years.notes, years.today, {}), WeekRules());
}

std::unique_ptr<const Chart> rankChart()
{
    return std::make_unique<RankChart>(u"Words"_s, u"Most used."_s, u"Word"_s, RankChart::Side{u"Season 2"_s, 10},
                                       RankChart::Side{u"Season 1"_s, 5},
                                       std::vector<RankChart::Row>{{u"boat"_s, 9, 2}, {u"tide"_s, 4, {}}});
}

LibraryFacts sectionFacts()
{
    LibraryFacts facts({2026, 2, 8});
    const auto add = [&facts](QDate first, const QString &text) { facts.add({header(first, 7, 10), text}); };
    add({2026, 1, 5}, u"## Tune\n\nLa.\n\n## News\n\nOld.\n"_s);
    add({2026, 1, 12}, u"## Tune\n\nLa.\n"_s);
    add({2026, 2, 2}, u"## News\n\nNew.\n"_s);
    return facts;
}

QStringList wordsOf(const Chart &chart)
{
    QStringList words;
    for (const ChartValue &value : chart.values({0, 0, 800, chart.heightFor(800)}))
        words << value.words;
    return words;
}

QImage painted(const Chart &chart, Scheme scheme, Qt::LayoutDirection direction, int width = 800)
{
    QImage image(width, int(chartHeight(chart, width)), QImage::Format_RGB32);
    image.fill(palette(scheme).paper);
    QPainter painter(&image);
    paintChart(painter, image.rect(), chart, scheme, direction);
    return image;
}

} // namespace

/// Each chart, and the widget that shows them.
class TestCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChart_data();
    void everyChart();
    void nothingIsNoTrouble();
    void weeksInWords();
    void yearsWithoutANoteAreEmpty();
    void seasonsHaveTheirNames();
    void columnsInWords();
    void runsInWords();
    void sectionsInWords();
    void ranksInWords();
    void ranksAreComparedByTheWeek();
    void theButtonCoversNoWords();
    void roundNumbers();
    void imageAndSvg();
    void readByKeys();
    void readByPointer();
    void readFromRightToLeft();
    void opensItsNote();
    void asATable();
    void copied();
    void saved();
    void savedWhereNothingCanBe();

private:
    Years m_years;
};

void TestCharts::everyChart_data()
{
    QTest::addColumn<int>("which");
    for (int which = 0; const char *name : {"weeks", "columns", "runs", "ranks", "sections"})
        QTest::newRow(name) << which++;
}

void TestCharts::everyChart()
{
    QFETCH(int, which);
    const auto chart = [&]() -> std::unique_ptr<const Chart> {
        switch (which) {
        case 0:
            return weeksChart(m_years);
        case 1:
            return columnsChart();
        case 2:
            return runsChart(m_years);
        case 3:
            return rankChart();
        default:
            return std::make_unique<SectionsChart>(u"Sections"_s, u"Most met."_s, sectionFacts());
        }
    }();
    for (const int width : {240, 800, 1600}) {
        const QRectF area(10, 20, width, chart->heightFor(width));
        const auto values = chart->values(area);
        QVERIFY(!values.empty());
        for (const ChartValue &value : values) {
            QVERIFY2(area.adjusted(-1, -1, 1, 1).contains(value.place), qPrintable(value.words));
            QVERIFY(!value.words.isEmpty() && !value.words.contains(u'%'));
        }
    }
    const auto table = chart->table();
    for (const QStringList &row : table)
        QCOMPARE(row.size(), table.front().size());

    const QImage light = painted(*chart, Scheme::Light, Qt::LeftToRight);
    QVERIFY(light != painted(*chart, Scheme::Dark, Qt::LeftToRight));
    QVERIFY(light != painted(*chart, Scheme::Light, Qt::RightToLeft));
    QImage blank(light.size(), light.format());
    blank.fill(palette(Scheme::Light).paper);
    const QRect figures = figuresIn(light.rect(), *chart).toAlignedRect();
    QVERIFY(light.copy(figures) != blank.copy(figures));
}

void TestCharts::nothingIsNoTrouble()
{
    for (const auto *chart : std::initializer_list<const Chart *>{
             new WeeksChart(u"T"_s, {}, {}, true, {}, {}), new ColumnsChart(u"T"_s, {}, {}, {{}}, {}),
             new RunsChart(u"T"_s, {}, {}, {}, {}), new RankChart(u"T"_s, {}, {}, {}, {}, {}),
             new SectionsChart(u"T"_s, {}, LibraryFacts())}) {
        const std::unique_ptr<const Chart> owned(chart);
        QVERIFY(chart->values({0, 0, 100, 100}).empty());
        QCOMPARE(chart->table().size(), 1);
        (void)painted(*chart, Scheme::Light, Qt::LeftToRight, 100);
    }
}

void TestCharts::weeksInWords()
{
    const auto chart = weeksChart(m_years);
    const QStringList words = wordsOf(*chart);
    QCOMPARE(words.size(), 10);
    QCOMPARE(words.first(), u"29 Dec 2025 – 4 Jan 2026: nothing written"_s); // the newest year comes first
    QVERIFY(words.contains(u"12 – 18 Jan 2026: pause"_s));
    QVERIFY2(words.contains(u"5 – 11 Jan 2026: 500 word(s) – Of 2026-01-05"_s), qPrintable(words.join(u'\n')));
    QVERIFY(words.contains(u"22 – 28 Dec 2025: 400 word(s) – Of 2025-12-15"_s)); // its half of a fortnight
    QCOMPARE(chart->table().size(), 11);
}

void TestCharts::yearsWithoutANoteAreEmpty()
{
    const std::vector<NoteHeader> notes{header({2023, 5, 1}, 7, 100), header({2026, 5, 4}, 7, 100)};
    const auto weeks = wordsByWeek(buildTimeline(notes, {}, {2026, 6, 1}, {}), notes);
    QStringList rows;
    for (const WeeksChart::Row &row : WeeksChart::yearRows(weeks, {}))
        rows << row.name + u' ' + row.note;
    QCOMPARE(rows, (QStringList{u"2026 100"_s, u"2025 0"_s, u"2024 0"_s, u"2023 100"_s}));
}

void TestCharts::seasonsHaveTheirNames()
{
    const std::vector<NoteHeader> notes{header({2026, 1, 5}, 7, 100, 2), header({2026, 5, 4}, 7, 100, 2)};
    const auto weeks = wordsByWeek(buildTimeline(notes, {}, {2026, 6, 1}, {}), notes);
    const auto svg = [&](const SeasonLooks &seasons) {
        const WeeksChart chart(u"W"_s, {}, WeeksChart::yearRows(weeks, {}), true, {}, {}, seasons);
        QXmlStreamReader reader(chartSvg(chart, Scheme::Light, Qt::LeftToRight));
        QStringList texts;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"text")
                texts << reader.readElementText();
        }
        return texts;
    };
    QVERIFY(svg({}).contains(u"Season 2"_s));
    QVERIFY(svg({{2, {.name = u"Sun"_s, .pattern = {}}}}).contains(u"Season 2 · Sun"_s));
    const QStringList tooLong = svg({{2, {.name = u"Long"_s.repeated(40), .pattern = {}}}});
    QVERIFY2(tooLong.contains(u"Season 2"_s), qPrintable(tooLong.join(u'|')));
}

void TestCharts::columnsInWords()
{
    const auto chart = columnsChart();
    QCOMPARE(wordsOf(*chart), (QStringList{u"2025: 3"_s, u"2026: 6"_s}));
    QCOMPARE(chart->table(),
             (std::vector<QStringList>{
                 {u"Year"_s, u"Weeknotes"_s, u"Posts"_s}, {u"2025"_s, u"3"_s, u"0"_s}, {u"2026"_s, u"4"_s, u"2"_s}}));
}

void TestCharts::runsInWords()
{
    const QStringList words = wordsOf(*runsChart(m_years));
    QCOMPARE(words, (QStringList{u"1 – 7 Dec 2025: 1 week(s) in a row"_s, u"15 – 28 Dec 2025: 2 week(s) in a row"_s,
                                 u"5 – 11 Jan 2026: 1 week(s) in a row"_s, u"12 – 25 Jan 2026: a pause of 2 week(s)"_s,
                                 u"2 – 8 Feb 2026: 1 week(s) in a row"_s}));
}

void TestCharts::sectionsInWords()
{
    const SectionsChart chart(u"Sections"_s, {}, sectionFacts());
    QVERIFY(!chart.isEmpty());
    QCOMPARE(wordsOf(chart),
             (QStringList{u"News, Jan 2026: in 1 of 2 note(s)"_s, u"News, Feb 2026: in 1 of 1 note(s)"_s,
                          u"Tune, Jan 2026: in 2 of 2 note(s)"_s, u"Tune, Feb 2026: in 0 of 1 note(s)"_s}));
    QVERIFY(SectionsChart(u"S"_s, {}, LibraryFacts()).isEmpty());
}

void TestCharts::ranksInWords()
{
    QCOMPARE(wordsOf(*rankChart()),
             (QStringList{u"boat – Season 2: 9 in 10 week(s) · Season 1: 2 in 5 week(s)"_s, u"tide: 4"_s}));
    QCOMPARE(rankChart()->table().front(),
             (QStringList{u"Word"_s, u"Season 2, 10 week(s)"_s, u"Season 1, 5 week(s)"_s}));
}

void TestCharts::ranksAreComparedByTheWeek()
{
    const auto strokes = [](RankChart::Side before,
                            int count) { // the columns of the darkest ink on the line of the bar
        const RankChart chart(u"W"_s, {}, {}, {u"Now"_s, 10}, std::move(before), {{u"x"_s, 8, count}});
        const QImage image = painted(chart, Scheme::Light, Qt::LeftToRight);
        const int top = int(figuresIn(image.rect(), chart).top());
        const int y = image.height() - 13; // the middle of the only line
        std::vector<int> columns;
        for (int x = 400; x < image.width() && y > top; ++x) {
            if (image.pixelColor(x, y) == palette(Scheme::Light).ink)
                columns.push_back(x);
        }
        return columns;
    };
    const auto same = strokes({u"Before"_s, 10}, 6);
    QVERIFY(!same.empty());
    QCOMPARE(strokes({u"Before"_s, 5}, 3), same);
    QCOMPARE(strokes({u"Before"_s, 20}, 12), same);
}

void TestCharts::theButtonCoversNoWords()
{
    ChartView view;
    const QString words = u"words and more words "_s.repeated(40);
    view.setChart(std::make_unique<ColumnsChart>(words, words, u"Year"_s, std::vector<ColumnsChart::Part>{{{}, {}}},
                                                 std::vector<ColumnsChart::Column>{{u"2026"_s, {3}, u"3"_s, {}}}));
    view.resize(400, view.heightForWidth(400));
    auto *button = view.findChild<QToolButton *>();
    button->hide();
    const QImage below = view.grab().toImage().copy(button->geometry());
    QImage blank = below;
    blank.fill(below.pixelColor(0, 0));
    QCOMPARE(below, blank);
}

void TestCharts::roundNumbers()
{
    QCOMPARE(roundedUp(0), 1);
    QCOMPARE(roundedUp(3), 5);
    QCOMPARE(roundedUp(10), 10);
    QCOMPARE(roundedUp(11), 20);
    QCOMPARE(roundedUp(1201), 2000);
    QCOMPARE(roundedUp(99'999), 100'000);
}

void TestCharts::imageAndSvg()
{
    const auto chart = weeksChart(m_years);
    const QImage image = chartImage(*chart, Scheme::Dark, Qt::LeftToRight);
    QCOMPARE(image.width(), 1920);
    QCOMPARE(image.pixelColor(2, 2), palette(Scheme::Dark).paper);

    QXmlStreamReader svg(chartSvg(*chart, Scheme::Light, Qt::LeftToRight));
    QStringList texts;
    while (!svg.atEnd()) {
        svg.readNext();
        if (svg.isStartElement() && (svg.name() == u"title" || svg.name() == u"desc" || svg.name() == u"text"))
            texts << svg.readElementText();
    }
    QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
    QVERIFY(texts.contains(u"Words by week"_s));
    QVERIFY(texts.contains(u"A bar a week."_s));
    QVERIFY(texts.contains(u"2026"_s)); // words stay words
}

void TestCharts::readByKeys()
{
    ChartView view;
    view.setChart(columnsChart());
    view.resize(600, view.heightForWidth(600));
    view.show();
    view.setFocus();
    QCOMPARE(view.accessibleName(), u"Notes a year"_s);
    QCOMPARE(view.accessibleDescription(), u"Most in 2026."_s);
    const QImage before = view.grab().toImage();
    const QSignalSpy reached(&view, &ChartView::valueReached);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.currentWords(), u"2025: 3"_s);
    QVERIFY(view.grab().toImage() != before);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.currentWords(), u"2026: 6"_s);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.currentWords(), u"2025: 3"_s);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.currentWords(), u"2026: 6"_s);
    QCOMPARE(reached.size(), 5);

    view.setChart(weeksChart(m_years));
    QCOMPARE(view.currentWords(), QString());
    view.resize(600, view.heightForWidth(600));
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Down); // from the first week of one year to the nearest of the other
    QCOMPARE(view.currentWords(), u"1 – 7 Dec 2025: 300 word(s) – Of 2025-12-01"_s);
    QTest::keyClick(&view, Qt::Key_Up);
    QVERIFY(view.currentWords().startsWith(u"2 – 8 Feb 2026"_s));
}

void TestCharts::readByPointer()
{
    ChartView view;
    view.setChart(columnsChart());
    view.resize(600, view.heightForWidth(600));
    view.show();
    QTest::mouseMove(&view, QPoint(100, view.height() - 40));
    QTRY_COMPARE(view.currentWords(), u"2026: 6"_s);
    QTest::mouseMove(&view, QPoint(500, view.height() - 40));
    QTRY_COMPARE(view.currentWords(), QString());
}

void TestCharts::readFromRightToLeft()
{
    ChartView view;
    view.setLayoutDirection(Qt::RightToLeft);
    view.setChart(columnsChart());
    view.resize(600, view.heightForWidth(600));
    view.show();
    QTest::mouseMove(&view, QPoint(470, view.height() - 30));
    QTRY_COMPARE(view.currentWords(), u"2026: 6"_s);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.currentWords(), u"2025: 3"_s);
}

void TestCharts::opensItsNote()
{
    ChartView view;
    view.setChart(weeksChart(m_years));
    view.resize(600, view.heightForWidth(600));
    view.show();
    const QSignalSpy activated(&view, &ChartView::noteActivated);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Return); // a missed week
    QVERIFY(activated.isEmpty());
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().value<NoteId>(), m_years.notes[2].id);
}

void TestCharts::asATable()
{
    ChartView view;
    view.setChart(columnsChart());
    view.resize(600, view.heightForWidth(600));
    view.show();
    view.setShowsTable(true);
    auto *table = view.findChild<QTableWidget *>();
    QVERIFY(table->isVisible());
    QCOMPARE(table->accessibleName(), u"Notes a year"_s);
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->horizontalHeaderItem(1)->text(), u"Weeknotes"_s);
    QCOMPARE(table->item(1, 2)->text(), u"2"_s);
    view.setShowsTable(false);
    QVERIFY(!table->isVisible());
}

void TestCharts::copied()
{
    ChartView view;
    view.setChart(columnsChart());
    QAction *copy = view.findChild<QMenu *>()->actions().at(2);
    QCOMPARE(copy->text(), u"&Copy"_s);
    copy->trigger();
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    QVERIFY(copied->hasImage());
    QVERIFY(copied->data(u"image/svg+xml"_s).contains("<svg"));
    QCOMPARE(copied->text(), u"Year\tWeeknotes\tPosts\n2025\t3\t0\n2026\t4\t2\n"_s);
}

void TestCharts::saved()
{
    const QTemporaryDir folder;
    ChartView view;
    view.setChart(columnsChart());
    const QSignalSpy saved(&view, &ChartView::saved);
    for (const int entry : {0, 1}) {
        view.findChild<QMenu *>()->actions().at(entry)->trigger();
        auto *dialog = view.findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = folder.filePath(entry == 0 ? u"a.svg"_s : u"a.png"_s);
        Q_EMIT dialog->fileSelected(path);
        delete dialog;
        QTRY_COMPARE(saved.size(), entry + 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains(entry == 0 ? "<svg" : "PNG"));
    }
}

void TestCharts::savedWhereNothingCanBe()
{
    ChartView view;
    view.setChart(columnsChart());
    const QSignalSpy failed(&view, &ChartView::failed);
    view.findChild<QMenu *>()->actions().first()->trigger();
    auto *dialog = view.findChild<QFileDialog *>();
    Q_EMIT dialog->fileSelected(u"/nowhere/at/all.svg"_s);
    QTRY_COMPARE(failed.size(), 1);
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
