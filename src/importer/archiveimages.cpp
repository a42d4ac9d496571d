// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/archiveimages.h"

#include "importer/archivefiles.h"
#include "importer/ziparchive.h"

namespace Weeknotes {

std::function<Result<QByteArray>(const DraftImage &image)> archiveImages()
{
    return [zip = std::shared_ptr<ZipArchive>()](const DraftImage &image) mutable -> Result<QByteArray> {
        ArchiveFile file;
        file.subject = image.path;
        file.path = image.path;
        if (!image.archive.isEmpty()) {
            if (!zip || zip->path() != image.archive) {
                auto opened = ZipArchive::open(image.archive, image.archive);
                if (!opened)
                    return std::unexpected(opened.error());
                zip = *std::move(opened);
            }
            file.zip = zip;
            file.root = image.archive;
            file.path = image.archive + u'/' + image.path;
        }
        return readWhole(file, image.size);
    };
}

} // namespace Weeknotes
