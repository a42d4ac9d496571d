// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/typography.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace Weeknotes {

// Parts of a dialog that shows what goes out at the left, and at its side what becomes of it.

namespace DialogSize {
inline constexpr int side = 96 * Metrics::step;
inline constexpr int margin = 5 * Metrics::step;
} // namespace DialogSize

/// Wraps, and takes its words as they are.
[[nodiscard]] inline QLabel *wrappedLabel(const QString &text, const QString &role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// Return presses it only where it has the focus.
[[nodiscard]] inline QPushButton *plainButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    return button;
}

/// One of several, of which those of a group are exclusive.
[[nodiscard]] inline QPushButton *chipButton(const QString &text, QWidget *parent)
{
    QPushButton *button = plainButton(text, parent);
    button->setProperty("role", QStringLiteral("chip"));
    button->setCheckable(true);
    return button;
}

/// The side of a dialog, of which there may be more than there is room for.
[[nodiscard]] inline QScrollArea *scrollingSide(QWidget *side, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidget(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFixedWidth(DialogSize::side);
    return scroll;
}

/// Between two parts.
[[nodiscard]] inline QFrame *hairline(QFrame::Shape shape, QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("role", QStringLiteral("hairline"));
    line->setFrameShape(shape);
    return line;
}

} // namespace Weeknotes
