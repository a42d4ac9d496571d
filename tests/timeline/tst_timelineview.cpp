// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/notes.h"
#include "timeline/notesmime.h"
#include "timeline/timelinedelegate.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMenu>
#include <QPaintEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void arrowsOpenNotesAndPassHeadings();
    void homeAndEndReachTheOutermostNotes();
    void enterAsksToWrite();
    void severalAreChosen();
    void aPauseIsAskedFor();
    void theHeadingStaysInSight();
    void aFilterLeavesPlaceAndChoice();
    void notesThatComeLeavePlaceAndChoice();
    void whatIsFilteredAwayIsChosenNoMoreOnceAnotherNoteOpens();
    void theOpenNoteIsMarkedWhereWhatWasChosenIsGone();
    void theOpenNoteHasItsBarWhateverIsChosen();
    void notesAreDroppedOnMissedWeeks();
    void aDragScrollsAtTheEdge();
    void aClickOpens();
    void theLinkOfAMissedWeek();
    void theDaysOfAMissedWeekGoBeforeItsLink();
    void aLongSilenceCanBeWrittenOrCalledAPause();
    void setOpenNoteSaysNothing();
    void theOpenNoteComesIntoSight();
    void keepsTheOpenNoteThroughChanges();
    void aSavedNotePaintsItsRowAndHeadingAlone();
    void numbersTakeTheRoomOfTheWidest();
    void statusesDifferWithoutColour();
    void mirrorsRightToLeft();

private:
    [[nodiscard]] QImage rowImage(int row) const;

    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<TimelineView> m_view;
};

void TestTimelineView::init()
{
    m_model = std::make_unique<TimelineModel>();
    m_model->setContent(TestData::autumn());
    m_view = std::make_unique<TimelineView>(m_model.get());
    m_view->resize(340, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestTimelineView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

QImage TestTimelineView::rowImage(int row) const
{
    return m_view->viewport()->grab(m_view->visualRect(m_model->index(row))).toImage();
}

void TestTimelineView::arrowsOpenNotesAndPassHeadings()
{
    m_view->setOpenNote(m_model->rows()[1].note().id);
    const QSignalSpy opened(m_view.get(), &TimelineView::noteActivated);
    QTest::keyClick(m_view.get(), Qt::Key_Down); // the missed week
    QCOMPARE(opened.count(), 0);
    QCOMPARE(m_view->currentIndex().row(), 2);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(opened.count(), 2);
    QTest::keyClick(m_view.get(), Qt::Key_Down); // the pause
    QCOMPARE(m_view->currentIndex().row(), 5);
    QCOMPARE(opened.count(), 2);
    QTest::keyClick(m_view.get(), Qt::Key_Down); // past the heading
    QCOMPARE(m_view->currentIndex().row(), 7);
    QCOMPARE(opened.last().first().value<NoteId>(), m_model->rows()[7].note().id);
}

void TestTimelineView::homeAndEndReachTheOutermostNotes()
{
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_End);
    const int last = m_view->currentIndex().row();
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    const QModelIndex first = m_view->currentIndex();
    QVERIFY(first.isValid() && first.row() < last);
    for (int row = 0; row < first.row(); ++row)
        QVERIFY(!m_model->index(row).flags().testFlag(Qt::ItemIsSelectable));
}

void TestTimelineView::enterAsksToWrite()
{
    m_view->setOpenNote(m_model->rows()[1].note().id);
    const QSignalSpy edit(m_view.get(), &TimelineView::editRequested);
    const QSignalSpy week(m_view.get(), &TimelineView::weekActivated);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(edit.count(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(edit.count(), 1);
    QCOMPARE(week.count(), 1);
    QCOMPARE(TestData::weekIn(week.first().first()), *m_model->rows()[2].week);
}

void TestTimelineView::severalAreChosen()
{
    m_view->setOpenNote(m_model->rows()[3].note().id);
    const QSignalSpy opened(m_view.get(), &TimelineView::noteActivated);
    const QSignalSpy removed(m_view.get(), &TimelineView::removeRequested);
    const QSignalSpy menu(m_view.get(), &TimelineView::menuRequested);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier,
                      m_view->visualRect(m_model->index(1)).center());
    const std::vector chosen{m_model->rows()[1].note().id, m_model->rows()[3].note().id, m_model->rows()[4].note().id};
    QCOMPARE(m_view->chosenNotes(), chosen);
    QCOMPARE(opened.count(), 0);
    NoteHeader saved = m_model->rows()[3].note(); // a save leaves the choice
    saved.words = 900;
    m_model->updateNote(saved);
    m_view->setOpenNote(saved.id);
    QCOMPARE(m_view->chosenNotes(), chosen);
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.first().first().value<std::vector<NoteId>>(), chosen);

    QContextMenuEvent inside(QContextMenuEvent::Mouse, m_view->visualRect(m_model->index(4)).center(), {});
    QApplication::sendEvent(m_view->viewport(), &inside);
    QCOMPARE(menu.last().first().value<std::vector<NoteId>>(), chosen);
    QContextMenuEvent outside(QContextMenuEvent::Mouse, m_view->visualRect(m_model->index(7)).center(), {});
    QApplication::sendEvent(m_view->viewport(), &outside);
    QCOMPARE(menu.last().first().value<std::vector<NoteId>>(), std::vector{m_model->rows()[7].note().id});
    m_view->setOpenNote(m_model->rows()[7].note().id); // another note ends the choice
    QCOMPARE(m_view->chosenNotes(), std::vector{m_model->rows()[7].note().id});
}

void TestTimelineView::aPauseIsAskedFor()
{
    const QSignalSpy asked(m_view.get(), &TimelineView::pauseActivated);
    const QSignalSpy menu(m_view.get(), &TimelineView::pauseMenuRequested);
    const QPoint place = m_view->visualRect(m_model->index(5)).center();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(asked.count(), 0);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(asked.count(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked.last().first().value<Pause>(), *m_model->rows()[5].pause);
    QContextMenuEvent click(QContextMenuEvent::Mouse, place, {});
    QApplication::sendEvent(m_view->viewport(), &click);
    QCOMPARE(menu.count(), 1);
}

void TestTimelineView::theHeadingStaysInSight()
{
    m_view->resize(m_view->width(), 120);
    const QRect heading = m_view->visualRect(m_model->index(0));
    m_view->verticalScrollBar()->setValue(heading.height() + 60);
    QVERIFY(m_view->visualRect(m_model->index(0)).bottom() < 0);
    QCOMPARE(m_view->indexAt({20, 10}).row(), 0);
    const QImage stuck = m_view->viewport()->grab(heading).toImage();
    m_view->verticalScrollBar()->setValue(heading.height() + 61);
    QCOMPARE(m_view->viewport()->grab(heading).toImage(), stuck);
    m_view->scrollTo(m_model->index(1)); // whole, below the heading
    QCOMPARE(m_view->visualRect(m_model->index(1)).top(), heading.height());
    // The next heading pushes it out.
    const int next = m_view->visualRect(m_model->index(6)).top() + m_view->verticalScrollBar()->value();
    m_view->verticalScrollBar()->setValue(std::min(next - 10, m_view->verticalScrollBar()->maximum()));
    if (m_view->verticalScrollBar()->value() == next - 10)
        QCOMPARE(m_view->indexAt({20, 15}).row(), 6);
    m_view->verticalScrollBar()->setValue(heading.height() + 60);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {20, 10}); // goes there
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
}

void TestTimelineView::aFilterLeavesPlaceAndChoice()
{
    std::vector<NoteHeader> notes;
    for (int serial = 1; serial <= 400; ++serial)
        notes.push_back(TestData::note(serial, QDate(2018, 1, 1).addDays(7 * serial),
                                       serial % 2 ? u"Odd %1"_s.arg(serial) : u"Even %1"_s.arg(serial)));
    m_model->setContent(TestData::content(notes, {}, QDate(2026, 10, 7)));
    const NoteId odd = notes[200].id;
    m_view->setOpenNote(odd);
    const int top = m_view->visualRect(m_model->indexOf(odd)).top();
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    TimelineChoice choice;
    choice.filter.text = u"odd"_s;
    m_model->setChoice(choice);
    QCOMPARE(reset.count(), 1); // a step for each row would take too long
    QCOMPARE(m_model->noteCount(), 200);
    QCOMPARE(m_view->chosenNotes(), std::vector{odd});
    QCOMPARE(m_view->visualRect(m_model->indexOf(odd)).top(), top);
    choice.filter.text = u"even"_s; // it is gone, and comes back
    m_model->setChoice(choice);
    QVERIFY(m_view->chosenNotes().empty());
    m_model->setChoice({});
    QCOMPARE(m_view->chosenNotes(), std::vector{odd});
}

void TestTimelineView::notesThatComeLeavePlaceAndChoice()
{
    std::vector<NoteHeader> notes;
    for (int serial = 1; serial <= 100; ++serial)
        notes.push_back(TestData::note(serial, QDate(2024, 1, 1).addDays(7 * serial), u"Note %1"_s.arg(serial)));
    m_model->setContent(TestData::content(notes, {}, QDate(2026, 10, 7)));
    const auto topOf = [&](int serial) {
        return m_view->visualRect(m_model->indexOf(notes[size_t(serial) - 1].id)).top();
    };
    const auto choose = [&](int serial, QItemSelectionModel::SelectionFlags how) {
        m_view->selectionModel()->setCurrentIndex(m_model->indexOf(notes[size_t(serial) - 1].id), how);
    };
    choose(60, QItemSelectionModel::ClearAndSelect);
    choose(58, QItemSelectionModel::Select);
    const std::vector<NoteId> chosen = m_view->chosenNotes();
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const auto come = [&](int first, QDate day) { // two weeks apart, so that missed weeks come with them
        for (int serial = first; serial < first + 3; ++serial)
            notes.push_back(TestData::note(serial, day.addDays(14 * (serial - first)), u"New %1"_s.arg(serial)));
        m_model->setContent(TestData::content(notes, {}, QDate(2026, 10, 7)));
    };

    const int currentTop = topOf(58);
    QVERIFY(m_view->viewport()->rect().contains(0, currentTop));
    come(101, QDate(2026, 6, 1));
    QCOMPARE(topOf(58), currentTop);
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() + 2000); // past what is chosen
    QVERIFY(topOf(58) < 0);
    const int top = topOf(58);
    const int value = m_view->verticalScrollBar()->value();
    come(104, QDate(2026, 8, 3));
    QCOMPARE(topOf(58), top);
    QVERIFY(m_view->verticalScrollBar()->value() > value);
    come(107, QDate(2022, 1, 3)); // below
    QCOMPARE(topOf(58), top);
    QCOMPARE(m_view->chosenNotes(), chosen);
    QCOMPARE(reset.count(), 0);
}

void TestTimelineView::whatIsFilteredAwayIsChosenNoMoreOnceAnotherNoteOpens()
{
    const NoteId first = m_model->rows()[1].note().id;
    const NoteId other = m_model->rows().back().note().id;
    m_view->setOpenNote(first);
    TimelineChoice choice;
    choice.filter.text = u"nothing is like that"_s;
    m_model->setChoice(choice);
    m_view->setOpenNote(other); // by the search
    m_model->setChoice({});
    QCOMPARE(m_view->chosenNotes(), std::vector{other});
    QCOMPARE(m_view->currentIndex(), m_model->indexOf(other));
}

void TestTimelineView::theOpenNoteIsMarkedWhereWhatWasChosenIsGone()
{
    TimelineContent content = TestData::autumn();
    const NoteId open = m_model->rows()[1].note().id;
    const NoteId gone = m_model->rows().back().note().id;
    m_view->setOpenNote(open);
    m_view->setCurrentIndex(m_model->indexOf(gone));
    QCOMPARE(m_view->chosenNotes(), std::vector{gone});
    const auto kept = content.notes;
    std::erase_if(content.notes, [&gone](const NoteHeader &note) { return note.id == gone; });
    m_model->setContent(content);
    QCOMPARE(m_view->chosenNotes(), std::vector{open});
    content.notes = kept; // put back
    m_model->setContent(content);
    QCOMPARE(m_view->chosenNotes(), std::vector{gone});
}

void TestTimelineView::theOpenNoteHasItsBarWhateverIsChosen()
{
    const auto hasBar = [this](int row) {
        const QImage image = rowImage(row);
        return image.pixelColor(1, image.height() / 2) == palette(Scheme::Light).green;
    };
    m_view->setOpenNote(m_model->rows()[1].note().id);
    QVERIFY(hasBar(1));
    const int last = m_model->rowCount() - 1;
    m_view->setCurrentIndex(m_model->index(last));
    QVERIFY(hasBar(1));
    QVERIFY(!hasBar(last));
}

void TestTimelineView::notesAreDroppedOnMissedWeeks()
{
    const QSignalSpy dropped(m_view.get(), &TimelineView::notesDropped);
    const auto data = mimeDataOf({m_model->rows()[1].note().id});
    const auto drop = [&](int row) {
        const QPoint place = m_view->visualRect(m_model->index(row)).center();
        QDragEnterEvent enter(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(m_view->viewport(), &enter);
        QDragMoveEvent move(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(m_view->viewport(), &move);
        QDropEvent event(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(m_view->viewport(), &event);
        return move.isAccepted();
    };
    QVERIFY(!drop(3));
    QCOMPARE(dropped.count(), 0);
    QVERIFY(drop(2));
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.first().first().value<std::vector<NoteId>>(), std::vector{m_model->rows()[1].note().id});
    QMimeData file;
    file.setUrls({QUrl(u"file:///tmp/a"_s)});
    QVERIFY(notesIn(&file).empty());
}

void TestTimelineView::aDragScrollsAtTheEdge()
{
    m_view->resize(m_view->width(), 120);
    QCoreApplication::processEvents();
    m_view->verticalScrollBar()->setValue(0);
    const auto data = mimeDataOf({m_model->rows()[1].note().id});
    const QPoint edge(20, m_view->viewport()->height() - 2);
    QDragEnterEvent enter(edge, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(m_view->viewport(), &enter);
    QDragMoveEvent move(edge, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(m_view->viewport(), &move);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    QTRY_VERIFY(m_view->verticalScrollBar()->value() > 8); // and on and on
    QDragLeaveEvent leave;
    QApplication::sendEvent(m_view->viewport(), &leave);
}

void TestTimelineView::aClickOpens()
{
    const QSignalSpy opened(m_view.get(), &TimelineView::noteActivated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(m_model->index(3)).center());
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().value<NoteId>(), m_model->rows()[3].note().id);
}

void TestTimelineView::theLinkOfAMissedWeek()
{
    const QSignalSpy week(m_view.get(), &TimelineView::weekActivated);
    const QRect row = m_view->visualRect(m_model->index(2));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, row.center() - QPoint(60, 0));
    QCOMPARE(week.count(), 0);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 24, row.bottom() - 8));
    QCOMPARE(week.count(), 1);
}

void TestTimelineView::theDaysOfAMissedWeekGoBeforeItsLink()
{
    const auto showsLink = [this] {
        const QImage row = rowImage(2);
        const auto isGreen = [](QColor colour) { return colour.green() > colour.red() + 60; };
        for (int y = 0; y < row.height(); ++y) {
            for (int x = row.width() / 2; x < row.width(); ++x) {
                if (isGreen(row.pixelColor(x, y)))
                    return true;
            }
        }
        return false;
    };
    QVERIFY(showsLink());
    m_view->resize(200, 600);
    QVERIFY(!showsLink());
    m_view->setCurrentIndex(m_model->index(2));
    QVERIFY(showsLink());
}

void TestTimelineView::aLongSilenceCanBeWrittenOrCalledAPause()
{
    m_model->setContent(TestData::content(
        {TestData::note(1, QDate(2026, 1, 5), u"One"_s), TestData::note(2, QDate(2026, 7, 6), u"Two"_s)}, {},
        QDate(2026, 7, 15)));
    const QSignalSpy week(m_view.get(), &TimelineView::weekActivated);
    const QSignalSpy pause(m_view.get(), &TimelineView::pauseRequested);
    m_view->setCurrentIndex(m_model->index(2));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(week.count(), 1);
    QCOMPARE(TestData::weekIn(week.first().first()), Week::of(QDate(2026, 6, 29)));

    QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(m_view->viewport(), &menuKey);
    auto *menu = m_view->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().last()->trigger();
    QCOMPARE(pause.count(), 1);
    QCOMPARE(pause.first().first().value<Period>(), (Period{QDate(2026, 1, 12), QDate(2026, 7, 5)}));
    menu->close();

    const QPoint note = m_view->visualRect(m_model->index(1)).center();
    QContextMenuEvent onANote(QContextMenuEvent::Mouse, note, m_view->viewport()->mapToGlobal(note), {});
    QCoreApplication::sendEvent(m_view->viewport(), &onANote);
    QTRY_VERIFY(!m_view->findChild<QMenu *>());
}

void TestTimelineView::theOpenNoteComesIntoSight()
{
    std::vector<NoteHeader> notes;
    for (int i = 0; i < 200; ++i)
        notes.push_back(TestData::note(i + 1, QDate(2022, 1, 3).addDays(7 * i), u"Note"_s));
    const NoteId oldest = notes.front().id;
    const NoteId middle = notes[100].id;
    const auto inSight = [this](const NoteId &id) {
        return m_view->viewport()->rect().contains(m_view->visualRect(m_model->indexOf(id)));
    };
    m_view->hide();
    m_view->resize(340, 300);
    m_model->setContent(TestData::content(notes, {}, QDate(2026, 11, 20)));
    m_view->setOpenNote(oldest);
    m_view->show();
    QTRY_VERIFY(inSight(oldest));
    m_view->setOpenNote(middle);
    QVERIFY(inSight(middle));
    m_view->verticalScrollBar()->setValue(0);
    m_view->setOpenNote(middle); // asked for again, by a command or a search
    QVERIFY(inSight(middle));
    m_view->resize(340, 120);
    QTRY_VERIFY(inSight(middle));
}

void TestTimelineView::setOpenNoteSaysNothing()
{
    const QSignalSpy opened(m_view.get(), &TimelineView::noteActivated);
    m_view->setOpenNote(m_model->rows()[7].note().id);
    QCOMPARE(m_view->currentIndex().row(), 7);
    QVERIFY(m_view->selectionModel()->isSelected(m_model->index(7)));
    m_view->setOpenNote({});
    QVERIFY(!m_view->selectionModel()->hasSelection());
    QCOMPARE(opened.count(), 0);
}

void TestTimelineView::keepsTheOpenNoteThroughChanges()
{
    const NoteId open = m_model->rows()[7].note().id;
    m_view->setOpenNote(open);
    const QSignalSpy opened(m_view.get(), &TimelineView::noteActivated);
    TimelineContent less = TestData::autumn();
    less.notes.erase(less.notes.end() - 2, less.notes.end());
    m_model->setContent(TestData::content(less.notes, less.pauses, less.today));
    m_model->setContent(TestData::autumn());
    QCOMPARE(m_view->currentIndex(), m_model->indexOf(open));
    QVERIFY(m_view->selectionModel()->isSelected(m_model->indexOf(open)));
    QCOMPARE(opened.count(), 0);
}

void TestTimelineView::aSavedNotePaintsItsRowAndHeadingAlone()
{
    class PaintedHeight final : public QObject
    {
    public:
        int height = 0;

    protected:
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Paint)
                height += static_cast<QPaintEvent *>(event)->rect().height();
            return false;
        }
    };
    QCoreApplication::processEvents();
    PaintedHeight painted;
    m_view->viewport()->installEventFilter(&painted);
    NoteHeader header = m_model->rows()[1].note();
    header.words += 100;
    m_model->updateNote(header);
    QTRY_VERIFY(painted.height > 0);
    const auto heightOf = [this](int row) { return m_view->visualRect(m_model->index(row)).height(); };
    QCOMPARE(painted.height, heightOf(0) + heightOf(1)); // which counts its words
}

void TestTimelineView::numbersTakeTheRoomOfTheWidest()
{
    const auto *delegate = static_cast<TimelineDelegate *>(m_view->itemDelegate());
    const int before = delegate->numberWidth();
    const NoteHeader note = m_model->rows()[1].note();
    NoteHeader wide = note;
    wide.fields.number.season = 10'000;
    m_model->updateNote(wide);
    QCOMPARE_GT(delegate->numberWidth(), before);
    m_model->updateNote(note);
    QCOMPARE(delegate->numberWidth(), before);
}

void TestTimelineView::statusesDifferWithoutColour()
{
    QSet<QByteArray> shapes;
    NoteHeader note = m_model->rows()[1].note();
    for (const NoteStatus status : {NoteStatus::Draft, NoteStatus::Ready, NoteStatus::Published}) {
        note.fields.status = status;
        m_model->updateNote(note);
        // The mark alone, as black or white.
        const QImage row = rowImage(1);
        constexpr int side = 30;
        const QImage mark =
            row.copy(row.width() - side, 0, side, row.height()).convertToFormat(QImage::Format_Grayscale8);
        QByteArray shape;
        const int ground = qGray(mark.pixel(0, mark.height() - 1));
        for (int y = 0; y < mark.height(); ++y)
            for (int x = 0; x < mark.width(); ++x)
                shape += std::abs(qGray(mark.pixel(x, y)) - ground) > 40 ? '#' : '.';
        QVERIFY(shape.contains('#'));
        shapes.insert(shape);
    }
    QCOMPARE(shapes.size(), 3);
}

void TestTimelineView::mirrorsRightToLeft()
{
    m_view->setOpenNote(m_model->rows()[1].note().id);
    const QImage leftToRight = rowImage(1);
    m_view->setLayoutDirection(Qt::RightToLeft);
    const QImage rightToLeft = rowImage(1);
    const int y = leftToRight.height() - 2;
    QCOMPARE(rightToLeft.pixel(rightToLeft.width() - 1, y), leftToRight.pixel(0, y)); // the bar of the open note
    QVERIFY(rightToLeft.pixel(0, y) != leftToRight.pixel(0, y));
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
