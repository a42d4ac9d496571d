// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "importer/importer.h"

#include <QIODevice>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace Weeknotes {

class ZipArchive;

/// A text of the archive. One in a zip file is named as if that were a folder.
struct ArchiveFile
{
    QString path;       ///< absolute, links resolved: names the file for good
    QString subject;    ///< as people know it: the path as given, or what they gave and the way from there
    QString root;       ///< the folder given, else the file's own: images may be read from within it
    QString within;     ///< the way from (and with) the given folder's name to the file; the bare name for a given file
    bool given = false; ///< named itself, not found in a folder
    std::shared_ptr<ZipArchive> zip = {}; ///< that it lies in, if it does; its path is `root`
};

struct ArchiveListing
{
    std::vector<ArchiveFile> files;    ///< by path, each once
    std::vector<Warning> skipped;      ///< by subject
    std::vector<ArchiveFile> profiles; ///< of the accounts whose exports by Medium are among them
};

/// The texts that `paths` name or hold, HTML, XML and JSON files among them. Folders and zip files are read with all
/// below them, without hidden ones and without following links to other folders, or to files outside of it. Of Medium's
/// account export the posts are listed and nothing else.
[[nodiscard]] ArchiveListing listArchive(const QStringList &paths);

/// The first bytes of the file, at most `count`; none where it can't be read.
[[nodiscard]] QByteArray readHead(const ArchiveFile &file, qint64 count);
/// The whole file, if it holds at most `limit` bytes. Errors: NotFound, NotReadable, TooLarge, Encrypted, Malformed.
[[nodiscard]] Result<QByteArray> readWhole(const ArchiveFile &file, qint64 limit);
/// The file, open to be read from its beginning: where it lies in a folder whatever its size, in a zip file up to
/// `limit` bytes. Errors: as above.
[[nodiscard]] Result<std::unique_ptr<QIODevice>> openToRead(const ArchiveFile &file, qint64 limit);
[[nodiscard]] qint64 sizeOf(const ArchiveFile &file);

/// Why it was left out.
[[nodiscard]] Warning asWarning(const Error &error);

} // namespace Weeknotes
