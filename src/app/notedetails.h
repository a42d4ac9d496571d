// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shelf.h"

#include <QFrame>
#include <QHash>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace Weeknotes {

class DayField;
class PeriodCalendar;

/// The fields of a note that are no words of its page's head, in a small frame that goes when one clicks elsewhere
/// or presses Escape. What is entered counts at once, and Ctrl+Z takes it back, step by step; what makes no sense is
/// said and not taken. How the days fit with those of other notes is told, and left as it is.
class NoteDetails : public QFrame
{
    Q_OBJECT

public:
    /// A note without a period is offered that of this week.
    NoteDetails(const NoteFields &fields, const NoteId &id, const Shelf &shelf, QWidget *parent);

    void popUp(const QPoint &globalTopLeft);

Q_SIGNALS:
    void edited(const Weeknotes::NoteFields &fields);
    /// The person is through with them.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// A day that may be unknown.
    struct Day
    {
        QCheckBox *known;
        DayField *date;
    };

    [[nodiscard]] PeriodCalendar *makeCalendar();
    [[nodiscard]] Day makeDay(const QString &words);
    [[nodiscard]] QVBoxLayout *layOutDays();
    [[nodiscard]] QFormLayout *layOutRest();
    void connectFields();
    void fillIn();
    void fillDay(const Day &day, const std::optional<QDate> &date);
    void showDays();
    void showNumbers();
    [[nodiscard]] bool numberIsDouble() const;
    void showFit();
    void takeNumber(const QString &text);
    void takeKind();
    void takePeriod(const std::optional<Period> &period);
    void takeDates();
    void takeWritten();
    void takePublished();
    void takeTags(const QString &text);
    void takeLanguage(const QString &text);
    void takeAddress();
    /// Of what is typed in one field, all is one step.
    void change(const QLineEdit *typedIn = nullptr);
    void takeBack();
    /// Below the field that it concerns.
    void say(QWidget *field, const QString &problem);
    [[nodiscard]] QLabel *makeProblem(QWidget *field);

    NoteFields m_fields;
    NoteId m_id;
    const Shelf m_shelf;
    const NumberHabit m_numbers; // of its notes
    Period m_lastPeriod;         // to come back to
    QLineEdit *m_number;
    QFormLayout *m_rest;
    QHBoxLayout *m_offers;
    QComboBox *m_kind;
    QCheckBox *m_dated;
    PeriodCalendar *m_calendar;
    DayField *m_first;
    DayField *m_last;
    QLabel *m_fit;
    QWidget *m_wrongDay;
    QComboBox *m_status;
    QLineEdit *m_author;
    QLineEdit *m_language;
    QLineEdit *m_tags;
    Day m_written;
    Day m_published;
    QLineEdit *m_address;
    QHash<QWidget *, QLabel *> m_problems; // below their fields
    NoteFields m_told;
    std::vector<NoteFields> m_steps;      // what stood before each change
    const QLineEdit *m_typedIn = nullptr; // the last of them
};

} // namespace Weeknotes
