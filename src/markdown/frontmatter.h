// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QVariantMap>

namespace Weeknotes::Markdown {

/// The fields at the head of a file, and the text below them.
struct FrontMatter
{
    /// QString, bool, qlonglong, QDate, QDateTime, QVariantList, QVariantMap, or an invalid QVariant for null.
    /// Numbers with a point are strings, as written: 5.10 is an episode, not a number. A time without an offset
    /// is in UTC; one with an offset keeps it, so that `date()` is always the day as written.
    QVariantMap values;
    QString body;
    int bodyLine = 1; ///< 1-based line of the text where `body` begins

    bool operator==(const FrontMatter &) const = default;
};

/// Reads YAML between lines of `---`, or TOML between lines of `+++`, at the start of `text` (after a byte order
/// mark). Where there is none, `values` is empty and `body` the whole text; a text that merely opens with a
/// thematic break has none. Bounded: nesting beyond 32, more than 20,000 values (aliases counted as often as they are
/// used) or more than 256 KiB are errors. Any thread.
/// Errors: Malformed with the 1-based line in `text` and the parser's words in `detail`; TooLarge.
[[nodiscard]] Result<FrontMatter> splitFrontMatter(const QString &text);

} // namespace Weeknotes::Markdown
