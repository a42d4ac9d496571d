// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace Weeknotes {

/// A node of parsed HTML: an element, or a text (with an empty name).
struct HtmlNode
{
    QString name;                       ///< in lower case
    QString text;                       ///< of a text node, entities resolved
    QHash<QString, QString> attributes; ///< names in lower case, entities resolved
    std::vector<HtmlNode> children;
    QString tag = {};   ///< as it was written; empty unless HtmlTags::Kept
    bool ended = false; ///< by a tag of its own

    [[nodiscard]] bool isText() const { return name.isEmpty(); }
    /// All text in it, in its order.
    [[nodiscard]] QString allText() const;
    /// That text as people read it: every gap in it is one space.
    [[nodiscard]] QString words() const;
};

enum class HtmlTags
{
    Dropped,
    Kept ///< as they were written, in HtmlNode::tag
};

/// The longest HTML that is parsed, in characters.
inline constexpr qsizetype largestHtml = qsizetype(16) * 1024 * 1024;

/// The nodes in the body of `html`, as an HTML5 parser reads them; comments are left out. Never fails, whatever the
/// input: nodes nested deeper than 200 stand as siblings at that depth. Nothing for more than largestHtml.
[[nodiscard]] std::optional<std::vector<HtmlNode>> parseHtml(const QString &html, HtmlTags tags = HtmlTags::Dropped);

/// A whole page.
struct HtmlPage
{
    HtmlNode head;
    HtmlNode body;
    QString language; ///< that it says it is in; as it is written there
};

/// The same of a page, with its head.
[[nodiscard]] std::optional<HtmlPage> parseHtmlPage(const QString &html, HtmlTags tags = HtmlTags::Dropped);

/// True if `node` is of that class.
[[nodiscard]] bool hasClass(const HtmlNode &node, QStringView name);
/// The first node, at any depth, for which `is` holds; null if there is none. Points into `nodes`.
[[nodiscard]] const HtmlNode *findNode(const std::vector<HtmlNode> &nodes,
                                       const std::function<bool(const HtmlNode &)> &is);

/// True for a name of HTML's own elements.
[[nodiscard]] bool isHtmlElement(const QString &name);

/// Elements whose content is never part of a text: scripts, styles, form controls …
[[nodiscard]] bool isLeftOut(const QString &name);

/// The address that stands for an embedded frame as a reader would open it: a YouTube player's becomes that of the
/// video. Empty if it is no web address.
[[nodiscard]] QString addressOfFrame(const QString &source);

/// The last web address that a link in `node` leads to; empty if there is none.
[[nodiscard]] QString lastWebLink(const HtmlNode &node);

/// The address of what an embed shows: a player's frame, a gist's script, a tweet's quote. Empty if it has none.
[[nodiscard]] QString embeddedAddress(const HtmlNode &figure);

/// `address` if a page may link to it: http, https, mailto or relative; else empty.
[[nodiscard]] QString safeAddress(const QString &address);

} // namespace Weeknotes
