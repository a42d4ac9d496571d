// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace Weeknotes {

/// What an empty library shows: three doors.
class FirstRun : public QWidget
{
    Q_OBJECT

public:
    explicit FirstRun(QWidget *parent = nullptr);

Q_SIGNALS:
    void startChosen();
    void bringChosen();
    void sampleChosen();

private:
    QPushButton *addDoor(QWidget *row, const QString &head, const QString &line, const QString &button, bool primary);
};

} // namespace Weeknotes
