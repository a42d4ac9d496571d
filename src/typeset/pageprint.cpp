// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset/pageprint.h"

#include "typeset/pageimages.h"
#include "typeset/paperlook.h"
#include "typeset/sheets.h"

#include <QLocale>
#include <QPageRanges>
#include <QPagedPaintDevice>
#include <QPainter>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

using namespace PaperLook;

void paintNumber(QPainter &painter, const QRectF &place, int number, qreal pixelsPerPoint)
{
    painter.setFont(font({.size = numberPoints * pixelsPerPoint}, pageSansFamilies()));
    painter.setPen(palette(Scheme::Light).secondInk);
    painter.drawText(place, Qt::AlignHCenter | Qt::AlignBottom, QLocale().toString(number));
}

} // namespace

bool paintOnPaper(QPagedPaintDevice &paper, const TitleBlock &head, const Markdown::Document *document,
                  PageImages &images)
{
    paper.setPageMargins(margins, QPageLayout::Millimeter);
    QPainter painter(&paper);
    if (!painter.isActive())
        return false;
    const qreal point = paper.logicalDpiY() / 72.0;
    const QRectF area(0, 0, paper.width(), paper.height());
    const qreal scale = point * bodyPoints / Sheets::type().body.size;
    const qreal height = area.height() - footer * millimetre * point;
    const Sheets sheets(head, document, images, {area.width() / scale, height / scale});
    const QPageRanges wanted = paper.pageRanges();
    bool begun = false;
    for (int sheet = 0; sheet < sheets.count(); ++sheet) {
        if (!wanted.isEmpty() && !wanted.contains(sheet + 1))
            continue;
        if (std::exchange(begun, true))
            paper.newPage();
        painter.save();
        painter.scale(scale, scale);
        sheets.paint(painter, sheet);
        painter.restore();
        if (sheets.count() > 1)
            paintNumber(painter, area, sheet + 1, point);
    }
    return true;
}

} // namespace Weeknotes
