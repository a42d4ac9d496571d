// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/hides.h"
#include "fuzz/nowhere.h"
#include "importer/htmlpage.h"

#include <cstdint>
#include <cstdlib>

using namespace Weeknotes;

/// What stands on a page stays to be seen, whoever wrote it: nothing of it becomes a mark of ours that hides some, nor
/// HTML.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString html = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString name = QStringLiteral("a-short-week.html");
    const ArchiveFile file = fileNowhere(name);
    const auto page = readHtmlPage(html, file);
    if (!page)
        return 0;
    const auto document = Markdown::Document::parse(page->note.draft.text);
    const bool isHtml = std::ranges::any_of(
        document->blocks(), [](const Markdown::Block &block) { return block.kind == Markdown::Block::Kind::RawHtml; });
    if (page->note.draft.fields.title.isEmpty() || isHtml || hides(document->blocks()))
        std::abort();
    return 0;
}
