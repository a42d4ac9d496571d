// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/archivefiles.h"
#include "importer/rawnote.h"

#include <QString>

namespace Weeknotes {

/// The notes in a plain text, in its order. None for a text without a word.
[[nodiscard]] std::vector<RawNote> readTextNotes(const QString &text, const ArchiveFile &file);

/// "a-fresh-start.txt" as a title: "A fresh start". The folder's name for an index file.
[[nodiscard]] QString titleFromFileName(const ArchiveFile &file);

/// The folder or file name of the way to `file` that speaks of weeknotes; empty if none does.
[[nodiscard]] QString weeknotesFolder(const ArchiveFile &file);

/// What a title and the lines beside it say together; the title's word comes first.
[[nodiscard]] TitleFacts factsOfTitle(const QString &title, const QStringList &beside);

/// What its fields, its text and its place in the archive say of the days of a post that has a file, or an item of one,
/// to itself.
void gatherEvidence(RawNote &raw, const ArchiveFile &file);

/// Whether `excerpt` says no more than `words` do at their beginning: many are cut from it. Gaps do not count, nor do
/// some words before it, as of a picture.
[[nodiscard]] bool isBeginning(const QString &excerpt, const QString &words);
/// How many characters of `words` that looks at.
[[nodiscard]] qsizetype wordsForBeginning(const QString &excerpt);

} // namespace Weeknotes
