// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes::Markdown {

/// What `entity`, an HTML entity from & to ;, stands for; itself if HTML knows no such one.
[[nodiscard]] QString decodeEntity(QByteArrayView entity);
/// `text` with its entities resolved.
[[nodiscard]] QString withEntities(const QString &text);

} // namespace Weeknotes::Markdown
