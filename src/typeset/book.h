// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"
#include "typeset/titleblock.h"

#include <QHash>
#include <QRectF>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QPagedPaintDevice;

namespace Weeknotes {

/// What a book opens with. Words for people: who has it set makes them.
struct BookFront
{
    QString title;
    QString subtitle;
    QString author;
    QString dates;    ///< "September 2019 – July 2020"
    QString contents; ///< the heading of the list of chapters
};

/// A note in a book.
struct BookChapter
{
    TitleBlock head;
    QString line;                                       ///< below its title in the contents: "5.9 · 14 Oct 2019"
    std::shared_ptr<const Markdown::Document> document; ///< for readers
    QHash<QString, QByteArray> images;                  ///< encoded, by the name the text uses
};

/// Where a chapter is.
struct BookPlace
{
    int page = 0;     ///< its first, from 1
    int listedOn = 0; ///< the page of the contents that names it
    QRectF listed;    ///< there, points from the sheet's upper left
};

/// Called as the work goes on; false ends it.
using BookProgress = std::function<bool(int done, int total)>;

/// Sets `chapters` as a book and paints it: a title page, the contents, and each chapter from a new page on, with the
/// book's and the chapter's title above and the page's number below. It sets the margins of `paper`. Returns where
/// each chapter is; nothing where `progress` ended it, or where `paper` can't be painted on.
/// Needs a QGuiApplication, but no event loop and no display. Any thread.
[[nodiscard]] std::optional<std::vector<BookPlace>> paintBook(QPagedPaintDevice &paper, const BookFront &front,
                                                              const std::vector<BookChapter> &chapters,
                                                              const BookProgress &progress = {});

/// Sets and paints one note likewise, without front and running head; see paintOnPaper(). False where `paper` can't be
/// painted on.
[[nodiscard]] bool paintNote(QPagedPaintDevice &paper, const BookChapter &note);

} // namespace Weeknotes
