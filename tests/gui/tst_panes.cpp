// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/growingline.h"
#include "app/notedetails.h"
#include "app/notehead.h"
#include "app/notepane.h"
#include "app/previewpane.h"
#include "app/publishdialog.h"
#include "app/searchfield.h"
#include "app/searchpopup.h"
#include "editor/markdownedit.h"
#include "gui/windowfixture.h"
#include "preview/previewview.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestPanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void thePreviewHeadIsThatOfThePage();
    void enterChoosesBeforeTheAnswer();
    void theTextIsReachedFromEveryField();
    void everyStopHasAName();
    void aPeriodCanBeTakenAway();
    void aTypedDayCountsWhenItIsWhole();
    void aFailedMarkCanBeTriedAgain();

private:
    [[nodiscard]] MainWindow &window() { return m_desk->window(); }
    [[nodiscard]] MarkdownEdit &editor() { return window().notePane().editor(); }
    [[nodiscard]] QString preview() { return window().previewPane().view().toPlainText(); }

    std::unique_ptr<TestData::Desk> m_desk;
};

void TestPanes::init()
{
    m_desk = std::make_unique<TestData::Desk>();
    m_desk->open();
    const QSignalSpy shown(&m_desk->session(), &Session::weekShown);
    QTRY_VERIFY(!shown.isEmpty());
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    m_desk->session().startNote(m_desk->session().week());
    QTRY_VERIFY(m_desk->session().draft());
    QTRY_VERIFY(m_desk->session().shelf().note(m_desk->session().draft()->noteId()));
}

void TestPanes::cleanup()
{
    m_desk->close();
    m_desk.reset();
}

void TestPanes::thePreviewHeadIsThatOfThePage()
{
    NoteFields fields = m_desk->session().draft()->fields();
    fields.title = u"The counter"_s;
    m_desk->session().draft()->setFields(fields);
    m_desk->session().draft()->setText(u"# The counter\n\nText."_s);
    QCOMPARE(preview().count(u"The counter"_s), 1); // as on the page, which leaves the heading out
    m_desk->session().draft()->setText(u"Before.\n\n# The counter"_s);
    QCOMPARE(preview().count(u"The counter"_s), 2);

    QVERIFY(preview().contains(u"2026"_s));
    fields.covers.reset();
    fields.title.clear();
    m_desk->session().draft()->setFields(fields);
    window().previewPane().showHead();
    QVERIFY(!preview().contains(u"2026"_s)); // nothing says when it was written
    QVERIFY(preview().contains(u"Untitled"_s));
}

void TestPanes::enterChoosesBeforeTheAnswer()
{
    QTest::keyClicks(&editor(), u"Eleven people asked for a printer."_s);
    QTRY_COMPARE(m_desk->session().draft()->state(), DraftSession::State::Saved);
    auto *field = window().findChild<SearchField *>();
    field->setFocus();
    const QSignalSpy chosen(&window().searchPopup(), &SearchPopup::noteChosen);
    QTest::keyClicks(field, u"printer"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(chosen.count(), 1);
    QVERIFY(editor().hasFocus());
    QVERIFY(!window().searchPopup().isVisible());
}

void TestPanes::theTextIsReachedFromEveryField()
{
    QTest::keyClicks(&editor(), u"Text."_s);
    const QKeySequence keys = window().actions().goText->shortcut();
    for (QWidget *field : {static_cast<QWidget *>(window().findChild<SearchField *>()),
                           static_cast<QWidget *>(window().notePane().head().findChild<GrowingLine *>())}) {
        field->setFocus();
        QTest::keySequence(field, keys);
        QVERIFY(editor().hasFocus());
    }
    QCOMPARE(editor().markdown(), u"Text."_s);
}

void TestPanes::everyStopHasAName()
{
    QTest::keyClicks(&editor(), u"Text."_s);
    // From the search field both ways to the text, which keeps Tab for itself.
    QSet<const QWidget *> met;
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        window().findChild<SearchField *>()->setFocus();
        for (int steps = 0; QApplication::focusWidget() != &editor(); ++steps) {
            QWidget *stop = QApplication::focusWidget();
            QVERIFY(stop && stop->isVisible() && steps < 60);
            met.insert(stop);
            const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(stop);
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), stop->metaObject()->className());
            QTest::keyClick(stop, key);
        }
    }
    QVERIFY(!QAccessible::queryAccessibleInterface(&editor())->text(QAccessible::Name).isEmpty());
    QVERIFY(met.size() >= 8);
    QVERIFY(met.contains(&window().previewPane().view()));
}

void TestPanes::aPeriodCanBeTakenAway()
{
    NoteFields fields = m_desk->session().draft()->fields();
    const Period days = fields.covers.value();
    NoteDetails details(fields, days.last, nullptr);
    connect(&details, &NoteDetails::edited, this, [&fields](const NoteFields &edited) { fields = edited; });
    auto *dated = details.findChild<QCheckBox *>();
    QVERIFY(dated->isChecked());
    dated->click();
    QVERIFY(!fields.covers);
    QVERIFY(!details.findChild<QDateEdit *>()->isEnabled());
    dated->click();
    QCOMPARE(fields.covers, days);

    fields.covers.reset();
    const NoteDetails undated(fields, days.last, nullptr);
    QVERIFY(!undated.findChild<QCheckBox *>()->isChecked());
}

void TestPanes::aTypedDayCountsWhenItIsWhole()
{
    const NoteFields fields = m_desk->session().draft()->fields();
    NoteDetails details(fields, {}, nullptr);
    const QSignalSpy edited(&details, &NoteDetails::edited);
    auto *last = details.findChildren<QDateEdit *>().at(1);
    last->setSelectedSection(QDateTimeEdit::DaySection);
    QTest::keyClicks(last, u"28"_s);
    QCOMPARE(edited.count(), 0);
    QTest::keyClick(last, Qt::Key_Return);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited[0][0].value<NoteFields>().covers->last.day(), 28);
}

void TestPanes::aFailedMarkCanBeTriedAgain()
{
    Note gone;
    gone.header.id = NoteId(createUuidV7(1));
    PublishDialog dialog(m_desk->session(), m_desk->settings(), gone);
    dialog.findChild<QLineEdit *>()->setText(u"https://example.org/gone"_s);
    QPushButton *mark = nullptr;
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text().contains(u"Mark"_s))
            mark = button;
    }
    QVERIFY(mark && mark->isEnabled());
    mark->click();
    QTRY_VERIFY(std::ranges::any_of(dialog.findChildren<QLabel *>(), [](const QLabel *label) {
        return label->property("role").toString() == "attention"_L1;
    }));
    QVERIFY(mark->isEnabled());
}

QTEST_MAIN(TestPanes)
#include "tst_panes.moc"
