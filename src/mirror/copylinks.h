// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace Weeknotes {

/// Where the images and links of a text lead, as it writes them, each once, in reading order; hidden passages too.
[[nodiscard]] QStringList targetsIn(const QString &markdown);

/// The text with `folder` before each of `targets` that an image or link in it leads to. `folder` is of letters,
/// digits, hyphens and slashes. A target that is written with escapes stays, as do all in a text with very many.
[[nodiscard]] QString withTargetsBelow(const QString &folder, const QSet<QString> &targets, const QString &markdown);

} // namespace Weeknotes
