// SPDX-License-Identifier: GPL-3.0-or-later
// A pattern and a title, a line each.

#include "core/titlepattern.h"

#include <cstdint>

using namespace Weeknotes;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString input = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString title = input.section(u'\n', 1);
    for (const TitlePattern &pattern : TitlePattern::common())
        std::ignore = pattern.read(title);
    const auto pattern = TitlePattern::parse(input.section(u'\n', 0, 0), QLocale(QLocale::German));
    if (!pattern)
        return 0;
    std::ignore = pattern->read(title);
    const TitleParts parts{.number = {3, 9, 10},
                           .covers = Period{QDate(2026, 11, 2), QDate(2026, 11, 15)},
                           .written = QDate(2026, 11, 16),
                           .title = title};
    std::ignore = pattern->read(pattern->write(parts));
    std::ignore = pattern->write({});
    return 0;
}
