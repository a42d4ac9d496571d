// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/wordpresstext.h"

#include "html/htmltomarkdown.h"
#include "html/markdownescape.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

// Non-characters, which decoding takes out of all that comes in: they stand for what the conversion to Markdown has no
// words for, around a footnote's number and where an excerpt ends.
constexpr QChar noteBegins(u'\uFDD0');
constexpr QChar noteEnds(u'\uFDD1');
constexpr QChar excerptEnds(u'\uFDD2');
const QString excerptMark = u"data-excerpt-ends"_s; ///< of the paragraph that holds the latter, once the HTML is read

QString attributeOf(const QString &attributes, const QString &name)
{
    const QRegularExpression attribute(u"(?:^|\\s)%1\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))"_s.arg(name));
    const auto match = attribute.match(attributes);
    return match.captured(1) + match.captured(2) + match.captured(3);
}

QString paragraphOf(const QString &html)
{
    return u"\n\n<p>"_s + html + u"</p>\n\n"_s;
}

QString figureOf(const QString &picture, const QString &caption)
{
    return u"\n\n<figure>"_s + picture +
           (caption.isEmpty() ? QString() : u"<figcaption>"_s + caption + u"</figcaption>"_s) + u"</figure>\n\n"_s;
}

/// Whether what is opened is a picture, and not a page.
bool isPicture(const QString &address)
{
    static const QRegularExpression ending(u"\\.(?:jpe?g|png|gif|webp|avif|svg|bmp|heic)(?:\\?|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return ending.match(address).hasMatch() || address.contains(u"attachment_id="_s);
}

/// Turns shortcodes into the HTML that they stand for; those that it does not know stay.
class Shortcodes
{
public:
    explicit Shortcodes(const WordPressContext &context) : m_context(context) {}

    QString replaced(const QString &content)
    {
        readTags(content);
        QString html;
        qsizetype at = 0;
        for (size_t i = 0; i < m_tags.size(); ++i) {
            const Tag &tag = m_tags[i];
            if (tag.begin < at || html.size() > largestHtml)
                continue;
            const Tag *end = tag.next && m_tags[tag.next].isEnd && !tag.isEmpty ? &m_tags[tag.next] : nullptr;
            html += QStringView(content).sliced(at, tag.begin - at);
            at = end && known().contains(tag.name) ? end->end : tag.end;
            const QString whole = content.sliced(tag.begin, at - tag.begin);
            if (tag.isQuoted) // "[[gallery]]"
                html += whole.sliced(1).chopped(1);
            else if (tag.isEnd)
                html += whole;
            else if (known().contains(tag.name))
                html += htmlOf(tag, end ? content.sliced(tag.end, end->begin - tag.end) : QString(), whole);
            else
                html += left(tag, whole, end || tag.attributes.contains(u'='));
        }
        return html += QStringView(content).sliced(at);
    }

    /// See WordPressText.
    [[nodiscard]] const QStringList &named() const { return m_named; }

private:
    static constexpr qsizetype mostNamed = 20;

    struct Tag
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        QString name;
        QString attributes;
        bool isEnd = false;
        bool isEmpty = false; ///< ends itself
        bool isQuoted = false;
        size_t next = 0; ///< the next one of that name; 0: there is none
    };

    static const QSet<QString> &known()
    {
        static const QSet<QString> names{u"caption"_s, u"wp_caption"_s, u"gallery"_s, u"playlist"_s,   u"embed"_s,
                                         u"youtube"_s, u"vimeo"_s,      u"tweet"_s,   u"soundcloud"_s, u"spotify"_s,
                                         u"audio"_s,   u"video"_s,      u"code"_s,    u"sourcecode"_s};
        return names;
    }

    void readTags(const QString &content)
    {
        static const QRegularExpression tag(u"(\\[?)\\[(/?)([a-z][\\w-]*+)((?:[\\s=][^\\[\\]]*+)?)\\](\\]?)"_s);
        for (const auto &match : tag.globalMatch(content)) {
            const bool isQuoted = match.capturedLength(1) > 0 && match.capturedLength(5) > 0;
            QString attributes = match.captured(4).trimmed();
            const bool isEmpty = attributes.endsWith(u'/');
            attributes.chop(isEmpty ? 1 : 0);
            m_tags.push_back({.begin = isQuoted ? match.capturedStart() : match.capturedEnd(1),
                              .end = isQuoted ? match.capturedEnd() : match.capturedStart(5),
                              .name = match.captured(3),
                              .attributes = attributes,
                              .isEnd = match.capturedLength(2) > 0,
                              .isEmpty = isEmpty,
                              .isQuoted = isQuoted});
        }
        QHash<QString, size_t> next;
        for (size_t i = m_tags.size(); i-- > 0;) {
            if (m_tags[i].isQuoted)
                continue;
            m_tags[i].next = next.value(m_tags[i].name, 0);
            next.insert(m_tags[i].name, i);
        }
    }

    /// As it is written; named where it reads like a shortcode, with a value or an end, and not like words.
    QString left(const Tag &tag, const QString &whole, bool isNamed)
    {
        const QString shown = u'[' + tag.name + u']';
        if (isNamed && m_named.size() < mostNamed && !m_named.contains(shown))
            m_named += shown;
        return whole;
    }

    QString htmlOf(const Tag &tag, const QString &inner, const QString &whole)
    {
        if (tag.name.endsWith(u"caption"_s))
            return caption(tag.attributes, inner);
        if (tag.name.endsWith(u"code"_s))
            return whole.size() > tag.end - tag.begin ? code(tag.attributes, inner) : left(tag, whole, false);
        const QString html = tag.name == u"gallery" || tag.name == u"playlist" ? gallery(tag) : player(tag, inner);
        return html.isEmpty() ? left(tag, whole, true) : html;
    }

    /// The caption is an attribute in old posts, and what follows the picture in others.
    static QString caption(const QString &attributes, const QString &inner)
    {
        static const QRegularExpression parts(u"^\\s*+((?:<a\\s[^>]*+>)?\\s*+<img\\s[^>]*+>\\s*+(?:</a>)?)(.*)$"_s,
                                              QRegularExpression::DotMatchesEverythingOption);
        const auto match = parts.match(inner);
        const QString named = attributeOf(attributes, u"caption"_s);
        if (!match.hasMatch())
            return named.isEmpty() ? inner : inner + paragraphOf(named);
        const QString words = match.captured(2).trimmed();
        return figureOf(match.captured(1), words.isEmpty() ? named : words);
    }

    /// An address by itself is what plays; other words stand below it.
    static QString player(const Tag &tag, const QString &inner)
    {
        QString address = addressesIn(inner).value(0);
        if (address.isEmpty())
            address = addressesIn(tag.attributes).value(0);
        if (address.isEmpty())
            return {};
        const QString words = inner.trimmed();
        return paragraphOf(address.toHtmlEscaped()) + (words == address ? QString() : words + u"\n\n"_s);
    }

    QString gallery(const Tag &tag)
    {
        static const QRegularExpression gap(u"[\\s,]+"_s);
        QStringList ids = attributeOf(tag.attributes, u"(?:ids|include)"_s).split(gap, Qt::SkipEmptyParts);
        ids.removeDuplicates();
        const auto files = m_context.attachments(ids);
        if (files.size() < size_t(ids.size()))
            left(tag, {}, true);
        QString html;
        for (const auto &[address, alt, caption] : files) {
            const QString source = address.toHtmlEscaped();
            if (isPicture(address))
                html += figureOf(u"<img src=\"%1\" alt=\"%2\">"_s.arg(source, alt.toHtmlEscaped()),
                                 caption.toHtmlEscaped());
            else if (!ids.isEmpty()) // else what hangs on the post, and is no picture, is none of its gallery
                html += paragraphOf(source);
        }
        return html;
    }

    /// Some editors wrote it down as HTML and others as it is.
    static QString code(const QString &attributes, const QString &inner)
    {
        static const QRegularExpression entity(u"&(?:lt|gt|amp|quot|#0?39|nbsp);"_s);
        QStringList lines = inner.split(u'\n');
        while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
            lines.removeLast();
        while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
            lines.removeFirst();
        QString text = lines.join(u'\n');
        if (text.contains(u'<') || !entity.match(text).hasMatch())
            text = text.toHtmlEscaped();
        QString language = attributeOf(attributes, u"lang(?:uage)?"_s);
        static const QRegularExpression bare(u"^=\"?([\\w+#-]+)\"?$"_s); // [code=php]
        if (language.isEmpty())
            language = bare.match(attributes).captured(1);
        return u"\n\n<pre%1>%2</pre>\n\n"_s.arg(
            language.isEmpty() ? QString() : u" class=\"language-%1\""_s.arg(language.toHtmlEscaped()), text);
    }

    const WordPressContext &m_context;
    std::vector<Tag> m_tags;
    QStringList m_named;
};

/// The classic editor's text as paragraphs: empty lines part them, and line ends are breaks. After wpautop().
class Paragraphs
{
public:
    QString made(const QString &content)
    {
        static const QRegularExpression opens(u"<(pre|table)\\b"_s, QRegularExpression::CaseInsensitiveOption);
        qsizetype at = 0;
        QSet<QString> endless;
        for (const auto &match : opens.globalMatch(content)) {
            const QString name = match.captured(1).toLower();
            if (match.capturedStart() < at || endless.contains(name))
                continue;
            const auto end = content.indexOf(u"</"_s + name + u'>', match.capturedEnd(), Qt::CaseInsensitive);
            if (end < 0) {
                endless.insert(name);
                continue;
            }
            addLines(content.sliced(at, match.capturedStart() - at));
            at = end + 3 + name.size();
            m_html += QStringView(content).sliced(match.capturedStart(), at - match.capturedStart());
            m_html += u'\n';
        }
        addLines(content.sliced(at));
        return std::move(m_html);
    }

private:
    void addLines(QString text)
    {
        static const QString blocks =
            u"(?:table|thead|tfoot|caption|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|blockquote|address|p|"
            "h[1-6]|hr|fieldset|section|article|aside|header|footer|nav|figure|figcaption|details|summary|iframe|video|"
            "audio)"_s;
        static const QRegularExpression opens(u"(<%1[\\s/>])"_s.arg(blocks), QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression closes(u"(</%1>|<hr\\s*+/?>)"_s.arg(blocks),
                                               QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression block(u"^</?%1[\\s/>]"_s.arg(blocks),
                                              QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression comment(u"^<!--[^>]*+-->$"_s);
        text.replace(opens, u"\n\n\\1"_s).replace(closes, u"\\1\n\n"_s);
        QStringList paragraph;
        const auto end = [&] {
            // A quote or an item that goes on, and what only ends one, are no paragraphs.
            if (paragraph.size() == 1 && comment.match(paragraph.first()).hasMatch())
                m_html += paragraph.first() + u'\n';
            else if (!paragraph.isEmpty() && block.match(paragraph.first()).hasMatch())
                m_html += paragraph.join(u"<br>\n"_s) + u'\n';
            else if (!paragraph.isEmpty())
                m_html += u"<p>"_s + paragraph.join(u"<br>\n"_s) + u"</p>\n"_s;
            paragraph.clear();
        };
        const QStringList lines = text.split(u'\n');
        for (const QString &line : lines) {
            static const QRegularExpression broken(u"<br\\s*+/?>$"_s, QRegularExpression::CaseInsensitiveOption);
            if (const QString words = line.trimmed(); !words.isEmpty())
                paragraph += QString(words).remove(broken);
            else
                end();
        }
        end();
    }

    QString m_html;
};

/// Makes what WordPress means of what it wrote, for htmlToMarkdown().
class Preparation
{
public:
    explicit Preparation(const WordPressContext &context) : m_context(context)
    {
        const QJsonArray notes = QJsonDocument::fromJson(context.footnotes.toUtf8()).array();
        for (const auto &note : notes)
            m_notes.insert(note[u"id"_s].toString(), note[u"content"_s].toString());
    }

    void prepare(std::vector<HtmlNode> &nodes)
    {
        std::erase_if(nodes, isGap);
        for (HtmlNode &node : nodes)
            prepare(node);
    }

    /// The footnotes that the text names, as HTML, in its order. They may name others.
    [[nodiscard]] const QStringList &footnotes() const { return m_footnotes; }

private:
    void prepare(HtmlNode &node)
    {
        if (node.isText()) { // by an entity of HTML
            node.text.replace(noteBegins, QChar::ReplacementCharacter).replace(noteEnds, QChar::ReplacementCharacter);
            return;
        }
        if (node.attributes.contains(excerptMark)) {
            node = {u"p"_s, {}, {}, {HtmlNode{{}, excerptEnds, {}, {}}}};
            return;
        }
        if (node.name == u"figure" && hasClass(node, u"wp-block-embed"))
            embed(node);
        if (node.name == u"figure" && hasClass(node, u"wp-block-pullquote"))
            markQuotes(node);
        const bool isGrid = hasClass(node, u"blocks-gallery-grid") || hasClass(node, u"wp-block-gallery");
        if ((node.name == u"ul" && isGrid) || (node.name == u"li" && hasClass(node, u"blocks-gallery-item")))
            node.name = u"div"_s;
        if (node.name == u"pre" && hasClass(node, u"wp-block-verse"))
            breakLines(node);
        if (node.name == u"sup" && m_notes.contains(node.attributes.value(u"data-fn"_s)))
            return footnote(node);
        if (node.name == u"a" && isPicture(node.attributes.value(u"href"_s)) && holdsPictureAlone(node)) {
            node.name = u"span"_s;
            node.attributes.clear();
        }
        for (const auto &name : {u"href"_s, u"src"_s})
            makeWhole(node, name);
        if (node.name == u"img")
            describe(node);
        const bool wasInCaption = std::exchange(m_inCaption, m_inCaption || node.name == u"figcaption");
        prepare(node.children);
        m_inCaption = wasInCaption;
    }

    /// An empty line as the classic editor kept it: a paragraph of a space that does not break.
    static bool isGap(const HtmlNode &node)
    {
        return node.name == u"p" && !node.attributes.contains(excerptMark) &&
               std::ranges::all_of(node.children, [](const HtmlNode &child) {
                   return child.isText() && child.text.trimmed().isEmpty();
               });
    }

    static bool holdsPictureAlone(const HtmlNode &node)
    {
        return node.allText().trimmed().isEmpty() &&
               findNode(node.children, [](const HtmlNode &child) { return child.name == u"img"; });
    }

    static void markQuotes(HtmlNode &figure)
    {
        for (HtmlNode &child : figure.children) {
            if (child.name == u"blockquote")
                child.attributes.insert(u"class"_s, u"wp-block-pullquote"_s);
        }
    }

    /// An address that stands alone, and a caption below it.
    static void embed(HtmlNode &node)
    {
        const HtmlNode *frame =
            findNode(node.children, [](const HtmlNode &child) { return hasClass(child, u"wp-block-embed__wrapper"); });
        const QString address = addressesIn(frame ? frame->allText() : node.allText()).value(0);
        if (address.isEmpty())
            return;
        std::vector<HtmlNode> parts;
        parts.push_back({u"p"_s, {}, {}, {HtmlNode{{}, address, {}, {}}}});
        if (const HtmlNode *caption =
                findNode(node.children, [](const HtmlNode &child) { return child.name == u"figcaption"; }))
            parts.push_back({u"p"_s, {}, {}, caption->children});
        node = {u"div"_s, {}, {}, std::move(parts)};
    }

    /// Lines of a poem.
    static void breakLines(HtmlNode &verse)
    {
        verse.name = u"p"_s;
        const auto broken = [](this const auto &self, std::vector<HtmlNode> &nodes) -> void {
            std::vector<HtmlNode> parts;
            for (HtmlNode &node : nodes) {
                self(node.children);
                const QStringList lines = node.isText() ? node.text.split(u'\n') : QStringList();
                for (qsizetype i = 0; i < lines.size(); ++i) {
                    if (i > 0)
                        parts.push_back({u"br"_s, {}, {}, {}});
                    parts.push_back({{}, lines[i], {}, {}});
                }
                if (!node.isText())
                    parts.push_back(std::move(node));
            }
            nodes = std::move(parts);
        };
        broken(verse.children);
    }

    /// Below a picture there are no footnotes: its words stand there.
    void footnote(HtmlNode &node)
    {
        const QString id = node.attributes.value(u"data-fn"_s);
        QString shown;
        if (m_inCaption) {
            const auto words = parseHtml(m_notes.value(id));
            shown = u" ("_s + HtmlNode{u"p"_s, {}, {}, words.value_or(std::vector<HtmlNode>())}.words() + u')';
        } else {
            qsizetype &number = m_numbers[id];
            if (number == 0) {
                m_footnotes += m_notes.value(id);
                number = m_footnotes.size();
            }
            shown = noteBegins + QString::number(number) + noteEnds;
        }
        node = {u"span"_s, {}, {}, {HtmlNode{{}, shown, {}, {}}}};
    }

    void makeWhole(HtmlNode &node, const QString &name) const
    {
        const auto address = node.attributes.find(name);
        if (address == node.attributes.end() || !m_context.base.isValid() || address->startsWith(u'#'))
            return;
        const QUrl url(*address);
        if (url.isValid() && url.isRelative() && !url.isEmpty())
            *address = m_context.base.resolved(url).toString(QUrl::FullyEncoded);
    }

    void describe(HtmlNode &node)
    {
        constexpr qsizetype most = 1024 * 1024; // characters, in all
        static const QRegularExpression idClass(u"(?:^|\\s)wp-image-(\\d+)(?:\\s|$)"_s);
        const auto id = idClass.match(node.attributes.value(u"class"_s));
        if (!node.attributes.value(u"alt"_s).trimmed().isEmpty() || !id.hasMatch() || m_described > most)
            return;
        for (const WordPressAttachment &known : m_context.attachments({id.captured(1)})) {
            node.attributes.insert(u"alt"_s, known.alt);
            m_described += known.alt.size();
        }
    }

    const WordPressContext &m_context;
    QHash<QString, QString> m_notes; ///< by id, as HTML
    QHash<QString, qsizetype> m_numbers;
    QStringList m_footnotes;
    qsizetype m_described = 0;
    bool m_inCaption = false;
};

class ContentReader
{
public:
    explicit ContentReader(const WordPressContext &context) : m_context(context), m_preparation(context) {}

    WordPressText read(const QString &content)
    {
        Shortcodes shortcodes(m_context);
        const bool ofBlocks = content.contains(u"<!-- wp:"_s);
        QString html = shortcodes.replaced(content);
        static const QRegularExpression more(u"<!--\\s*+more\\b[^>]*?-->"_s);
        if (const auto cut = more.match(html); cut.hasMatch())
            html.replace(cut.capturedStart(), cut.capturedLength(), u"\n\n<p %1></p>\n\n"_s.arg(excerptMark));
        QStringList parts{converted(ofBlocks ? html : Paragraphs().made(html))};
        for (qsizetype at = 0; at < m_preparation.footnotes().size(); ++at) {
            const QString words = converted(m_preparation.footnotes()[at]);
            parts += u"[^%1]: %2"_s.arg(QString::number(at + 1), QString(words).replace(u"\n"_s, u"\n    "_s));
        }
        m_text.markdown = m_text.isTooLarge ? QString() : withMarks(parts.join(u"\n\n"_s));
        m_text.shortcodes = shortcodes.named();
        return std::move(m_text);
    }

private:
    QString converted(const QString &html)
    {
        auto nodes = parseHtml(html);
        m_text.isTooLarge = m_text.isTooLarge || !nodes;
        if (!nodes)
            return {};
        m_preparation.prepare(*nodes);
        const HtmlConversion conversion = htmlToMarkdown(*nodes);
        for (const QString &name : conversion.leftOut) {
            if (!m_text.leftOut.contains(name))
                m_text.leftOut += name;
        }
        return conversion.markdown;
    }

    /// The excerpt ends between blocks; within one, and at an end of the text, the mark says nothing.
    static QString withMarks(QString markdown)
    {
        static const QRegularExpression note(u"%1(\\d+)%2"_s.arg(noteBegins).arg(noteEnds));
        static const QRegularExpression excerpt(u"(?<=\\n\\n)%1(?=\\n\\n)"_s.arg(excerptEnds));
        static const QRegularExpression others(u"(?:^|\\n\\n)[> ]*+%1|%1"_s.arg(excerptEnds));
        return markdown.replace(note, u"[^\\1]"_s).replace(excerpt, u"<!-- more -->"_s).remove(others).trimmed();
    }

    const WordPressContext &m_context;
    Preparation m_preparation;
    WordPressText m_text;
};

} // namespace

WordPressText wordPressToMarkdown(const QString &content, const WordPressContext &context)
{
    return ContentReader(context).read(content);
}

} // namespace Weeknotes
