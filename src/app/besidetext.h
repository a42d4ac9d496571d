// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/week.h"
#include "markdown/document.h"
#include "storage/library.h"

#include <optional>
#include <vector>

namespace Weeknotes {

class Shelf;

/// What is worth having beside a draft, found without a window. Any thread.
namespace BesideText {

/// The note of the week before `week`, else the last one before that; nothing for the first note.
[[nodiscard]] std::optional<NoteId> noteBefore(const Shelf &shelf, const Week &week, const NoteId &draft);
/// A note for each earlier year that has one in the same ISO week, else in the week before or after; newest first.
[[nodiscard]] std::vector<NoteId> sameWeekInEarlierYears(const Shelf &shelf, const Week &week, const NoteId &draft);

/// Somebody or something that is written of.
struct Mention
{
    enum class Kind
    {
        Name,  ///< with these capitals
        Words, ///< however they are written
        Tag,   ///< "#words", or a tag of the note
        Person ///< "@words"
    };

    Kind kind = Kind::Name;
    QString words;

    /// As it is written: with its # or @.
    [[nodiscard]] QString toString() const;
    bool operator==(const Mention &) const = default;
};
/// What the characters `begin` to `end` (exclusive) of a line select; where these are one place, the tag, person or
/// name around it: one to three words with capitals, but no word that has one because a sentence begins there.
[[nodiscard]] std::optional<Mention> mentionAt(const QString &line, qsizetype begin, qsizetype end);

/// One line of a text with a mention in it.
struct Passage
{
    QString text;
    std::vector<SearchHit::Match> matches;
};
/// The first sentence with the mention; of a note that only has the tag, its first words.
[[nodiscard]] std::optional<Passage> sentenceWith(const Mention &mention, const Note &note);

/// The first words of a note, in one line.
[[nodiscard]] QString firstWords(const Markdown::Document &document);
/// What it left open: tasks that are not ticked, and what stands under a heading such as "Next week"; a few of them.
[[nodiscard]] QStringList openEnds(const Markdown::Document &document);

} // namespace BesideText

} // namespace Weeknotes
