// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/archivefiles.h"
#include "importer/importer.h"

#include <QCryptographicHash>
#include <QUrl>

namespace Weeknotes {

/// Reads the images that the note's text names by an address in the archive, gives them names of their own
/// ("images/printer.jpg") and puts these into the text. Nothing outside the archive's folder is read. Each image's
/// bytes go into `content` and are let go of. What is not there gets its whole address on the web, where `base` tells
/// it.
void takeImages(ImportedNote &note, const ArchiveFile &file, QCryptographicHash &content, const QUrl &base = {});

} // namespace Weeknotes
