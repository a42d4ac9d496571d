// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/batchtext.h"
#include "support/testdata.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

ImportOptions optionsOf2026()
{
    ImportOptions options;
    options.today = QDate(2026, 11, 22);
    return options;
}

const QByteArray png = QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);

} // namespace

class TestImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSampleArchives();
    void doesNotCareForTheOrder();
    void readsOneAfterTheOther();
    void countsSeasonsFromTheLibrary();
    void takesTheYearOfThePerson();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void readsTheRestOfABatch();
    void refusesTooLarge();
    void followsNoLinkedFolder();
    void keepsImagesInside();
    void namesTheLimitOfImages();
    void losesNothingOfADamagedHead();
    void readsSwitches();
    void readsWeeksOfTheYear_data();
    void readsWeeksOfTheYear();
    void givesImagesLegalNames();
    void boundsYearsAndSpans_data();
    void boundsYearsAndSpans();
    void readsSeveralNotesInOneMarkdownFile();
    void readsManyFences();
    void takesNoSectionForANote();
    void showsNoMarkupInTitles();
    void believesTheNamedWeekday();
    void tellsEqualTitlesApart();
    void keepsKeysWhenATextGrows();
    void keysDoNotDependOnTheWayGiven();
    void stopsWhenAsked();
    void readsTheRealSeeds();
    void readsTheRealArchives();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
};

// WEEKNOTES_REFRESH_GOLDEN=1 writes the expectation anew; look at its difference before you commit it.
void TestImporter::readsTheSampleArchives()
{
    const auto batch = readArchive({testData(u"archives"_s)}, optionsOf2026());
    QVERIFY(batch);
    const QString golden = testData(u"archives.expected"_s);
    if (qEnvironmentVariableIsSet("WEEKNOTES_REFRESH_GOLDEN"))
        writeFile(golden, batchText(*batch).toUtf8());
    QFile file(golden);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList expected = QString::fromUtf8(file.readAll()).split(u'\n');
    const QStringList found = batchText(*batch).split(u'\n');
    for (qsizetype i = 0; i < std::min(expected.size(), found.size()); ++i)
        QCOMPARE(found[i], expected[i]);
    QCOMPARE(found.size(), expected.size());
}

void TestImporter::doesNotCareForTheOrder()
{
    QStringList paths;
    for (const QFileInfo &entry : QDir(testData(u"archives"_s)).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot))
        paths += entry.absoluteFilePath();
    QVERIFY(paths.size() > 3);
    const auto expected = readArchive(paths, optionsOf2026());
    QVERIFY(expected);
    for (int turn = 0; turn < paths.size(); ++turn) {
        std::ranges::rotate(paths, paths.begin() + 1);
        QCOMPARE(readArchive(paths, optionsOf2026()), expected);
        QCOMPARE(readArchive(paths + paths, optionsOf2026()), expected);
    }
}

void TestImporter::readsOneAfterTheOther()
{
    const auto all = readArchive({testData(u"archives"_s)}, optionsOf2026());
    QVERIFY(all);
    ImportOptions options = optionsOf2026();
    for (const auto &name :
         {u"medium-single.txt"_s, u"dense-lines.txt"_s, u"harbour-weeknotes.txt"_s, u"medium-fortnight.txt"_s}) {
        const auto batch = readArchive({testData(u"archives/"_s) + name}, options);
        QVERIFY(batch);
        for (const ImportedNote &note : batch->notes) {
            const auto same =
                std::ranges::find(all->notes, note.draft.source, [](const ImportedNote &n) { return n.draft.source; });
            QVERIFY(same != all->notes.end());
            QCOMPARE(note.draft, same->draft);
            NoteHeader header;
            header.fields = note.draft.fields;
            options.known.push_back(header);
        }
    }
}

void TestImporter::countsSeasonsFromTheLibrary()
{
    ImportOptions options = optionsOf2026();
    NoteHeader known;
    known.fields.number = {2, 1, {}};
    known.fields.published = QDateTime(QDate(2016, 3, 4), QTime(12, 0), QTimeZone::UTC);
    options.known = {known};
    const auto batch = readArchive({testData(u"archives/medium-fortnight.txt"_s)}, options);
    QVERIFY(batch);
    QCOMPARE(batch->notes.front().draft.fields.published->date(), QDate(2017, 3, 10));
    QCOMPARE(batch->notes.front().guesses.front().why, Guess::Reason::YearFromSeasons);
}

void TestImporter::takesTheYearOfThePerson()
{
    ImportOptions options = optionsOf2026();
    options.year = 2013;
    const auto batch = readArchive({testData(u"archives/harbour-weeknotes.txt"_s)}, options);
    QVERIFY(batch);
    QCOMPARE(batch->notes.front().draft.fields.covers, (Period{QDate(2013, 10, 14), QDate(2013, 10, 20)}));
    QCOMPARE(batch->notes.front().guesses.front().why, Guess::Reason::YearFromPerson);
}

void TestImporter::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("missing") << QByteArray("-") << Error::Kind::NotFound;
    QTest::newRow("empty folder") << QByteArray("/") << Error::Kind::NothingToImport;
    QTest::newRow("image") << png << Error::Kind::NotText;
    QTest::newRow("empty") << QByteArray() << Error::Kind::NothingToImport;
    QTest::newRow("blank") << QByteArray("\n \t\n") << Error::Kind::NothingToImport;
}

void TestImporter::saysWhatIsWrong()
{
    QFETCH(QByteArray, content);
    QFETCH(Error::Kind, kind);
    const QString name = path(u"wrong-%1.txt"_s.arg(QString::fromLatin1(QTest::currentDataTag()).remove(u' ')));
    if (content == "/")
        QVERIFY(QDir().mkpath(name));
    else if (content != "-")
        writeFile(name, content);
    const auto batch = readArchive({name}, optionsOf2026());
    QVERIFY(!batch);
    QCOMPARE(batch.error().kind, kind);
    QCOMPARE(batch.error().subject, name);
}

void TestImporter::readsTheRestOfABatch()
{
    writeFile(path(u"rest/good.md"_s), "# Good\n\ntext");
    writeFile(path(u"rest/bad.md"_s), png);
    writeFile(path(u"rest/latin.txt"_s), "Caf\xe9\n\nOne sentence.\n");
    const auto batch = readArchive({path(u"rest"_s), path(u"nowhere"_s)}, optionsOf2026());
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), 2);
    QCOMPARE(batch->read, 2);
    QCOMPARE(batch->skipped.size(), 2);
    QCOMPARE(batch->skipped[0].kind, Warning::Kind::NotFound);
    QCOMPARE(batch->skipped[1].kind, Warning::Kind::NotText);
    QCOMPARE(batch->notes[1].draft.fields.title, u"Café"_s);
    QCOMPARE(batch->notes[1].warnings.front().kind, Warning::Kind::GuessedEncoding);
}

void TestImporter::refusesTooLarge()
{
    QFile file(path(u"large.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(maximumTextSize + 1)); // takes no room
    const auto batch = readArchive({file.fileName()}, optionsOf2026());
    QVERIFY(!batch);
    QCOMPARE(batch.error().kind, Error::Kind::TooLarge);
    QCOMPARE(batch.error().detail, QString::number(maximumTextSize));
}

void TestImporter::followsNoLinkedFolder()
{
    writeFile(path(u"loop/a.md"_s), "# A\n\ntext");
    QVERIFY(QFile::link(path(u"loop"_s), path(u"loop/again"_s)));
    QVERIFY(QFile::link(path(u"nothing"_s), path(u"loop/gone.md"_s)));
    writeFile(path(u"outside.md"_s), "# Outside\n\ntext");
    QVERIFY(QFile::link(path(u"outside.md"_s), path(u"loop/out.md"_s)));
    QVERIFY(QFile::link(path(u"loop/a.md"_s), path(u"loop/b.md"_s)));
    const auto batch = readArchive({path(u"loop"_s)}, optionsOf2026());
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), 1);
    QVERIFY(std::ranges::contains(batch->skipped, Warning::Kind::LinkedFolder, &Warning::kind));
    QVERIFY(std::ranges::contains(batch->skipped, Warning::Kind::LinkedFile, &Warning::kind));
}

void TestImporter::keepsImagesInside()
{
    writeFile(path(u"secret.png"_s), png);
    writeFile(path(u"notes/a b.png"_s), png);
    writeFile(path(u"notes/fake.png"_s), "no image");
    QVERIFY(QFile::link(path(u"secret.png"_s), path(u"notes/link.png"_s)));
    writeFile(path(u"notes/a.md"_s),
              "# A\n\n![1](<a b.png>) ![2](../secret.png) ![3](link.png) ![4](fake.png) ![5](a%20b.png \"t\")\n\n"
              "![6](https://example.org/x.png) `![7](x.png)`\n");
    const auto batch = readArchive({path(u"notes"_s)}, optionsOf2026());
    QVERIFY(batch);
    const ImportedNote &note = batch->notes.front();
    const QString found = QFileInfo(path(u"notes/a b.png"_s)).canonicalFilePath();
    QCOMPARE(
        note.draft.images.front(),
        (DraftImage{
            u"images/a b.png"_s, found, png.size(), QCryptographicHash::hash(png, QCryptographicHash::Sha256), {}}));
    QVERIFY(note.draft.text.startsWith(u"![1](<images/a b.png>) ![2](../secret.png) ![3](link.png) ![4](fake.png)"_s));
    QVERIFY(note.draft.text.contains(u"`![7](x.png)`"_s));
    QVERIFY(std::ranges::contains(note.warnings, Warning::Kind::ImageOutside, &Warning::kind));
    QVERIFY(std::ranges::contains(note.warnings, Warning::Kind::NotAnImage, &Warning::kind));
    QVERIFY(!std::ranges::contains(note.draft.images, u"images/secret.png"_s, &DraftImage::name));
}

void TestImporter::namesTheLimitOfImages()
{
    QVERIFY(QDir().mkpath(path(u"huge"_s)));
    QFile file(path(u"huge/a.png"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(maximumImageSize + 1)); // takes no room
    writeFile(path(u"huge/a.md"_s), "# A\n\n![1](a.png)\n");
    const auto batch = readArchive({path(u"huge"_s)}, optionsOf2026());
    QVERIFY(batch);
    const Warning &warning = batch->notes.front().warnings.front();
    QCOMPARE(warning.kind, Warning::Kind::ImageTooLarge);
    QCOMPARE(warning.facts,
             (QStringList{QString::number(maximumImageSize), QString::number(maximumImagesSize), u"a.png"_s}));
}

void TestImporter::losesNothingOfADamagedHead()
{
    writeFile(path(u"damaged.md"_s), "---\ntitle: Lamps\nauthor: [Ada\n  and the crew\n---\n\n# Lamps\n\ntext\n");
    const auto batch = readArchive({path(u"damaged.md"_s)}, optionsOf2026());
    QVERIFY(batch);
    const ImportedNote &note = batch->notes.front();
    QCOMPARE(note.draft.fields.title, u"Lamps"_s);
    QCOMPARE(note.draft.text, u"text\n\n\n```\nand the crew\n```\n"_s);
    QCOMPARE(note.warnings.front().kind, Warning::Kind::FieldsByLine);
    QCOMPARE(note.warnings.front().facts, QStringList{u"and the crew"_s});
}

void TestImporter::readsSwitches()
{
    writeFile(path(u"switch/a.md"_s), "---\ntitle: A\npublished: false\ndate: 2026-11-20\n---\n\ntext\n");
    writeFile(path(u"switch/b.md"_s), "---\ntitle: B\npublished: true\ndate: 2026-11-20\n---\n\ntext\n");
    const auto batch = readArchive({path(u"switch"_s)}, optionsOf2026());
    QVERIFY(batch);
    QCOMPARE(batch->notes[0].draft.fields.status, NoteStatus::Draft);
    QCOMPARE(batch->notes[1].draft.fields.status, NoteStatus::Published);
    for (const ImportedNote &note : batch->notes) {
        QCOMPARE(note.draft.fields.published->date(), QDate(2026, 11, 20));
        QVERIFY(!std::ranges::contains(note.warnings, Warning::Kind::UnknownDate, &Warning::kind));
    }
}

void TestImporter::readsWeeksOfTheYear_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QDate>("first"); // that the note covers
    QTest::addColumn<int>("episode");
    QTest::newRow("year") << "week: 12\nyear: 2024"_ba << QDate(2024, 3, 18) << 0;
    QTest::newRow("date") << "week: 12\ndate: 2024-03-22"_ba << QDate(2024, 3, 18) << 0;
    QTest::newRow("date in the next year") << "week: 52\ndate: 2024-12-31"_ba << QDate(2024, 12, 23) << 0;
    QTest::newRow("year and another day") << "week: 1\nyear: 2023\nmonth: 1\nday: 20"_ba << QDate(2023, 1, 16) << 1;
    QTest::newRow("date far away") << "week: 34\ndate: 2024-03-22"_ba << QDate(2024, 3, 18) << 34;
    QTest::newRow("alone") << "week: 12"_ba << QDate() << 12;
    QTest::newRow("beside an episode") << "week: 12\nepisode: 3\nyear: 2024"_ba << QDate(2024, 3, 18) << 3;
}

void TestImporter::readsWeeksOfTheYear()
{
    QFETCH(QByteArray, fields);
    QFETCH(int, episode);
    writeFile(path(u"weeks.md"_s), "---\ntitle: Lamps\n" + fields + "\n---\n\ntext\n");
    const auto batch = readArchive({path(u"weeks.md"_s)}, optionsOf2026());
    QVERIFY(batch);
    const NoteFields &read = batch->notes.front().draft.fields;
    QTEST(read.covers.value_or(Period()).first, "first");
    QCOMPARE(read.number.episode.value_or(0), episode);
}

void TestImporter::givesImagesLegalNames()
{
    writeFile(path(u"shots/shot 10:30.png"_s), png);
    writeFile(path(u"shots/shot 10\\30.png"_s), png);
    writeFile(path(u"shots/a.md"_s), "# A\n\n![1](<shot 10:30.png>) ![2](<shot 10\\30.png>)\n");
    const auto batch = readArchive({path(u"shots"_s)}, optionsOf2026());
    QVERIFY(batch);
    const NoteDraft &draft = batch->notes.front().draft;
    QCOMPARE(draft.images.size(), 2);
    QCOMPARE(draft.images[0].name, u"images/shot 10-30.png"_s);
    QCOMPARE(draft.images[1].name, u"images/shot 10-30-2.png"_s);
    QCOMPARE(draft.text, u"![1](<images/shot 10-30.png>) ![2](<images/shot 10-30-2.png>)\n"_s);
}

void TestImporter::boundsYearsAndSpans_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("days"); // that the note covers; 0: unknown
    QTest::addColumn<int>("lastEpisode");
    QTest::newRow("span") << "date: 2026-11-20\nepisode: 1\nepisode_last: 60"_ba << 420 << 60;
    QTest::newRow("endless span") << "date: 2026-11-20\nepisode: 1\nepisode_last: 999999"_ba << 7 << 0;
    QTest::newRow("last without first") << "date: 2026-11-20\nseason: 3\nepisode_last: 68"_ba << 7 << 0;
    QTest::newRow("too late") << "covers: {from: 9990-01-01, to: 9999-12-31}"_ba << 0 << 0;
    QTest::newRow("too early") << "covers: {from: 0001-01-01, to: 2026-01-01}"_ba << 0 << 0;
    QTest::newRow("published too late") << "date: 9999-12-31"_ba << 0 << 0;
    QTest::newRow("week too late") << "week: 9999-W01"_ba << 0 << 0;
}

void TestImporter::boundsYearsAndSpans()
{
    QFETCH(QByteArray, fields);
    QFETCH(int, days);
    QFETCH(int, lastEpisode);
    writeFile(path(u"bounds.md"_s), "---\ntitle: Weeknotes\n" + fields + "\n---\n\ntext\n");
    const auto batch = readArchive({path(u"bounds.md"_s)}, optionsOf2026());
    QVERIFY(batch);
    const NoteFields &read = batch->notes.front().draft.fields;
    QCOMPARE(read.covers ? read.covers->days() : 0, days);
    QCOMPARE(read.number.lastEpisode.value_or(0), lastEpisode);
    QCOMPARE(std::ranges::contains(batch->notes.front().warnings, Warning::Kind::PeriodUnknown, &Warning::kind),
             days == 0);
}

void TestImporter::readsSeveralNotesInOneMarkdownFile()
{
    writeFile(path(u"many.md"_s),
              "## Weeknotes #2: two\n\nb\n\n```\n## Weeknotes #9\n```\n\n## Weeknotes #1: one\n\na\n");
    const auto batch = readArchive({path(u"many.md"_s)}, optionsOf2026());
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), 2);
    QCOMPARE(batch->notes[0].draft.fields.number.episode, 2);
    QVERIFY(batch->notes[0].draft.text.contains(u"## Weeknotes #9"_s));
    QCOMPARE(batch->notes[1].draft.text, u"a\n"_s);
    QVERIFY(batch->notes[0].draft.source.key != batch->notes[1].draft.source.key);
}

void TestImporter::readsManyFences()
{
    // Where time grew with the square of the input, the test's own limit of time would pass.
    writeFile(path(u"code.md"_s), "# Weeknotes #3\n\n" + QByteArray("```\n# a\n```\n\n").repeated(30'000) + "end\n");
    const auto batch = readArchive({path(u"code.md"_s)}, optionsOf2026());
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), 1);
    QCOMPARE(batch->notes[0].draft.text.count(u"# a\n"), 30'000);
}

void TestImporter::takesNoSectionForANote()
{
    writeFile(path(u"sections.md"_s),
              "# Weeknotes\n\n## What I did w/c 3 June\n\na\n\n## Plans for w/c 10 June\n\nb\n");
    const auto batch = readArchive({path(u"sections.md"_s)}, optionsOf2026());
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), 1);
    QVERIFY(batch->notes.front().draft.text.contains(u"## Plans for w/c 10 June"_s));
}

void TestImporter::showsNoMarkupInTitles()
{
    writeFile(path(u"markup.md"_s),
              "## Weeknotes #2: *two* [oars](https://example.org)\n\nb\n\n## Weeknotes #1: `one`\n\na\n");
    const auto batch = readArchive({path(u"markup.md"_s)}, optionsOf2026());
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), 2);
    QCOMPARE(batch->notes[0].draft.fields.title, u"Weeknotes #2: two oars"_s);
    QCOMPARE(batch->notes[1].draft.fields.title, u"Weeknotes #1: one"_s);
}

void TestImporter::believesTheNamedWeekday()
{
    writeFile(path(u"weekday.txt"_s), "Lamps and oil\n\nAda Moor\nMonday 3 June\n\nIt was a week of lamps.\n");
    const auto batch = readArchive({path(u"weekday.txt"_s)}, optionsOf2026());
    QVERIFY(batch);
    const NoteFields &fields = batch->notes.front().draft.fields;
    QVERIFY(fields.published);
    QCOMPARE(fields.published->date(), QDate(2024, 6, 3));
}

void TestImporter::tellsEqualTitlesApart()
{
    writeFile(path(u"years.md"_s), "# 2023\n\n## Week 1\n\na\n\n## Week 2\n\nb\n\n# 2024\n\n## Week 1\n\nc\n");
    const auto batch = readArchive({path(u"years.md"_s)}, optionsOf2026());
    QVERIFY(batch);
    QSet<QString> keys;
    for (const ImportedNote &note : batch->notes)
        keys += note.draft.source.key;
    QVERIFY(batch->notes.size() > 2);
    QCOMPARE(keys.size(), batch->notes.size());
}

void TestImporter::keepsKeysWhenATextGrows()
{
    const auto note = [](const QByteArray &day, const QByteArray &words) {
        return "Weeknotes #1\n\nAda Moor\n" + day + " · 4 min read\n\n" + words + "\n\n\n";
    };
    const QByteArray old = note("Mar 12, 2021", "It was a week of lamps.") + note("Mar 5, 2021", "It was one of oil.");
    const QString name = path(u"grows.txt"_s);
    writeFile(name, old);
    const auto before = readArchive({name}, optionsOf2026());
    QVERIFY(before);
    QCOMPARE(before->notes.size(), 2);
    writeFile(name, note("Mar 19, 2021", "It was a week of wicks.") + old);
    const auto after = readArchive({name}, optionsOf2026());
    QVERIFY(after);
    QCOMPARE(after->notes.size(), 3);
    QCOMPARE(after->notes[1].draft.source, before->notes[0].draft.source);
    QCOMPARE(after->notes[2].draft.source, before->notes[1].draft.source);
}

void TestImporter::keysDoNotDependOnTheWayGiven()
{
    const auto folder = readArchive({testData(u"archives"_s)}, optionsOf2026());
    const auto file = readArchive({testData(u"archives/../archives/interview.txt"_s)}, optionsOf2026());
    QVERIFY(folder && file);
    const auto same = [&](const ImportedNote &note) { return note.draft.source == file->notes.front().draft.source; };
    QCOMPARE(std::ranges::count_if(folder->notes, same), 1);
}

void TestImporter::stopsWhenAsked()
{
    ImportOptions options = optionsOf2026();
    options.progress = [asked = 0](const ReadingProgress &progress) mutable {
        return progress.total > 3000 && ++asked <= 2;
    };
    const auto batch = readArchive({testData(u"archives"_s)}, options);
    QVERIFY(batch);
    QCOMPARE(batch->read, 2);
}

namespace {

QString corpus(const QString &name)
{
    const QString folder = qEnvironmentVariable("WEEKNOTES_CORPUS", testData(u"../../../shared/corpus"_s));
    return QDir(folder).filePath(name);
}

} // namespace

void TestImporter::readsTheRealSeeds()
{
    if (!QFileInfo::exists(corpus(u"seeds"_s)))
        QSKIP("no corpus here; WEEKNOTES_CORPUS names one");
    const auto batch = readArchive({corpus(u"seeds"_s)}, optionsOf2026());
    QVERIFY(batch);
    QStringList periods;
    for (const ImportedNote &note : batch->notes) {
        const auto &covers = note.draft.fields.covers;
        periods += covers ? covers->first.toString(Qt::ISODate) + u'/' + covers->last.toString(Qt::ISODate)
                          : nameOf(note.draft.fields.kind);
    }
    QCOMPARE(periods, (QStringList{u"2021-03-01/2021-03-07"_s, u"2023-03-20/2023-04-02"_s, u"post"_s,
                                   u"2019-10-07/2019-10-13"_s, u"2019-09-30/2019-10-06"_s, u"2019-09-23/2019-09-29"_s,
                                   u"2019-09-16/2019-09-22"_s, u"2019-09-09/2019-09-15"_s, u"2019-09-02/2019-09-08"_s,
                                   u"2019-08-26/2019-09-01"_s, u"2019-08-05/2019-08-25"_s, u"2019-07-29/2019-08-04"_s,
                                   u"2019-07-22/2019-07-28"_s, u"2020-04-27/2020-05-03"_s}));
}

void TestImporter::readsTheRealArchives()
{
    if (!QFileInfo::exists(corpus(u"weeknotes"_s)))
        QSKIP("no corpus here; WEEKNOTES_CORPUS names one");
    const auto batch = readArchive({corpus(u"weeknotes"_s)}, optionsOf2026());
    QVERIFY(batch);
    QVERIFY(batch->read > 800);
    QVERIFY(int(batch->notes.size() + batch->skipped.size()) >= batch->read);
    for (const ImportedNote &note : batch->notes)
        QVERIFY2(!note.draft.fields.title.isEmpty(), qPrintable(note.draft.source.key));
}

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
