// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/libraryfixture.h"

using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

/// A library with one note, open, and what may befall its file.
struct OpenLibrary : LibraryFixture
{
    std::unique_ptr<Library> library = open();
    NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(u"words"_s), {}, {{u"a.png"_s, "bytes"}}));

    [[nodiscard]] QString file(const QString &ending = {}) const { return Library::databasePath(path()) + ending; }
    /// Puts another library's file in its place, as a synchronizing program does.
    void replace(const QString &title) const
    {
        const QString other = path(u"other"_s);
        valueOf(valueOf(Library::open(other, clock))->addNote(titled(title), text(u"words"_s)));
        QVERIFY(QFile::remove(file()));
        QVERIFY(QFile::rename(Library::databasePath(other), file()));
    }
    [[nodiscard]] std::vector<Result<void>> writes() const
    {
        const auto outcome = [](const auto &result) {
            return result ? Result<void>() : Result<void>(std::unexpected(result.error()));
        };
        return {outcome(library->saveNote(note.id, 1, titled(u"B"_s), text(u"more"_s))),
                outcome(library->addNote(titled(u"C"_s), text(u"more"_s), {}, {{u"b.png"_s, "other bytes"}})),
                library->removeNotes({note.id}),
                library->addImage(note.id, {u"c.png"_s, "more bytes"}),
                outcome(library->changeSettings([](LibrarySettings &) {})),
                library->tryWriting()};
    }
};

QStringList titlesOf(Library &library)
{
    QStringList titles;
    for (const NoteHeader &note : valueOf(library.notes()))
        titles << note.fields.title;
    return titles;
}

} // namespace

class TestGoneLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesNothingIntoADeletedFile()
    {
        const OpenLibrary fixture;
        QVERIFY(fixture.library->isInPlace());
        QVERIFY(QDir(fixture.path()).removeRecursively());
        QVERIFY(!fixture.library->isInPlace());
        for (const auto &outcome : fixture.writes())
            QCOMPARE(outcome.error(), (Error{.kind = Error::Kind::Gone, .subject = fixture.file(), .detail = {}}));
        QVERIFY(!QFile::exists(fixture.path())); // nor makes a folder for images
        QCOMPARE(valueOf(fixture.library->note(fixture.note.id)).text, u"words"_s);
        QCOMPARE(fixture.library->reopened().error().kind, Error::Kind::Gone);
        QVERIFY(!QFile::exists(fixture.path()));
    }

    void goesOnWhenItIsBack()
    {
        const OpenLibrary fixture;
        QVERIFY(QDir().rename(fixture.path(), fixture.path(u"away"_s)));
        QCOMPARE(fixture.library->tryWriting().error().kind, Error::Kind::Gone);
        QVERIFY(QDir().rename(fixture.path(u"away"_s), fixture.path()));
        valueOf(fixture.library->saveNote(fixture.note.id, 1, titled(u"B"_s), text(u"more"_s)));
        QCOMPARE(titlesOf(*fixture.open()), QStringList{u"B"_s});
    }

    void anotherFileIsNotMixedWithOurs()
    {
        const OpenLibrary fixture;
        QVERIFY(QFileInfo(fixture.file(u"-wal"_s)).size() > 0); // what SQLite would play into the other file
        fixture.replace(u"Theirs"_s);
        for (const auto &outcome : fixture.writes())
            QCOMPARE(outcome.error().kind, Error::Kind::Gone);
        QCOMPARE(titlesOf(*fixture.library), QStringList{u"A"_s});
        const auto theirs = valueOf(fixture.library->reopened());
        QVERIFY(theirs->isInPlace());
        QCOMPARE(titlesOf(*theirs), QStringList{u"Theirs"_s});
        QVERIFY(valueOf(theirs->verify()).empty());
        valueOf(theirs->addNote(titled(u"C"_s), text(u"more"_s)));
    }

    void waitsForAFileThatIsBeingBrought()
    {
        const OpenLibrary fixture;
        QVERIFY(QFile::remove(fixture.file()));
        QFile empty(fixture.file());
        QVERIFY(empty.open(QIODevice::WriteOnly));
        QCOMPARE(fixture.library->reopened().error().kind, Error::Kind::Gone);
        QCOMPARE(empty.size(), 0);
    }

    void isWrittenAnewWhenAskedFor()
    {
        const OpenLibrary fixture;
        QCOMPARE(fixture.library->writeAnew().error().kind, Error::Kind::Conflict);
        QVERIFY(QFile::remove(fixture.file()));
        valueOf(fixture.library->writeAnew());
        const auto anew = valueOf(fixture.library->reopened());
        QCOMPARE(titlesOf(*anew), QStringList{u"A"_s});
        QVERIFY(valueOf(anew->verify()).empty());
        valueOf(anew->saveNote(fixture.note.id, 1, titled(u"B"_s), text(u"more"_s)));
        QCOMPARE(QFileInfo(fixture.file()).permissions() & QFile::Permissions(0x77), QFile::Permissions());
        QVERIFY(QDir(fixture.path()).removeRecursively());
        valueOf(anew->writeAnew());
        QCOMPARE(titlesOf(*fixture.open()), QStringList{u"B"_s});
    }

    void triesWithoutAChange()
    {
        const OpenLibrary fixture;
        valueOf(fixture.library->tryWriting());
        QCOMPARE(valueOf(fixture.library->notes()), std::vector{fixture.note});
        QCOMPARE(fixture.open(Library::Access::ReadOnly)->tryWriting().error().kind, Error::Kind::NotWritable);
        const FullDisk disk(1);
        QCOMPARE(fixture.library->tryWriting().error().kind, Error::Kind::NotWritable);
    }
};

QTEST_GUILESS_MAIN(TestGoneLibrary)
#include "tst_gonelibrary.moc"
