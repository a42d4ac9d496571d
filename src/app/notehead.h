// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numberhabit.h"

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

    /// Shows `fields`; a field that already says the same keeps its cursor. Says nothing.
    void setFields(const NoteFields &fields);
    [[nodiscard]] const NoteFields &fields() const { return m_fields; }
    void setReadOnly(bool readOnly);
    void setToday(QDate today) { m_today = today; }
    /// How to write the number.
    void setNumbers(NumberHabit numbers);
    /// Left and right edges of the column it stands over, px.
    void setColumn(int left, int right);
    void focusTitle();
    /// Opens the details: number, kind, period, status, author, tags.
    void showDetails();

Q_SIGNALS:
    /// The person changed a field.
    void edited(const Weeknotes::NoteFields &fields);
    /// Enter or the down key in the last line: on to the text.
    void textRequested();

private:
    void takeLine(QString NoteFields::*field, const QString &text);
    void showSummary();

    NoteFields m_fields;
    QDate m_today;
    NumberHabit m_numbers;
    QPushButton *m_details;
    QPointer<NoteDetails> m_popup; // while it is open
    GrowingLine *m_title;
    GrowingLine *m_subtitle;
};

} // namespace Weeknotes
