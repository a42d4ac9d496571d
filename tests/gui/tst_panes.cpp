// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/besidepane.h"
#include "app/dayfield.h"
#include "app/firstrun.h"
#include "app/growingline.h"
#include "app/lookback.h"
#include "app/notedetails.h"
#include "app/notehead.h"
#include "app/notepane.h"
#include "app/pausedialog.h"
#include "app/previewpane.h"
#include "app/publishdialog.h"
#include "app/publishplaces.h"
#include "app/searchfield.h"
#include "app/searchpopup.h"
#include "app/statusstrip.h"
#include "app/timelinepane.h"
#include "app/topbar.h"
#include "editor/markdownedit.h"
#include "gui/windowfixture.h"
#include "preview/previewview.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelineview.h"
#include "timeline/yearstrip.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

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
    void aScreenReaderReadsTextAndPage();
    void aPeriodCanBeTakenAway();
    void aTypedDayCountsWhenItIsWhole_data();
    void aTypedDayCountsWhenItIsWhole();
    void aTypedDayIsReadInEveryScript_data();
    void aTypedDayIsReadInEveryScript();
    void enterTakesADayBeforeItPressesAButton();
    void aTypedDayCountsForTheButtonsKey();
    void theCalendarIsNamedAfterItsField();
    void wordsThatAreNoDayAreNotTaken();
    void anUntouchedNoteGoesWithoutATrace();
    void aStartedNoteThatIsNotAwaitedGoes();
    void aNoteThatCannotBeForgottenIsShown();
    void noDoorsWhileANoteIsAdded();
    void aPaneKeepsItsWidth();
    void severalWeeksAreNamed();
    void aFailedMarkCanBeTriedAgain();
    void eachNoteKeepsItsPlace();
    void theMenuGivesTheKeyboardBack();
    void theWeekButtonsStayPut();
    void missedWeeksBecomeAPause();
    void theNumberIsWrittenAsInTheTitle();
    void theYearInViewIsSeen();
    void aSeamTellsOfTextAbove();
    void wordsOfTheStripStandOnOneLine();
    void anotherLibraryCanBeChosen();
    void theSaveStateStandsStillWhileSavesAreInTime();
    void aTitleIsNoMarkup();

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

void TestPanes::aScreenReaderReadsTextAndPage()
{
    const QString text = u"Some *words* \U0001F33B שלום."_s;
    editor().insertPlainText(text);
    QTRY_VERIFY(preview().contains(u"שלום"_s));

    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&editor());
    QCOMPARE(face->role(), QAccessible::EditableText);
    editor().setFocus();
    QVERIFY(face->state().focused && face->state().editable && !face->state().readOnly);
    QAccessibleTextInterface *written = face->textInterface();
    QCOMPARE(written->text(0, written->characterCount()), text);
    QCOMPARE(written->cursorPosition(), int(text.size()));
    QVERIFY(face->rect().contains(written->characterRect(3)));
    QCOMPARE_GT(written->characterRect(3).left(), written->characterRect(2).left());

    face = QAccessible::queryAccessibleInterface(&window().previewPane().view());
    QVERIFY(face->state().readOnly && face->state().focusable);
    QAccessibleTextInterface *read = face->textInterface();
    const QString page = read->text(0, read->characterCount());
    const qsizetype begin = page.indexOf(u"Some words \U0001F33B"_s); // without the marks
    QVERIFY(begin >= 0);
    QVERIFY(face->rect().contains(read->characterRect(int(begin))));
}

void TestPanes::aPeriodCanBeTakenAway()
{
    NoteFields fields = m_desk->session().draft()->fields();
    const Period days = fields.covers.value();
    NoteDetails details(fields, {}, m_desk->session().shelf(), nullptr);
    connect(&details, &NoteDetails::edited, this, [&fields](const NoteFields &edited) { fields = edited; });
    auto *dated = details.findChild<QCheckBox *>();
    QVERIFY(dated->isChecked());
    dated->click();
    QVERIFY(!fields.covers);
    QVERIFY(!details.findChild<DayField *>()->isEnabled());
    dated->click();
    QCOMPARE(fields.covers, days);

    fields.covers.reset();
    const NoteDetails undated(fields, {}, m_desk->session().shelf(), nullptr);
    QVERIFY(!undated.findChild<QCheckBox *>()->isChecked());
}

void TestPanes::aTypedDayCountsWhenItIsWhole_data()
{
    QTest::addColumn<QString>("typed");
    for (const QString &typed : {u"26 Aug 2019"_s, u"2019-08-26"_s, u"26/8/2019"_s, u"August 26, 2019"_s})
        QTest::newRow(qPrintable(typed)) << typed;
}

void TestPanes::aTypedDayCountsWhenItIsWhole()
{
    QFETCH(QString, typed);
    DayField day(QDate(2026, 11, 20), u"Day"_s, nullptr);
    const QSignalSpy changed(&day, &DayField::dateChanged);
    day.selectAll();
    QTest::keyClicks(&day, typed);
    QCOMPARE(changed.count(), 0);
    QTest::keyClick(&day, Qt::Key_Return);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(day.date(), QDate(2019, 8, 26));
    QTest::keyClick(&day, Qt::Key_Up);
    QCOMPARE(day.date(), QDate(2019, 8, 27));
    QTest::keyClick(&day, Qt::Key_PageDown);
    QCOMPARE(day.date(), QDate(2019, 7, 27));
    day.selectAll();
    QTest::keyClicks(&day, u"3 Dec"_s); // of the year that stands there
    QTest::keyClick(&day, Qt::Key_Return);
    QCOMPARE(day.date(), QDate(2019, 12, 3));
}

void TestPanes::aTypedDayIsReadInEveryScript_data()
{
    QTest::addColumn<QLocale>("locale");
    // Digits of their own; names of months of two letters, of several words, and that differ in a vowel sign alone.
    for (const char *name : {"en_GB", "de_DE", "ar_EG", "ar_IQ", "fa_IR", "bn_BD", "hi_IN", "kw_GB", "vi_VN", "zh_CN"})
        QTest::newRow(name) << QLocale(QString::fromLatin1(name));
}

void TestPanes::aTypedDayIsReadInEveryScript()
{
    QFETCH(QLocale, locale);
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(locale);
    DayField shown(QDate(2026, 11, 20), u"Day"_s, nullptr);
    DayField typed(QDate(2026, 11, 20), u"Day"_s, nullptr);
    for (int month = 1; month <= 12; ++month) {
        shown.setDate(QDate(2019, month, 26));
        typed.selectAll();
        typed.insert(shown.text());
        QTest::keyClick(&typed, Qt::Key_Return);
        QCOMPARE(typed.date(), shown.date());
    }
}

void TestPanes::enterTakesADayBeforeItPressesAButton()
{
    PauseDialog dialog({.id = {}, .from = {2026, 11, 23}, .plannedTo = {}, .to = {}, .note = {}}, {}, {2026, 11, 20},
                       &window());
    dialog.open();
    auto *from = dialog.findChild<DayField *>();
    from->setFocus();
    from->selectAll();
    QTest::keyClicks(from, u"30 Nov 2026"_s);
    QTest::keyClick(from, Qt::Key_Return);
    QCOMPARE(from->date(), QDate(2026, 11, 30));
    QVERIFY(dialog.isVisible());
    QTest::keyClick(from, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
}

void TestPanes::aTypedDayCountsForTheButtonsKey()
{
    const Pause pause{.id = {}, .from = {2026, 11, 23}, .plannedTo = QDate(2026, 12, 20), .to = {}, .note = {}};
    PauseDialog dialog(pause, {}, {2026, 11, 20}, &window());
    const QSignalSpy decided(&dialog, &PauseDialog::decided);
    dialog.open();
    auto *keep = dialog.findChildren<QPushButton *>().front();
    auto *from = dialog.findChild<DayField *>();
    from->setFocus();
    from->selectAll();
    QTest::keyClicks(from, u"24 Dec 2026"_s); // after its end
    keep->click();                            // as Alt+K does: the keyboard stays where it is
    QVERIFY(decided.isEmpty() && dialog.isVisible() && !keep->isEnabled());
    from->setDate({2026, 11, 24});
    from->selectAll();
    QTest::keyClicks(from, u"30 Nov 2026"_s);
    keep->click();
    QCOMPARE(decided.count(), 1);
    QCOMPARE(decided[0][0].value<Pause>().from, QDate(2026, 11, 30));
}

void TestPanes::theCalendarIsNamedAfterItsField()
{
    DayField day(QDate(2026, 11, 20), u"First day"_s, nullptr);
    day.show();
    QTest::keyClick(&day, Qt::Key_Down, Qt::AltModifier);
    QWidget *popup = QApplication::activePopupWidget();
    QVERIFY(popup && popup->focusWidget());
    for (QWidget *part : {popup, popup->focusWidget()})
        QCOMPARE(QAccessible::queryAccessibleInterface(part)->text(QAccessible::Name), u"First day"_s);
}

void TestPanes::wordsThatAreNoDayAreNotTaken()
{
    const NoteFields fields = m_desk->session().draft()->fields();
    NoteDetails details(fields, {}, m_desk->session().shelf(), nullptr);
    const QSignalSpy edited(&details, &NoteDetails::edited);
    details.popUp({});
    auto *last = details.findChildren<DayField *>().at(1);
    const QString before = last->text();
    last->setFocus();
    last->selectAll();
    QTest::keyClicks(last, u"soon"_s);
    QTest::keyClick(last, Qt::Key_Return);
    QCOMPARE(last->text(), u"soon"_s); // it may be mended
    QVERIFY(last->hasFocus() && QToolTip::text().contains(before));
    QTest::keyClick(last, Qt::Key_Tab);
    QCOMPARE(last->text(), before);
    QCOMPARE(edited.count(), 0);
    last->setFocus();
    last->selectAll();
    QTest::keyClicks(last, u"29 Nov 2026"_s);
    details.close(); // who goes has said it
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited[0][0].value<NoteFields>().covers->last, QDate(2026, 11, 29));
}

void TestPanes::anUntouchedNoteGoesWithoutATrace()
{
    Session &session = m_desk->session();
    const Week week = session.week();
    const auto bin = [&session] {
        auto binned = session.notebook().bin();
        return QTest::qWaitFor([&] { return binned.isFinished(); }) ? binned.result()->size() : size_t(99);
    };
    window().actions().previousWeek->trigger();
    QTRY_VERIFY(!session.draft());
    QVERIFY(session.shelf().notes().empty());
    QCOMPARE(bin(), size_t(0));
    session.startNote(week);
    QTRY_VERIFY(session.draft());
    session.startNote(week.plus(-1)); // from one to the next
    QTRY_VERIFY(session.draft() && session.week() == week.plus(-1));
    QCOMPARE(session.shelf().notes().size(), size_t(1));
    session.startNote(session.week(), NoteKind::Fortnight); // it stands in nobody's way
    QTRY_VERIFY(session.draft() && session.draft()->fields().kind == NoteKind::Fortnight);
    QCOMPARE(session.shelf().notes().size(), size_t(1));

    QTest::keyClicks(&editor(), u"."_s); // whatever is written stays, even if it is taken back
    QTRY_COMPARE(session.draft()->state(), DraftSession::State::Saved);
    QTest::keyClick(&editor(), Qt::Key_Backspace);
    window().actions().previousWeek->trigger();
    QTRY_VERIFY(!session.draft());
    QCOMPARE(session.shelf().notes().size(), size_t(1));

    session.startNote(week);
    QTRY_VERIFY(session.draft());
    m_desk->close(); // and so with the window
    m_desk->open();
    const QSignalSpy shown(&m_desk->session(), &Session::weekShown);
    QTRY_VERIFY(!shown.isEmpty());
    QCOMPARE(m_desk->session().shelf().notes().size(), size_t(1));
}

void TestPanes::aStartedNoteThatIsNotAwaitedGoes()
{
    Session &session = m_desk->session();
    const Week week = session.week();
    const QSignalSpy removed(&session.notebook(), &Notebook::notesRemoved);
    window().actions().previousWeek->trigger();
    QTRY_COMPARE(removed.count(), 1);
    session.startNote(week);
    session.showWeek(week.plus(-2));
    QTRY_COMPARE(removed.count(), 2);
    QTRY_VERIFY(session.shelf().notes().empty());
    QVERIFY(!session.draft());

    session.startNote(week);
    session.showWeek(week); // whose note it is
    QTRY_VERIFY(session.draft());
    window().actions().previousWeek->trigger();
    QTRY_VERIFY(!session.draft() && session.shelf().notes().empty());
}

void TestPanes::aNoteThatCannotBeForgottenIsShown()
{
    Session &session = m_desk->session();
    const NoteHeader started = session.draft()->savedHeader();
    disconnect(&session.notebook(), &Notebook::changedElsewhere, &session, nullptr); // on a network nobody tells
    const auto elsewhere = Library::open(session.folder(), session.clock());
    StoredText theirs;
    theirs.markdown = u"Theirs."_s;
    QVERIFY((*elsewhere)->saveNote(started.id, started.revision, started.fields, theirs));
    window().actions().previousWeek->trigger();
    QVERIFY(!session.draft() && session.shelf().notes().empty());
    QTRY_VERIFY(session.shelf().note(started.id));
}

void TestPanes::noDoorsWhileANoteIsAdded()
{
    Session &session = m_desk->session();
    const auto *doors = window().findChild<FirstRun *>();
    bool seen = false;
    connect(&session, &Session::shelfChanged, doors, [&] { seen = seen || doors->isVisible(); });
    session.startNote(session.week(), NoteKind::Post);
    QTRY_VERIFY(session.draft() && session.draft()->fields().kind == NoteKind::Post);
    QVERIFY(!seen);
}

void TestPanes::aPaneKeepsItsWidth()
{
    const QWidget &timeline = window().timelinePane();
    const int width = timeline.width();
    const int text = window().notePane().width();
    for (QAction *action : {window().actions().beside, window().actions().lookBack}) {
        action->trigger();
        QTRY_VERIFY(window().besidePane().isVisible() || window().lookBack());
        QCOMPARE(timeline.width(), width);
        action->trigger();
        QTRY_COMPARE(window().notePane().width(), text);
        QCOMPARE(timeline.width(), width);
    }
    window().resize(640, 600); // the text needs room first
    QTRY_VERIFY(timeline.isVisible() && timeline.width() < width);
    window().resize(1280, 800);
    QTRY_COMPARE(timeline.width(), width);
}

void TestPanes::severalWeeksAreNamed()
{
    NoteFields fields = m_desk->session().draft()->fields();
    fields.kind = NoteKind::Longer;
    fields.covers = Period{QDate(2026, 10, 26), QDate(2026, 11, 22)};
    m_desk->session().draft()->setFields(fields);
    const auto labels = window().findChild<TopBar *>()->findChildren<QLabel *>();
    QTRY_VERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text() == u"Weeks 44–47"_s; }));
}

void TestPanes::aFailedMarkCanBeTriedAgain()
{
    Note gone;
    gone.header.id = NoteId(createUuidV7(1));
    PublishDialog dialog(m_desk->session(), m_desk->settings(), gone, Scheme::Light);
    dialog.findChild<PublishPlaces *>()->findChild<QLineEdit *>()->setText(u"https://example.org/gone"_s);
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
    QTRY_VERIFY(mark->isEnabled());
}

void TestPanes::eachNoteKeepsItsPlace()
{
    Session &session = m_desk->session();
    const NoteId first = session.draft()->noteId();
    editor().insertPlainText(u"Words of the week.\n\n"_s.repeated(100));
    QTRY_COMPARE(session.draft()->state(), DraftSession::State::Saved);
    editor().setCursorOffset(210);
    editor().verticalScrollBar()->setValue(90);
    window().actions().previousWeek->trigger();
    QTRY_VERIFY(!session.draft());
    session.startNote(session.week());
    QTRY_VERIFY(session.draft());
    window().actions().nextWeek->trigger();
    QTRY_VERIFY(session.draft() && session.draft()->noteId() == first);
    QCOMPARE(editor().cursorOffset(), 210);
    QCOMPARE(editor().verticalScrollBar()->value(), 90);

    m_desk->close(); // a place is kept for the session; later the end is
    m_desk->open();
    QTRY_VERIFY(m_desk->session().draft());
    QCOMPARE(editor().cursorOffset(), int(editor().markdown().size()));
    QTRY_VERIFY(editor().isVisible() && editor().viewport()->rect().intersects(editor().cursorRect()));
}

void TestPanes::theMenuGivesTheKeyboardBack()
{
    editor().setFocus();
    window().actions().openMenu->trigger();
    QMenu *menu = nullptr;
    QTRY_VERIFY(menu = qobject_cast<QMenu *>(QApplication::activePopupWidget()));
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    QVERIFY(editor().hasFocus());
}

void TestPanes::theWeekButtonsStayPut()
{
    auto *bar = window().findChild<TopBar *>();
    QHash<QString, QRect> before;
    const auto places = [bar] {
        QHash<QString, QRect> found;
        for (const QToolButton *button : bar->findChildren<QToolButton *>())
            found.insert(button->text(), button->geometry());
        return found;
    };
    bar->showWeek(u"Week 1"_s, u"1 – 7 May 2026"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    before = places();
    bar->showWeek(u"Week 53"_s, u"28 December 2026 – 3 January 2027"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(places(), before);
}

void TestPanes::missedWeeksBecomeAPause()
{
    Session &session = m_desk->session();
    QTest::keyClicks(&editor(), u"Words."_s);
    session.startNote(session.week().plus(-8));
    QTRY_VERIFY(session.shelf().notes().size() == 2);
    const Period days{QDate(2026, 9, 28), QDate(2026, 11, 15)};
    Q_EMIT window().timelinePane().list().pauseRequested(days);
    const auto &pauses = session.shelf().timeline().pauses;
    QTRY_VERIFY(pauses.size() == 1 && pauses.front().to);
    QCOMPARE(pauses.front().days(QDate(2026, 11, 20)), days);
}

void TestPanes::theNumberIsWrittenAsInTheTitle()
{
    NoteFields fields = m_desk->session().draft()->fields();
    fields.number = {3, 9, {}};
    fields.title = u"3.09 — weeknotes — bread and butter"_s;
    m_desk->session().draft()->setFields(fields);
    NoteHead &head = window().notePane().head();
    head.setFields(fields);
    const QAbstractItemModel *rows = window().timelinePane().list().model();
    QTRY_COMPARE(rows->index(1, 0).data(TimelineModel::NumberRole).toString(), u"3.09"_s);
    QVERIFY(head.findChild<QPushButton *>()->text().startsWith(u"3.09"_s));
    head.showDetails();
    auto *details = head.findChild<NoteDetails *>();
    QCOMPARE(details->findChild<QLineEdit *>()->text(), u"3.09"_s);
    details->close();
}

void TestPanes::theYearInViewIsSeen()
{
    Session &session = m_desk->session();
    const auto week = Week::fromIso(2009, 20);
    session.startNote(*week);
    QTRY_COMPARE(session.week(), *week);
    QTest::keyClicks(&editor(), u"Words."_s);
    const YearStrip &years = window().timelinePane().years();
    QTRY_VERIFY(years.rows().size() > 10 && years.visibleRegion().contains(years.cellRect(*week).center()));
    QVERIFY(window().timelinePane().findChild<QScrollArea *>()->verticalScrollBar()->isVisible()); // there are more
    session.showWeek(Week::of(QDate(2026, 11, 20)));
    QTRY_VERIFY(years.visibleRegion().contains(years.cellRect(session.week()).center()) &&
                session.week() == Week::of(QDate(2026, 11, 20)));
}

void TestPanes::aSeamTellsOfTextAbove()
{
    const auto frames = window().notePane().findChildren<QFrame *>(QString(), Qt::FindDirectChildrenOnly);
    const auto found =
        std::ranges::find_if(frames, [](const QFrame *frame) { return frame->frameShape() == QFrame::HLine; });
    QVERIFY(found != frames.end());
    const QFrame *seam = *found;
    editor().setMarkdown(u"Words.\n\n"_s.repeated(100));
    QVERIFY(!seam->isVisible());
    const int top = editor().y();
    editor().verticalScrollBar()->setValue(60);
    QVERIFY(seam->isVisible());
    QCOMPARE(seam->height(), 1);
    QCOMPARE(seam->geometry().bottom() + 1, editor().y());
    QCOMPARE(seam->width(), window().notePane().width());
    QCOMPARE(editor().y(), top);
    editor().setMarkdown(u"Other words."_s);
    QVERIFY(!seam->isVisible());
}

void TestPanes::wordsOfTheStripStandOnOneLine()
{
    auto *strip = window().findChild<StatusStrip *>();
    const auto labels = strip->findChildren<QLabel *>();
    const auto week = std::ranges::find(labels, u"week 47"_s, [](const QLabel *label) { return label->text(); });
    QVERIFY(week != labels.end());
    const auto buttons = strip->findChildren<QPushButton *>();
    const auto length =
        std::ranges::find(buttons, u"details"_s, [](const QPushButton *button) { return button->property("role"); });
    QVERIFY(length != buttons.end());
    QTRY_VERIFY((*length)->isVisible());
    (*length)->setText((*week)->text());
    QCoreApplication::processEvents();
    const QImage seen = strip->grab().toImage();
    const auto baseLine = [&](const QWidget *words) {
        const QRect place(words->mapTo(strip, QPoint()), words->size());
        const int ground = qGray(seen.pixel(place.right(), place.center().y()));
        for (int y = place.bottom() - 2; y > place.top(); --y) {
            for (int x = place.left(); x <= place.right(); ++x) {
                if (qGray(seen.pixel(x, y)) < ground - 60)
                    return y;
            }
        }
        return -1;
    };
    QVERIFY(baseLine(*week) > 0);
    QCOMPARE(baseLine(*length), baseLine(*week));
}

void TestPanes::anotherLibraryCanBeChosen()
{
    QTest::keyClicks(&editor(), u"Words."_s);
    QDir().mkpath(m_desk->path(u"broken"_s));
    QFile file(m_desk->path(u"broken/notes.sqlite"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("no database at all, but long enough to be read as one, if one did not look closely");
    file.close();
    QTRY_COMPARE(m_desk->session().draft()->state(), DraftSession::State::Saved);
    m_desk->session().open(m_desk->path(u"broken"_s));
    QPushButton *choose = nullptr;
    QTRY_VERIFY(std::ranges::any_of(window().findChildren<QPushButton *>(), [&choose](QPushButton *button) {
        choose = button;
        return button->isVisible() && button->text().contains(u"another library"_s);
    }));
    choose->click();
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY(dialog = window().findChild<QFileDialog *>());
    Q_EMIT dialog->fileSelected(m_desk->path(u"library"_s));
    dialog->close();
    QTRY_VERIFY(m_desk->session().isOpen() && m_desk->session().draft());
    QCOMPARE(m_desk->session().folder(), m_desk->path(u"library"_s));
}

void TestPanes::aTitleIsNoMarkup()
{
    StatusStrip plain;
    plain.showFailed(u"“One” is not there."_s);
    StatusStrip marked;
    marked.showFailed(u"“<h1>One</h1>” is not there."_s);
    QCOMPARE(marked.sizeHint().height(), plain.sizeHint().height());
    QVERIFY(marked.sizeHint().width() > plain.sizeHint().width()); // the marks are seen
}

void TestPanes::theSaveStateStandsStillWhileSavesAreInTime()
{
    StatusStrip strip;
    const auto *state = strip.findChild<QLabel *>(); // the first in the row
    strip.showSaved(QDateTime(QDate(2026, 11, 27), QTime(10, 32)), QDate(2026, 11, 27));
    const QString saved = state->text();
    QVERIFY(saved.contains(u"10:32"_s));
    strip.showUnsaved();
    QCOMPARE(state->text(), saved);
    QTRY_VERIFY(state->text().contains(u"Saving"_s)); // it takes too long
    strip.showSaved(QDateTime(QDate(2026, 11, 27), QTime(10, 32)), QDate(2026, 11, 27));
    QCOMPARE(state->text(), saved);
    strip.showUnsaved();
    strip.showFailed(u"The disk is full."_s);
    QVERIFY(state->text().contains(u"The disk is full."_s)); // at once
}

QTEST_MAIN(TestPanes)
#include "tst_panes.moc"
