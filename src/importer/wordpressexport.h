// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/archivefiles.h"
#include "importer/rawnote.h"
#include "importer/wordpresstext.h"

#include <QHash>
#include <QIODevice>

namespace Weeknotes {

/// Whether a file that begins so is an export of WordPress ("WXR" 1.0 to 1.2). Quick.
[[nodiscard]] bool isWordPressExport(const QByteArray &begins);

/// The attachments of all files of an archive: of a large site there are several, and a post's are in any of them.
class WordPressAttachments
{
public:
    /// Takes those of the export in `file`, to its end, where it breaks, or where `goesOn` is false.
    void gather(QIODevice &file, const std::function<bool()> &goesOn);
    /// Those with these ids on that site, in their order; of no ids, those of the post.
    [[nodiscard]] std::vector<WordPressAttachment> of(const QString &site, const QStringList &ids,
                                                      const QString &post) const;

private:
    using Key = std::pair<QString, QString>; ///< a site, and an id there
    QHash<Key, WordPressAttachment> m_byId;
    QHash<Key, QStringList> m_byPost; ///< the ids
};

/// The posts of the export in `file`, which `archiveFile` names. Reads item by item; `goesOn` is asked before each.
/// What is broken ends the reading, and what stood before is kept.
[[nodiscard]] ExportedPosts readWordPressExport(QIODevice &file, const ArchiveFile &archiveFile,
                                                const WordPressAttachments &attachments,
                                                const std::function<bool()> &goesOn);

} // namespace Weeknotes
