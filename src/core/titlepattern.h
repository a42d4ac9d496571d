// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/period.h"
#include "core/seasonnumber.h"

#include <QLocale>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace Weeknotes {

/// What a title says besides words.
struct TitleParts
{
    SeasonNumber number;
    std::optional<Period> covers; ///< written: {start…} is its first day, {end…} its last
    std::optional<QDate> written;
    QString title; ///< the words that are this note's own

    bool operator==(const TitleParts &) const = default;
};

/// A day in a title, whose year may not be written.
struct TitleDay
{
    std::optional<int> year;
    int month = 0;
    int day = 0;
    bool operator==(const TitleDay &) const = default;
};

/// What `TitlePattern::read` found.
struct TitleReading
{
    SeasonNumber number;
    std::optional<TitleDay> start;
    std::optional<TitleDay> end;
    std::optional<TitleDay> written;
    QString title;
    bool operator==(const TitleReading &) const = default;
};

/// A habit of titles that both writes and reads them. Text stands for itself; fields stand in braces:
///   {season} {episode} {episode:02}   numbers, the latter with at least two digits
///   {last}                            the last episode of a note for several
///   {start:FORMAT} {end:FORMAT} {written:FORMAT}   days, FORMAT by QDate (d dd M MM MMM MMMM yy yyyy)
///   {title}                           the note's own words
/// Reading is generous: it takes any run of spaces, any dash (- – —) for a dash, any case, "week notes" for
/// "Weeknote", month names in full or short, in the pattern's language or English, ordinals ("7th"), a year where the
/// format has none, and numbers with or without leading zeros. Immutable; safe to use from any thread.
class TitlePattern
{
public:
    /// Nothing if braces don't match, a field is unknown, or two fields touch so that reading could not part them.
    [[nodiscard]] static std::optional<TitlePattern> parse(const QString &pattern,
                                                           const QLocale &locale = QLocale::c());

    [[nodiscard]] const QString &pattern() const;
    /// The title for `parts`. A field that `parts` does not have is left out, with the text that only joined it.
    [[nodiscard]] QString write(const TitleParts &parts) const;
    /// What `title` says by this pattern; nothing if it does not fit from end to end.
    [[nodiscard]] std::optional<TitleReading> read(const QString &title) const;

    /// The habits met in the wild, most telling first; where no own pattern is known, these are tried in order.
    [[nodiscard]] static const std::vector<TitlePattern> &common();

private:
    struct Compiled;
    explicit TitlePattern(std::shared_ptr<const Compiled> compiled);

    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace Weeknotes
