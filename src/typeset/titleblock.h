// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/cards.h"

#include <QColor>
#include <QString>

namespace Weeknotes {

/// What stands above the text, and the words and the colour that the page adds to it. Words for people: who has them
/// set makes them.
struct TitleBlock
{
    QString kicker;
    QString title;
    QString subtitle;
    QString author;
    QString meta; ///< under the author: "3 min read · Nov 22, 2026"
    Markdown::CardWords cards = {};
    QString notes = {};         ///< the heading of the footnotes; empty: they have none
    QColor colour = {};         ///< of its marks; invalid: our green
    bool dropCap = false;       ///< the text begins with a large letter
    bool replacesFirst = false; ///< the text's first block only says the title again, and is left out

    bool operator==(const TitleBlock &) const = default;
};

} // namespace Weeknotes
