// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/importer.h"
#include "markdown/frontmatter.h"
#include "mirror/markdowncopy.h"
#include "storage/libraryfixture.h"

#include <QCryptographicHash>
#include <QDirIterator>

#include <algorithm>

using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

const QByteArray picture = "\x89PNG\r\n\x1a\n and the rest"_ba;
const QString weekFile = u"2026-W47-printers.md"_s;

/// A library and the folder of its copy.
struct Desk : LibraryFixture
{
    std::unique_ptr<Library> library = open();
    QString root = path(u"copy"_s);

    [[nodiscard]] CopyOutcome update() const { return valueOf(updateMarkdownCopy(*library, root)); }
    [[nodiscard]] Error failure() const { return updateMarkdownCopy(*library, root).error_or(Error()); }
    [[nodiscard]] NoteHeader add(const QString &title, const QString &words,
                                 const std::vector<ImageFile> &images = {}) const
    {
        return valueOf(library->addNote(titled(title), text(words), {}, images));
    }
    [[nodiscard]] NoteHeader save(const NoteHeader &note, const QString &title, const QString &words) const
    {
        return valueOf(library->saveNote(note.id, note.revision, titled(title), text(words)));
    }
    [[nodiscard]] QString place(const QString &name) const { return root + u'/' + name; }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(place(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing");
    }
    void put(const QString &name, const QByteArray &content) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(place(name)).path()));
        QFile file(place(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    /// All files in the copy but its record, by their paths in it.
    [[nodiscard]] QStringList files() const
    {
        QStringList names;
        QDirIterator all(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext())
            names << QDir(root).relativeFilePath(all.next());
        names.removeAll(u".weeknotes-copy"_s);
        names.sort();
        return names;
    }
};

} // namespace

class TestMarkdownCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAFileANote()
    {
        const Desk desk;
        const NoteHeader note = desk.add(u"Printers"_s, u"We met the printers."_s);
        std::ignore = desk.add(u"Ink: “blue”"_s, u"A text.\n"_s);
        QCOMPARE(desk.update(), (CopyOutcome{.notes = 2, .written = 2, .removed = 0, .kept = {}}));
        QCOMPARE(desk.files(), (QStringList{u"2026-W47-ink-blue.md"_s, weekFile}));
        QCOMPARE(desk.read(weekFile), "---\nid: "_ba + note.id.toString().toLatin1() +
                                          "\ntitle: \"Printers\"\nkind: weeknote\nstatus: draft\n---\n\n"
                                          "We met the printers.\n");
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(desk.place(weekFile)) & others));
    }

    void namesComeFromWeekAndTitle()
    {
        const Desk desk;
        valueOf(desk.library->addNote(fullFields(), text(u"A"_s)));
        std::ignore = desk.add(u"Same"_s, u"first"_s);
        std::ignore = desk.add(u"Same"_s, u"second"_s);
        std::ignore = desk.add({}, u"untitled"_s);
        std::ignore = desk.update();
        QCOMPARE(desk.files(), (QStringList{u"2026-W45-3-09-weeknotes-unicode.md"_s, u"2026-W47-note-2026-11-20.md"_s,
                                            u"2026-W47-same-2.md"_s, u"2026-W47-same.md"_s}));
        QVERIFY(desk.read(u"2026-W47-same.md"_s).endsWith("first\n"));
    }

    void aNameFollowsTheTitleOnTheFirstDay()
    {
        const Desk desk;
        const QString words = u"![a](a.png)"_s;
        const NoteHeader note = desk.add(u"Pri"_s, words, {{u"a.png"_s, picture}});
        std::ignore = desk.update();
        QCOMPARE(desk.files(), (QStringList{u"2026-W47-pri.md"_s, u"2026-W47-pri/a.png"_s}));
        std::ignore = desk.save(note, u"Printers"_s, words);
        QCOMPARE(desk.update(), (CopyOutcome{.notes = 1, .written = 1, .removed = 0, .kept = {}}));
        QCOMPARE(desk.files(), (QStringList{weekFile, u"2026-W47-printers/a.png"_s}));
    }

    void aNameThatIsTakenIsNotFollowed()
    {
        const Desk desk;
        std::ignore = desk.add(u"Printers"_s, u"older"_s);
        const NoteHeader note = desk.add(u"Pri"_s, u"words"_s);
        std::ignore = desk.update();
        desk.put(u"2026-W47-presses.md"_s, "# My own\n");
        const NoteHeader renamed = desk.save(note, u"Printers"_s, u"words"_s); // as another note is called
        QCOMPARE(desk.update(), (CopyOutcome{.notes = 2, .written = 1, .removed = 0, .kept = {}}));
        QCOMPARE(desk.files(), (QStringList{u"2026-W47-presses.md"_s, u"2026-W47-printers-2.md"_s, weekFile}));
        QVERIFY(desk.read(weekFile).endsWith("older\n"));
        std::ignore = desk.save(renamed, u"Presses"_s, u"words"_s); // as a file of the person's own
        QCOMPARE(desk.update(), (CopyOutcome{.notes = 2, .written = 1, .removed = 0, .kept = {}}));
        QCOMPARE(desk.files(), (QStringList{u"2026-W47-presses-2.md"_s, u"2026-W47-presses.md"_s, weekFile}));
        QCOMPARE(desk.read(u"2026-W47-presses.md"_s), "# My own\n"_ba);
    }

    void aNameStaysThoughTheTitleChanges()
    {
        Desk desk;
        const NoteHeader note = desk.add(u"Printers"_s, u"words"_s);
        std::ignore = desk.update();
        desk.advance(24h);
        std::ignore = desk.save(note, u"Presses"_s, u"words"_s);
        QCOMPARE(desk.update().written, 1);
        QCOMPARE(desk.files(), QStringList{weekFile});
        QVERIFY(desk.read(weekFile).contains("title: \"Presses\""));
    }

    void writesNothingThatIsTheSame()
    {
        const Desk desk;
        const NoteHeader note = desk.add(u"Printers"_s, u"![a](images/a.png)"_s, {{u"images/a.png"_s, picture}});
        const auto seen = [&] {
            return QList{identityOf(desk.place(weekFile)), identityOf(desk.place(u".weeknotes-copy"_s)),
                         identityOf(desk.place(u"2026-W47-printers/images/a.png"_s))};
        };
        std::ignore = desk.update();
        const auto before = seen();
        QCOMPARE(desk.update(), (CopyOutcome{.notes = 1, .written = 0, .removed = 0, .kept = {}}));
        QCOMPARE(seen(), before);
        QVERIFY(QFile::remove(desk.place(u".weeknotes-copy"_s))); // known again by its front matter
        QCOMPARE(desk.update(), (CopyOutcome{.notes = 1, .written = 0, .removed = 0, .kept = {}}));
        QCOMPARE(QList(seen().first(1)), QList(before.first(1)));
        QCOMPARE(seen().last(), before.last());
        std::ignore = desk.save(note, u"Printers"_s, u"![a](images/a.png)"_s); // the same again
        QCOMPARE(desk.update().written, 0);
        QCOMPARE(seen().first(), before.first());
    }

    void readsOnlyWhatHasChanged()
    {
        const Desk desk;
        std::ignore = desk.add(u"Printers"_s, u"words"_s);
        std::ignore = desk.update();
        desk.put(weekFile, "mine now");
        QCOMPARE(desk.update().written, 0); // it stays as it is until the note changes
        QCOMPARE(desk.read(weekFile), "mine now"_ba);
        QVERIFY(QFile::remove(desk.place(weekFile)));
        QCOMPARE(desk.update().written, 1);
    }

    void leavesOtherFilesAlone()
    {
        const Desk desk;
        desk.put(weekFile, "# My own\n");
        desk.put(u"2026-w47-ink.MD"_s, "own");
        desk.put(u"2026-W47-paper/own.txt"_s, "own");
        for (const auto &title : {u"Printers"_s, u"Paper"_s})
            std::ignore = desk.add(title, u"words"_s);
        std::ignore = desk.update();
        const NoteHeader gone = valueOf(desk.library->notes()).front();
        valueOf(desk.library->removeNotes({gone.id}));
        std::ignore = desk.update();
        QCOMPARE(desk.read(weekFile), "# My own\n"_ba);
        QCOMPARE(desk.read(u"2026-W47-paper/own.txt"_s), "own"_ba);
        QCOMPARE(desk.files().size(), 4);
        QVERIFY(desk.files().contains(gone.fields.title == u"Paper" ? u"2026-W47-printers-2.md"_s
                                                                    : u"2026-W47-paper-2.md"_s));
    }

    void whatWasEditedIsKeptBeside()
    {
        const Desk desk;
        NoteHeader note = desk.add(u"Printers"_s, u"one"_s);
        std::ignore = desk.update();
        for (const auto &[edited, name] : {std::pair("mine"_ba, u"2026-W47-printers.edited.md"_s),
                                           std::pair("mine again"_ba, u"2026-W47-printers.edited-2.md"_s)}) {
            desk.put(weekFile, edited);
            note = desk.save(note, u"Printers"_s, u"two, "_s + QString::fromUtf8(edited));
            QCOMPARE(desk.update().kept, QStringList{desk.place(name)});
            QCOMPARE(desk.read(name), edited);
            QVERIFY(desk.read(weekFile).endsWith("two, " + edited + '\n'));
        }
        QVERIFY(desk.update().kept.isEmpty());
        QCOMPARE(desk.files().size(), 3);
    }

    void aNoteInTheBinHasNoFile()
    {
        const Desk desk;
        const NoteHeader note = desk.add(u"Printers"_s, u"![a](images/a.png)"_s, {{u"images/a.png"_s, picture}});
        std::ignore = desk.update();
        QCOMPARE(desk.files().size(), 2);
        valueOf(desk.library->removeNotes({note.id}));
        QCOMPARE(desk.update(), (CopyOutcome{.notes = 0, .written = 0, .removed = 1, .kept = {}}));
        QVERIFY(desk.files().isEmpty());
        QVERIFY(!QFileInfo::exists(desk.place(u"2026-W47-printers"_s)));
        valueOf(desk.library->restoreNotes({note.id}));
        QCOMPARE(desk.update().written, 1);

        desk.put(weekFile, "mine");
        valueOf(desk.library->removeNotes({note.id}));
        QCOMPARE(desk.update().removed, 0);
        QCOMPARE(desk.read(weekFile), "mine"_ba);
    }

    void imagesStandBeside()
    {
        const Desk desk;
        NoteHeader note = desk.add(u"Printers"_s, u"![a press](images/a.png) ![](<b c.png> \"T\") ![no](no.png)\n"_s,
                                   {{u"images/a.png"_s, picture}, {u"b c.png"_s, picture + "2"}});
        std::ignore = desk.update();
        QCOMPARE(desk.files(),
                 (QStringList{weekFile, u"2026-W47-printers/b c.png"_s, u"2026-W47-printers/images/a.png"_s}));
        QCOMPARE(desk.read(u"2026-W47-printers/images/a.png"_s), picture);
        QVERIFY(desk.read(weekFile).endsWith(
            "\n![a press](2026-W47-printers/images/a.png) ![](<2026-W47-printers/b c.png> \"T\") ![no](no.png)\n"));
        valueOf(desk.library->addImage(note.id, {u"images/a.png"_s, picture + "3"}));
        note = desk.save(note, u"Printers"_s, u"![a press](images/a.png)\n"_s);
        std::ignore = desk.update();
        QCOMPARE(desk.files(), (QStringList{weekFile, u"2026-W47-printers/images/a.png"_s}));
        QCOMPARE(desk.read(u"2026-W47-printers/images/a.png"_s), picture + "3");
        std::ignore = desk.save(note, u"Printers"_s, u"No more."_s);
        std::ignore = desk.update();
        QCOMPARE(desk.files(), QStringList{weekFile});
        QVERIFY(!QFileInfo::exists(desk.place(u"2026-W47-printers"_s)));
    }

    void privatePassagesKeepTheirMark()
    {
        const Desk desk;
        const QString words = u"Open.\n\n<!-- private\nHidden.\n-->\n"_s;
        std::ignore = desk.add(u"Printers"_s, words);
        std::ignore = desk.update();
        const auto matter = valueOf(Markdown::splitFrontMatter(QString::fromUtf8(desk.read(weekFile))));
        QCOMPARE(matter.body.trimmed(), words.trimmed());
        QCOMPARE(matter.values.value(u"title"_s).toString(), u"Printers"_s);
    }

    void theCopyReadsBackAsTheSameNotes()
    {
        const Desk desk;
        const QString words = u"A text, ‘quoted’.\n\n![a press](images/a.png)\n\n<!-- private\nHidden.\n-->\n"_s;
        valueOf(desk.library->addNote(fullFields(), text(words), {}, {{u"images/a.png"_s, picture}}));
        NoteFields post = titled(u"A post"_s);
        post.kind = NoteKind::Post;
        valueOf(desk.library->addNote(post, text(u"Some words.\n"_s)));
        std::ignore = desk.update();
        ImportOptions options;
        options.today = desk.clock.today();
        const auto batch = valueOf(readArchive({desk.root}, options));
        QCOMPARE(batch.notes.size(), 2U);
        QVERIFY(batch.skipped.empty());
        const NoteDraft &fortnight = batch.notes[0].draft;
        QCOMPARE(fortnight.fields, fullFields());
        QCOMPARE(fortnight.text, words);
        QCOMPARE(fortnight.images.size(), 1U);
        QCOMPARE(fortnight.images[0].name, u"images/a.png"_s);
        QCOMPARE(batch.notes[1].draft.fields, post);
        QCOMPARE(batch.notes[1].draft.text, u"Some words.\n"_s);
    }

    void namesOfImagesLeadNowhereElse()
    {
        const Desk desk;
        const NoteHeader note = desk.add(u"Printers"_s, u"![](.git/config) ![](a/.b.png) ![](../up.png) ![](/tmp/x)"_s);
        for (const auto &name : {u".git/config"_s, u"a/.b.png"_s, QString(300, u'x')})
            std::ignore = desk.library->addImage(note.id, {name, picture});
        std::ignore = desk.update();
        std::ignore = desk.save(note, u"Printers"_s, u"![]("_s + QString(300, u'x') + u')');
        std::ignore = desk.update();
        QCOMPARE(desk.files(), QStringList{weekFile});
    }

    void goesThroughNoLink()
    {
        const Desk desk;
        NoteHeader note = desk.add(u"Printers"_s, u"![](images/a.png)"_s, {{u"images/a.png"_s, picture}});
        std::ignore = desk.update();
        QVERIFY(QDir().mkpath(desk.path(u"outside"_s)));
        QVERIFY(QDir(desk.place(u"2026-W47-printers"_s)).removeRecursively());
        QVERIFY(QFile::link(desk.path(u"outside"_s), desk.place(u"2026-W47-printers"_s)));
        QFile victim(desk.path(u"victim.md"_s));
        QVERIFY(victim.open(QIODevice::WriteOnly));
        victim.write("not yours");
        victim.close();
        QVERIFY(QFile::remove(desk.place(weekFile)));
        QVERIFY(QFile::link(victim.fileName(), desk.place(weekFile)));
        note = desk.save(note, u"Printers"_s, u"New ![](images/a.png)"_s);
        std::ignore = desk.update();
        valueOf(desk.library->removeNotes({note.id}));
        std::ignore = desk.update();
        QVERIFY(QDir(desk.path(u"outside"_s)).isEmpty());
        QVERIFY(victim.open(QIODevice::ReadOnly));
        QCOMPARE(victim.readAll(), "not yours"_ba);
        QVERIFY(QFileInfo(desk.place(weekFile)).isSymLink());
    }

    void aForgedRecordLeadsNowhereElse()
    {
        const Desk desk;
        QFile victim(desk.path(u"victim.md"_s));
        QVERIFY(victim.open(QIODevice::WriteOnly));
        victim.close();
        const QByteArray empty = QCryptographicHash::hash({}, QCryptographicHash::Sha256).toHex();
        QByteArray record = R"({"library": "", "notes": {
            "0192d0c0-0000-7000-8000-000000000000": {"file": "../victim.md", "digest": "EMPTY"},
            "0192d0c0-0000-7000-8000-000000000001": {"file": "a.md", "images": {"a/../../victim.md": "EMPTY"}}}})";
        desk.put(u".weeknotes-copy"_s, record.replace("EMPTY", empty));
        std::ignore = desk.update();
        QVERIFY(victim.exists());
        desk.put(u".weeknotes-copy"_s, "{ no JSON");
        std::ignore = desk.update();
    }

    void aRenamedFileIsFollowed()
    {
        const Desk desk;
        const NoteHeader note = desk.add(u"Printers"_s, u"![](a.png)"_s, {{u"a.png"_s, picture}});
        std::ignore = desk.update();
        QVERIFY(QFile::rename(desk.place(weekFile), desk.place(u"presses.md"_s)));
        QVERIFY(desk.update().kept.isEmpty());
        QCOMPARE(desk.files(), (QStringList{u"presses.md"_s, u"presses/a.png"_s}));
        std::ignore = desk.save(note, u"Printers"_s, u"Other words"_s);
        std::ignore = desk.update();
        QCOMPARE(desk.files(), QStringList{u"presses.md"_s});
    }

    void anotherLibrarysCopyIsRefused()
    {
        Desk desk;
        std::ignore = desk.add(u"Printers"_s, u"words"_s);
        std::ignore = desk.update();
        desk.library.reset();
        QVERIFY(QDir(desk.path()).removeRecursively());
        desk.library = desk.open();
        QCOMPARE(desk.failure().kind, Error::Kind::Exists);
        QVERIFY(desk.read(weekFile).endsWith("words\n"));
    }

    void stopsAndGoesOn()
    {
        const Desk desk;
        for (int i = 0; i < 5; ++i)
            std::ignore = desk.add(u"Note %1"_s.arg(i), u"words"_s);
        const auto stopped = updateMarkdownCopy(*desk.library, desk.root, [](int done, int) { return done < 2; });
        QCOMPARE(stopped.error_or(Error()).kind, Error::Kind::Stopped);
        QCOMPARE(desk.files().size(), 2);
        QCOMPARE(desk.update(), (CopyOutcome{.notes = 5, .written = 3, .removed = 0, .kept = {}}));
    }

    void aFolderThatIsAwayIsNotMade()
    {
        Desk desk;
        std::ignore = desk.add(u"Printers"_s, u"words"_s);
        desk.root = desk.path(u"drive/copy"_s);
        QCOMPARE(desk.failure().kind, Error::Kind::NotWritable);
        QVERIFY(!QFileInfo::exists(desk.path(u"drive"_s)));
        QVERIFY(QDir().mkdir(desk.path(u"drive"_s)));
        QCOMPARE(desk.update().written, 1);
    }

    void keepsApartFromTheLibrary()
    {
        Desk desk;
        for (const auto &folder : {desk.path(), desk.path() + u"/copy"_s, desk.folder.path(), u"/"_s}) {
            desk.root = folder;
            QCOMPARE(desk.failure().kind, Error::Kind::BadValue);
        }
        QVERIFY(QFile::link(desk.path(), desk.path(u"link"_s)));
        desk.root = desk.path(u"link/copy"_s);
        QCOMPARE(desk.failure().kind, Error::Kind::BadValue);
        QVERIFY(isApart(desk.path(), desk.path() + u"-copy"_s));
    }
};

QTEST_GUILESS_MAIN(TestMarkdownCopy)
#include "tst_markdowncopy.moc"
