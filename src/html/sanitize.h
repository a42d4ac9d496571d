// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes {

/// `html` with nothing in it but an allowed list of elements and attributes, well-formed. Nothing in the result runs or
/// loads by itself, apart from images by http, https or relative addresses; links lead by http, https, mailto or
/// relative ones. Elements that are not allowed leave their text, scripts and the like leave nothing.
[[nodiscard]] QString sanitizedHtml(const QString &html);

} // namespace Weeknotes
