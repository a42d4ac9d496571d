// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/htmltree.h"

#include <QStringList>

namespace Weeknotes {

/// What Medium's paragraphs, its "grafs", hold.
struct MediumText
{
    QString title; ///< as it stands above the text; empty where it does not
    QString subtitle;
    QString kicker;
    QString markdown;
    QStringList words;   ///< of each graf of the text, as people read them
    QStringList leftOut; ///< see HtmlConversion
};

/// Reads the sections of an exported post. `title` is what its head calls it: a first heading that says so is the title
/// too.
[[nodiscard]] MediumText readMediumGrafs(const std::vector<HtmlNode> &body, const QString &title);

} // namespace Weeknotes
