// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/librarythread.h"
#include "notebook/notebookfixture.h"

using namespace Weeknotes;
using namespace Weeknotes::Test;

class TestLibraryThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensADamagedFileOnlyOnceItIsVerified()
    {
        const LibraryFixture fixture;
        valueOf(fixture.open()->addNote(titled(u"A"_s), text(u"words"_s)));
        const Error damage{.kind = Error::Kind::Damaged, .subject = fixture.path(), .detail = {}};
        std::atomic<int> verified = 0;
        std::atomic<bool> isBusy = false;
        std::atomic<bool> isSound = false;
        LibraryThread thread;
        thread.open(fixture.path(), fixture.clock, Library::Access::Existing);
        const auto count = [&] {
            const auto notes = await(thread.run([](Library &library) { return library.notes(); }));
            return notes ? int(notes->size()) : -int(notes.error().kind);
        };
        const auto touch = [&] {
            QFile file(Library::databasePath(fixture.path()));
            QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly));
            const QDateTime later = file.fileTime(QFileDevice::FileModificationTime).addSecs(1);
            QVERIFY(file.setFileTime(later, QFileDevice::FileModificationTime));
        };
        QCOMPARE(count(), 1);
        thread.close(damage, [&]() -> Result<void> {
            ++verified;
            if (isBusy)
                return std::unexpected(Error{.kind = Error::Kind::Busy, .subject = {}, .detail = {}});
            return isSound ? Result<void>() : std::unexpected(damage);
        });
        QCOMPARE(count(), -int(Error::Kind::Damaged));
        QVERIFY(!await(thread.reopen()));
        QCOMPARE(verified, 0); // nothing happened to the file
        touch();
        QVERIFY(!await(thread.reopen()));
        QVERIFY(!await(thread.reopen()));
        QCOMPARE(verified, 1);
        QVERIFY(await(thread.runClosed([] { return Result<bool>(true); })));
        QCOMPARE(count(), -int(Error::Kind::Damaged));
        QCOMPARE(verified, 1); // of the same file as before
        isBusy = true;
        touch();
        QVERIFY(!await(thread.reopen()));
        QVERIFY(!await(thread.reopen()));
        QCOMPARE(verified, 3); // it could not be told
        isBusy = false;
        isSound = true;
        QVERIFY(await(thread.reopen()));
        QCOMPARE(count(), 1);
        QCOMPARE(verified, 4);
        QVERIFY(await(thread.runClosed([] { return Result<bool>(true); })));
        QVERIFY(await(thread.reopen()));
        QCOMPARE(count(), 1);
        QCOMPARE(verified, 4); // it is a file like any other again
    }
};

QTEST_GUILESS_MAIN(TestLibraryThread)
#include "tst_librarythread.moc"
