// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/libraryfixture.h"
#include "storage/privatefiles.h"
#include "storage/sqliteengine.h"

#include <QDirIterator>

#include <sys/stat.h>

using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

/// While it lives new files are as open as their makers ask for.
class OpenUmask
{
public:
    OpenUmask() : m_before(umask(0)) {}
    ~OpenUmask() { umask(m_before); }
    Q_DISABLE_COPY_MOVE(OpenUmask)

private:
    mode_t m_before;
};

constexpr QFile::Permissions ofOthers(0x0077);

/// What of a folder and all in it others have rights to.
QStringList openPaths(const QString &folder)
{
    QStringList open;
    const auto look = [&](const QString &path) {
        if (QFileInfo(path).permissions().testAnyFlags(ofOthers))
            open << path;
    };
    look(folder);
    for (QDirIterator it(folder, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDirIterator::Subdirectories);
         it.hasNext();)
        look(it.next());
    return open;
}

} // namespace

class TestPrivateFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewLibraryIsItsOwners()
    {
        const OpenUmask umask;
        const LibraryFixture fixture;
        const auto library = fixture.open();
        valueOf(library->addNote(titled(u"A"_s), text(u"words"_s), {}, {{u"a.png"_s, "bytes"}}));
        QVERIFY(QFile::exists(fixture.path(u"library/notes.sqlite-wal"_s)));
        QVERIFY(QFile::exists(fixture.path(u"library/notes.sqlite-shm"_s)));
        QCOMPARE(openPaths(fixture.path()), QStringList());
    }

    void soAreCopies()
    {
        const OpenUmask umask;
        const LibraryFixture fixture;
        std::ignore = fixture.open();
        const auto database =
            valueOf(SqliteEngine::connect(fixture.path(u"library/notes.sqlite"_s), SqliteEngine::Mode::ReadWrite));
        valueOf(SqliteEngine(*database).copyTo(fixture.path(u"library/copy.sqlite"_s)));
        QVERIFY(QFileInfo(fixture.path(u"library/copy.sqlite"_s)).size() > 0);
        QCOMPARE(openPaths(fixture.path()), QStringList());
    }

    void soIsAChosenFolderOfBackups_data()
    {
        QTest::addColumn<bool>("isShared");
        QTest::newRow("for backups alone") << false;
        QTest::newRow("with other things") << true;
    }
    void soIsAChosenFolderOfBackups()
    {
        QFETCH(bool, isShared);
        const OpenUmask umask;
        const LibraryFixture fixture;
        const QString chosen = fixture.path(u"chosen"_s);
        QVERIFY(QDir().mkpath(chosen));
        QFile other(chosen + u"/letter.txt"_s);
        QVERIFY(!isShared || other.open(QIODevice::WriteOnly));
        const auto library = fixture.open();
        valueOf(library->changeSettings([&](LibrarySettings &settings) { settings.backups.folder = chosen; }));
        valueOf(library->addNote(titled(u"A"_s), text(u"words"_s), {}, {{u"a.png"_s, "bytes"}}));
        valueOf(library->backUp(Backup::Reason::Hand));
        valueOf(library->backUp(Backup::Reason::Hand)); // beside the first
        QCOMPARE(openPaths(chosen), isShared ? QStringList({chosen, other.fileName()}) : QStringList());
    }

    void anOpenLibraryIsClosedToOthers()
    {
        const OpenUmask umask;
        const LibraryFixture fixture;
        const auto before = fixture.open(); // keeps the log
        valueOf(before->addNote(titled(u"A"_s), text(u"words"_s), {}, {{u"a.png"_s, "bytes"}}));
        QVERIFY(QDir().mkpath(fixture.path(u"library/backups"_s)));
        QVERIFY(QFile::copy(fixture.path(u"library/notes.sqlite"_s), fixture.path(u"library/backups/old.sqlite"_s)));
        for (QDirIterator it(fixture.path(), QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
             it.hasNext();)
            QVERIFY(QFile::setPermissions(it.next(), QFile::Permissions(0x7777)));
        QVERIFY(QFile::setPermissions(fixture.path(), QFile::Permissions(0x7777)));
        const auto readOnly = fixture.open(Library::Access::ReadOnly);
        QVERIFY(openPaths(fixture.path()).size() >= 6); // reading changes nothing
        std::ignore = fixture.open();
        QCOMPARE(openPaths(fixture.path()), QStringList());
    }

    void whatIsNoLibraryStaysAsItIs()
    {
        const OpenUmask umask;
        const LibraryFixture fixture;
        QVERIFY(QDir().mkpath(fixture.path()));
        QFile file(fixture.path(u"library/notes.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("words") > 0 && file.flush());
        QCOMPARE(Library::open(fixture.path(), fixture.clock).error().kind, Error::Kind::NotALibrary);
        QCOMPARE(openPaths(fixture.path()).size(), 2);
    }

    void leavesWhatIsThere()
    {
        const LibraryFixture fixture;
        QFile file(fixture.path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("words") > 0 && file.flush());
        QVERIFY(makePrivateFile(fixture.path()));
        QCOMPARE(file.size(), 5);
        QVERIFY(!makePrivateFolder(fixture.path()));
        QVERIFY(!makePrivateFile(fixture.path(u"library/below"_s)));
    }
};

QTEST_GUILESS_MAIN(TestPrivateFiles)
#include "tst_privatefiles.moc"
