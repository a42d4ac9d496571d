// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/matchesinview.h"

#include "find/matchmarks.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextDocument>
#include <QTextEdit>

#include <algorithm>
#include <utility>

namespace Weeknotes {

MatchesInView::MatchesInView(QTextEdit &view, Scroll scroll) : m_view(view), m_scroll(std::move(scroll))
{
    connect(view.document(), &QTextDocument::contentsChange, this,
            [this](int position, int removed, int added) { m_list.follow(position, removed, added); });
    connect(&view, &QTextEdit::selectionChanged, this, [this] {
        if (!m_list.isEmpty()) // the frame of the current one reaches beyond what Qt paints anew
            m_view.viewport()->update();
    });
}

QString MatchesInView::text() const
{
    QString text = m_view.document()->toRawText(); // toPlainText() would turn no-break spaces into plain ones
    constexpr QChar beginOfCells(0xfdd0);
    constexpr QChar endOfCells(0xfdd1);
    for (const QChar end : {QChar(QChar::ParagraphSeparator), QChar(QChar::LineSeparator), beginOfCells, endOfCells})
        text.replace(end, u'\n');
    // A letter that is drawn in another way than the others, such as a large one.
    constexpr QChar object = QChar::ObjectReplacementCharacter;
    for (qsizetype at = text.indexOf(object); at >= 0; at = text.indexOf(object, at + 1)) {
        QTextCursor behind(m_view.document());
        behind.setPosition(int(at) + 1);
        if (const QString letter = behind.charFormat().stringProperty(QTextFormat::ImageAltText); letter.size() == 1)
            text[at] = letter.front();
    }
    return text;
}

TextRange MatchesInView::selection() const
{
    const QTextCursor cursor = m_view.textCursor();
    return {cursor.selectionStart(), cursor.selectionEnd()};
}

TextRange MatchesInView::place() const
{
    const TextRange selected = selection();
    if (!m_view.isReadOnly() || !selected.isEmpty())
        return selected;
    QTextCursor first = m_view.cursorForPosition({0, 0});
    if (m_view.cursorRect(first).top() < 0) // of that line only a part is to be seen
        first.movePosition(QTextCursor::Down);
    first.movePosition(QTextCursor::StartOfLine);
    return {first.position(), first.position()};
}

QPoint scrolledTo(const QTextEdit &view)
{
    const QScrollBar *across = view.horizontalScrollBar();
    const int x = view.isRightToLeft() ? across->maximum() - across->value() : across->value(); // as QTextEdit has it
    return {x, view.verticalScrollBar()->value()};
}

void MatchesInView::select(TextRange range)
{
    constexpr int share = 3; // a third of the text above it
    const int last = m_view.document()->characterCount() - 1;
    QTextCursor cursor(m_view.document());
    cursor.setPosition(std::clamp(range.begin, 0, last));
    const QRect view = m_view.viewport()->rect();
    // All the way at once, before the cursor would take the view to the edge.
    if (const QRect words = m_view.cursorRect(cursor); !view.contains(words))
        m_scroll(m_view.verticalScrollBar()->value() + words.top() - view.height() / double(share));
    cursor.setPosition(std::clamp(range.end, 0, last), QTextCursor::KeepAnchor);
    m_view.setTextCursor(cursor);
    m_view.ensureCursorVisible();
}

void MatchesInView::selectAside(TextRange range)
{
    QTextCursor cursor(m_view.document());
    cursor.setPosition(range.begin);
    cursor.setPosition(range.end, QTextCursor::KeepAnchor);
    const int scrolled = m_view.verticalScrollBar()->value();
    m_view.setTextCursor(cursor);
    m_view.verticalScrollBar()->setValue(scrolled);
}

void MatchesInView::set(std::vector<TextRange> ranges)
{
    m_list = MatchList(std::move(ranges));
    m_view.viewport()->update();
}

void MatchesInView::paintGrounds(const QRect &exposed, const Palette &colours) const
{
    if (m_list.isEmpty())
        return;
    const QPoint scrolled = scrolledTo(m_view);
    QPainter painter(m_view.viewport());
    painter.translate(-scrolled);
    MatchMarks::paintGrounds(painter, *m_view.document(), m_list, exposed.translated(scrolled), colours);
}

void MatchesInView::paintCurrent(const QRect &exposed, const Palette &colours) const
{
    const TextRange current = selection();
    if (m_list.indexOf(current) < 0)
        return;
    const QPoint scrolled = scrolledTo(m_view);
    QPainter painter(m_view.viewport());
    painter.translate(-scrolled);
    MatchMarks::paintCurrent(painter, *m_view.document(), current, exposed.translated(scrolled), colours);
}

} // namespace Weeknotes
