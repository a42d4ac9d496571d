// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/hides.h"
#include "fuzz/nowhere.h"
#include "importer/ghostexport.h"
#include "importer/ghosttext.h"

#include <cstdint>
#include <cstdlib>

using namespace Weeknotes;

namespace {

GhostContent contentOf(const QString &site)
{
    return {.html = {},
            .lexical = {},
            .mobiledoc = {},
            .markdown = {},
            .picture = QStringLiteral("/content/images/a.jpg"),
            .pictureAlt = {},
            .pictureCaption = {},
            .site = QUrl(site)};
}

} // namespace

/// As a whole file, and as each form of what a post in one holds: what people wrote stays to be seen.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString name = QStringLiteral("export.json");
    const ArchiveFile named = fileNowhere(name);
    (void)isGhostExport(bytes);
    for (const RawNote &post : readGhostExport(bytes, named, [] { return true; }).posts)
        mustShowAll(post.note.draft.text);
    const QString text = QString::fromUtf8(bytes);
    for (QString GhostContent::*const form : {&GhostContent::html, &GhostContent::lexical, &GhostContent::mobiledoc,
                                              &GhostContent::markdown, &GhostContent::pictureCaption}) {
        GhostContent content = contentOf(form == &GhostContent::html ? QStringLiteral("https://a.org/b/") : QString());
        content.*form = text;
        mustShowAll(ghostToMarkdown(content).markdown);
    }
    return 0;
}
