// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shelf.h"

#include <QPointer>
#include <QWidget>

class QPushButton;

namespace Weeknotes {

class GrowingLine;
class NoteDetails;

/// What stands above the text being written: number and period, title, subtitle, written in place. UI thread only.
class NoteHead : public QWidget
{
    Q_OBJECT

public:
    explicit NoteHead(QWidget *parent = nullptr);
    ~NoteHead() override;

    /// Shows `fields`; a field that already says the same keeps its cursor. Says nothing.
    void setFields(const NoteFields &fields);
    [[nodiscard]] const NoteFields &fields() const { return m_fields; }
    /// Which note they are of.
    void setNote(const NoteId &id);
    void setReadOnly(bool readOnly);
    /// What the note stands on, and how its number is written; again when that changed. `shelf` must outlive it.
    void setShelf(const Shelf &shelf);
    /// Left and right edges of the column it stands over, px.
    void setColumn(int left, int right);
    void focusTitle();
    /// Opens the details: number, kind, period, status, author, tags and what else is no word of the head.
    void showDetails();

Q_SIGNALS:
    /// The person changed a field.
    void edited(const Weeknotes::NoteFields &fields);
    /// The details were closed, and are others than before.
    void detailsChanged(const Weeknotes::NoteFields &before, const Weeknotes::NoteFields &after);
    /// The keyboard left the title.
    void titleLeft();
    /// Enter or the down key in the last line: on to the text.
    void textRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void closeDetails();
    void takeTitle(const QString &title);
    void takeSubtitle(const QString &subtitle);
    void showSummary();

    NoteFields m_fields;
    NoteId m_note;
    const Shelf *m_shelf = nullptr;
    NumberHabit m_numbers;
    SeasonNumber m_taken; // the number that came from the title as it was typed
    QPushButton *m_details;
    QPointer<NoteDetails> m_popup; // while it is open
    GrowingLine *m_title;
    GrowingLine *m_subtitle;
};

} // namespace Weeknotes
