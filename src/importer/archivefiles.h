// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "importer/importer.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace Weeknotes {

/// A text of the archive.
struct ArchiveFile
{
    QString path;       ///< absolute, links resolved: names the file for good
    QString subject;    ///< as people know it: the path as given, or what they gave and the way from there
    QString root;       ///< the folder given, else the file's own: images may be read from within it
    QString within;     ///< the way from (and with) the given folder's name to the file; the bare name for a given file
    bool given = false; ///< named itself, not found in a folder
};

struct ArchiveListing
{
    std::vector<ArchiveFile> files; ///< by path, each once
    std::vector<Warning> skipped;   ///< by subject
};

/// The texts that `paths` name or hold, HTML and XML files among them. Folders are read with all below them, without
/// hidden ones and without following links to other folders, or to files outside of it.
[[nodiscard]] ArchiveListing listArchive(const QStringList &paths);

/// The whole file, if it holds at most `limit` bytes. Errors: NotFound, NotReadable, TooLarge.
[[nodiscard]] Result<QByteArray> readWhole(const QString &path, qint64 limit, const QString &subject);

} // namespace Weeknotes
