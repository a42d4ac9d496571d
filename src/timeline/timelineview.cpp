// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineview.h"

#include "timeline/timelinedelegate.h"
#include "timeline/timelinemodel.h"

#include <QKeyEvent>
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

    connect(model, &QAbstractItemModel::rowsInserted, this, &TimelineView::measureNumbers);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TimelineView::measureNumbers);
    connect(model, &QAbstractItemModel::dataChanged, this, &TimelineView::measureNumbers);
    // A note that comes with the next change of the model may be the open one.
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] { setOpenNote(m_open); });
    measureNumbers();
}

void TimelineView::setScheme(Scheme scheme)
{
    m_delegate->setScheme(scheme);
    viewport()->update();
}

void TimelineView::setOpenNote(const NoteId &id)
{
    m_open = id;
    const QModelIndex index = m_model->indexOf(id);
    if (!index.isValid()) {
        selectionModel()->clear();
        return;
    }
    if (index == currentIndex() && selectionModel()->isSelected(index))
        return;
    setCurrentIndex(index);
    scrollTo(index);
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

void TimelineView::measureNumbers()
{
    constexpr int widest = 96;
    int width = 0;
    for (const TimelineRow &row : m_model->rows()) {
        if (row.kind == Kind::Note)
            width = std::max(width, TimelineDelegate::numberWidth(row.note.fields.number.toString()));
    }
    m_delegate->setNumberWidth(std::min(width, widest));
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
