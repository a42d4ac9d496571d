// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QString>

#include <optional>
#include <vector>

namespace Weeknotes {

/// A word to be looked up in a dictionary.
struct SpellWord
{
    int start = 0; ///< in its line, UTF-16 units
    int length = 0;
    QString text; ///< as dictionaries write it: composed, with U+0027 and U+002D, without soft hyphens

    [[nodiscard]] int end() const { return start + length; }
    bool operator==(const SpellWord &) const = default;
};

/// The words of `line` from `start` on that are to be looked up: whole ones, compounds with their hyphens. Left out are
/// words with digits, acronyms, single letters, those with letters that are not of the dictionary's `script`, and all
/// that stands in an address, a file's name, a mention (@) or a tag (#).
[[nodiscard]] std::vector<SpellWord> spellWords(QStringView line, int start, int length,
                                                std::optional<QChar::Script> script = {});

} // namespace Weeknotes
