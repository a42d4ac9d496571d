// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace Weeknotes {

/// How often words stand in notes. Words are runs of three letters or more, without regard to case, parted by anything
/// but an apostrophe or a hyphen; addresses, numbers, mentions and tags are none, and those of stopWords() are left
/// out. Scripts that part no words (Chinese, Japanese) are passed over. About 60 ns a word.
class WordCounts
{
public:
    struct Entry
    {
        QString form; ///< as it is first written, but small where it ever is
        int count = 0;
        int notes = 0; ///< that have it
    };

    /// `text` of one note, plain; `language` is its BCP 47 tag.
    void add(const QString &text, const QString &language);

    [[nodiscard]] int notes() const { return m_notes; }
    [[nodiscard]] qint64 total() const { return m_total; } ///< of all words that count
    /// By the folded word.
    [[nodiscard]] const QHash<QString, Entry> &entries() const { return m_entries; }
    [[nodiscard]] int count(const QString &folded) const { return m_entries.value(folded).count; }

private:
    void addWord(QStringView word);

    QHash<QString, Entry> m_entries;
    QHash<QString, int> m_lastNote; ///< that counted the word
    QString m_folded;
    int m_notes = 0;
    qint64 m_total = 0;
};

/// A word, and how often it is said now and was before.
struct WordUse
{
    QString word; ///< as people write it
    int count = 0;
    int before = 0;
    bool operator==(const WordUse &) const = default;
};

/// The `limit` words that tell most of `now`: by how often they stand there, less what stands in every note (tf-idf
/// over the notes of both). Only words said twice or more; what is said most comes first.
[[nodiscard]] std::vector<WordUse> mostUsedWords(const WordCounts &now, const WordCounts &before, int limit);
/// The words whose share of the text grew most since `before`, surest first: by Dunning's log-likelihood, from 6.63 on
/// (one in a hundred by chance). None without a text before. The other way round they are those that shrank.
[[nodiscard]] std::vector<WordUse> risenWords(const WordCounts &now, const WordCounts &before, int limit);

} // namespace Weeknotes
