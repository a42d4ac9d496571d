// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLineEdit>

#include <optional>

class QToolButton;

namespace Weeknotes {

/// A field for a day, typed as people write one (see meantDays): "26 Aug 2019", "2019-08-26", "26/8". It counts when
/// Enter is pressed or the field is left, and so does what the calendar gives (Alt+Down); the arrows go a day on or
/// back, the page keys a month. Words that are no day stay for Enter, which says so; who leaves finds the last good
/// day. Enter goes on to the dialog's default button only where nothing was typed.
class DayField : public QLineEdit
{
    Q_OBJECT

public:
    /// `name` is for screen readers.
    DayField(QDate today, const QString &name, QWidget *parent);

    /// Also what is typed and does not count yet, if it is a day: a button's mnemonic takes no focus away.
    [[nodiscard]] QDate date() const { return typedDay().value_or(m_date); }
    void setDate(QDate date);

Q_SIGNALS:
    void dateChanged(QDate date);

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] static QString format();
    [[nodiscard]] static QString textOf(QDate day);
    /// What stands there; nothing if that is no day.
    [[nodiscard]] std::optional<QDate> typedDay() const;
    /// False if what was typed is no day.
    bool take();
    void showDate();
    void sayNoDay();
    void openCalendar();

    QDate m_today;
    QDate m_date;
    QToolButton *m_button;
};

} // namespace Weeknotes
