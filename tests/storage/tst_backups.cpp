// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backuprotation.h"
#include "storage/backups.h"
#include "storage/filesteps.h"
#include "storage/libraryfixture.h"
#include "storage/restore.h"
#include "storage/sqliteengine.h"

#include <QDir>
#include <QProcess>
#include <QSet>

#include <atomic>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

using Reason = Backup::Reason;

/// A clock that is set by hand.
class SetClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return moment; }
    QDateTime moment{QDate(2026, 11, 20), QTime(14, 3)};
};

struct BackupFixture
{
    QTemporaryDir folder;
    SetClock clock;
    std::unique_ptr<Library> library = valueOf(Library::open(path(), clock));

    [[nodiscard]] QString path(const QString &name = u"library"_s) const { return folder.filePath(name); }
    [[nodiscard]] QString backups() const { return path(u"library/backups"_s); }
    NoteHeader add(const QString &title, const std::vector<ImageFile> &images = {}) const
    {
        return valueOf(library->addNote(titled(title), text(u"words of "_s + title), {}, images));
    }
    void setRules(const BackupRules &rules) const
    {
        valueOf(library->changeSettings([&](LibrarySettings &settings) { settings.backups = rules; }));
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList all;
        for (const NoteHeader &note : valueOf(library->notes()))
            all << note.fields.title;
        all.sort();
        return all;
    }
    /// Closes the library, restores and opens it again.
    Result<Restored> restore(const QString &backup)
    {
        library.reset();
        auto restored = restoreBackup(backup, path(), clock);
        library = valueOf(Library::open(path(), clock));
        return restored;
    }
};

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

/// What the files below `folder` take on disk, one with several names once.
qint64 bytesOnDisk(const QString &folder, QSet<quint64> &seen)
{
    qint64 sum = 0;
    const QFileInfoList entries = QDir(folder).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    for (const QFileInfo &entry : entries) {
        struct stat status = {};
        stat(QFile::encodeName(entry.filePath()).constData(), &status);
        if (entry.isDir())
            sum += bytesOnDisk(entry.filePath(), seen);
        else if (!seen.contains(status.st_ino))
            sum += status.st_size;
        seen.insert(status.st_ino);
    }
    return sum;
}

/// Whether this process has a lock upon the file; only another process can tell.
bool isLocked(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const pid_t child = fork();
    if (child == 0) {
        struct flock lock = {};
        lock.l_type = F_WRLCK;
        const int file = ::open(name.constData(), O_RDWR);
        _exit(file >= 0 && fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 1 : 0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

Backup madeAt(const QDateTime &moment, Reason reason = Reason::Daily)
{
    return {.path = moment.toString(Qt::ISODate), .made = moment, .reason = reason, .library = {}, .sound = true};
}

/// What stays of a backup a day for `days` days, each evening's rotation done; oldest first.
QStringList keptAfter(int days, QDate start, const BackupRules &rules)
{
    std::vector<Backup> all;
    for (int day = 0; day < days; ++day) {
        all.push_back(madeAt(start.addDays(day).startOfDay().addSecs(9 * 3600)));
        for (const Backup &dropped : backupsToDrop(all, rules))
            std::erase(all, dropped);
    }
    QStringList kept;
    for (const Backup &backup : all)
        kept << backup.made.toString(u"MM-dd"_s);
    return kept;
}

} // namespace

class TestBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rotates_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("kept");
        // From Thursday, 2026-01-01; a week's last day is its Sunday.
        QTest::newRow("first") << 1 << u"01-01"_s;
        QTest::newRow("a week") << 7 << u"01-01 01-02 01-03 01-04 01-05 01-06 01-07"_s;
        QTest::newRow("two weeks") << 14 << u"01-04 01-08 01-09 01-10 01-11 01-12 01-13 01-14"_s;
        QTest::newRow("three months") << 90
                                      << u"01-31 02-28 03-01 03-08 03-15 03-22 03-25 03-26 03-27 03-28 03-29 "
                                         "03-30 03-31"_s;
        QTest::newRow("two years") << 730
                                   << u"12-31 01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-28 11-30 "
                                      "12-05 12-12 12-19 12-25 12-26 12-27 12-28 12-29 12-30 12-31"_s;
    }
    void rotates()
    {
        QFETCH(int, days);
        QFETCH(QString, kept);
        QCOMPARE(keptAfter(days, QDate(2026, 1, 1), {}).join(u' '), kept);
    }

    void rotatesByTheNumbersAndNeverDropsTheNewest()
    {
        QCOMPARE(keptAfter(400, QDate(2026, 1, 1), {.folder = {}, .daily = 0, .weekly = 0, .monthly = 0}).size(), 1);
        QCOMPARE(keptAfter(400, QDate(2026, 1, 1), {.folder = {}, .daily = 3, .weekly = 2, .monthly = 1}).size(), 6);
        // A library that rested for years loses nothing for it.
        std::vector<Backup> old{madeAt(QDate(2020, 5, 1).startOfDay()), madeAt(QDate(2020, 5, 2).startOfDay()),
                                madeAt(QDate(2026, 5, 2).startOfDay())};
        QVERIFY(backupsToDrop(old, {}).empty());
    }

    void keepsTheLastFewOfEachReason()
    {
        std::vector<Backup> all;
        const QDateTime start = QDate(2026, 11, 20).startOfDay();
        for (int i = 0; i < 20; ++i)
            all.push_back(madeAt(start.addSecs(i * 60), i % 2 == 0 ? Reason::Import : Reason::Hand));
        all.push_back(madeAt(start.addSecs(-60), Reason::Upgrade));
        Backup damaged = madeAt(start.addSecs(9999));
        damaged.sound = false;
        all.push_back(damaged);
        const auto dropped = backupsToDrop(all, {.folder = {}, .daily = 1, .weekly = 0, .monthly = 0});
        QCOMPARE(dropped.size(), 10);
        for (const Backup &backup : dropped)
            QVERIFY(backup.made < start.addSecs(600) && backup.reason != Reason::Upgrade && backup.sound);
    }

    void isACopyOfItsOwnForTheOwnerAlone()
    {
        const BackupFixture fixture;
        fixture.add(u"A"_s, {{u"a.png"_s, "picture"}});
        const Backup backup = valueOf(fixture.library->backUp(Reason::Hand));
        QCOMPARE(QFileInfo(backup.path).fileName(), u"2026-11-20_14-03-00_by-hand.sqlite"_s);
        QCOMPARE(backup.made, fixture.clock.moment);
        QCOMPARE(backup.notes, 1);
        QVERIFY(backup.sound && backup.bytes > 0);
        QCOMPARE(valueOf(fixture.library->backups()), std::vector{backup});
        QVERIFY(valueOf(checkBackup(backup.path)).empty());
        QCOMPARE(filesIn(fixture.backups()), QStringList{QFileInfo(backup.path).fileName()});
        const auto rights = [](const QString &path) { return QFile::permissions(path) & QFile::Permissions(0x0fff); };
        QCOMPARE(rights(backup.path) & QFile::Permissions(0x0077), QFile::Permissions());
        QCOMPARE(rights(fixture.backups()) & QFile::Permissions(0x0077), QFile::Permissions());
        QCOMPARE(rights(fixture.path(u"library/backups/images"_s)) & QFile::Permissions(0x0077), QFile::Permissions());
        // Another one in the same second has a name of its own, and counts as the later.
        const Backup second = valueOf(fixture.library->backUp(Reason::Hand));
        QCOMPARE(QFileInfo(second.path).fileName(), u"2026-11-20_14-03-00+2_by-hand.sqlite"_s);
        QCOMPARE(valueOf(fixture.library->backups()), (std::vector{second, backup}));
    }

    void isMadeOnceADayThatTheLibraryChanged()
    {
        BackupFixture fixture;
        fixture.add(u"A"_s);
        QVERIFY(valueOf(fixture.library->backUpDaily()));
        fixture.add(u"B"_s);
        QVERIFY(!valueOf(fixture.library->backUpDaily())); // the day has one
        fixture.clock.moment = fixture.clock.moment.addDays(1);
        QVERIFY(valueOf(fixture.library->backUpDaily()));
        fixture.clock.moment = fixture.clock.moment.addDays(1);
        QVERIFY(!valueOf(fixture.library->backUpDaily())); // nothing changed
        valueOf(fixture.library->addPause(QDate(2026, 12, 1), {}, {}));
        QVERIFY(valueOf(fixture.library->backUpDaily()));
        QCOMPARE(filesIn(fixture.backups()).size(), 3);
    }

    void goesIntoAnotherFolderAsCopies()
    {
        const BackupFixture fixture;
        const NoteHeader note = fixture.add(u"A"_s, {{u"a.png"_s, "picture"}});
        fixture.setRules({.folder = fixture.path(u"stick"_s)});
        const Backup backup = valueOf(fixture.library->backUp(Reason::Hand));
        QVERIFY(backup.path.startsWith(fixture.path(u"stick/"_s)));
        for (const QString &image : filesIn(fixture.path(u"library/images"_s)))
            put(fixture.path(u"library/images/"_s + image), "spoilt in place");
        QVERIFY(valueOf(checkBackup(backup.path)).empty());
        QVERIFY(!fixture.library->image(note.id, u"a.png"_s));

        // Where the drive is away only what something waits for goes elsewhere.
        QVERIFY(QDir(fixture.path(u"stick"_s)).removeRecursively());
        fixture.setRules({.folder = fixture.path(u"away/stick"_s)});
        QCOMPARE(fixture.library->backUp(Reason::Daily).error().kind, Error::Kind::NotWritable);
        QVERIFY(!QFile::exists(fixture.path(u"away"_s)));
        const Backup before = valueOf(fixture.library->backUp(Reason::Import));
        QVERIFY(before.path.startsWith(fixture.backups()));
        QCOMPARE(valueOf(fixture.library->backups()), std::vector{before});
    }

    void sharesImages_data()
    {
        QTest::addColumn<bool>("inside");
        QTest::newRow("in the library") << true;
        QTest::newRow("in another folder") << false;
    }
    void sharesImages()
    {
        QFETCH(bool, inside);
        BackupFixture fixture;
        constexpr qint64 pictureBytes = 200'000;
        constexpr int pictures = 20;
        for (int i = 0; i < pictures; ++i)
            fixture.add(QString::number(i), {{u"a.jpg"_s, QByteArray(pictureBytes, char('a' + i))}});
        if (!inside)
            fixture.setRules({.folder = fixture.path(u"stick"_s)});
        const QString folder = inside ? fixture.backups() : fixture.path(u"stick"_s);
        const auto bytes = [&] {
            QSet<quint64> seen;
            if (inside) // what the library has anyway costs nothing
                std::ignore = bytesOnDisk(fixture.path(u"library/images"_s), seen);
            return bytesOnDisk(folder, seen);
        };
        valueOf(fixture.library->backUp(Reason::Daily));
        const qint64 one = bytes();
        const qint64 database = QFileInfo(QDir(folder).filePath(filesIn(folder).first())).size();
        QVERIFY(one - database <= (inside ? 0 : pictures * pictureBytes));
        for (int day = 1; day < 730; ++day) {
            fixture.clock.moment = fixture.clock.moment.addDays(1);
            if (day % 30 != 0 && day <= 700) // the others would go again
                continue;
            fixture.add(u"day %1"_s.arg(day));
            valueOf(fixture.library->backUp(Reason::Daily));
        }
        const QStringList files = filesIn(folder);
        QVERIFY(files.size() > 15 && files.size() <= 23);
        QVERIFY2(bytes() - one <= (files.size() - 1) * database * 2, qPrintable(u"%1 → %2"_s.arg(one).arg(bytes())));
    }

    void leavesAnotherLibrarysBackupsAlone()
    {
        BackupFixture one;
        BackupFixture other;
        const BackupRules rules{.folder = one.path(u"stick"_s), .daily = 1, .weekly = 0, .monthly = 0};
        one.setRules(rules);
        other.setRules(rules);
        one.add(u"A"_s, {{u"a.png"_s, "picture"}});
        other.add(u"B"_s);
        const Backup kept = valueOf(one.library->backUp(Reason::Daily));
        for (int day = 0; day < 3; ++day) {
            other.clock.moment = other.clock.moment.addDays(1);
            other.add(QString::number(day));
            valueOf(other.library->backUp(Reason::Daily));
        }
        QCOMPARE(filesIn(rules.folder).size(), 2);
        QVERIFY(valueOf(checkBackup(kept.path)).empty());
    }

    void dropsImagesThatNoBackupNames()
    {
        BackupFixture fixture;
        fixture.setRules({.folder = {}, .daily = 1, .weekly = 0, .monthly = 0});
        const NoteHeader note = fixture.add(u"A"_s, {{u"a.png"_s, "old"}});
        valueOf(fixture.library->backUp(Reason::Daily));
        valueOf(fixture.library->addImage(note.id, {u"a.png"_s, "new"}));
        fixture.clock.moment = fixture.clock.moment.addDays(1);
        const Backup second = valueOf(fixture.library->backUp(Reason::Daily));
        QCOMPARE(filesIn(fixture.backups()).size(), 1);
        QCOMPARE(filesIn(fixture.path(u"library/backups/images"_s)).size(), 1);
        QVERIFY(valueOf(checkBackup(second.path)).empty());
        // One that can't be read may name any.
        put(fixture.path(u"library/backups/2026-01-01_00-00-00_daily.sqlite"_s), "no backup");
        valueOf(fixture.library->addImage(note.id, {u"a.png"_s, "newest"}));
        fixture.clock.moment = fixture.clock.moment.addDays(1);
        valueOf(fixture.library->backUp(Reason::Daily));
        QCOMPARE(filesIn(fixture.path(u"library/backups/images"_s)).size(), 2);
        QCOMPARE(filesIn(fixture.backups()).size(), 2);
    }

    void binsImagesThatNobodyNames()
    {
        BackupFixture fixture;
        const NoteHeader note = fixture.add(u"A"_s, {{u"a.png"_s, "old"}});
        const QString images = fixture.path(u"library/images"_s);
        const QString bin = fixture.path(u"library/images/bin"_s);
        const QString old = filesIn(images).first();
        valueOf(fixture.library->addImage(note.id, {u"a.png"_s, "new"}));
        valueOf(fixture.library->backUp(Reason::Hand));
        valueOf(fixture.library->tidyImages());
        QCOMPARE(filesIn(bin), QStringList{old});
        QCOMPARE(filesIn(images).size(), 1);
        QVERIFY(valueOf(fixture.library->verify()).empty());
        // Needed again, it comes back.
        valueOf(fixture.library->addImage(note.id, {u"b.png"_s, "old"}));
        QCOMPARE(valueOf(fixture.library->image(note.id, u"b.png"_s)), QByteArray("old"));
        valueOf(fixture.library->tidyImages());
        QCOMPARE(filesIn(images).size(), 2);
        QVERIFY(filesIn(bin).isEmpty());
        // A stranger's file is nobody's to tidy.
        put(images + u"/readme.txt"_s, "words");
        valueOf(fixture.library->addImage(note.id, {u"b.png"_s, "other"}));
        valueOf(fixture.library->tidyImages());
        QCOMPARE(filesIn(bin), QStringList{old});
        fixture.clock.moment = fixture.clock.moment.addDays(29);
        valueOf(fixture.library->tidyImages());
        QCOMPARE(filesIn(bin), QStringList{old});
        for (int day = 0; day < 3; ++day) {
            fixture.clock.moment = fixture.clock.moment.addDays(1);
            valueOf(fixture.library->tidyImages());
            QCOMPARE(filesIn(bin), QStringList{old}); // the clock may be wrong: nobody wrote in all these days
            fixture.add(u"B"_s);
        }
        fixture.clock.moment = fixture.clock.moment.addDays(1);
        valueOf(fixture.library->tidyImages());
        QVERIFY(filesIn(bin).isEmpty());
        QVERIFY(QFile::exists(images + u"/readme.txt"_s));
    }

    void aClockThatWentBackErasesNoImage()
    {
        BackupFixture fixture;
        const NoteHeader note = fixture.add(u"A"_s, {{u"a.png"_s, "old"}});
        erase(*fixture.library, note.id);
        const QDateTime right = fixture.clock.moment;
        fixture.clock.moment = right.addYears(-50);
        valueOf(fixture.library->tidyImages());
        fixture.clock.moment = right;
        valueOf(fixture.library->tidyImages());
        QCOMPARE(filesIn(fixture.path(u"library/images/bin"_s)).size(), 1);
    }

    void keepsNoSaveWaitingForImages()
    {
        const BackupFixture fixture;
        std::vector<ImageFile> images;
        for (int i = 0; i < 20; ++i)
            images.push_back({u"%1.png"_s.arg(i), QByteArray::number(i)});
        erase(*fixture.library, fixture.add(u"A"_s, images).id);
        static Library *other; // as another window's, which saves
        static int moved;
        static int refused;
        const auto second = valueOf(Library::open(fixture.path(), fixture.clock));
        other = second.get();
        moved = refused = 0;
        FileSteps::setFault([](FileSteps::Step step, const QString &) {
            moved += step == FileSteps::Step::Rename ? 1 : 0;
            refused += other->tryWriting() ? 0 : 1;
            return 0;
        });
        const auto tidied = fixture.library->tidyImages();
        FileSteps::setFault(nullptr);
        valueOf(tidied);
        QCOMPARE(moved, 20);
        QCOMPARE(refused, 0);
    }

    void leavesBackupsDatedAheadAside()
    {
        BackupFixture fixture;
        fixture.add(u"A"_s);
        const QDateTime right = fixture.clock.moment;
        fixture.clock.moment = right.addYears(10);
        const Backup ahead = valueOf(fixture.library->backUp(Reason::Daily));
        fixture.clock.moment = right;
        QCOMPARE(valueOf(fixture.library->backups()), std::vector{ahead});
        const Backup today = valueOf(fixture.library->backUp(Reason::Daily)); // though that one holds the same
        QVERIFY(today.path != ahead.path);
        QCOMPARE(valueOf(fixture.library->backups()), (std::vector{today, ahead}));
        fixture.setRules({.folder = {}, .daily = 1, .weekly = 0, .monthly = 0});
        fixture.clock.moment = right.addDays(1);
        const Backup tomorrow = valueOf(fixture.library->backUp(Reason::Daily));
        QCOMPARE(valueOf(fixture.library->backups()), (std::vector{tomorrow, ahead}));
    }

    void tidiesNothingThatABackupMayName()
    {
        const BackupFixture fixture;
        const NoteHeader note = fixture.add(u"A"_s, {{u"a.png"_s, "old"}});
        valueOf(fixture.library->backUp(Reason::Hand));
        valueOf(fixture.library->addImage(note.id, {u"a.png"_s, "new"}));
        valueOf(fixture.library->tidyImages());
        QCOMPARE(filesIn(fixture.path(u"library/images"_s)).size(), 2);
        put(fixture.path(u"library/backups/2026-01-01_00-00-00_daily.sqlite"_s), "no backup");
        QVERIFY(!fixture.library->tidyImages());
    }

    void goesOnBesideAWriter()
    {
        const BackupFixture fixture;
        NoteHeader note = fixture.add(u"A"_s);
        std::atomic<bool> done = false;
        std::atomic<int> saves = 0;
        std::jthread writer([&] {
            const auto library = valueOf(Library::open(fixture.path(), fixture.clock));
            while (!done) {
                const QString words = u"revision %1 "_s.arg(note.revision + 1).repeated(500);
                note = valueOf(library->saveNote(note.id, note.revision, titled(u"A"_s), text(words)));
                ++saves;
            }
        });
        for (int i = 0; i < 10; ++i) {
            const int before = saves;
            const Backup backup = valueOf(fixture.library->backUp(Reason::Hand));
            QVERIFY(valueOf(checkBackup(backup.path)).empty());
            QTRY_VERIFY(saves > before);
        }
        done = true;
    }

    void stopsWhenAsked()
    {
        const BackupFixture fixture;
        fixture.add(u"A"_s, {{u"a.png"_s, "one"}, {u"b.png"_s, "two"}});
        const auto stop = [](int, int) { return false; };
        QCOMPARE(fixture.library->backUp(Reason::Hand, stop).error().kind, Error::Kind::Stopped);
        QCOMPARE(fixture.library->writeBackup(fixture.path(u"file"_s), stop).error().kind, Error::Kind::Stopped);
        QVERIFY(filesIn(fixture.backups()).isEmpty());
        QVERIFY(filesIn(fixture.folder.path()).isEmpty());
    }

    void restoresAndKeepsWhatStoodThere()
    {
        BackupFixture fixture;
        const NoteHeader note = fixture.add(u"A"_s, {{u"a.png"_s, "old"}});
        const Backup backup = valueOf(fixture.library->backUp(Reason::Hand));
        valueOf(fixture.library->saveNote(note.id, 1, titled(u"A later"_s), text(u"later words"_s)));
        valueOf(fixture.library->addImage(note.id, {u"a.png"_s, "new"}));
        fixture.add(u"B"_s);
        QVERIFY(QDir(fixture.path(u"library/images"_s)).removeRecursively());

        const Restored restored = valueOf(fixture.restore(backup.path));
        QCOMPARE(restored.notes, 1);
        QVERIFY(restored.findings.empty());
        QCOMPARE(fixture.titles(), QStringList{u"A"_s});
        QCOMPARE(valueOf(fixture.library->image(note.id, u"a.png"_s)), QByteArray("old"));
        // No draft of what was replaced can be taken for one of this.
        QCOMPARE(valueOf(fixture.library->note(note.id)).header.revision, 3);
        for (qint64 base = 1; base <= 2; ++base)
            QCOMPARE(fixture.library->saveNote(note.id, base, {}, {}).error().kind, Error::Kind::Conflict);

        const auto all = valueOf(fixture.library->backups());
        QCOMPARE(all.size(), 2);
        QVERIFY(all[0].sound && all[1].sound);
        QVERIFY(restored.kept.endsWith(u"_before-restore.sqlite"_s));
        valueOf(fixture.restore(restored.kept));
        QCOMPARE(fixture.titles(), (QStringList{u"A later"_s, u"B"_s}));
    }

    void keepsWhatStoodThereOnAnotherDriveUnderItsLock()
    {
        BackupFixture fixture;
        const QTemporaryDir drive(u"/dev/shm/weeknotes-XXXXXX"_s);
        struct stat here = {};
        struct stat there = {};
        if (!drive.isValid() || stat(QFile::encodeName(fixture.folder.path()).constData(), &here) != 0 ||
            stat(QFile::encodeName(drive.path()).constData(), &there) != 0 || here.st_dev == there.st_dev)
            QSKIP("no second file system here");
        fixture.add(u"A"_s);
        const Backup backup = valueOf(fixture.library->backUp(Reason::Hand));
        fixture.setRules({.folder = drive.path()});
        fixture.add(u"B"_s);
        static QString place;
        static int locked;
        place = Library::databasePath(fixture.path());
        locked = 0;
        FileSteps::setFault([](FileSteps::Step step, const QString &path) {
            if (step == FileSteps::Step::Rename && path == place)
                locked += isLocked(place) ? 1 : 100;
            return 0;
        });
        const auto outcome = fixture.restore(backup.path);
        FileSteps::setFault(nullptr);
        const Restored restored = valueOf(outcome);
        QCOMPARE(locked, 1);
        QVERIFY(restored.kept.startsWith(drive.path()));
        QVERIFY(valueOf(checkBackup(restored.kept)).empty());
        QCOMPARE(fixture.titles(), QStringList{u"A"_s});
        valueOf(fixture.restore(restored.kept));
        QCOMPARE(fixture.titles(), (QStringList{u"A"_s, u"B"_s}));
    }

    void restoresOverADamagedOrLostLibrary_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no database") << QByteArray("Dear diary, ").repeated(1000);
        QTest::newRow("damaged") << QByteArray("SQLite format 3\0", 16).append(QByteArray(8192, 'x'));
        QTest::newRow("empty") << QByteArray();
    }
    void restoresOverADamagedOrLostLibrary()
    {
        QFETCH(QByteArray, bytes);
        BackupFixture fixture;
        fixture.add(u"A"_s, {{u"a.png"_s, "picture"}});
        const Backup backup = valueOf(fixture.library->backUp(Reason::Hand));
        fixture.library.reset();
        put(fixture.path(u"library/notes.sqlite"_s), bytes);
        put(fixture.path(u"library/notes.sqlite-wal"_s), "a log of something else");
        const Restored restored = valueOf(fixture.restore(backup.path));
        QCOMPARE(fixture.titles(), QStringList{u"A"_s});
        QVERIFY(restored.findings.empty());
        if (bytes.isEmpty())
            QVERIFY(restored.kept.isEmpty());
        else
            QCOMPARE(bytesOf(restored.kept), bytes);
        // A library whose file is gone is one still; another folder full of files is none.
        fixture.library.reset();
        QVERIFY(QFile::remove(fixture.path(u"library/notes.sqlite"_s)));
        QVERIFY(valueOf(fixture.restore(backup.path)).kept.isEmpty());
        QVERIFY(QDir().mkpath(fixture.path(u"holiday"_s)));
        put(fixture.path(u"holiday/photo.jpg"_s), "photo");
        QCOMPARE(restoreBackup(backup.path, fixture.path(u"holiday"_s), fixture.clock).error().kind,
                 Error::Kind::NotALibrary);
        QCOMPARE(valueOf(restoreBackup(backup.path, fixture.path(u"new/library"_s), fixture.clock)).notes, 1);
    }

    void restoresNothingDamaged()
    {
        BackupFixture fixture;
        for (int i = 0; i < 100; ++i)
            fixture.add(QString::number(i));
        const Backup backup = valueOf(fixture.library->backUp(Reason::Hand));
        const QByteArray whole = bytesOf(backup.path);
        QByteArray damaged = whole;
        damaged.replace(whole.size() / 2, 8192, QByteArray(8192, '\xa5'));
        put(backup.path, damaged);
        const auto before = fixture.titles();
        QCOMPARE(checkBackup(backup.path).error().kind, Error::Kind::DamagedBackup);
        QCOMPARE(fixture.restore(backup.path).error().kind, Error::Kind::DamagedBackup);
        put(backup.path, whole.first(whole.size() / 2));
        QCOMPARE(fixture.restore(backup.path).error().kind, Error::Kind::DamagedBackup);
        put(backup.path, "words");
        QCOMPARE(fixture.restore(backup.path).error().kind, Error::Kind::NotABackup);
        QCOMPARE(fixture.restore(fixture.path(u"nowhere"_s)).error().kind, Error::Kind::NotFound);
        QCOMPARE(fixture.restore(fixture.backups()).error().kind, Error::Kind::NotABackup);
        QCOMPARE(fixture.titles(), before);
        QCOMPARE(filesIn(fixture.path()).filter(u".part"_s), QStringList());
        QVERIFY(!valueOf(fixture.library->backups()).front().sound);
    }

    void restoresNothingUnderOthersFeet()
    {
        BackupFixture fixture;
        fixture.add(u"A"_s);
        const Backup backup = valueOf(fixture.library->backUp(Reason::Hand));
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"--hold-open"_s, fixture.path()});
        QTRY_VERIFY_WITH_TIMEOUT(other.canReadLine(), 20'000);
        const auto refused = fixture.restore(backup.path);
        QVERIFY(!refused);
        QVERIFY(refused.error().kind != Error::Kind::Internal);
        QCOMPARE(refused.error().subject, fixture.path(u"library/notes.sqlite"_s));
        other.closeWriteChannel();
        QVERIFY(other.waitForFinished());
        QVERIFY(valueOf(fixture.library->verify()).empty());
        valueOf(fixture.restore(backup.path));
    }

    void writesAndRestoresASingleFile()
    {
        BackupFixture fixture;
        const NoteHeader note = fixture.add(u"A"_s, {{u"a.png"_s, QByteArray(100'000, 'x')}, {u"b.png"_s, "two"}});
        const QString file = fixture.path(u"weeknotes.backup"_s);
        QVERIFY(valueOf(fixture.library->writeBackup(file)).isEmpty());
        QCOMPARE(QFile::permissions(file) & QFile::Permissions(0x0077), QFile::Permissions());
        QVERIFY(valueOf(fixture.library->writeBackup(file)).isEmpty()); // over itself

        const QString elsewhere = fixture.path(u"elsewhere"_s);
        const Restored restored = valueOf(restoreBackup(file, elsewhere, fixture.clock));
        QCOMPARE(restored.notes, 1);
        QVERIFY(restored.findings.empty() && restored.kept.isEmpty());
        const auto library = valueOf(Library::open(elsewhere, fixture.clock));
        QCOMPARE(valueOf(library->image(note.id, u"a.png"_s)), QByteArray(100'000, 'x'));
        QVERIFY(QFileInfo(elsewhere + u"/notes.sqlite"_s).size() < 300'000); // the images are not in it any more
        QCOMPARE(valueOf(library->note(note.id)).header.revision, 1);
    }

    void writesOverNothingElse()
    {
        const BackupFixture fixture;
        fixture.add(u"A"_s, {{u"a.png"_s, "one"}});
        const QString thesis = fixture.path(u"thesis"_s);
        put(thesis, "words");
        for (const QString &path : {thesis, fixture.path(u"library/notes.sqlite"_s), fixture.path()})
            QCOMPARE(fixture.library->writeBackup(path).error().kind, Error::Kind::Exists);
        QCOMPARE(bytesOf(thesis), QByteArray("words"));
        QCOMPARE(fixture.library->writeBackup(fixture.path(u"no/such/folder"_s)).error().kind,
                 Error::Kind::NotWritable);
        QVERIFY(QFile::remove(fixture.path(u"library/images/"_s + filesIn(fixture.path(u"library/images"_s)).first())));
        QCOMPARE(valueOf(fixture.library->writeBackup(fixture.path(u"file"_s))).size(), 1); // says what is lost
    }
};

/// Has the library open until its standard input ends.
static int holdOpen(const QString &folder)
{
    const SystemClock clock;
    const auto library = valueOf(Library::open(folder, clock));
    std::puts("open");
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    return 0;
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 3 && arguments[1] == u"--hold-open")
        return holdOpen(arguments[2]);
    TestBackups tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_backups.moc"
