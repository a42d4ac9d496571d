// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer and keyboard do in the preview.
#include "preview/previewprivate.h"
#include "preview/sourceplace.h"
#include "typeset/formatproperties.h"
#include "typeset/pagepainter.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

constexpr auto toFootnote = "#fn-"_L1;
constexpr int longestTip = 600; // characters of a footnote; a click leads to all of it

bool isTicked(const QTextBlock &task)
{
    return task.blockFormat().stringProperty(FormatProperty::marker) == QChar(u'☑');
}

/// The block that holds what is called so; an invalid one: none.
QTextBlock blockOfName(const QTextDocument &text, const QString &name)
{
    for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
        for (auto run = block.begin(); !run.atEnd(); ++run) {
            if (run.fragment().charFormat().anchorNames().contains(name))
                return block;
        }
    }
    return {};
}

} // namespace

void PreviewView::Private::follow(const QUrl &target)
{
    const bool within = target.scheme().isEmpty() && target.host().isEmpty() && target.path().isEmpty();
    if (!within)
        return Q_EMIT q->linkActivated(target);
    const QString anchor = target.fragment(QUrl::FullyDecoded);
    if (anchor.startsWith("fnref-"_L1)) {
        QTextBlock block = blockOfName(*q->document(), anchor);
        if (!block.isValid()) { // it may be in a later footnote
            page.writeTo(page.partCount());
            block = blockOfName(*q->document(), anchor);
        }
        if (block.isValid())
            jumpNear(topOf(block));
        return;
    }
    const int part = page.partOfAnchor(anchor);
    if (part < 0)
        return;
    page.writeTo(part + 1);
    jumpNear(topOf(part));
}

void PreviewView::Private::jumpNear(qreal y)
{
    jumpTo(y - q->viewport()->height() / 4.0);
}

void PreviewView::Private::jumpTo(qreal y)
{
    byHand = true;
    setScrolled(y);
    byHand = false;
}

MatchesInView &PreviewView::found()
{
    return d->found;
}

// Tasks.

QTextBlock PreviewView::Private::taskBlock(int part) const
{
    const QTextBlock block = part >= 0 && part < page.written() ? page.firstBlock(part) : QTextBlock();
    return taskBox(*q->document(), block).isNull() ? QTextBlock() : block;
}

int PreviewView::Private::taskAt(const QPoint &place) const
{
    if (!tickable)
        return -1;
    const QTextBlock block = q->cursorForPosition(place).block();
    const qreal margin = Metrics::step; // a box is small, and a finger or a trembling hand is not exact
    const QRectF box = taskBox(*q->document(), block).translated(-scrolledTo(*q));
    if (!box.adjusted(-margin, -margin, margin, margin).contains(place))
        return -1;
    const int part = page.partAt(block);
    return part >= 0 && page.firstBlock(part) == block ? part : -1;
}

void PreviewView::Private::hoverTask(bool over)
{
    if (std::exchange(overTask, over) == over)
        return;
    if (over)
        cursorBefore = q->viewport()->cursor();
    q->viewport()->setCursor(over ? QCursor(Qt::PointingHandCursor) : cursorBefore);
}

void PreviewView::Private::toggleTask(int part)
{
    const QTextBlock block = taskBlock(part);
    const auto mark = taskMark(page.source(part).begin, source);
    if (block.isValid() && mark)
        Q_EMIT q->taskToggled(*mark, !isTicked(block));
}

void PreviewView::Private::focusTask(int part)
{
    const int before = std::exchange(focusedTask, part);
    if (before == part)
        return;
    q->viewport()->update();
    const QTextBlock block = taskBlock(part);
    if (!block.isValid())
        return;
    q->setTextCursor(QTextCursor(block));
    Q_EMIT q->taskReached(block.text(), isTicked(block));
}

QTextCursor PreviewView::Private::besideTask(int part, bool next) const
{
    // Qt looks for the next link from a selection on, else from the page's end; before the box's words there is one.
    QTextCursor beside(taskBlock(part));
    if (next)
        beside.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
    else
        beside.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
    return beside;
}

int PreviewView::Private::nextTask(int part, bool next) const
{
    if (!tickable)
        return -1;
    for (part += next ? 1 : -1; part >= 0 && part < page.partCount(); part += next ? 1 : -1) {
        if (taskBlock(part).isValid())
            return part;
    }
    return -1;
}

int PreviewView::Private::nextLinkPart(const QTextCursor &from, bool next) const
{
    QTextBlock block = from.hasSelection()
                           ? q->document()->findBlock(next ? from.selectionEnd() : from.selectionStart())
                       : next ? q->document()->begin()
                              : q->document()->lastBlock();
    for (; block.isValid(); block = next ? block.next() : block.previous()) {
        for (auto run = block.begin(); !run.atEnd(); ++run) {
            const QTextFragment words = run.fragment();
            const bool ahead = !from.hasSelection() || (next ? words.position() >= from.selectionEnd()
                                                             : words.position() < from.selectionStart());
            if (ahead && words.charFormat().isAnchor())
                return page.partAt(block);
        }
    }
    return -1;
}

bool PreviewView::focusNextPrevChild(bool next)
{
    fill();
    const bool onTask = d->taskBlock(d->focusedTask).isValid();
    const QTextCursor from = onTask ? d->besideTask(d->focusedTask, next) : textCursor();
    const int here = onTask                ? d->focusedTask
                     : from.hasSelection() ? d->page.partAt(document()->findBlock(from.selectionStart()))
                                           : (next ? -1 : d->page.partCount());
    const int link = d->nextLinkPart(from, next);
    // A part's box comes before its links.
    const bool boxOfLink = !next && !onTask && from.hasSelection() && d->taskBlock(here).isValid();
    const int task = boxOfLink && link != here ? here : d->nextTask(here, next);
    const bool taskFirst =
        task >= 0 && (link < 0 || (next ? task <= link : task > link || (task == here && link != here)));
    if (!taskFirst) {
        if (onTask)
            setTextCursor(from);
        d->focusedTask = -1;
        viewport()->update();
        return QTextBrowser::focusNextPrevChild(next);
    }
    d->byHand = true;
    d->focusTask(task);
    ensureCursorVisible();
    d->byHand = false;
    return true;
}

void PreviewView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::SelectAll) || event->matches(QKeySequence::MoveToEndOfDocument) ||
        event->matches(QKeySequence::SelectEndOfDocument))
        fill();
    const bool ticks = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!ticks || d->focusedTask < 0)
        return QTextBrowser::keyPressEvent(event);
    event->accept();
    d->toggleTask(d->focusedTask);
    if (const QTextBlock block = d->taskBlock(d->focusedTask); block.isValid())
        Q_EMIT taskReached(block.text(), isTicked(block));
}

void PreviewView::focusOutEvent(QFocusEvent *event)
{
    d->focusTask(-1);
    QTextBrowser::focusOutEvent(event);
}

// The pointer.

void PreviewView::mousePressEvent(QMouseEvent *event)
{
    d->pressed = event->position().toPoint();
    d->focusTask(-1);
    d->pressedTask = event->button() == Qt::LeftButton ? d->taskAt(d->pressed) : -1;
    if (d->pressedTask >= 0)
        event->accept(); // begins no selection
    else
        QTextBrowser::mousePressEvent(event);
}

void PreviewView::mouseMoveEvent(QMouseEvent *event)
{
    const int task = event->buttons() == Qt::NoButton ? d->taskAt(event->position().toPoint()) : d->pressedTask;
    if (task < 0) {
        d->hoverTask(false);
        QTextBrowser::mouseMoveEvent(event);
        return;
    }
    d->hoverTask(true);
    event->accept();
}

void PreviewView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (const int task = std::exchange(d->pressedTask, -1); task >= 0) {
        event->accept();
        if (d->taskAt(at) == task)
            d->toggleTask(task);
        return;
    }
    QTextBrowser::mouseReleaseEvent(event);
    const bool clicked = event->button() == Qt::LeftButton && !textCursor().hasSelection() &&
                         (at - d->pressed).manhattanLength() < QApplication::startDragDistance();
    if (!clicked || !anchorAt(at).isEmpty())
        return;
    event->accept();
    d->activate(at);
}

void PreviewView::Private::activate(const QPoint &place)
{
    const QTextCursor cursor = q->cursorForPosition(place);
    const QTextBlock block = cursor.block();
    const int number = page.partAt(block);
    if (number < 0 || page.source(number).isEmpty())
        return;
    const PagePart &part = page.parts()[size_t(number)];
    Q_EMIT q->sourceActivated(sourceOffset(part, block, cursor.position() - block.position(), source, head.cards),
                              q->viewport()->mapToGlobal(place));
}

// Footnotes.

QString PreviewView::Private::footnoteText(int part) const
{
    QStringList lines;
    for (int each = part; each < page.written() && (each == part || !page.anchor(each).startsWith("fn-"_L1)); ++each) {
        for (QTextBlock block = page.firstBlock(each); block != page.firstBlock(each + 1); block = block.next())
            lines += block.text().remove(QChar::ObjectReplacementCharacter).remove(u"↩\uFE0E"_s).trimmed();
    }
    lines.removeAll(QString());
    const QString text = lines.join(u'\n').replace(QChar::LineSeparator, u'\n');
    return text.size() > longestTip ? text.first(longestTip).trimmed() + u'…' : text;
}

void PreviewView::Private::showFootnote(const QPoint &place, const QPoint &globalPlace) const
{
    const int part = page.partOfAnchor(q->anchorAt(place).sliced(1));
    const QString text = part < 0 || part >= page.written() ? QString() : footnoteText(part);
    const QPoint reach(2 * Metrics::step, 2 * Metrics::step);
    // As rich text Qt breaks its lines.
    QToolTip::showText(globalPlace, text.isEmpty() ? text : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal),
                       q->viewport(), QRect(place - reach, place + reach));
}

bool PreviewView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (anchorAt(help->pos()).startsWith(toFootnote)) {
            d->showFootnote(help->pos(), help->globalPos());
            return true;
        }
    }
    if (event->type() == QEvent::Leave)
        d->hoverTask(false);
    return QTextBrowser::viewportEvent(event);
}

} // namespace Weeknotes
