// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/library.h"
#include "storage/searchquery.h"

namespace Weeknotes {

/// One line of a text for a list of hits, with dots where something is left out.
struct Excerpt
{
    QString text;
    std::vector<SearchHit::Match> matches; ///< in order, without overlap

    bool operator==(const Excerpt &) const = default;
};

/// The first of `hits`, of which there are some, that has most of the terms close behind it.
[[nodiscard]] qsizetype bestHit(const std::vector<SearchQuery::Hit> &hits);

/// The part of `text` in which most of the terms stand close together; its beginning without `hits`.
[[nodiscard]] Excerpt excerptOf(QStringView text, std::vector<SearchQuery::Hit> hits);

} // namespace Weeknotes
