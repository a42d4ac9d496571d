// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes {

struct Error;
struct Finding;
struct Guess;
struct PauseHint;
struct Warning;

// The one place where facts from the layers below become sentences for people, translated, so that window and command
// line say the same. No text ends in a line break. Safe from any thread once translators are installed.

/// What went wrong, where, and what to do: one sentence.
[[nodiscard]] QString errorText(const Error &error);

/// The same for what went wrong with the Markdown copy (mirror/markdowncopy.h).
[[nodiscard]] QString copyErrorText(const Error &error);

/// Why we take it to be so: part of a sentence, without a full stop ("the title says “fortnight”").
[[nodiscard]] QString guessReason(const Guess &guess);
/// The guess and its reason: "year 2019: of the years …". Without a full stop.
[[nodiscard]] QString guessText(const Guess &guess);

/// The days of a pause that is proposed: "5 August 2019 to 25 August 2019, planned to 1 September 2019".
[[nodiscard]] QString pauseText(const PauseHint &hint);
/// Why it is proposed: one sentence or more.
[[nodiscard]] QString pauseReason(const PauseHint &hint);

/// What was read only in part or not at all, and where: one sentence.
[[nodiscard]] QString warningText(const Warning &warning);

/// "one note", "12 notes".
[[nodiscard]] QString noteCountText(int count);

/// What `Library::verify` found wrong: one sentence.
[[nodiscard]] QString findingText(const Finding &finding);

} // namespace Weeknotes
