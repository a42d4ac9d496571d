// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/archivefiles.h"
#include "importer/rawnote.h"

namespace Weeknotes {

/// Whether a file that begins so is an export of Ghost, of whatever version. Quick.
[[nodiscard]] bool isGhostExport(const QByteArray &begins);

/// The posts of the export `json`, which `file` names; `goesOn` is asked before each. Of broken JSON nothing is read
/// but where it breaks. The format: https://docs.ghost.org/migration/custom.
[[nodiscard]] ExportedPosts readGhostExport(const QByteArray &json, const ArchiveFile &file,
                                            const std::function<bool()> &goesOn);

} // namespace Weeknotes
