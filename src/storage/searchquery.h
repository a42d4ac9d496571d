// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <limits>
#include <vector>

namespace Weeknotes {

/// What a person typed into the search field: terms that all have to be there. A term is a word, or several in a row:
/// words in double quotes, or what spaces hold together and SearchWords takes apart ("3.09", "w/c", a run of Chinese).
/// The last one may be the beginning of a word, as long as no quote closes it. Any text will do; of a long one the
/// first 64 words count.
class SearchQuery
{
public:
    explicit SearchQuery(const QString &typed);

    /// True where no letter or digit is in it.
    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }
    [[nodiscard]] int termCount() const { return m_termCount; }
    /// For FTS5, over texts that foldForSearch made.
    [[nodiscard]] QString toMatch() const;

    /// A term in a text: characters `begin` to `end` (exclusive).
    struct Hit
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        int term = 0;
        bool isWhole = false; ///< the term is not only the beginning of the word

        bool operator==(const Hit &) const = default;
    };
    /// Where the terms stand in `text`, in order of their ends. Stops early once all terms were met, and `enough` hits.
    [[nodiscard]] std::vector<Hit> hits(QStringView text, size_t enough = std::numeric_limits<size_t>::max()) const;

private:
    void addTerm(const QString &text);
    [[nodiscard]] quint64 equalWords(QStringView word) const;

    // Bit i stands for word i of all terms in a row, as the Shift-And algorithm (Baeza-Yates and Gonnet, 1992) has it.
    std::vector<QString> m_words;
    std::vector<int> m_termOf;
    quint64 m_firstWords = 0;
    quint64 m_lastWords = 0;
    int m_termCount = 0;
    bool m_lastIsOpen = false;
};

} // namespace Weeknotes
