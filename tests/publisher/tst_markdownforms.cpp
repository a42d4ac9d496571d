// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown files for generators of sites: what each wants, and that the importer reads them back as the same notes.
// With WEEKNOTES_CORPUS, as ./dev judge has it, also every note of the real archives.
#include "core/isotext.h"
#include "importer/importer.h"
#include "markdown/frontmatter.h"
#include "markdown/readertext.h"
#include "markdown/targets.h"
#include "publisher/hostilenotes.h"
#include "publisher/markdownforms.h"
#include "publisher/slug.h"
#include "support/rounds.h"
#include "support/testdata.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

const QDate today(2026, 11, 30);

Note fullNote()
{
    Note note;
    note.header.id = NoteId(QUuid::fromString(u"01900000-0000-7000-8000-000000000001"_s));
    note.header.updated = QDateTime(QDate(2026, 11, 23), QTime(9, 30), QTimeZone::UTC);
    NoteFields &fields = note.header.fields;
    fields.kind = NoteKind::Fortnight;
    fields.covers = Period{QDate(2026, 11, 9), QDate(2026, 11, 22)};
    fields.number = {.season = 6, .episode = 9, .lastEpisode = 10};
    fields.title = u"\"6.9\": two weeks # of toner"_s;
    fields.subtitle = u"Week of 3 May, and after"_s;
    fields.kicker = u"Weeknotes"_s;
    fields.author = u"Robin Ellery"_s;
    fields.language = u"en-GB"_s;
    fields.status = NoteStatus::Published;
    fields.written = QDate(2026, 11, 21);
    fields.published = QDateTime(QDate(2026, 11, 22), QTime(16, 5), QTimeZone::UTC);
    fields.canonical = QUrl(u"https://robin.example/notes/two-weeks/?a=1&b=2"_s);
    fields.tags = {u"posts"_s, u"toner, black"_s};
    note.text = u"Words <kbd>x</kbd> {{ page.title }} {{< youtube a >}}\n\n![A tray](images/A%20tray.PNG \"b\")\n\n"
                "<!-- private\nSECRET\n-->\n\n`{{% x %}}` {{< [before](week:2026-W45) [lost](week:2019-W01)\n"_s;
    return note;
}

PostContext context()
{
    PostContext context = hostileContext();
    context.today = today;
    context.settings.language = u"en"_s;
    context.image = [pixel = context.image](const QString &name) {
        return name.startsWith("images/"_L1) ? pixel(u"images/a.png"_s) : std::nullopt;
    };
    context.linked = {};
    return context;
}

MarkdownFile fileOf(const Note &note, MarkdownFlavour flavour, const PostContext &library = context())
{
    const Post post = buildPost(note, library);
    return markdownFile(note, post, today, flavour, {{u"week:2026-W45"_s, u"a-quiet-week"_s}});
}

bool write(const QString &folder, const QString &name, const QByteArray &data)
{
    const QString path = folder + u'/' + name;
    QFile file(path);
    return QDir().mkpath(path.section(u'/', 0, -2)) && file.open(QIODevice::WriteOnly) && file.write(data) >= 0;
}

bool write(const QString &folder, const MarkdownFile &file)
{
    return write(folder, file.name, file.text.toUtf8()) &&
           std::ranges::all_of(file.images,
                               [&](const ImageFile &image) { return write(folder, image.name, image.data); });
}

/// The notes that the importer reads in `folder`, by their files' names there.
std::map<QString, NoteDraft> readBack(const QString &folder)
{
    ImportOptions options;
    options.today = today;
    std::map<QString, NoteDraft> notes;
    const auto batch = readArchive({folder}, options);
    if (!batch)
        return notes;
    for (const ImportedNote &note : batch->notes)
        notes[QDir(folder).relativeFilePath(note.draft.source.key)] = note.draft;
    return notes;
}

/// What differs between the note and what was read of its file; empty if nothing does.
QString difference(const Note &note, const Post &post, const NoteDraft &read, MarkdownFlavour flavour)
{
    NoteFields fields = note.header.fields;
    if (flavour != MarkdownFlavour::Plain && fields.title.isEmpty())
        fields.title = post.title;
    if (read.fields != fields) {
        return u"fields: %1 | %2\n%3 | %4\n%5 | %6"_s.arg(read.fields.title, fields.title, read.fields.language,
                                                          fields.language, read.fields.canonical.toString(),
                                                          fields.canonical.toString());
    }
    QHash<QString, QString> names;
    for (auto it = post.images.cbegin(); it != post.images.cend(); ++it)
        names.insert(it.key(), it->file.name);
    const QString text = Markdown::withTargets(names, Markdown::textForReaders(note.text, today)).trimmed();
    if (read.text.trimmed() != text)
        return u"text:\n%1\n---\n%2"_s.arg(text, read.text);
    return read.images.size() == size_t(post.images.size()) ? QString() : u"images"_s;
}

/// Writes all notes in a flavour and reads them back; what goes wrong first.
QString roundTrip(const std::vector<NoteDraft> &drafts, MarkdownFlavour flavour)
{
    const QTemporaryDir folder;
    std::vector<Note> notes;
    std::vector<NoteHeader> headers;
    for (const NoteDraft &draft : drafts) {
        Note &note = notes.emplace_back();
        note.header.id = NoteId(createUuidV7(qint64(headers.size()) + 1));
        note.header.fields = draft.fields;
        note.text = draft.text;
        headers.push_back(note.header);
    }
    PostContext library = context();
    library.slugs = slugsOf(headers, {});
    std::map<QString, size_t> written;
    std::vector<Post> posts;
    for (size_t i = 0; i < notes.size(); ++i) {
        library.image = [&](const QString &name) -> std::optional<QByteArray> {
            const auto image = std::ranges::find(drafts[i].images, name, &DraftImage::name);
            if (image == drafts[i].images.end())
                return std::nullopt;
            QFile file(image->path);
            return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
        };
        posts.push_back(buildPost(notes[i], library));
        const MarkdownFile file = markdownFile(notes[i], posts.back(), today, flavour);
        if (!written.emplace(file.name, i).second || !write(folder.path(), file))
            return u"twice, or not at all: "_s + file.name;
    }
    const auto read = readBack(folder.path());
    if (read.size() != written.size())
        return u"%1 notes of %2"_s.arg(read.size()).arg(written.size());
    for (const auto &[name, index] : written) {
        const auto found = read.find(name);
        const QString wrong =
            found == read.end() ? u"nothing read"_s : difference(notes[index], posts[index], found->second, flavour);
        if (!wrong.isEmpty())
            return name + u": "_s + wrong;
    }
    return {};
}

QString roundTrips(const QStringList &paths)
{
    ImportOptions options;
    options.today = today;
    const auto batch = readArchive(paths, options);
    std::vector<NoteDraft> drafts;
    for (const ImportedNote &note : batch ? batch->notes : std::vector<ImportedNote>())
        drafts.push_back(note.draft);
    if (drafts.empty())
        return u"nothing to read"_s;
    for (const auto flavour :
         {MarkdownFlavour::Plain, MarkdownFlavour::Hugo, MarkdownFlavour::Jekyll, MarkdownFlavour::Eleventy}) {
        if (const QString wrong = roundTrip(drafts, flavour); !wrong.isEmpty())
            return u"flavour %1, "_s.arg(int(flavour)) + wrong;
    }
    return {};
}

} // namespace

class TestMarkdownForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_data();
    void files();
    void drafts();
    void titleIsSaidOnce();
    void archivesComeBack();
    void fullNoteComesBack_data();
    void fullNoteComesBack();
    void randomFieldsComeBack();
    void privateWordsStay();
    void realNotesComeBack();
};

void TestMarkdownForms::files_data()
{
    QTest::addColumn<int>("flavour");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("image");
    const QString own = u"%1kicker: \"Weeknotes\"\n%1kind: fortnight\n%1covers: {from: 2026-11-09, to: 2026-11-22}\n"
                        "%1season: 6\n%1episode: 9\n%1episode_last: 10\n%1status: published\n%1written: 2026-11-21\n"_s;
    const QString more = u"%1author: \"Robin Ellery\"\n%1lang: \"en-GB\"\n%1%2: "
                         "\"https://robin.example/notes/two-weeks/?a=1&b=2\"\n"_s;
    const QString subtitle = u"%1subtitle: \"Week of 3 May, and after\"\n"_s;
    const QString title =
        u"title: \"\\\"6.9\\\": two weeks # of toner\"\ndescription: \"Week of 3 May, and after\"\n"_s;
    const QString tags = u"tags: [\"posts\", \"toner, black\"]\n"_s;
    QTest::newRow("Hugo") << int(MarkdownFlavour::Hugo) << u"content/posts/two-weeks/index.md"_s
                          << u"---\n"_s + title +
                                 u"date: 2026-11-22T16:05:00Z\nlastmod: 2026-11-23T09:30:00Z\ndraft: false\n"
                                 "slug: \"two-weeks\"\n"_s +
                                 tags + u"params:\n"_s + subtitle.arg(u"  "_s) + own.arg(u"  "_s) +
                                 more.arg(u"  "_s, u"canonical"_s) +
                                 u"---\n\nWords <kbd>x</kbd> {{ page.title }} {{</* youtube a */>}}\n\n"
                                 "![A tray](images/a-tray.png \"b\")\n\n`{{%/* x */%}}` {\\{< "
                                 "[before](../a-quiet-week/) lost\n"_s
                          << u"content/posts/two-weeks/images/a-tray.png"_s;
    QTest::newRow("Jekyll") << int(MarkdownFlavour::Jekyll) << u"_posts/2026-11-22-two-weeks.md"_s
                            << u"---\nlayout: \"post\"\n"_s + title +
                                   u"date: 2026-11-22 16:05:00 +0000\npublished: true\npermalink: "
                                   "\"/notes/two-weeks/\"\n"_s +
                                   tags + u"render_with_liquid: false\n"_s + subtitle.arg(u""_s) + own.arg(u""_s) +
                                   more.arg(u""_s, u"canonical_url"_s) +
                                   u"---\n\nWords <kbd>x</kbd> {{ page.title }} {{< youtube a >}}\n\n"
                                   "![A tray](/assets/two-weeks/images/a-tray.png \"b\")\n\n`{{% x %}}` {{< before "
                                   "lost\n"_s
                            << u"assets/two-weeks/images/a-tray.png"_s;
    QTest::newRow("Eleventy") << int(MarkdownFlavour::Eleventy) << u"two-weeks.md"_s
                              << u"---\n"_s + title +
                                     u"date: 2026-11-22T16:05:00Z\ndraft: false\npermalink: \"/notes/two-weeks/\"\n"_s +
                                     tags + u"templateEngineOverride: \"md\"\n"_s + subtitle.arg(u""_s) +
                                     own.arg(u""_s) + more.arg(u""_s, u"canonical"_s) +
                                     u"---\n\nWords <kbd>x</kbd> {{ page.title }} {{< youtube a >}}\n\n"
                                     "![A tray](two-weeks/images/a-tray.png \"b\")\n\n`{{% x %}}` {{< "
                                     "[before](/a-quiet-week/) lost\n"_s
                              << u"two-weeks/images/a-tray.png"_s;
}

void TestMarkdownForms::files()
{
    QFETCH(const int, flavour);
    PostContext library = context();
    library.slugs.insert(fullNote().header.id, u"two-weeks"_s);
    const MarkdownFile file = fileOf(fullNote(), MarkdownFlavour(flavour), library);
    QTEST(file.name, "name");
    QTEST(file.text, "text");
    QCOMPARE(file.images.size(), 1U);
    QTEST(file.images[0].name, "image");
}

void TestMarkdownForms::drafts()
{
    Note note = fullNote();
    NoteFields &fields = note.header.fields;
    fields.status = NoteStatus::Draft;
    fields.published.reset();
    const QString hugo = fileOf(note, MarkdownFlavour::Hugo).text;
    QVERIFY(hugo.contains("\ndate: 2026-11-21\n"_L1));
    QVERIFY(hugo.contains("\ndraft: true\n"_L1));
    QVERIFY(hugo.contains("\n  published_at: null\n"_L1));
    QVERIFY(fileOf(note, MarkdownFlavour::Jekyll).text.contains("\npublished: false\n"_L1));
    fields.written.reset();
    fields.covers.reset();
    QVERIFY(fileOf(note, MarkdownFlavour::Jekyll).name.startsWith("_drafts/6-9"_L1));
    fields.published = noonOf(QDate(2026, 11, 22)); // only the day is known
    QVERIFY(fileOf(note, MarkdownFlavour::Jekyll).text.contains("\ndate: 2026-11-22\n"_L1));
}

void TestMarkdownForms::titleIsSaidOnce()
{
    Note note = fullNote();
    note.header.fields.title = u"A title"_s;
    for (const QString &heading : {u"# A title\n\n"_s, u"## A *title*\n"_s, u"A title\n===\n"_s}) {
        note.text = heading + u"Words\n"_s;
        QVERIFY(fileOf(note, MarkdownFlavour::Hugo).text.endsWith("---\n\nWords\n"_L1));
        QVERIFY(fileOf(note, MarkdownFlavour::Plain).text.endsWith(note.text));
    }
}

void TestMarkdownForms::archivesComeBack()
{
    const QString wrong = roundTrips({testData(u"archives"_s)});
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestMarkdownForms::fullNoteComesBack_data()
{
    QTest::addColumn<int>("flavour");
    QTest::newRow("Plain") << int(MarkdownFlavour::Plain);
    QTest::newRow("Hugo") << int(MarkdownFlavour::Hugo);
    QTest::newRow("Jekyll") << int(MarkdownFlavour::Jekyll);
    QTest::newRow("Eleventy") << int(MarkdownFlavour::Eleventy);
}

void TestMarkdownForms::fullNoteComesBack()
{
    QFETCH(const int, flavour);
    Note note = fullNote();
    note.text.replace("[before](week:2026-W45) [lost](week:2019-W01)"_L1, "end"_L1);
    for (const auto status : {NoteStatus::Published, NoteStatus::Ready}) {
        note.header.fields.status = status;
        const Post post = buildPost(note, context());
        const MarkdownFile file = markdownFile(note, post, today, MarkdownFlavour(flavour));
        const QTemporaryDir folder;
        QVERIFY(write(folder.path(), file));
        auto read = readBack(folder.path());
        QCOMPARE(read.size(), 1U);
        QCOMPARE(difference(note, post, read[file.name], MarkdownFlavour(flavour)), QString());
        note.header.fields.published.reset();
        note.header.fields.number = {};
        note.header.fields.kind = NoteKind::Weeknote;
        note.header.fields.covers.reset(); // nothing is guessed in its place
        note.header.fields.title = u"5.7 – w/c 7 October 2019"_s;
    }
}

/// Front matter holds what the fields hold, and nothing else, whatever that is.
void TestMarkdownForms::randomFieldsComeBack()
{
    QRandomGenerator random(8);
    const auto flavours = {MarkdownFlavour::Plain, MarkdownFlavour::Hugo, MarkdownFlavour::Jekyll,
                           MarkdownFlavour::Eleventy};
    for (int round = 0; round < rounds(60); ++round) {
        Note note = randomHostileNote(random);
        note.text = u"Words.\n"_s;
        NoteFields &fields = note.header.fields;
        for (QString *text : {&fields.title, &fields.subtitle, &fields.kicker, &fields.author, &fields.language})
            text->remove(QChar(u'\0')); // which no YAML holds
        fields.tags = {fields.kicker, fields.title};
        fields.canonical =
            QUrl(u"https://robin.example/"_s + QString::fromLatin1(QUrl::toPercentEncoding(fields.author)));
        for (const auto flavour : flavours) {
            const Post post = buildPost(note, context());
            const MarkdownFile file = markdownFile(note, post, today, flavour);
            const auto matter = Markdown::splitFrontMatter(file.text);
            QVERIFY2(matter, qPrintable(file.text));
            QCOMPARE(matter->body.trimmed(), u"Words."_s);
            QVERIFY(!file.name.contains(".."_L1));
            const QTemporaryDir folder;
            QVERIFY(write(folder.path(), file));
            auto read = readBack(folder.path());
            QCOMPARE(read.size(), 1U);
            const QString wrong = difference(note, post, read.begin()->second, flavour);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u'\n' + file.text));
        }
    }
}

void TestMarkdownForms::privateWordsStay()
{
    QRandomGenerator random(9);
    for (int round = 0; round < rounds(60); ++round) {
        Note note = randomHostileNote(random);
        note.text =
            u"Words.\n\n<!-- private\nSECRET %1\n-->\n\nA <!-- SECRET --> b\n\n<!-- until 2099-01-01\n%1 SECRET[^9]\n"
            "-->\n\n[^9]: SECRET\n\nEnd.\n"_s.arg(QString(note.header.fields.kicker).remove("-->"_L1).remove(u'`'));
        for (const auto flavour :
             {MarkdownFlavour::Plain, MarkdownFlavour::Hugo, MarkdownFlavour::Jekyll, MarkdownFlavour::Eleventy})
            QVERIFY2(!fileOf(note, flavour).text.contains("SECRET"_L1), qPrintable(note.text));
    }
}

void TestMarkdownForms::realNotesComeBack()
{
    const QString corpus = qEnvironmentVariable("WEEKNOTES_CORPUS");
    if (corpus.isEmpty())
        QSKIP("./dev judge names the folder of real notes");
    QStringList archives{corpus + u"/seeds"_s};
    for (const QFileInfo &folder : QDir(corpus + u"/weeknotes"_s).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
        archives += folder.filePath();
    for (const QString &archive : archives) {
        const QString wrong = roundTrips({archive});
        QVERIFY2(wrong.isEmpty(), qPrintable(archive + u", "_s + wrong));
    }
}

QTEST_MAIN(TestMarkdownForms)
#include "tst_markdownforms.moc"
