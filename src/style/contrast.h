// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace Weeknotes {

/// The contrast of two opaque colours by WCAG 2.2, from 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// `wanted`, made as much darker or lighter as it takes to be read on `ground` at 4.5:1 (WCAG AA).
[[nodiscard]] QColor readableOn(const QColor &ground, const QColor &wanted);

} // namespace Weeknotes
