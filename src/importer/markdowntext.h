// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace Weeknotes {

/// Plain text as Markdown that shows the same words: unmarked headings become `##`, bullets lists (nested by their
/// indent), bare addresses links, asterisk footnotes `[^1]`; what Markdown would take for markup is escaped.
/// `recurring` are lines that stand alone in other notes of the same writer too, and so are headings more likely.
[[nodiscard]] QString markdownFromText(const QStringList &lines, const QSet<QString> &recurring = {});

/// The short lines of a text that stand alone between others: what `recurring` is gathered from.
[[nodiscard]] QSet<QString> standAloneLines(const QStringList &lines);

} // namespace Weeknotes
