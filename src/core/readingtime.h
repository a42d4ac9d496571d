// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Weeknotes {

/// What a reader has before them.
struct TextMeasure
{
    int words = 0;         ///< of scripts that part words by spaces
    int cjkCharacters = 0; ///< Chinese, Japanese and Korean characters, which count one by one
    int images = 0;

    /// The words that people and search engines are told of.
    [[nodiscard]] int count() const { return words + cjkCharacters; }
    bool operator==(const TextMeasure &) const = default;
};

/// Minutes as Medium counts them (design/medium.md): 265 words or 500 CJK characters a minute; 12 s for the first
/// image, 11 s for the second, … 3 s from the tenth on; rounded up, at least 1.
[[nodiscard]] int readingMinutes(const TextMeasure &measure);

} // namespace Weeknotes
