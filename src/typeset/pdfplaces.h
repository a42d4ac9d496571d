// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QString>

#include <vector>

namespace Weeknotes {

/// Where a reader of a PDF can go.
struct PdfPlace
{
    QString title;
    int page = 0;     ///< from 1
    int listedOn = 0; ///< a page with words that lead there, from 1; 0: there is none
    QRectF listed;    ///< where they stand on it, points from the sheet's upper left
};

/// `pdf`, as QPdfWriter writes it, with an outline of `places` and links to them, which Qt can't write: an update at
/// its end, as the format provides. Anything else comes back as it is.
[[nodiscard]] QByteArray withPlaces(const QByteArray &pdf, const std::vector<PdfPlace> &places);

} // namespace Weeknotes
