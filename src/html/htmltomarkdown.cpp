// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/htmltomarkdown.h"

#include "html/markdownescape.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <ranges>
#include <span>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

bool isBlock(const QString &name)
{
    static const QSet<QString> names{
        u"p"_s,          u"div"_s,    u"section"_s, u"article"_s, u"header"_s,   u"footer"_s,     u"main"_s,
        u"aside"_s,      u"nav"_s,    u"h1"_s,      u"h2"_s,      u"h3"_s,       u"h4"_s,         u"h5"_s,
        u"h6"_s,         u"ul"_s,     u"ol"_s,      u"li"_s,      u"dl"_s,       u"dt"_s,         u"dd"_s,
        u"blockquote"_s, u"pre"_s,    u"hr"_s,      u"table"_s,   u"figure"_s,   u"figcaption"_s, u"details"_s,
        u"summary"_s,    u"iframe"_s, u"video"_s,   u"audio"_s,   u"fieldset"_s, u"dialog"_s,     u"address"_s,
        u"center"_s,     u"body"_s,   u"html"_s,    u"picture"_s, u"tr"_s,       u"tbody"_s,      u"thead"_s,
        u"tfoot"_s,      u"td"_s,     u"th"_s,      u"caption"_s};
    return names.contains(name);
}

bool isCode(const QString &name)
{
    return name == u"code" || name == u"kbd" || name == u"samp" || name == u"tt";
}

bool holdsBlock(const HtmlNode &node)
{
    return std::ranges::any_of(node.children,
                               [](const HtmlNode &child) { return isBlock(child.name) || holdsBlock(child); });
}

QString indented(const QString &text, const QString &first, const QString &rest)
{
    QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        lines[i] = lines[i].isEmpty() ? rest.trimmed() : (i == 0 ? first : rest) + lines[i];
    return lines.join(u'\n');
}

class Converter
{
public:
    QString convert(const std::vector<HtmlNode> &nodes) { return blocks(nodes).join(u"\n\n"_s); }
    [[nodiscard]] QStringList leftOut() const { return m_leftOut; }

private:
    void note(const QString &name)
    {
        if (!m_leftOut.contains(name))
            m_leftOut += name;
    }

    QStringList blocks(const std::vector<HtmlNode> &nodes)
    {
        QStringList found;
        QString paragraph;
        const auto flush = [&] {
            if (const QString text = trimmedParagraph(paragraph); !text.isEmpty())
                found += withAddressBare(text);
            paragraph.clear();
        };
        for (const HtmlNode &node : nodes) {
            if (!isBlock(node.name) && !holdsBlock(node)) {
                appendInline(paragraph, nodes, node, true);
                continue;
            }
            flush();
            found += block(node);
        }
        flush();
        found.removeAll(QString());
        return found;
    }

    /// An address by itself, as people write an embed.
    static QString withAddressBare(const QString &text)
    {
        if (!text.startsWith(u"<http") || text.indexOf(u'>') != text.size() - 1)
            return text;
        const QString alone = addressAlone(text.sliced(1).chopped(1));
        return alone.startsWith(u'<') ? text : alone;
    }

    static QString trimmedParagraph(const QString &text)
    {
        static const QRegularExpression spacesAtEnds(u"[ \\t]*\\n[ \\t]*"_s);
        return withoutEdges(text).replace(spacesAtEnds, u"\n"_s);
    }

    /// Without the spaces and breaks at its ends.
    static QString withoutEdges(QString text)
    {
        static const QRegularExpression edges(u"^(?:\\s|\\\\\\n)+|(?:\\s|\\\\\\n)+$"_s,
                                              QRegularExpression::UseUnicodePropertiesOption);
        return text.remove(edges);
    }

    QStringList block(const HtmlNode &node)
    {
        const QString &name = node.name;
        static const QRegularExpression heading(u"^h([1-6])$"_s);
        if (const auto match = heading.match(name); match.hasMatch()) {
            const QString text = inlineText(node.children).replace(u"\\\n"_s, u" "_s).simplified();
            return {text.isEmpty() ? QString() : QString(match.captured(1).toInt(), u'#') + u' ' + text};
        }
        if (name == u"ul" || name == u"ol")
            return {list(node)};
        if (name == u"blockquote") {
            const QString quote = indented(convert(node.children), u"> "_s, u"> "_s);
            return {hasClass(node, u"wp-block-pullquote") ? u"<!-- pull quote -->\n"_s + quote : quote};
        }
        if (name == u"pre")
            return {codeBlock(node)};
        if (name == u"hr")
            return {u"---"_s};
        if (name == u"table")
            return {table(node)};
        if (name == u"iframe" || name == u"video" || name == u"audio")
            return frame(node);
        if (name == u"dd")
            return {indented(convert(node.children), u"- "_s, u"  "_s)};
        if (name == u"figure")
            return figure(node);
        if (isLeftOut(name)) {
            note(name);
            return {};
        }
        return blocks(node.children);
    }

    QString list(const HtmlNode &node)
    {
        QStringList items;
        int number = std::max(0, node.attributes.value(u"start"_s, u"1"_s).toInt());
        for (const HtmlNode &child : node.children) {
            if (child.isText() && child.text.trimmed().isEmpty())
                continue;
            const std::vector<HtmlNode> bare{child};
            // A list right under a list, as some editors nest, belongs to the item before.
            if ((child.name == u"ul" || child.name == u"ol") && !items.isEmpty()) {
                const QString under(node.name == u"ol" ? QString::number(number - 1).size() + 2 : 2, u' ');
                items.last() += u'\n' + indented(list(child), under, under);
                continue;
            }
            const QString sign = node.name == u"ol" ? u"%1. "_s.arg(number++) : u"- "_s;
            const QStringList parts = blocks(child.name == u"li" ? child.children : bare);
            items += indented(tight(parts), sign, QString(sign.size(), u' '));
        }
        return items.join(u'\n');
    }

    static QString tight(const QStringList &parts)
    {
        QString text;
        for (const QString &part : parts) {
            static const QRegularExpression item(u"^(?:- |\\d+\\. )"_s);
            text += text.isEmpty() ? u""_s : item.match(part).hasMatch() ? u"\n"_s : u"\n\n"_s;
            text += part;
        }
        return text;
    }

    static QString codeBlock(const HtmlNode &node)
    {
        QString code;
        const auto gather = [&](this const auto &self, const HtmlNode &part) -> void {
            if (part.name == u"br")
                code += u'\n';
            code += part.text;
            for (const HtmlNode &child : part.children)
                self(child);
        };
        gather(node);
        static const QRegularExpression languageClass(u"(?:^|\\s)(?:language|lang)-([\\w+#-]+)"_s);
        QString language = languageClass.match(node.attributes.value(u"class"_s)).captured(1);
        if (language.isEmpty() && !node.children.empty())
            language = languageClass.match(node.children.front().attributes.value(u"class"_s)).captured(1);
        while (code.endsWith(u'\n'))
            code.chop(1);
        qsizetype longest = 2;
        for (qsizetype at = 0, run = 0; at < code.size(); ++at) {
            run = code[at] == u'`' ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        const QString fence(longest + 1, u'`');
        return fence + language + u'\n' + code + u'\n' + fence;
    }

    QString table(const HtmlNode &node)
    {
        std::vector<QStringList> rows;
        gatherRows(node, rows);
        qsizetype columns = 0;
        for (const QStringList &row : rows)
            columns = std::max(columns, row.size());
        if (columns == 0)
            return {};
        QStringList lines;
        for (QStringList &row : rows) {
            while (row.size() < columns)
                row += QString();
            lines += u"| "_s + row.join(u" | "_s) + u" |"_s;
            if (lines.size() == 1)
                lines += u"|"_s + u" --- |"_s.repeated(columns);
        }
        return lines.join(u'\n');
    }

    void gatherRows(const HtmlNode &node, std::vector<QStringList> &rows)
    {
        for (const HtmlNode &child : node.children) {
            if (child.name != u"tr") {
                gatherRows(child, rows);
                continue;
            }
            QStringList cells;
            for (const HtmlNode &cell : child.children) {
                if (!cell.isText())
                    cells += convert(cell.children).simplified().replace(u'|', u"\\|"_s);
            }
            rows.push_back(cells);
        }
    }

    QStringList frame(const HtmlNode &node)
    {
        QString source = node.attributes.value(u"src"_s);
        for (const HtmlNode &child : node.children) {
            if (source.isEmpty() && child.name == u"source")
                source = child.attributes.value(u"src"_s);
        }
        note(node.name);
        const QString address = node.name == u"iframe" ? addressOfFrame(source) : safeAddress(source);
        if (address.isEmpty())
            return node.name == u"iframe" ? QStringList() : blocks(node.children);
        return {address.startsWith(u"http"_s)
                    ? addressAlone(address)
                    : u"[%1](%2)"_s.arg(escapedForMarkdown(address), linkDestination(address))};
    }

    static bool leadsSomewhere(const HtmlNode &node)
    {
        const auto leads = [](const HtmlNode &part) {
            return part.name == u"a" && !safeAddress(part.attributes.value(u"href"_s)).isEmpty() &&
                   !part.allText().trimmed().isEmpty();
        };
        return findNode(node.children, leads) != nullptr;
    }

    QString captionText(const HtmlNode &caption)
    {
        const QString sign = u"*"_s;
        m_signs += sign;
        const QString words = trimmedParagraph(inlineText(caption.children));
        m_signs.removeLast();
        return wrapped(words, sign, false, false);
    }

    // An image with its caption as title is our figure; one with anything else in it stays what it is.
    QStringList figure(const HtmlNode &node)
    {
        const HtmlNode *image = nullptr;
        const HtmlNode *linked = nullptr; // a caption with a link in it
        QString caption;
        int others = 0;
        const auto look = [&](this const auto &self, const HtmlNode &part) -> void {
            for (const HtmlNode &child : part.children) {
                if (child.name == u"img" && !image)
                    image = &child;
                else if (child.name == u"figcaption") {
                    caption = child.allText().simplified();
                    linked = leadsSomewhere(child) ? &child : linked;
                } else if (child.name == u"div" || child.name == u"picture" || child.name == u"span")
                    self(child);
                else if (child.name == u"img" || (child.name != u"source" && !child.allText().trimmed().isEmpty()))
                    ++others;
            }
        };
        look(node);
        if (!image || others > 0)
            return blocks(node.children);
        HtmlNode titled = *image;
        if (linked) // a title can hold none; and a link alone would be a card
            return {imageText(titled), captionText(*linked)};
        if (!caption.isEmpty())
            titled.attributes.insert(u"title"_s, caption);
        return {imageText(titled)};
    }

    QString inlineText(const std::vector<HtmlNode> &nodes)
    {
        QString text;
        for (const HtmlNode &node : nodes)
            appendInline(text, nodes, node, false);
        return text;
    }

    /// Appends `node`, one of the neighbours `nodes`; `begins` says that an empty `text` is the beginning of a line.
    void appendInline(QString &text, const std::vector<HtmlNode> &nodes, const HtmlNode &node, bool begins)
    {
        const bool atLineStart = text.isEmpty() ? begins : text.back() == u'\n';
        if (node.isText() && atLineStart) // its spaces go, and then what looks like a list's sign would be one
            return appendMarkdown(text, textOf(node.text.sliced(spacesBefore(node.text))));
        if (isCode(node.name) && !holdsBlock(node))
            return appendCode(text, nodes, node);
        if (node.isText() || hasMarkdown(node.name))
            return appendEmphasis(text, nodes, node);
        for (const HtmlNode &child : node.children)
            appendInline(text, node.children, child, begins);
    }

    /// Spans side by side are one, or the signs between them would be read.
    static void appendCode(QString &text, const std::vector<HtmlNode> &nodes, const HtmlNode &node)
    {
        const auto isSpan = [](const HtmlNode &each) { return isCode(each.name) && !holdsBlock(each); };
        if (&node != nodes.data() && isSpan(*(&node - 1)))
            return; // stands there already
        QString words;
        for (const HtmlNode &part : std::span(&node, nodes.data() + nodes.size()) | std::views::take_while(isSpan))
            words += part.allText();
        if (!words.trimmed().isEmpty())
            appendMarkdown(text, codeSpan(words));
    }

    static qsizetype spacesBefore(const QString &text)
    {
        const auto word = std::ranges::find_if_not(text, [](QChar sign) { return sign.isSpace(); });
        return word - text.begin();
    }

    static QString textOf(QString text)
    {
        static const QRegularExpression spaces(u"[ \\t\\r\\n]+"_s);
        return escapedForMarkdown(text.replace(spaces, u" "_s));
    }

    /// Whether an element is more than the text in it.
    static bool hasMarkdown(const QString &name)
    {
        static const QSet<QString> others{u"br"_s, u"img"_s, u"q"_s, u"a"_s};
        return others.contains(name) || isCode(name) || isLeftOut(name) || !signOf(name).isEmpty();
    }

    void appendEmphasis(QString &text, const std::vector<HtmlNode> &nodes, const HtmlNode &node)
    {
        const QString sign = signOf(node.name);
        if (sign.isEmpty() || m_signs.contains(sign)) // within another it says nothing
            return appendMarkdown(text, sign.isEmpty() ? inlineText(node) : inlineText(node.children));
        m_signs += sign;
        const QString inner = inlineText(node.children);
        m_signs.removeLast();
        const bool isFirst = &node == nodes.data();
        if (!isFirst && signOf((&node - 1)->name) == sign && text.endsWith(sign) && !text.endsWith(u'\\' + sign) &&
            withoutEdges(inner) == inner && !inner.isEmpty()) {
            text.chop(sign.size());
            text += inner + sign; // one emphasis, or the signs between them would be read
            return;
        }
        const bool afterWord = !text.isEmpty() && text.back().isLetterOrNumber();
        appendMarkdown(text, wrapped(inner, sign, afterWord, following(nodes, node).isLetterOrNumber()));
    }

    /// The first sign that stands behind `node` among its neighbours.
    static QChar following(const std::vector<HtmlNode> &nodes, const HtmlNode &node)
    {
        const HtmlNode *next = &node + 1;
        if (next == nodes.data() + nodes.size())
            return {};
        const QString words = next->isText() ? next->text : next->allText();
        return words.isEmpty() || next->name == u"a" ? QChar() : words.front();
    }

    /// Of an emphasis, in Markdown; empty for anything else.
    static QString signOf(const QString &name)
    {
        static const QHash<QString, QString> signs{{u"strong"_s, u"**"_s}, {u"b"_s, u"**"_s},     {u"em"_s, u"*"_s},
                                                   {u"i"_s, u"*"_s},       {u"cite"_s, u"*"_s},   {u"del"_s, u"~~"_s},
                                                   {u"s"_s, u"~~"_s},      {u"strike"_s, u"~~"_s}};
        return signs.value(name);
    }

    QString inlineText(const HtmlNode &node)
    {
        const QString &name = node.name;
        if (node.isText())
            return textOf(node.text);
        if (name == u"br")
            return u"\\\n"_s;
        if (name == u"img")
            return imageText(node);
        if (isLeftOut(name)) {
            note(name);
            return {};
        }
        if (isCode(name))
            return node.allText().trimmed().isEmpty() ? QString() : codeSpan(node.allText());
        QString inner = inlineText(node.children);
        if (name == u"q")
            return u'“' + inner + u'”';
        if (name == u"a")
            return linkText(node, inner);
        return inner;
    }

    // The spaces and breaks at the ends of an emphasis stand outside it, or Markdown would not see it; those of a link
    // as well.
    template <typename Wrap> static QString withSpacesOutside(const QString &inner, Wrap wrap)
    {
        const QString core = withoutEdges(inner);
        if (core.isEmpty())
            return inner;
        const auto start = inner.indexOf(core);
        return inner.first(start) + wrap(core) + inner.sliced(start + core.size());
    }

    /// Where a word stands right outside, Markdown takes signs that have punctuation within for no emphasis
    /// (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run): that stands outside as well. Where it is the
    /// end of a link or the like, the emphasis goes.
    static QString wrapped(const QString &inner, const QString &sign, bool afterWord, bool beforeWord)
    {
        static const QRegularExpression front(u"^(?:\\\\?[\\p{P}\\p{S}])+"_s);
        static const QRegularExpression back(u"(?:\\\\?[\\p{P}\\p{S}])+$"_s);
        static const QRegularExpression markup(u"(?<!\\\\)[\\]*_~`<]|^!\\["_s);
        const QString words = withoutEdges(inner);
        const QString before = afterWord && inner.startsWith(words) ? front.match(inner).captured() : QString();
        const QString after = beforeWord && inner.endsWith(words) ? back.match(inner).captured() : QString();
        const bool endsInLink = after.contains(u')') && inner.contains(u"]("_s);
        if (before.contains(markup) || after.contains(markup) || endsInLink ||
            before.size() + after.size() >= words.size())
            return inner;
        const QString core = inner.sliced(before.size(), inner.size() - before.size() - after.size());
        return before +
               withSpacesOutside(core, [&sign](const QString &inside) -> QString { return sign + inside + sign; }) +
               after;
    }

    static QString linkText(const HtmlNode &node, const QString &inner)
    {
        const QString address = safeAddress(node.attributes.value(u"href"_s));
        if (address.isEmpty())
            return inner;
        if (inner.trimmed() == u'<' + address + u'>')
            return inner;
        const QString title = node.attributes.value(u"title"_s).simplified();
        const QString words =
            node.allText().trimmed() == address ? escapedForMarkdown(address).remove(u'<').remove(u'>') : inner;
        if (words.trimmed().isEmpty())
            return {};
        return withSpacesOutside(words, [&](const QString &core) {
            return u"[%1](%2%3)"_s.arg(core, linkDestination(address),
                                       title.isEmpty() ? u""_s : u' ' + linkTitle(title));
        });
    }

    static QString imageText(const HtmlNode &node)
    {
        const QString address = safeAddress(node.attributes.value(u"src"_s));
        QString alt = escapedForMarkdown(node.attributes.value(u"alt"_s).simplified(), false);
        if (address.isEmpty())
            return alt;
        const QString title = node.attributes.value(u"title"_s).simplified();
        return u"![%1](%2%3)"_s.arg(alt, linkDestination(address), title.isEmpty() ? u""_s : u' ' + linkTitle(title));
    }

    QStringList m_leftOut;
    QStringList m_signs; ///< of the emphases around what is written
};

} // namespace

HtmlConversion htmlToMarkdown(const QString &html)
{
    const auto nodes = parseHtml(html);
    return nodes ? htmlToMarkdown(*nodes) : HtmlConversion();
}

HtmlConversion htmlToMarkdown(const std::vector<HtmlNode> &nodes)
{
    Converter converter;
    HtmlConversion conversion{converter.convert(nodes), {}};
    conversion.leftOut = converter.leftOut();
    return conversion;
}

} // namespace Weeknotes
