// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/importnotes.h"
#include "notebook/storedtextof.h"
#include "storage/libraryfixture.h"

#include <QCryptographicHash>

using namespace Weeknotes;
using namespace Weeknotes::Test;
using Fate = ImportedDraft::Fate;

class TestImportNotes : public QObject
{
    Q_OBJECT

    const QDate m_today{2026, 11, 20};

    [[nodiscard]] static NoteDraft draft(const QString &key, const QString &words, const QByteArray &hash)
    {
        return {titled(key), words, {u"markdown"_s, key, hash}, {}};
    }
    [[nodiscard]] static std::vector<Fate> fates(const ImportOutcome &outcome)
    {
        std::vector<Fate> all;
        for (const ImportedDraft &one : outcome.drafts)
            all.push_back(one.fate);
        return all;
    }

    static Result<QByteArray> readFile(const DraftImage &image)
    {
        QFile file(image.path);
        if (!file.open(QIODevice::ReadOnly))
            return std::unexpected(Error{.kind = Error::Kind::NotReadable, .subject = image.path});
        return file.readAll();
    }

private Q_SLOTS:
    void bringsThemOnce()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const std::vector drafts{draft(u"a"_s, u"# One"_s, "1"), draft(u"b"_s, u"Two words"_s, "2")};
        const ImportOutcome first = importNotes(*library, {drafts}, m_today);
        QCOMPARE(fates(first), (std::vector{Fate::Imported, Fate::Imported}));
        QCOMPARE(first.imported, 2);
        QCOMPARE(valueOf(library->note(first.drafts[1].id)).header.words, 2);
        const ImportOutcome second = importNotes(*library, {drafts}, m_today);
        QCOMPARE(fates(second), (std::vector{Fate::Unchanged, Fate::Unchanged}));
        QCOMPARE(second.drafts[0].id, first.drafts[0].id);
        QCOMPARE(valueOf(library->notes()).size(), 2);
    }

    void updatesWhatChangedThereAndKeepsWhatChangedHere()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const auto first = importNotes(
            *library, {{draft(u"a"_s, u"old"_s, "1"), draft(u"b"_s, u"old"_s, "1"), draft(u"c"_s, u"old"_s, "1")}},
            m_today);
        const auto edit = [&](size_t i) {
            const NoteHeader header = valueOf(library->note(first.drafts[i].id)).header;
            valueOf(library->saveNote(header.id, header.revision, header.fields, storedTextOf(u"mine"_s, m_today)));
        };
        edit(1);
        edit(2);
        const auto second = importNotes(
            *library, {{draft(u"a"_s, u"new"_s, "2"), draft(u"b"_s, u"new"_s, "2"), draft(u"c"_s, u"old"_s, "1")}},
            m_today);
        QCOMPARE(fates(second), (std::vector{Fate::Updated, Fate::Kept, Fate::Unchanged}));
        QCOMPARE(second.updated + second.kept + second.unchanged, 3);
        QCOMPARE(valueOf(library->note(first.drafts[0].id)).text, u"new"_s);
        QCOMPARE(valueOf(library->note(first.drafts[1].id)).text, u"mine"_s);
        QCOMPARE(valueOf(library->versions(first.drafts[0].id)).size(), 1);
        // Where both changed, both are kept.
        const auto history = valueOf(library->versions(first.drafts[1].id));
        QCOMPARE(valueOf(library->versionText(history.front().id)), u"new"_s);
        QCOMPARE(fates(importNotes(*library, {{draft(u"b"_s, u"new"_s, "2")}}, m_today)), std::vector{Fate::Unchanged});
        const ImportOrder theirs{{draft(u"b"_s, u"newer"_s, "3")}, {}, {0}};
        QCOMPARE(fates(foreseeImport(*library, {theirs.drafts})), std::vector{Fate::Kept});
        QCOMPARE(fates(foreseeImport(*library, theirs)), std::vector{Fate::Updated});
        QCOMPARE(fates(importNotes(*library, theirs, m_today)), std::vector{Fate::Updated});
        QCOMPARE(valueOf(library->note(first.drafts[1].id)).text, u"newer"_s);
        // What an import wrote is no edit: the next one may replace it.
        QCOMPARE(fates(importNotes(*library, {{draft(u"a"_s, u"newer"_s, "3")}}, m_today)), std::vector{Fate::Updated});
    }

    void knowsAnArchiveThatMoved()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const auto moved = [](NoteDraft draft, const QString &key) {
            draft.source.key = key;
            return draft;
        };
        const NoteDraft one = draft(u"old/a"_s, u"one"_s, "1");
        const NoteDraft two = draft(u"old/b"_s, u"two"_s, "2");
        const auto first = importNotes(*library, {{one, two}}, m_today);
        const NoteHeader edited = valueOf(library->note(first.drafts[0].id)).header;
        valueOf(library->saveNote(edited.id, edited.revision, edited.fields, storedTextOf(u"mine"_s, m_today)));

        const std::vector drafts{moved(one, u"new/a"_s), moved(two, u"new/b"_s)};
        QCOMPARE(foreseeImport(*library, {drafts}).unchanged, 2);
        const auto second = importNotes(*library, {drafts}, m_today);
        QCOMPARE(fates(second), (std::vector{Fate::Unchanged, Fate::Unchanged}));
        QCOMPARE(second.drafts[0].id, first.drafts[0].id);
        QCOMPARE(valueOf(library->notes()).size(), 2);
        const NoteHeader now = valueOf(library->note(edited.id)).header;
        QCOMPARE(now.source.key, u"new/a"_s);
        QCOMPARE(now.revision, edited.revision + 1);
        // The new place is known from now on, and what was edited here still is.
        NoteDraft newer = moved(one, u"new/a"_s);
        newer.source.contentHash = "3";
        QCOMPARE(fates(importNotes(*library, {{newer}}, m_today)), std::vector{Fate::Kept});
    }

    void knowsNoneByContentAlone()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        NoteDraft first = draft(u"a"_s, u"x"_s, "1");
        NoteDraft twin = first;
        twin.source.key = u"twin"_s; // equal files of one archive are two notes, wherever it moves
        QCOMPARE(fates(importNotes(*library, {{first, twin}}, m_today)), (std::vector{Fate::Imported, Fate::Imported}));
        first.source.key = u"moved/a"_s;
        twin.source.key = u"moved/twin"_s;
        QCOMPARE(fates(importNotes(*library, {{first, twin}}, m_today)),
                 (std::vector{Fate::Unchanged, Fate::Unchanged}));
        NoteDraft renamed = draft(u"b"_s, u"x"_s, "1");
        NoteDraft hashless = first;
        hashless.source = {u"markdown"_s, u"c"_s, {}};
        QCOMPARE(importNotes(*library, {{renamed, hashless}}, m_today).imported, 2);
    }

    void readsImagesWhenTheyAreWritten()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const QString path = fixture.folder.filePath(u"a.png"_s);
        const auto put = [&](const QByteArray &bytes) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        };
        NoteDraft pictured = draft(u"a"_s, u"![](images/a.png)"_s, "1");
        pictured.images = {
            {u"images/a.png"_s, path, 5, QCryptographicHash::hash("bytes", QCryptographicHash::Sha256), {}}};
        for (const QByteArray &other : {"other"_ba, "bytes and more"_ba}) {
            put(other);
            const auto refused = importNotes(*library, {{pictured}, readFile}, m_today);
            QCOMPARE(refused.failed, 1);
            QCOMPARE(refused.drafts[0].error.kind, Error::Kind::Conflict);
        }
        put("bytes");
        const auto brought = importNotes(*library, {{pictured}, readFile}, m_today);
        QCOMPARE(brought.imported, 1);
        QCOMPARE(valueOf(library->image(brought.drafts[0].id, u"images/a.png"_s)), "bytes"_ba);
        QVERIFY(QFile::remove(path)); // what is here already needs no reading
        QCOMPARE(fates(importNotes(*library, {{pictured}, readFile}, m_today)), std::vector{Fate::Unchanged});
        pictured.source.contentHash = "2";
        QCOMPARE(importNotes(*library, {{pictured}, readFile}, m_today).drafts[0].error.kind, Error::Kind::NotReadable);
    }

    void neverTakesTwoNotesWithoutSourceForOne()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteDraft sourceless{titled(u"A"_s), u"x"_s, {}, {}};
        QCOMPARE(importNotes(*library, {{sourceless, sourceless}}, m_today).imported, 2);
    }

    void neverOverwritesWhatItHasJustBrought()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const std::vector drafts{draft(u"a"_s, u"one"_s, "1"), draft(u"a"_s, u"another"_s, "2")};
        const auto outcome = importNotes(*library, {drafts}, m_today);
        QCOMPARE(fates(outcome), (std::vector{Fate::Imported, Fate::Failed}));
        QCOMPARE(valueOf(library->note(outcome.drafts[0].id)).text, u"one"_s);
    }

    void reportsOneThatFailsAndGoesOn()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        NoteDraft bad = draft(u"a"_s, u"x"_s, "1");
        const QString path = fixture.folder.filePath(u"a.png"_s);
        QFile image(path);
        QVERIFY(image.open(QIODevice::WriteOnly));
        image.close();
        bad.images = {{u"../../a.png"_s, path, 0, QCryptographicHash::hash({}, QCryptographicHash::Sha256), {}}};
        const auto outcome = importNotes(*library, {{bad, draft(u"b"_s, u"y"_s, "1")}, readFile}, m_today);
        QCOMPARE(fates(outcome), (std::vector{Fate::Failed, Fate::Imported}));
        QCOMPARE(outcome.drafts[0].error.kind, Error::Kind::BadValue);
        QVERIFY(outcome.drafts[0].id.isNull());
        QCOMPARE(outcome.failed, 1);
    }

    void adoptsTheHabitOfTitlesOnce()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const auto numbered = [](int season, int episode, const QString &title) {
            NoteDraft one = draft(title.arg(season).arg(episode), u"x"_s, "1");
            one.fields.number = {season, episode, {}};
            return one;
        };
        std::vector<NoteDraft> drafts;
        for (int episode = 1; episode <= 3; ++episode)
            drafts.push_back(numbered(3, episode, u"S%1 Ep%2: tea"_s));
        QCOMPARE(importNotes(*library, {{drafts[0], drafts[1]}}, m_today).titlePattern, QString());
        const QString pattern = u"S{season} Ep{episode}: {title}"_s;
        QCOMPARE(importNotes(*library, {drafts}, m_today).titlePattern, pattern);
        QCOMPARE(valueOf(library->settings()).titlePattern, pattern);

        drafts.clear(); // what is set stays, whatever comes
        for (int episode = 1; episode <= 3; ++episode)
            drafts.push_back(numbered(4, episode, u"%1.%2 — ink"_s));
        QCOMPARE(importNotes(*library, {drafts}, m_today).titlePattern, QString());
        QCOMPARE(valueOf(library->settings()).titlePattern, pattern);
    }

    void takesAWholeImportBack()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        std::ignore =
            importNotes(*library, {{draft(u"old"_s, u"first"_s, "1"), draft(u"mine"_s, u"theirs"_s, "1")}}, m_today);
        auto before = valueOf(library->notes());
        const auto indexOf = [&](const QString &title) {
            return std::ranges::find(before, title, [](const NoteHeader &note) { return note.fields.title; });
        };
        const NoteHeader mine = *indexOf(u"mine"_s);
        valueOf(library->saveNote(mine.id, mine.revision, mine.fields, storedTextOf(u"my words"_s, m_today)));
        const std::vector drafts{draft(u"old"_s, u"second"_s, "2"), draft(u"mine"_s, u"other"_s, "2"),
                                 draft(u"new"_s, u"words"_s, "1"), draft(u"edited"_s, u"words"_s, "1")};
        const auto outcome = importNotes(*library, {drafts, {}, {1}}, m_today);
        QCOMPARE(outcome.updated, 2);
        QCOMPARE(outcome.imported, 2);
        const NoteHeader edited = valueOf(library->note(outcome.drafts[3].id)).header;
        valueOf(library->saveNote(edited.id, edited.revision, edited.fields, storedTextOf(u"more"_s, m_today)));

        QCOMPARE(valueOf(takeBack(*library, outcome)), std::vector{edited.id});
        QCOMPARE(valueOf(library->notes()).size(), 3);
        QCOMPARE(valueOf(library->note(indexOf(u"old"_s)->id)).text, u"first"_s);
        QCOMPARE(valueOf(library->note(mine.id)).text, u"my words"_s);
        QCOMPARE(fates(foreseeImport(*library, {drafts})),
                 (std::vector{Fate::Updated, Fate::Kept, Fate::Imported, Fate::Unchanged}));
        QCOMPARE(valueOf(takeBack(*library, outcome)).size(), 3); // again, and nothing more goes
    }

    void stopsWhenAskedOrHopeless()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        std::vector<NoteDraft> drafts;
        for (int i = 0; i < 5; ++i)
            drafts.push_back(draft(QString::number(i), u"x"_s, "1"));
        std::vector<int> told;
        const auto stopped = importNotes(*library, {drafts}, m_today, [&](int done, int total) {
            told.push_back(done * 10 + total);
            return done < 3;
        });
        QCOMPARE(stopped.imported, 3);
        QCOMPARE(told, (std::vector{15, 25, 35}));
        const auto readOnly = fixture.open(Library::Access::ReadOnly);
        const auto refused = importNotes(*readOnly, {drafts}, m_today);
        QCOMPARE(refused.drafts.size(), 1);
        QCOMPARE(refused.drafts.back().error.kind, Error::Kind::NotWritable);
    }
};

QTEST_GUILESS_MAIN(TestImportNotes)
#include "tst_importnotes.moc"
