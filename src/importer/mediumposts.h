// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/archivefiles.h"
#include "importer/rawnote.h"

namespace Weeknotes {

/// True if `html` is a post of Medium's account export, by its form. Quick.
[[nodiscard]] bool isMediumPost(const QString &html);

struct MediumNote
{
    RawNote raw;
    /// It answers somebody's story: it has no title of its own, but the beginning of its text for one.
    bool isResponse = false;
};

/// The post in a file of Medium's account export, in whatever year it was made and whoever wrapped it since: title,
/// subtitle (where it is no copy of the text), kicker, author, moment, address, tags where the file has them; its
/// "grafs" as Markdown. Nothing where there is no post in it.
[[nodiscard]] std::optional<MediumNote> readMediumPost(const QString &html, const ArchiveFile &file);

/// Whose account it is.
struct MediumProfile
{
    QString name;
    QString picture; ///< its address, on Medium's server; empty where there is none
};

[[nodiscard]] MediumProfile readMediumProfile(const QString &html);

} // namespace Weeknotes
