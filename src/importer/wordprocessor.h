// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

#include <functional>

namespace Weeknotes {

/// True for a document of Word (.docx) or LibreOffice (.odt), or RTF, by its name.
[[nodiscard]] bool isWordProcessorFile(const QString &path);

/// What such a document says, as Markdown: with its title, subtitle, author and date as front matter, unless headings
/// in it are titles of notes. Empty for one without a word. Pictures have their address in the document, as if that
/// were a folder: "Letter.docx/word/media/image1.png". Changes that were tracked are accepted, comments are left out.
/// By pandoc (https://pandoc.org), if that is installed, in a process of its own that reads nothing but the document
/// and may take 60 seconds and 512 MiB. Waits for it: not for the UI thread. `goesOn` is asked ten times a second; once
/// it is false, the process ends. Errors: NeedsPandoc (there is none), NotReadable, NotText (what it can't read),
/// TooLarge (the document, what it becomes, or what it takes), Stopped.
[[nodiscard]] Result<QString> markdownFromWordProcessor(const QString &path, const QString &subject,
                                                        const std::function<bool()> &goesOn);

} // namespace Weeknotes
