// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/importnotes.h"
#include "notebook/storedtextof.h"
#include "storage/libraryfixture.h"

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

private Q_SLOTS:
    void bringsThemOnce()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const std::vector drafts{draft(u"a"_s, u"# One"_s, "1"), draft(u"b"_s, u"Two words"_s, "2")};
        const ImportOutcome first = importNotes(*library, drafts, m_today);
        QCOMPARE(fates(first), (std::vector{Fate::Imported, Fate::Imported}));
        QCOMPARE(first.imported, 2);
        QCOMPARE(valueOf(library->note(first.drafts[1].id)).header.words, 2);
        const ImportOutcome second = importNotes(*library, drafts, m_today);
        QCOMPARE(fates(second), (std::vector{Fate::Unchanged, Fate::Unchanged}));
        QCOMPARE(second.drafts[0].id, first.drafts[0].id);
        QCOMPARE(valueOf(library->notes()).size(), 2);
    }

    void updatesWhatChangedThereAndKeepsWhatChangedHere()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const auto first = importNotes(
            *library, {draft(u"a"_s, u"old"_s, "1"), draft(u"b"_s, u"old"_s, "1"), draft(u"c"_s, u"old"_s, "1")},
            m_today);
        const auto edit = [&](size_t i) {
            const NoteHeader header = valueOf(library->note(first.drafts[i].id)).header;
            valueOf(library->saveNote(header.id, header.revision, header.fields, storedTextOf(u"mine"_s, m_today)));
        };
        edit(1);
        edit(2);
        const auto second = importNotes(
            *library, {draft(u"a"_s, u"new"_s, "2"), draft(u"b"_s, u"new"_s, "2"), draft(u"c"_s, u"old"_s, "1")},
            m_today);
        QCOMPARE(fates(second), (std::vector{Fate::Updated, Fate::Kept, Fate::Unchanged}));
        QCOMPARE(second.updated + second.kept + second.unchanged, 3);
        QCOMPARE(valueOf(library->note(first.drafts[0].id)).text, u"new"_s);
        QCOMPARE(valueOf(library->note(first.drafts[1].id)).text, u"mine"_s);
        QCOMPARE(valueOf(library->versions(first.drafts[0].id)).size(), 1);
        // What an import wrote is no edit: the next one may replace it.
        QCOMPARE(fates(importNotes(*library, {draft(u"a"_s, u"newer"_s, "3")}, m_today)), std::vector{Fate::Updated});
    }

    void neverTakesTwoNotesWithoutSourceForOne()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteDraft sourceless{titled(u"A"_s), u"x"_s, {}, {}};
        QCOMPARE(importNotes(*library, {sourceless, sourceless}, m_today).imported, 2);
    }

    void neverOverwritesWhatItHasJustBrought()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const std::vector drafts{draft(u"a"_s, u"one"_s, "1"), draft(u"a"_s, u"another"_s, "2")};
        const auto outcome = importNotes(*library, drafts, m_today);
        QCOMPARE(fates(outcome), (std::vector{Fate::Imported, Fate::Failed}));
        QCOMPARE(valueOf(library->note(outcome.drafts[0].id)).text, u"one"_s);
    }

    void reportsOneThatFailsAndGoesOn()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        NoteDraft bad = draft(u"a"_s, u"x"_s, "1");
        bad.images = {{u"../../a.png"_s, "x"}};
        const auto outcome = importNotes(*library, {bad, draft(u"b"_s, u"y"_s, "1")}, m_today);
        QCOMPARE(fates(outcome), (std::vector{Fate::Failed, Fate::Imported}));
        QCOMPARE(outcome.drafts[0].error.kind, Error::Kind::BadValue);
        QVERIFY(outcome.drafts[0].id.isNull());
        QCOMPARE(outcome.failed, 1);
    }

    void stopsWhenAskedOrHopeless()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        std::vector<NoteDraft> drafts;
        for (int i = 0; i < 5; ++i)
            drafts.push_back(draft(QString::number(i), u"x"_s, "1"));
        std::vector<int> told;
        const auto stopped = importNotes(*library, drafts, m_today, [&](int done, int total) {
            told.push_back(done * 10 + total);
            return done < 3;
        });
        QCOMPARE(stopped.imported, 3);
        QCOMPARE(told, (std::vector{15, 25, 35}));
        const auto readOnly = fixture.open(Library::Access::ReadOnly);
        const auto refused = importNotes(*readOnly, drafts, m_today);
        QCOMPARE(refused.unchanged, 3);
        QCOMPARE(refused.failed, 1);
        QCOMPARE(refused.drafts.back().error.kind, Error::Kind::NotWritable);
    }
};

QTEST_GUILESS_MAIN(TestImportNotes)
#include "tst_importnotes.moc"
