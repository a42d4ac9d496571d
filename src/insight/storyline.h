// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/notepassage.h"

#include <QHash>

#include <utility>
#include <vector>

namespace Weeknotes {

/// What a storyline follows: a word or a phrase, whole words without case and accents, or a tag ("#cloud": the note's
/// own, or written in its text). A value; any thread.
class StoryTerm
{
public:
    /// Follows nothing.
    StoryTerm() = default;
    explicit StoryTerm(const QString &sought);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// As the person wrote it, without the space around it.
    [[nodiscard]] const QString &text() const { return m_text; }

    /// Where it stands in `text`: begin and end, exclusive.
    [[nodiscard]] std::vector<std::pair<int, int>> in(const QString &text) const;
    [[nodiscard]] bool isIn(const QString &text) const;
    /// Whether it is a tag, and the note has it.
    [[nodiscard]] bool isTagOf(const NoteFields &fields) const;

private:
    template <typename Visit> void visitPlaces(const QString &text, const Visit &visit) const;

    QString m_text;
    QStringList m_words;            // folded
    std::vector<size_t> m_restarts; // how many of the first words those up to each one end with
    bool m_isTag = false;
};

/// Gathers the passages where a storyline runs: paragraphs, list items and so on that hold the term; what a heading
/// that holds it stands above; of a note that has it as a tag alone the first paragraph. A value; any thread.
class Storyline
{
public:
    /// Embargoes end by `today`; what readers must not see is not here.
    Storyline(const StoryTerm &term, QDate today) : m_term(term), m_today(today) {}

    /// Parses the note's text where the term may be in it.
    void add(const Note &note);
    /// Oldest first, one for each note.
    [[nodiscard]] std::vector<NotePassage> take();

private:
    StoryTerm m_term;
    QDate m_today;
    std::vector<NotePassage> m_passages;
};

/// Between the days of neighbouring notes, which are in order: the most whole weeks without one.
[[nodiscard]] int longestGap(const std::vector<QDate> &days);

/// A word or tag that is worth following.
struct StoryProposal
{
    QString text; ///< "#cloud", "printer"
    int notes = 0;
    bool operator==(const StoryProposal &) const = default;
};

/// Finds the words that run through many weeks, and not through all: those that come in bunches, several times in the
/// notes that have them and not at all in the others. By that measure small words, which are spread evenly, count for
/// little, but in few notes that is chance: those of the note's language (stopWords()) are left out. So are those of
/// headings, which come back by habit. A value; any thread.
class StoryProposals
{
public:
    /// `language` is that of notes that name none, unless they are plainly of another.
    explicit StoryProposals(QDate today, QString language = {}) : m_today(today), m_language(std::move(language)) {}

    /// Parses the note's text.
    void add(const Note &note);
    /// The tags of two notes or more, the most frequent first, then at most `mostWords` words, and one for two notes,
    /// the best first.
    [[nodiscard]] std::vector<StoryProposal> proposals(int mostWords = 24) const;

private:
    struct Count
    {
        QString form; ///< as it was last written
        int notes = 0;
        int times = 0;
        int capitals = 0; ///< times that it began with one
    };

    [[nodiscard]] double weight(const Count &count) const;

    QDate m_today;
    QString m_language;
    int m_notes = 0;
    QHash<QString, Count> m_words; // folded
    QHash<QString, StoryProposal> m_tags;
};

} // namespace Weeknotes
