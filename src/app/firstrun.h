// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Weeknotes {

/// What an empty library shows: three doors.
class FirstRun : public QWidget
{
    Q_OBJECT

public:
    explicit FirstRun(QWidget *parent = nullptr);

    /// The week that the first note will be of: its days in words, and whether it is this week or the last.
    void setWeek(const QString &days, bool current);

Q_SIGNALS:
    void startChosen();
    void bringChosen();
    void sampleChosen();

private:
    struct Door
    {
        QLabel *head;
        QLabel *line;
        QPushButton *button;
    };
    Door addDoor(QWidget *row);

    Door m_start;
};

} // namespace Weeknotes
