// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "insight/lastlook.h"

#include <QByteArray>

namespace Weeknotes {

/// What the last look has to know of an image, as the library gave it. One that it could not give is missing, for
/// whatever reason.
[[nodiscard]] ImageFacts imageFacts(Result<QByteArray> data);

} // namespace Weeknotes
