// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/markdowncopy.h"
#include "storage/filesteps.h"
#include "storage/libraryfixture.h"

#include <QDir>

#include <cerrno>

using namespace Weeknotes;
using namespace Weeknotes::Test;
using FileSteps::Readers;
using FileSteps::Step;

namespace {

Step failing = Step::Open;

void letFail(Step step)
{
    failing = step;
    FileSteps::setFault([](Step now, const QString &) { return now == failing ? ENOSPC : 0; });
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

constexpr std::array allSteps{Step::Open, Step::Write, Step::Sync, Step::Rename};

} // namespace

class TestFileSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { FileSteps::setFault(nullptr); }

    void writesAndReplaces()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a"_s);
        valueOf(FileSteps::write(path, "one", Readers::AsUsual));
        valueOf(FileSteps::write(path, "two", Readers::AsUsual));
        QCOMPARE(bytesOf(path), QByteArray("two"));
        QCOMPARE(filesIn(folder.path()), QStringList{u"a"_s});
    }

    void keepsOthersOut()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a"_s);
        valueOf(FileSteps::write(path, "one", Readers::AsUsual));
        valueOf(FileSteps::write(path, "two", Readers::Owner));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path) & others));
    }

    void leavesTheOldWhereAStepFails()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a"_s);
        valueOf(FileSteps::write(path, "old", Readers::AsUsual));
        for (const Step step : allSteps) {
            letFail(step);
            const auto written = FileSteps::write(path, "new", Readers::AsUsual);
            QCOMPARE(written.error(),
                     (Error{.kind = Error::Kind::NotWritable, .subject = path, .detail = qt_error_string(ENOSPC)}));
            QCOMPARE(bytesOf(path), QByteArray("old"));
            QCOMPARE(filesIn(folder.path()), QStringList{u"a"_s});
        }
    }

    void movesOverWhatIsThere()
    {
        const QTemporaryDir folder;
        const QString from = folder.filePath(u"from"_s);
        const QString to = folder.filePath(u"to"_s);
        valueOf(FileSteps::write(from, "new", Readers::AsUsual));
        valueOf(FileSteps::write(to, "old", Readers::AsUsual));
        for (const Step step : {Step::Sync, Step::Rename}) {
            letFail(step);
            QCOMPARE(FileSteps::moveInto(from, to).error().kind, Error::Kind::NotWritable);
            QCOMPARE(bytesOf(to), QByteArray("old"));
            QCOMPARE(bytesOf(from), QByteArray("new"));
        }
        FileSteps::setFault(nullptr);
        valueOf(FileSteps::moveInto(from, to));
        QCOMPARE(bytesOf(to), QByteArray("new"));
        QCOMPARE(filesIn(folder.path()), QStringList{u"to"_s});
        QCOMPARE(FileSteps::moveInto(from, to).error().kind, Error::Kind::NotWritable);
    }

    void movesFolders()
    {
        const QTemporaryDir folder;
        const QString from = folder.filePath(u"from"_s);
        const QString to = folder.filePath(u"to"_s);
        QVERIFY(QDir().mkpath(from) && QDir().mkpath(to));
        valueOf(FileSteps::write(from + u"/a"_s, "words", Readers::Owner));
        letFail(Step::Rename);
        QCOMPARE(FileSteps::moveFolder(from, to).error().kind, Error::Kind::NotWritable);
        FileSteps::setFault([](Step, const QString &) { return EXDEV; });
        QVERIFY(!valueOf(FileSteps::moveFolder(from, to)));
        QCOMPARE(bytesOf(from + u"/a"_s), QByteArray("words"));
        FileSteps::setFault(nullptr);
        QVERIFY(valueOf(FileSteps::moveFolder(from, to))); // an empty folder may stand there
        QCOMPARE(bytesOf(to + u"/a"_s), QByteArray("words"));
        QVERIFY(!QDir(from).exists());
        QVERIFY(QDir().mkpath(from));
        QCOMPARE(FileSteps::moveFolder(from, to).error().kind, Error::Kind::NotWritable); // it holds something
    }

    void anImageThatCannotBeWrittenChangesNothing()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(u"words"_s)));
        for (const Step step : allSteps) {
            letFail(step);
            QCOMPARE(library->addImage(note.id, {u"a.png"_s, "bytes"}).error().kind, Error::Kind::NotWritable);
            QCOMPARE(library->image(note.id, u"a.png"_s).error().kind, Error::Kind::NotFound);
            QVERIFY(valueOf(library->verify()).empty());
        }
        FileSteps::setFault(nullptr);
        valueOf(library->addImage(note.id, {u"a.png"_s, "bytes"}));
        QCOMPARE(valueOf(library->image(note.id, u"a.png"_s)), QByteArray("bytes"));
    }

    void aMarkdownCopyThatCannotBeWrittenStaysWhole()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const QString copy = fixture.path(u"copy"_s);
        const QString path = copy + u"/2026-W47-a.md"_s;
        NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(u"old"_s)));
        valueOf(updateMarkdownCopy(*library, copy).transform([](const CopyOutcome &) {}));
        note = valueOf(library->saveNote(note.id, note.revision, titled(u"A"_s), text(u"new"_s)));
        const QByteArray before = bytesOf(path);
        for (const Step step : allSteps) {
            letFail(step);
            QCOMPARE(updateMarkdownCopy(*library, copy).error_or(Error()).kind, Error::Kind::NotWritable);
            QCOMPARE(bytesOf(path), before);
            QCOMPARE(filesIn(copy), (QStringList{u".weeknotes-copy"_s, u"2026-W47-a.md"_s}));
        }
        FileSteps::setFault(nullptr);
        QCOMPARE(valueOf(updateMarkdownCopy(*library, copy)).written, 1);
        QVERIFY(bytesOf(path).endsWith("new\n"));
    }

    void whatWasEditedInACopyOutlivesEachFailure()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const QString copy = fixture.path(u"copy"_s);
        const QString path = copy + u"/2026-W47-a.md"_s;
        const NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(u"old"_s)));
        valueOf(updateMarkdownCopy(*library, copy).transform([](const CopyOutcome &) {}));
        QFile edited(path);
        QVERIFY(edited.open(QIODevice::WriteOnly));
        edited.write("mine");
        edited.close();
        valueOf(library->saveNote(note.id, note.revision, titled(u"A"_s), text(u"new"_s)));
        for (const Step step : allSteps) {
            letFail(step);
            QCOMPARE(updateMarkdownCopy(*library, copy).error_or(Error()).kind, Error::Kind::NotWritable);
            QCOMPARE(bytesOf(path), QByteArray("mine"));
        }
        FileSteps::setFault(nullptr);
        QCOMPARE(valueOf(updateMarkdownCopy(*library, copy)).kept.size(), 1);
        QCOMPARE(bytesOf(copy + u"/2026-W47-a.edited.md"_s), QByteArray("mine"));
    }
};

QTEST_GUILESS_MAIN(TestFileSteps)
#include "tst_filesteps.moc"
