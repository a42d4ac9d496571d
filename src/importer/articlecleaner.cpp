// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/articlecleaner.h"

#include "html/pastedhtml.h"
#include "importer/footnotelinks.h"
#include "importer/pagefurniture.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr qsizetype longestCard = 300; ///< letters of a block that is one link, and still reads as a card

bool opensPicture(const QString &address)
{
    static const QRegularExpression ending(u"\\.(?:jpe?g|png|gif|webp|avif|svg|bmp|heic)(?:\\?|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return ending.match(address).hasMatch();
}

HtmlNode textNode(const QString &text)
{
    return {{}, text, {}, {}};
}

/// The address of the largest of those in a `srcset`, "a.jpg 480w, b.jpg 2x".
QString largestIn(const QString &sources)
{
    static const QRegularExpression each(u"([^\\s,]\\S*[^\\s,])(?:\\s+([0-9.]{1,9})[wx])?\\s*(?:,|$)"_s);
    QString best;
    double size = -1;
    for (const auto &match : each.globalMatch(sources)) {
        if (const double own = match.captured(2).toDouble(); own > size) {
            size = own;
            best = match.captured(1);
        }
    }
    return best;
}

/// Whether it only holds the place of one that comes later.
bool isPlaceholder(const QString &source)
{
    static const QRegularExpression names(
        u"(?:^|[/_-])(?:blank|spacer|placeholder|transparent|lazy|loading|pixel|1x1|grey|gray)(?:[._-]|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString name = source.section(u'?', 0, 0).section(u'/', -1);
    return source.isEmpty() || source.startsWith(u"data:"_s) || source == u"#" || source.startsWith(u"about:"_s) ||
           names.match(name).hasMatch();
}

class ArticleCleaner
{
public:
    ArticleCleaner(const ArticleContext &context, QStringList &leftOut) : m_context(context), m_leftOut(leftOut) {}

    HtmlNode clean(HtmlNode content)
    {
        m_total = extentOf(content).text;
        cleanInside(content, {});
        return content;
    }

private:
    struct Inside
    {
        bool link = false;
        bool code = false;
        bool heading = false;
        bool quote = false;
        QString language; ///< of the code, where an element around it says
    };

    TextExtent cleanInside(HtmlNode &node, Inside inside)
    {
        inside.link |= node.name == u"a";
        inside.code |= node.name == u"pre" || node.name == u"code";
        inside.heading |= headingLevel(node) > 0;
        inside.quote |= node.name == u"blockquote";
        if (const QString language = languageIn(node); !language.isEmpty())
            inside.language = language;
        TextExtent whole = extentOfText(node, inside.link);
        std::vector<HtmlNode> kept;
        takeFallbacks(node.children);
        for (HtmlNode &child : node.children) {
            const TextExtent extent = cleanInside(child, inside);
            if (goes(child, extent, inside))
                continue;
            whole += extent;
            child = changed(std::move(child), inside);
            kept.push_back(std::move(child));
        }
        node.children = std::move(kept);
        if (!inside.code)
            splitAtEmptyLines(node);
        return whole;
    }

    static bool isGap(const HtmlNode &node) { return node.isText() && node.text.trimmed().isEmpty(); }

    /// Two breaks in a row part paragraphs, in texts that some editors write.
    static void splitAtEmptyLines(HtmlNode &node)
    {
        static const QSet<QString> split{u"p"_s,       u"div"_s,     u"span"_s, u"font"_s, u"td"_s,        u"li"_s,
                                         u"section"_s, u"article"_s, u"main"_s, u"body"_s, u"blockquote"_s};
        int breaks = 0;
        const bool isParted = std::ranges::any_of(node.children, [&breaks](const HtmlNode &child) {
            breaks = child.name == u"br" ? breaks + 1 : isGap(child) ? breaks : 0;
            return breaks > 1;
        });
        if (!isParted || !split.contains(node.name))
            return;
        std::vector<HtmlNode> parts;
        std::vector<HtmlNode> line;
        const auto end = [&] {
            while (!line.empty() && (isGap(line.back()) || line.back().name == u"br"))
                line.pop_back();
            if (!line.empty())
                parts.push_back({u"p"_s, {}, {}, std::exchange(line, {})});
        };
        breaks = 0;
        for (HtmlNode &child : node.children) {
            breaks = child.name == u"br" ? breaks + 1 : isGap(child) ? breaks : 0;
            const bool isBlock = beginsLine(child) || holdsLine(child);
            if (isBlock || breaks > 1)
                end();
            if (isBlock)
                parts.push_back(std::move(child));
            else if (!line.empty() || (!isGap(child) && child.name != u"br"))
                line.push_back(std::move(child));
        }
        end();
        node.children = std::move(parts);
        if (node.name == u"p" || node.name == u"span" || node.name == u"font")
            node.name = u"div"_s;
    }

    /// What browsers without scripts show: the picture that comes later in others, mostly right before it.
    static void takeFallbacks(std::vector<HtmlNode> &nodes)
    {
        const auto isImage = [](const HtmlNode &node) { return node.name == u"img"; };
        HtmlNode *before = nullptr;
        for (HtmlNode &node : nodes) {
            const HtmlNode *fallback = node.name == u"noscript" ? findNode(node.children, isImage) : nullptr;
            HtmlNode *shown = fallback && before ? imageIn(*before) : nullptr;
            if (shown && isPlaceholder(shown->attributes.value(u"src"_s)))
                *shown = HtmlNode(*fallback);
            else if (fallback && !shown)
                node = HtmlNode(*fallback);
            before = isGap(node) ? before : &node;
        }
        std::erase_if(nodes, [](const HtmlNode &node) { return node.name == u"noscript"; });
    }

    static HtmlNode *imageIn(HtmlNode &node)
    {
        if (node.name == u"img")
            return &node;
        for (HtmlNode &child : node.children) {
            if (HtmlNode *image = imageIn(child))
                return image;
        }
        return nullptr;
    }

    [[nodiscard]] bool goes(const HtmlNode &node, const TextExtent &extent, const Inside &inside)
    {
        // What converting names as left out.
        static const QSet<QString> named{u"object"_s, u"embed"_s, u"applet"_s, u"canvas"_s, u"math"_s};
        if (node.isText() || named.contains(node.name))
            return false;
        if (node.name == u"img")
            return isNoPicture(node);
        if (node.name == u"input")
            return node.attributes.value(u"type"_s) != u"checkbox";
        if (inside.code)
            return isLeftOut(node.name) || isLineNumber(node);
        if (inside.heading && isPermalink(node))
            return true;
        if (node.name == u"button" && holdsPicture(node))
            return false;
        const PageRole role = roleInside(node, extent, inside);
        return role == PageRole::Apart || (role != PageRole::Text && extent.text * 2 < m_total);
    }

    /// In an article there are asides of its writer, and quotes name their source at their foot.
    static PageRole roleInside(const HtmlNode &node, const TextExtent &extent, const Inside &inside)
    {
        const bool isWriters = node.name == u"aside" && extent.prose() * 2 >= extent.text && extent.text > 0;
        const bool isSource = node.name == u"footer" && inside.quote;
        return isWriters || isSource ? pageRoleByNames(node) : pageRole(node);
    }

    static bool isLineNumber(const HtmlNode &node)
    {
        return hasClass(node, u"gutter") || hasClass(node, u"lineno") || hasClass(node, u"lnt") ||
               hasClass(node, u"linenos") || hasClass(node, u"linenodiv") || hasClass(node, u"ln") ||
               hasClass(node, u"line-numbers-rows") || hasClass(node, u"rouge-gutter");
    }

    static bool isPermalink(const HtmlNode &node)
    {
        static const QSet<QString> signs{u""_s, u"#"_s, u"¶"_s, u"§"_s, u"🔗"_s, u"∞"_s};
        return node.name == u"a" && node.attributes.value(u"href"_s).contains(u'#') && signs.contains(node.words()) &&
               !holdsPicture(node);
    }

    static bool holdsPicture(const HtmlNode &node)
    {
        return findNode(node.children, [](const HtmlNode &part) { return part.name == u"img"; });
    }

    /// One that counts readers, or shows the writer.
    [[nodiscard]] bool isNoPicture(const HtmlNode &image) const
    {
        const QString classes = image.attributes.value(u"class"_s);
        const bool isAvatar = classes.contains(u"avatar"_s) || hasClass(image, u"u-photo") ||
                              image.attributes.value(u"data-testid"_s).contains(u"authorPhoto"_s);
        const QString alt = image.attributes.value(u"alt"_s).simplified();
        const bool isSmall = image.attributes.value(u"width"_s, u"1000"_s).toInt() <= 100;
        return isCountingPixel(image) || isAvatar ||
               (isSmall && !m_context.author.isEmpty() && alt == m_context.author);
    }

    HtmlNode changed(HtmlNode node, const Inside &inside)
    {
        if (node.isText())
            return textNode(withoutFootnoteMarks(
                node.text == u"Press enter or click to view image in full size" ? QString() : std::move(node.text)));
        if (node.name == u"img")
            return changedImage(std::move(node));
        if (node.name == u"a")
            return changedLink(std::move(node));
        if (node.name == u"iframe" || node.name.contains(u'-'))
            return changedFrame(std::move(node));
        if (node.name == u"input")
            return textNode(node.attributes.contains(u"checked"_s) ? u"[x] "_s : u"[ ] "_s);
        if (node.name == u"pre")
            return changedCode(std::move(node), inside);
        if (node.name == u"table" && !inside.code)
            return changedTable(std::move(node));
        if (node.name == u"form" || node.name == u"button") // what is left holds the article, or a picture of it
            node.name = node.name == u"form" ? u"div"_s : u"span"_s;
        return node;
    }

    HtmlNode changedImage(HtmlNode image)
    {
        QString source = image.attributes.value(u"src"_s).trimmed();
        const QString alt = image.attributes.value(u"alt"_s);
        if (hasClass(image, u"emoji") || hasClass(image, u"wp-smiley"))
            return textNode(alt);
        for (const QString &name : {u"data-src"_s, u"data-lazy-src"_s, u"data-original"_s, u"data-orig-file"_s,
                                    u"data-srcset"_s, u"data-lazy-srcset"_s, u"srcset"_s}) {
            const QString later = image.attributes.value(name).trimmed();
            if (isPlaceholder(source) && !later.isEmpty())
                source = name.endsWith(u"srcset"_s) ? largestIn(later) : later;
        }
        if (source.startsWith(u"//"_s))
            source.prepend(u"https:"_s);
        if (source.startsWith(u"data:"_s)) {
            noteLeftOut(u"img"_s);
            source.clear();
        }
        if (source.isEmpty())
            return textNode(alt);
        image.attributes.insert(u"src"_s, source);
        return image;
    }

    HtmlNode changedLink(HtmlNode link)
    {
        QString href = withoutDetour(link.attributes.value(u"href"_s).trimmed());
        // A place in this page, with its whole address.
        if (const QString page = m_context.base.toString(QUrl::FullyEncoded | QUrl::RemoveFragment);
            !page.isEmpty() && href.startsWith(page + u'#'))
            href.remove(0, page.size());
        if (link.allText().trimmed().isEmpty() && (href.isEmpty() || opensPicture(href) || !holdsPicture(link)) &&
            !href.startsWith(u'#')) {
            link.name = u"span"_s;
            return link;
        }
        const QUrl url(href);
        if (m_context.base.isValid() && url.isValid() && url.isRelative() && !href.isEmpty() &&
            !href.startsWith(u'#')) {
            link.attributes.insert(u"href"_s, m_context.base.resolved(url).toString(QUrl::FullyEncoded));
        } else {
            link.attributes.insert(u"href"_s, href);
        }
        const bool isBlock = std::ranges::any_of(link.children, holdsLine);
        return isBlock ? card(std::move(link)) : link;
    }

    static bool holdsLine(const HtmlNode &node)
    {
        return beginsLine(node) || std::ranges::any_of(node.children, holdsLine);
    }

    /// A block that is a link as a whole: of a picture alone, or of a page with its title, words and pictures.
    static HtmlNode card(HtmlNode link)
    {
        const auto isTitle = [](const HtmlNode &part) {
            return (headingLevel(part) > 0 || hasClass(part, u"kg-bookmark-title") ||
                    hasClass(part, u"bookmark-title") || part.name == u"strong") &&
                   !part.words().isEmpty();
        };
        const qsizetype letters = extentOf(link).text;
        const HtmlNode *title = findNode(link.children, isTitle);
        if (letters == 0 || letters > longestCard) {
            link.name = u"div"_s;
            return link;
        }
        HtmlNode shown{u"a"_s, {}, {{u"href"_s, link.attributes.value(u"href"_s)}}, {}};
        shown.children.push_back(textNode(title ? title->words() : link.words()));
        HtmlNode paragraph{u"p"_s, {}, {}, {}};
        paragraph.children.push_back(std::move(shown));
        return paragraph;
    }

    /// Browsers keep a frame's page in a file beside this one.
    HtmlNode changedFrame(HtmlNode node)
    {
        if (node.name == u"lite-youtube" || node.name == u"youtube-video") {
            const QString id = node.attributes.value(u"videoid"_s);
            node = {u"iframe"_s, {}, {{u"src"_s, u"https://www.youtube.com/embed/"_s + id}}, {}};
        }
        if (node.name != u"iframe")
            return node;
        QString source = node.attributes.value(u"src"_s).trimmed();
        for (const QString &name : {u"data-src"_s, u"data-lazy-src"_s}) {
            if (addressOfFrame(source).isEmpty() && node.attributes.contains(name))
                source = node.attributes.value(name);
        }
        if (addressOfFrame(source).isEmpty() && m_context.frameAddress && !source.isEmpty())
            source = m_context.frameAddress(source);
        node.attributes.insert(u"src"_s, source);
        return node;
    }

    static QString languageIn(const HtmlNode &node)
    {
        static const QRegularExpression language(u"(?:^|\\s)(language|lang)-[\\w+#-]{1,30}"_s);
        const QString named = node.attributes.value(u"data-lang"_s);
        if (!named.isEmpty() && named.size() < 30)
            return u"language-"_s + named;
        return language.match(node.attributes.value(u"class"_s)).captured().trimmed();
    }

    static HtmlNode changedCode(HtmlNode code, const Inside &inside)
    {
        const bool knows =
            !languageIn(code).isEmpty() || (!code.children.empty() && !languageIn(code.children.front()).isEmpty());
        if (!knows && !inside.language.isEmpty())
            code.attributes.insert(u"class"_s, inside.language);
        return code;
    }

    /// Those that set code beside its line numbers, which are gone by now; and those that only place what they hold.
    static HtmlNode changedTable(HtmlNode table)
    {
        const bool isCode =
            hasClass(table, u"lntable") || hasClass(table, u"rouge-table") || hasClass(table, u"highlighttable");
        const auto holdsCode = [](const HtmlNode &part) {
            return part.name == u"pre" && !part.allText().trimmed().isEmpty();
        };
        const HtmlNode *code = isCode ? findNode(table.children, holdsCode) : nullptr;
        if (code)
            return *code;
        if (findNode(table.children, isLaidOut) || table.attributes.value(u"role"_s) == u"presentation")
            flatten(table);
        return table;
    }

    /// A cell that holds what no cell of a table of facts does.
    static bool isLaidOut(const HtmlNode &node)
    {
        const auto paragraphs =
            std::ranges::count_if(node.children, [](const HtmlNode &child) { return child.name == u"p"; });
        return node.name == u"td" && (paragraphs > 2 || findNode(node.children, [](const HtmlNode &part) {
                                          return headingLevel(part) > 0 || part.name == u"table";
                                      }));
    }

    static void flatten(HtmlNode &table)
    {
        static const QSet<QString> parts{u"table"_s, u"tbody"_s, u"thead"_s, u"tfoot"_s, u"tr"_s, u"td"_s, u"th"_s};
        if (!parts.contains(table.name))
            return;
        table.name = u"div"_s;
        std::ranges::for_each(table.children, flatten);
    }

    void noteLeftOut(const QString &name)
    {
        if (!m_leftOut.contains(name))
            m_leftOut += name;
    }

    const ArticleContext &m_context;
    QStringList &m_leftOut;
    qsizetype m_total = 0;
};

} // namespace

HtmlNode cleanedArticle(const HtmlNode &content, const ArticleContext &context, QStringList &leftOut)
{
    return ArticleCleaner(context, leftOut).clean(content);
}

} // namespace Weeknotes
