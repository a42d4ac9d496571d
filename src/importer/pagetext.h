// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/titlepattern.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Weeknotes {

/// A note as it was copied off a page: its head read, the page's own words set aside.
struct PageText
{
    QString title; ///< empty where no line could be one
    QString subtitle;
    QString kicker;
    QString author;
    std::optional<TitleDay> published;
    std::optional<Qt::DayOfWeek> publishedOn; ///< the day of the week, where it stands beside that day
    QStringList body;
    QStringList leftOut; ///< lines that belong to the page: "4 min read", "Follow", …
    QStringList
        notPlainlyFurniture;   ///< those of them that are so by their place alone: a writer's description, a banner
    bool titleByPlace = false; ///< nothing but its place says that the title is one
};

/// Reads a copied page. `titleLine` is the index of the line known to be the title, or -1.
[[nodiscard]] PageText readPage(const QStringList &lines, qsizetype titleLine);

inline constexpr qsizetype longestTitle = 200;
/// True if nothing in the line's own form keeps it from being a title: its length, a list's sign, an address.
[[nodiscard]] bool hasFormOfTitle(const QString &line);

/// "4 min read", "Mar 5, 2021 · 4 min read", "4 min readMar 5"; nothing else.
[[nodiscard]] bool isReadingTime(const QString &line);
/// Words of the page around a note, as a line of their own.
[[nodiscard]] bool isFurniture(const QString &line);

} // namespace Weeknotes
