// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Weeknotes {

/// The path of a file or folder in tests/data.
[[nodiscard]] QString testData(const QString &name);

/// Writes a file, and makes the folders that it lies in. Where that fails the test ends at once.
void writeFile(const QString &path, const QByteArray &data);

} // namespace Weeknotes
