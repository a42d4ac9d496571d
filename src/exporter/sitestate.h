// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "publisher/site.h"

#include <QMap>

namespace Weeknotes {

/// What an export of a site leaves for the next one, in the site's folder: by it only what changed is made again, and
/// only what was written here is ever replaced or removed.
struct SiteState
{
    /// A file as it was left.
    struct File
    {
        qint64 size = 0;
        qint64 modified = 0; ///< ms since 1970
        QByteArray digest;   ///< of its bytes
    };
    struct Note
    {
        QString slug;
        qint64 revision = 0; ///< `facts` are of
        QByteArray inputs;   ///< another one wherever the page would be
        QStringList files;   ///< the page's
        SiteFacts facts;
    };

    QHash<NoteId, Note> notes;
    QHash<QString, QByteArray> lists; ///< the inputs of other pages, by their file
    QMap<QString, File> files;        ///< by their names in the site
    QMap<QString, NoteId> moved;      ///< slugs that notes had before

    static const QString fileName;

    /// Nothing is known where there is none, or none that can be read.
    [[nodiscard]] static SiteState read(const QString &folder);
    [[nodiscard]] QByteArray toBytes() const;

    /// Whether the file is still there as it was left. Asks the disk.
    [[nodiscard]] bool isAsLeft(const QString &folder, const QString &name) const;
    /// Likewise, by its bytes: a copy or a checkout has other times.
    [[nodiscard]] bool holdsSame(const QString &folder, const QString &name) const;
    void noteFile(const QString &folder, const QString &name, const QByteArray &digest);
};

[[nodiscard]] QByteArray fileDigest(const QByteArray &data);

} // namespace Weeknotes
