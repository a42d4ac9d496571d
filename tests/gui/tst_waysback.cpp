// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/banner.h"
#include "app/bindialog.h"
#include "app/binlist.h"
#include "app/conflictdialog.h"
#include "app/diffview.h"
#include "app/historydialog.h"
#include "app/timelinepane.h"
#include "gui/writingtest.h"
#include "storage/library.h"
#include "timeline/timelineview.h"

#include <QAction>
#include <QListView>
#include <QMessageBox>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// History, bin and conflicts in the real window.
class TestWaysBack : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void aDeletedNoteComesBackAtOnce();
    void deleteInTheTimelineMovesToTheBin();
    void theBinPutsBackAndIsEmptied();
    void theBinPutsBackOneAtATime();
    void aNoteBinnedElsewhereIsClosed();
    void aVersionComesBackAndGoesAgain();
    void whatIsTypedOnAVersionStays();
    void whatIsSaidOfAVersionGoesWithItsNote();
    void aPieceComesBack();
    void aPieceComesBackOnce();
    void aPieceOfAnotherTextStaysAway();
    void theHistoryGoesWithItsNote();
    void aConflictShowsTheDifference();

private:
    template <typename Dialog> [[nodiscard]] Dialog *open(QAction *action)
    {
        action->trigger();
        return window().findChild<Dialog *>();
    }
    /// Writes another text, and takes it back from the history's only version.
    void bringTheFirstVersionBack();
};

void TestWaysBack::aDeletedNoteComesBackAtOnce()
{
    QTest::keyClick(&editor(), Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(button(u"Put it back"_s));
    QVERIFY(!session().draft());
    QTRY_VERIFY(session().shelf().isEmpty());
    QTest::mouseClick(button(u"Put it back"_s), Qt::LeftButton);
    QTRY_VERIFY(session().draft());
    QCOMPARE(editor().markdown(), u"One good week."_s);
    QTRY_VERIFY(!session().shelf().isEmpty());
}

void TestWaysBack::deleteInTheTimelineMovesToTheBin()
{
    TimelineView &list = window().timelinePane().list();
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Delete);
    QTRY_VERIFY(button(u"Put it back"_s));
    QVERIFY(!session().draft());
}

void TestWaysBack::theBinPutsBackAndIsEmptied()
{
    const NoteId id = session().draft()->noteId();
    session().removeNotes({id});
    QTRY_VERIFY(button(u"Put it back"_s));
    auto *dialog = open<BinDialog>(window().actions().bin);
    QTRY_COMPARE(dialog->list().model()->rowCount(), 1);
    QTRY_VERIFY(button(u"Put back"_s)->isEnabled());
    QTest::mouseClick(button(u"Put back"_s), Qt::LeftButton);
    QTRY_VERIFY(session().draft());
    QTRY_COMPARE(dialog->list().model()->rowCount(), 0);

    session().removeNotes({id});
    QTRY_COMPARE(dialog->list().model()->rowCount(), 1);
    QTest::mouseClick(button(u"Empty the bin…"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Keep them"_s));
    QTest::mouseClick(button(u"Keep them"_s), Qt::LeftButton);
    QTRY_VERIFY(!dialog->findChild<QMessageBox *>());
    QCOMPARE(dialog->list().model()->rowCount(), 1);
    QTest::mouseClick(button(u"Empty the bin…"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Delete for good"_s));
    QTest::mouseClick(button(u"Delete for good"_s), Qt::LeftButton);
    QTRY_COMPARE(dialog->list().model()->rowCount(), 0);
    const SystemClock clock;
    QVERIFY(!(*Library::open(session().folder(), clock))->note(id));
}

void TestWaysBack::theBinPutsBackOneAtATime()
{
    for (int i = 0; i < 3; ++i) {
        if (i > 0)
            session().startNote(session().week().plus(-1));
        QTRY_VERIFY(session().draft() && session().shelf().notes().size() == 1);
        session().removeNotes({session().draft()->noteId()});
        QTRY_VERIFY(session().shelf().isEmpty());
    }
    auto *dialog = open<BinDialog>(window().actions().bin);
    QTRY_COMPARE(dialog->list().model()->rowCount(), 3);
    QPushButton *putBack = button(u"Put back"_s);
    QTRY_VERIFY(putBack->isEnabled());
    dialog->list().setCurrentIndex(dialog->list().model()->index(1, 0));
    const QSignalSpy changed(dialog->list().model(), &QAbstractItemModel::modelReset);
    session().reload();
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(dialog->list().currentIndex().row(), 1); // another reading of the list moves nothing
    const NoteId chosen = static_cast<const BinList *>(dialog->list().model())->note(1).header.id;
    QTest::mouseClick(putBack, Qt::LeftButton);
    QTest::mouseClick(putBack, Qt::LeftButton);
    QTRY_COMPARE(dialog->list().model()->rowCount(), 2);
    QTest::mouseClick(putBack, Qt::LeftButton); // the second half of a slow double click
    QTRY_VERIFY(session().draft());
    auto kept = session().draft()->keepVersion(Version::Reason::Sitting); // comes after all that was asked for
    QTRY_VERIFY(kept.isFinished());
    auto bin = session().notebook().bin();
    QTRY_VERIFY(bin.isFinished());
    QCOMPARE(bin.result()->size(), size_t(2));
    QVERIFY(session().shelf().note(chosen));
    QCOMPARE(session().shelf().notes().size(), size_t(1));
    dialog->list().setCurrentIndex(dialog->list().model()->index(0, 0));
    QVERIFY(putBack->isEnabled());
}

void TestWaysBack::aNoteBinnedElsewhereIsClosed()
{
    const SystemClock clock;
    const auto elsewhere = Library::open(session().folder(), clock);
    QVERIFY((*elsewhere)->removeNotes({session().draft()->noteId()}));
    QTRY_VERIFY(button(u"Put it back"_s));
    QVERIFY(!session().draft());
}

void TestWaysBack::aVersionComesBackAndGoesAgain()
{
    const NoteId id = session().draft()->noteId();
    const auto image = [this, id] {
        auto found = session().notebook().image(id, u"a.png"_s);
        return QTest::qWaitFor([&] { return found.isFinished(); }) ? found.result().value_or(QByteArray())
                                                                   : QByteArray();
    };
    std::ignore = session().notebook().addImage(id, {u"a.png"_s, "then"});
    QVERIFY(!session().draft()->keepVersion(Version::Reason::Sitting).isCanceled());
    std::ignore = session().notebook().addImage(id, {u"a.png"_s, "now"});
    write(u"One long week."_s);
    QCOMPARE(image(), QByteArray("now"));
    auto *dialog = open<HistoryDialog>(window().actions().history);
    QTRY_COMPARE(dialog->list().model()->rowCount(), 1);
    QTRY_COMPARE(dialog->text().changeCount(), 1);
    QCOMPARE(dialog->text().toPlainText(), u"One goodlong week."_s);
    QTRY_VERIFY(button(u"Bring back this version"_s)->isEnabled());
    QTest::mouseClick(button(u"Bring back this version"_s), Qt::LeftButton);
    QTRY_COMPARE(editor().markdown(), u"One good week."_s);
    QTRY_VERIFY(isSaved());
    QTRY_COMPARE(image(), QByteArray("then"));
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    QTRY_COMPARE(editor().markdown(), u"One long week."_s);
    QTRY_VERIFY(isSaved());
    QTRY_COMPARE(image(), QByteArray("now"));
    QTRY_VERIFY(!window().findChild<HistoryDialog *>());
    dialog = open<HistoryDialog>(window().actions().history);
    QTRY_COMPARE(dialog->list().model()->rowCount(), 3); // what stood there before each of the two steps is kept too
    editor().undo();
    QCOMPARE(editor().markdown(), u"One good week."_s);
}

void TestWaysBack::bringTheFirstVersionBack()
{
    QVERIFY(!session().draft()->keepVersion(Version::Reason::Sitting).isCanceled());
    write(u"One long week."_s);
    QVERIFY(open<HistoryDialog>(window().actions().history));
    QTRY_VERIFY(button(u"Bring back this version"_s)->isEnabled());
    QTest::mouseClick(button(u"Bring back this version"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Undo"_s));
}

void TestWaysBack::whatIsTypedOnAVersionStays()
{
    bringTheFirstVersionBack();
    QCOMPARE(editor().markdown(), u"One good week."_s);
    QTest::keyClick(&editor(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(&editor(), u" More."_s);
    QVERIFY(!button(u"Undo"_s)); // it would take these words away
    QCOMPARE(editor().markdown(), u"One good week. More."_s);
}

void TestWaysBack::whatIsSaidOfAVersionGoesWithItsNote()
{
    bringTheFirstVersionBack();
    window().actions().previousWeek->trigger();
    QTRY_VERIFY(!button(u"Undo"_s));
}

void TestWaysBack::aPieceComesBack()
{
    QVERIFY(!session().draft()->keepVersion(Version::Reason::Sitting).isCanceled());
    write(u"Two good weeks."_s);
    auto *dialog = open<HistoryDialog>(window().actions().history);
    QTRY_COMPARE(dialog->text().changeCount(), 2);
    QCOMPARE(dialog->text().currentChange(), 0);
    dialog->text().setFocus();
    QTest::keyClick(&dialog->text(), Qt::Key_F8);
    QCOMPARE(dialog->text().currentChange(), 1);
    QTest::mouseClick(button(u"Bring back this piece"_s), Qt::LeftButton);
    QTRY_COMPARE(editor().markdown(), u"Two good week."_s);
    QTRY_COMPARE(dialog->text().changeCount(), 1); // the dialog follows
}

void TestWaysBack::aPieceComesBackOnce()
{
    QVERIFY(!session().draft()->keepVersion(Version::Reason::Sitting).isCanceled());
    write(u"One good weeks, and then some."_s);
    auto *dialog = open<HistoryDialog>(window().actions().history);
    QTRY_VERIFY(dialog->text().changeCount() > 0);
    const DiffView::Change first = dialog->text().change(0);
    const QString expected = editor().markdown().replace(first.begin, first.length, first.older);
    const QSignalSpy asked(dialog, &HistoryDialog::pieceRequested);
    QPushButton *piece = button(u"Bring back this piece"_s);
    QTest::mouseClick(piece, Qt::LeftButton); // the library can't have answered before the second one
    QTest::mouseClick(piece, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QTRY_COMPARE(editor().markdown(), expected);
    auto kept = session().draft()->keepVersion(Version::Reason::Sitting); // comes after all that was asked for
    QTRY_VERIFY(kept.isFinished());
    QCOMPARE(editor().markdown(), expected);
    editor().undo();
    QCOMPARE(editor().markdown(), u"One good weeks, and then some."_s);
    QTRY_COMPARE(piece->isEnabled(), dialog->text().changeCount() > 0);
}

void TestWaysBack::aPieceOfAnotherTextStaysAway()
{
    QVERIFY(!session().draft()->keepVersion(Version::Reason::Sitting).isCanceled());
    write(u"One long week."_s);
    auto *dialog = open<HistoryDialog>(window().actions().history);
    QTRY_COMPARE(dialog->text().changeCount(), 1);
    QTest::mouseClick(button(u"Bring back this piece"_s), Qt::LeftButton);
    editor().replaceAll(u"Before it: One long week."_s);
    auto kept = session().draft()->keepVersion(Version::Reason::Sitting);
    QTRY_VERIFY(kept.isFinished());
    QCOMPARE(editor().markdown(), u"Before it: One long week."_s);
    QTRY_COMPARE(dialog->text().changeCount(), 2); // as it stands now
    QVERIFY(button(u"Bring back this piece"_s)->isEnabled());
}

void TestWaysBack::theHistoryGoesWithItsNote()
{
    const QPointer<HistoryDialog> dialog = open<HistoryDialog>(window().actions().history);
    QVERIFY(dialog);
    session().showWeek(session().week().plus(-30));
    QTRY_VERIFY(!dialog);
}

void TestWaysBack::aConflictShowsTheDifference()
{
    const SystemClock clock;
    const auto elsewhere = Library::open(session().folder(), clock);
    const auto note = (*elsewhere)->note(session().draft()->noteId());
    QTest::keyClick(&editor(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(&editor(), u" Mine."_s);
    QVERIFY((*elsewhere)
                ->saveNote(note->header.id, note->header.revision, note->header.fields,
                           {.markdown = u"One bad week."_s, .plain = {}, .words = 3, .minutes = 1, .sections = {}}));
    QTRY_VERIFY(button(u"Show the difference"_s));
    QTest::mouseClick(button(u"Show the difference"_s), Qt::LeftButton);
    auto *dialog = window().findChild<ConflictDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->text().toPlainText(), u"One badgood week. Mine."_s);
    QTest::mouseClick(button(u"Decide later"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Show the difference"_s));
    QTRY_VERIFY(!window().findChild<ConflictDialog *>());
    QTest::mouseClick(button(u"Show the difference"_s), Qt::LeftButton);
    QTRY_VERIFY(window().findChild<ConflictDialog *>());
    const QList<QPushButton *> buttons = window().findChild<ConflictDialog *>()->findChildren<QPushButton *>();
    QTest::mouseClick(*std::ranges::find(buttons, u"Keep &mine"_s, &QPushButton::text), Qt::LeftButton);
    QTRY_VERIFY(isSaved());
    QCOMPARE(editor().markdown(), u"One good week. Mine."_s);
}

QTEST_MAIN(TestWaysBack)
#include "tst_waysback.moc"
