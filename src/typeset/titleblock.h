// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes {

/// What stands above the text. Words for people: who has them set makes them.
struct TitleBlock
{
    QString kicker;
    QString title;
    QString subtitle;
    QString author;
    QString meta;               ///< under the author: "3 min read · Nov 22, 2026"
    bool replacesFirst = false; ///< the text's first block only says the title again, and is left out

    bool operator==(const TitleBlock &) const = default;
};

} // namespace Weeknotes
