// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLineEdit>

class QToolButton;

namespace Weeknotes {

/// A field for a day, typed as people write one (see meantDays): "26 Aug 2019", "2019-08-26", "26/8". It counts when
/// Enter is pressed or the field is left, and so does what the calendar gives (Alt+Down); the arrows go a day on or
/// back, the page keys a month. Words that are no day stay for Enter, which says so; who leaves finds the last good
/// day.
class DayField : public QLineEdit
{
    Q_OBJECT

public:
    /// `name` is for screen readers.
    DayField(QDate today, const QString &name, QWidget *parent);

    [[nodiscard]] QDate date() const { return m_date; }
    void setDate(QDate date);

Q_SIGNALS:
    void dateChanged(QDate date);

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] static QString textOf(QDate day);
    /// What was typed; false if that is no day.
    bool take();
    void showDate();
    void sayNoDay();
    void openCalendar();

    QDate m_today;
    QDate m_date;
    QToolButton *m_button;
};

} // namespace Weeknotes
