// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/jsonwriter.h"
#include "core/note.h"
#include "core/week.h"

namespace Weeknotes {

// How periods and notes look in JSON. Keys are documented in the man page and stay stable.

/// `{from, to}`, or null.
void writePeriod(JsonWriter &json, const std::optional<Period> &period);
/// The source a note came from, `{kind, key}`, or null for one that was started here.
void writeSource(JsonWriter &json, const Provenance &source);
/// The members of a note's object, in the order of `list --json`, inside an object already begun.
void writeNoteMembers(JsonWriter &json, const NoteHeader &note, const WeekRules &rules);

} // namespace Weeknotes
