// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes {

/// `words` as a menu or a button shows them: either takes one "&" for the mark of a letter.
[[nodiscard]] inline QString menuText(QString words)
{
    return words.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace Weeknotes
