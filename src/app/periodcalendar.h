// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/week.h"

#include <QLocale>
#include <QWidget>

class QLabel;

namespace Weeknotes {

/// Six weeks, a row each, on which the days of a note are chosen: by a click on a week, by dragging across several, and
/// with Ctrl down day by day. The keyboard does the same: arrows, Home, End and the page keys move, with Shift down
/// they choose from where they began, and Space chooses the week. One stop of the Tab key. Other notes' days have a bar
/// below them, pauses a hatched one, and today a ring. UI thread only.
class PeriodCalendar : public QWidget
{
    Q_OBJECT

public:
    /// Another note's days.
    struct Mark
    {
        Period days;
        QString name; ///< "5.8"; may be empty
    };
    /// What stands around the period.
    struct Ground
    {
        WeekRules rules;
        QDate today;
        std::vector<Mark> notes;
        std::vector<Period> pauses;
    };

    explicit PeriodCalendar(Ground ground, QWidget *parent = nullptr);

    [[nodiscard]] const std::optional<Period> &period() const { return m_period; }
    /// Shows it, and the month it begins in; none leaves the month as it is. Says nothing.
    void setPeriod(const std::optional<Period> &period);

    /// A day in words: "Thursday, 19 November 2026, week 47, chosen, 5.8".
    [[nodiscard]] QString dayText(QDate day) const;
    /// Where a day is; empty if it is not in view.
    [[nodiscard]] QRect dayRect(QDate day) const;
    [[nodiscard]] QDate day() const { return m_day; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The person chose other days; of those that are dragged over, once the button is let go.
    void periodChosen(const Weeknotes::Period &period);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class By
    {
        Week,
        Day
    };

    [[nodiscard]] QDate firstDay() const;
    [[nodiscard]] QRect cell(int row, int column) const;
    [[nodiscard]] QDate dayAt(const QPoint &point) const;
    [[nodiscard]] QDate moved(int key) const;
    [[nodiscard]] QStringList namesIn(const Period &days) const;
    void showMonth(QDate day);
    void moveTo(QDate day);
    /// Shows as chosen what lies from where choosing began through the day that the keyboard or the pointer is at.
    void mark(By by);
    void tell();
    void paintWeek(QPainter &painter, int row) const;
    void paintDay(QPainter &painter, QDate day, const QRect &box) const;
    void paintBar(QPainter &painter, QDate day, const QRect &box) const;

    Ground m_ground;
    QLocale m_locale;
    std::optional<Period> m_period;
    std::optional<Period> m_told; ///< what others know
    QDate m_month;                ///< its first day
    QDate m_day;                  ///< where the keyboard is
    QDate m_anchor;               ///< where choosing began
    QLabel *m_title;
};

} // namespace Weeknotes
