// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "importer/importer.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace Weeknotes {

struct DecodedText
{
    QString text; ///< lines end in U+000A; no byte order mark, no control characters but tabs
    std::vector<Warning> warnings;
};

/// The text in `bytes`: UTF-8, UTF-16, or Windows-1252 where it is no UTF-8 at all. Errors: NotText.
[[nodiscard]] Result<DecodedText> decodeText(const QByteArray &bytes, const QString &subject);

/// `text` with lines that end in U+000A, without control characters but tabs, byte order marks, spaces without width
/// and the non-characters from U+FDD0 to U+FDEF, which mark places while something is read.
[[nodiscard]] QString tidied(QString text);

/// True if `bytes` begin as a PNG, JPEG, GIF, WebP, AVIF, HEIC, BMP, TIFF or SVG does.
[[nodiscard]] bool isImageData(const QByteArray &bytes);

} // namespace Weeknotes
