// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenrole.h"

#include <QtTypes>

namespace Weeknotes {

/// A stretch of a line of Markdown; UTF-16 offsets.
struct MarkdownToken
{
    enum class Kind
    {
        Words,   ///< what people read
        Markup,  ///< what stands there for the machine: marks, addresses, tags
        Code,    ///< in a line or indented, without its marks
        Fence,   ///< a line that begins or ends fenced code
        Fenced,  ///< fenced code
        Comment, ///< an HTML comment, or a line's part of it
        Picture  ///< ![alt](address "caption"), whole
    };

    int start = 0;
    int length = 0;
    Kind kind = Kind::Words;
    TokenRole role = TokenRole::Normal; ///< of fenced code
    int heading = 0;                    ///< 1 to 6 within a heading
    bool strong = false;
    bool emphasis = false;
    bool struck = false;
    bool quoted = false;
    bool hidden = false; ///< in a passage that readers don't see, or its mark

    /// One elsewhere that looks the same.
    [[nodiscard]] MarkdownToken like(int at, qsizetype size, Kind as) const
    {
        MarkdownToken token = *this;
        token.start = at;
        token.length = int(size);
        token.kind = as;
        return token;
    }
};

} // namespace Weeknotes
