// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/pagefurniture.h"

#include "html/pastedlists.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// Of what is hidden, and of some other elements of the page whose names mean nothing in parts.
bool isWholeName(const QString &name)
{
    static const QSet<QString> names{u"screen-reader-text"_s, u"sr-only"_s,   u"visually-hidden"_s, u"visuallyhidden"_s,
                                     u"element-hidden"_s,     u"skip-link"_s, u"button-wrapper"_s,  u"cta-caption"_s};
    return names.contains(name);
}

bool isBylineName(const QString &name)
{
    static const QSet<QString> names{
        u"byline"_s,       u"post-byline"_s,      u"entry-byline"_s,   u"article-byline"_s, u"byline-wrapper"_s,
        u"post-meta"_s,    u"entry-meta"_s,       u"article-meta"_s,   u"post-metadata"_s,  u"entry-metadata"_s,
        u"post-info"_s,    u"entry-info"_s,       u"post-details"_s,   u"entry-utility"_s,  u"post-footer"_s,
        u"entry-footer"_s, u"postmetadata"_s,     u"metadata"_s,       u"author-bio"_s,     u"author-box"_s,
        u"author-card"_s,  u"author-info"_s,      u"about-author"_s,   u"post-author"_s,    u"post-date"_s,
        u"entry-date"_s,   u"date-header"_s,      u"post-timestamp"_s, u"post-tags"_s,      u"entry-tags"_s,
        u"tag-list"_s,     u"tag-links"_s,        u"tags-links"_s,     u"taglist"_s,        u"tags"_s,
        u"cat-links"_s,    u"post-categories"_s,  u"reading-time"_s,   u"read-time"_s,      u"gh-article-meta"_s,
        u"posted-on"_s,    u"speechify-ignore"_s, u"properties"_s,     u"p-author"_s,       u"gh-article-tag"_s};
    return names.contains(name) || name.startsWith(u"post-footer-"_s);
}

bool isCommentsName(const QString &name)
{
    static const QSet<QString> names{
        u"comments"_s,         u"comment-list"_s, u"commentlist"_s,   u"comments-area"_s, u"comment-respond"_s,
        u"comments-section"_s, u"respond"_s,      u"disqus_thread"_s, u"webmentions"_s,   u"blog-comments"_s,
        u"comments-page"_s,    u"isso-thread"_s,  u"utterances"_s,    u"giscus"_s,        u"p-comment"_s,
        u"u-comment"_s,        u"comment-form"_s, u"post-comments"_s, u"commentform"_s};
    return names.contains(name);
}

/// By a part of a name: "post-share-buttons".
bool isFurniturePart(const QString &part)
{
    static const QSet<QString> parts{u"share"_s,        u"sharing"_s,     u"sharedaddy"_s,
                                     u"addtoany"_s,     u"social"_s,      u"related"_s,
                                     u"relatedposts"_s, u"recommended"_s, u"recommendations"_s,
                                     u"newsletter"_s,   u"subscribe"_s,   u"subscription"_s,
                                     u"signup"_s,       u"optin"_s,       u"breadcrumb"_s,
                                     u"breadcrumbs"_s,  u"pagination"_s,  u"pager"_s,
                                     u"prevnext"_s,     u"nextprev"_s,    u"navigation"_s,
                                     u"navbar"_s,       u"nav"_s,         u"menu"_s,
                                     u"toc"_s,          u"cookie"_s,      u"cookies"_s,
                                     u"consent"_s,      u"gdpr"_s,        u"sidebar"_s,
                                     u"advert"_s,       u"adverts"_s,     u"advertisement"_s,
                                     u"ads"_s,          u"adsbygoogle"_s, u"promo"_s,
                                     u"sponsored"_s,    u"footer"_s,      u"reactions"_s,
                                     u"paywall"_s,      u"popup"_s,       u"modal"_s,
                                     u"tagcloud"_s,     u"skiplink"_s,    u"ufi"_s,
                                     u"likes"_s};
    return parts.contains(part);
}

/// What a theme says of the page or the post as a whole begins so: "tag-newsletter", "has-sidebar".
bool describesPage(const QString &name)
{
    static const QRegularExpression begins(
        u"^(?:category|tag|has|no|is|with|without|type|status|format|single|page|template|theme|layout|newsletter-post)(?:[-_]|$)"_s);
    return begins.match(name).hasMatch() || name.contains(u"quote"_s);
}

bool isFurnitureName(const QString &name)
{
    static const QRegularExpression joint(u"[-_]+"_s);
    const QStringList parts = name.split(joint, Qt::SkipEmptyParts);
    // Names of one or two letters are made by programs.
    return name.size() > 2 && !describesPage(name) &&
           (std::ranges::any_of(parts, isFurniturePart) || (parts.size() > 1 && parts.contains(u"ad"_s)));
}

/// Programs that write sections give each an id of the words in its heading, "social-media-and-us".
bool isNamedByHeading(const HtmlNode &node, const QString &id)
{
    const auto heading =
        std::ranges::find_if(node.children, [](const HtmlNode &child) { return headingLevel(child) > 0; });
    if (heading == node.children.end())
        return false;
    const auto slug = [](const QString &text) {
        QString letters;
        std::ranges::copy_if(text, std::back_inserter(letters), [](QChar sign) { return sign.isLetterOrNumber(); });
        return letters.toCaseFolded();
    };
    return slug(heading->words()).startsWith(slug(id));
}

bool holdsFootnotes(const HtmlNode &node)
{
    const QString names = node.attributes.value(u"class"_s) + node.attributes.value(u"role"_s);
    return names.contains(u"footnote"_s) || names.contains(u"endnote"_s);
}

bool isHidden(const HtmlNode &node)
{
    const auto hidden = node.attributes.constFind(u"hidden"_s);
    const bool byAttribute = hidden != node.attributes.constEnd() && *hidden != u"until-found";
    if (byAttribute || node.attributes.value(u"aria-hidden"_s) == u"true")
        return true;
    return node.attributes.contains(u"style"_s) &&
           (styleOf(node, u"display"_s) == u"none" || styleOf(node, u"visibility"_s) == u"hidden");
}

} // namespace

PageRole pageRoleByNames(const HtmlNode &node)
{
    static const QSet<QString> named{u"div"_s,  u"section"_s, u"aside"_s,  u"ul"_s,     u"ol"_s,      u"dl"_s,
                                     u"p"_s,    u"details"_s, u"header"_s, u"footer"_s, u"table"_s,   u"form"_s,
                                     u"span"_s, u"a"_s,       u"time"_s,   u"button"_s, u"article"_s, u"li"_s};
    if (!named.contains(node.name) && !node.name.contains(u'-'))
        return PageRole::Text;
    PageRole role = PageRole::Text;
    const bool isWord = node.name == u"span" || node.name == u"a" || node.name == u"time" || node.name == u"li";
    QString names = node.attributes.value(u"class"_s);
    if (const QString id = node.attributes.value(u"id"_s); !id.isEmpty() && !isNamedByHeading(node, id))
        names += u' ' + id;
    const QStringList each = names.toLower().split(u' ', Qt::SkipEmptyParts);
    for (const QString &name : each) {
        if (isCommentsName(name))
            return PageRole::Apart;
        if (node.name == u"article")
            continue;
        if (isBylineName(name))
            role = PageRole::Byline;
        else if (role == PageRole::Text && (isWholeName(name) || (!isWord && isFurnitureName(name))))
            role = PageRole::Furniture;
    }
    return role;
}

PageRole pageRole(const HtmlNode &node)
{
    static const QSet<QString> roles{u"navigation"_s, u"search"_s, u"dialog"_s, u"alertdialog"_s, u"menu"_s};
    if (node.isText())
        return PageRole::Text;
    const QString role = node.attributes.value(u"role"_s);
    if (node.name == u"nav" || node.name == u"dialog" || roles.contains(role) ||
        (isLeftOut(node.name) && node.name != u"form" && node.name != u"noscript"))
        return PageRole::Apart;
    if (holdsFootnotes(node))
        return PageRole::Text;
    if (const PageRole byName = pageRoleByNames(node); byName != PageRole::Text)
        return byName;
    const bool isAround = node.name == u"footer" || node.name == u"form" || node.name == u"aside" ||
                          role == u"banner" || role == u"contentinfo" || role == u"complementary";
    return isAround || isHidden(node) ? PageRole::Furniture : PageRole::Text;
}

bool isEntry(const HtmlNode &node)
{
    static const QRegularExpression types(u"schema\\.org/(?:\\w*Posting|\\w*Article)\\b"_s);
    return node.name == u"article" || hasClass(node, u"h-entry") || hasClass(node, u"hentry") ||
           types.match(node.attributes.value(u"itemtype"_s)).hasMatch();
}

bool isNamed(const HtmlNode &node, const QSet<QString> &names)
{
    const QString classes = node.attributes.value(u"class"_s);
    return std::ranges::any_of(QStringView(classes).tokenize(u' '),
                               [&names](QStringView one) { return names.contains(one.toString().toLower()); });
}

bool hasWord(const HtmlNode &node, const QString &attribute, QStringView word)
{
    const QString words = node.attributes.value(attribute);
    return std::ranges::any_of(QStringView(words).tokenize(u' '),
                               [word](QStringView one) { return one.compare(word, Qt::CaseInsensitive) == 0; });
}

bool beginsLine(const HtmlNode &node)
{
    static const QSet<QString> words{
        u""_s,     u"a"_s,    u"abbr"_s, u"b"_s,     u"bdi"_s,     u"bdo"_s,  u"br"_s,     u"button"_s,
        u"cite"_s, u"code"_s, u"data"_s, u"del"_s,   u"dfn"_s,     u"em"_s,   u"font"_s,   u"i"_s,
        u"img"_s,  u"ins"_s,  u"kbd"_s,  u"mark"_s,  u"picture"_s, u"q"_s,    u"rp"_s,     u"rt"_s,
        u"ruby"_s, u"s"_s,    u"samp"_s, u"small"_s, u"source"_s,  u"span"_s, u"strike"_s, u"strong"_s,
        u"sub"_s,  u"sup"_s,  u"svg"_s,  u"time"_s,  u"tt"_s,      u"u"_s,    u"var"_s,    u"wbr"_s};
    return !words.contains(node.name);
}

int headingLevel(const HtmlNode &node)
{
    const bool isHeading =
        node.name.size() == 2 && node.name[0] == u'h' && node.name[1] >= u'1' && node.name[1] <= u'6';
    return isHeading ? node.name[1].digitValue() : 0;
}

TextExtent &TextExtent::operator+=(const TextExtent &more)
{
    text += more.text;
    linked += more.linked;
    return *this;
}

TextExtent extentOfText(const HtmlNode &node, bool inLink)
{
    const auto signs = std::ranges::count_if(node.text, [](QChar sign) { return sign.isLetterOrNumber(); });
    return {.text = signs, .linked = inLink ? signs : 0};
}

TextExtent extentOf(const HtmlNode &node, bool inLink)
{
    if (isLeftOut(node.name) && node.name != u"form")
        return {};
    TextExtent extent = extentOfText(node, inLink);
    for (const HtmlNode &child : node.children)
        extent += extentOf(child, inLink || node.name == u"a");
    return extent;
}

} // namespace Weeknotes
