// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace Weeknotes::Markdown {

/// Where the images and links of a text lead, as it writes them, each once, in reading order; hidden passages too.
[[nodiscard]] QStringList targetsIn(const QString &markdown);

/// The text in which images and links lead to the values of `changes` where they led to their keys. A value is of
/// characters that mean nothing to Markdown, such as those of an encoded address without brackets. A target that is
/// written with escapes stays, as do all in a text with very many.
[[nodiscard]] QString withTargets(const QHash<QString, QString> &changes, const QString &markdown);

} // namespace Weeknotes::Markdown
