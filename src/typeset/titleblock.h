// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/cards.h"
#include "markdown/document.h"

#include <QColor>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <QUrl>

#include <memory>
#include <optional>

namespace Weeknotes {

/// What stands below the text and its footnotes. Words for people, as in TitleBlock.
struct PageFoot
{
    /// Another note.
    struct Neighbour
    {
        QString label; ///< "Previous note"
        QString title; ///< empty: there is none

        bool operator==(const Neighbour &) const = default;
    };
    QStringList tags = {};
    QString tagsLabel = {};      ///< "Tags"; their row goes as it does
    QString original = {};       ///< "First published at example.org"; empty: nowhere else
    QString originalTarget = {}; ///< its address
    Neighbour previous = {};
    Neighbour next = {};
    std::shared_ptr<const Markdown::Document> footer = {}; ///< of every page, for readers; may be null

    [[nodiscard]] bool isEmpty() const { return *this == PageFoot(); }
    bool operator==(const PageFoot &) const = default;
};

/// What the text refers to, as its readers have it.
struct PageReferences
{
    QHash<QString, QUrl> noteTargets; ///< where "week:…" leads; without an entry nowhere, and its words are no link
    QSet<QString> lostImages;         ///< as the text names them: within a line, their descriptions stand for them
    QString lostWords = {};           ///< in the box of one that stands alone and has no description

    bool operator==(const PageReferences &) const = default;
};

/// What stands around the text, and the words and the colour that the page adds to it. Words for people: who has them
/// set makes them.
struct TitleBlock
{
    QString kicker;
    QString title;
    QString subtitle;
    QString author;
    QString meta; ///< under the author: "3 min read · Nov 22, 2026"
    Markdown::CardWords cards = {};
    QString notes = {};   ///< the heading of the footnotes; empty: they have none
    QColor colour = {};   ///< of its marks; invalid: our green
    bool dropCap = false; ///< the text begins with a large letter
    PageFoot foot = {};
    std::optional<PageReferences> references = {}; ///< none: the library's own notes and images
    bool replacesFirst = false; ///< the text's first block only says the title again, and is left out

    bool operator==(const TitleBlock &) const = default;
};

} // namespace Weeknotes
