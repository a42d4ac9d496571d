// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"

#include <QHash>

namespace Weeknotes {

/// What a note's text holds besides words, as far as the timeline asks for it.
struct NoteTraits
{
    QStringList people;         ///< named in it, each once
    QStringList sections;       ///< its headings, each once
    QStringList foldedPeople;   ///< as they are compared (core/searchfold.h): folding costs more than that
    QStringList foldedSections; ///< likewise
    bool hasImage = false;
    bool hasPrivatePassage = false;

    void addPerson(const QString &name);
    void addSection(const QString &heading);
    bool operator==(const NoteTraits &) const = default;
};

/// Which notes are wanted. What is empty asks for nothing; several values of one kind are alternatives; kinds combine.
struct NoteFilter
{
    QString text; ///< each of its words begins one of the title, subtitle, number or tags
    std::vector<int> seasons;
    std::vector<int> years; ///< of the last day covered, see knownDay
    std::vector<NoteStatus> statuses;
    std::vector<NoteKind> kinds;
    QStringList tags;
    QStringList people;
    QStringList sections;
    bool withImage = false;
    bool withPrivatePassage = false;

    [[nodiscard]] bool isEmpty() const { return *this == NoteFilter(); }
    /// Whether it asks for what NoteTraits knows.
    [[nodiscard]] bool asksForTraits() const;

    /// One line that `fromText` reads back: `season:5 tag:"digital team" with:image map`.
    [[nodiscard]] QString toText() const;
    /// What is no such word is taken as text.
    [[nodiscard]] static NoteFilter fromText(const QString &text);

    bool operator==(const NoteFilter &) const = default;
};

/// The words of a note that a filter asks for, folded: to be kept with the note.
struct NoteWords
{
    QString text; ///< title, subtitle, number and tags, with a space before each word
    QStringList tags;

    /// `number` is as the titles of its season write it.
    [[nodiscard]] static NoteWords of(const NoteFields &fields, const QString &number);
    bool operator==(const NoteWords &) const = default;
};

/// A filter made ready to be asked about many notes.
class NoteMatcher
{
public:
    explicit NoteMatcher(const NoteFilter &filter);

    /// `words` are those of that note; `traits` may be null where they are not known: then it has none.
    [[nodiscard]] bool matches(const NoteHeader &note, const NoteWords &words, const NoteTraits *traits) const;
    /// Whether what `wider` does not match is not matched either, as where a letter was typed; also if they are the
    /// same.
    [[nodiscard]] bool isWithin(const NoteMatcher &wider) const;
    bool operator==(const NoteMatcher &) const = default;

private:
    NoteFilter m_filter; ///< without its text, and with its tags, people and sections folded
    QStringList m_words; ///< folded, each with a space before it
};

} // namespace Weeknotes
