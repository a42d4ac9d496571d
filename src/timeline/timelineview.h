// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "core/week.h"
#include "style/palette.h"

#include <QListView>

namespace Weeknotes {

class TimelineDelegate;
class TimelineModel;

/// The timeline: a list of notes, pauses and missed weeks, newest first. It says what the person chose and opens
/// nothing itself; a change of the model never makes it speak.
class TimelineView : public QListView
{
    Q_OBJECT

public:
    /// `model` must outlive the view.
    explicit TimelineView(TimelineModel *model, QWidget *parent = nullptr);

    void setScheme(Scheme scheme);
    /// Marks the open note and brings it into sight; a null id marks none. Says nothing.
    void setOpenNote(const NoteId &id);

Q_SIGNALS:
    /// The person chose this note, by pointer or arrow keys.
    void noteActivated(const Weeknotes::NoteId &id);
    /// … and wants to write in it (Enter).
    void editRequested(const Weeknotes::NoteId &id);
    /// … and wants it in the bin (Delete).
    void removeRequested(const Weeknotes::NoteId &id);
    /// The person wants to write this missed week.
    void weekActivated(const Weeknotes::Week &week);
    /// The person says that nothing was to be written in these missed weeks.
    void pauseRequested(const Weeknotes::Period &days);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] bool onLink(const QPoint &position) const;
    void markOpenNote();
    void measureAllNumbers();
    void measureNumbers(int first, int last);
    [[nodiscard]] int roomOf(int place) const;
    [[nodiscard]] int widestOf(int first, int last, int room);
    void makeRoom(int width);
    void say(const QModelIndex &index);

    TimelineModel *m_model;
    TimelineDelegate *m_delegate;
    NoteId m_open;
    QPersistentModelIndex m_widest; ///< whose number takes the room of all
};

} // namespace Weeknotes
