// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/htmltree.h"

#include <QJsonObject>
#include <QStringList>

namespace Weeknotes {

using HtmlNodes = std::vector<HtmlNode>;

[[nodiscard]] HtmlNode htmlText(const QString &text);
[[nodiscard]] HtmlNode htmlElement(const QString &name, HtmlNodes children,
                                   const QHash<QString, QString> &attributes = {});
/// A paragraph that is a link: its words, or the bare address where it has none or where a player can stand for it.
[[nodiscard]] HtmlNode linkAlone(const QString &address, const QString &words = {});
/// The words of a callout with the sign that stands before them, if it has one.
[[nodiscard]] HtmlNode calloutOf(HtmlNodes words, const QString &sign);

/// The HTML of a card of Ghost's editor, by the name that lexical or mobiledoc has for it, as a page shows it: what is
/// for e-mails alone is nothing. Of a card that it does not know, the texts that it holds; its name goes to `lost`
/// where there are none. Cards: https://github.com/TryGhost/Koenig (kg-default-nodes, kg-default-cards).
[[nodiscard]] HtmlNodes ghostCard(const QString &name, const QJsonObject &payload, QStringList &lost);

/// Markdown as HTML, without what no reader of it sees.
[[nodiscard]] HtmlNodes nodesOfMarkdown(const QString &markdown);

} // namespace Weeknotes
