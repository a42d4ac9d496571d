// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"
#include "timeline/timelinerows.h"

#include <QListView>

namespace Weeknotes {

class TimelineDelegate;
class TimelineModel;

/// The timeline: a list of notes, pauses and missed weeks, newest first; the heading of what is at the top stays in
/// sight. Several notes may be chosen. It says what the person chose and opens nothing itself; a change of the model
/// never makes it speak, and leaves choice and place as they were.
class TimelineView : public QListView
{
    Q_OBJECT

public:
    /// `model` must outlive the view.
    explicit TimelineView(TimelineModel *model, QWidget *parent = nullptr);

    void setScheme(Scheme scheme);
    /// Marks the open note and brings it into sight; a null id marks none. Says nothing.
    void setOpenNote(const NoteId &id);
    /// The notes chosen, newest first.
    [[nodiscard]] std::vector<NoteId> chosenNotes() const;

    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    /// The person chose this note, by pointer or arrow keys.
    void noteActivated(const Weeknotes::NoteId &id);
    /// … and wants to write in it (Enter).
    void editRequested(const Weeknotes::NoteId &id);
    /// … and wants the chosen ones in the bin (Delete).
    void removeRequested(const std::vector<Weeknotes::NoteId> &notes);
    /// What can be done with the chosen ones is asked for.
    void menuRequested(const std::vector<Weeknotes::NoteId> &notes, const QPoint &globalPosition);
    /// … with what stands below a heading.
    void headingMenuRequested(const Weeknotes::TimelineRow &heading, const QPoint &globalPosition);
    void pauseMenuRequested(const Weeknotes::Pause &pause, const QPoint &globalPosition);
    /// Enter on a pause.
    void pauseActivated(const Weeknotes::Pause &pause);
    /// So many notes are chosen now.
    void choiceChanged(int notes);
    /// Notes were dropped on a missed week.
    void notesDropped(const std::vector<Weeknotes::NoteId> &notes, const Weeknotes::Week &week);
    /// The person wants to write this missed week.
    void weekActivated(const Weeknotes::Week &week);
    /// The person says that nothing was to be written in these missed weeks.
    void pauseRequested(const Weeknotes::Period &days);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void showEvent(QShowEvent *event) override;
    void startDrag(Qt::DropActions actions) override;

private:
    [[nodiscard]] bool onLink(const QPoint &position) const;
    /// The row whose heading stays at the top though it is scrolled away, and where that stands now.
    struct StuckHead
    {
        QModelIndex heading;
        QRect rect;
    };
    [[nodiscard]] std::optional<StuckHead> stuckHead() const;
    void showMissedMenu(TimelineRow row, const QPoint &place);
    void keepPlace();
    void findChoice();
    void findPlace();
    void markOpenNote();
    void measureAllNumbers();
    void measureNumbers(int first, int last);
    [[nodiscard]] int roomOf(int place) const;
    [[nodiscard]] int widestOf(int first, int last, int room);
    void makeRoom(int width);
    [[nodiscard]] QPixmap pictureOf(const std::vector<NoteId> &notes) const;
    void say(const QModelIndex &index);

    TimelineModel *m_model;
    TimelineDelegate *m_delegate;
    NoteId m_open;
    QPersistentModelIndex m_widest; ///< whose number takes the room of all

    /// What stays where it is through a reset of the model, by the rows' keys.
    struct Place
    {
        QStringList chosen;
        QString current;
        std::vector<std::pair<QString, int>> inSight; ///< rows and their tops, px: the current one, then from the top
        bool isMark = false;                          ///< what is selected instead only marks the open note
    };
    Place m_place;
    Place m_away; ///< what was chosen, and current, and is filtered away
};

} // namespace Weeknotes
