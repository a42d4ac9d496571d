// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of tests/data/pages: each NAME.md with the fields below gives NAME.html, without the style sheet, which is
// the same in all. After a wanted change: WEEKNOTES_REFRESH_GOLDEN=1 tst_page, then read the difference.
// WEEKNOTES_PAGES=DIR writes the whole pages there, to be looked at and judged.
#include "core/isotext.h"
#include "publisher/page.h"
#include "publisher/pagestyle.h"
#include "publisher/post.h"
#include "publisher/words.h"
#include "publisher/writer.h"
#include "support/rounds.h"
#include "support/testdata.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 22);
const QStringList samples{u"everything"_s, u"hostile"_s, u"minimal"_s, u"rtl"_s, u"cjk"_s};

QString dataPath(const QString &name)
{
    return testData(u"pages/"_s + name);
}

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QByteArray picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(200 - y * 90 / height, 214, 190 + x * 40 / width));
    }
    QByteArray data;
    QBuffer buffer(&data);
    image.save(&buffer, "PNG");
    return data;
}

Note noteWith(const QString &title, const QString &text)
{
    Note note;
    note.header.id = NoteId(QUuid::fromString(u"01900000-0000-7000-8000-000000000001"_s));
    note.header.fields.title = title;
    note.header.fields.language = u"en-GB"_s;
    note.text = text;
    return note;
}

Note sample(const QString &name)
{
    Note note = noteWith(u"A short week"_s, readText(dataPath(name + ".md"_L1)));
    NoteFields &fields = note.header.fields;
    if (name == "minimal"_L1)
        return note;
    fields.covers = Period{QDate(2026, 11, 16), today};
    fields.author = u"Robin Ellery"_s;
    if (name == "rtl"_L1) {
        fields.title = u"מה לימד אותנו דלפק הספרייה"_s;
        fields.subtitle = u"אחד־עשר אנשים ומדפסת אחת"_s;
        fields.author = u"רובין אלרי"_s;
        fields.language = u"he"_s;
    } else if (name == "cjk"_L1) {
        fields.title = u"图书馆柜台教会我们的事"_s;
        fields.subtitle = u"十一个人，一台打印机"_s;
        fields.author = u"罗宾"_s;
        fields.language = u"zh-Hans"_s;
    } else if (name == "everything"_L1) {
        fields.title = u"What the library counter taught us"_s;
        fields.kicker = u"Weeknotes 6.9"_s;
        fields.subtitle = u"6.9 — weeknotes — eleven people and one printer"_s;
        fields.published = QDateTime(today, QTime(16, 5), QTimeZone::UTC);
        fields.tags = {u"Weeknotes"_s, u"Public Libraries"_s, u"Printers & co"_s};
        fields.canonical = QUrl(u"https://medium.example/@robin/what-the-counter-1a2b3c"_s);
    } else if (name == "hostile"_L1) {
        const QString nasty = u"</title></script><script>alert(\"HOSTILE\")</script><!-- ' \" & \u0001 \u2028"_s;
        fields.title = nasty;
        fields.kicker = nasty;
        fields.subtitle = nasty;
        fields.author = nasty;
        fields.language = u"en\"><script>"_s;
        fields.tags = {nasty, u"\" onclick=\"alert(1)"_s};
        fields.canonical = QUrl(u"javascript:alert(1)"_s);
    }
    return note;
}

PostContext context()
{
    PostContext context{.settings = {}, .today = today};
    context.settings.baseUrl = QUrl(u"https://robin.example/notes"_s);
    context.settings.language = u"en"_s;
    context.image = [](const QString &name) -> std::optional<QByteArray> {
        static const QByteArray photograph = picture(1360, 760);
        if (name == "images/printer.png"_L1)
            return photograph;
        if (name == "images/a.png"_L1)
            return picture(2, 2);
        if (name == "images/evil.svg"_L1)
            return QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
        return std::nullopt;
    };
    context.linked = [](const QString &ref) -> std::optional<NoteHeader> {
        NoteHeader header;
        if (ref == "2026-W46"_L1)
            header.fields.canonical = QUrl(u"https://robin.example/notes/a-quiet-week/?a=1&b=2"_s);
        return ref.startsWith("2026"_L1) ? std::optional(header) : std::nullopt;
    };
    return context;
}

/// The page of `post`, in a library with these settings.
Page pageOf(const Post &post, const LibrarySettings &settings = {})
{
    auto maker = PageMaker::make(settings);
    auto page = maker ? maker->page(post) : std::unexpected(maker.error());
    if (!page)
        qFatal("%s: %s", qPrintable(page.error().subject), qPrintable(page.error().detail));
    return *page;
}

QString render(const Note &note)
{
    return QString::fromUtf8(pageOf(buildPost(note, context())).html);
}

/// A page without the style sheet, which has tests of its own.
QString withoutStyle(QString html)
{
    return html.replace(pageStyle(), u"…\n"_s);
}

struct Tag
{
    QString name;
    QHash<QString, QString> attributes;
};

/// The tags of a page that this project wrote: lower case, attributes in double quotes. `rest` gets all between them.
std::vector<Tag> tagsOf(const QString &html, QString *rest)
{
    static const QRegularExpression form(
        u"<!DOCTYPE html>|</?([a-z][a-z0-9]*)((?:\\s+[a-z][a-z:-]*(?:=\"[^\"<>]*\")?)*)>"_s);
    static const QRegularExpression attribute(u"([a-z][a-z:-]*)(?:=\"([^\"<>]*)\")?"_s);
    std::vector<Tag> tags;
    qsizetype end = 0;
    for (auto it = form.globalMatch(html); it.hasNext();) {
        const auto match = it.next();
        *rest += html.mid(end, match.capturedStart() - end);
        end = match.capturedEnd();
        Tag tag{match.captured(1), {}};
        for (auto part = attribute.globalMatch(match.captured(2)); part.hasNext();) {
            const auto found = part.next();
            tag.attributes.insert(found.captured(1), found.captured(2));
        }
        tags.push_back(tag);
    }
    *rest += html.mid(end);
    return tags;
}

/// Why the page could run something, ask another server for something, or is no HTML; empty if it can't and is.
QString harmIn(const QString &page)
{
    static const QSet<QString> known{
        u"html"_s,   u"head"_s,       u"meta"_s,   u"title"_s,      u"link"_s,    u"script"_s, u"style"_s, u"body"_s,
        u"main"_s,   u"article"_s,    u"header"_s, u"hgroup"_s,     u"h1"_s,      u"h2"_s,     u"h3"_s,    u"h4"_s,
        u"h5"_s,     u"h6"_s,         u"p"_s,      u"div"_s,        u"span"_s,    u"time"_s,   u"a"_s,     u"em"_s,
        u"strong"_s, u"del"_s,        u"code"_s,   u"pre"_s,        u"br"_s,      u"hr"_s,     u"ul"_s,    u"ol"_s,
        u"li"_s,     u"blockquote"_s, u"figure"_s, u"figcaption"_s, u"img"_s,     u"table"_s,  u"thead"_s, u"tbody"_s,
        u"tr"_s,     u"th"_s,         u"td"_s,     u"sup"_s,        u"section"_s, u"footer"_s, u"data"_s,  u"b"_s,
        u"label"_s,  u"input"_s,      u"kbd"_s,    u"sub"_s,        u"mark"_s,    u"abbr"_s,   u"small"_s, u"u"_s,
        u"ins"_s,    u"cite"_s,       u"samp"_s,   u"details"_s,    u"summary"_s, u"dl"_s,     u"dt"_s,    u"dd"_s,
        u""_s};
    static const QSet<QString> schemes{u"http"_s, u"https"_s, u"mailto"_s, u""_s};
    QString rest;
    const QString html = withoutStyle(page);
    for (const Tag &tag : tagsOf(html, &rest)) {
        if (!known.contains(tag.name))
            return u"element "_s + tag.name;
        for (auto it = tag.attributes.cbegin(); it != tag.attributes.cend(); ++it) {
            if (it.key().startsWith("on"_L1) || it.key() == "style"_L1)
                return u"attribute "_s + it.key();
        }
        if (tag.name == "script"_L1 && !tag.attributes.isEmpty() &&
            tag.attributes.value(u"type"_s) != "application/ld+json"_L1)
            return u"a script"_s;
        const QString srcset = tag.attributes.value(u"srcset"_s);
        for (const QString &source : QStringList(tag.attributes.value(u"src"_s)) + srcset.split(u", "_s)) {
            const bool own = tag.name == "img"_L1 && source.startsWith("images/"_L1) && !source.contains(".."_L1);
            if (!source.isEmpty() && !own)
                return u"src "_s + source;
        }
        const QString target = tag.attributes.value(u"href"_s).replace("&amp;"_L1, "&"_L1);
        const QString rel = tag.attributes.value(u"rel"_s);
        if (rel == "icon"_L1 && target.startsWith("data:image/svg+xml;base64,"_L1))
            continue;
        if (tag.name != "a"_L1 && !target.isEmpty() && rel != "canonical"_L1 && rel != "alternate"_L1)
            return u"href of "_s + tag.name;
        if (!schemes.contains(QUrl(target).scheme()))
            return u"href "_s + target;
        if (tag.attributes.value(u"http-equiv"_s, u"Content-Security-Policy"_s) != "Content-Security-Policy"_L1)
            return u"http-equiv"_s;
    }
    if (rest.contains(u'<') || rest.contains(u'>'))
        return u"an angle in: "_s + rest.mid(std::max<qsizetype>(0, rest.indexOf(u'<') - 20), 60);
    const auto legal = [](QChar c) { return c == u'\n' || c == u'\t' || (c >= u' ' && (c < u'\x7F' || c > u'\x9F')); };
    return std::ranges::all_of(page, legal) ? QString() : u"a control character"_s;
}

QJsonObject jsonIn(const QString &html)
{
    const QString open = u"<script type=\"application/ld+json\">"_s;
    const qsizetype start = html.indexOf(open) + open.size();
    return QJsonDocument::fromJson(html.mid(start, html.indexOf(u"</script>"_s, start) - start).toUtf8()).object();
}

/// The page's own text between its head and its foot.
QString content(const QString &text)
{
    const QString html = render(noteWith(u"Title"_s, text));
    const QString open = u"<div class=\"e-content\">\n"_s;
    const qsizetype start = html.indexOf(open) + open.size();
    return html.mid(start, html.indexOf(u"</div>\n<footer>"_s, start) - start);
}

} // namespace

class TestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_data();
    void golden();
    void runsAndFetchesNothing_data() { golden_data(); }
    void runsAndFetchesNothing();
    void harmIsFound_data();
    void harmIsFound();
    void anyTextIsSafe();
    void styleSheetStandsAlone();
    void jsonHoldsTheFacts();
    void onlyWhatWentOutSaysSo();
    void daysWithoutAnHour();
    void aDayIsTheSameEverywhere();
    void wordsOfHtmlAreShown();
    void hiddenPassagesStayHidden();
    void headingsLeaveNoLevelOut();
    void titleIsSaidOnce();
    void linksToNotes();
    void linkTargets_data();
    void linkTargets();
    void images();
    void imagesOfTheSameName();
    void dates_data();
    void dates();
    void addresses_data();
    void addresses();
    void languages_data();
    void languages();
    void wordsOfAnotherDirection();
    void settingsBringNothingAlong();
    void summaries();
    void titlesAreNeverEmpty();
    void writtenPages();
    void whatIsNoPageStays();
    void anImageOfSomebodyStays();
    void anExportThatEndedMidwayIsRepeated();
    void foldersThatCantBeWritten();
    void twoPagesWithOneSlug();
};

void TestPage::golden_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : samples)
        QTest::newRow(qPrintable(name)) << name;
}

void TestPage::golden()
{
    QFETCH(const QString, name);
    const QString path = dataPath(name + ".html"_L1);
    const QString html = withoutStyle(render(sample(name)));
    if (qEnvironmentVariableIsSet("WEEKNOTES_REFRESH_GOLDEN")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(html.toUtf8()) > 0);
    }
    if (const QString folder = qEnvironmentVariable("WEEKNOTES_PAGES"); !folder.isEmpty())
        QVERIFY(writePages(folder + u'/' + name, {pageOf(buildPost(sample(name), context()))}));
    const QStringList wanted = readText(path).split(u'\n');
    const QStringList lines = html.split(u'\n');
    for (qsizetype line = 0; line < std::min(lines.size(), wanted.size()); ++line)
        QCOMPARE(lines.at(line), wanted.at(line));
    QCOMPARE(lines.size(), wanted.size());
}

void TestPage::runsAndFetchesNothing()
{
    QFETCH(const QString, name);
    QCOMPARE(harmIn(render(sample(name))), QString());
}

void TestPage::harmIsFound_data()
{
    QTest::addColumn<QString>("html");
    for (const QString &html :
         {u"<script>alert(1)</script x>"_s, u"<iframe src=\"https://x.example\"></iframe>"_s,
          u"<img src=\"//x.example/a\">"_s, u"<img src=\"images/../a\">"_s,
          u"<img srcset=\"images/a.png 1w, //x.example/a 2w\">"_s, u"<link rel=\"icon\" href=\"https://x.example/\">"_s,
          u"<p onclick=\"a\">"_s, u"<a href=\"javascript:a\">"_s, u"<link rel=\"stylesheet\" href=\"a.css\">"_s,
          u"a < b"_s, u"<p style=\"a\">"_s, u"<p title='a'>"_s, u"<script type=\"module\">"_s,
          u"<meta http-equiv=\"refresh\">"_s, u"a \u0001"_s})
        QTest::newRow(qPrintable(html)) << html;
}

void TestPage::harmIsFound()
{
    QFETCH(const QString, html);
    QVERIFY(!harmIn(html).isEmpty());
}

void TestPage::anyTextIsSafe()
{
    static const QStringList pieces{u"<"_s,
                                    u">"_s,
                                    u"\""_s,
                                    u"'"_s,
                                    u"&"_s,
                                    u"\n\n"_s,
                                    u"\n"_s,
                                    u"`"_s,
                                    u"```"_s,
                                    u"["_s,
                                    u"]("_s,
                                    u")"_s,
                                    u"!["_s,
                                    u"](images/a.png \""_s,
                                    u"javascript:"_s,
                                    u"https://x.example/"_s,
                                    u"<script>"_s,
                                    u"</script>"_s,
                                    u"<!--"_s,
                                    u"-->"_s,
                                    u"<!-- private\n"_s,
                                    u"<!-- pull quote -->\n> "_s,
                                    u"[^1]"_s,
                                    u"\n[^1]: "_s,
                                    u"# "_s,
                                    u"- [ ] "_s,
                                    u"1. "_s,
                                    u"> "_s,
                                    u"|a|b|\n|-|-|\n|"_s,
                                    u"|"_s,
                                    u"*"_s,
                                    u"**"_s,
                                    u"~~"_s,
                                    u"\\"_s,
                                    u"&lt;"_s,
                                    u"&#60;"_s,
                                    u"data:"_s,
                                    u"week:2026-W46"_s,
                                    u"\u0001"_s,
                                    u"\uFFFE"_s,
                                    u"word "_s,
                                    u"    "_s,
                                    u"onload="_s,
                                    u"---\n"_s,
                                    u"Tune of the week: "_s};
    QRandomGenerator random(3);
    for (int round = 0; round < rounds(400); ++round) {
        QString text;
        for (int count = random.bounded(60); count > 0; --count)
            text += pieces.at(random.bounded(int(pieces.size())));
        Note note = noteWith(text, text);
        note.header.fields.kicker = note.header.fields.author = note.header.fields.subtitle = text;
        note.header.fields.tags = {text};
        const QString html = render(note);
        QVERIFY2(harmIn(html).isEmpty(), qPrintable(harmIn(html) + u"\n"_s + text));
        QVERIFY2(!jsonIn(html).isEmpty(), qPrintable(text));
    }
}

void TestPage::styleSheetStandsAlone()
{
    const QString &style = pageStyle();
    QVERIFY(!style.contains("url("_L1));
    QVERIFY(!style.contains("@import"_L1));
    QVERIFY(!style.contains(u'<'));
    QCOMPARE(style.count(u'{'), style.count(u'}'));
    static const QRegularExpression use(u"var\\((--[a-z-]+)\\)"_s);
    for (auto it = use.globalMatch(style); it.hasNext();) {
        const QString name = it.next().captured(1);
        QVERIFY2(style.contains(name + u':'), qPrintable(name));
    }
    for (int role = 1; role < tokenRoleCount; ++role)
        QVERIFY(style.contains(u'.' + tokenClass(TokenRole(role)) + u" {"_s));
}

void TestPage::jsonHoldsTheFacts()
{
    const QString html = render(sample(u"hostile"_s));
    const Post post = buildPost(sample(u"hostile"_s), context());
    const QJsonObject data = jsonIn(html);
    QCOMPARE(data.value(u"headline"_s).toString(), post.title);
    QCOMPARE(data.value(u"author"_s).toObject().value(u"name"_s).toString(), post.author);
    const QJsonObject full = jsonIn(render(sample(u"everything"_s)));
    QCOMPARE(full.value(u"@type"_s).toString(), u"BlogPosting"_s);
    QCOMPARE(full.value(u"datePublished"_s).toString(), u"2026-11-22T16:05:00Z"_s);
    QCOMPARE(full.value(u"inLanguage"_s).toString(), u"en-GB"_s);
    QCOMPARE(full.value(u"image"_s).toString(),
             u"https://robin.example/notes/what-the-library-counter-taught-us/images/printer.png"_s);
    const QJsonObject little = jsonIn(render(sample(u"minimal"_s)));
    QVERIFY(!little.contains(u"author"_s));
    QVERIFY(!little.contains(u"datePublished"_s));
    QVERIFY(!little.contains(u"keywords"_s));
    QCOMPARE(jsonIn(render(noteWith(u"T"_s, u"图书馆 and more"_s))).value(u"wordCount"_s).toInt(), 5);
}

void TestPage::onlyWhatWentOutSaysSo()
{
    Note note = noteWith(u"T"_s, u"a"_s);
    note.header.fields.covers = Period{QDate(2026, 11, 23), QDate(2026, 11, 29)};
    const QString draft = render(note);
    QVERIFY(draft.contains(u"<time datetime=\"2026-11-29\">29 Nov 2026</time>"));
    QVERIFY(!draft.contains(u"dt-published"));
    QVERIFY(!draft.contains(u"article:published_time"));
    QVERIFY(!jsonIn(draft).contains(u"datePublished"));
}

void TestPage::daysWithoutAnHour()
{
    Note note = noteWith(u"T"_s, u"a"_s);
    note.header.fields.published = QDateTime(QDate(2021, 3, 5), QTime(12, 0), QTimeZone::UTC);
    const QString html = render(note);
    QVERIFY(html.contains(u"<time class=\"dt-published\" datetime=\"2021-03-05\">5 Mar 2021</time>"));
    QVERIFY(html.contains(u"<meta property=\"article:published_time\" content=\"2021-03-05\">"));
    QCOMPARE(jsonIn(html).value(u"datePublished"_s).toString(), u"2021-03-05"_s);
    note.header.fields.published = note.header.fields.published->addSecs(1);
    QCOMPARE(jsonIn(render(note)).value(u"datePublished"_s).toString(), u"2021-03-05T12:00:01Z"_s);
}

/// Whatever the time zone of the computer is, see weeknotes_add_test.
void TestPage::aDayIsTheSameEverywhere()
{
    Note note = noteWith(u"T"_s, u"a"_s);
    note.header.fields.published = noonOf(QDate(2026, 6, 10));
    const QString html = render(note);
    QVERIFY(html.contains(u"<time class=\"dt-published\" datetime=\"2026-06-10\">10 Jun 2026</time>"));
    QVERIFY(html.contains(u"<meta property=\"article:published_time\" content=\"2026-06-10\">"));
    QCOMPARE(jsonIn(html).value(u"datePublished"_s).toString(), u"2026-06-10"_s);
}

void TestPage::wordsOfHtmlAreShown()
{
    QCOMPARE(
        content(u"<div>\nWords &amp; <b>more</b> &lt;\n</div>\n\n<script>no</script>\n\na <i>b</i>"_s).trimmed(),
        u"<p>Words &amp; <strong>more</strong> &lt;</p>\n<p>&lt;script&gt;no&lt;/script&gt;</p>\n<p>a <em>b</em></p>"_s);
}

void TestPage::hiddenPassagesStayHidden()
{
    QVERIFY(sample(u"everything"_s).text.count(u"HIDDEN-"_s) == 3);
    const QString html = render(sample(u"everything"_s));
    QVERIFY(!html.contains("HIDDEN-"_L1));
    QVERIFY(html.contains("What could not be said until this year."_L1));
    PostContext later = context();
    later.today = QDate(2099, 1, 1);
    const QByteArray then = pageOf(buildPost(sample(u"everything"_s), later)).html;
    QVERIFY(then.contains("HIDDEN-2"));
    QVERIFY(!then.contains("HIDDEN-1"));
}

void TestPage::headingsLeaveNoLevelOut()
{
    const QString html = content(u"### a\n\n# b\n\n#### c\n\n###### d\n\n## e\n\n##\n"_s);
    static const QRegularExpression heading(u"<(h[1-6]) class=\"([a-z]+)\""_s);
    QStringList found;
    for (auto it = heading.globalMatch(html); it.hasNext();) {
        const auto match = it.next();
        found += match.captured(1) + u' ' + match.captured(2);
    }
    QCOMPARE(found, QStringList({u"h2 small"_s, u"h2 large"_s, u"h3 small"_s, u"h4 small"_s, u"h3 large"_s}));
}

void TestPage::titleIsSaidOnce()
{
    QVERIFY(!content(u"# Title\n\nText"_s).contains("<h"_L1));
    QVERIFY(content(u"# Another\n\nText"_s).contains("<h2"_L1));
    QVERIFY(content(u"Text\n\n# Title"_s).contains("<h2"_L1));
}

void TestPage::linksToNotes()
{
    QVERIFY(content(u"[w](week:2026-W46)"_s)
                .contains("<a href=\"https://robin.example/notes/a-quiet-week/?a=1&amp;b=2\">w</a>"_L1));
    QCOMPARE(content(u"[unpublished](week:2026-W48) [unknown](week:2020-W01)"_s).trimmed(),
             u"<p>unpublished unknown</p>"_s);
}

void TestPage::linkTargets_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    QTest::newRow("web") << u"[a](HTTPS://x.example/a?b=1&c=2#d)"_s
                         << u"<a href=\"HTTPS://x.example/a?b=1&amp;c=2#d\">a</a>"_s;
    QTest::newRow("mail") << u"[a](mailto:r@x.example)"_s << u"<a href=\"mailto:r@x.example\">a</a>"_s;
    QTest::newRow("heading") << u"[a](#b)"_s << u"<a href=\"#b\">a</a>"_s;
    QTest::newRow("site") << u"[a](/about)"_s << u"<a href=\"/about\">a</a>"_s;
    QTest::newRow("a lonely percent") << u"[a](/100%)"_s << u"<a href=\"/100%25\">a</a>"_s;
    QTest::newRow("two fragments") << u"[a](/b#c#d)"_s << u"<a href=\"/b#c%23d\">a</a>"_s;
    QTest::newRow("no name") << u"[](https://www.x.example/)"_s
                             << u"<a href=\"https://www.x.example/\">x.example</a>"_s;
    QTest::newRow("nowhere") << u"[a]()"_s << u"a"_s;
    QTest::newRow("no host") << u"[a](https://)"_s << u"a"_s;
    QTest::newRow("no host, script") << u"[a](http:alert)"_s << u"a"_s;
    QTest::newRow("bad host") << u"[a](<https://x y.example/>)"_s << u"a"_s;
    QTest::newRow("script") << u"[a](javascript:b)"_s << u"a"_s;
    QTest::newRow("data") << u"[a](data:text/html,b)"_s << u"a"_s;
    QTest::newRow("file") << u"[a](file:///etc/passwd)"_s << u"a"_s;
}

void TestPage::linkTargets()
{
    QFETCH(const QString, markdown);
    QFETCH(const QString, html);
    QCOMPARE(content(markdown).trimmed(), u"<p>"_s + html + u"</p>"_s);
}

void TestPage::images()
{
    const Page page = pageOf(buildPost(sample(u"everything"_s), context()));
    QCOMPARE(page.images.size(), 2u);
    QCOMPARE(page.images[0].name, u"images/printer.680.png"_s);
    QCOMPARE(page.images[1].name, u"images/printer.png"_s);
    QVERIFY(page.html.contains("width=\"1360\" height=\"760\""));
    QCOMPARE(content(u"![alt & more](images/none.png)"_s).trimmed(),
             u"<figure><div class=\"lost\">alt &amp; more</div></figure>"_s);
    QVERIFY(content(u"![a map](https://www.maps.example/1.png)"_s)
                .contains("<a class=\"card\" href=\"https://www.maps.example/1.png\"><b>a map</b>"_L1));
    QVERIFY(content(u"[https://vimeo.com/12](https://vimeo.com/12 'Brass & bells')"_s)
                .contains(u"<a class=\"card\" href=\"https://vimeo.com/12\"><b>Brass &amp; bells</b>"
                          "<span>Video on Vimeo · vimeo.com/12</span></a>"_s));
    QVERIFY(content(u"See ![a map](https://www.maps.example/1.png)"_s)
                .contains("<a href=\"https://www.maps.example/1.png\">a map (Image at maps.example)</a>"_L1));
    QVERIFY(content(u"[![a map](https://maps.example/1.png)](https://x.example)"_s)
                .contains("<a href=\"https://x.example\">a map</a>"_L1));
    QVERIFY(pageOf(buildPost(sample(u"hostile"_s), context())).images.size() == 1);
}

void TestPage::imagesOfTheSameName()
{
    PostContext all = context();
    QStringList asked;
    all.image = [&asked](const QString &name) {
        asked += name;
        return std::optional(picture(3, 3));
    };
    const Note note = noteWith(
        u"T"_s,
        u"![a](images/a.png) ![a](images/a.png) ![b](more/A.jpeg) ![c](../../a) "
        "![d](x/%C3%A9t%C3%A9.png) ![w](images/wait...what.png) ![e](https://x.example/a.png) ![f](//x.example/a.png)"_s);
    const Page page = pageOf(buildPost(note, all));
    QStringList names;
    for (const ImageFile &image : page.images)
        names += image.name;
    QCOMPARE(names,
             QStringList({u"images/a-2.png"_s, u"images/a.png"_s, u"images/ete.png"_s, u"images/wait-what.png"_s}));
    QVERIFY(!asked.contains(u"https://x.example/a.png"_s));
    QVERIFY(!asked.contains(u"//x.example/a.png"_s));
    QVERIFY(!asked.contains(u"../../a"_s));
}

void TestPage::dates_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("date");
    QTest::newRow("American") << u"en-US"_s << u"Mar 5, 2021"_s;
    QTest::newRow("British") << u"en-GB"_s << u"5 Mar 2021"_s;
    QTest::newRow("French") << u"fr"_s << u"5 mars 2021"_s;
    QTest::newRow("German") << u"de"_s << u"5. März 2021"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"2021年3月5日"_s;
    QTest::newRow("unknown") << u"tlh"_s << u"Mar 5, 2021"_s;
}

void TestPage::dates()
{
    QFETCH(const QString, language);
    QFETCH(const QString, date);
    QCOMPARE(pageDate(QDate(2021, 3, 5), language), date);
}

void TestPage::addresses_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("original");
    const QString base = u"https://robin.example/notes/"_s;
    const QString medium = u"https://medium.example/x"_s;
    QTest::newRow("nothing known") << u""_s << u""_s << u""_s << u""_s;
    QTest::newRow("to be") << base << u""_s << base + "title/"_L1 << u""_s;
    QTest::newRow("no slash") << base.chopped(1) << u""_s << base + "title/"_L1 << u""_s;
    QTest::newRow("stands there") << base << base + "old/"_L1 << base + "old/"_L1 << u""_s;
    QTest::newRow("first elsewhere") << base << medium << base + "title/"_L1 << medium;
    QTest::newRow("only elsewhere") << u""_s << medium << medium << u""_s;
    QTest::newRow("no address") << u""_s << u"javascript:alert(1)"_s << u""_s << u""_s;
    QTest::newRow("no base") << u"file:///tmp/"_s << u""_s << u""_s << u""_s;
}

void TestPage::addresses()
{
    QFETCH(const QString, base);
    QFETCH(const QString, canonical);
    Note note = noteWith(u"Title"_s, u"Text"_s);
    note.header.fields.canonical = QUrl(canonical);
    PostContext here = context();
    here.settings.baseUrl = QUrl(base);
    const Post post = buildPost(note, here);
    QTEST(post.address.toString(), "address");
    QTEST(post.original.toString(), "original");
}

void TestPage::languages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("opening");
    QTest::addColumn<QString>("words");
    QTest::newRow("British") << u"en_GB"_s << u"<html lang=\"en-GB\" dir=\"ltr\">"_s << u"1 min read"_s;
    QTest::newRow("French") << u"fr"_s << u"<html lang=\"fr\" dir=\"ltr\">"_s << u"1 min de lecture"_s;
    QTest::newRow("Swiss German") << u"DE-ch"_s << u"<html lang=\"de-CH\" dir=\"ltr\">"_s << u"1 Min. Lesezeit"_s;
    QTest::newRow("Hebrew") << u"he"_s << u"<html lang=\"he\" dir=\"rtl\">"_s << u"1 דק׳ קריאה"_s;
    QTest::newRow("Arabic") << u"ar-EG"_s << u"<html lang=\"ar-EG\" dir=\"rtl\">"_s << u"1 min read"_s;
    QTest::newRow("traditional") << u"zh-hant-tw"_s << u"<html lang=\"zh-Hant-TW\" dir=\"ltr\">"_s
                                 << u"阅读约 1 分钟"_s;
    QTest::newRow("none") << u"nonsense<"_s << u"<html lang=\"en\" dir=\"ltr\">"_s << u"1 min read"_s;
}

void TestPage::languages()
{
    QFETCH(const QString, language);
    Note note = noteWith(u"Title"_s, u"Text"_s);
    note.header.fields.language = language;
    const QString html = render(note);
    QTEST(html.section(u'\n', 1, 1), "opening");
    QFETCH(const QString, words);
    QVERIFY(html.contains(words));
}

void TestPage::wordsOfAnotherDirection()
{
    const auto rendered = [](const QString &text, const QString &language) {
        Note note = noteWith(u"Title"_s, text);
        note.header.fields.language = language;
        return render(note);
    };
    const QString english = rendered(
        u"One.\n\nעברית with English.\n\n## עברית\n\n- אחת\n- two\n\n> שתיים\n\n| א | b |\n|--|--|\n| 1 | 2 |"_s,
        u"en"_s);
    QVERIFY(english.contains(u"<p>One.</p>"));
    QVERIFY(english.contains(u"<p dir=\"rtl\">עברית with English.</p>"));
    QVERIFY(english.contains(u"<ul dir=\"rtl\">\n<li dir=\"rtl\">אחת</li>\n<li>two</li>"));
    QVERIFY(english.contains(u"<blockquote dir=\"rtl\">\n<p dir=\"rtl\">"));
    QVERIFY(english.contains(u" dir=\"rtl\"><table>")); // its columns, too
    QVERIFY(english.contains(u"<th scope=\"col\">א</th><th scope=\"col\" dir=\"ltr\">b</th>"));
    QVERIFY(english.contains(u"<td>1</td>"));
    const QString hebrew = rendered(u"עברית\n\nEnglish.\n\n2026"_s, u"he"_s);
    QVERIFY(hebrew.contains(u"<p>עברית</p>\n<p dir=\"ltr\">English.</p>\n<p>2026</p>"));
}

void TestPage::settingsBringNothingAlong()
{
    LibrarySettings settings;
    settings.page.footer = u"# Me\n\n![x](https://evil.example/x.png) ![y](/tmp/y.png) <script>alert(1)</script>\n\n"
                           "[l](javascript:alert(1)) **bold** <b onclick=alert(1)>b</b>\n\n<!-- private\nsecret\n-->"_s;
    auto maker = PageMaker::make(settings);
    QVERIFY(maker);
    QString html = QString::fromUtf8(maker->page(buildPost(noteWith(u"Title"_s, u"Text."_s), context()))->html);
    html = html.section(u"<footer class=\"page\">"_s, 1);
    QVERIFY(html.contains(u"<strong>bold</strong>"));
    for (const auto &unwanted :
         {u"<img"_s, u"<script"_s, u"javascript:"_s, u"onclick"_s, u"secret"_s, u"<h1"_s, u"/tmp/"_s})
        QVERIFY2(!html.contains(unwanted), qPrintable(unwanted + html));
}

void TestPage::summaries()
{
    const auto summary = [](const QString &text) { return buildPost(noteWith(u"T"_s, text), context()).summary; };
    QCOMPARE(summary(u"# T\n\n> a quote\n\nThe *first*\nparagraph.\n\nAnother."_s), u"The first paragraph."_s);
    QCOMPARE(summary(u"<!-- private\nsecret\n-->\n\nOpen."_s), u"Open."_s);
    QCOMPARE(summary(QString()), QString());
    const QString cut = summary(u"words "_s.repeated(60));
    QVERIFY(cut.size() <= 160 && cut.endsWith(u"words…"_s));
    QVERIFY(summary(u"😀"_s.repeated(200)).isValidUtf16());
}

void TestPage::titlesAreNeverEmpty()
{
    Note note = noteWith(u" \n "_s, u"Text"_s);
    QCOMPARE(buildPost(note, context()).title, u"Untitled"_s);
    note.header.fields.covers = Period{QDate(2026, 11, 16), today};
    QCOMPARE(buildPost(note, context()).title, u"16 Nov 2026 – 22 Nov 2026"_s);
}

void TestPage::writtenPages()
{
    const QTemporaryDir folder;
    const Page page = pageOf(buildPost(sample(u"everything"_s), context()));
    const QString target = folder.filePath(u"not/yet/there"_s);
    QVERIFY(writePages(target, {page}));
    const QDir dir(target + u'/' + page.slug);
    QCOMPARE(dir.entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList({u"images"_s, u"index.html"_s}));
    QCOMPARE(readText(dir.filePath(u"index.html"_s)).toUtf8(), page.html);
    QVERIFY(writePages(target, {page}));
    Page edited = page;
    edited.html += "<!-- edited -->";
    QVERIFY(writePages(target, {edited}));
    QCOMPARE(readText(dir.filePath(u"index.html"_s)).toUtf8(), edited.html);
}

void TestPage::whatIsNoPageStays()
{
    const QTemporaryDir folder;
    const Page page = pageOf(buildPost(sample(u"everything"_s), context()));
    const QDir dir(folder.filePath(page.slug));
    QVERIFY(QDir().mkpath(dir.path()));
    QFile file(dir.filePath(u"index.html"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("<p>By hand") > 0);
    file.close();
    QVERIFY(!page.images.empty());
    const auto written = writePages(folder.path(), {page});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Exists);
    QCOMPARE(written.error().subject, file.fileName());
    QCOMPARE(readText(file.fileName()), u"<p>By hand"_s);
    QCOMPARE(dir.entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList(u"index.html"_s));
}

void TestPage::anImageOfSomebodyStays()
{
    const QTemporaryDir folder;
    const Page page{.slug = u"a"_s,
                    .html = pageMark.toByteArray(),
                    .images = {{.name = u"images/one.png"_s, .data = "1"}, {.name = u"images/two.png"_s, .data = "2"}}};
    QVERIFY(QDir(folder.path()).mkpath(u"a/images"_s));
    QFile file(folder.filePath(u"a/images/two.png"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") > 0);
    file.close();
    const auto written = writePages(folder.path(), {page});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Exists);
    QCOMPARE(readText(file.fileName()), u"mine"_s);
    QCOMPARE(QDir(folder.filePath(u"a/images"_s)).entryList(QDir::Files), QStringList(u"two.png"_s));
    QVERIFY(!QFileInfo::exists(folder.filePath(u"a/index.html"_s)));
}

void TestPage::anExportThatEndedMidwayIsRepeated()
{
    const QTemporaryDir folder;
    Page page{.slug = u"a"_s,
              .html = pageMark.toByteArray(),
              .images = {{.name = u"images/one.png"_s, .data = "1"}, {.name = u"more/two.png"_s, .data = "2"}}};
    QVERIFY(QDir(folder.path()).mkpath(u"a"_s));
    QFile inTheWay(folder.filePath(u"a/more"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QCOMPARE(writePages(folder.path(), {page}).error().kind, Error::Kind::NotWritable);
    QCOMPARE(readText(folder.filePath(u"a/images/one.png"_s)), u"1"_s);
    QVERIFY(inTheWay.remove());
    page.images[0].data = "another";
    QVERIFY(writePages(folder.path(), {page}));
    QCOMPARE(readText(folder.filePath(u"a/images/one.png"_s)), u"another"_s);
}

void TestPage::foldersThatCantBeWritten()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a file"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto written = writePages(path, {Page{.slug = u"a"_s, .html = "b", .images = {}}});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Exists);
    QCOMPARE(written.error().subject, path);
}

void TestPage::twoPagesWithOneSlug()
{
    const QTemporaryDir folder;
    const Page page{.slug = u"a"_s, .html = "b", .images = {}};
    const auto written = writePages(folder.path(), {page, page});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Conflict);
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestPage)
#include "tst_page.moc"
