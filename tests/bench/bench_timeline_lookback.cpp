// SPDX-License-Identifier: GPL-3.0-or-later
// Looking back over 1,040 weeks: a section is read within 100 ms (with the rest of ./dev bench timeline).
#include "bench/threadtime.h"
#include "core/clock.h"
#include "insight/sectionlines.h"
#include "insight/storyline.h"
#include "markdown/anthology.h"
#include "preview/previewview.h"
#include "storage/library.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

constexpr int weeks = 1040;

const QStringList words =
    u"the a of to and in that it was for on with as we had they this from by but not or have "
    "an one all there been printer counter library queue form map council garden bicycle "
    "heating meeting roadmap migration server budget apprentice river bridge school survey"_s.split(u' ');

QString paragraph(QRandomGenerator &random, int count)
{
    QStringList text;
    for (int i = 0; i < count; ++i)
        text << words[random.bounded(int(words.size()))];
    return text.join(u' ') + u".\n\n"_s;
}

QString noteText(QRandomGenerator &random, int week)
{
    QString text;
    const QString second =
        week < weeks / 2 ? u"## Something I’m reflecting on\n\n"_s : u"## Something I’ve learned\n\n"_s;
    for (const QString &heading : {u"## What went well\n\n"_s, second, u"## I also…\n\n"_s}) {
        text += heading;
        for (int i = 0; i < 3; ++i)
            text += paragraph(random, 60);
    }
    return text;
}

} // namespace

class BenchLookBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_library = Library::open(m_folder.filePath(u"library"_s), m_clock).value();
        QRandomGenerator random(4);
        for (int week = 0; week < weeks; ++week) {
            NoteFields fields;
            const QDate monday = QDate(2006, 12, 25).addDays(7 * week);
            fields.covers = Period{monday, monday.addDays(6)};
            fields.title = u"Week %1"_s.arg(week);
            const QString text = noteText(random, week);
            QVERIFY(
                m_library->addNote(fields, {.markdown = text, .plain = {}, .words = 0, .minutes = 0, .sections = {}}));
        }
    }

    void sectionsAreFound()
    {
        SectionLines lines(m_clock.today());
        QBENCHMARK
        {
            lines = SectionLines(m_clock.today());
            QVERIFY(m_library->eachNote([&](const Note &note) { lines.add(note); }));
        }
        std::vector<SectionLine> found;
        QElapsedTimer clock;
        clock.start();
        found = lines.lines();
        const auto proposal = lines.proposal(found);
        qInfo("%zu lines and %d proposal of them in %.1f ms", found.size(), int(proposal.has_value()),
              double(clock.nsecsElapsed()) / 1e6);
    }

    /// From the choice of a section to its painted page: what the person waits for.
    void aSectionIsRead()
    {
        SectionLines lines(m_clock.today());
        QVERIFY(m_library->eachNote([&](const Note &note) { lines.add(note); }));
        const SectionLine line = lines.lines().front();
        QCOMPARE(line.notes.size(), size_t(weeks));
        PreviewView view;
        view.resize(800, 900);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        std::vector<double> times;
        for (int i = 0; i < 10; ++i) {
            view.setDocument(nullptr);
            const double begin = threadTime();
            SectionPassages passages(line, m_clock.today());
            QVERIFY(m_library->eachNote([&](const Note &note) { passages.add(note); }));
            const double read = threadTime();
            Markdown::Anthology anthology;
            for (NotePassage &each : passages.take()) {
                const QString id = each.note.id.toString();
                anthology.addDateline(each.note.fields.title, "week:"_L1 + id);
                anthology.add(std::move(each.passage), id);
            }
            const auto document = std::move(anthology).document();
            const double joined = threadTime();
            view.setDocument(document);
            const double set = threadTime();
            view.grab();
            const double painted = threadTime();
            times.push_back(painted - begin);
            if (i == 5)
                qInfo("read %.1f ms, put together %.1f ms, set %.1f ms, painted %.1f ms", read - begin, joined - read,
                      set - joined, painted - set);
        }
        std::ranges::sort(times);
        qInfo("a section of %d weeks, from the library to its picture: median %.1f ms, most %.1f ms", weeks,
              times[times.size() / 2], times.back());
    }

    void aStorylineIsFollowed()
    {
        QBENCHMARK
        {
            Storyline line(StoryTerm(u"printer"_s), m_clock.today());
            QVERIFY(m_library->eachNote([&](const Note &note) { line.add(note); }));
            QVERIFY(!line.take().empty());
        }
    }

    void storylinesAreProposed()
    {
        QBENCHMARK
        {
            StoryProposals proposals(m_clock.today());
            QVERIFY(m_library->eachNote([&](const Note &note) { proposals.add(note); }));
            (void)proposals.proposals();
        }
    }

private:
    QTemporaryDir m_folder;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 29), QTime(12, 0), QTimeZone::UTC)};
    std::unique_ptr<Library> m_library;
};

QTEST_MAIN(BenchLookBack)
#include "bench_timeline_lookback.moc"
