// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "core/week.h"
#include "style/palette.h"

#include <QWidget>

class QAction;

namespace Weeknotes {

class FilterBar;
class Shelf;
struct NoteHeader;
struct TimelineChoice;
class TimelineModel;
class TimelineView;
class YearStrip;
class YearsArea;

/// The left side: the years at a glance above the list of notes.
class TimelinePane : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePane(QWidget *parent = nullptr);

    void setShelf(const Shelf &shelf);
    void updateNote(const NoteHeader &header, const Shelf &shelf);
    /// Shows what is chosen of it, in the list and over the years.
    void setChoice(const TimelineChoice &choice);
    void setOpenNote(const NoteId &id);
    /// Brings the year of `week` into sight.
    void showWeek(const Week &week);
    void setScheme(Scheme scheme);

    /// A quiet button for `action` below the list.
    void addAtFoot(QAction *action);

    [[nodiscard]] TimelineView &list() const { return *m_list; }
    [[nodiscard]] YearStrip &years() const;
    [[nodiscard]] FilterBar &filter() const { return *m_filter; }

Q_SIGNALS:
    void noteActivated(const Weeknotes::NoteId &id);
    void editRequested(const Weeknotes::NoteId &id);
    /// A week without a note was looked up.
    void weekActivated(const Weeknotes::Week &week);
    /// A missed week's link was chosen.
    void writeRequested(const Weeknotes::Week &week);
    void pauseRequested(const Weeknotes::Period &days);

private:
    void revealYear();
    void showCount();

    std::optional<Week> m_week;
    TimelineModel *m_model;
    YearsArea *m_years;
    FilterBar *m_filter;
    TimelineView *m_list;
    QLabel *m_chosen; ///< how many notes, where they are several
    int m_all = 0;    ///< notes there are
};

} // namespace Weeknotes
