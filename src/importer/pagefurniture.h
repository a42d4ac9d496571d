// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/htmltree.h"

#include <QSet>

namespace Weeknotes {

/// What an element of a page is to its article, as far as its name, role, classes and id tell.
enum class PageRole
{
    Text,      ///< nothing speaks against it
    Byline,    ///< says who wrote the article, when, under which tags
    Furniture, ///< belongs to the page around it, or is not to be seen; unless it holds too much to be that
    Apart      ///< never the article: scripts, navigation, comments
};

[[nodiscard]] PageRole pageRole(const HtmlNode &node);
/// The same, as far as its classes and its id tell.
[[nodiscard]] PageRole pageRoleByNames(const HtmlNode &node);

/// True for an element that holds a post of a page: `article`, h-entry, schema.org's.
[[nodiscard]] bool isEntry(const HtmlNode &node);
/// True if one of its classes is among `names`, which are in lower case.
[[nodiscard]] bool isNamed(const HtmlNode &node, const QSet<QString> &names);
/// True if one of the words in that attribute is `word`.
[[nodiscard]] bool hasWord(const HtmlNode &node, const QString &attribute, QStringView word);
/// True for elements that begin a line of their own.
[[nodiscard]] bool beginsLine(const HtmlNode &node);
/// The 1 to 6 of "h1" to "h6"; 0 for other elements.
[[nodiscard]] int headingLevel(const HtmlNode &node);

/// How much text there is, in letters and digits.
struct TextExtent
{
    qsizetype text = 0;
    qsizetype linked = 0; ///< of it, in links

    [[nodiscard]] qsizetype prose() const { return text - linked; }
    TextExtent &operator+=(const TextExtent &more);
};

/// Of a text node by itself.
[[nodiscard]] TextExtent extentOfText(const HtmlNode &node, bool inLink);
/// All that readers of `node` could see of it, furniture too.
[[nodiscard]] TextExtent extentOf(const HtmlNode &node, bool inLink = false);

} // namespace Weeknotes
