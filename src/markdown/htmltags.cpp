// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/htmltags.h"

#include "markdown/entities.h"
#include "markdown/htmlwriter.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

constexpr size_t deepestElement = 64;

bool isOneOf(const QString &name, std::initializer_list<QLatin1StringView> names)
{
    return std::ranges::find(names, name) != names.end();
}

/// Where what begins at the start of `html` ends that is no tag: "<?…?>", "<!…>", "<![CDATA[…]]>"; else after its first
/// character.
qsizetype declarationLength(QStringView html)
{
    const auto ends = html.startsWith("<?"_L1)          ? "?>"_L1
                      : html.startsWith("<![CDATA["_L1) ? "]]>"_L1
                      : html.startsWith("<!"_L1)        ? ">"_L1
                                                        : ""_L1;
    const auto end = ends.isEmpty() ? -1 : html.indexOf(ends, 2);
    return end < 0 ? 1 : end + ends.size();
}

Inline textOf(const QString &words, SourceRange source)
{
    Inline text;
    text.text = words;
    text.source = source;
    return text;
}

bool holdsLink(const std::vector<Inline> &inlines)
{
    return firstLink(inlines) != nullptr;
}

/// Pairs the tags of one container.
class Pairing
{
public:
    Pairing(bool inLink, size_t depth) : m_inLink(inLink), m_depth(depth) {}

    void add(Inline piece)
    {
        if (piece.kind == Inline::Kind::RawHtml)
            return addHtml(piece);
        if (!piece.children.empty()) {
            Pairing inner(isInLink() || piece.kind == Inline::Kind::Link, m_depth + m_open.size() + 1);
            for (Inline &child : std::exchange(piece.children, {}))
                inner.add(std::move(child));
            piece.children = inner.take();
        }
        content().push_back(std::move(piece));
    }

    [[nodiscard]] std::vector<Inline> take()
    {
        unwindTo(0);
        return std::move(m_content);
    }

private:
    struct Open
    {
        HtmlTag tag;
        Inline written; ///< the tag as text
        std::vector<Inline> content = {};
    };

    [[nodiscard]] std::vector<Inline> &content() { return m_open.empty() ? m_content : m_open.back().content; }
    [[nodiscard]] bool isInLink() const { return m_inLink || m_openByName.value(u"a"_s) > 0; }

    void addHtml(const Inline &html)
    {
        const QStringView text(html.text);
        const bool literal = html.source.end - html.source.begin == text.size();
        for (qsizetype at = 0; at < text.size();) {
            auto tag = readTag(text.sliced(at));
            if (!tag)
                tag = readTag(text.sliced(at), text.size()); // an image within the text itself
            const qsizetype length = tag ? tag->length : declarationLength(text.sliced(at));
            const int begin = html.source.begin + int(at);
            const Inline written = textOf(text.sliced(at, length).toString(),
                                          literal ? SourceRange{begin, begin + int(length)} : html.source);
            if (!tag || !isInlineElement(tag->name))
                content().push_back(written);
            else
                addTag(*tag, written);
            at += length;
        }
    }

    void addTag(const HtmlTag &tag, const Inline &written)
    {
        static constexpr auto voids = {"br"_L1, "img"_L1, "source"_L1, "wbr"_L1}; // a picture's other sources
        const bool isVoid = isOneOf(tag.name, voids);
        if (!tag.closes && (isVoid || (tag.closesItself && isOneOf(tag.name, {"a"_L1, "span"_L1})))) {
            for (Inline &piece : inlineElement(tag.name, tag.attributes, {}, isInLink())) {
                piece.source = written.source;
                content().push_back(std::move(piece));
            }
        } else if (!tag.closes && m_depth + m_open.size() < deepestElement) {
            ++m_openByName[tag.name];
            m_open.push_back({tag, written});
        } else if (tag.closes && m_openByName.value(tag.name) > 0) {
            close(tag.name);
        } else {
            content().push_back(written);
        }
    }

    void close(const QString &name)
    {
        size_t opening = m_open.size() - 1;
        while (m_open[opening].tag.name != name)
            --opening;
        unwindTo(opening + 1);
        Open open = std::move(m_open.back());
        m_open.pop_back();
        --m_openByName[name];
        SourceRange source = open.written.source;
        if (!open.content.empty())
            source = {open.content.front().source.begin, open.content.back().source.end};
        for (Inline &piece : inlineElement(name, open.tag.attributes, std::move(open.content), isInLink())) {
            if (piece.source.isEmpty())
                piece.source = source;
            content().push_back(std::move(piece));
        }
    }

    /// Leaves the tags from `first` on unmatched. From the outside in, so that nothing moves twice.
    void unwindTo(size_t first)
    {
        std::vector<Inline> words;
        for (size_t i = first; i < m_open.size(); ++i) {
            --m_openByName[m_open[i].tag.name];
            words.push_back(std::move(m_open[i].written));
            std::ranges::move(m_open[i].content, std::back_inserter(words));
        }
        m_open.resize(std::min(first, m_open.size()));
        std::ranges::move(words, std::back_inserter(content()));
    }

    const bool m_inLink;
    const size_t m_depth;
    std::vector<Inline> m_content;
    std::vector<Open> m_open;
    QHash<QString, int> m_openByName;
};

/// Elements that a blank line in them does not end, for a reader of HTML.
bool spansBlocks(const HtmlTag &tag)
{
    static const QSet<QString> names{u"details"_s, u"div"_s,        u"section"_s, u"article"_s, u"aside"_s,
                                     u"main"_s,    u"header"_s,     u"nav"_s,     u"footer"_s,  u"center"_s,
                                     u"figure"_s,  u"blockquote"_s, u"ul"_s,      u"ol"_s,      u"dl"_s,
                                     u"li"_s,      u"dd"_s,         u"table"_s,   u"p"_s,       u"address"_s};
    return names.contains(tag.name) && !tag.closesItself;
}

} // namespace

std::optional<HtmlTag> readTag(QStringView text, qsizetype reach)
{
    static const QString attribute =
        uR"-(\s+([A-Za-z_:][\w.:-]*)(?:\s*=\s*(?:([^\s"'=<>`]+)|'([^']*)'|"([^"]*)"))?)-"_s;
    static const QRegularExpression form(u"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:%1)*)\\s*(/?)>"_s.arg(attribute));
    static const QRegularExpression one(attribute);
    if (!text.startsWith(u'<'))
        return std::nullopt;
    const auto match = form.matchView(text.first(std::min(reach, text.size())), 0, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch())
        return std::nullopt;
    HtmlTag tag{.name = match.captured(2).toLower(),
                .closes = match.capturedLength(1) > 0,
                .closesItself = match.capturedLength(match.lastCapturedIndex()) > 0,
                .length = match.capturedLength()};
    for (const auto &found : one.globalMatchView(match.capturedView(3))) {
        const QString name = found.captured(1).toLower();
        if (!tag.attributes.contains(name))
            tag.attributes.insert(name, withEntities(found.captured(2) + found.captured(3) + found.captured(4)));
    }
    return tag;
}

bool isInlineElement(const QString &name)
{
    static const QSet<QString> names{
        u"a"_s,     u"abbr"_s,    u"b"_s,      u"bdi"_s,  u"bdo"_s,  u"big"_s,  u"br"_s,  u"cite"_s, u"code"_s,
        u"data"_s,  u"del"_s,     u"dfn"_s,    u"em"_s,   u"font"_s, u"i"_s,    u"img"_s, u"ins"_s,  u"kbd"_s,
        u"mark"_s,  u"picture"_s, u"source"_s, u"q"_s,    u"s"_s,    u"samp"_s, u"sub"_s, u"sup"_s,  u"span"_s,
        u"small"_s, u"strike"_s,  u"strong"_s, u"time"_s, u"tt"_s,   u"u"_s,    u"var"_s, u"wbr"_s};
    return names.contains(name);
}

std::vector<Inline> inlineElement(const QString &name, const QHash<QString, QString> &attributes,
                                  std::vector<Inline> content, bool inLink)
{
    Inline piece;
    piece.title = attributes.value(u"title"_s).simplified();
    if (name == "br"_L1) {
        piece = {.kind = Inline::Kind::HardBreak};
    } else if (name == "img"_L1) {
        piece.kind = Inline::Kind::Image;
        piece.text = attributes.value(u"alt"_s).simplified();
        piece.target = attributes.value(u"src"_s).trimmed();
    } else if (name == "a"_L1) {
        const auto target = HtmlWriter::safeTarget(attributes.value(u"href"_s).trimmed());
        if (inLink || !target || target->isEmpty() || holdsLink(content))
            return content;
        piece.kind = Inline::Kind::Link;
        piece.target = *target;
    } else if (isOneOf(name, {"b"_L1, "strong"_L1})) {
        piece = {.kind = Inline::Kind::Strong};
    } else if (isOneOf(name, {"em"_L1, "i"_L1, "dfn"_L1, "var"_L1})) {
        piece = {.kind = Inline::Kind::Emphasis};
    } else if (isOneOf(name, {"del"_L1, "s"_L1, "strike"_L1})) {
        piece = {.kind = Inline::Kind::Strikethrough};
    } else if (name == "q"_L1) {
        content.insert(content.begin(), textOf(u"“"_s, {}));
        content.push_back(textOf(u"”"_s, {}));
        return content;
    } else if (isOneOf(name, {"abbr"_L1, "cite"_L1, "code"_L1, "ins"_L1, "kbd"_L1, "mark"_L1, "samp"_L1, "small"_L1,
                              "sub"_L1, "sup"_L1, "tt"_L1, "u"_L1})) {
        piece.kind = Inline::Kind::Element;
        piece.text = name == "tt"_L1 ? u"code"_s : name;
        if (name != "abbr"_L1)
            piece.title.clear();
    } else {
        return content;
    }
    piece.children = std::move(content);
    return {std::move(piece)};
}

std::vector<Inline> withElements(std::vector<Inline> inlines)
{
    Pairing pairing(false, 0);
    for (Inline &piece : inlines)
        pairing.add(std::move(piece));
    return pairing.take();
}

std::vector<std::pair<size_t, size_t>> htmlStretches(const std::vector<const Block *> &blocks)
{
    std::vector<size_t> lasts(blocks.size()); // of the stretch that begins here, as far as one pair of tags tells
    QHash<QString, std::vector<size_t>> open;
    for (size_t i = 0; i < blocks.size(); ++i) {
        lasts[i] = i;
        if (blocks[i]->kind != Block::Kind::RawHtml)
            continue;
        const QStringView html(blocks[i]->text);
        for (auto at = html.indexOf(u'<'); at >= 0; at = html.indexOf(u'<', at + 1)) {
            const auto tag = readTag(html.sliced(at));
            if (!tag || !spansBlocks(*tag))
                continue;
            auto &waiting = open[tag->name];
            if (!tag->closes) {
                waiting.push_back(i);
            } else if (!waiting.empty()) {
                lasts[waiting.back()] = i;
                waiting.pop_back();
            }
        }
    }
    std::vector<std::pair<size_t, size_t>> stretches;
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i]->kind != Block::Kind::RawHtml)
            continue;
        size_t last = lasts[i];
        for (size_t inner = i; inner <= last; ++inner)
            last = std::max(last, lasts[inner]);
        stretches.emplace_back(i, last);
        i = last;
    }
    return stretches;
}

} // namespace Weeknotes::Markdown
