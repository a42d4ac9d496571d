// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diffview.h"

#include "style/typography.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

using Kind = DiffRun::Kind;

DiffView::DiffView(QWidget *parent) : QTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setProperty("role", u"paper"_s);
    setFont(Weeknotes::font(editorType(), editorFamilies()));
    document()->setDocumentMargin(4 * Metrics::step);
}

void DiffView::setTexts(const QString &older, const QString &newer)
{
    m_runs = wordDiff(older, newer);
    show();
    setCurrent(m_changes.empty() ? -1 : 0);
}

void DiffView::setOneText(const QString &text)
{
    m_runs = {{Kind::Same, text}};
    show();
    setCurrent(-1);
}

void DiffView::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    const int at = m_current;
    show();
    setCurrent(at);
}

void DiffView::show()
{
    const Weeknotes::Palette &colours = Weeknotes::palette(m_scheme);
    QTextCharFormat formats[3];
    formats[int(Kind::Same)].setForeground(colours.ink);
    formats[int(Kind::Gone)].setForeground(colours.attention);
    formats[int(Kind::Gone)].setFontStrikeOut(true);
    formats[int(Kind::Added)].setForeground(colours.green);
    formats[int(Kind::Added)].setFontUnderline(true);

    m_changes.clear();
    m_spans.clear();
    clear();
    QTextCursor cursor(document());
    QTextBlockFormat line;
    line.setLineHeight(100 * editorType().line / QFontMetricsF(font()).height(), QTextBlockFormat::ProportionalHeight);
    cursor.setBlockFormat(line);
    int newer = 0;
    for (size_t i = 0; i < m_runs.size(); ++i) {
        const DiffRun &run = m_runs[i];
        const int begin = cursor.position();
        cursor.insertText(run.text, formats[int(run.kind)]);
        if (run.kind == Kind::Added && i > 0 && m_runs[i - 1].kind == Kind::Gone) {
            m_changes.back().length = int(run.text.size());
            m_spans.back().end = cursor.position();
        } else if (run.kind != Kind::Same) {
            const bool gone = run.kind == Kind::Gone;
            m_changes.push_back({newer, gone ? 0 : int(run.text.size()), gone ? run.text : QString()});
            m_spans.push_back({begin, cursor.position()});
        }
        newer += run.kind == Kind::Gone ? 0 : int(run.text.size());
    }
    moveCursor(QTextCursor::Start);
}

void DiffView::stepBy(int step)
{
    if (m_changes.empty())
        return;
    const int count = changeCount();
    setCurrent(((m_current + step) % count + count) % count);
}

void DiffView::setCurrent(int index)
{
    m_current = index;
    QList<ExtraSelection> marked;
    if (index >= 0) {
        const Span &span = m_spans[size_t(index)];
        QTextCursor cursor(document());
        cursor.setPosition(span.end);
        setTextCursor(cursor);
        ensureCursorVisible();
        cursor.setPosition(span.begin);
        setTextCursor(cursor);
        ensureCursorVisible();
        cursor.setPosition(span.end, QTextCursor::KeepAnchor);
        QTextCharFormat ground;
        ground.setBackground(Weeknotes::palette(m_scheme).selectedRow);
        marked << ExtraSelection{cursor, ground};
    }
    setExtraSelections(marked);
    Q_EMIT currentChangeChanged();
}

void DiffView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F8)
        return stepBy(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    QTextEdit::keyPressEvent(event);
}

void DiffView::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    const int at = cursorForPosition(event->position().toPoint()).position();
    const auto hit =
        std::ranges::find_if(m_spans, [at](const Span &span) { return span.begin <= at && at <= span.end; });
    if (hit != m_spans.end() && !textCursor().hasSelection())
        setCurrent(int(hit - m_spans.begin()));
}

} // namespace Weeknotes
