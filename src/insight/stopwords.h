// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace Weeknotes {

/// The commonest words of a language, which say nothing about what a text is about; case-folded, with "'" for any
/// apostrophe. English for a BCP 47 tag of which we have none. Thread-safe.
[[nodiscard]] const QSet<QString> &stopWords(const QString &language);
/// The same as SearchWords reads them. Thread-safe.
[[nodiscard]] const QSet<QString> &foldedStopWords(const QString &language);
/// Of the languages that have stop words here the one whose `text` has by far the most of; else `usual`. Thread-safe.
[[nodiscard]] QString languageOf(const QString &text, const QString &usual);

} // namespace Weeknotes
