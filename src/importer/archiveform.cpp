// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/archiveform.h"

#include "importer/ghostexport.h"
#include "importer/wordpressexport.h"
#include "importer/wordprocessor.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

// Word's begin with a list of what is in them, LibreOffice's with a file that says what they are, unpacked.
// ECMA-376 part 2, 10.1; OASIS OpenDocument 1.2 part 3, 3.3
bool isWordProcessor(const QByteArray &begins)
{
    if (begins.startsWith("{\\rtf"))
        return true;
    return begins.startsWith("PK\x03\x04") &&
           (begins.contains("[Content_Types].xml") || begins.contains("application/vnd.oasis.opendocument.text"));
}

bool opensPage(const QByteArray &plain)
{
    return plain.startsWith('<') && (plain.contains("<!doctype html") || plain.contains("<html"));
}

} // namespace

ArchiveForm formOf(const QByteArray &begins, const QString &fileName)
{
    if (isWordProcessor(begins) || isWordProcessorFile(fileName))
        return ArchiveForm::WordProcessor;
    if (begins.startsWith("PK\x03\x04"))
        return ArchiveForm::Zip;
    if (isWordPressExport(begins))
        return ArchiveForm::WordPress;
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    if (suffix.startsWith(u'm')) // as Markdown's do
        return ArchiveForm::Text;
    if (isGhostExport(begins))
        return ArchiveForm::Ghost;
    QByteArray plain = begins.toLower();
    plain.removeIf([](char byte) { return byte == '\0' || uchar(byte) >= 0x80; }); // of UTF-16, and marks of byte order
    plain = plain.trimmed();
    if (opensPage(plain) || suffix.startsWith(u"htm"_s))
        return ArchiveForm::Html;
    const bool isData = plain.startsWith("<?xml") || plain.startsWith("<rss") || suffix == u"xml" || suffix == u"json";
    return isData ? ArchiveForm::Data : ArchiveForm::Text;
}

} // namespace Weeknotes
