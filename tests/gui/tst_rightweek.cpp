// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/banner.h"
#include "app/dayfield.h"
#include "app/notedetails.h"
#include "app/notehead.h"
#include "app/patternfield.h"
#include "app/periodcalendar.h"
#include "app/seasondialog.h"
#include "app/settingsdialog.h"
#include "gui/writingtest.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSpinBox>
#include <QTextEdit>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// Settings, the days and the number of a note, and seasons, in the real window.
class TestRightWeek : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void aSettingCountsAtOnce();
    void whatMeansNothingIsSaidAtItsField();
    void whatIsTypedIsSavedWithoutLeaving();
    void theWheelChangesNothing();
    void aPatternIsMadeOfFieldsAndFoundOnes();
    void settingsOfOthersAreShown();
    void aWeekIsChosenOnTheCalendar();
    void detailsAreTakenBack();
    void tabGoesThroughTheDetailsAsTheyStand();
    void aDayThatIsNotKnownBeginsInTheNotesWeek();
    void aProblemStandsBelowItsField();
    void daysAreChosenWithTheKeyboard();
    void howDaysFitIsTold();
    void theRestHasItsPlace();
    void theNextNumberIsOffered();
    void aNewSeasonIsOfferedAfterALongPause();
    void theTitleGivesTheNumber();
    void anotherNumberInTheTitleIsOffered();
    void aWrongDayIsPointedOutOnce();
    void aSeasonGetsAName();
    void aSeasonIsRenumberedAndBack();
    void undoingTakesNoLookFromAnotherSeason();
    void aNameJustTypedGoesWithTheNumber();

private:
    /// Renumbers the season in that row, from its first episode on.
    void renumber(int row, int newSeason, const QString &name = {})
    {
        window().actions().seasons->trigger();
        auto *dialog = window().findChild<SeasonDialog *>();
        dialog->seasons().setCurrentIndex(dialog->seasons().model()->index(row, 0));
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), name);
        dialog->findChildren<QSpinBox *>()[0]->setValue(newSeason);
        QTest::mouseClick(buttonIn(dialog, u"Renumber 1 note(s)"_s), Qt::LeftButton);
        QTRY_VERIFY(button(u"Undo"_s));
    }
    [[nodiscard]] bool isNumbered(const SeasonNumber &number)
    {
        return std::ranges::contains(session().shelf().notes(), number,
                                     [](const NoteHeader &note) { return note.fields.number; });
    }
    void add(const Period &days, const SeasonNumber &number, const QString &title)
    {
        const size_t before = session().shelf().notes().size();
        NoteFields fields;
        fields.covers = days;
        fields.kind = kindForDays(days.days());
        fields.number = number;
        fields.title = title;
        std::ignore = session().notebook().addNote(fields, u"Words."_s);
        QTRY_COMPARE(session().shelf().notes().size(), before + 1);
    }
    [[nodiscard]] static Period weeks(int first, int last)
    {
        return {Week::fromIso(2026, first)->days().first, Week::fromIso(2026, last)->days().last};
    }
    [[nodiscard]] NoteDetails *details()
    {
        window().notePane().head().showDetails();
        return window().findChild<NoteDetails *>();
    }
    [[nodiscard]] const NoteFields &fields() { return session().draft()->fields(); }
    [[nodiscard]] QTextEdit *title()
    {
        const auto lines = window().notePane().head().findChildren<QTextEdit *>();
        return *std::ranges::find(lines, u"title"_s, [](const QTextEdit *line) { return line->property("role"); });
    }
    void typeTitle(const QString &words)
    {
        title()->setFocus();
        title()->selectAll();
        QTest::keyClicks(title(), words);
    }
    /// The visible button in `part` with these words.
    [[nodiscard]] static QPushButton *buttonIn(const QWidget *part, const QString &words)
    {
        for (auto *each : part->findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text().remove(u'&') == words)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] SettingsDialog *settings()
    {
        QTest::keyClick(&window(), Qt::Key_Comma, Qt::ControlModifier);
        return window().findChild<SettingsDialog *>();
    }
    template <typename Widget> [[nodiscard]] Widget *part(const QDialog *dialog, const QString &name)
    {
        if (auto *settings = window().findChild<SettingsDialog *>())
            settings->showSetting(name);
        return dialog->findChild<Widget *>(name);
    }
    [[nodiscard]] LibrarySettings now() { return session().shelf().settings(); }
};

void TestRightWeek::aSettingCountsAtOnce()
{
    const auto *dialog = settings();
    QVERIFY(dialog);
    auto *start = part<QComboBox>(dialog, u"week-start"_s);
    const auto *example = part<QLabel>(dialog, u"week-start-example"_s);
    QCOMPARE(start->currentData().toString(), u"monday"_s);
    QCOMPARE(example->text(), u"This week is 16 – 22 November."_s);
    start->setFocus();
    const int sunday = start->findData(u"sunday"_s);
    while (start->currentIndex() != sunday)
        QTest::keyClick(start, sunday > start->currentIndex() ? Qt::Key_Down : Qt::Key_Up);
    QCOMPARE(example->text(), u"This week is 15 – 21 November."_s);
    QTRY_COMPARE(now().week.start, Qt::Sunday);
    auto *run = part<QCheckBox>(dialog, u"run-shown"_s);
    QTest::mouseClick(run, Qt::LeftButton, {}, QPoint(8, run->height() / 2));
    QTRY_COMPARE(now().run.shown, false);
    QCOMPARE(part<QLabel>(dialog, u"run-shown-example"_s)->text(), u"The run is not shown."_s);
}

void TestRightWeek::whatMeansNothingIsSaidAtItsField()
{
    const auto *dialog = settings();
    auto *address = part<QLineEdit>(dialog, u"base-url"_s);
    const auto *problem = part<QLabel>(dialog, u"base-url-problem"_s);
    QTest::keyClicks(address, u"robin.example"_s);
    QVERIFY(problem->isHidden()); // who types is left in peace
    QTest::keyClick(address, Qt::Key_Return);
    QVERIFY(!problem->isHidden());
    QTRY_COMPARE(problem->visibleRegion().boundingRect(), problem->rect()); // it is brought into view
    QCOMPARE(problem->text(), u"The site address begins with https:// or http://."_s);
    QCOMPARE(address->accessibleDescription(), problem->text());
    std::ignore =
        session().notebook().changeSettings([](LibrarySettings &settings) { settings.views = {{u"a"_s, {}}}; });
    QTRY_COMPARE(now().views.size(), size_t(1));
    QVERIFY(part<QLabel>(dialog, u"base-url-example"_s)->text().isEmpty()); // it would be of what is not in the field
    address->selectAll();
    QTest::keyClicks(address, u"https://robin.example"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QVERIFY(problem->isHidden());
    QTRY_COMPARE(now().baseUrl, QUrl(u"https://robin.example"_s));
    QVERIFY(window().findChild<SettingsDialog *>()); // Return did not close it
}

void TestRightWeek::whatIsTypedIsSavedWithoutLeaving()
{
    const auto *dialog = settings();
    auto *author = part<QLineEdit>(dialog, u"author"_s);
    QTest::keyClicks(author, u"Robin"_s);
    QCOMPARE(part<QLabel>(dialog, u"author-example"_s)->text(), u"Pages say “Robin”."_s);
    QTRY_COMPARE(now().author, u"Robin"_s);
    QTest::keyClicks(author, u" Ellery"_s);
    QTest::keyClick(author, Qt::Key_Escape); // before it was saved
    QTRY_COMPARE(now().author, u"Robin Ellery"_s);
}

void TestRightWeek::theWheelChangesNothing()
{
    const auto *dialog = settings();
    auto *day = part<QComboBox>(dialog, u"grace-until"_s);
    day->clearFocus();
    const int before = day->currentIndex();
    QWheelEvent wheel(QPointF(5, 5), day->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(day, &wheel);
    QCOMPARE(day->currentIndex(), before);
}

void TestRightWeek::aPatternIsMadeOfFieldsAndFoundOnes()
{
    NoteFields fields;
    for (int week = 40; week < 43; ++week) {
        fields.covers = Week::fromIso(2026, week)->days();
        fields.number = {5, week};
        fields.title = u"5.%1 ~ the weeks: %2"_s.arg(week).arg(QString(week, u'o'));
        std::ignore = session().notebook().addNote(fields, u"Words."_s);
    }
    QTRY_COMPARE(session().shelf().notes().size(), size_t(4));
    const auto *dialog = settings();
    auto *pattern = part<PatternField>(dialog, u"title-pattern"_s);
    QVERIFY(std::ranges::contains(dialog->findChildren<QLabel *>(), &pattern->line(), &QLabel::buddy));
    const auto *example = part<QLabel>(dialog, u"title-pattern-example"_s);
    QTest::keyClicks(&pattern->line(), u"{"_s);
    QTest::keyClick(&pattern->line(), Qt::Key_Return);
    QVERIFY(!part<QLabel>(dialog, u"title-pattern-problem"_s)->isHidden());
    QCOMPARE(pattern->line().accessibleDescription(), pattern->problem());
    for (const auto &[typed, problem] :
         {std::pair(u"{season} {foo}"_s, u"The title pattern has “{foo}”, which is no field: Insert lists them."_s),
          std::pair(u"{title} {title}"_s, u"The title pattern has “{title}” twice."_s),
          std::pair(u"{title"_s, u"The title pattern has a single brace: a field looks like {title}."_s),
          std::pair(u"Weeknotes"_s, u"The title pattern has no field: Insert puts one in."_s),
          std::pair(u"{season}{title}"_s,
                    u"The title pattern has two fields side by side: put a space or a sign between them."_s),
          std::pair(u"{title}"_s, QString()), std::pair(QString(), QString())}) {
        pattern->setText(typed);
        QCOMPARE(pattern->problem(), problem);
    }
    pattern->setText(u"{foo}"_s);
    QTest::keyClicks(&pattern->line(), u" "_s);
    QVERIFY(example->text().isEmpty()); // it would be of what was there before
    pattern->line().clear();
    const auto choose = [&](const QString &beginning) {
        for (QAction *action : pattern->findChildren<QAction *>()) {
            if (action->text().startsWith(beginning))
                return action->trigger();
        }
    };
    choose(u"Season"_s);
    QTest::keyClicks(&pattern->line(), u" / "_s);
    choose(u"Episode\t"_s);
    QCOMPARE(pattern->text(), u"{season} / {episode}"_s);
    QCOMPARE(example->text(), u"5 / 43"_s);
    QTRY_COMPARE(now().titlePattern, u"{season} / {episode}"_s);
    choose(u"5.43 ~ the weeks: your words\t"_s);
    QTRY_COMPARE(now().titlePattern, u"{season}.{episode:02} ~ the weeks: {title}"_s);
    choose(u"No pattern"_s);
    QTRY_COMPARE(now().titlePattern, QString());
    QCOMPARE(example->text(), u"Titles are left to you."_s);
}

void TestRightWeek::settingsOfOthersAreShown()
{
    const auto *dialog = settings();
    std::ignore = session().notebook().changeSettings([](LibrarySettings &settings) {
        settings.author = u"Kim"_s;
        settings.run.lateCounts = false;
    });
    QTRY_COMPARE(part<QLineEdit>(dialog, u"author"_s)->text(), u"Kim"_s);
    QVERIFY(!part<QCheckBox>(dialog, u"run-late"_s)->isChecked());
}

void TestRightWeek::aWeekIsChosenOnTheCalendar()
{
    QCOMPARE(fields().covers, weeks(47, 47));
    auto *calendar = details()->findChild<PeriodCalendar *>();
    QCOMPARE(calendar->period(), weeks(47, 47));
    const auto at = [calendar](QDate day) { return calendar->dayRect(day).center(); };
    QTest::mouseClick(calendar, Qt::LeftButton, {}, at(QDate(2026, 11, 12)));
    QCOMPARE(fields().covers, weeks(46, 46));
    QTest::mousePress(calendar, Qt::LeftButton, {}, at(QDate(2026, 11, 18)));
    QTest::mouseMove(calendar, at(QDate(2026, 11, 10)));
    QCOMPARE(fields().covers, weeks(46, 46)); // shown, and not entered yet
    QCOMPARE(calendar->period(), weeks(46, 47));
    QTest::mouseRelease(calendar, Qt::LeftButton, {}, at(QDate(2026, 11, 10)));
    QCOMPARE(fields().covers, weeks(46, 47));
    QCOMPARE(fields().kind, NoteKind::Fortnight);
    QTest::mouseClick(calendar, Qt::LeftButton, Qt::ControlModifier, at(QDate(2026, 11, 12)));
    QTest::mouseClick(calendar, Qt::LeftButton, Qt::ControlModifier | Qt::ShiftModifier, at(QDate(2026, 11, 16)));
    QCOMPARE(fields().covers, (Period{QDate(2026, 11, 12), QDate(2026, 11, 16)}));
    QCOMPARE(fields().kind, NoteKind::Longer);
    const auto days = window().findChild<NoteDetails *>()->findChildren<DayField *>();
    QCOMPARE(days[0]->date(), QDate(2026, 11, 12));
    QCOMPARE(days[1]->date(), QDate(2026, 11, 16));
    // Beyond the last week in view one drags on within it.
    QTest::mousePress(calendar, Qt::LeftButton, {}, at(QDate(2026, 11, 25)));
    QTest::mouseMove(calendar, QPoint(calendar->width() - 1, calendar->height() + 20));
    QCOMPARE(calendar->period(), weeks(48, 49));
}

void TestRightWeek::detailsAreTakenBack()
{
    const NoteFields before = fields();
    auto *shown = details();
    auto *calendar = shown->findChild<PeriodCalendar *>();
    const auto click = [calendar](QDate day) {
        QTest::mouseClick(calendar, Qt::LeftButton, {}, calendar->dayRect(day).center());
    };
    auto *number = shown->findChild<QLineEdit *>();
    QTest::keyClicks(number, u"5.9"_s);
    click(QDate(2026, 11, 12));
    shown->findChild<QCheckBox *>()->click(); // covers no days
    QVERIFY(!fields().covers);
    QTest::keyClick(calendar, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fields().covers, weeks(46, 46));
    QTest::keyClick(calendar, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fields().covers, weeks(47, 47));
    QCOMPARE(calendar->period(), weeks(47, 47));
    QCOMPARE(fields().number, (SeasonNumber{5, 9}));
    number->setFocus();
    QTest::keyClick(number, Qt::Key_Z, Qt::ControlModifier); // all that was typed is one step
    QCOMPARE(fields(), before);
    QTest::keyClick(number, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fields(), before);

    click(QDate(2026, 11, 12));
    QTest::keyClicks(number, u"5.8"_s);
    shown->close();
    QTRY_VERIFY(button(u"Undo"_s));
    typeTitle(u"Rain"_s); // what is written since stays
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    QCOMPARE(fields().covers, before.covers);
    QCOMPARE(fields().number, before.number);
    QCOMPARE(fields().title, u"Rain"_s);
}

void TestRightWeek::tabGoesThroughTheDetailsAsTheyStand()
{
    auto *shown = details();
    auto *dated = shown->findChild<QCheckBox *>();
    dated->setFocus();
    const QList<DayField *> days = shown->findChildren<DayField *>();
    const auto kinds = shown->findChildren<QComboBox *>();
    for (QWidget *next : std::initializer_list<QWidget *>{shown->findChild<PeriodCalendar *>(), days[0], days[1],
                                                          shown->findChild<QLineEdit *>(), kinds[0], kinds[1]}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), next);
    }
}

void TestRightWeek::aDayThatIsNotKnownBeginsInTheNotesWeek()
{
    auto *shown = details();
    auto *calendar = shown->findChild<PeriodCalendar *>();
    QTest::mouseClick(calendar, Qt::LeftButton, {}, calendar->dayRect(QDate(2026, 11, 12)).center());
    for (auto *box : shown->findChildren<QCheckBox *>()) {
        if (box->text().remove(u'&') == u"Published")
            box->click();
    }
    QCOMPARE(fields().published->date(), QDate(2026, 11, 15));
}

void TestRightWeek::aProblemStandsBelowItsField()
{
    const auto *shown = details();
    auto *number = shown->findChild<QLineEdit *>();
    QTest::keyClicks(number, u"five"_s);
    const auto labels = shown->findChildren<QLabel *>();
    const auto problem =
        std::ranges::find(labels, number->accessibleDescription(), [](const QLabel *label) { return label->text(); });
    QVERIFY(problem != labels.end() && (*problem)->isVisible());
    QTRY_VERIFY((*problem)->y() >= number->geometry().bottom() &&
                (*problem)->y() < number->geometry().bottom() + number->height());
    number->selectAll();
    QTest::keyClicks(number, u"5.9"_s);
    QVERIFY(!(*problem)->isVisible());
}

void TestRightWeek::daysAreChosenWithTheKeyboard()
{
    auto *calendar = details()->findChild<PeriodCalendar *>();
    calendar->setFocus();
    QCOMPARE(calendar->day(), QDate(2026, 11, 16));
    QTest::keyClick(calendar, Qt::Key_Up);
    QCOMPARE(calendar->day(), QDate(2026, 11, 9));
    QCOMPARE(fields().covers, weeks(47, 47)); // only looked at
    QCOMPARE(calendar->accessibleDescription(), u"Monday, 9 November 2026, week 46"_s);
    QTest::keyClick(calendar, Qt::Key_Space);
    QCOMPARE(fields().covers, weeks(46, 46));
    QVERIFY(calendar->accessibleDescription().contains(u"chosen"_s));
    QTest::keyClick(calendar, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(fields().covers, weeks(46, 47));
    QTest::keyClick(calendar, Qt::Key_End);
    QTest::keyClick(calendar, Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(fields().covers, (Period{QDate(2026, 11, 21), QDate(2026, 11, 22)}));
    QTest::keyClick(calendar, Qt::Key_PageUp);
    QCOMPARE(calendar->day(), QDate(2026, 10, 21));
    calendar->setLayoutDirection(Qt::RightToLeft);
    QTest::keyClick(calendar, Qt::Key_Left);
    QCOMPARE(calendar->day(), QDate(2026, 10, 22));
    QVERIFY(calendar->dayRect(QDate(2026, 10, 23)).x() < calendar->dayRect(QDate(2026, 10, 22)).x());
    QTest::keyClick(calendar, Qt::Key_Escape);
    QTRY_VERIFY(!window().findChild<NoteDetails *>());
}

void TestRightWeek::howDaysFitIsTold()
{
    add(weeks(45, 45), {5, 8}, u"5.08 — tea"_s);
    auto *shown = details();
    auto *calendar = shown->findChild<PeriodCalendar *>();
    const auto told = [shown](const QString &words) {
        return std::ranges::any_of(shown->findChildren<QLabel *>(),
                                   [&](const QLabel *label) { return label->isVisible() && label->text() == words; });
    };
    QVERIFY(told(u"Leaves 9 – 15 Nov unwritten"_s));
    QCOMPARE(calendar->dayText(QDate(2026, 11, 4)), u"Wednesday, 4 November 2026, week 45, 5.08"_s);
    QTest::mouseClick(calendar, Qt::LeftButton, {}, calendar->dayRect(QDate(2026, 11, 4)).center());
    QVERIFY(told(u"Overlaps 5.08 (2 – 8 Nov)"_s));
    QCOMPARE(fields().covers, weeks(45, 45)); // told, and allowed
    QTest::mouseClick(calendar, Qt::LeftButton, {}, calendar->dayRect(QDate(2026, 11, 11)).center());
    QVERIFY(!told(u"Overlaps 5.08 (2 – 8 Nov)"_s));
    QVERIFY(!told(u"Leaves 9 – 15 Nov unwritten"_s));
}

void TestRightWeek::theRestHasItsPlace()
{
    auto *shown = details();
    const auto boxes = shown->findChildren<QCheckBox *>();
    const auto box = [&](const QString &words) {
        return *std::ranges::find_if(boxes, [&](const QCheckBox *each) { return each->text().remove(u'&') == words; });
    };
    const auto days = shown->findChildren<DayField *>();
    box(u"Written"_s)->click();
    QCOMPARE(fields().written, QDate(2026, 11, 20));
    box(u"Published"_s)->click();
    QCOMPARE(fields().published, QDateTime(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC));
    days[3]->setDate(QDate(2026, 11, 19));
    QCOMPARE(fields().published, QDateTime(QDate(2026, 11, 19), QTime(12, 0), QTimeZone::UTC));
    box(u"Written"_s)->click();
    QVERIFY(!fields().written);
    const auto lines = shown->findChildren<QLineEdit *>();
    const auto line = [&](const QString &placeholder) {
        return *std::ranges::find(lines, placeholder, &QLineEdit::placeholderText);
    };
    QTest::keyClicks(line(u"the library’s language"_s), u"cy"_s);
    QCOMPARE(fields().language, u"cy"_s);
    QLineEdit *address = line(u"https://…"_s);
    QTest::keyClicks(address, u"robin.example"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QVERIFY(fields().canonical.isEmpty());
    address->selectAll();
    QTest::keyClicks(address, u"https://robin.example/5-9"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(fields().canonical, QUrl(u"https://robin.example/5-9"_s));
}

void TestRightWeek::theNextNumberIsOffered()
{
    add(weeks(46, 46), {5, 8}, u"5.08 — tea"_s);
    const auto *shown = details();
    QPushButton *next = buttonIn(shown, u"5.09"_s);
    QVERIFY(next);
    QCOMPARE(fields().number, SeasonNumber()); // never forced
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(fields().number, (SeasonNumber{5, 9}));
    QCOMPARE(shown->findChild<QLineEdit *>()->text(), u"5.09"_s);
    QVERIFY(!buttonIn(shown, u"5.09"_s));
    auto *number = shown->findChild<QLineEdit *>();
    number->selectAll();
    QTest::keyClicks(number, u"5.8"_s); // another note has it
    QTRY_VERIFY(buttonIn(shown, u"5.09"_s));
    QTest::keyClicks(number, u"0"_s); // and nobody has 5.80
    QVERIFY(!buttonIn(shown, u"5.09"_s));
}

void TestRightWeek::aNewSeasonIsOfferedAfterALongPause()
{
    const NoteId here = session().draft()->noteId();
    session().removeNotes({here});
    QTRY_VERIFY(!session().draft() && session().shelf().isEmpty());
    add(weeks(36, 36), {5, 8}, u"5.08 — tea"_s);
    std::ignore = session().notebook().changeSettings(
        [](LibrarySettings &settings) { settings.titlePattern = u"{season}.{episode:02} — {title}"_s; });
    QTRY_VERIFY(!now().titlePattern.isEmpty());
    session().startNote(*Week::fromIso(2026, 47));
    QTRY_VERIFY(session().draft());
    QCOMPARE(fields().title, u"5.09"_s);
    QTRY_COMPARE(window().notePane().banner().text(), u"This is 5.09, after a long pause."_s);
    QTest::mouseClick(button(u"Make it Season 6, episode 1"_s), Qt::LeftButton);
    QCOMPARE(fields().number, (SeasonNumber{6, 1}));
    QCOMPARE(fields().title, u"6.01"_s);
    QTRY_VERIFY(isSaved());
}

void TestRightWeek::theTitleGivesTheNumber()
{
    typeTitle(u"5.12: tea"_s);
    QCOMPARE(fields().number, (SeasonNumber{5, 12}));
    title()->selectAll();
    QTest::keyClicks(title(), u"S6 Ep2: tea"_s); // what came from the title goes with it
    QCOMPARE(fields().number, (SeasonNumber{6, 2}));
    QVERIFY(window().notePane().banner().isHidden());
    typeTitle(u"Week 47"_s); // no number of a note
    QCOMPARE(fields().number, SeasonNumber());
}

void TestRightWeek::anotherNumberInTheTitleIsOffered()
{
    NoteFields numbered = fields();
    numbered.number = {5, 9};
    window().notePane().setFields(numbered);
    typeTitle(u"5.10: tea"_s);
    QCOMPARE(fields().number, (SeasonNumber{5, 9}));
    editor().setFocus();
    QCOMPARE(window().notePane().banner().text(), u"The title says 5.10, and the note’s number is 5.9."_s);
    typeTitle(u"5.9: tea"_s);
    QVERIFY(window().notePane().banner().isHidden()); // they agree
    typeTitle(u"5.11: tea"_s);
    editor().setFocus();
    QTest::mouseClick(button(u"Use 5.11"_s), Qt::LeftButton);
    QCOMPARE(fields().number, (SeasonNumber{5, 11}));
    QVERIFY(window().notePane().banner().isHidden());
}

void TestRightWeek::aWrongDayIsPointedOutOnce()
{
    Banner &banner = window().notePane().banner();
    typeTitle(u"Weeknote w/c 10 November: tea"_s); // a Tuesday
    editor().setFocus();
    QCOMPARE(banner.text(), u"The title says w/c 10 November, which is a Tuesday."_s);
    QTest::mouseClick(button(u"Use Monday 9 November"_s), Qt::LeftButton);
    QCOMPARE(fields().covers, weeks(46, 46));
    title()->setFocus();
    editor().setFocus();
    QVERIFY(banner.isHidden());
    // It stands in the details still.
    const auto *shown = details();
    QVERIFY(!buttonIn(shown, u"Use Monday 9 November"_s)); // that is done
    QTest::mouseClick(buttonIn(shown, u"Correct the title"_s), Qt::LeftButton);
    QCOMPARE(fields().title, u"Weeknote w/c 9 November: tea"_s);
    QCOMPARE(title()->toPlainText(), fields().title);
    QVERIFY(!buttonIn(shown, u"Correct the title"_s));
}

void TestRightWeek::aSeasonGetsAName()
{
    window().actions().seasons->trigger();
    auto *none = window().findChild<SeasonDialog *>();
    QCOMPARE(none->seasons().model()->rowCount(), 0);
    QVERIFY(!none->findChild<QLineEdit *>()->isVisible());
    QTest::keyClick(none, Qt::Key_Escape);
    QTRY_VERIFY(!window().findChild<SeasonDialog *>());
    add(weeks(40, 40), {5, 8}, u"5.08 — tea"_s);
    add(weeks(30, 30), {4, 1}, u"4.01 — tea"_s);
    window().actions().seasons->trigger();
    const auto *dialog = window().findChild<SeasonDialog *>();
    QCOMPARE(dialog->seasons().model()->rowCount(), 2);
    auto *name = dialog->findChild<QLineEdit *>();
    QTest::keyClicks(name, u"The big move"_s);
    QTRY_COMPARE(now().seasons, (SeasonLooks{{5, {u"The big move"_s, {}}}}));
    QCOMPARE(dialog->seasons().model()->index(0, 0).data().toString(), u"Season 5 · The big move"_s);
    auto *pattern = dialog->findChild<PatternField *>();
    QTest::keyClicks(&pattern->line(), u"S{season} Ep{episode}: {title}"_s);
    dialog->seasons().setCurrentIndex(dialog->seasons().model()->index(1, 0)); // before it was saved
    QTRY_COMPARE(now().seasons.at(5).pattern, u"S{season} Ep{episode}: {title}"_s);
    QCOMPARE(name->text(), QString());
    QCOMPARE(session().shelf().numbers().text({5, 9}), u"S5 Ep9"_s);
    QVERIFY(!now().seasons.contains(4));
}

void TestRightWeek::aSeasonIsRenumberedAndBack()
{
    add(weeks(40, 40), {5, 8}, u"5.08 — tea"_s);
    add(weeks(41, 41), {5, 9}, u"Rain"_s);
    add(weeks(30, 30), {6, 2}, u"6.02 — ink"_s);
    std::ignore = session().notebook().changeSettings(
        [](LibrarySettings &settings) { settings.seasons[5].name = u"The big move"_s; });
    typeTitle(u"5.10: paper"_s);
    QTRY_VERIFY(isSaved());
    const auto numbers = [this] {
        QStringList all;
        for (const NoteHeader &note : session().shelf().notes())
            all << note.fields.number.toString() + u' ' + note.fields.title;
        all.sort();
        return all;
    };
    const QStringList before = numbers();
    window().actions().seasons->trigger();
    auto *dialog = window().findChild<SeasonDialog *>();
    dialog->seasons().setCurrentIndex(dialog->seasons().model()->index(1, 0));
    const auto spins = dialog->findChildren<QSpinBox *>();
    QVERIFY(!buttonIn(dialog, u"Renumber"_s)->isEnabled());
    spins[0]->setValue(6);
    spins[1]->setValue(1);
    QCOMPARE(dialog->preview().model()->rowCount(), 3);
    QCOMPARE(dialog->preview().model()->index(0, 0).data().toString(), u"5.08 → 6.01"_s);
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"belong to other notes"_s); // 6.2 does
    }));
    spins[0]->setValue(7);
    QTest::mouseClick(buttonIn(dialog, u"Renumber 3 note(s)"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Undo"_s));
    QCOMPARE(numbers(), QStringList({u"6.2 6.02 — ink"_s, u"7.1 7.01 — tea"_s, u"7.2 Rain"_s, u"7.3 7.03: paper"_s}));
    QTRY_COMPARE(fields().title, u"7.03: paper"_s); // the open note follows
    QCOMPARE(title()->toPlainText(), u"7.03: paper"_s);
    QTRY_VERIFY(now().seasons.contains(7) && !now().seasons.contains(5));
    QTest::keyClicks(&editor(), u"More. "_s); // and what is written meanwhile stays
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    QTRY_COMPARE(numbers(), before);
    QTRY_COMPARE(fields().number, (SeasonNumber{5, 10}));
    QVERIFY(editor().markdown().contains(u"More."_s));
    QTRY_VERIFY(now().seasons.contains(5));
}

void TestRightWeek::undoingTakesNoLookFromAnotherSeason()
{
    add(weeks(40, 40), {5, 8}, u"Tea"_s);
    add(weeks(30, 30), {4, 1}, u"Ink"_s);
    const SeasonLooks looks{{4, {u"The garden"_s, u"S{season} Ep{episode}: {title}"_s}}};
    std::ignore = session().notebook().changeSettings([looks](LibrarySettings &settings) { settings.seasons = looks; });
    QTRY_COMPARE(now().seasons, looks);
    renumber(0, 4);
    QVERIFY(isNumbered({4, 8}));
    QCOMPARE(now().seasons, looks);
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    QTRY_VERIFY(isNumbered({5, 8}));
    QTest::qWait(100); // what would follow
    QCOMPARE(now().seasons, looks);
}

void TestRightWeek::aNameJustTypedGoesWithTheNumber()
{
    add(weeks(40, 40), {5, 8}, u"Tea"_s);
    renumber(0, 7, u"The move"_s);
    QTRY_COMPARE(now().seasons, (SeasonLooks{{7, {u"The move"_s, {}}}}));
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    QTRY_COMPARE(now().seasons, (SeasonLooks{{5, {u"The move"_s, {}}}}));
}

QTEST_MAIN(TestRightWeek)
#include "tst_rightweek.moc"
