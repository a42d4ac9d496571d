// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

#include <vector>

namespace Weeknotes {

/// What a person said of two headings, by their keys (insight/notesections.h): the same section under another name, or
/// another section.
struct SectionRename
{
    QString from;
    QString to;
    bool same = true;

    bool operator==(const SectionRename &) const = default;
};

/// What a person said is as it should be: a finding of the last look (insight/lastlook.h), in one note.
struct NotHere
{
    QString note; ///< its id
    QString rule;
    QString key;

    bool operator==(const NotHere &) const = default;
};

/// As a setting keeps them: a JSON array, empty text for none.
[[nodiscard]] QString renamesText(const std::vector<SectionRename> &renames);
/// Errors: BadValue.
[[nodiscard]] Result<std::vector<SectionRename>> renamesFromText(const QString &text);
/// The words, tags and phrases that are followed through the weeks; likewise.
[[nodiscard]] QString storylinesText(const QStringList &storylines);
/// Errors: BadValue.
[[nodiscard]] Result<QStringList> storylinesFromText(const QString &text);
/// Likewise.
[[nodiscard]] QString notHereText(const std::vector<NotHere> &notHere);
/// Errors: BadValue.
[[nodiscard]] Result<std::vector<NotHere>> notHereFromText(const QString &text);

/// Puts what was said last in the place of what was said of the two before.
void decide(std::vector<SectionRename> &renames, const SectionRename &decision);

} // namespace Weeknotes
