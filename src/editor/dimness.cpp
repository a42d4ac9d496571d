// SPDX-License-Identifier: GPL-3.0-or-later
// How MarkdownEdit lets other paragraphs step back.
#include "editor/markdownedit.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <utility>

namespace Weeknotes {

namespace {

constexpr float dimness = 0.65F; // of the paper over the words

bool endsParagraph(const QTextBlock &next)
{
    return !next.isValid() || QStringView(next.text()).trimmed().isEmpty();
}

} // namespace

void MarkdownEdit::setDimsOthers(bool dims)
{
    if (std::exchange(m_dimsOthers, dims) == dims)
        return;
    if (dims)
        connect(this, &QTextEdit::cursorPositionChanged, viewport(), qOverload<>(&QWidget::update));
    else
        disconnect(this, &QTextEdit::cursorPositionChanged, viewport(), qOverload<>(&QWidget::update));
    viewport()->update();
}

void MarkdownEdit::paintDimness()
{
    if (!m_dimsOthers)
        return;
    const QTextCursor cursor = textCursor();
    QTextBlock first = document()->findBlock(cursor.selectionStart());
    QTextBlock last = document()->findBlock(cursor.selectionEnd());
    while (!endsParagraph(first) && !endsParagraph(first.previous()))
        first = first.previous();
    while (!endsParagraph(last) && !endsParagraph(last.next()))
        last = last.next();
    const QAbstractTextDocumentLayout *layout = document()->documentLayout();
    const int scrolled = verticalScrollBar()->value();
    QRectF above(viewport()->rect());
    QRectF below = above;
    above.setBottom(layout->blockBoundingRect(first).top() - scrolled);
    below.setTop(layout->blockBoundingRect(last).bottom() - scrolled);
    QColor paper = Weeknotes::palette(m_scheme).paper;
    paper.setAlphaF(dimness);
    QPainter painter(viewport());
    for (const QRectF &others : {above, below}) {
        if (others.height() > 0)
            painter.fillRect(others, paper);
    }
}

} // namespace Weeknotes
