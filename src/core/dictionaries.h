// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QStringList>

#include <optional>

namespace Weeknotes {

/// The one of `dictionaries` (en_GB, de_DE_frami, sr_Latn_RS, …) that is nearest to `language` (BCP 47): of its own
/// territory, else of `home`'s (a locale's name), else of the one where most speak it. Empty: none of that language.
[[nodiscard]] QString nearestDictionary(const QString &language, const QStringList &dictionaries, const QString &home);

/// Whether whoever writes here knows the word, though no dictionary does.
[[nodiscard]] bool isOurWord(const QString &word);

[[nodiscard]] bool isSameLanguage(const QString &one, const QString &other);

/// The script that a dictionary's words are written in, if that is known.
[[nodiscard]] std::optional<QChar::Script> scriptOf(const QString &dictionary);

} // namespace Weeknotes
