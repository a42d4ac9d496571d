// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/library.h"

namespace Weeknotes {

/// `text` as HTML, with its matches (in order) in bold and all else as it is.
[[nodiscard]] inline QString markedText(const QString &text, const std::vector<SearchHit::Match> &matches)
{
    QString html;
    qsizetype at = 0;
    for (const SearchHit::Match &match : matches) {
        html += text.mid(at, match.begin - at).toHtmlEscaped() + QLatin1String("<b>") +
                text.mid(match.begin, match.end - match.begin).toHtmlEscaped() + QLatin1String("</b>");
        at = match.end;
    }
    return html + text.mid(at).toHtmlEscaped();
}

} // namespace Weeknotes
