// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QImage>
#include <QPixmap>
#include <QScreen>
#include <QWidget>

namespace Weeknotes {

/// In how many pixels images of one size differ; where Qt clips a curve, it may be one or two.
inline int pixelsApart(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += int(a.pixel(x, y) != b.pixel(x, y));
    }
    return count;
}

/// What stands in the window `view` now: what an edit had painted anew, and what was there before.
inline QImage seenOf(const QWidget &view)
{
    QCoreApplication::processEvents();
    return view.screen()->grabWindow(view.winId()).toImage();
}

} // namespace Weeknotes
