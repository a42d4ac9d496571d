// SPDX-License-Identifier: GPL-3.0-or-later
// Medium's account export, read back: files by their form, and what publisher/mediumarchive makes of a note.
#include "importer/importer.h"
#include "markdown/htmlwriter.h"
#include "publisher/flatten.h"
#include "publisher/mediumarchive.h"
#include "publisher/sampleposts.h"
#include "support/rounds.h"
#include "support/testdata.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 30);

ImportOptions options()
{
    ImportOptions options;
    options.today = today;
    return options;
}

/// A file as Medium writes it, with these grafs in its only section.
QString post(const QString &grafs, const QString &title = u"A short week"_s, const QString &subtitle = {})
{
    const QString above =
        subtitle.isEmpty() ? QString()
                           : u"<section data-field=\"subtitle\" class=\"p-summary\">\n%1\n</section>\n"_s.arg(subtitle);
    return u"<!DOCTYPE html><html><head><title>x</title><style>p { color: red }</style></head><body><article "
           u"class=\"h-entry\">\n"
           "<header>\n<h1 class=\"p-name\">%1</h1>\n</header>\n%2<section data-field=\"body\" class=\"e-content\">\n"
           "<section name=\"a1b2\" class=\"section section--body section--first section--last\"><div "
           "class=\"section-divider\">"
           "<hr class=\"section-divider\"></div><div class=\"section-content\"><div class=\"section-inner "
           "sectionLayout--insetColumn\">%3</div></div></section>\n</section>\n<footer><p>By <a "
           "href=\"https://medium.com/@robin\" class=\"p-author h-card\">Robin&nbsp;Ellery</a> on <a "
           "href=\"https://medium.com/p/0123456789ab\"><time class=\"dt-published\" "
           "datetime=\"2021-03-05T07:36:53.077Z\">March 5, 2021</time></a>.</p><p><a "
           "href=\"https://medium.com/@robin/a-short-week-0123456789ab\" class=\"p-canonical\">Canonical link</a></p>"
           "<p>Exported from <a href=\"https://medium.com\">Medium</a> on July 1, 2022.</p></footer></article></body></html>"_s
               .arg(title, above, grafs);
}

const QString titleGraf = u"<h3 name=\"1\" class=\"graf graf--h3 graf--leading graf--title\">A short&nbsp;week</h3>"_s;

ImportedNote read(const QString &html, const QString &name = u"posts/2021-03-05_A-short-week-0123456789ab.html"_s)
{
    const QTemporaryDir dir;
    writeFile(dir.filePath(name), html.toUtf8());
    const auto batch = readArchive({dir.filePath(name)}, options());
    return batch && batch->notes.size() == 1 ? batch->notes.front() : ImportedNote();
}

QString textOf(const QString &grafs)
{
    return read(post(titleGraf + grafs)).draft.text.trimmed();
}

/// The document as HTML in which only what readers tell apart differs.
QString shown(const Markdown::Document &document)
{
    class Writer final : public Markdown::HtmlWriter
    {
        bool headingIds() const override { return false; }
        /// An address that is its own words is a link for one reader of Markdown and none for another.
        void link(const Markdown::Inline &link) override
        {
            const auto decoded = [](const QString &address) { return QUrl::fromPercentEncoding(address.toUtf8()); };
            if (decoded(Markdown::plainText(link.children)) == decoded(link.target))
                writeText(decoded(link.target).replace(u"https://youtu.be/"_s, u"https://www.youtube.com/watch?v="_s));
            else
                HtmlWriter::link(link);
        }
        void embed(const Markdown::Block &block) override
        {
            Markdown::Inline address = block.inlines.front();
            address.children.front().text = address.target;
            writeMarkup(u"<p>");
            link(address);
            writeText(address.title);
            writeMarkup(u"</p>\n");
        }
        void tune(const Markdown::Block &block) override { paragraph(block); }
        void code(const Markdown::Block &block) override
        {
            Markdown::Block copy = block;
            static const QRegularExpression ends(u"[ \\t]+(?=\\n|$)"_s);
            static const QRegularExpression edges(u"^\\s*\\n\\s*|\\s+$"_s);
            static const QRegularExpression name(u"^[\\w+#.-]{1,40}$"_s);
            copy.text = copy.text.remove(edges).remove(ends);
            copy.language = name.match(copy.language).hasMatch() ? copy.language.toLower() : QString();
            HtmlWriter::code(copy);
        }
    };
    QString html = Writer().write(document);
    static const QRegularExpression spaces(u"\\s+"_s);
    html.replace(u"<br>"_s, u" <br> "_s).replace(spaces, u" "_s).replace(u" </"_s, u"</"_s);
    static const QRegularExpression ends(u"(?<=<p>|<li>|<h2>|<h3>) | (?=</)"_s);
    return html.remove(ends).trimmed();
}

} // namespace

class TestMediumPosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fields();
    void grafs_data();
    void grafs();
    void sectionsArePartedByRules();
    void subtitles_data();
    void subtitles();
    void theTitleOnThePageWins();
    void drafts();
    void wrappedAndIndented();
    void responsesAreLeftOut();
    void otherHtmlIsNone();
    void keysStay();
    void imagesComeAlong();
    void roundTrip_data();
    void roundTrip();
    void anyNoteComesBack();
    void theCorpusComesBack();
    void realArchives();
};

void TestMediumPosts::fields()
{
    const ImportedNote note = read(
        post(u"<h4 class=\"graf graf--h4 graf--kicker\">Weeknotes 6.9</h4>"_s + titleGraf +
             u"<h4 class=\"graf graf--h4 graf--subtitle\">Eleven people</h4><p class=\"graf graf--p\">Words.</p>"_s));
    const NoteFields &fields = note.draft.fields;
    QCOMPARE(fields.title, u"A short week"_s);
    QCOMPARE(fields.kicker, u"Weeknotes 6.9"_s);
    QCOMPARE(fields.subtitle, u"Eleven people"_s);
    QCOMPARE(fields.author, u"Robin Ellery"_s);
    QCOMPARE(fields.status, NoteStatus::Published);
    QCOMPARE(*fields.published, QDateTime(QDate(2021, 3, 5), QTime(7, 36, 53, 77), QTimeZone::UTC));
    QCOMPARE(fields.canonical, QUrl(u"https://medium.com/@robin/a-short-week-0123456789ab"_s));
    QCOMPARE(fields.number.season, 6);
    QCOMPARE(fields.number.episode, 9);
    QCOMPARE(note.draft.text, u"Words.\n"_s);
    QCOMPARE(note.draft.source.kind, u"medium"_s);
    QVERIFY(note.warnings.empty());
}

void TestMediumPosts::grafs_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const QString &html, const QString &markdown) {
        QTest::newRow(name) << html << markdown;
    };
    row("paragraphs",
        u"<p class=\"graf graf--p\">a <strong class=\"markup--strong\">b</strong></p><p class=\"graf graf--p graf--empty\"><br></p><p class=\"graf graf--p\">c</p>"_s,
        u"a **b**\n\nc"_s);
    row("headings", u"<h3 class=\"graf graf--h3\">a&nbsp;b</h3><h4 class=\"graf graf--h4\">c</h4>"_s,
        u"## a b\n\n### c"_s);
    row("newer headings", u"<h2 class=\"graf graf--h2\">a</h2><h3 class=\"graf graf--h3\">b</h3>"_s,
        u"## a\n\n### b"_s);
    row("quotes",
        u"<blockquote class=\"graf graf--blockquote\">a</blockquote><blockquote class=\"graf graf--blockquote\">b</blockquote><blockquote class=\"graf graf--pullquote\">c</blockquote><blockquote class=\"graf graf--pullquote\">d</blockquote>"_s,
        u"> a\n>\n> b\n\n<!-- pull quote -->\n> c\n>\n> d"_s);
    row("older code",
        u"<pre class=\"graf graf--pre\">a &lt;b&gt;   <br>&nbsp; c</pre><pre class=\"graf graf--pre\">d</pre>"_s,
        u"```\na <b>\n  c\n\nd\n```"_s);
    row("newer code",
        u"<pre data-code-block-lang=\"bash\" class=\"graf graf--pre graf--preV2\"><span class=\"pre--content\"><span class=\"hljs-built_in\">cd</span> a<br>ls</span></pre><pre class=\"graf graf--pre graf--preV2\"><span class=\"pre--content\">d</span></pre>"_s,
        u"```bash\ncd a\nls\n```\n\n```\nd\n```"_s);
    row("figure",
        u"<figure class=\"graf graf--figure\"><div class=\"aspectRatioPlaceholder\"><div class=\"aspectRatioPlaceholder-fill\" style=\"padding-bottom: 42%;\"></div><img class=\"graf-image\" data-width=\"7\" alt=\"A\" src=\"https://cdn.example/a.jpeg\"></div><figcaption class=\"imageCaption\">B <em>c</em> \"d\"</figcaption></figure>"_s,
        u"![A](https://cdn.example/a.jpeg \"B c \\\"d\\\"\")"_s);
    row("player",
        u"<figure class=\"graf graf--figure graf--iframe\"><iframe src=\"https://www.youtube.com/embed/3AU1u9_03vg?feature=oembed\" width=\"700\"></iframe></figure>"_s,
        u"https://www.youtube.com/watch?v=3AU1u9_03vg"_s);
    row("player with a caption",
        u"<figure class=\"graf graf--figure graf--iframe\"><iframe src=\"https://www.youtube.com/embed/3AU1u9_03vg\"></iframe><figcaption class=\"imageCaption\">A song</figcaption></figure>"_s,
        u"[https://www.youtube.com/watch?v=3AU1u9_03vg](https://www.youtube.com/watch?v=3AU1u9_03vg \"A song\")"_s);
    row("player by Embedly",
        u"<figure class=\"graf graf--figure graf--iframe\"><iframe src=\"https://cdn.embedly.com/widgets/media.html?src=https%3A%2F%2Fwww.youtube.com%2Fembed%2Fabc123def&amp;url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dabc123def&amp;key=a\"></iframe></figure>"_s,
        u"https://www.youtube.com/watch?v=abc123def"_s);
    row("frame that would open a passage",
        u"<figure class=\"graf graf--figure graf--iframe\"><iframe src=\"https://x.example/><!-- "
        u"private\"></iframe></figure>"
        "<p class=\"graf graf--p\">a</p>"_s,
        u"<https://x.example/%3E%3C!--%20private>\n\na"_s);
    row("gist",
        u"<figure class=\"graf graf--figure graf--iframe\"><script src=\"https://gist.github.com/robin/0123abc.js\"></script></figure>"_s,
        u"https://gist.github.com/robin/0123abc"_s);
    row("tweet",
        u"<figure class=\"graf graf--figure graf--iframe\"><blockquote class=\"twitter-tweet\"><a href=\"https://twitter.com/robin/status/1\"></a></blockquote></figure>"_s,
        u"https://twitter.com/robin/status/1"_s);
    row("card",
        u"<div class=\"graf graf--mixtapeEmbed\"><a href=\"https://x.example/a\" data-href=\"https://x.example/a\" class=\"markup--anchor markup--mixtapeEmbed-anchor\" title=\"https://x.example/a\"><strong class=\"markup--strong\">A [page]</strong><br><em class=\"markup--em\">More</em>x.example</a><a href=\"https://x.example/a\" class=\"js-mixtapeImage mixtapeImage\" style=\"background-image: url(https://cdn.example/a.png);\"></a></div>"_s,
        u"[A [page]](https://x.example/a)"_s);
    row("address alone",
        u"<p class=\"graf graf--p\"><a href=\"https://x.example/a\" data-href=\"https://x.example/a\" class=\"markup--anchor\">https://x.example/a</a></p>"_s,
        u"https://x.example/a"_s);
    row("mention and drop cap",
        u"<p class=\"graf graf--p graf--hasDropCap\"><span class=\"graf-dropCap\">W</span>ith <a href=\"https://medium.com/u/1\" class=\"markup--user markup--p-user\">Robin</a></p>"_s,
        u"With [Robin](https://medium.com/u/1)"_s);
    row("lists side by side",
        u"<ul class=\"postList\"><li class=\"graf graf--li\">a<br>– b</li></ul><ul class=\"postList\"><li class=\"graf graf--li\">c</li></ul>"_s,
        u"- a\\\n  – b\n\n* c"_s);
    row("what looks like markup", u"<p class=\"graf graf--p\">1. a *b* &lt;c&gt; # d</p>"_s,
        u"1\\. a \\*b\\* \\<c> # d"_s);
}

void TestMediumPosts::grafs()
{
    QFETCH(const QString, html);
    QFETCH(const QString, markdown);
    QCOMPARE(textOf(html), markdown);
}

void TestMediumPosts::sectionsArePartedByRules()
{
    const QString between =
        u"</div></div></section><section class=\"section section--body\"><div class=\"section-divider\"><hr "
        "class=\"section-divider\"></div><div class=\"section-content\"><div class=\"section-inner\">"_s;
    QCOMPARE(textOf(between + u"<p class=\"graf graf--p\">a</p>"_s + between + u"<p class=\"graf graf--p\">b</p>"_s +
                    between),
             u"a\n\n---\n\nb"_s);
}

void TestMediumPosts::subtitles_data()
{
    QTest::addColumn<QString>("subtitle");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("its own") << u"Eleven people"_s << u"Eleven people"_s;
    QTest::newRow("copied") << u"On Tuesday I was there."_s << QString();
    QTest::newRow("copied and cut") << u"On Tuesday I…"_s << QString();
}

void TestMediumPosts::subtitles()
{
    QFETCH(const QString, subtitle);
    QFETCH(const QString, wanted);
    const QString grafs = titleGraf + u"<p class=\"graf graf--p\">On Tuesday&nbsp;I was there. And on Wednesday.</p>"_s;
    QCOMPARE(read(post(grafs, u"A short week"_s, subtitle)).draft.fields.subtitle, wanted);
}

void TestMediumPosts::theTitleOnThePageWins()
{
    QCOMPARE(read(post(titleGraf, u"Another name for it"_s)).draft.fields.title, u"A short week"_s);
    const ImportedNote unmarked =
        read(post(u"<h3 class=\"graf graf--h3\">A short week</h3><p class=\"graf graf--p\">a</p>"_s));
    QCOMPARE(unmarked.draft.fields.title, u"A short week"_s);
    QCOMPARE(unmarked.draft.text, u"a\n"_s);
}

void TestMediumPosts::drafts()
{
    QString html = post(titleGraf + u"<p class=\"graf graf--p\">a</p>"_s);
    html = html.section(u"<footer>"_s, 0, 0) +
           u"<footer><p><a href=\"https://medium.com/p/1\">View original.</a></p></footer></article>"_s;
    const ImportedNote note = read(html, u"posts/draft_A-short-week-0123456789ab.html"_s);
    QCOMPARE(note.draft.fields.status, NoteStatus::Draft);
    QVERIFY(!note.draft.fields.published);
}

void TestMediumPosts::wrappedAndIndented()
{
    QString html = post(
        titleGraf +
        u"<p class=\"graf graf--p\">\n      a\n      b\n    </p>\n\n    <pre class=\"graf graf--pre\">\n        <code>\n          c<br>d\n        </code></pre>"_s);
    html.replace(u"<article"_s, u"<header><h1>Site</h1></header><main><div class=\"neon\">\n   <article"_s);
    QCOMPARE(read(html).draft.text, u"a b\n\n```\nc\nd\n```\n"_s);
}

void TestMediumPosts::responsesAreLeftOut()
{
    const QTemporaryDir dir;
    const QString response = dir.filePath(u"posts/2021-03-06_I-liked-that-0123456789ac.html"_s);
    writeFile(dir.filePath(u"posts/2021-03-05_A-short-week-0123456789ab.html"_s),
              post(titleGraf + u"<p>a</p>"_s).toUtf8());
    writeFile(response,
              post(u"<p class=\"graf graf--p\">I liked that post of yours.</p>"_s, u"I liked that…"_s).toUtf8());
    const auto batch = readArchive({dir.path()}, options());
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), 1);
    QCOMPARE(batch->skipped.size(), 1);
    QCOMPARE(batch->skipped.front().kind, Warning::Kind::Response);
    QCOMPARE(readArchive({response}, options())->notes.size(), 1);
}

void TestMediumPosts::otherHtmlIsNone()
{
    const QTemporaryDir dir;
    writeFile(dir.filePath(u"posts/2021-03-05_A-short-week-0123456789ab.html"_s),
              post(titleGraf + u"<p>a</p>"_s).toUtf8());
    writeFile(dir.filePath(u"profile/profile.html"_s), mediumProfile(u"Robin"_s, {}).data);
    writeFile(dir.filePath(u"claps/claps-0001.html"_s), "<html><body><ul><li>+2</li></ul></body></html>");
    const auto batch = readArchive({dir.path()}, options());
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), 1);
    QCOMPARE(batch->read, 1);
    QVERIFY(batch->skipped.empty());
    const QTemporaryDir site;
    writeFile(site.filePath(u"index.html"_s), "<html><body><p>A page</p></body></html>");
    QCOMPARE(readArchive({site.path()}, options()).error().kind, Error::Kind::NothingToImport);
}

void TestMediumPosts::keysStay()
{
    const QString html = post(titleGraf + u"<p>a</p>"_s);
    const auto first = read(html).draft.source;
    const auto moved = read(html, u"elsewhere/2021-03-05_Another-title-0123456789ab.html"_s).draft.source;
    QCOMPARE(first.key, u"0123456789ab"_s);
    QCOMPARE(moved, first);
}

void TestMediumPosts::imagesComeAlong()
{
    const QTemporaryDir dir;
    for (const MediumFile &file :
         mediumPost(samplePost(u"![A](images/printer.png \"B\")"_s, {}), {.id = {}, .draft = false, .exported = today}))
        writeFile(dir.filePath(file.name), file.data);
    const auto batch = readArchive({dir.path()}, options());
    QVERIFY(batch && batch->notes.size() == 1);
    const NoteDraft &draft = batch->notes.front().draft;
    QCOMPARE(draft.text, u"![A](images/printer.png \"B\")\n"_s);
    QCOMPARE(draft.images.size(), 1);
}

void TestMediumPosts::roundTrip_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"everything"_s, u"minimal"_s, u"rtl"_s, u"cjk"_s})
        QTest::newRow(qPrintable(name)) << name;
}

/// Where what came back begins to differ; empty if it does not.
QString differenceIn(const QString &got, const QString &wanted)
{
    const auto [here, there] = std::ranges::mismatch(got, wanted);
    if (here == got.end() && there == wanted.end())
        return {};
    const qsizetype at = std::max<qsizetype>(0, here - got.begin() - 60);
    return u"got    …%1\nwanted …%2"_s.arg(got.mid(at, 160), wanted.mid(at, 160));
}

/// What a note becomes in the archive and back, beside its flattening.
QString roundTripped(const Note &note)
{
    const Post post = buildPost(note, sampleContext({}));
    const auto files = mediumPost(post, {.id = note.header.id, .draft = false, .exported = today});
    const QTemporaryDir dir;
    for (const MediumFile &file : files)
        writeFile(dir.filePath(file.name), file.data);
    const auto batch = readArchive({dir.filePath(files.front().name)}, options());
    if (!batch || batch->notes.size() != 1)
        return u"no note"_s;
    const NoteFields &fields = batch->notes.front().draft.fields;
    if (fields.title != post.title || fields.subtitle != post.subtitle || fields.kicker != post.kicker ||
        fields.author != post.author || fields.language != post.language || fields.tags != post.tags ||
        fields.published != post.published)
        return u"other fields"_s;
    LossList losses;
    QString wanted = shown(*flattened(post, losses));
    for (auto image = post.images.cbegin(); image != post.images.cend(); ++image)
        wanted.replace(u"src=\""_s + image.key() + u'"',
                       u"src=\"../images/"_s + post.slug + image->file.name.sliced(6) + u'"');
    return differenceIn(shown(*Markdown::Document::parse(batch->notes.front().draft.text)->forReaders(today)), wanted);
}

void TestMediumPosts::roundTrip()
{
    QFETCH(const QString, name);
    QCOMPARE(roundTripped(pageSample(name)), QString());
}

void TestMediumPosts::anyNoteComesBack()
{
    for (int round = 0; round < rounds(150); ++round) {
        const QString text = randomMarkdown(quint32(round) + 21000);
        const QString difference = roundTripped(sampleNote(text));
        QVERIFY2(difference.isEmpty(), qPrintable(text + u"\n\n"_s + difference));
    }
}

void TestMediumPosts::theCorpusComesBack()
{
    const QString folder = qEnvironmentVariable("WEEKNOTES_CORPUS") + u"/weeknotes"_s;
    if (!qEnvironmentVariableIsSet("WEEKNOTES_CORPUS") || !QFileInfo::exists(folder))
        QSKIP("WEEKNOTES_CORPUS is not set");
    const auto batch = readArchive({folder}, options());
    QVERIFY(batch);
    int differ = 0;
    for (const ImportedNote &note : batch->notes) {
        const QString difference = roundTripped(sampleNote(note.draft.text));
        if (!difference.isEmpty() && ++differ < 30)
            qWarning().noquote() << note.draft.source.key << '\n' << difference;
    }
    QCOMPARE(differ, 0);
}

void TestMediumPosts::realArchives()
{
    const QString folder = qEnvironmentVariable("WEEKNOTES_CORPUS") + u"/medium"_s;
    if (!qEnvironmentVariableIsSet("WEEKNOTES_CORPUS") || !QFileInfo::exists(folder))
        QSKIP("WEEKNOTES_CORPUS is not set");
    const auto batch = readArchive({folder}, options());
    QVERIFY(batch);
    QVERIFY(batch->notes.size() > 80);
    for (const ImportedNote &note : batch->notes) {
        const QString &text = note.draft.text;
        QVERIFY(!note.draft.fields.title.isEmpty());
        static const QRegularExpression leftover(
            u"graf--|section-divider|(?<!\\\\)<(?:script|iframe)|&nbsp;|markup--"_s);
        const auto found = leftover.match(text);
        QVERIFY2(!found.hasMatch(), qPrintable(note.draft.source.key + found.captured()));
    }
}

QTEST_GUILESS_MAIN(TestMediumPosts)
#include "tst_mediumposts.moc"
