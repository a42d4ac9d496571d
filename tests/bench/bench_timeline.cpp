// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline at its largest: a key in the filter takes 8 ms at 10,000 notes, a step of the wheel through 100,000 rows
// a frame, and another note of 2,500 words stands painted within 50 ms. The first two are processor time of the thread.
#include "app/notepane.h"
#include "app/previewpane.h"
#include "app/timelinepane.h"
#include "bench/threadtime.h"
#include "editor/markdownedit.h"
#include "gui/windowfixture.h"
#include "preview/previewview.h"
#include "timeline/notes.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelineview.h"
#include "timeline/yearstrip.h"

#include <QElapsedTimer>
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
        TimelineModel model;
        TimelineView view(&model);
        YearStrip years;
        model.setContent(manyNotes(10'000));
        years.setContent(manyNotes(10'000));
        view.resize(340, 900);
        years.resize(340, 100); // as many years as are in sight
        view.show();
        years.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view) && QTest::qWaitForWindowExposed(&years));
        std::vector<double> times;
        const QString typed = u"small tools "_s;
        for (int round = 0; round < 10; ++round) {
            for (int i = 0; i <= 2 * typed.size(); ++i) { // typed, and erased
                TimelineChoice choice;
                choice.filter.text = typed.first(i <= typed.size() ? i : 2 * typed.size() - i);
                const double begin = threadTime();
                model.setChoice(choice);
                years.setShown(model.shownNotes());
                QCoreApplication::processEvents(); // lays out and paints
                times.push_back(threadTime() - begin);
            }
        }
        tell("a key in the filter, 10,000 notes", times);
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
