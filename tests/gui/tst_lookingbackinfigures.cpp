// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chartcolumn.h"
#include "app/schemeswitch.h"
#include "app/seasonreview.h"
#include "app/session.h"
#include "app/statisticspage.h"
#include "core/clock.h"
#include "timeline/periodtext.h"
#include "timeline/timelinemodel.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// Statistics and the season review, on Friday 20 November 2026.
class TestLookingBackInFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void nothingToCount();
    void oneNote();
    void statistics();
    void statisticsFollowTheLibrary();
    void statisticsOpenNotes();
    void statisticsWithoutRuns();
    void noSeason();
    void seasons();
    void seasonsBeforeAndAfter();
    void yearsWhereThereAreNoSeasons();
    void finaleAsAPost();
    void finaleAsThisWeeksNote();
    void finaleInPlaceOfAnUntouchedNote();
    void finaleInGerman();
    void finaleOfNotesWithoutNumbersOrTitles();
    void finaleSaysEachNumberOnce();
    void finaleSaysEachTitleOnce();
    void seasonsHaveTheirNames();
    void lateIsWhatTheTimelineCallsSo();
    void noFinaleWithTheFiguresBefore();

private:
    void add(std::optional<int> season, QDate first, const QString &text);
    void add(NoteFields fields, const QString &text);
    /// A note with these fields alone gives a finale with `line`.
    void finaleSays(const NoteFields &fields, const QString &line);
    void fill();
    [[nodiscard]] QString shownWords(const QWidget &page) const;
    [[nodiscard]] QStringList titles(const ChartColumn &charts) const;
    template <typename Page> void open(Page &page)
    {
        page.resize(1000, 700);
        page.show();
        page.refresh();
    }

    FixedClock m_clock{QDateTime(QDate(2026, 11, 20), QTime(14, 3), QTimeZone::UTC)};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SchemeSwitch> m_schemes;
    std::unique_ptr<Session> m_session;
};

void TestLookingBackInFigures::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_schemes = std::make_unique<SchemeSwitch>(SchemeChoice::Light);
    m_session = std::make_unique<Session>(m_clock);
    const QSignalSpy opened(m_session.get(), &Session::opened);
    m_session->open(m_folder->filePath(u"library"_s));
    QTRY_COMPARE(opened.size(), 1);
}

void TestLookingBackInFigures::cleanup()
{
    m_session.reset();
}

void TestLookingBackInFigures::add(std::optional<int> season, QDate first, const QString &text)
{
    NoteFields fields;
    fields.covers = Period{first, first.addDays(6)};
    fields.number.season = season;
    if (season)
        fields.number.episode = 1 + int(m_session->shelf().notes().size());
    fields.written = first.addDays(4);
    fields.title = u"Week of "_s + first.toString(Qt::ISODate);
    add(std::move(fields), text);
}

void TestLookingBackInFigures::add(NoteFields fields, const QString &text)
{
    const size_t before = m_session->shelf().notes().size();
    (void)m_session->notebook().addNote(fields, text);
    QTRY_COMPARE(m_session->shelf().notes().size(), before + 1);
}

void TestLookingBackInFigures::fill()
{
    add(1, {2026, 6, 1}, u"## Boats\n\nSnow on the boats.\n"_s);
    add(2, {2026, 10, 19}, u"## Boats\n\nHarbour [one](https://example.org). More harbour.\n"_s);
    add(2, {2026, 10, 26}, u"## Boats\n\nThanks to Priya & Sam.\n\n## News\n\nHarbour *news*.\n"_s);
    add(2, {2026, 11, 9}, u"## News\n\nNone.\n\n<!-- private\nThanks to Nobody.\n-->\n"_s);
}

QString TestLookingBackInFigures::shownWords(const QWidget &page) const
{
    QStringList words;
    for (const auto *label : page.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&page))
            words << label->text();
    }
    return words.join(u'|');
}

QStringList TestLookingBackInFigures::titles(const ChartColumn &charts) const
{
    QStringList titles;
    for (const ChartView *view : charts.views())
        titles << view->chart()->title();
    return titles;
}

void TestLookingBackInFigures::nothingToCount()
{
    StatisticsPage page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(shownWords(page).contains(u"Nothing to count yet"_s));
}

void TestLookingBackInFigures::oneNote()
{
    add(1, {2026, 11, 9}, u"Three words here."_s);
    StatisticsPage page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(shownWords(page).contains(u"One note, and a good start|It has 3 word"_s));
}

void TestLookingBackInFigures::statistics()
{
    fill();
    StatisticsPage page(*m_session, *m_schemes);
    open(page);
    QTRY_COMPARE(titles(page.charts()),
                 (QStringList{u"Words by week"_s, u"Runs and pauses"_s, u"Notes a year"_s, u"Days of writing"_s,
                              u"How late, honestly"_s, u"How long notes are"_s, u"Sections over time"_s}));
    QCOMPARE(page.name(), u"Statistics"_s);
    QVERIFY2(shownWords(page).contains(u"Since June 2026."_s), qPrintable(shownWords(page)));
    for (const ChartView *view : page.charts().views()) {
        QVERIFY(!view->accessibleName().isEmpty());
        QVERIFY2(!view->accessibleDescription().isEmpty() && !view->accessibleDescription().contains(u'%'),
                 qPrintable(view->accessibleDescription()));
        QTRY_VERIFY(view->width() > 300 && view->width() <= 920);
    }
}

void TestLookingBackInFigures::statisticsFollowTheLibrary()
{
    fill();
    StatisticsPage page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(!page.charts().views().empty());
    ChartView *view = page.charts().views().front();
    const QImage light = view->grab().toImage();
    const auto rows = view->chart()->table().size();
    add(2, {2026, 9, 7}, u"More."_s);
    page.refresh();
    QTRY_VERIFY(page.charts().views().front()->chart()->sentence().contains(u"fullest"_s));
    QCOMPARE(page.charts().views().front(), view); // and so the keyboard stays where it was
    QTRY_VERIFY(view->chart()->table().size() == rows && view->grab().toImage() != light);
    m_schemes->setChoice(SchemeChoice::Dark);
    QCOMPARE(page.grab().toImage().pixelColor(page.width() / 2, 4), palette(Scheme::Dark).paper);
    m_schemes->setChoice(SchemeChoice::Light);
}

void TestLookingBackInFigures::statisticsOpenNotes()
{
    fill();
    StatisticsPage page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(!page.charts().views().empty());
    const QSignalSpy activated(&page, &LookBackPage::noteActivated);
    ChartView *view = page.charts().views().front();
    QTest::keyClick(view, Qt::Key_Home);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    const auto id = activated.first().first().value<NoteId>();
    QCOMPARE(m_session->shelf().note(id)->fields.title, u"Week of 2026-06-01"_s);
}

void TestLookingBackInFigures::statisticsWithoutRuns()
{
    fill();
    (void)m_session->notebook().changeSettings([](LibrarySettings &settings) { settings.run.shown = false; });
    QTRY_VERIFY(!m_session->shelf().settings().run.shown);
    StatisticsPage page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(!page.charts().views().empty());
    QVERIFY(!titles(page.charts()).contains(u"Runs and pauses"_s));
    QVERIFY(!shownWords(page).contains(u"run"_s));
}

void TestLookingBackInFigures::noSeason()
{
    SeasonReview page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(shownWords(page).contains(u"No season yet"_s));
}

void TestLookingBackInFigures::seasons()
{
    fill();
    SeasonReview page(*m_session, *m_schemes);
    open(page);
    QTRY_COMPARE(titles(page.charts()), (QStringList{u"Words by week"_s, u"Runs and pauses"_s, u"Most used words"_s,
                                                     u"Sections"_s, u"People you thanked"_s, u"Links"_s}));
    QStringList choices;
    for (int i = 0; i < page.choice().count(); ++i)
        choices << page.choice().itemText(i);
    QCOMPARE(choices, (QStringList{u"Season 2"_s, u"Season 1"_s, u"The year 2026"_s}));
    const auto &views = page.charts().views();
    const QString words = shownWords(page);
    QVERIFY2(words.contains(u"19 October – 15 November 2026"_s), qPrintable(words));
    QVERIFY2(words.contains(u"note(s)|in 4 week(s)\nSeason 1: 1 in 1 week(s)"_s), qPrintable(words));
    QVERIFY2(words.contains(u"15|word(s)|4 a week\nSeason 1: 5 a week"_s), qPrintable(words));
    QCOMPARE(views[2]->chart()->table().front(),
             (QStringList{u"Word"_s, u"Season 2, 4 week(s)"_s, u"Season 1, 1 week(s)"_s}));
    QCOMPARE(views[3]->chart()->table()[1], (QStringList{u"Boats"_s, u"2"_s, u"1"_s}));
    const auto people = views[4]->chart()->table();
    QCOMPARE(people.size(), 3); // the one in a private passage is not among them
    QCOMPARE(people[1].first(), u"Priya"_s);
}

void TestLookingBackInFigures::seasonsBeforeAndAfter()
{
    fill();
    SeasonReview page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(!page.charts().views().empty());
    page.choice().setFocus();
    QTest::keyClick(&page.choice(), Qt::Key_Down);
    QTRY_VERIFY(shownWords(page).contains(u"1 – 7 June 2026"_s));
    QVERIFY(!shownWords(page).contains(u"Season"_s)); // there is none before the first
    page.refresh();                                   // what was chosen stays
    QTRY_COMPARE(page.choice().currentText(), u"Season 1"_s);
}

void TestLookingBackInFigures::yearsWhereThereAreNoSeasons()
{
    add({}, {2025, 6, 2}, u"One."_s);
    add({}, {2026, 6, 1}, u"Two."_s);
    SeasonReview page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(!page.charts().views().empty());
    QCOMPARE(page.choice().currentText(), u"The year 2026"_s);
    QVERIFY(shownWords(page).contains(u"2025: 1 in 1 week(s)"_s));
}

void TestLookingBackInFigures::finaleAsAPost()
{
    fill();
    SeasonReview page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(!page.charts().views().empty());
    page.finaleAsPost().trigger();
    QTRY_VERIFY(m_session->draft());
    const DraftSession &draft = *m_session->draft();
    QCOMPARE(draft.fields().kind, NoteKind::Post);
    QVERIFY(!draft.fields().covers); // it is about the season
    QVERIFY(!m_session->shelf().noteOf(Week::of({2026, 11, 20})));
    QCOMPARE(draft.fields().title, u"Season 2: looking back"_s);
    const QString &text = draft.text();
    QVERIFY2(
        text.startsWith(u"<!-- ? What was it about, in a sentence or two? -->\n\n## In figures\n\n- **Words:** "_s),
        qPrintable(text));
    QVERIFY2(text.contains(u"- **Words:** 15, 4 a week (Season 1: 5 a week)\n- **Notes:** 3\n"
                           "- **Weeks written:** 3 of 4 (Season 1: 1 of 1)\n"_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"## Boats\n\n- [2.2](week:2026-W43): Harbour one.\n"_s), qPrintable(text));
    QVERIFY2(text.contains(u"## News\n\n- [2.3](week:2026-W44): Harbour news.\n- [2.4](week:2026-W46): None.\n"_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"<!-- private\nYou thanked Priya"_s), qPrintable(text));
    QVERIFY(!text.contains(u"Nobody"_s));
}

void TestLookingBackInFigures::finaleAsThisWeeksNote()
{
    fill();
    SeasonReview page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(!page.charts().views().empty());
    QVERIFY(page.finaleAsWeeknote().isEnabled());
    page.finaleAsWeeknote().trigger();
    QTRY_VERIFY(m_session->draft());
    QCOMPARE(m_session->draft()->fields().kind, NoteKind::Weeknote);
    QCOMPARE(m_session->draft()->fields().covers->first, QDate(2026, 11, 16));
    QCOMPARE(m_session->draft()->fields().number.episode, 5);
    page.refresh();
    QTRY_VERIFY(!page.finaleAsWeeknote().isEnabled()); // the week has its note now
}

void TestLookingBackInFigures::finaleInPlaceOfAnUntouchedNote()
{
    fill();
    const Week thisWeek = Week::of(m_clock.today());
    SeasonReview page(*m_session, *m_schemes);
    for (const Week &week : {thisWeek.plus(-4), thisWeek}) {
        m_session->startNote(week);
        QTRY_VERIFY(m_session->draft() && m_session->week() == week);
    }
    const NoteId untouched = m_session->draft()->noteId();
    open(page);
    QTRY_VERIFY(!page.charts().views().empty());
    QVERIFY(page.finaleAsWeeknote().isEnabled());
    page.finaleAsWeeknote().trigger();
    QTRY_VERIFY(m_session->draft() && m_session->draft()->noteId() != untouched);
    QCOMPARE(m_session->draft()->fields().number.episode, 5); // which it had
    QCOMPARE(m_session->shelf().notes().size(), size_t(5));
    QVERIFY(!m_session->shelf().note(untouched));
}

void TestLookingBackInFigures::finaleInGerman()
{
    fill();
    (void)m_session->notebook().changeSettings([](LibrarySettings &settings) { settings.language = u"de-DE"_s; });
    QTRY_COMPARE(m_session->shelf().settings().language, u"de-DE"_s);
    SeasonReview page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(!page.charts().views().empty());
    page.finaleAsPost().trigger();
    QTRY_VERIFY(m_session->draft());
    QCOMPARE(m_session->draft()->fields().title, u"Staffel 2: ein Rückblick"_s);
    QVERIFY(m_session->draft()->text().contains(u"## In Zahlen\n\n- **Wörter:** "_s));
}

void TestLookingBackInFigures::finaleOfNotesWithoutNumbersOrTitles()
{
    NoteFields fields;
    fields.covers = Period{{2026, 6, 1}, {2026, 6, 7}};
    add(fields, u"One."_s);
    fields.covers = Period{{2026, 6, 8}, {2026, 6, 14}};
    fields.title = u"Boats"_s;
    add(fields, u"Two, which is longer."_s);
    fields.covers = Period{{2026, 6, 15}, {2026, 6, 21}};
    fields.number.season = 1;
    fields.number.episode = 3;
    add(fields, u"Three."_s);
    SeasonReview page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(!page.charts().views().empty());
    page.choice().setFocus();
    QTest::keyClick(&page.choice(), Qt::Key_End); // the year
    QTRY_VERIFY(page.finale().isEnabled());
    page.finaleAsPost().trigger();
    QTRY_VERIFY(m_session->draft());
    const QString &text = m_session->draft()->text();
    QVERIFY2(text.contains(u"(week:2026-W23)\n- [Boats](week:2026-W24)\n- [1.3](week:2026-W25): Boats\n"_s),
             qPrintable(text));
    const QString days = periodWithYear({{2026, 6, 1}, {2026, 6, 7}}, QLocale(QLocale().bcp47Name()));
    QVERIFY2(text.contains(u"- [%1](week:2026-W23)\n"_s.arg(days)), qPrintable(text));
    QVERIFY2(text.contains(u":** [Boats](week:2026-W24)\n"_s), qPrintable(text)); // the longest
}

void TestLookingBackInFigures::finaleSays(const NoteFields &fields, const QString &line)
{
    add(fields, u"Words."_s);
    SeasonReview page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(page.finale().isEnabled());
    page.finaleAsPost().trigger();
    QTRY_VERIFY(m_session->draft());
    QVERIFY2(m_session->draft()->text().contains(line), qPrintable(m_session->draft()->text()));
}

void TestLookingBackInFigures::finaleSaysEachNumberOnce()
{
    NoteFields fields;
    fields.covers = Period{{2026, 6, 1}, {2026, 6, 7}};
    fields.number.season = 5;
    fields.number.episode = 9;
    fields.title = u"5.9 — weeknotes — boats"_s;
    finaleSays(fields, u"- [5.9](week:2026-W23): boats\n"_s);
}

void TestLookingBackInFigures::finaleSaysEachTitleOnce()
{
    (void)m_session->notebook().changeSettings(
        [](LibrarySettings &settings) { settings.titlePattern = u"Weeknotes: {title}"_s; });
    QTRY_COMPARE(m_session->shelf().settings().titlePattern, u"Weeknotes: {title}"_s);
    NoteFields fields;
    fields.covers = Period{{2026, 6, 1}, {2026, 6, 7}};
    fields.title = u"Weeknotes: boats"_s;
    finaleSays(fields, u"- [Weeknotes: boats](week:2026-W23)\n"_s);
}

void TestLookingBackInFigures::seasonsHaveTheirNames()
{
    fill();
    (void)m_session->notebook().changeSettings(
        [](LibrarySettings &settings) { settings.seasons[2].name = u"Out to sea"_s; });
    QTRY_COMPARE(m_session->shelf().settings().seasons.size(), 1);
    SeasonReview page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(page.finale().isEnabled());
    QCOMPARE(page.choice().currentText(), u"Season 2 · Out to sea"_s);
    QCOMPARE(page.charts().views()[2]->chart()->table().front()[1], u"Season 2 · Out to sea, 4 week(s)"_s);
    page.finaleAsPost().trigger();
    QTRY_VERIFY(m_session->draft());
    QCOMPARE(m_session->draft()->fields().title, u"Season 2 · Out to sea: looking back"_s);
}

void TestLookingBackInFigures::lateIsWhatTheTimelineCallsSo()
{
    add(1, {2026, 11, 2}, u"In time."_s);
    NoteFields fields;
    fields.covers = Period{{2026, 11, 9}, {2026, 11, 15}};
    fields.written = QDate(2026, 11, 16); // on the Monday after, well within the days of grace
    fields.title = u"Late"_s;
    add(fields, u"Words."_s);
    StatisticsPage page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(titles(page.charts()).contains(u"How late, honestly"_s));
    const auto *chart = page.charts().views()[size_t(titles(page.charts()).indexOf(u"How late, honestly"_s))]->chart();
    QVERIFY2(chart->sentence().startsWith(u"1 note(s) came after"_s), qPrintable(chart->sentence()));
    TimelineModel timeline{QLocale()};
    timeline.setContent(m_session->shelf().timeline());
    int late = 0;
    for (int row = 0; row < timeline.rowCount(); ++row)
        late += timeline.index(row).data(TimelineModel::DelayRole).toString().isEmpty() ? 0 : 1;
    QCOMPARE(late, 1);
}

void TestLookingBackInFigures::noFinaleWithTheFiguresBefore()
{
    fill();
    SeasonReview page(*m_session, *m_schemes);
    open(page);
    QTRY_VERIFY(page.finale().isEnabled());
    page.choice().setCurrentIndex(1);
    Q_EMIT page.choice().activated(1); // by key, the reading would end meanwhile more often than it does so
    const auto isThere = [&] { return shownWords(page).contains(u"1 – 7 June 2026"_s); };
    QVERIFY(!page.finale().isEnabled() || isThere());
    QTRY_VERIFY(page.finale().isEnabled());
    QVERIFY(isThere());
}

QTEST_MAIN(TestLookingBackInFigures)
#include "tst_lookingbackinfigures.moc"
