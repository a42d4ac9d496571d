// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

#include <QHash>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace Weeknotes::Markdown {

/// A tag as CommonMark reads it.
struct HtmlTag
{
    QString name;                            ///< in lower case
    QHash<QString, QString> attributes = {}; ///< names in lower case, the first of each; entities resolved
    bool closes = false;                     ///< </name>
    bool closesItself = false;               ///< <name/>
    qsizetype length = 0;
};

/// The tag at the start of `text`, if one ends within `reach` characters.
[[nodiscard]] std::optional<HtmlTag> readTag(QStringView text, qsizetype reach = 4000);

/// Elements that may stand in running text. All others are shown as they were typed.
[[nodiscard]] bool isInlineElement(const QString &name);
/// What such an element, which holds `content`, is on a page: a link, emphasis, an Inline::Kind::Element …; `content`
/// alone where it adds nothing to it. A link in a link is none, nor is one whose address a page may not link to.
[[nodiscard]] std::vector<Inline> inlineElement(const QString &name, const QHash<QString, QString> &attributes,
                                                std::vector<Inline> content, bool inLink);

/// Running text as readers see it: tags become what they stand for where they are allowed and pairs, and are text
/// where not. `inlines` hold no comments.
[[nodiscard]] std::vector<Inline> withElements(std::vector<Inline> inlines);

/// Which siblings of `blocks` belong together since a block of HTML opens what a later one closes, or since it is one:
/// first and last of each, both RawHtml. Nothing in between two such stretches is RawHtml.
[[nodiscard]] std::vector<std::pair<size_t, size_t>> htmlStretches(const std::vector<const Block *> &blocks);

} // namespace Weeknotes::Markdown
