// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/hides.h"
#include "fuzz/nowhere.h"
#include "importer/mediumposts.h"

#include <cstdint>
#include <cstdlib>

using namespace Weeknotes;

/// What people wrote on Medium stays to be seen: no words of theirs become a mark of ours that hides some.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString html = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString name = QStringLiteral("2021-03-05_A-short-week-0123456789ab.html");
    const ArchiveFile file = fileNowhere(name);
    const auto post = readMediumPost(html, file);
    if (!post)
        return 0;
    const auto document = Markdown::Document::parse(post->raw.note.draft.text);
    if (post->raw.note.draft.fields.title.isEmpty() || hides(document->blocks()))
        std::abort();
    return 0;
}
