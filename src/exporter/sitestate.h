// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "exporter/leftfiles.h"
#include "publisher/site.h"

#include <QMap>

namespace Weeknotes {

/// What an export of a site leaves for the next one, in the site's folder: by it only what changed is made again, and
/// only what was written here is ever replaced or removed.
struct SiteState
{
    struct Note
    {
        QString slug;
        qint64 revision = 0; ///< `facts` are of
        QByteArray inputs;   ///< another one wherever the page would be
        QStringList files;   ///< the page's
        SiteFacts facts;
    };

    QString library; ///< whose notes they are
    QHash<NoteId, Note> notes;
    QHash<QString, QByteArray> lists; ///< the inputs of other pages, by their file
    LeftFiles files;
    QMap<QString, NoteId> moved; ///< slugs that notes had before

    static const QString fileName;

    /// Nothing is known where there is none, or none that can be read.
    [[nodiscard]] static SiteState read(const QString &folder);
    [[nodiscard]] QByteArray toBytes() const;
};

} // namespace Weeknotes
