// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/textandpage.h"

#include "app/announce.h"
#include "app/scrollmap.h"
#include "editor/markdownedit.h"
#include "preview/previewview.h"

#include <QEvent>
#include <QFocusEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr qreal inStep = 1.5; // px: rounding, twice

/// Where the follower goes when its place moves from `before` to `after`; it stands at `now`. The two may be out of
/// step, since typing and clicks move one alone. It catches up on the way, without a jump and never going backwards,
/// and is there at the latest when the way is at its end.
int stepOf(qreal now, qreal before, qreal after, qreal end)
{
    qreal ahead = now - before;
    if (std::abs(ahead) < inStep) {
        ahead = 0;
    } else {
        const qreal way = std::abs(after - before);
        const qreal left = after > before ? end - before : before;
        const bool behind = (ahead < 0) == (after > before);
        const qreal share = behind && left > 0 ? std::max(0.5, std::abs(ahead) / left) : 0.5;
        ahead = std::copysign(std::max(std::abs(ahead) - share * way, 0.0), ahead);
    }
    return qRound(std::clamp(after + ahead, 0.0, end));
}

} // namespace

TextAndPage::TextAndPage(MarkdownEdit &text, PreviewView &page, QObject *parent)
    : QObject(parent), m_text(text), m_page(page)
{
    m_alignSoon.setSingleShot(true);
    m_settled.setSingleShot(true);
    connect(&m_alignSoon, &QTimer::timeout, this, &TextAndPage::alignNow);
    connect(&m_settled, &QTimer::timeout, this, [this] { m_changed = m_moved = m_shown = false; });
    watchText();
    watchPage();
}

void TextAndPage::watchText()
{
    connect(&m_text, &MarkdownEdit::scrolledByHand, this, [this] {
        movePage(m_textAt);
        m_textAt = m_text.verticalScrollBar()->value();
    });
    connect(m_text.verticalScrollBar(), &QAbstractSlider::valueChanged, this, [this](int value) {
        if (m_text.isTakingTurn()) { // the same words are where they were
            m_movedFrom += value - std::exchange(m_textAt, value);
            return;
        }
        if (value == m_textAt) // by hand: the page went along
            return;
        if (!std::exchange(m_moved, true))
            m_movedFrom = m_textAt;
        m_textAt = value;
        m_settled.start();
    });
    connect(m_text.document(), &QTextDocument::contentsChange, this, [this] {
        m_changed = true;
        m_settled.start();
    });
    connect(&m_text, &MarkdownEdit::textEdited, this, [this] {
        m_showCursor = !m_led;
        if (m_shown) // at once, as usual; a very long text comes to the page later
            showChange();
    });
    connect(&m_text, &MarkdownEdit::cursorPositionChanged, this, &TextAndPage::cursorMoved);
    m_text.installEventFilter(this);
}

void TextAndPage::watchPage()
{
    connect(&m_page, &PreviewView::scrolledByHand, this, &TextAndPage::moveText);
    connect(m_page.verticalScrollBar(), &QAbstractSlider::valueChanged, this, [this](int value) { m_pageAt = value; });
    connect(&m_page, &PreviewView::filled, this, [this] {
        if (std::exchange(m_alignWhenFilled, false))
            alignNow();
    });
    connect(&m_page, &PreviewView::sourceActivated, this, &TextAndPage::goTo);
    connect(&m_page, &PreviewView::taskToggled, this, &TextAndPage::tick);
    connect(&m_page, &PreviewView::taskReached, this, [this](const QString &words, bool done) {
        announce(&m_page, done ? tr("Done: %1").arg(words) : tr("To do: %1").arg(words));
    });
    m_page.installEventFilter(this);
    // A tick is taken back where it was set.
    const auto add = [this](QKeySequence::StandardKey keys, void (QTextEdit::*step)()) {
        const auto *shortcut = new QShortcut(keys, &m_page, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step] {
            if (!m_text.isReadOnly())
                (m_text.*step)();
        });
    };
    add(QKeySequence::Undo, &QTextEdit::undo);
    add(QKeySequence::Redo, &QTextEdit::redo);
}

bool TextAndPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_page && event->type() == QEvent::Show)
        align();
    const bool focus = event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut;
    if (watched == &m_text && focus && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        QMetaObject::invokeMethod(this, &TextAndPage::showMark, Qt::QueuedConnection); // when it has it, or not
    return QObject::eventFilter(watched, event);
}

void TextAndPage::setTogether(bool together)
{
    m_together = together;
    align();
}

void TextAndPage::align()
{
    alignNow();
    m_alignSoon.start(); // and when what is new has been laid out
}

void TextAndPage::alignNow()
{
    if (!m_together || !m_page.isVisible())
        return;
    if (m_textAt > 0)
        m_page.layOutToEnd();
    m_page.scrollTo(ScrollMap(m_text, m_page).pageFor(m_textAt));
    m_alignWhenFilled = !m_page.isFilled();
}

void TextAndPage::movePage(int textBefore)
{
    if (!m_together || !m_page.isVisible())
        return;
    const ScrollMap map(m_text, m_page);
    const int value = m_text.verticalScrollBar()->value();
    m_page.scrollTo(
        stepOf(m_pageAt, map.pageFor(textBefore), map.pageFor(value), m_page.verticalScrollBar()->maximum()));
    m_alignWhenFilled = !m_page.isFilled();
}

void TextAndPage::moveText()
{
    if (!m_together || !m_text.isVisible())
        return;
    m_alignWhenFilled = false;
    const ScrollMap map(m_text, m_page);
    const int value = m_page.verticalScrollBar()->value();
    m_text.scrollTo(stepOf(m_textAt, map.textFor(m_pageAt), map.textFor(value), m_text.verticalScrollBar()->maximum()));
}

void TextAndPage::cursorMoved()
{
    showMark();
    if (!m_together || m_led || m_changed) // what is typed comes to the page later
        return;
    if (std::exchange(m_moved, false))
        movePage(m_movedFrom);
    if (!m_text.isAllSelected())
        m_page.showSource(m_text.cursorOffset());
}

void TextAndPage::showChange()
{
    m_shown = true;
    m_settled.start();
    showMark();
    if (std::exchange(m_showCursor, false) && m_together)
        m_page.showSource(m_text.cursorOffset());
}

void TextAndPage::showMark()
{
    m_page.setMarkedSource(m_text.hasFocus() ? m_text.cursorOffset() : -1);
}

void TextAndPage::goTo(int offset, const QPoint &globalPosition)
{
    const QScopedValueRollback led(m_led, true);
    m_text.showOffset(offset, m_text.viewport()->mapFromGlobal(globalPosition).y());
    m_text.setFocus();
}

void TextAndPage::tick(int mark, bool done)
{
    const QScopedValueRollback led(m_led, true);
    const QString text = m_text.markdown();
    // The page may be older than the text.
    if (mark > 0 && mark + 1 < text.size() && text[mark - 1] == u'[' && text[mark + 1] == u']')
        m_text.replaceAside(mark, 1, done ? u"x"_s : u" "_s);
}

} // namespace Weeknotes
