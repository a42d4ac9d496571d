// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineview.h"

#include "style/typography.h"
#include "timeline/notesmime.h"
#include "timeline/timelinedelegate.h"
#include "timeline/timelinemodel.h"

#include <QContextMenuEvent>
#include <QDrag>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSet>
#include <QToolTip>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace Weeknotes {

using Kind = TimelineRow::Kind;

TimelineView::TimelineView(TimelineModel *model, QWidget *parent)
    : QListView(parent), m_model(model), m_delegate(new TimelineDelegate(this))
{
    setModel(model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setDragEnabled(true);
    setDragDropMode(DragDrop);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setProperty("role", QStringLiteral("side"));
    setAccessibleName(tr("Timeline"));

    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { measureNumbers(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (!m_widest.isValid())
            measureAllNumbers();
    });
    connect(model, &TimelineModel::rowsAboutToChange, this, &TimelineView::keepPlace);
    connect(model, &QAbstractItemModel::modelReset, this, &TimelineView::measureAllNumbers);
    connect(model, &TimelineModel::rowsChanged, this, [this] {
        findChoice();
        findPlace();
    });
    measureAllNumbers();
}

std::vector<NoteId> TimelineView::chosenNotes() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    std::vector<NoteId> notes;
    for (const QModelIndex &index : rows) {
        const TimelineRow &row = m_model->rows()[size_t(index.row())];
        if (row.kind == Kind::Note)
            notes.push_back(row.note().id);
    }
    return notes;
}

std::optional<TimelineView::StuckHead> TimelineView::stuckHead() const
{
    const QModelIndex first = QListView::indexAt({0, 0});
    const int heading = first.isValid() ? m_model->headingOf(first.row()) : -1;
    if (heading < 0)
        return std::nullopt;
    const QModelIndex index = m_model->index(heading);
    QRect rect = visualRect(index);
    rect.moveTop(0);
    // The next heading pushes it out.
    for (int row = first.row() + 1; row < m_model->rowCount(); ++row) {
        const QRect next = visualRect(m_model->index(row));
        if (next.top() >= rect.height())
            break;
        if (m_model->rows()[size_t(row)].kind == Kind::Heading)
            rect.moveBottom(next.top() - 1);
    }
    return StuckHead{index, rect};
}

QModelIndex TimelineView::indexAt(const QPoint &point) const
{
    const auto stuck = stuckHead();
    return stuck && stuck->rect.contains(point) ? stuck->heading : QListView::indexAt(point);
}

void TimelineView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QListView::scrollTo(index, hint);
    const int heading = index.isValid() ? m_model->headingOf(index.row()) : -1;
    if (heading < 0)
        return;
    const int hidden = visualRect(m_model->index(heading)).height() - visualRect(index).top();
    if (hidden > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - hidden);
}

void TimelineView::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    // What stuck at the top was moved with all else.
    viewport()->update(0, 0, viewport()->width(), TimelineDelegate::headingRoom + std::abs(dy));
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    const auto stuck = stuckHead();
    if (!stuck || !stuck->rect.intersects(event->rect()))
        return;
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = stuck->rect;
    m_delegate->paintStuck(painter, option, stuck->heading);
}

void TimelineView::keepPlace()
{
    m_place = m_away;
    m_place.isMark = false;
    const auto keyOf = [](const QModelIndex &index) { return index.data(TimelineModel::RowIdRole).toString(); };
    if (!m_away.isMark) {
        for (const QModelIndex &index : selectionModel()->selectedRows())
            m_place.chosen << keyOf(index);
    }
    if (const QModelIndex current = currentIndex(); current.isValid() && !m_away.isMark) {
        m_place.current = keyOf(current);
        m_place.inSight.clear();
        if (const QRect rect = visualRect(current); viewport()->rect().intersects(rect))
            m_place.inSight.emplace_back(m_place.current, rect.top());
    }
    const QModelIndex first = QListView::indexAt({0, 0});
    for (int row = std::max(0, first.row()); first.isValid() && row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        const int top = visualRect(index).top();
        if (top > viewport()->height())
            break;
        m_place.inSight.emplace_back(keyOf(index), top);
    }
}

void TimelineView::findChoice()
{
    QSet<QString> keys(m_place.chosen.begin(), m_place.chosen.end()); // as many as there are notes, after Ctrl+A
    QItemSelection chosen;
    for (int row = 0; !keys.isEmpty() && row < m_model->rowCount(); ++row) {
        const int first = row;
        while (row < m_model->rowCount() && keys.remove(m_model->rows()[size_t(row)].key))
            ++row;
        if (row > first)
            chosen.append(QItemSelectionRange(m_model->index(first), m_model->index(row - 1)));
    }
    Place away{.chosen = {keys.begin(), keys.end()}, .current = {}, .inSight = {}, .isMark = false};
    const QModelIndex current = m_model->indexOfKey(m_place.current);
    if (!current.isValid()) {
        away.current = m_place.current;
        if (!m_place.inSight.empty() && m_place.inSight.front().first == away.current)
            away.inSight = {m_place.inSight.front()};
    }
    selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    if (chosen.isEmpty()) {
        markOpenNote();
        away.isMark = !away.chosen.isEmpty();
    }
    m_away = away;
    Q_EMIT choiceChanged(int(chosenNotes().size())); // a reset lets go of rows silently
}

void TimelineView::findPlace()
{
    executeDelayedItemsLayout();
    for (const auto &[key, top] : std::exchange(m_place, {}).inSight) {
        if (const QModelIndex steady = m_model->indexOfKey(key); steady.isValid())
            return verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(steady).top() - top);
    }
    scrollTo(m_model->indexOf(m_open));
}

void TimelineView::setScheme(Scheme scheme)
{
    m_delegate->setScheme(scheme);
    viewport()->update();
}

void TimelineView::setOpenNote(const NoteId &id)
{
    if (m_open != id && !std::ranges::contains(chosenNotes(), id)) {
        selectionModel()->clearSelection();
        m_away = {};
    }
    m_open = id;
    m_delegate->setOpenNote(id);
    viewport()->update();
    markOpenNote();
    // Also where it was marked already: the list may have been scrolled away from it.
    if (const QModelIndex index = m_model->indexOf(id); index.isValid())
        scrollTo(index);
}

void TimelineView::markOpenNote()
{
    if (selectionModel()->selectedRows().size() > 1)
        return;
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
    if (!index.isValid())
        return;
    const QPoint place = byKeyboard ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    const TimelineRow &row = m_model->rows()[size_t(index.row())];
    switch (row.kind) {
    case Kind::Heading:
        Q_EMIT headingMenuRequested(TimelineRow(row), place); // the list may change below the menu
        return;
    case Kind::Note: {
        std::vector<NoteId> notes = chosenNotes();
        if (!std::ranges::contains(notes, row.note().id))
            notes = {row.note().id};
        Q_EMIT menuRequested(notes, place);
        return;
    }
    case Kind::Pause:
        Q_EMIT pauseMenuRequested(*row.pause, place);
        return;
    case Kind::Missed:
        return showMissedMenu(row, place);
    }
}

void TimelineView::showMissedMenu(TimelineRow row, const QPoint &place) // the list may change below the menu
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(row.weeks == 1 ? tr("&Write it now") : tr("&Write the latest"), this,
                    [this, week = *row.week] { Q_EMIT weekActivated(week); });
    menu->addAction(row.weeks == 1 ? tr("This week was a &pause") : tr("These weeks were a &pause"), this,
                    [this, days = row.days] { Q_EMIT pauseRequested(days); });
    menu->popup(place);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && Kind(index.data(TimelineModel::KindRole).toInt()) == Kind::Pause)
        return say(index);
    QListView::mouseDoubleClickEvent(event);
}

void TimelineView::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(!notesIn(event->mimeData()).empty()); // files are the window's
}

void TimelineView::dragLeaveEvent(QDragLeaveEvent *event)
{
    QListView::dragLeaveEvent(event);
    QToolTip::hideText();
}

void TimelineView::dragMoveEvent(QDragMoveEvent *event)
{
    QListView::dragMoveEvent(event); // which scrolls at the edges, and takes nothing
    const QPoint point = event->position().toPoint();
    const QModelIndex index = QListView::indexAt(point);
    const auto week = index.isValid() ? m_model->rows()[size_t(index.row())].week : std::nullopt;
    event->setAccepted(week.has_value());
    if (week)
        QToolTip::showText(viewport()->mapToGlobal(point), m_model->moveTextOf(*week), viewport());
    else
        QToolTip::hideText();
}

void TimelineView::dropEvent(QDropEvent *event)
{
    const QModelIndex index = QListView::indexAt(event->position().toPoint());
    const std::vector<NoteId> notes = notesIn(event->mimeData());
    setState(NoState);
    stopAutoScroll();
    QToolTip::hideText();
    if (!index.isValid() || notes.empty())
        return;
    if (const auto week = m_model->rows()[size_t(index.row())].week) {
        event->acceptProposedAction();
        Q_EMIT notesDropped(notes, *week);
    }
}

/// A picture of whole rows would cover what they are dragged to.
void TimelineView::startDrag(Qt::DropActions actions)
{
    const std::vector<NoteId> notes = chosenNotes();
    if (notes.empty())
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(mimeDataOf(notes).release());
    drag->setPixmap(pictureOf(notes));
    // On the side of the pointer where no words are.
    const int before = -2 * Metrics::step;
    const int after = int(drag->pixmap().deviceIndependentSize().width()) - before;
    drag->setHotSpot({isRightToLeft() ? before : after, -3 * Metrics::step});
    drag->exec(actions);
}

/// The number or the title of a note, or how many they are.
QPixmap TimelineView::pictureOf(const std::vector<NoteId> &notes) const
{
    const TimelineNote &first = *m_model->rows()[size_t(m_model->indexOf(notes.front()).row())].entry;
    const QFontMetrics metrics(font());
    const QString words = notes.size() > 1 ? tr("%Ln note(s)", nullptr, int(notes.size()))
                          : first.number.isEmpty()
                              ? metrics.elidedText(first.title, Qt::ElideRight, Metrics::sideWidth / 2)
                              : first.number;
    const QRect box(0, 0, metrics.horizontalAdvance(words) + 5 * Metrics::step, metrics.height() + 2 * Metrics::step);
    QPixmap picture(box.size() * devicePixelRatio());
    picture.setDevicePixelRatio(devicePixelRatio());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Accent));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(box).adjusted(.5, .5, -.5, -.5), Metrics::corner, Metrics::corner);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(box, Qt::AlignCenter, words);
    return picture;
}

void TimelineView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    m_away = {}; // a new choice
    Q_EMIT choiceChanged(int(chosenNotes().size()));
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const QModelIndex index = currentIndex();
        if (index.isValid() && Kind(index.data(TimelineModel::KindRole).toInt()) == Kind::Note)
            Q_EMIT editRequested(m_model->rows()[size_t(index.row())].note().id);
        else
            say(index);
        return;
    }
    if (event->matches(QKeySequence::Delete)) {
        if (const auto notes = chosenNotes(); !notes.empty())
            Q_EMIT removeRequested(notes);
        return;
    }
    const QPersistentModelIndex before = currentIndex();
    QListView::keyPressEvent(event);
    const QModelIndex now = currentIndex();
    const bool several = selectionModel()->selectedRows().size() > 1;
    if (now != before && now.isValid() && !several && Kind(now.data(TimelineModel::KindRole).toInt()) == Kind::Note)
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

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    const auto stuck = stuckHead();
    if (stuck && stuck->rect.contains(event->position().toPoint()))
        return QListView::scrollTo(stuck->heading, PositionAtTop);
    QListView::mousePressEvent(event);
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
    if (event->button() != Qt::LeftButton || !index.isValid() || index != currentIndex() ||
        event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier))
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
    return row.kind == Kind::Note ? std::min(TimelineDelegate::widthOf(row.entry->number), widest) : 0;
}

/// The room for the numbers of the rows from `first` to `last`, `room` at least.
int TimelineView::widestOf(int first, int last, int room)
{
    const auto isFigures = [](const QString &number) {
        return std::ranges::all_of(number, [](QChar letter) { return letter == u'.' || letter.isDigit(); });
    };
    qsizetype longest = 0; // of those of figures, which are all of one width
    for (int i = first; i <= last; ++i) {
        const TimelineRow &row = m_model->rows()[size_t(i)];
        if (row.kind != Kind::Note || (row.entry->number.size() <= longest && isFigures(row.entry->number)))
            continue;
        if (isFigures(row.entry->number))
            longest = row.entry->number.size();
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
        Q_EMIT noteActivated(row.note().id);
    else if (row.kind == Kind::Pause)
        Q_EMIT pauseActivated(*row.pause);
    else if (row.week && !index.data(TimelineModel::LinkRole).toString().isEmpty())
        Q_EMIT weekActivated(*row.week);
}

} // namespace Weeknotes
