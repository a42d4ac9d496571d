// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The words that a person added to a dictionary (en_GB, …), in the file where Sonnet keeps those of Hunspell's. It can
/// add to it and never takes one out. They read, and write, the disk.
namespace Weeknotes::OwnWords {

/// How the one that lets `word` count as right stands there, which may be without its capital; empty where none does.
[[nodiscard]] QString find(const QString &dictionary, const QString &word);

/// False: it could not be written, and is as it was.
[[nodiscard]] bool remove(const QString &dictionary, const QString &word);

} // namespace Weeknotes::OwnWords
