// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/note.h"

#include <QFuture>

namespace Weeknotes {

class Notebook;

/// What a picture from a file, or an address, of that name is called: so that it reads well in an address. Without its
/// ending; empty where nothing is left.
[[nodiscard]] QString pictureName(const QString &file);

/// Puts `image`, "printer.png", into the library with `note` and answers what it is called there: "images/printer.png",
/// or "images/printer-2.png" where another one has that name. One that is there already is not put there again.
[[nodiscard]] QFuture<Result<QString>> storePicture(Notebook &notebook, const NoteId &note, const ImageFile &image);

} // namespace Weeknotes
