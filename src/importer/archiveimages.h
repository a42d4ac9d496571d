// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/note.h"

#include <QByteArray>

#include <functional>

namespace Weeknotes {

/// Reads images of drafts where `readArchive` found them, for the import that follows it. Each returned function keeps
/// the zip file open that it read last; used by one thread at a time. Errors: NotFound, NotReadable, TooLarge (the file
/// grew), Encrypted, Malformed.
[[nodiscard]] std::function<Result<QByteArray>(const DraftImage &image)> archiveImages();

} // namespace Weeknotes
