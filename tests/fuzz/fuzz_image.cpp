// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/cleanimage.h"

#include <QGuiApplication>

#include <cstdint>
#include <cstdlib>

using namespace Weeknotes;

/// The words in a drawing are measured, in fonts, of which Qt keeps some to the end.
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_LOGGING_RULES", "*=false");
    static const auto *const app = new QGuiApplication(*argc, *argv);
    return app ? 0 : 1;
}

/// What a picture from anywhere is after it was cleaned is a picture of the same kind.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto clean = cleanImage(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!clean)
        return 0;
    const auto again = cleanImage(clean->data);
    if (!again || again->ending != clean->ending)
        std::abort();
    return 0;
}
