// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/glyphs.h"

#include <QImage>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

namespace Weeknotes {

void letGoOfGlyphs(const QTextBlock &block)
{
    QTextLayout *layout = block.layout();
    layout->setCacheEnabled(false);
    // At the end of a painting Qt frees what is not to be kept. No line lies so far up.
    const QRectF nothing(0, -1'000'000, 1, 1);
    QImage pixel(1, 1, QImage::Format_RGB32);
    QPainter painter(&pixel);
    layout->draw(&painter, -layout->position(), {}, nothing);
}

} // namespace Weeknotes
