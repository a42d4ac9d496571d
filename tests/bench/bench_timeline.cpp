// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline at its largest: a key in the filter takes 8 ms at 10,000 notes, a step of the wheel through 100,000 rows
// a frame, and another note of 2,500 words stands painted within 50 ms. The first two are processor time of the thread.
#include "app/filterbar.h"
#include "app/notepane.h"
#include "app/previewpane.h"
#include "app/timelinepane.h"
#include "bench/threadtime.h"
#include "editor/markdownedit.h"
#include "gui/windowfixture.h"
#include "notebook/storedtextof.h"
#include "preview/previewview.h"
#include "timeline/notes.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelineview.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

TimelineContent manyNotes(int count)
{
    static const QStringList words{
        u"rain on the roof"_s, u"small tools"_s,      u"the map is out"_s, u"counting chairs"_s,
        u"paper cuts"_s,       u"a slow migration"_s, u"bread"_s};
    std::vector<NoteHeader> notes;
    for (int i = 0; i < count; ++i) {
        const QDate monday = QDate(2026, 11, 16).addDays(-7 * (i / 10)); // ten writers
        notes.push_back(TestData::note(i + 1, monday,
                                       u"%1.%2 — weeknotes — %3"_s.arg(i / 400).arg(i % 40).arg(words[i % 7]),
                                       {i / 400, i % 40, {}}));
    }
    return TestData::content(std::move(notes), {}, QDate(2026, 11, 20));
}

void tell(const char *what, std::vector<double> times)
{
    std::ranges::sort(times);
    const auto at = [&](double share) { return times[size_t(share * double(times.size() - 1))]; };
    qInfo("%s: median %.2f ms, p95 %.2f ms, worst %.2f ms of %d", what, at(0.5), at(0.95), times.back(),
          int(times.size()));
}

} // namespace

class BenchTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyInTheFilter()
    {
        TestData::Desk desk;
        {
            const FixedClock clock{QDateTime(QDate(2026, 11, 20), QTime(14, 3), QTimeZone::UTC)};
            const auto library = Library::open(desk.path(u"library"_s), clock);
            QVERIFY(library);
            const StoredText text = storedTextOf(u"## Thanks\n\nTo @priya, for all of it."_s, clock.today());
            for (const NoteHeader &note : manyNotes(10'000).notes)
                QVERIFY((*library)->addNote(note.fields, text));
        }
        desk.open();
        QTRY_COMPARE(desk.session().shelf().notes().size(), size_t(10'000));
        const TimelinePane &pane = desk.window().timelinePane();
        QLineEdit &field = pane.filter().field();
        const auto shown = [&pane] { return static_cast<TimelineModel *>(pane.list().model())->noteCount(); };
        const auto typeAll = [&](const char *what) {
            std::vector<double> times;
            const QString typed = u"small tools "_s;
            for (int round = 0; round < 10; ++round) {
                for (int i = 0; i < 2 * typed.size(); ++i) { // typed, and erased
                    const double begin = threadTime();
                    if (i < typed.size())
                        QTest::keyClick(&field, typed[i].toLatin1());
                    else
                        QTest::keyClick(&field, Qt::Key_Backspace);
                    QCoreApplication::processEvents(); // lays out and paints
                    times.push_back(threadTime() - begin);
                    if (i == typed.size() - 1)
                        QCOMPARE(shown(), 1429);
                }
            }
            tell(what, times);
        };
        field.setFocus();
        typeAll("a key in the filter, 10,000 notes");
        QTest::keyClicks(&field, u"person:priya"_s);
        QTest::keyClick(&field, Qt::Key_Return); // it becomes a chip
        field.setFocus();
        QTRY_COMPARE(shown(), 10'000);
        typeAll("the same among those that name somebody");
        desk.close();
    }

    void aStepOfTheWheel()
    {
        TimelineModel model;
        TimelineView view(&model);
        model.setContent(manyNotes(100'000));
        view.resize(340, 900);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCoreApplication::processEvents();
        QScrollBar *bar = view.verticalScrollBar();
        QVERIFY(bar->maximum() > 100'000 * 40);
        std::vector<double> times;
        for (int i = 0; i < 1000; ++i) {
            const double begin = threadTime();
            bar->setValue(i % 100 == 99 ? (i / 100) * bar->maximum() / 10 : bar->value() + 60); // with leaps
            QCoreApplication::processEvents();                                                  // paints
            times.push_back(threadTime() - begin);
        }
        tell("a step through 100,000 rows", times);
    }

    void anotherNote()
    {
        TestData::Desk desk;
        desk.open();
        QTRY_VERIFY(desk.session().isOpen());
        std::vector<NoteId> notes;
        for (int i = 0; i < 12; ++i) {
            NoteFields fields;
            fields.title = u"Note %1"_s.arg(i);
            fields.covers = Week::of(QDate(2026, 11, 20)).plus(-i).days();
            QString text;
            for (int part = 0; part < 50; ++part) // of fifty words
                text += u"## Part %1\n\n"_s.arg(part) +
                        u"Some *more* words of a [week](https://a.example) "_s.repeated(8) + u"\n\n- one\n- two\n\n"_s;
            auto added = desk.session().notebook().addNote(fields, text);
            QTRY_VERIFY(added.isFinished());
            notes.push_back((*added.result()).id);
        }
        QTRY_COMPARE(desk.session().shelf().notes().size(), notes.size());
        MainWindow &window = desk.window();
        std::vector<double> times;
        for (int i = 0; i < 60; ++i) {
            const NoteId id = notes[size_t(i) % notes.size()];
            QElapsedTimer timer;
            timer.start();
            desk.session().showNote(id);
            while (!desk.session().draft() || desk.session().draft()->noteId() != id)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
            QCoreApplication::sendPostedEvents();
            window.notePane().editor().viewport()->grab();
            window.previewPane().view().viewport()->grab();
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
            QTest::qWait(50);
        }
        tell("another note of 2,500 words, from the order to both painted", times);
        desk.close();
    }
};

QTEST_MAIN(BenchTimeline)
#include "bench_timeline.moc"
