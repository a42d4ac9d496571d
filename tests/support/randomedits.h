// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QStringList>

namespace Weeknotes {

/// One of `from`.
[[nodiscard]] QString pick(const QStringList &from, QRandomGenerator &random);

/// What people type, take away and paste, and what changes all that follows.
void change(QString &text, QRandomGenerator &random);

/// The texts below the folder that WEEKNOTES_CORPUS names, as `./dev judge` does; none where it names none.
[[nodiscard]] QStringList corpusFiles();
[[nodiscard]] QString corpusText(const QString &path);

} // namespace Weeknotes
