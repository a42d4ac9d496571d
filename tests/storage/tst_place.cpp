// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/libraryfixture.h"
#include "storage/place.h"
#include "storage/sqliteengine.h"
#include "storage/systemfiles.h"

#include <sys/mount.h>

using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

/// The file's own word for how it is written: 1 with a rollback journal, 2 with a write-ahead log.
int formatOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.seek(18) ? int(file.read(1).at(0)) : 0;
}

QString journalModeOf(Database &database)
{
    return valueOf(database.first(u"PRAGMA journal_mode"_s, {},
                                  [](const QSqlQuery &row) { return row.value(0).toString(); }))
        .value_or(QString());
}

} // namespace

class TestPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsFileSystems_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<Place::Kind>("kind");
        for (const auto &type : {u"ext4"_s, u"btrfs"_s, u"xfs"_s, u"tmpfs"_s, u"overlay"_s, u"vfat"_s, u"exfat"_s,
                                 u"ntfs3"_s, u"fuseblk"_s, u"zfs"_s, QString()})
            QTest::newRow(qPrintable(u"local "_s + type)) << type << Place::Kind::Local;
        for (const auto &type : {u"nfs"_s, u"nfs4"_s, u"cifs"_s, u"smb3"_s, u"9p"_s, u"virtiofs"_s, u"fuse.sshfs"_s,
                                 u"fuse.rclone"_s, u"fuse"_s, u"ceph"_s, u"vboxsf"_s})
            QTest::newRow(qPrintable(u"network "_s + type)) << type << Place::Kind::Network;
    }
    void knowsFileSystems()
    {
        QFETCH(QString, type);
        QTEST(Place::kindOfFileSystem(type), "kind");
    }

    void asksTheMountTable()
    {
        const QTemporaryDir folder;
        if (mount("weeknotes", QFile::encodeName(folder.path()).constData(), "tmpfs", 0, nullptr) != 0)
            QSKIP("nothing can be mounted here");
        const QString type = fileSystemTypeOf(folder.path());
        umount(QFile::encodeName(folder.path()).constData());
        QCOMPARE(type, u"tmpfs"_s);
    }

    void knowsFoldersThatAreSynced_data()
    {
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("program");
        QTest::newRow("Syncthing") << u".stfolder/"_s << u"Syncthing"_s;
        QTest::newRow("Dropbox's cache") << u".dropbox.cache/"_s << u"Dropbox"_s;
        QTest::newRow("Dropbox's mark") << u".dropbox"_s << u"Dropbox"_s;
        QTest::newRow("Dropbox's settings, in a home folder") << u".dropbox/"_s << QString();
        QTest::newRow("Nextcloud") << u".sync_1f2e3d4c5b6a.db"_s << u"Nextcloud"_s;
        QTest::newRow("Nextcloud of old") << u"._sync_1f2e3d4c5b6a.db"_s << u"Nextcloud"_s;
        QTest::newRow("Resilio Sync") << u".sync/ID"_s << u"Resilio Sync"_s;
        QTest::newRow("somebody's folder of that name") << u".sync/"_s << QString();
        QTest::newRow("nobody") << u"holiday.db"_s << QString();
    }
    void knowsFoldersThatAreSynced()
    {
        QFETCH(QString, mark);
        QFETCH(QString, program);
        const LibraryFixture fixture;
        const QString library = fixture.path(u"a/b/library"_s);
        QVERIFY(QDir().mkpath(library));
        const QString path = fixture.path(u"a/"_s + mark);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        if (!mark.endsWith(u'/')) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const Place expected{program.isEmpty() ? Place::Kind::Local : Place::Kind::Synced, program};
        QCOMPARE(Place::of(library), expected);
        QVERIFY(QFile::link(library, fixture.path(u"link"_s)));
        QCOMPARE(Place::of(fixture.path(u"link"_s)), expected);
        QCOMPARE(Place::of(fixture.path({})).kind, Place::Kind::Local);
    }

    void theJournalFollowsThePlace()
    {
        const LibraryFixture fixture;
        const QString log = fixture.path(u"library/notes.sqlite-wal"_s);
        const QString mark = fixture.path(u".stfolder"_s);
        for (int round = 0; round < 2; ++round) {
            {
                const auto local = fixture.open();
                QCOMPARE(local->place(), Place());
                valueOf(local->addNote(titled(u"A"_s), text(u"words"_s)));
                QVERIFY(QFile::exists(log));
            }
            QVERIFY(QDir().mkdir(mark)); // or the folder moved to where one is
            {
                const auto synced = fixture.open();
                QCOMPARE(synced->place(), (Place{Place::Kind::Synced, u"Syncthing"_s}));
                valueOf(synced->addNote(titled(u"B"_s), text(u"words"_s)));
                QVERIFY(!QFile::exists(log));
                QVERIFY(!QFile::exists(fixture.path(u"library/notes.sqlite-shm"_s)));
                QCOMPARE(QFileInfo(fixture.path(u"library/notes.sqlite-journal"_s)).size(), 0);
                QCOMPARE(QFileInfo(fixture.path(u"library/notes.sqlite-journal"_s)).permissions() &
                             QFile::Permissions(0x77),
                         QFile::Permissions());
                const auto other = fixture.open();
                valueOf(other->addNote(titled(u"C"_s), text(u"words"_s)));
                QCOMPARE(valueOf(synced->notes()).size(), round * 3 + 3);
            }
            QVERIFY(QDir().rmdir(mark));
        }
    }

    void aLogStaysWhileSomebodyHasIt()
    {
        const LibraryFixture fixture;
        auto before = fixture.open();
        QVERIFY(QDir().mkdir(fixture.path(u".stfolder"_s)));
        valueOf(fixture.open()->addNote(titled(u"A"_s), text(u"words"_s)));
        QCOMPARE(valueOf(before->notes()).size(), 1);
        QCOMPARE(formatOf(fixture.path(u"library/notes.sqlite"_s)), 2);
        before.reset();
        std::ignore = fixture.open();
        QCOMPARE(formatOf(fixture.path(u"library/notes.sqlite"_s)), 1);
    }

    void readsALogAloneOnANetwork()
    {
        const LibraryFixture fixture;
        std::ignore = fixture.open();
        const QString path = fixture.path(u"library/notes.sqlite"_s);
        const auto database = valueOf(SqliteEngine::connect(path, SqliteEngine::Mode::ReadWrite, Place::Kind::Network));
        SqliteEngine engine(*database);
        valueOf(engine.schemaVersion());
        QVERIFY(!QFile::exists(path + u"-shm"_s)); // no shared memory
        valueOf(engine.useJournalFor(Place::Kind::Network));
        QCOMPARE(journalModeOf(*database), u"truncate"_s);
        const auto other = valueOf(SqliteEngine::connect(path, SqliteEngine::Mode::ReadWrite));
        for (Database *each : {database.get(), other.get()}) // and nobody is alone any more
            valueOf(each->change(u"INSERT OR REPLACE INTO settings (key, value) VALUES ('a', 'b')"_s));
    }
};

QTEST_GUILESS_MAIN(TestPlace)
#include "tst_place.moc"
