// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/portrait.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace Weeknotes {

Result<QByteArray> portraitOf(const QByteArray &file)
{
    QBuffer source;
    source.setData(file);
    QImageReader reader(&source);
    reader.setAutoTransform(true);
    const QImage image = reader.read();
    if (image.isNull())
        return std::unexpected(Error{.kind = Error::Kind::BadValue, .detail = reader.errorString()});
    const int side = std::min(image.width(), image.height());
    const QImage square = image.copy((image.width() - side) / 2, (image.height() - side) / 2, side, side)
                              .scaled(portraitSide, portraitSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QByteArray small;
    QBuffer target(&small);
    constexpr int quality = 88;
    if (!square.save(&target, square.hasAlphaChannel() ? "PNG" : "JPG", square.hasAlphaChannel() ? -1 : quality))
        return std::unexpected(Error{.kind = Error::Kind::BadValue});
    return small;
}

} // namespace Weeknotes
