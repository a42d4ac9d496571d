// SPDX-License-Identifier: GPL-3.0-or-later
// Where things stand in MarkdownEdit, for whoever scrolls or changes the text from outside.
#include "editor/columnlayout.h"
#include "editor/linkat.h"
#include "editor/listitems.h"
#include "editor/markdownedit.h"
#include "highlight/markdownhighlighter.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>

#include <algorithm>
#include <utility>

namespace Weeknotes {

void MarkdownEdit::watchScrolling()
{
    // Wheel, keys and pointer are actions of the scroll bar, told before it has its new value; all else sets the value.
    const QScrollBar *bar = verticalScrollBar();
    connect(bar, &QAbstractSlider::actionTriggered, this,
            [this, bar] { m_byHand = bar->sliderPosition() != bar->value(); });
    connect(bar, &QAbstractSlider::valueChanged, this, [this] {
        if (!std::exchange(m_byHand, false))
            return;
        m_kept = {};
        Q_EMIT scrolledByHand();
    });
    connect(document(), &QTextDocument::contentsChange, this, [this] { m_kept = {}; });
    connect(this, &QTextEdit::cursorPositionChanged, this, [this] {
        m_kept = {};
        // Qt shows the first line and leaves the room above it out of view, which is neither here nor there.
        const int above = verticalScrollBar()->value();
        if (above > 0 && above <= topMargin() && cursorRect().top() + above <= 2 * topMargin())
            verticalScrollBar()->setValue(0);
    });
}

/// So that the line that is written never stands on the edge of the view.
void MarkdownEdit::keepRoomBelow()
{
    const QRect caret = cursorRect();
    const int missing = caret.bottom() + caret.height() - viewport()->height();
    if (missing > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + missing);
}

void MarkdownEdit::watchTurns()
{
    m_highlighter->setViewSource([this] {
        const int top = verticalScrollBar()->value();
        return MarkdownHighlighter::Stretch{.first = offsetAt(top), .last = offsetAt(top + viewport()->height())};
    });
    m_layout->setBusy([this] { return !m_highlighter->isDone(); });
    // What stands above the view may become higher or lower once it is coloured or laid out: that is not to push the
    // text.
    const auto begins = [this] {
        m_takesTurn = true;
        m_eye = eye(viewport()->size());
    };
    const auto ended = [this] {
        restoreEye(m_eye);
        m_takesTurn = false;
    };
    connect(m_highlighter, &MarkdownHighlighter::turnBegins, this, begins);
    connect(m_highlighter, &MarkdownHighlighter::turnEnded, this, ended);
    connect(m_layout, &ColumnLayout::turnBegins, this, begins);
    connect(m_layout, &ColumnLayout::turnEnded, this, ended);
}

bool MarkdownEdit::isSettled() const
{
    return m_highlighter->isDone() && m_layout->isSettled();
}

int MarkdownEdit::topMargin() const
{
    return int(document()->rootFrame()->frameFormat().topMargin());
}

MarkdownEdit::Eye MarkdownEdit::eye(const QSize &view) const
{
    const int top = verticalScrollBar()->value();
    QTextCursor at = textCursor();
    if (m_kept.offset >= 0 && top == m_keptAt) {
        // Another word each time would be some lines off in the end. At the end of the text it may stand too low.
        at.setPosition(m_kept.offset);
        if (cursorRect(at).top() == m_kept.y || top == verticalScrollBar()->maximum())
            return m_kept;
        at = textCursor();
    }
    if (top == 0)
        return {};
    if (const bool writes = QRect({}, view).intersects(cursorRect()); !writes)
        at.setPosition(offsetAt(top));
    return {at.position(), cursorRect(at).top()};
}

void MarkdownEdit::restoreEye(const Eye &eye)
{
    m_kept = eye;
    if (eye.offset < 0)
        return;
    QTextCursor at(document());
    at.setPosition(std::min(eye.offset, document()->characterCount() - 1));
    scrollTo(verticalScrollBar()->value() + cursorRect(at).top() - eye.y);
    m_keptAt = verticalScrollBar()->value();
}

MarkdownEdit::Place MarkdownEdit::place() const
{
    return {.cursor = cursorOffset(), .eye = eye(viewport()->size())};
}

bool MarkdownEdit::isAllSelected() const
{
    return selection().length() > 0 && selection().length() == document()->characterCount() - 1;
}

void MarkdownEdit::setPlace(const Place &place)
{
    setCursorOffset(place.cursor);
    if (place.eye.offset < 0)
        scrollTo(0);
    restoreEye(place.eye);
}

int MarkdownEdit::offsetAt(qreal y) const
{
    return std::max(m_layout->hitTest({0, y}, Qt::FuzzyHit), 0);
}

QUrl MarkdownEdit::linkAt(int offset) const
{
    const QTextBlock line = document()->findBlock(std::clamp(offset, 0, document()->characterCount() - 1));
    return ListItems::isCode(line) ? QUrl() : Weeknotes::linkAt(line.text(), offset - line.position());
}

qreal MarkdownEdit::topOfLine(int offset) const
{
    const QTextBlock line = document()->findBlock(std::clamp(offset, 0, document()->characterCount() - 1));
    return document()->documentLayout()->blockBoundingRect(line).top();
}

qreal MarkdownEdit::bottomOfLine(int offset) const
{
    const QTextBlock line = document()->findBlock(std::clamp(offset, 0, document()->characterCount() - 1));
    return document()->documentLayout()->blockBoundingRect(line).bottom();
}

int MarkdownEdit::lineEndAt(qreal y) const
{
    const QTextBlock line = document()->findBlock(offsetAt(y));
    return line.position() + line.length() - 1;
}

void MarkdownEdit::scrollTo(qreal y)
{
    verticalScrollBar()->setValue(qRound(y));
}

void MarkdownEdit::showOffset(int offset, int y)
{
    setCursorOffset(offset);
    scrollTo(verticalScrollBar()->value() + cursorRect().center().y() - y);
}

void MarkdownEdit::replaceAside(int begin, int length, const QString &text)
{
    if (isReadOnly())
        return;
    const int last = document()->characterCount() - 1;
    QTextCursor aside(document());
    aside.setPosition(std::clamp(begin, 0, last));
    aside.setPosition(std::clamp(begin + length, 0, last), QTextCursor::KeepAnchor);
    aside.insertText(text);
}

} // namespace Weeknotes
