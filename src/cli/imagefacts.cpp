// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/imagefacts.h"

#include <QBuffer>
#include <QImageReader>

namespace Weeknotes {

ImageFacts imageFacts(Result<QByteArray> data)
{
    if (!data)
        return {.isMissing = true};
    QBuffer buffer(&*data);
    return {.bytes = data->size(), .size = QImageReader(&buffer).size()};
}

} // namespace Weeknotes
