// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "typeset/pagedocument.h"

#include <QSizeF>
#include <QTextDocument>

class QPainter;

namespace Weeknotes {

class PageImages;

/// A page's parts on sheets of paper, in the light scheme; lengths are px of the page's type. Headings stay with what
/// they head and images with their captions, no paragraph leaves its first line alone at a sheet's foot, and only links
/// to http, https and mailto are some.
class Sheets
{
public:
    /// `images` draws the images and must outlive this; so must `document`, which may be null.
    Sheets(const TitleBlock &head, const Markdown::Document *document, PageImages &images, const QSizeF &sheet);

    [[nodiscard]] static const PageType &type() { return desktopPage(); }
    /// How many sheets there are; at least one.
    [[nodiscard]] int count() const { return m_count; }
    void paint(QPainter &painter, int sheet) const;

private:
    [[nodiscard]] QRectF place(const QTextBlock &block) const;
    [[nodiscard]] int sheetOf(qreal y) const;
    [[nodiscard]] int sheetOfLine(const QTextBlock &block, int line, qreal above = 0) const;
    void keepOutwardLinks();
    void keepTogether();

    Palette m_colours;
    QTextDocument m_text;
    PageDocument m_page;
    qreal m_height;
    int m_count = 1;
};

} // namespace Weeknotes
