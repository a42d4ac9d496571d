// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/libraryfixture.h"
#include "storage/sqliteengine.h"
#include "support/rounds.h"

#include <QDir>
#include <QProcess>

#include <csignal>
#include <cstdio>
#include <thread>
#include <unistd.h>

using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

void put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

/// Runs statements past the library.
void meddle(const QString &databasePath, const QStringList &statements)
{
    const auto database = valueOf(SqliteEngine::connect(databasePath, SqliteEngine::Mode::ReadWrite));
    for (const QString &statement : statements)
        valueOf(database->run(statement).transform([](const QSqlQuery &) {}));
}

} // namespace

class TestLibraryFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNoFolder()
    {
        const LibraryFixture fixture;
        put(fixture.path(), "words");
        for (const auto access : {Library::Access::ReadWrite, Library::Access::ReadOnly})
            QCOMPARE(Library::open(fixture.path(), fixture.clock, access).error().kind, Error::Kind::NotALibrary);
        QCOMPARE(bytesOf(fixture.path()), QByteArray("words"));
        const auto below = Library::open(fixture.path(u"library/below"_s), fixture.clock);
        QCOMPARE(below.error().kind, Error::Kind::NotWritable);
    }

    void makesNothingToRead()
    {
        const LibraryFixture fixture;
        const auto missing = Library::open(fixture.path(), fixture.clock, Library::Access::ReadOnly);
        QCOMPARE(missing.error(), (Error{.kind = Error::Kind::NotFound, .subject = fixture.path(), .detail = {}}));
        QVERIFY(!QFile::exists(fixture.path()));
        QVERIFY(QDir().mkpath(fixture.path()));
        const auto empty = Library::open(fixture.path(), fixture.clock, Library::Access::ReadOnly);
        QCOMPARE(empty.error().kind, Error::Kind::NotALibrary);
        QVERIFY(QDir(fixture.path()).isEmpty());
    }

    void beginsNothingToFollow()
    {
        constexpr auto existing = Library::Access::Existing;
        const LibraryFixture fixture;
        QCOMPARE(Library::open(fixture.path(), fixture.clock, existing).error(),
                 (Error{.kind = Error::Kind::NotFound, .subject = fixture.path(), .detail = {}}));
        QVERIFY(!QFile::exists(fixture.path()));
        QVERIFY(QDir().mkpath(fixture.path()));
        QCOMPARE(Library::open(fixture.path(), fixture.clock, existing).error().kind, Error::Kind::NotALibrary);
        QVERIFY(QDir(fixture.path()).isEmpty());
        const QString file = Library::databasePath(fixture.path());
        QVERIFY(!SqliteEngine::connect(file, SqliteEngine::Mode::Existing));
        QVERIFY(!QFile::exists(file));
        put(file, {});
        QCOMPARE(Library::open(fixture.path(), fixture.clock, existing).error().kind, Error::Kind::NotALibrary);
        QCOMPARE(bytesOf(file), QByteArray());
        std::ignore = fixture.open();
        valueOf(fixture.open(existing)->addNote(titled(u"A"_s), text(u"words"_s), {}, {{u"a.png"_s, "bytes"}}));
        QVERIFY(valueOf(fixture.open()->verify()).empty());
    }

    void beginsInAnEmptyFolderOnly()
    {
        const LibraryFixture fixture;
        QVERIFY(QDir().mkpath(fixture.path()));
        QVERIFY(fixture.open());
        put(fixture.path(u"holiday/photo.jpg"_s), "photo");
        QCOMPARE(Library::open(fixture.path(u"holiday"_s), fixture.clock).error().kind, Error::Kind::NotALibrary);
        QCOMPARE(QDir(fixture.path(u"holiday"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
                 QStringList{u"photo.jpg"_s});
    }

    void makesItsParentsAndTakesOddNames()
    {
        const LibraryFixture fixture;
        const QString odd = fixture.path(u"a/b ü/%20?#'\";QSQLITE_OPEN_READONLY"_s);
        valueOf(valueOf(Library::open(odd, fixture.clock))->addNote(titled(u"A"_s), {}));
        QCOMPARE(valueOf(valueOf(Library::open(odd, fixture.clock, Library::Access::ReadOnly))->notes()).size(), 1);
    }

    void refusesOtherFilesUntouched_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("Dear diary, ").repeated(1000);
        QTest::newRow("short text") << QByteArray("no");
        QTest::newRow("image") << QByteArray("\x89PNG\r\n\x1a\n").append(QByteArray(5000, '\0'));
        QTest::newRow("zeros") << QByteArray(8192, '\0');
        QTest::newRow("only the magic") << QByteArray("SQLite format 3\0", 16).append(QByteArray(8192, 'x'));
    }
    void refusesOtherFilesUntouched()
    {
        QFETCH(QByteArray, bytes);
        const LibraryFixture fixture;
        const QString path = fixture.path(u"library/notes.sqlite"_s);
        put(path, bytes);
        for (const auto access : {Library::Access::ReadWrite, Library::Access::ReadOnly}) {
            const auto opened = Library::open(fixture.path(), fixture.clock, access);
            QCOMPARE(opened.error().kind, Error::Kind::NotALibrary);
            QVERIFY(!opened.error().subject.isEmpty());
        }
        QCOMPARE(bytesOf(path), bytes);
    }

    void refusesAnotherProgramsDatabase()
    {
        const LibraryFixture fixture;
        const QString path = fixture.path(u"library/notes.sqlite"_s);
        QVERIFY(QDir().mkpath(fixture.path()));
        meddle(path, {u"CREATE TABLE notes (id)"_s, u"PRAGMA user_version = 1"_s});
        const QByteArray before = bytesOf(path);
        for (const auto access : {Library::Access::ReadWrite, Library::Access::ReadOnly})
            QCOMPARE(Library::open(fixture.path(), fixture.clock, access).error().kind, Error::Kind::NotALibrary);
        QCOMPARE(bytesOf(path), before);
    }

    void refusesANewerLibraryUntouched()
    {
        const LibraryFixture fixture;
        const QString path = fixture.path(u"library/notes.sqlite"_s);
        std::ignore = fixture.open();
        meddle(path, {u"PRAGMA user_version = 99"_s});
        const QByteArray before = bytesOf(path);
        for (const auto access : {Library::Access::ReadWrite, Library::Access::ReadOnly}) {
            QCOMPARE(Library::open(fixture.path(), fixture.clock, access).error(),
                     (Error{.kind = Error::Kind::NewerLibrary, .subject = fixture.path(), .detail = u"99"_s}));
        }
        QCOMPARE(bytesOf(path), before);
        QCOMPARE(QDir(fixture.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"notes.sqlite"_s});
    }

    void beginsAgainWhereItWasCutOff_data()
    {
        QTest::addColumn<QString>("left");
        QTest::newRow("the file") << u"library/notes.sqlite"_s;
        QTest::newRow("the log") << u"library/notes.sqlite-wal"_s;
        QTest::newRow("the journal") << u"library/notes.sqlite-journal"_s;
    }
    void beginsAgainWhereItWasCutOff()
    {
        QFETCH(const QString, left);
        const LibraryFixture fixture;
        put(fixture.path(left), left.endsWith(u"sqlite"_s) ? QByteArray() : QByteArray(5000, 'x'));
        QCOMPARE(Library::open(fixture.path(), fixture.clock, Library::Access::ReadOnly).error().kind,
                 Error::Kind::NotALibrary);
        valueOf(fixture.open()->addNote(titled(u"A"_s), {}));
    }

    void isMadeOnceByMany()
    {
        for (int round = 0; round < rounds(8); ++round) {
            const LibraryFixture fixture;
            std::array<Result<void>, 4> outcomes;
            {
                std::vector<std::jthread> threads;
                for (auto &outcome : outcomes) {
                    threads.emplace_back([&outcome, &fixture] {
                        outcome = Library::open(fixture.path(), fixture.clock).and_then([](const auto &library) {
                            return library->addNote(titled(u"A"_s), text(u"words"_s)).transform([](const NoteHeader &) {
                            });
                        });
                    });
                }
            }
            for (const auto &outcome : outcomes)
                valueOf(outcome);
            QCOMPARE(valueOf(fixture.open()->notes()).size(), outcomes.size());
        }
    }

    void readsWhereItCannotWrite()
    {
        const LibraryFixture fixture;
        const NoteHeader note =
            valueOf(fixture.open()->addNote(titled(u"A"_s), text(u"words"_s), {}, {{u"a.png"_s, "bytes"}}));
        const ReadOnlyForAll readOnly({fixture.folder.path(), fixture.path(), fixture.path(u"library/images"_s)});
        const QStringList before = QDir(fixture.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        {
            const Unprivileged user;
            if (!user.isEffective())
                QSKIP("rights can't be given up here");
            const auto refused = Library::open(fixture.path(), fixture.clock);
            QCOMPARE(refused.error().kind, Error::Kind::NotWritable);
            const auto elsewhere = Library::open(fixture.path(u"new"_s), fixture.clock);
            QCOMPARE(elsewhere.error().kind, Error::Kind::NotWritable);
            const auto library = fixture.open(Library::Access::ReadOnly);
            QCOMPARE(valueOf(library->note(note.id)).text, u"words"_s);
            QCOMPARE(valueOf(library->search(u"wor"_s, 5)).size(), 1);
            QCOMPARE(valueOf(library->image(note.id, u"a.png"_s)), QByteArray("bytes"));
            QVERIFY(valueOf(library->verify()).empty());
            QCOMPARE(library->addNote({}, {}).error().kind, Error::Kind::NotWritable);
        }
        QCOMPARE(QDir(fixture.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), before);
    }

    void refusesWritesWhenOpenedToRead()
    {
        const LibraryFixture fixture;
        const NoteHeader note = valueOf(fixture.open()->addNote(titled(u"A"_s), text(u"words"_s)));
        const auto library = fixture.open(Library::Access::ReadOnly);
        const std::vector<std::optional<Error>> refusals = {library->addNote({}, {}).error(),
                                                            library->saveNote(note.id, 1, {}, {}).error(),
                                                            library->removeNotes({note.id}).error(),
                                                            library->addPause(QDate(2026, 11, 1), {}, {}).error(),
                                                            library->changeSettings([](LibrarySettings &) {}).error(),
                                                            library->addImage(note.id, {u"a.png"_s, "x"}).error(),
                                                            library->keepAside(note.id, {}, 1, {}, {}).error()};
        for (const auto &refusal : refusals)
            QCOMPARE(refusal->kind, Error::Kind::NotWritable);
        QVERIFY(!QFile::exists(fixture.path(u"library/images"_s)));
        QCOMPARE(valueOf(library->notes()), std::vector{note});
    }

    void losesNothingOnAFullDisk()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(u"words"_s)));
        const QString many = u"and many more words "_s.repeated(50'000);
        {
            const FullDisk disk(200'000);
            const auto saved = library->saveNote(note.id, 1, titled(u"B"_s), text(many));
            QCOMPARE(saved.error().kind, Error::Kind::NotWritable);
            const auto added =
                library->addNote(titled(u"C"_s), text(u"x"_s), {}, {{u"a.png"_s, QByteArray(300'000, 'x')}});
            QCOMPARE(added.error().kind, Error::Kind::NotWritable);
            QCOMPARE(valueOf(library->notes()), std::vector{note});
        }
        QVERIFY(valueOf(library->verify()).empty());
        valueOf(library->saveNote(note.id, 1, titled(u"B"_s), text(many)));
        QCOMPARE(valueOf(library->note(note.id)).text, many);
    }

    void rollsBackWhenTheDatabaseIsFull()
    {
        const LibraryFixture fixture;
        std::ignore = fixture.open();
        const auto database =
            valueOf(SqliteEngine::connect(fixture.path(u"library/notes.sqlite"_s), SqliteEngine::Mode::ReadWrite));
        valueOf(database->change(u"PRAGMA max_page_count = 1"_s)); // SQLite takes the present size
        SqliteEngine engine(*database);
        {
            auto transaction = valueOf(Transaction::begin(engine).transform(
                [](Transaction begun) { return std::make_unique<Transaction>(std::move(begun)); }));
            valueOf(database->change(u"INSERT INTO settings (key, value) VALUES ('a', 'b')"_s));
            const auto full = database->change(u"INSERT INTO settings (key, value) VALUES (?, ?)"_s,
                                               {u"k"_s, QString(100'000, u'x')});
            QCOMPARE(full.error().kind, Error::Kind::NotWritable);
        }
        QCOMPARE(valueOf(database->first(u"SELECT count(*) FROM settings WHERE key = 'a'"_s, {},
                                         [](const QSqlQuery &row) { return row.value(0).toInt(); })),
                 0);
        valueOf(engine.begin()); // no transaction is left open
    }

    void findsDamage()
    {
        const LibraryFixture fixture;
        {
            const auto library = fixture.open();
            for (int i = 0; i < 200; ++i)
                valueOf(library->addNote(titled(u"Note %1"_s.arg(i)), text(u"word%1 "_s.arg(i).repeated(100))));
        }
        const QString path = fixture.path(u"library/notes.sqlite"_s);
        const QByteArray whole = bytesOf(path);
        for (qsizetype page = 4096; page < whole.size(); page += whole.size() / 16) {
            QByteArray damaged = whole;
            damaged.replace(page, 4096, QByteArray(4096, '\xa5'));
            put(path, damaged);
            const auto library = Library::open(fixture.path(), fixture.clock);
            if (!library) { // it is so bad that it is seen at once
                QCOMPARE(library.error().kind, Error::Kind::Damaged);
                continue;
            }
            const auto findings = (*library)->verify();
            QVERIFY2(!findings || !findings->empty(), qPrintable(u"page at %1"_s.arg(page)));
            std::ignore = (*library)->notes();
            std::ignore = (*library)->search(u"word1"_s, 10);
        }
        put(path, whole.first(whole.size() / 2));
        const auto half = Library::open(fixture.path(), fixture.clock);
        const auto findings = half.and_then([](const auto &library) { return library->verify(); });
        QVERIFY(!findings || !findings->empty());
    }

    void findsWhatIsOutOfStep()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader first =
            valueOf(library->addNote(titled(u"First"_s), text(u"a"_s), {}, {{u"a.png"_s, "one"}, {u"b.png"_s, "two"}}));
        valueOf(library->addNote(titled(u"Second\x02"_s), text(u"b"_s)));
        QVERIFY(valueOf(library->verify()).empty());
        const QDir images(fixture.path(u"library/images"_s));
        for (const QString &name : images.entryList(QDir::Files)) {
            if (bytesOf(images.filePath(name)) == "one")
                QVERIFY(QFile::remove(images.filePath(name)));
            else
                put(images.filePath(name), "changed");
        }
        meddle(fixture.path(u"library/notes.sqlite"_s),
               {u"DELETE FROM note_search WHERE rowid = (SELECT pk FROM notes WHERE title = 'First')"_s,
                u"INSERT INTO note_search (rowid, title, subtitle, tags, body) VALUES (77, 'Ghost', '', '', '')"_s,
                u"PRAGMA foreign_keys = OFF"_s, u"INSERT INTO tags (note, position, name) VALUES (99, 0, 'lost')"_s});
        QStringList found;
        for (const Finding &finding : valueOf(library->verify()))
            found << u"%1 %2"_s.arg(int(finding.kind)).arg(finding.subject);
        found.sort();
        using Kind = Finding::Kind;
        const auto line = [](Kind kind, const QString &subject) { return u"%1 %2"_s.arg(int(kind)).arg(subject); };
        QCOMPARE(found.join(u'\n'), QStringList({line(Kind::Reference, u"note_search"_s),
                                                 line(Kind::Reference, u"tags"_s), line(Kind::ImageMissing, u"a.png"_s),
                                                 line(Kind::ImageChanged, u"b.png"_s), line(Kind::Search, u"First"_s)})
                                        .join(u'\n'));
        QCOMPARE(library->image(first.id, u"a.png"_s).error().kind, Error::Kind::NotFound);
        QCOMPARE(library->image(first.id, u"b.png"_s).error().kind, Error::Kind::Damaged);
        valueOf(library->addImage(first.id, {u"b.png"_s, "two"})); // bringing it again mends it
        QCOMPARE(valueOf(library->image(first.id, u"b.png"_s)), QByteArray("two"));
    }

    void survivesAKill()
    {
        const LibraryFixture fixture;
        NoteHeader note = valueOf(fixture.open()->addNote(titled(u"A"_s), text(u"start"_s)));
        for (int round = 0; round < rounds(5); ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(),
                         {u"--write-until-killed"_s, fixture.path(), note.id.toString()});
            QByteArray told;
            QTRY_VERIFY_WITH_TIMEOUT((told += writer.readAllStandardOutput()).count('\n') > round * 3, 20'000);
            writer.kill();
            QVERIFY(writer.waitForFinished());
            told += writer.readAllStandardOutput();
            const qint64 promised = told.left(told.lastIndexOf('\n')).split('\n').last().toLongLong();

            const auto library = fixture.open();
            QVERIFY(valueOf(library->verify()).empty());
            const Note kept = valueOf(library->note(note.id));
            QVERIFY(promised > note.revision);
            QVERIFY(kept.header.revision >= promised);
            QCOMPARE(kept.text, u"revision %1 "_s.arg(kept.header.revision).repeated(2000));
            QCOMPARE(kept.header.fields.title, QString::number(kept.header.revision));
            note = kept.header;
        }
    }
};

/// Saves one note again and again, and says each revision once it is on disk.
static int writeUntilKilled(const QString &folder, const NoteId &id)
{
    const SystemClock clock;
    const auto library = valueOf(Library::open(folder, clock));
    for (qint64 revision = valueOf(library->note(id)).header.revision;; ++revision) {
        const QString next = QString::number(revision + 1);
        if (!library->saveNote(id, revision, titled(next), text(u"revision %1 "_s.arg(next).repeated(2000))))
            return 1;
        std::printf("%lld\n", static_cast<long long>(revision + 1));
        std::fflush(stdout);
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments[1] == u"--write-until-killed")
        return writeUntilKilled(arguments[2], *NoteId::parse(arguments[3]));
    TestLibraryFaults tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_libraryfaults.moc"
