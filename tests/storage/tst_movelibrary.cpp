// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/damage.h"
#include "storage/filesteps.h"
#include "storage/movelibrary.h"

#include <cerrno>

using namespace Weeknotes;
using namespace Weeknotes::Test;
using FileSteps::Step;

namespace {

int renamings = 0;
int failingRenaming = 0;

/// As if the new place were in another file system: the first renaming, of the whole library, can't be done.
void beOnAnotherDisk(int failing = 0)
{
    renamings = 0;
    failingRenaming = failing;
    FileSteps::setFault([](Step step, const QString &) {
        if (step != Step::Rename)
            return 0;
        ++renamings;
        return renamings == 1 ? EXDEV : renamings == failingRenaming ? ENOSPC : 0;
    });
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

bool isPrivate(const QString &path)
{
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return !(QFile::permissions(path) & others);
}

} // namespace

class TestMoveLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { FileSteps::setFault(nullptr); }

    void takesAllAlong_data() { aboutBothWays(); }
    void takesAllAlong()
    {
        QFETCH(bool, across);
        LibraryFixture fixture;
        fill(fixture);
        if (across)
            beOnAnotherDisk();
        const auto moved = valueOf(moveLibrary(fixture.path(), fixture.path(u"new"_s), fixture.clock));
        QCOMPARE(moved, (MovedLibrary{.folder = fixture.path(u"new"_s), .left = {}}));
        QVERIFY(!QFileInfo::exists(fixture.path()));
        QCOMPARE(namesIn(fixture.folder.path()), QStringList{u"new"_s});
        standsWhole(fixture, fixture.path(u"new"_s));
    }

    void keepsOthersOut_data() { aboutBothWays(); }
    void keepsOthersOut()
    {
        QFETCH(bool, across);
        LibraryFixture fixture;
        fill(fixture);
        const QString to = fixture.path(u"new"_s);
        QVERIFY(QDir().mkpath(to)); // an empty folder, for all to read
        if (across)
            beOnAnotherDisk();
        valueOf(moveLibrary(fixture.path(), to, fixture.clock));
        QVERIFY(isPrivate(to));
        QVERIFY(isPrivate(to + u"/images"_s));
        QVERIFY(isPrivate(to + u"/backups"_s));
        QVERIFY(isPrivate(Library::databasePath(to)));
    }

    void keepsImagesAndTheirBackupsOneFile()
    {
        LibraryFixture fixture;
        fill(fixture);
        beOnAnotherDisk();
        const QString to = fixture.path(u"new"_s);
        valueOf(moveLibrary(fixture.path(), to, fixture.clock));
        const QString name = QDir(to + u"/images"_s).entryList(QDir::Files).value(0);
        QVERIFY(!name.isEmpty());
        QCOMPARE(identityOf(to + u"/images/"_s + name), identityOf(to + u"/backups/images/"_s + name));
    }

    void takesABackupFolderInsideAlong_data() { aboutBothWays(); }
    void takesABackupFolderInsideAlong()
    {
        QFETCH(bool, across);
        LibraryFixture fixture;
        const QString to = fixture.path(u"new"_s);
        {
            const auto library = fixture.open();
            valueOf(library->changeSettings(
                [&](LibrarySettings &settings) { settings.backups.folder = fixture.path() + u"/safe"_s; }));
            valueOf(library->addNote(titled(u"A"_s), text(u"words"_s)));
            valueOf(library->backUp(Backup::Reason::Hand));
        }
        if (across)
            beOnAnotherDisk();
        valueOf(moveLibrary(fixture.path(), to, fixture.clock));
        const auto library = valueOf(Library::open(to, fixture.clock));
        QCOMPARE(valueOf(library->settings()).backups.folder, to + u"/safe"_s);
        QCOMPARE(valueOf(library->backups()).size(), size_t(1));
    }

    void leavesABackupFolderElsewhereAlone()
    {
        LibraryFixture fixture;
        valueOf(fixture.open()->changeSettings([&](LibrarySettings &settings) {
            settings.backups.folder = fixture.path(u"library-backups"_s); // beside it, with a name that begins like its
        }));
        valueOf(moveLibrary(fixture.path(), fixture.path(u"new"_s), fixture.clock));
        const auto library = valueOf(Library::open(fixture.path(u"new"_s), fixture.clock));
        QCOMPARE(valueOf(library->settings()).backups.folder, fixture.path(u"library-backups"_s));
    }

    void refuses()
    {
        LibraryFixture fixture;
        fill(fixture);
        const auto kind = [&](const QString &to) {
            return moveLibrary(fixture.path(), to, fixture.clock).error().kind;
        };
        QCOMPARE(kind(fixture.path()), Error::Kind::BadValue);
        QCOMPARE(kind(fixture.path() + u"/inside/it"_s), Error::Kind::BadValue);
        QCOMPARE(kind(fixture.folder.path()), Error::Kind::Exists);
        QVERIFY(QFile::link(fixture.path(), fixture.path(u"link"_s)));
        QCOMPARE(kind(fixture.path(u"link/inside"_s)), Error::Kind::BadValue);
        QCOMPARE(kind(fixture.path(u"away/new"_s)), Error::Kind::NotWritable);
        QCOMPARE(moveLibrary(fixture.path(u"none"_s), fixture.path(u"new"_s), fixture.clock).error().kind,
                 Error::Kind::NotFound);
        standsWhole(fixture, fixture.path());
    }

    void refusesWhileItIsOpen()
    {
        LibraryFixture fixture;
        fill(fixture);
        const auto open = fixture.open();
        QCOMPARE(moveLibrary(fixture.path(), fixture.path(u"new"_s), fixture.clock).error().kind, Error::Kind::Busy);
        valueOf(open->addNote(titled(u"B"_s), text(u"goes on"_s)));
        QVERIFY(!QFileInfo::exists(fixture.path(u"new"_s)));
    }

    void refusesWhatCanOnlyBeRead()
    {
        LibraryFixture fixture;
        fill(fixture);
        QVERIFY(QFile::setPermissions(fixture.folder.path(), QFile::Permissions(0x7777)));
        const ReadOnlyForAll readOnly({fixture.path()});
        const Unprivileged unprivileged;
        if (!unprivileged.isEffective())
            QSKIP("the rights of root can't be put down here");
        QCOMPARE(moveLibrary(fixture.path(), fixture.path(u"new"_s), fixture.clock).error().kind,
                 Error::Kind::NotWritable);
        QVERIFY(!QFileInfo::exists(fixture.path(u"new"_s)));
    }

    void leavesTheOldWhereAStepFails()
    {
        LibraryFixture fixture;
        fill(fixture);
        for (int failing = 2;; ++failing) {
            beOnAnotherDisk(failing);
            const auto moved = moveLibrary(fixture.path(), fixture.path(u"new"_s), fixture.clock);
            FileSteps::setFault(nullptr);
            if (moved) {
                QVERIFY(failing > 4); // the database, the image, the folder itself
                break;
            }
            QCOMPARE(moved.error().kind, Error::Kind::NotWritable);
            QCOMPARE(namesIn(fixture.folder.path()), QStringList{u"library"_s});
            standsWhole(fixture, fixture.path());
        }
        standsWhole(fixture, fixture.path(u"new"_s));
    }

    void isStopped()
    {
        LibraryFixture fixture;
        fill(fixture);
        beOnAnotherDisk();
        const auto moved = moveLibrary(fixture.path(), fixture.path(u"new"_s), fixture.clock,
                                       [](int done, int total) { return done + 1 < total; });
        QCOMPARE(moved.error().kind, Error::Kind::Stopped);
        QCOMPARE(namesIn(fixture.folder.path()), QStringList{u"library"_s});
        standsWhole(fixture, fixture.path());
    }

    void takesALibraryThatLostAnImage()
    {
        LibraryFixture fixture;
        fill(fixture);
        const QDir images(fixture.path() + u"/images"_s);
        QVERIFY(QFile::remove(images.filePath(images.entryList(QDir::Files).value(0))));
        beOnAnotherDisk();
        valueOf(moveLibrary(fixture.path(), fixture.path(u"new"_s), fixture.clock));
        QCOMPARE(valueOf(valueOf(Library::open(fixture.path(u"new"_s), fixture.clock))->verify()).size(), size_t(1));
    }

    void leavesADamagedOneWhereItIs()
    {
        LibraryFixture fixture;
        fill(fixture);
        const QString file = Library::databasePath(fixture.path());
        for (const qint64 leaf : leavesOf(file, u"notes"_s))
            damagePage(file, leaf);
        beOnAnotherDisk();
        QVERIFY(!moveLibrary(fixture.path(), fixture.path(u"new"_s), fixture.clock));
        QVERIFY(QFileInfo::exists(file));
        QVERIFY(!QFileInfo::exists(fixture.path(u"new"_s)));
    }

private:
    static void aboutBothWays()
    {
        QTest::addColumn<bool>("across");
        QTest::newRow("one file system") << false;
        QTest::newRow("another file system") << true;
    }

    static void fill(const LibraryFixture &fixture)
    {
        const auto library = fixture.open();
        const NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(u"words ![](a.png)"_s)));
        valueOf(library->addImage(note.id, {u"a.png"_s, "bytes"}));
        valueOf(library->backUp(Backup::Reason::Hand));
    }

    static void standsWhole(const LibraryFixture &fixture, const QString &folder)
    {
        const auto library = valueOf(Library::open(folder, fixture.clock));
        const auto notes = valueOf(library->notes());
        QCOMPARE(notes.size(), size_t(1));
        QCOMPARE(valueOf(library->image(notes.front().id, u"a.png"_s)), QByteArray("bytes"));
        QVERIFY(valueOf(library->verify()).empty());
        const auto backups = valueOf(library->backups());
        QCOMPARE(backups.size(), size_t(1));
        QVERIFY(backups.front().sound);
    }
};

QTEST_GUILESS_MAIN(TestMoveLibrary)
#include "tst_movelibrary.moc"
