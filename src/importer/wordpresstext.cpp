// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/wordpresstext.h"

#include "html/htmltomarkdown.h"
#include "html/markdownescape.h"
#include "importer/wordpressshortcodes.h"

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
        const auto endParagraph = [&] {
            // A quote or an item that goes on, and what only ends one, are no paragraphs.
            if (paragraph.size() == 1 && comment.match(paragraph.first()).hasMatch())
                m_html += paragraph.first() + u'\n';
            else if (!paragraph.isEmpty() && block.match(paragraph.first()).hasMatch())
                m_html += paragraph.join(u"<br>\n"_s) + u'\n';
            else if (!paragraph.isEmpty())
                m_html += u"<p>"_s + paragraph.join(u"<br>\n"_s) + u"</p>\n"_s;
            paragraph.clear();
        };
        for (const QStringView line : QStringView(text).tokenize(u'\n')) {
            const QString words = line.trimmed().toString();
            const bool standsAlone = words.isEmpty() || isAddress(words);
            if (standsAlone)
                endParagraph();
            if (!words.isEmpty())
                paragraph += withoutBreak(words);
            if (standsAlone)
                endParagraph();
        }
        endParagraph();
    }

    /// Of what WordPress shows a player, where it knows the site. See WP_Embed::autoembed().
    static bool isAddress(const QString &line)
    {
        static const QRegularExpression address(u"^https?://[^\\s<>\"]+$"_s, QRegularExpression::CaseInsensitiveOption);
        return line.startsWith(u"http", Qt::CaseInsensitive) && address.match(line).hasMatch();
    }

    static QString withoutBreak(QString line)
    {
        static const QRegularExpression broken(u"<br\\s*+/?>$"_s, QRegularExpression::CaseInsensitiveOption);
        return line.endsWith(u'>') ? line.remove(broken) : line;
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
            withoutMarks(node.text);
            return;
        }
        if (node.attributes.contains(excerptMark)) {
            node = {u"p"_s, {}, {}, {HtmlNode{{}, excerptEnds, {}, {}}}};
            return;
        }
        if (node.name == u"img" && (hasClass(node, u"wp-smiley") || hasClass(node, u"emoji")))
            return showSign(node);
        if (node.name == u"sup" && m_notes.contains(node.attributes.value(u"data-fn"_s)))
            return footnote(node);
        if (!node.attributes.isEmpty())
            readAttributes(node);
        const bool wasInCaption = std::exchange(m_inCaption, m_inCaption || node.name == u"figcaption");
        prepare(node.children);
        m_inCaption = wasInCaption;
    }

    void readAttributes(HtmlNode &node)
    {
        if (node.name == u"figure" && hasClass(node, u"wp-block-embed"))
            embed(node);
        if (node.name == u"figure" && hasClass(node, u"wp-block-pullquote"))
            markQuotes(node);
        const bool isGrid = hasClass(node, u"blocks-gallery-grid") || hasClass(node, u"wp-block-gallery");
        if ((node.name == u"ul" && isGrid) || (node.name == u"li" && hasClass(node, u"blocks-gallery-item")))
            node.name = u"div"_s;
        if (node.name == u"pre" && hasClass(node, u"wp-block-verse"))
            breakLines(node);
        if (hasClass(node, u"wp-block-file"))
            withoutButton(node);
        if (node.name == u"a" && isPictureAddress(node.attributes.value(u"href"_s)) && holdsPictureAlone(node)) {
            node.name = u"span"_s;
            node.attributes.clear();
        }
        for (const auto &name : {u"href"_s, u"src"_s})
            makeWhole(node, name);
        if (node.name == u"img")
            describe(node);
    }

    /// WordPress shows a picture of its own for an emoji.
    static void showSign(HtmlNode &node)
    {
        node = {{}, node.attributes.value(u"alt"_s), {}, {}};
        withoutMarks(node.text);
    }

    static void withoutMarks(QString &text)
    {
        text.replace(noteBegins, QChar::ReplacementCharacter).replace(noteEnds, QChar::ReplacementCharacter);
    }

    /// It opens what the link beside it opens.
    static void withoutButton(HtmlNode &file)
    {
        const auto isButton = [](const HtmlNode &child) { return hasClass(child, u"wp-block-file__button"); };
        const auto isLink = [&](const HtmlNode &child) { return child.name == u"a" && !isButton(child); };
        if (std::ranges::any_of(file.children, isLink))
            std::erase_if(file.children, isButton);
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
        const bool ofBlocks = content.contains(u"<!-- wp:"_s);
        auto [html, shortcodes] = replaceShortcodes(content, m_context);
        static const QRegularExpression more(u"<!--\\s*+more\\b[^>]*?-->"_s);
        if (const auto cut = more.match(html); cut.hasMatch())
            html.replace(cut.capturedStart(), cut.capturedLength(), u"\n\n<p %1></p>\n\n"_s.arg(excerptMark));
        const auto nodes = nodesOf(ofBlocks ? html : Paragraphs().made(html));
        QStringList parts{converted(nodes)};
        m_text.beginning = beginningOf(nodes);
        for (qsizetype at = 0; at < m_preparation.footnotes().size(); ++at) {
            const QString words = converted(nodesOf(m_preparation.footnotes()[at]));
            parts += u"[^%1]: %2"_s.arg(QString::number(at + 1), QString(words).replace(u"\n"_s, u"\n    "_s));
        }
        m_text.shortcodes = std::move(shortcodes);
        if (!m_text.isTooLarge) {
            const QString markdown = withMarks(parts.join(u"\n\n"_s)).trimmed();
            m_text.opening = markdown.section(u"\n\n"_s, 0, 0);
            m_text.markdown = (picture(nodes) + markdown).trimmed();
        }
        return std::move(m_text);
    }

private:
    std::vector<HtmlNode> nodesOf(const QString &html)
    {
        auto nodes = parseHtml(html);
        m_text.isTooLarge = m_text.isTooLarge || !nodes;
        if (!nodes)
            return {};
        m_preparation.prepare(*nodes);
        return *std::move(nodes);
    }

    QString converted(const std::vector<HtmlNode> &nodes)
    {
        const HtmlConversion conversion = htmlToMarkdown(nodes);
        for (const QString &name : conversion.leftOut) {
            if (!m_text.leftOut.contains(name))
                m_text.leftOut += name;
        }
        return conversion.markdown;
    }

    [[nodiscard]] QString beginningOf(const std::vector<HtmlNode> &nodes) const
    {
        QString words;
        for (const HtmlNode &node : nodes) {
            if (words.size() >= m_context.beginning)
                break;
            words += node.allText();
        }
        return words.remove(footnoteMark()).left(m_context.beginning);
    }

    /// The one above the text, as a block.
    QString picture(const std::vector<HtmlNode> &text)
    {
        if (m_context.picture.isEmpty())
            return {};
        const auto known = m_context.attachments({m_context.picture});
        const auto hasEnding = [](const QString &file) { return QUrl(file).fileName().contains(u'.'); };
        if (known.empty() || (!isPictureAddress(known.front().address) && hasEnding(known.front().address)))
            return {};
        const QString address = withoutSize(known.front().address);
        const QString ofId = u"wp-image-"_s + m_context.picture;
        const auto isSame = [&](const HtmlNode &node) {
            return node.name == u"img" &&
                   (hasClass(node, ofId) || withoutSize(node.attributes.value(u"src"_s)) == address);
        };
        return findNode(text, isSame) ? QString() : converted(nodesOf(pictureHtml(known.front()))) + u"\n\n"_s;
    }

    /// WordPress keeps smaller ones beside each picture: "a-300x200.jpg" of "a.jpg" or of "a-scaled.jpg".
    static QString withoutSize(QString address)
    {
        static const QRegularExpression size(u"^https?:|-(?:\\d+x\\d+|scaled)(?=\\.\\w+(?:\\?|$))|\\?.*$"_s);
        return address.remove(size);
    }

    static const QRegularExpression &footnoteMark()
    {
        static const QRegularExpression mark(u"%1(\\d+)%2"_s.arg(noteBegins).arg(noteEnds));
        return mark;
    }

    /// The excerpt ends between blocks; within one, and at an end of the text, the mark says nothing.
    static QString withMarks(QString markdown)
    {
        static const QRegularExpression excerpt(u"(?<=\\n\\n)%1(?=\\n\\n)"_s.arg(excerptEnds));
        static const QRegularExpression others(u"(?:^|\\n\\n)[> ]*+%1|%1"_s.arg(excerptEnds));
        if (markdown.contains(noteBegins))
            markdown.replace(footnoteMark(), u"[^\\1]"_s);
        if (markdown.contains(excerptEnds))
            markdown.replace(excerpt, u"<!-- more -->"_s).remove(others);
        return markdown;
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
