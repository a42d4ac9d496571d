// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "typeset/pagepart.h"

#include <QTextBlock>
#include <QTextFormat>

/// What the preview keeps in text formats beside Qt's own properties.
namespace Weeknotes::FormatProperty {

// Of blocks.
inline constexpr int kind = QTextFormat::UserProperty + 1;    ///< int(PartKind)
inline constexpr int context = QTextFormat::UserProperty + 2; ///< QString of PartContext's letters
inline constexpr int joined = QTextFormat::UserProperty + 3;  ///< int, as PagePart::joined
inline constexpr int marker = QTextFormat::UserProperty + 4;  ///< QString
inline constexpr int padding = QTextFormat::UserProperty + 5; ///< qreal: of a box around it, px, part of its margins
inline constexpr int ruleAbove =
    QTextFormat::UserProperty + 6; ///< qreal: how far above the words a rule is, px, likewise

// Of text.
inline constexpr int code = QTextFormat::UserProperty + 16;      ///< bool: inline code
inline constexpr int imageName = QTextFormat::UserProperty + 17; ///< QString: as the text has it
inline constexpr int imageAlt = QTextFormat::UserProperty + 18;  ///< QString

inline constexpr int imageObject = QTextFormat::UserObject + 1;   ///< the object type of images
inline constexpr int dropCapObject = QTextFormat::UserObject + 2; ///< that of a large letter, which is its ImageAltText

} // namespace Weeknotes::FormatProperty

namespace Weeknotes {

[[nodiscard]] inline PartKind partKind(const QTextBlock &block)
{
    return PartKind(block.blockFormat().intProperty(FormatProperty::kind));
}

} // namespace Weeknotes
