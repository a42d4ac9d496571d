// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/hides.h"
#include "fuzz/nowhere.h"
#include "importer/wordpressexport.h"

#include <QBuffer>

#include <cstdint>
#include <cstdlib>

using namespace Weeknotes;

/// As a whole file, and as what a post in one holds: what people wrote stays to be seen.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    QBuffer file;
    file.setData(bytes);
    file.open(QIODevice::ReadOnly);
    WordPressAttachments attachments;
    const auto always = [] { return true; };
    attachments.gather(file, always);
    file.seek(0);
    const QString name = QStringLiteral("export.xml");
    const ArchiveFile named = fileNowhere(name);
    for (const RawNote &post : readWordPressExport(file, named, attachments, always).posts)
        mustShowAll(post.note.draft.text);
    const WordPressAttachment picture{.address = QStringLiteral("https://a.org/a.jpg"), .alt = name, .caption = name};
    const WordPressContext context{.base = QUrl(QStringLiteral("https://a.org/b/")),
                                   .attachments = [&](const QStringList &) { return std::vector{picture}; },
                                   .footnotes = QString::fromUtf8(bytes),
                                   .picture = {}};
    mustShowAll(wordPressToMarkdown(context.footnotes, context).markdown);
    return 0;
}
