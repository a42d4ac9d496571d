// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Weeknotes::Markdown {

/// Where two states of a text differ: `[begin, oldEnd)` of the one became `[begin, newEnd)` of the other.
struct TextEdit
{
    int begin = 0;
    int oldEnd = 0;
    int newEnd = 0;

    [[nodiscard]] int growth() const { return newEnd - oldEnd; }
};

/// The smallest such stretch.
[[nodiscard]] TextEdit editBetween(QStringView before, QStringView after);

/// Whether nothing in `text` can matter to blocks far away: it defines no link and no footnote, has no comment, and is
/// read in the same way wherever it stands.
[[nodiscard]] bool isLocal(QStringView text);

} // namespace Weeknotes::Markdown
