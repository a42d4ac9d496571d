// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineview.h"

#include "timeline/timelinedelegate.h"
#include "timeline/timelinemodel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace Weeknotes {

using Kind = TimelineRow::Kind;

TimelineView::TimelineView(TimelineModel *model, QWidget *parent)
    : QListView(parent), m_model(model), m_delegate(new TimelineDelegate(this))
{
    setModel(model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setProperty("role", QStringLiteral("side"));
    setAccessibleName(tr("Timeline"));

    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { measureNumbers(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TimelineView::measureAllNumbers);
    // A note that comes with the next change of the model may be the open one.
    connect(model, &QAbstractItemModel::rowsInserted, this, &TimelineView::markOpenNote);
    measureAllNumbers();
}

void TimelineView::setScheme(Scheme scheme)
{
    m_delegate->setScheme(scheme);
    viewport()->update();
}

void TimelineView::setOpenNote(const NoteId &id)
{
    m_open = id;
    markOpenNote();
    // Also where it was marked already: the list may have been scrolled away from it.
    if (const QModelIndex index = m_model->indexOf(id); index.isValid())
        scrollTo(index);
}

void TimelineView::markOpenNote()
{
    const QModelIndex index = m_model->indexOf(m_open);
    if (!index.isValid())
        selectionModel()->clear();
    else if (index != currentIndex() || !selectionModel()->isSelected(index))
        setCurrentIndex(index);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    const QModelIndex index = m_model->indexOf(m_open);
    const bool inSight = QRect({}, event->oldSize()).intersects(visualRect(index));
    QListView::resizeEvent(event);
    if (index.isValid() && inSight)
        scrollTo(index);
}

void TimelineView::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    if (const QModelIndex index = m_model->indexOf(m_open); index.isValid())
        scrollTo(index);
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKeyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || m_model->rows()[size_t(index.row())].kind != Kind::Missed)
        return;
    const TimelineRow row = m_model->rows()[size_t(index.row())]; // the list may change below the menu
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(row.weeks == 1 ? tr("&Write it now") : tr("&Write the latest"), this,
                    [this, row] { Q_EMIT weekActivated(*row.week); });
    menu->addAction(row.weeks == 1 ? tr("This week was a &pause") : tr("These weeks were a &pause"), this,
                    [this, row] { Q_EMIT pauseRequested(row.days); });
    menu->popup(byKeyboard ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const QModelIndex index = currentIndex();
        if (index.isValid() && Kind(index.data(TimelineModel::KindRole).toInt()) == Kind::Note)
            Q_EMIT editRequested(m_model->rows()[size_t(index.row())].note.id);
        else
            say(index);
        return;
    }
    if (event->matches(QKeySequence::Delete)) {
        const QModelIndex index = currentIndex();
        if (index.isValid() && Kind(index.data(TimelineModel::KindRole).toInt()) == Kind::Note)
            Q_EMIT removeRequested(m_model->rows()[size_t(index.row())].note.id);
        return;
    }
    const QPersistentModelIndex before = currentIndex();
    QListView::keyPressEvent(event);
    const QModelIndex now = currentIndex();
    if (now != before && now.isValid() && Kind(now.data(TimelineModel::KindRole).toInt()) == Kind::Note)
        say(now);
}

QModelIndex TimelineView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action != MoveHome)
        return QListView::moveCursor(action, modifiers);
    // Qt stops at the first row, which is a year's heading.
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.flags().testFlag(Qt::ItemIsSelectable))
            return index;
    }
    return {};
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    viewport()->setCursor(onLink(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(position);
    if (event->button() != Qt::LeftButton || !index.isValid() || index != currentIndex())
        return;
    if (Kind(index.data(TimelineModel::KindRole).toInt()) == Kind::Note || onLink(position))
        say(index);
}

bool TimelineView::onLink(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid())
        return false;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return m_delegate->linkRect(option, index).contains(position);
}

/// QListView would lay all rows out anew; a row's height depends on its kind, which it keeps.
void TimelineView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    if (m_widest.isValid() && roomOf(m_widest.row()) < m_delegate->numberWidth())
        measureAllNumbers();
    else
        measureNumbers(topLeft.row(), bottomRight.row());
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles); // NOLINT(bugprone-parent-virtual-call)
}

void TimelineView::measureAllNumbers()
{
    m_widest = QPersistentModelIndex();
    makeRoom(widestOf(0, m_model->rowCount() - 1, 0));
}

void TimelineView::measureNumbers(int first, int last)
{
    makeRoom(widestOf(first, last, m_delegate->numberWidth()));
}

/// The room that a row's number takes.
int TimelineView::roomOf(int place) const
{
    constexpr int widest = 96;
    const TimelineRow &row = m_model->rows()[size_t(place)];
    return row.kind == Kind::Note ? std::min(TimelineDelegate::widthOf(row.number), widest) : 0;
}

/// The room for the numbers of the rows from `first` to `last`, `room` at least.
int TimelineView::widestOf(int first, int last, int room)
{
    for (int i = first; i <= last; ++i) {
        const int width = roomOf(i);
        if (width <= room)
            continue;
        room = width;
        m_widest = m_model->index(i);
    }
    return room;
}

void TimelineView::makeRoom(int width)
{
    if (width == m_delegate->numberWidth())
        return;
    m_delegate->setNumberWidth(width);
    viewport()->update();
}

void TimelineView::say(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const TimelineRow &row = m_model->rows()[size_t(index.row())];
    if (row.kind == Kind::Note)
        Q_EMIT noteActivated(row.note.id);
    else if (row.week && !index.data(TimelineModel::LinkRole).toString().isEmpty())
        Q_EMIT weekActivated(*row.week);
}

} // namespace Weeknotes
