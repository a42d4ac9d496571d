// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/searchresults.h"
#include "storage/library.h"

class QMenu;

namespace Weeknotes {

class Shelf;

/// What each part of the library, and of the window, has for the words that are searched for. Their names are those of
/// groups; all run on the UI thread.
namespace SearchGroups {

/// The weeks, or the notes by their number, that the words name: "w46", "3.09", "october 2019". A week without a note
/// offers to begin one if `mayWrite`.
[[nodiscard]] SearchGroup weeks(const QString &words, const Shelf &shelf, bool mayWrite);
/// Notes that hold the words.
[[nodiscard]] SearchGroup notes(const QString &words, const std::vector<SearchHit> &hits, const Shelf &shelf);
[[nodiscard]] SearchGroup headings(const std::vector<HeadingHit> &hits, const Shelf &shelf);
/// What can be done in the window just now, of all that is in `menu`. Without words all of it.
[[nodiscard]] SearchGroup commands(const QString &words, const QMenu &menu);
/// The notes that were open last, filled up with the newest, without the one that is open.
[[nodiscard]] SearchGroup recent(const std::vector<NoteId> &opened, const NoteId &open, const Shelf &shelf);

/// All of them in the order to show them, the best of each before the rest of the notes.
[[nodiscard]] std::vector<SearchGroup> ordered(SearchGroup weeks, SearchGroup notes, SearchGroup headings,
                                               SearchGroup commands);

} // namespace SearchGroups

} // namespace Weeknotes
