// SPDX-License-Identifier: GPL-3.0-or-later
// Lets every step of a backup, of its restoring and of an upgrade fail in turn, SQLite's and our own: the library
// stands, what was there in backups stays there and whole, and the next try succeeds.

#include "faults/faultrows.h"
#include "storage/backups.h"
#include "storage/filesteps.h"
#include "storage/libraryfixture.h"
#include "storage/restore.h"
#include "support/rounds.h"
#include "support/testdata.h"

#include <algorithm>
#include <cerrno>
#include <optional>

using namespace Weeknotes;
using namespace Weeknotes::Test;
using FileSteps::Step;

namespace Weeknotes::Test {

/// What fails: a step of ours, or else SQLite's call.
struct StepOrCall
{
    std::optional<Step> step;
    FaultyVfs::Fault call;
};

} // namespace Weeknotes::Test

namespace {

Step failing = Step::Open;
int stepsLeft = 0; // until the failing one; below that nothing fails
bool stepFailed = false;

int fateOf(Step step, const QString &)
{
    if (step != failing || --stepsLeft != 0)
        return 0;
    stepFailed = true;
    return ENOSPC;
}

void failAt(const StepOrCall &what, int nth)
{
    if (!what.step)
        return FaultyVfs::failAt(what.call.call, what.call.code, nth, what.call.lasting);
    failing = *what.step;
    stepsLeft = nth;
    FileSteps::setFault(fateOf);
}

/// True if anything has failed.
bool heal()
{
    FileSteps::setFault(nullptr);
    const bool callFailed = FaultyVfs::heal();
    return std::exchange(stepFailed, false) || callFailed;
}

QString wordsIn(Library &library)
{
    const auto notes = valueOf(library.notes());
    return notes.size() == 1 ? valueOf(library.note(notes.front().id)).text : u"%1 notes"_s.arg(notes.size());
}

/// What a failure may not be taken for: the person would restore a backup for nothing.
bool isTold(Error::Kind kind)
{
    return kind != Error::Kind::Damaged && kind != Error::Kind::DamagedBackup && kind != Error::Kind::NewerLibrary;
}

void checkBackups(Library &library)
{
    for (const Backup &backup : valueOf(library.backups())) {
        QVERIFY(backup.sound);
        QVERIFY(valueOf(checkBackup(backup.path)).empty());
    }
    for (const QString &folder : {library.folder(), library.folder() + u"/backups"_s})
        QCOMPARE(QDir(folder).entryList({u".*.part*"_s}, QDir::Files | QDir::Hidden), QStringList());
}

} // namespace

class TestBackupFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        FaultyVfs::install();
        const auto library = m_model.open();
        const NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(u"old words"_s)));
        valueOf(library->addImage(note.id, {u"a.png"_s, "bytes"}));
        m_backup = QFileInfo(valueOf(library->backUp(Backup::Reason::Hand)).path).fileName();
        const NoteHeader now = valueOf(library->note(note.id)).header;
        valueOf(library->saveNote(note.id, now.revision, titled(u"A"_s), text(u"new words"_s)));
        copyFolder(testData(u"libraries/schema-1"_s), m_old.path());
    }

    void aBackup_data() { addFaults(); }
    void aBackup()
    {
        const auto backUp = [](const std::unique_ptr<Library> &library) {
            return library->backUp(Backup::Reason::Hand);
        };
        letEachFail(
            m_model, [&](const LibraryFixture &at) { return Library::open(at.path(), at.clock).and_then(backUp); },
            [&](const LibraryFixture &at, const Result<Backup> &made) {
                const auto library = at.open();
                QCOMPARE(wordsIn(*library), u"new words"_s);
                const auto count = valueOf(library->backups()).size();
                QVERIFY(made ? count == 2 : count == 1 || count == 2); // one of which only the name was not synced
                checkBackups(*library);
                valueOf(backUp(library));
                checkBackups(*library);
            });
    }

    void aRestore_data() { addFaults(); }
    void aRestore()
    {
        const auto restore = [&](const LibraryFixture &at) {
            return restoreBackup(at.path() + u"/backups/"_s + m_backup, at.path(), at.clock);
        };
        letEachFail(m_model, restore, [&](const LibraryFixture &at, const Result<Restored> &restored) {
            auto library = at.open();
            const QString words = wordsIn(*library);
            QVERIFY(words == u"old words" || (!restored && words == u"new words"));
            QVERIFY(words == u"new words" || newWordsAreKept(*library, at));
            checkBackups(*library);
            library.reset(); // a restore is alone with it
            QVERIFY(valueOf(restore(at)).findings.empty());
            QCOMPARE(wordsIn(*at.open()), u"old words"_s);
        });
    }

    void anUpgrade_data() { addFaults(); }
    void anUpgrade()
    {
        letEachFail(
            m_old, [](const LibraryFixture &at) { return Library::open(at.path(), at.clock); },
            [](const LibraryFixture &at, const auto &) {
                const auto library = at.open();
                QCOMPARE(valueOf(library->notes()).size(), 5);
                const auto backups = valueOf(library->backups());
                QVERIFY(!backups.empty());
                QCOMPARE(backups.back().reason, Backup::Reason::Upgrade);
                checkBackups(*library);
            });
    }

private:
    static bool isShort() { return rounds(1) == 1; }

    static void addFaults()
    {
        QTest::addColumn<StepOrCall>("what");
        for (const auto &[name, step] : std::initializer_list<std::pair<const char *, Step>>{
                 {"open", Step::Open}, {"write", Step::Write}, {"sync", Step::Sync}, {"rename", Step::Rename}})
            QTest::newRow(name) << StepOrCall{step, {}};
        FaultyVfs::forEachFault([](const QByteArray &name, const FaultyVfs::Fault &fault) {
            const bool isFullDisk = fault.code == SQLITE_FULL; // the one that lasts in life
            if (fault.lasting == FaultyVfs::Lasting::UntilHealed && !isFullDisk && isShort())
                return;
            QTest::newRow(name.constData()) << StepOrCall{std::nullopt, fault};
        });
    }

    /// Tries it in copies of `model` where the first, the second, … of what the row names fails, until nothing did.
    /// Where time is short every second is tried, of the many writes and locks every eighth; from another one on in
    /// each row.
    template <typename Attempt, typename Check>
    void letEachFail(const LibraryFixture &model, Attempt attempt, Check check)
    {
        QFETCH(const StepOrCall, what);
        const bool isMany = what.call.call == FaultyVfs::Call::Write || what.call.call == FaultyVfs::Call::Lock;
        const int stride = what.step || !isShort() ? 1 : isMany ? 8 : 2;
        bool failed = true;
        for (int nth = 1 + (what.call.code + int(what.call.lasting)) % stride; failed; nth += stride) {
            const LibraryFixture fixture;
            copyFolder(model.path(), fixture.path());
            failAt(what, nth);
            const auto outcome = attempt(fixture);
            failed = heal();
            QVERIFY2(failed || outcome, qPrintable(u"without a fault, %1"_s.arg(nth)));
            if (!outcome)
                QVERIFY2(isTold(outcome.error().kind),
                         qPrintable(u"%1: kind %2"_s.arg(nth).arg(int(outcome.error().kind))));
            QVERIFY2(valueOf(fixture.open()->verify()).empty(), qPrintable(QString::number(nth)));
            check(fixture, outcome);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"the %1th"_s.arg(nth)));
        }
    }

    static bool newWordsAreKept(Library &library, const LibraryFixture &fixture)
    {
        const auto backups = valueOf(library.backups());
        const auto kept = std::ranges::find(backups, Backup::Reason::Restore, &Backup::reason);
        if (kept == backups.end())
            return false;
        const QString other = fixture.path(u"other"_s);
        valueOf(restoreBackup(kept->path, other, fixture.clock));
        const auto opened = valueOf(Library::open(other, fixture.clock));
        return wordsIn(*opened) == u"new words" && QDir(other).removeRecursively();
    }

    LibraryFixture m_model;
    LibraryFixture m_old;
    QString m_backup;
};

QTEST_GUILESS_MAIN(TestBackupFaults)
#include "tst_backupfaults.moc"
