// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numberhabit.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;

namespace Weeknotes {

/// The fields of a note that are no words of its page's head, in a small frame that goes when one clicks elsewhere
/// or presses Escape. What is entered counts at once; what makes no sense is said and not taken.
class NoteDetails : public QFrame
{
    Q_OBJECT

public:
    /// A note without a period is offered `today` for one.
    NoteDetails(const NoteFields &fields, QDate today, QWidget *parent, NumberHabit numbers = {});

    void popUp(const QPoint &globalTopLeft);

Q_SIGNALS:
    void edited(const Weeknotes::NoteFields &fields);

private:
    void fillIn(QDate today = {});
    void takeNumber(const QString &text);
    void takeKind();
    void takePeriod();
    void takeTags(const QString &text);
    void say(const QString &problem);

    NoteFields m_fields;
    NumberHabit m_numbers;
    QLineEdit *m_number;
    QComboBox *m_kind;
    QCheckBox *m_dated;
    QDateEdit *m_first;
    QDateEdit *m_last;
    QComboBox *m_status;
    QLineEdit *m_author;
    QLineEdit *m_tags;
    QLabel *m_problem;
};

} // namespace Weeknotes
