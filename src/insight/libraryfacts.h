// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/notefacts.h"
#include "insight/wordcounts.h"

#include <QDate>

#include <vector>

namespace Weeknotes {

/// How many notes, or links, share a name.
struct NamedCount
{
    QString name; ///< as it is written in the newest of them
    int count = 0;
    bool operator==(const NamedCount &) const = default;
};

/// Gathers what the texts of notes say, one by one, so that they are never in memory together. A plain value; move it
/// from thread to thread as you like.
class LibraryFacts
{
public:
    enum class Words
    {
        Leave,
        Count ///< as well: takes as long as all the rest
    };
    /// `today` decides about embargoed passages; `language` is that of notes that name none,
    /// unless they are plainly of another.
    explicit LibraryFacts(QDate today = {}, QString language = {}, Words words = Words::Leave)
        : m_today(today), m_language(std::move(language)), m_countsWords(words == Words::Count)
    {
    }

    void add(const Note &note);

    /// In the order they came.
    [[nodiscard]] const std::vector<NoteFacts> &notes() const { return m_notes; }
    [[nodiscard]] const WordCounts &words() const { return m_words; }
    /// The headings, by the notes that have them; those of one sectionKey() are one. Most first, then by name; so are
    /// the others.
    [[nodiscard]] std::vector<NamedCount> sections() const;
    /// The hosts, by the links to them.
    [[nodiscard]] std::vector<NamedCount> hosts() const;
    /// The people, by the notes that thank them.
    [[nodiscard]] std::vector<NamedCount> people() const;

private:
    QDate m_today;
    QString m_language;
    bool m_countsWords;
    std::vector<NoteFacts> m_notes;
    WordCounts m_words;
};

} // namespace Weeknotes
