// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"

#include <QHash>

namespace Weeknotes {

/// The name of a note's page in addresses and as a folder: a-z, 0-9 and single hyphens between them, 1 to 80
/// characters, no name that a system reserves. From the title, accents folded; where that leaves nothing (or the title
/// is in another script) from the day, else the id. The same note always gives the same slug.
[[nodiscard]] QString slugOf(const NoteHeader &note);

/// A slug for each of `notes`, no two alike. Give it the whole library, so that a note's slug does not depend on what
/// else is exported: the oldest keeps the plain one, later namesakes get their day, else a piece of their id. A note
/// whose original stands below `baseUrl` keeps the slug it has there, whatever became of its title.
[[nodiscard]] QHash<NoteId, QString> slugsOf(std::vector<NoteHeader> notes, const QUrl &baseUrl);

/// The words of `text` as slugs have them; may be empty, reserved or long.
[[nodiscard]] QString asciiWords(const QString &text);

/// Where the page of that slug lies from the page of another: "../week-48/".
[[nodiscard]] QString pageBeside(const QString &slug);

} // namespace Weeknotes
