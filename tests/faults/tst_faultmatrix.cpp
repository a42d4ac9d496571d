// SPDX-License-Identifier: GPL-3.0-or-later
// Lets every call that SQLite makes of the disk fail in turn, each in every way, while a person works: whatever fails,
// the library stays whole, what was typed stays in memory, the next try succeeds, and no log tells what was written.

#include "faults/faultrows.h"
#include "notebook/notebookfixture.h"
#include "support/rounds.h"

#include <QEventLoop>
#include <QFutureWatcher>

#include <atomic>

using namespace Weeknotes;
using namespace Weeknotes::Test;
using namespace std::chrono_literals;
using FaultyVfs::Call;
using FaultyVfs::Lasting;

namespace {

constexpr DraftSession::Pace never{.idle = 1h, .cap = 1h, .retry = 1h, .parseAtOnce = 100'000};

/// What a future brings; await() of the fixture would sleep some milliseconds, thousands of times.
template <typename T> T brought(const QFuture<T> &future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    loop.exec();
    return future.isResultReadyAt(0) ? future.result() : T(std::unexpected(Error()));
}

/// Asks, and asks again if it has to, once the fault is gone and the notebook has seen that; the second try must
/// succeed.
template <typename Ask> auto inTheEnd(const Notebook &notebook, Ask ask)
{
    auto outcome = brought(ask());
    if (!outcome) {
        FaultyVfs::heal();
        if (notebook.trouble()) {
            QEventLoop loop;
            QObject::connect(&notebook, &Notebook::recovered, &loop, &QEventLoop::quit);
            loop.exec();
        }
        outcome = brought(ask());
    }
    return valueOf(std::move(outcome));
}

std::atomic<bool> areWordsLogged = false;
QtMessageHandler handlerBefore = nullptr;

void lookForWords(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (message.contains("words"_L1)) // all notes here have some
        areWordsLogged = true;
    handlerBefore(type, context, message);
}

void addFaults()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<int>("code");
    QTest::addColumn<Lasting>("lasting");
    FaultyVfs::forEachFault([](const QByteArray &name, const FaultyVfs::Fault &fault) {
        QTest::newRow(name.constData()) << fault.call << fault.code << fault.lasting;
    });
}

} // namespace

class TestFaultMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        FaultyVfs::install();
        handlerBefore = qInstallMessageHandler(lookForWords);
        const auto library = m_model.open();
        m_standing = valueOf(library->addNote(titled(u"Standing"_s), text(u"old words"_s)));
        m_leaving = valueOf(library->addNote(titled(u"Leaving"_s), text(u"words to go"_s)));
    }

    void cleanup() { QVERIFY(!areWordsLogged.exchange(false)); }
    void cleanupTestCase() { qInstallMessageHandler(handlerBefore); }

    void makingALibrary_data() { addFaults(); }
    void makingALibrary()
    {
        QFETCH(const Call, call);
        QFETCH(const int, code);
        QFETCH(const Lasting, lasting);
        // What fails for a time, fails at the later calls too: every third place tells enough where time is short.
        const int step = lasting == Lasting::UntilHealed && rounds(1) == 1 ? 3 : 1;
        for (int nth = 1, failed = 1; failed != 0; nth += step) {
            const LibraryFixture fixture;
            FaultyVfs::failAt(call, code, nth, lasting);
            const auto made = Library::open(fixture.path(), fixture.clock).and_then([](const auto &library) {
                return library->addNote(titled(u"First"_s), text(u"first words"_s));
            });
            failed = FaultyVfs::heal();
            const auto library = fixture.open();
            QVERIFY2(library, qPrintable(u"call %1"_s.arg(nth)));
            QVERIFY2(valueOf(library->verify()).empty(), qPrintable(u"call %1"_s.arg(nth)));
            const auto notes = valueOf(library->notes()); // of one that failed in its commit nobody knows
            QVERIFY2(made ? notes == std::vector{*made} : notes.size() <= 1, qPrintable(u"call %1"_s.arg(nth)));
            valueOf(library->addNote(titled(u"Second"_s), text(u"more"_s)));
            QVERIFY(failed || made);
        }
    }

    void aSitting_data() { addFaults(); }
    void aSitting()
    {
        QFETCH(const Call, call);
        QFETCH(const int, code);
        QFETCH(const Lasting, lasting);
        for (int nth = 1, failed = 1; failed != 0; ++nth) {
            const LibraryFixture fixture;
            copyFolder(m_model.path(), fixture.path());
            FaultyVfs::failAt(call, code, nth, lasting);
            const NoteId added = work(fixture);
            failed = FaultyVfs::heal();
            if (!QTest::currentTestFailed())
                checkWork(fixture, added);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"call %1"_s.arg(nth)));
        }
    }

    void severalNotesAtOnce_data() { addFaults(); }
    void severalNotesAtOnce()
    {
        QFETCH(const Call, call);
        QFETCH(const int, code);
        QFETCH(const Lasting, lasting);
        for (int nth = 1, failed = 1; failed != 0; ++nth) {
            const LibraryFixture fixture;
            copyFolder(m_model.path(), fixture.path());
            auto library = fixture.open();
            NoteFields first = titled(u"7.01"_s);
            first.number = {7, 1};
            NoteFields second = titled(u"7.02"_s);
            second.number = {7, 2};
            FaultyVfs::failAt(call, code, nth, lasting);
            const auto changed = library->changeFields(
                {{m_standing.id, m_standing.revision, first}, {m_leaving.id, m_leaving.revision, second}});
            failed = FaultyVfs::heal();
            library = fixture.open();
            QVERIFY2(valueOf(library->verify()).empty(), qPrintable(u"call %1"_s.arg(nth)));
            const auto renumbered = std::ranges::count_if(
                valueOf(library->notes()), [](const NoteHeader &note) { return note.fields.number.season == 7; });
            QVERIFY2(renumbered == 2 || (renumbered == 0 && !changed), qPrintable(u"call %1"_s.arg(nth)));
            QVERIFY(failed || changed);
        }
    }

private:
    /// A notebook that can write; where opening meets the fault, as somebody who tries again.
    static std::unique_ptr<Notebook> opened(const LibraryFixture &fixture)
    {
        auto notebook = std::make_unique<Notebook>(fixture.clock);
        notebook->setRetryInterval(1ms);
        if (brought(notebook->open(fixture.path())) == Library::Access::ReadWrite)
            return notebook;
        FaultyVfs::heal();
        notebook = std::make_unique<Notebook>(fixture.clock);
        notebook->setRetryInterval(1ms);
        if (brought(notebook->open(fixture.path())) != Library::Access::ReadWrite)
            QTest::qFail("opens no more", __FILE__, __LINE__);
        return notebook;
    }

    /// What a sitting does, each thing to its good end. Hands back the note that it added.
    NoteId work(const LibraryFixture &fixture) const
    {
        const auto notebook = opened(fixture);
        const auto added = inTheEnd(*notebook, [&] { return notebook->addNote(titled(u"Added"_s), u"added words"_s); });
        const Note standing = inTheEnd(*notebook, [&] { return notebook->note(m_standing.id); });
        DraftSession draft(*notebook, standing, never);
        const QString typed = u"typed words "_s.repeated(500);
        draft.setText(typed);
        inTheEnd(*notebook, [&] {
            if (draft.text() != typed)
                QTest::qFail("the draft did not stand", __FILE__, __LINE__);
            return draft.flush();
        });
        inTheEnd(*notebook,
                 [&] { return notebook->setPublished(added.id, QUrl(u"https://example.org/a"_s), {2026, 11, 20}); });
        inTheEnd(*notebook, [&] { return notebook->addImage(added.id, {u"a.png"_s, "bytes"}); });
        inTheEnd(*notebook, [&] { return notebook->search(u"added"_s, 10); });
        inTheEnd(*notebook, [&] { return notebook->removeNotes({m_leaving.id}); });
        draft.setText(typed + u"and the last"_s); // for the destructor to hand over
        inTheEnd(*notebook, [&] { return draft.flush(); });
        return added.id;
    }

    void checkWork(const LibraryFixture &fixture, const NoteId &added) const
    {
        const auto library = fixture.open(Library::Access::ReadOnly);
        for (const Finding &finding : valueOf(library->verify()))
            QFAIL(qPrintable(finding.subject + u": "_s + finding.detail));
        QVERIFY(valueOf(library->note(m_standing.id)).text.endsWith(u"and the last"_s));
        QCOMPARE(valueOf(library->note(added)).text, u"added words"_s);
        QCOMPARE(valueOf(library->versions(added)).size(), 1);
        QCOMPARE(valueOf(library->image(added, u"a.png"_s)), QByteArray("bytes"));
        for (const NoteHeader &header : valueOf(library->notes()))
            QVERIFY(header.id != m_leaving.id);
    }

    LibraryFixture m_model;
    NoteHeader m_standing;
    NoteHeader m_leaving;
};

QTEST_GUILESS_MAIN(TestFaultMatrix)
#include "tst_faultmatrix.moc"
