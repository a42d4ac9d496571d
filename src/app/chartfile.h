// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chart.h"

#include <QImage>

namespace Weeknotes {

/// What a chart is saved and copied as: all of it on paper of its scheme, with a margin, at a size that does not depend
/// on the window's.
[[nodiscard]] QImage chartImage(const Chart &chart, Scheme scheme, Qt::LayoutDirection direction);
[[nodiscard]] QByteArray chartSvg(const Chart &chart, Scheme scheme, Qt::LayoutDirection direction);
/// Its table, with tabs between the cells, as spreadsheets take it.
[[nodiscard]] QString chartText(const Chart &chart);
/// One or the other as the bytes of a file, as its name asks (".svg", else PNG).
[[nodiscard]] QByteArray chartFile(const QString &path, const Chart &chart, Scheme scheme,
                                   Qt::LayoutDirection direction);

} // namespace Weeknotes
