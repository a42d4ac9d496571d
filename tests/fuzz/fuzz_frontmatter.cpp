// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/frontmatter.h"

#include <cstdint>
#include <cstdlib>

using namespace Weeknotes;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto matter = Markdown::splitFrontMatter(text);
    if (matter ? !text.endsWith(matter->body) || matter->bodyLine < 1 : matter.error().line < 0)
        std::abort();
    return 0;
}
