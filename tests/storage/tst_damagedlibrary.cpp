// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/damage.h"

#include <unordered_map>

using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

/// A closed library of 200 notes, each with a tag and an image, and what is in it.
struct DamagedFixture : LibraryFixture
{
    std::vector<Note> notes;
    QString file = Library::databasePath(path());
    QString sound = path(u"sound.sqlite"_s);

    DamagedFixture()
    {
        const auto library = open();
        for (int i = 0; i < 200; ++i) {
            NoteFields fields = titled(u"Note %1"_s.arg(i));
            fields.tags = {u"tag %1"_s.arg(i % 7)};
            const QString words = u"word%1 "_s.arg(i).repeated(i == 50 ? 5000 : 100);
            const auto header =
                valueOf(library->addNote(fields, text(words), {}, {{u"a.png"_s, "image" + QByteArray::number(i)}}));
            notes.push_back({header, words});
        }
        std::ranges::sort(notes, newerFirst, &Note::header);
    }
    void keepSound() const { QVERIFY(QFile::copy(file, sound)); }
    void damage(qint64 page) const
    {
        QFile::remove(file);
        QVERIFY(QFile::copy(sound, file));
        damagePage(file, page);
    }
    [[nodiscard]] std::unique_ptr<Library> salvage() const { return open(Library::Access::Salvage); }
};

} // namespace

class TestDamagedLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheNotesAroundTheDamage()
    {
        const DamagedFixture fixture;
        fixture.keepSound();
        const auto leaves = leavesOf(fixture.sound, u"notes"_s);
        QVERIFY(leaves.size() > 5);
        for (const qint64 leaf : leaves) {
            fixture.damage(leaf);
            QCOMPARE(fixture.open(Library::Access::ReadOnly)->notes().error().kind, Error::Kind::Damaged);
            const auto library = fixture.salvage();
            QVERIFY(!library->damage());
            const auto read = valueOf(library->notes());
            QCOMPARE(library->damage()->kind, Error::Kind::Damaged);
            QVERIFY2(read.size() >= 170 && read.size() < 200, qPrintable(QString::number(read.size())));
            for (const NoteHeader &header : read) {
                const auto original =
                    std::ranges::find(fixture.notes, header.id, [](const Note &n) { return n.header.id; });
                QVERIFY(original != fixture.notes.end());
                QCOMPARE(header, original->header);
            }
        }
    }

    void readsPastADamagedIndex()
    {
        const DamagedFixture fixture;
        fixture.keepSound();
        fixture.damage(leavesOf(fixture.sound, u"sqlite_autoindex_notes_1"_s).front());
        const auto library = fixture.salvage();
        for (const Note &note : fixture.notes)
            QCOMPARE(valueOf(library->note(note.header.id)), note);
        QCOMPARE(valueOf(library->image(fixture.notes[0].header.id, u"a.png"_s)).first(5), QByteArray("image"));
        QVERIFY(library->damage());
    }

    void aDamagedTextHidesNoOther()
    {
        const DamagedFixture fixture;
        fixture.keepSound();
        fixture.damage(leavesOf(fixture.sound, u"texts"_s).at(3));
        const auto library = fixture.salvage();
        QCOMPARE(valueOf(library->notes()).size(), 200);
        int lost = 0;
        for (const Note &note : fixture.notes) {
            const auto read = library->note(note.header.id);
            if (read)
                QCOMPARE(*read, note);
            else
                QCOMPARE(read.error().kind, Error::Kind::Damaged);
            lost += read ? 0 : 1;
        }
        QVERIFY2(lost > 0 && lost < 20, qPrintable(QString::number(lost)));
    }

    void anyPageMayBeDamaged()
    {
        const DamagedFixture fixture;
        fixture.keepSound();
        qint64 read = 0;
        qint64 rounds = 0;
        const qint64 pages = QFileInfo(fixture.sound).size() / 4096;
        for (qint64 page = 2; page <= pages; page += 9) {
            fixture.damage(page);
            const auto library = Library::open(fixture.path(), fixture.clock, Library::Access::Salvage);
            if (!library) {
                QCOMPARE(library.error().kind, Error::Kind::Damaged);
                continue;
            }
            for (const NoteHeader &header : (*library)->notes().value_or(std::vector<NoteHeader>())) {
                QVERIFY(std::ranges::contains(fixture.notes, header.id, [](const Note &n) { return n.header.id; }));
                ++read;
            }
            ++rounds;
        }
        QVERIFY2(read > rounds * 185, qPrintable(QString::number(double(read) / double(rounds))));
    }

    void aChangedImageIsNoDamageOfTheLibrary()
    {
        const DamagedFixture fixture;
        const QDir images(fixture.path(u"library/images"_s));
        for (const QString &name : images.entryList(QDir::Files)) {
            QFile file(images.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("changed"));
        }
        const auto library = fixture.salvage();
        QCOMPARE(library->image(fixture.notes[0].header.id, u"a.png"_s).error().kind, Error::Kind::Damaged);
        QVERIFY(!library->damage());
    }
};

QTEST_GUILESS_MAIN(TestDamagedLibrary)
#include "tst_damagedlibrary.moc"
