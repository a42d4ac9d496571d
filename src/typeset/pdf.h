// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "typeset/book.h"
#include "typeset/pdfplaces.h"

#include <QByteArray>
#include <QPageSize>

namespace Weeknotes {

/// What a PDF says of itself.
struct PdfFacts
{
    QString title;
    QString author;
    QString language;
    QString creator; ///< the program
    QPageSize size;
};

/// A PDF of what `paint` paints; nothing where that returns false. Needs a QGuiApplication, as all that paints.
[[nodiscard]] std::optional<QByteArray> pdfOf(const PdfFacts &facts,
                                              const std::function<bool(QPagedPaintDevice &)> &paint);

/// paintNote() into a PDF.
[[nodiscard]] std::optional<QByteArray> notePdf(const PdfFacts &facts, const BookChapter &note);
/// paintBook() into a PDF, whose outline and contents lead to the chapters.
[[nodiscard]] std::optional<QByteArray> bookPdf(const PdfFacts &facts, const BookFront &front,
                                                const std::vector<BookChapter> &chapters,
                                                const BookProgress &progress = {});

/// Paper as in the person's country.
[[nodiscard]] QPageSize usualSheet();

} // namespace Weeknotes
