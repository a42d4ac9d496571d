// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/patternfield.h"
#include "app/settingsdialog.h"
#include "gui/writingtest.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// Settings, in the real window.
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

private:
    [[nodiscard]] SettingsDialog *settings()
    {
        QTest::keyClick(&window(), Qt::Key_Comma, Qt::ControlModifier);
        return window().findChild<SettingsDialog *>();
    }
    template <typename Widget> [[nodiscard]] static Widget *part(const QDialog *dialog, const QString &name)
    {
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
    QCOMPARE(part<QLabel>(dialog, u"run-shown-example"_s)->text(), u"Nothing is said of it."_s);
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
    QCOMPARE(address->accessibleDescription(), problem->text());
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
    const auto *example = part<QLabel>(dialog, u"title-pattern-example"_s);
    QTest::keyClicks(&pattern->line(), u"{"_s);
    QTest::keyClick(&pattern->line(), Qt::Key_Return);
    QVERIFY(!part<QLabel>(dialog, u"title-pattern-problem"_s)->isHidden());
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

QTEST_MAIN(TestRightWeek)
#include "tst_rightweek.moc"
