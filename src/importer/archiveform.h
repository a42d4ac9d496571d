// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Weeknotes {

/// What a file holds.
enum class ArchiveForm
{
    Text,          ///< Markdown or plain text; whatever is none of the others
    Html,          ///< a page, or a post of Medium's account export
    WordPress,     ///< an export of WordPress
    Ghost,         ///< an export of Ghost
    Zip,           ///< a zip file of any of these
    WordProcessor, ///< a document of Word or LibreOffice, or RTF
    Data           ///< XML or JSON that is none of the exports: a feed, settings
};

/// How much of a file tells its form, in bytes.
inline constexpr qint64 formHead = 4096;

/// The form of a file that begins so. Its name speaks only where two forms begin alike: JSON and HTML may open a
/// Markdown file too.
[[nodiscard]] ArchiveForm formOf(const QByteArray &begins, const QString &fileName);

} // namespace Weeknotes
