// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backups.h"
#include "storage/library.h"
#include "storage/libraryfixture.h"
#include "storage/restore.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <algorithm>
#include <set>

using namespace Weeknotes;
using namespace Weeknotes::Test;

/// What stands nowhere yet.
static NoteFields unpublished()
{
    NoteFields fields = fullFields();
    fields.published.reset();
    fields.canonical.clear();
    return fields;
}

class TestLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatItMade()
    {
        const LibraryFixture fixture;
        QCOMPARE(fixture.open()->folder(), fixture.path());
        QVERIFY(valueOf(fixture.open()->notes()).empty());
        QVERIFY(valueOf(fixture.open(Library::Access::ReadOnly)->notes()).empty());
        QVERIFY(valueOf(fixture.open()->verify()).empty());
    }

    void keepsEveryFieldOfANote()
    {
        const LibraryFixture fixture;
        const Provenance source{u"text"_s, u"archive.txt#3.09"_s, QByteArray("\x00\xff\x01", 3)};
        NoteHeader added;
        {
            const auto library = fixture.open();
            StoredText stored = text(u"One two three"_s);
            stored.sections = {{0, {}, u"One"_s}, {2, u"Tea"_s, u"two three"_s}};
            added = valueOf(library->addNote(fullFields(), stored, source));
        }
        QCOMPARE(added.fields, fullFields());
        QCOMPARE(added.revision, 1);
        QCOMPARE(added.words, 3);
        QCOMPARE(added.minutes, 1);
        QCOMPARE(added.created, fixture.clock.now());
        QCOMPARE(added.updated, fixture.clock.now());
        QCOMPARE(added.source, source);

        const auto library = fixture.open();
        const Note note = valueOf(library->note(added.id));
        QCOMPARE(note.header, added);
        QCOMPARE(note.text, u"One two three"_s);
        QCOMPARE(valueOf(library->notes()), std::vector{added});
        // The day of publication is the writer's, wherever the library is read.
        QCOMPARE(note.header.fields.published->date(), QDate(2026, 11, 17));
    }

    void keepsWhatIsAbsentAbsent()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader added = valueOf(library->addNote({}, {}));
        QCOMPARE(added.fields, NoteFields());
        QCOMPARE(valueOf(library->note(added.id)).text, QString());
        QVERIFY(!valueOf(library->noteBySource({})));
        valueOf(library->addNote({}, {})); // no source is not the same source
    }

    void refusesDaysThatIsoCannotWrite()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        NoteFields fields = titled(u"A"_s);
        const NoteHeader note = valueOf(library->addNote(fields, {}));
        fields.covers = Period{QDate(20199, 1, 1), QDate(20199, 1, 7)};
        QCOMPARE(library->addNote(fields, {}).error().kind, Error::Kind::BadValue);
        QCOMPARE(library->saveNote(note.id, note.revision, fields, {}).error().kind, Error::Kind::BadValue);
        fields.covers = Period{QDate(2026, 1, 7), QDate(2026, 1, 1)};
        QCOMPARE(library->addNote(fields, {}).error().kind, Error::Kind::BadValue);
        fields.covers.reset();
        fields.published = QDateTime(QDate(20199, 1, 1), QTime(12, 0), QTimeZone::UTC);
        QCOMPARE(library->addNote(fields, {}).error().kind, Error::Kind::BadValue);
        QCOMPARE(valueOf(library->notes()), std::vector{note});
    }

    void findsDaysThatAreNone()
    {
        const LibraryFixture fixture;
        const NoteHeader note = valueOf(fixture.open()->addNote(fullFields(), {}));
        {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"damage"_s);
            database.setDatabaseName(fixture.path(u"library/notes.sqlite"_s));
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u"UPDATE notes SET covers_from = '', covers_to = '', published = ''"_s));
        }
        QSqlDatabase::removeDatabase(u"damage"_s);
        const auto library = fixture.open();
        QVERIFY(!valueOf(library->notes()).front().fields.covers);
        QVERIFY(!valueOf(library->notes()).front().fields.published);
        QCOMPARE(valueOf(library->verify()),
                 (std::vector{Finding{Finding::Kind::Day, note.fields.title, note.id.toString()}}));
    }

    void listsNewestFirst()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        for (const int day : {9, 23, 2, 16}) {
            NoteFields fields = titled(QString::number(day));
            fields.covers = Period{QDate(2026, 11, day), QDate(2026, 11, day).addDays(6)};
            valueOf(library->addNote(fields, text(u"x"_s)));
        }
        QStringList titles;
        for (const NoteHeader &note : valueOf(library->notes()))
            titles << note.fields.title;
        QCOMPARE(titles, QStringList({u"23"_s, u"16"_s, u"9"_s, u"2"_s}));
    }

    void handsEachNoteOutWithItsText()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        std::vector<Note> wanted;
        for (const QString &word : {u"one"_s, u"two"_s, u"three"_s})
            wanted.push_back({valueOf(library->addNote(fullFields(), text(word))), word});
        QVERIFY(library->removeNotes({wanted[1].header.id}));
        wanted.erase(wanted.begin() + 1);
        std::vector<Note> met;
        QVERIFY(library->eachNote([&met](const Note &note) { met.push_back(note); }));
        std::ranges::sort(met, {}, [](const Note &note) { return note.header.id; });
        QCOMPARE(met, wanted);
    }

    void handsNotesOutInParts()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        for (int i = 0; i < Library::notesInPart + 1; ++i)
            valueOf(library->addNote(titled(QString::number(i)), text(u"words"_s)));
        std::set<QString> met;
        const auto meet = [&met](const Note &note) { QVERIFY(met.insert(note.header.fields.title).second); };
        const qint64 last = valueOf(library->someNotes(0, meet));
        QCOMPARE(met.size(), Library::notesInPart);
        valueOf(library->addNote(titled(u"late"_s), text(u"words"_s)));
        QCOMPARE(valueOf(library->someNotes(valueOf(library->someNotes(last, meet)), meet)), 0);
        QCOMPARE(met.size(), Library::notesInPart + 2);
        QVERIFY(met.contains(u"late"_s));
    }

    void changesTheFieldsOfAllOrOfNone()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader a = valueOf(library->addNote(titled(u"Apples"_s), text(u"one"_s)));
        const NoteHeader b = valueOf(library->addNote(titled(u"Pears"_s), text(u"two"_s)));
        NoteFields plums = titled(u"Plums"_s);
        plums.tags = {u"fruit"_s};
        plums.number = {.season = 4, .episode = 2};
        QCOMPARE(library->changeFields({{a.id, 1, plums}, {b.id, 7, plums}}).error().kind, Error::Kind::Conflict);
        QCOMPARE(valueOf(library->note(a.id)).header, a);

        const auto changed = valueOf(library->changeFields({{b.id, 1, b.fields}, {a.id, 1, plums}}));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed[0].id, b.id);
        QCOMPARE(changed[1].fields, plums);
        QCOMPARE(changed[1].revision, 2);
        QCOMPARE(changed[1].words, a.words);
        QCOMPARE(valueOf(library->note(a.id)), (Note{changed[1], u"one"_s}));
        QCOMPARE(valueOf(library->search(u"apples"_s, 9)).size(), 0);
        QCOMPARE(valueOf(library->search(u"plums"_s, 9)).size(), 1);
        QCOMPARE(valueOf(library->search(u"fruit one"_s, 9)).size(), 1);
        QVERIFY(valueOf(library->verify()).empty());
    }

    void savesOverTheRevisionItStartedFrom()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader first = valueOf(library->addNote(fullFields(), text(u"one"_s)));
        NoteFields fields = titled(u"Second"_s);
        fields.tags = {u"b"_s, u"b"_s, u"a"_s};
        const NoteHeader second = valueOf(library->saveNote(first.id, 1, fields, text(u"one two"_s)));
        fields.tags = {u"b"_s, u"a"_s};
        QCOMPARE(second.fields, fields);
        QCOMPARE(second.revision, 2);
        QCOMPARE(second.words, 2);
        QCOMPARE(second.created, first.created);
        QCOMPARE(valueOf(library->note(first.id)).text, u"one two"_s);
    }

    void refusesToSaveOverSomebodyElse()
    {
        const LibraryFixture fixture;
        const auto mine = fixture.open();
        const auto theirs = fixture.open();
        const NoteHeader note = valueOf(mine->addNote(titled(u"A"_s), text(u"start"_s)));
        valueOf(theirs->saveNote(note.id, note.revision, titled(u"B"_s), text(u"theirs"_s)));
        const auto refused = mine->saveNote(note.id, note.revision, titled(u"C"_s), text(u"mine"_s));
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        const Note kept = valueOf(mine->note(note.id));
        QCOMPARE(kept.text, u"theirs"_s);
        QCOMPARE(kept.header.fields.title, u"B"_s);
        QVERIFY(valueOf(mine->search(u"mine"_s, 9)).empty());
        QCOMPARE(valueOf(mine->search(u"theirs"_s, 9)).size(), 1);
    }

    void forgetsANoteThatNobodyWroteIn()
    {
        LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader empty = valueOf(library->addNote(titled(u"5.9"_s), text({})));
        const NoteHeader written = valueOf(library->addNote(titled(u"B"_s), text(u"words"_s)));
        const NoteHeader named = valueOf(library->addNote(titled(u"C"_s), text({})));
        valueOf(library->saveNote(named.id, 1, titled(u"D"_s), text({})));
        const NoteHeader binned = valueOf(library->addNote(titled(u"E"_s), text({})));
        valueOf(library->removeNotes({binned.id}));
        valueOf(library->forgetNote(empty.id));
        QCOMPARE(library->note(empty.id).error().kind, Error::Kind::NotFound);
        for (const NoteHeader &note : {written, named, binned}) {
            QCOMPARE(library->forgetNote(note.id).error().kind, Error::Kind::Conflict);
            QVERIFY(library->note(note.id));
        }
        QCOMPARE(library->forgetNote(empty.id).error().kind, Error::Kind::NotFound);
        QVERIFY(valueOf(library->verify()).empty());
    }

    void keepsARemovedNoteInTheBin()
    {
        LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader note = valueOf(library->addNote(fullFields(), text(u"gone tomorrow"_s),
                                                         {u"text"_s, u"k"_s, "h"}, {{u"images/a.png"_s, "bytes"}}));
        const NoteHeader other = valueOf(library->addNote(titled(u"B"_s), text(u"stays"_s)));
        valueOf(library->removeNotes({note.id}));
        QCOMPARE(valueOf(library->notes()), std::vector{other});
        QVERIFY(valueOf(library->search(u"gone"_s, 9)).empty());
        QCOMPARE(valueOf(library->note(note.id)), (Note{note, u"gone tomorrow"_s}));
        QVERIFY(valueOf(library->noteBySource(note.source))->binned);
        fixture.advance(1h);
        valueOf(library->removeNotes({other.id}));
        QCOMPARE(valueOf(library->bin()),
                 (std::vector<BinnedNote>{{other, fixture.clock.now()}, {note, fixture.clock.now().addSecs(-3600)}}));
        QVERIFY(valueOf(library->verify()).empty());

        QCOMPARE(valueOf(library->restoreNotes({note.id})), std::vector{note});
        QCOMPARE(valueOf(library->notes()), std::vector{note});
        QCOMPARE(valueOf(library->search(u"gone"_s, 9)).size(), 1);
        QCOMPARE(valueOf(library->image(note.id, u"images/a.png"_s)), QByteArray("bytes"));
        QCOMPARE(library->restoreNotes({NoteId()}).error().kind, Error::Kind::NotFound);
        // Somebody who still writes it wants it.
        QCOMPARE(valueOf(library->saveNote(other.id, 1, titled(u"B"_s), text(u"after all"_s))).revision, 2);
        QVERIFY(valueOf(library->bin()).empty());
    }

    void binsAndRestoresAllOrNone()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader a = valueOf(library->addNote(titled(u"A"_s), text(u"one"_s)));
        const NoteHeader b = valueOf(library->addNote(titled(u"B"_s), text(u"two"_s)));
        QCOMPARE(library->removeNotes({a.id, NoteId()}).error().kind, Error::Kind::NotFound);
        QCOMPARE(valueOf(library->notes()).size(), 2);
        valueOf(library->removeNotes({a.id, b.id}));
        QVERIFY(valueOf(library->notes()).empty());
        QCOMPARE(library->restoreNotes({a.id, NoteId()}).error().kind, Error::Kind::NotFound);
        QVERIFY(valueOf(library->notes()).empty());
        QCOMPARE(valueOf(library->restoreNotes({a.id, b.id})), (std::vector{a, b}));
    }

    void emptiesTheBinOfWhatIsOld()
    {
        LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader old = valueOf(
            library->addNote(fullFields(), text(u"old"_s), {u"text"_s, u"k"_s, "h"}, {{u"images/a.png"_s, "bytes"}}));
        const NoteHeader young = valueOf(library->addNote(titled(u"B"_s), text(u"young"_s)));
        valueOf(library->setPublished(old.id, QUrl(u"https://example.org/a"_s), QDate(2026, 11, 20)));
        valueOf(library->removeNotes({old.id}));
        fixture.advance(20 * 24h);
        valueOf(library->removeNotes({young.id}));
        QCOMPARE(valueOf(library->expireBin(30)), 0);
        fixture.advance(365 * 24h); // as if the clock had jumped: nobody wrote here in all these days
        QCOMPARE(valueOf(library->expireBin(30)), 0);
        fixture.advance(-355 * 24h);
        for (int day = 0; day < 3; ++day) {
            QCOMPARE(valueOf(library->expireBin(30)), 0);
            fixture.advance(24h);
            valueOf(library->addNote(titled(u"C"_s), text(u"new"_s)));
        }
        QCOMPARE(valueOf(library->expireBin(30)), 1);
        QCOMPARE(library->note(old.id).error().kind, Error::Kind::NotFound);
        QCOMPARE(library->removeNotes({old.id}).error().kind, Error::Kind::NotFound);
        QCOMPARE(library->saveNote(old.id, 1, {}, {}).error().kind, Error::Kind::NotFound);
        QCOMPARE(valueOf(library->bin()).size(), 1);
        QVERIFY(valueOf(library->verify()).empty());
        valueOf(library->addNote(fullFields(), text(u"back"_s), {u"text"_s, u"k"_s, "h"}));
    }

    void aClockThatWentBackBringsNothingNearerToItsEnd()
    {
        LibraryFixture fixture;
        const NoteHeader note = valueOf(fixture.open()->addNote(titled(u"A"_s), text(u"words"_s)));
        constexpr auto years = 50 * 365 * 24h;
        fixture.advance(-years);
        valueOf(fixture.open()->removeNotes({note.id}));
        fixture.advance(years);
        for (int day = 0; day < 30; ++day) {
            QCOMPARE(valueOf(fixture.open()->expireBin(30)), 0);
            fixture.advance(24h);
            valueOf(fixture.open()->addNote(titled(u"B"_s), text(u"words"_s)));
        }
        fixture.advance(24h);
        QCOMPARE(valueOf(fixture.open()->expireBin(30)), 1);
    }

    void aClockThatJumpedAheadLetsGoOfNothing()
    {
        LibraryFixture fixture;
        NoteHeader note = valueOf(fixture.open()->addNote(titled(u"A"_s), text(u"words"_s)));
        const auto save = [&](const QString &words) {
            note = valueOf(fixture.open()->saveNote(note.id, note.revision, titled(u"A"_s), text(words)));
        };
        for (int day = 0; day < 10; ++day) {
            fixture.advance(24h);
            save(u"words of day %1"_s.arg(day));
        }
        valueOf(fixture.open()->removeNotes({valueOf(fixture.open()->addNote(titled(u"B"_s), text(u"words"_s))).id}));
        const auto versions = valueOf(fixture.open()->versions(note.id));
        QCOMPARE(versions.size(), 10);
        fixture.advance(3650 * 24h);
        for (int sitting = 0; sitting < 9; ++sitting) {
            save(u"words of sitting %1"_s.arg(sitting));
            QCOMPARE(valueOf(fixture.open()->expireBin(30)), 0);
            fixture.advance(31min);
        }
        const auto later = valueOf(fixture.open()->versions(note.id));
        QCOMPARE(later.size(), versions.size() + 9);
        QCOMPARE(valueOf(fixture.open()->bin()).size(), 1);
    }

    void keepsWhatEachSittingLeft()
    {
        LibraryFixture fixture;
        const auto library = fixture.open();
        NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text({})));
        const auto write = [&](const QString &words, std::chrono::milliseconds later) {
            fixture.advance(later);
            note = valueOf(library->saveNote(note.id, note.revision, titled(u"A"_s), text(words)));
        };
        const auto history = [&] {
            QStringList texts;
            for (const Version &version : valueOf(library->versions(note.id)))
                texts << valueOf(library->versionText(version.id));
            return texts;
        };
        write(u"one"_s, 29min);
        write(u"one two"_s, 29min);
        QCOMPARE(history(), QStringList());
        const QDateTime left = fixture.clock.now();
        write(u"one two three"_s, 30min);
        write(u"one two three four"_s, 1min);
        QCOMPARE(history(), QStringList{u"one two"_s});
        const Version version = valueOf(library->versions(note.id)).front();
        QCOMPARE(version.made, left);
        QCOMPARE(version.reason, Version::Reason::Sitting);
        write(u"one two three four"_s, 24h); // nothing is replaced
        QCOMPARE(history().size(), 1);
        write(u"five"_s, -48h); // a clock that jumped back
        QCOMPARE(history(), (QStringList{u"one two three four"_s, u"one two"_s}));
    }

    void keepsATextOfWhichMostGoesAtOnce()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const QString words = u"a week of work "_s.repeated(40);
        const NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(words)));
        valueOf(library->saveNote(note.id, 1, titled(u"A"_s), text(words.first(400))));
        QCOMPARE(valueOf(library->versions(note.id)).size(), 0);
        valueOf(library->saveNote(note.id, 2, titled(u"A"_s), text(u"x"_s)));
        const auto versions = valueOf(library->versions(note.id));
        QCOMPARE(versions.size(), 1);
        QCOMPARE(valueOf(library->versionText(versions[0].id)), words.first(400));
    }

    void keepsAVersionWhenTold()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(u"one"_s)));
        valueOf(library->keepVersion(note.id, Version::Reason::Restore));
        valueOf(library->keepVersion(note.id, Version::Reason::Sitting)); // it is there
        const auto versions = valueOf(library->versions(note.id));
        QCOMPARE(versions.size(), 1);
        QCOMPARE(versions[0].reason, Version::Reason::Restore);
        QCOMPARE(versions[0].title, u"A"_s);
        QCOMPARE(library->keepVersion(NoteId(), Version::Reason::Restore).error().kind, Error::Kind::NotFound);
    }

    void findsANoteByItsSource()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const Provenance source{u"markdown"_s, u"a.md"_s, "one"};
        const NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(u"first words here"_s), source));
        QCOMPARE(library->addNote(titled(u"A"_s), text(u"x"_s), source).error().kind, Error::Kind::Conflict);
        const auto found = valueOf(library->noteBySource({u"markdown"_s, u"a.md"_s, "another"}));
        QCOMPARE(found->header, note);
        QVERIFY(!found->editedSince);
        QVERIFY(!valueOf(library->noteBySource({u"text"_s, u"a.md"_s, {}})));

        valueOf(library->updateNote(note.id, 1, titled(u"B"_s), text(u"second words here"_s),
                                    {u"markdown"_s, u"a.md"_s, "two"}, {}));
        const auto updated = valueOf(library->noteBySource(source));
        QCOMPARE(updated->header.source.contentHash, QByteArray("two"));
        QVERIFY(!updated->editedSince);
        valueOf(library->saveNote(note.id, 2, titled(u"C"_s), text(u"edited"_s)));
        QVERIFY(valueOf(library->noteBySource(source))->editedSince);
        valueOf(library->saveNote(note.id, 3, titled(u"C"_s), text(u"edited on"_s)));

        const auto versions = valueOf(library->versions(note.id));
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions.front().revision, 2); // as it was imported last
        QCOMPARE(versions.back().reason, Version::Reason::Import);
        QCOMPARE(versions.back().revision, 1);
        QCOMPARE(versions.back().title, u"A"_s);
        QCOMPARE(valueOf(library->versionText(versions.back().id)), u"first words here"_s);
    }

    void publishes()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader note = valueOf(library->addNote(unpublished(), text(u"what went out"_s)));
        const QUrl address(u"https://example.org/notes/3-09"_s);
        const NoteHeader published = valueOf(library->setPublished(note.id, address, QDate(2026, 11, 18)));
        QCOMPARE(published.fields.status, NoteStatus::Published);
        QCOMPARE(published.fields.canonical, address);
        QCOMPARE(published.fields.published->date(), QDate(2026, 11, 18));
        QCOMPARE(published.fields.tags, note.fields.tags);
        QCOMPARE(published.revision, 2);
        const auto versions = valueOf(library->versions(note.id));
        QCOMPARE(versions.size(), 1);
        QCOMPARE(versions.front().reason, Version::Reason::Publish);
        QCOMPARE(valueOf(library->versionText(versions.front().id)), u"what went out"_s);
        // Again, somewhere else.
        valueOf(library->setPublished(note.id, QUrl(u"http://example.com/"_s), QDate(2026, 11, 20)));
        const NoteFields after = valueOf(library->note(note.id)).header.fields;
        QCOMPARE(after.published, published.fields.published);
        QCOMPARE(after.canonical, published.fields.canonical);
    }

    void publishesWhereThereIsNoAddress()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader note = valueOf(library->addNote(unpublished(), text(u"what went out"_s)));
        const NoteHeader published = valueOf(library->setPublished(note.id, std::nullopt, QDate(2026, 11, 18)));
        QCOMPARE(published.fields.status, NoteStatus::Published);
        QCOMPARE(published.fields.published->date(), QDate(2026, 11, 18));
        QVERIFY(published.fields.canonical.isEmpty());
        QVERIFY(valueOf(library->publications(note.id)).empty());
        QCOMPARE(valueOf(library->versions(note.id)).front().reason, Version::Reason::Publish);
        QCOMPARE(library->setPublished(note.id, QUrl(), QDate(2026, 11, 18)).error().kind, Error::Kind::BadValue);
    }

    void knowsWhereANoteStands()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader note = valueOf(library->addNote(unpublished(), text(u"what went out"_s)));
        QVERIFY(valueOf(library->publications(note.id)).empty());
        const QUrl first(u"https://example.org/notes/3-09"_s);
        const QUrl second(u"https://medium.example/@robin/3-09"_s);
        valueOf(library->setPublished(note.id, first, QDate(2026, 11, 18)));
        const NoteHeader both = valueOf(library->setPublished(note.id, second, QDate(2026, 11, 20)));
        valueOf(library->saveNote(note.id, both.revision, both.fields, text(u"what came to mind"_s)));
        auto places = valueOf(library->publications(note.id));
        QCOMPARE(places.size(), 2u);
        QCOMPARE(places[0], (Publication{second, fixture.clock.now(), true}));
        QCOMPARE(places[1].address, first);
        // Again to the same place.
        valueOf(library->setPublished(note.id, first, QDate(2026, 11, 20)));
        places = valueOf(library->publications(note.id));
        QCOMPARE(places.size(), 2u);
        QVERIFY(places[0].isChanged != places[1].isChanged);
        // The original is where the note still stands.
        QCOMPARE(valueOf(library->removePublication(note.id, first)).fields.canonical, second);
        QCOMPARE(valueOf(library->removePublication(note.id, second)).fields.canonical, QUrl());
        QCOMPARE(library->removePublication(note.id, second).error().kind, Error::Kind::NotFound);
        QCOMPARE(library->publications(NoteId(createUuidV7(1))).error().kind, Error::Kind::NotFound);
    }

    void knowsWhatChangedSinceItWentOut()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader note = valueOf(library->addNote(fullFields(), text(u"what went out"_s)));
        valueOf(library->addNote({}, text(u"nowhere"_s)));
        const auto changed = [&] {
            const auto all = valueOf(library->notes());
            const NoteHeader listed = *std::ranges::find(all, note.id, &NoteHeader::id);
            const NoteHeader read = valueOf(library->note(note.id)).header;
            return listed.changedSince == read.changedSince ? read.changedSince : QDate(1, 1, 1);
        };
        const QUrl there(u"https://example.org/notes/3-09"_s);
        valueOf(library->setPublished(note.id, there, QDate(2026, 11, 16)));
        NoteHeader now = valueOf(library->setPublished(note.id, QUrl(u"https://example.com/"_s), QDate(2026, 11, 18)));
        QCOMPARE(changed(), std::nullopt);
        now = valueOf(library->saveNote(note.id, now.revision, now.fields, text(u"what came to mind"_s)));
        QCOMPARE(now.changedSince, QDate(2026, 11, 18));
        QCOMPARE(changed(), QDate(2026, 11, 18));
        // One place is behind still.
        now = valueOf(library->setPublished(note.id, QUrl(u"https://example.com/"_s), QDate(2026, 11, 20)));
        QCOMPARE(now.changedSince, QDate(2026, 11, 16));
        now = valueOf(library->removePublication(note.id, there));
        QCOMPARE(now.changedSince, std::nullopt);
        // As it was is no change.
        now = valueOf(library->setPublished(note.id, there, QDate(2026, 11, 17)));
        now = valueOf(library->saveNote(note.id, now.revision, now.fields, text(u"more"_s)));
        now = valueOf(library->saveNote(note.id, now.revision, now.fields, text(u"what came to mind"_s)));
        QCOMPARE(changed(), std::nullopt);
        QCOMPARE(valueOf(library->notes()).size(), 2u);
    }

    void publishesNoPlaceThatIsNone_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("empty") << QString();
        QTest::newRow("word") << u"here"_s;
        QTest::newRow("script") << u"javascript:alert(1)"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s;
        QTest::newRow("no host") << u"https:///path"_s;
    }
    void publishesNoPlaceThatIsNone()
    {
        QFETCH(QString, address);
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader note = valueOf(library->addNote({}, {}));
        QCOMPARE(library->setPublished(note.id, QUrl(address), QDate(2026, 11, 20)).error().kind,
                 Error::Kind::BadValue);
        QCOMPARE(valueOf(library->note(note.id)).header, note);
    }

    void keepsADraftAside()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(u"theirs"_s)));
        const VersionId aside(createUuidV7(1));
        valueOf(library->keepAside(note.id, aside, 1, u"Mine"_s, u"my words"_s));
        valueOf(library->keepAside(note.id, aside, 1, u"Mine"_s, u"my words, and more"_s));
        const auto versions = valueOf(library->versions(note.id));
        QCOMPARE(versions.size(), 1);
        QCOMPARE(versions.front().reason, Version::Reason::Aside);
        QCOMPARE(valueOf(library->versionText(aside)), u"my words, and more"_s);
        QCOMPARE(valueOf(library->note(note.id)).text, u"theirs"_s);
        QCOMPARE(library->versionText(VersionId(createUuidV7(2))).error().kind, Error::Kind::NotFound);
        QCOMPARE(library->keepAside(NoteId(createUuidV7(3)), aside, 1, {}, {}).error().kind, Error::Kind::NotFound);
    }

    void keepsImages()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const QByteArray printer("\x89PNG printer\0\xff", 14);
        const NoteHeader note = valueOf(library->addNote({}, {}, {}, {{u"images/printer.png"_s, printer}}));
        const NoteHeader other = valueOf(library->addNote({}, {}));
        valueOf(library->addImage(other.id, {u"same.png"_s, printer}));
        QCOMPARE(valueOf(library->image(note.id, u"images/printer.png"_s)), printer);
        QCOMPARE(valueOf(library->image(other.id, u"same.png"_s)), printer);
        QCOMPARE(library->image(other.id, u"images/printer.png"_s).error().kind, Error::Kind::NotFound);
        QCOMPARE(library->image(NoteId(), u"same.png"_s).error().kind, Error::Kind::NotFound);
        QCOMPARE(QDir(fixture.path(u"library/images"_s)).entryList(QDir::Files).size(), 1);

        valueOf(library->addImage(note.id, {u"images/printer.png"_s, "another"}));
        QCOMPARE(valueOf(library->image(note.id, u"images/printer.png"_s)), QByteArray("another"));
        QCOMPARE(valueOf(library->image(other.id, u"same.png"_s)), printer);
    }

    void earlierVersionsKeepTheirImages()
    {
        const LibraryFixture fixture;
        auto library = fixture.open();
        const NoteHeader note = valueOf(
            library->addNote(titled(u"A"_s), text(u"one"_s), {u"file"_s, u"/a.md"_s, "1"}, {{u"a.png"_s, "first"}}));
        const auto image = [&] { return valueOf(library->image(note.id, u"a.png"_s)); };
        const auto files = [&] { return QDir(fixture.path(u"library/images"_s)).entryList(QDir::Files).size(); };
        valueOf(library->updateNote(note.id, 1, titled(u"A"_s), text(u"two"_s), {u"file"_s, u"/a.md"_s, "2"},
                                    {{u"a.png"_s, "second"}}));
        QCOMPARE(image(), QByteArray("second"));
        valueOf(library->tidyImages());
        QCOMPARE(files(), 2);
        valueOf(library->bringBackImages(note.id, 1));
        QCOMPARE(image(), QByteArray("first"));
        valueOf(library->bringBackImages(note.id, 2));
        QCOMPARE(image(), QByteArray("second"));
        QVERIFY(valueOf(library->verify()).empty());
        QCOMPARE(library->bringBackImages(NoteId(), 1).error().kind, Error::Kind::NotFound);

        // A backup has them too, and knows them when it is restored, where revisions count on.
        const Backup backup = valueOf(library->backUp(Backup::Reason::Hand));
        QVERIFY(valueOf(checkBackup(backup.path)).empty());
        library.reset();
        QVERIFY(QDir(fixture.path(u"library/images"_s)).removeRecursively());
        QVERIFY(valueOf(restoreBackup(backup.path, fixture.path(), fixture.clock)).findings.empty());
        library = fixture.open();
        QCOMPARE(files(), 2);
        QCOMPARE(valueOf(library->versions(note.id)).back().revision, 3);
        valueOf(library->bringBackImages(note.id, 3));
        QCOMPARE(image(), QByteArray("first"));

        // One that no version can show is nobody's.
        const NoteHeader other = valueOf(library->addNote({}, {}, {}, {{u"b.png"_s, "third"}}));
        valueOf(library->addImage(other.id, {u"b.png"_s, "fourth"}));
        valueOf(library->tidyImages());
        QCOMPARE(files(), 3);
    }

    void takesNoImageNameThatLeadsAway_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u""_s, u"."_s, u".."_s, u"../a.png"_s, u"a/../../b.png"_s, u"a/../b.png"_s,
                                    u"/etc/passwd"_s, u"a//b"_s, u"a/"_s, u"C:\\a.png"_s, u"a\\b.png"_s,
                                    u"file:a.png"_s, u"a\nb.png"_s, QString(QChar(u'\0')), QString(2000, u'a')})
            QTest::newRow(qPrintable(u"“%1”"_s.arg(name.left(20)))) << name;
    }
    void takesNoImageNameThatLeadsAway()
    {
        QFETCH(QString, name);
        const LibraryFixture fixture;
        const auto library = fixture.open();
        QCOMPARE(library->addNote(titled(u"A"_s), {}, {}, {{name, "x"}}).error().kind, Error::Kind::BadValue);
        QVERIFY(valueOf(library->notes()).empty()); // the note did not come without its image
    }

    void keepsPauses()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const Pause summer = valueOf(library->addPause(QDate(2026, 8, 3), QDate(2026, 8, 30), u"Time for a pause"_s));
        QCOMPARE(summer.plannedTo, QDate(2026, 8, 30));
        QCOMPARE(valueOf(library->endPause(QDate(2026, 9, 6))).to, QDate(2026, 9, 6));
        const Pause open = valueOf(library->addPause(QDate(2026, 11, 1), {}, {}));
        const auto pauses = valueOf(library->pauses());
        QCOMPARE(pauses.size(), 2);
        QCOMPARE(pauses[0].note, u"Time for a pause"_s);
        QCOMPARE(pauses[0].to, QDate(2026, 9, 6));
        QCOMPARE(pauses[1], open);
    }

    void keepsJotsByTheirWeeks()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const Week week = *Week::fromIso(2026, 53);
        const Jot first = library->addJot(week, u" the printer again\n"_s).value();
        QCOMPARE(first.text, u"the printer again"_s);
        QCOMPARE(first.created, fixture.clock.now());
        const Jot second = library->addJot(week.next(), u"ask Sam"_s).value();
        const Jot third = library->addJot(week, u"cake"_s).value();
        QCOMPARE(library->jots(week, week).value(), (std::vector{first, third}));
        QCOMPARE(library->jots(week, week.next()).value(), (std::vector{first, second, third}));
        QVERIFY(library->jots(week.plus(2), week.plus(9)).value().empty());
        QCOMPARE(library->addJot(week, u" \n"_s).error().kind, Error::Kind::BadValue);
    }

    void changesAndRemovesAPause()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        Pause summer = valueOf(library->addPause(QDate(2026, 8, 3), QDate(2026, 8, 30), u"Time for a pause"_s));
        const Pause autumn = valueOf(library->addPause(QDate(2026, 10, 5), QDate(2026, 10, 18), {}));
        summer.from = QDate(2026, 8, 10);
        summer.to = QDate(2026, 8, 23);
        QVERIFY(library->putPause(summer));
        QCOMPARE(valueOf(library->pauses()), (std::vector{summer, autumn}));
        Pause wrong = summer;
        wrong.to = QDate(2026, 10, 5);
        QCOMPARE(library->putPause(wrong).error().kind, Error::Kind::Conflict);
        wrong.to = QDate(2026, 8, 9);
        QCOMPARE(library->putPause(wrong).error().kind, Error::Kind::BadValue);
        wrong = summer;
        wrong.plannedTo = QDate(2026, 8, 9);
        QCOMPARE(library->putPause(wrong).error().kind, Error::Kind::BadValue);
        QVERIFY(library->removePause(summer.id));
        QCOMPARE(valueOf(library->pauses()), std::vector{autumn});
        QCOMPARE(library->removePause(summer.id).error().kind, Error::Kind::NotFound);
        QVERIFY(library->putPause(summer)); // and back
        QCOMPARE(valueOf(library->pauses()), (std::vector{summer, autumn}));
    }

    void refusesPausesThatMakeNoSense()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        QCOMPARE(library->addPause(QDate(), {}, {}).error().kind, Error::Kind::BadValue);
        QCOMPARE(library->addPause(QDate(2026, 8, 3), QDate(2026, 8, 2), {}).error().kind, Error::Kind::BadValue);
        QCOMPARE(library->endPause(QDate(2026, 8, 2)).error().kind, Error::Kind::NotFound);
        valueOf(library->addPause(QDate(2026, 8, 3), QDate(2026, 8, 30), {}));
        const auto overlapping = library->addPause(QDate(2026, 8, 30), {}, {});
        QCOMPARE(overlapping.error().kind, Error::Kind::Conflict);
        QCOMPARE(overlapping.error().detail, u"2026-08-03"_s);
        QCOMPARE(library->addPause(QDate(2026, 7, 1), QDate(2026, 9, 1), {}).error().kind, Error::Kind::Conflict);
        QCOMPARE(library->endPause(QDate(2026, 8, 2)).error().kind, Error::Kind::NotFound);
        valueOf(library->addPause(QDate(2026, 8, 31), {}, {}));
        QCOMPARE(valueOf(library->pauses()).size(), 2);
    }

    void letsAnOpenPauseGoOn()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        valueOf(library->addPause(QDate(2026, 10, 5), {}, {}));
        const auto later = library->addPause(QDate(2026, 12, 21), QDate(2027, 1, 3), {}); // the clock says 20 November
        QCOMPARE(later.error().kind, Error::Kind::Conflict);
        QCOMPARE(later.error().detail, u"2026-10-05"_s);
        valueOf(library->endPause(QDate(2026, 11, 1)));
        valueOf(library->addPause(QDate(2026, 12, 21), QDate(2027, 1, 3), {}));
        QCOMPARE(library->addPause(QDate(2026, 11, 9), {}, {}).error().detail, u"2026-12-21"_s);
    }

    void endsTheOpenPause()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const Pause planned = valueOf(library->addPause(QDate(2026, 8, 3), QDate(2026, 8, 30), {}));
        const Pause open = valueOf(library->addPause(QDate(2026, 9, 7), {}, {}));
        QCOMPARE(valueOf(library->endPause(QDate(2026, 10, 4))).id, open.id);
        QCOMPARE(library->endPause(QDate(2026, 9, 13)).error().kind, Error::Kind::Conflict);
        QCOMPARE(valueOf(library->endPause(QDate(2026, 9, 6))).id, planned.id);
    }

    void endsAPauseAsPlannedUnlessTold()
    {
        const LibraryFixture fixture; // the clock says 20 November
        const auto library = fixture.open();
        valueOf(library->addPause(QDate(2026, 8, 3), QDate(2026, 8, 31), {}));
        QCOMPARE(valueOf(library->endPause({})).to, QDate(2026, 8, 31));
        valueOf(library->addPause(QDate(2026, 11, 2), QDate(2026, 11, 29), {}));
        QCOMPARE(valueOf(library->endPause({})).to, QDate(2026, 11, 20));
        QCOMPARE(library->endPause({}).error().kind, Error::Kind::NotFound);
        valueOf(library->addPause(QDate(2026, 10, 5), QDate(2026, 10, 11), {}));
        QCOMPARE(valueOf(library->endPause(QDate(2026, 10, 18))).to, QDate(2026, 10, 18));
    }

    void keepsSettings()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        QCOMPARE(valueOf(library->settings()), LibrarySettings());
        LibrarySettings settings;
        settings.author = u"Ada"_s;
        settings.baseUrl = QUrl(u"https://example.org/notes/"_s);
        settings.week.start = Qt::Sunday;
        settings.graceUntil = Qt::Wednesday;
        QCOMPARE(valueOf(library->changeSettings([&](LibrarySettings &current) { current = settings; })), settings);
        QCOMPARE(valueOf(fixture.open(Library::Access::ReadOnly)->settings()), settings);
        valueOf(library->changeSettings([](LibrarySettings &current) { current = {}; }));
        QCOMPARE(valueOf(library->settings()), LibrarySettings());
    }

    void changesNoSettingThatOthersSet()
    {
        const LibraryFixture fixture;
        const auto mine = fixture.open();
        const auto theirs = fixture.open();
        QCOMPARE(valueOf(mine->settings()), LibrarySettings());
        valueOf(theirs->changeSettings([](LibrarySettings &current) { current.author = u"Ada"_s; }));
        const auto both = valueOf(mine->changeSettings([](LibrarySettings &current) { current.backups.daily = 3; }));
        QCOMPARE(both.author, u"Ada"_s);
        QCOMPARE(valueOf(theirs->settings()), both);
    }

    void noticesOthersAndNotItself()
    {
        const LibraryFixture fixture;
        const auto mine = fixture.open();
        const auto theirs = fixture.open();
        const qint64 before = valueOf(mine->dataVersion());
        const NoteHeader note = valueOf(mine->addNote(titled(u"A"_s), {}));
        QCOMPARE(valueOf(mine->dataVersion()), before);
        valueOf(theirs->saveNote(note.id, 1, titled(u"B"_s), {}));
        QVERIFY(valueOf(mine->dataVersion()) != before);
    }

    void keepsHostileTexts()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const QString hostile = u"'); DROP TABLE notes; --\x01\x02\x03 “%1” \r\n\t"_s + QString(100'000, u'\u00e9');
        NoteFields fields = titled(hostile);
        fields.tags = {u"' OR 1=1"_s};
        const NoteHeader note = valueOf(library->addNote(fields, text(hostile), {u"k"_s, hostile, "h"}));
        QCOMPARE(valueOf(library->note(note.id)), (Note{note, hostile}));
        QCOMPARE(note.fields, fields);
        QVERIFY(valueOf(library->noteBySource({u"k"_s, hostile, {}})));
        QVERIFY(valueOf(library->verify()).empty());
    }
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
