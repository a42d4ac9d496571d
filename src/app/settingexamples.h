// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shelf.h"

#include <QLocale>

namespace Weeknotes {

/// What the setting `key` (core/settings.h) comes to where `settings` hold, in real words of what is on the shelf:
/// "Today this opens on 16 – 22 November". Empty for a key that has nothing to show.
[[nodiscard]] QString settingExample(const QString &key, const LibrarySettings &settings, const Shelf &shelf,
                                     const QLocale &locale = QLocale());

/// The title that the note of the right week would begin with by `pattern`, around the words "your words".
[[nodiscard]] QString titleExample(const QString &pattern, const LibrarySettings &settings, const Shelf &shelf);

/// The same for a note of that number.
[[nodiscard]] QString titleExample(const QString &pattern, const LibrarySettings &settings, const Shelf &shelf,
                                   const SeasonNumber &number);

} // namespace Weeknotes
