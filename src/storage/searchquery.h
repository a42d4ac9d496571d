// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <limits>
#include <vector>

namespace Weeknotes {

/// What a person typed into the search field: terms that all have to be there, and those that must not. A term is a
/// word, or several in a row: words in double quotes, or what spaces hold together and SearchWords takes apart ("3.09",
/// "w/c", a run of Chinese). A term that ends with * is the beginning of a word; so may be the last one that is wanted,
/// as long as no quote closes it. A term that begins with - must not be there. Any text will do; of a long one the
/// first 64 words count, wanted and unwanted.
class SearchQuery
{
public:
    explicit SearchQuery(const QString &typed);

    /// True where nothing is wanted: no letter or digit is in it, or in what is unwanted alone.
    [[nodiscard]] bool isEmpty() const { return m_wanted.isEmpty(); }
    [[nodiscard]] int termCount() const { return m_wanted.count(); }
    /// For FTS5, over texts that foldForSearch made: all that is wanted.
    [[nodiscard]] QString toMatch() const { return m_wanted.toMatch(u" "); }
    /// Likewise, any of what is unwanted; empty if nothing is.
    [[nodiscard]] QString toUnwantedMatch() const { return m_unwanted.toMatch(u" OR "); }

    /// A term in a text: characters `begin` to `end` (exclusive).
    struct Hit
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        int term = 0;
        bool isWhole = false; ///< the term is not only the beginning of the word

        bool operator==(const Hit &) const = default;
    };
    static constexpr size_t allHits = std::numeric_limits<size_t>::max();
    /// Where the wanted terms stand in `text`, in order of their ends. Stops early once all terms were met, and
    /// `enough` hits.
    [[nodiscard]] std::vector<Hit> hits(QStringView text, size_t enough = allHits) const
    {
        return m_wanted.hits(text, enough);
    }
    /// Whether something unwanted stands in `text`.
    [[nodiscard]] bool excludes(QStringView text) const
    {
        return !m_unwanted.isEmpty() && !m_unwanted.hits(text, 1).empty();
    }

private:
    /// Bit i stands for word i of all terms in a row, as the Shift-And algorithm (Baeza-Yates and Gonnet, 1992) has it.
    class Terms
    {
    public:
        [[nodiscard]] bool isEmpty() const { return m_words.empty(); }
        [[nodiscard]] bool isFull() const;
        [[nodiscard]] int count() const { return m_count; }
        /// False if there is no word in `text`.
        bool add(QStringView text, bool isOpen);
        /// The last one may be the beginning of a word.
        void openLast();
        [[nodiscard]] QString toMatch(QStringView between) const;
        [[nodiscard]] std::vector<Hit> hits(QStringView text, size_t enough) const;

    private:
        [[nodiscard]] quint64 equalWords(QStringView word) const;

        std::vector<QString> m_words;
        std::vector<int> m_termOf;
        quint64 m_firstWords = 0;
        quint64 m_lastWords = 0;
        quint64 m_openWords = 0; ///< that may be beginnings, all of them last ones
        int m_count = 0;
    };

    Terms m_wanted;
    Terms m_unwanted;
};

} // namespace Weeknotes
