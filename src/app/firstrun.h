// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace Weeknotes {

/// What an empty library shows: three doors, side by side where there is room.
class FirstRun : public QWidget
{
    Q_OBJECT

public:
    explicit FirstRun(QWidget *parent = nullptr);

    enum class Which
    {
        ThisWeek,
        LastWeek,
        Another
    };
    /// The week that the first note will be of, and its days in words.
    void setWeek(const QString &days, Which which);

Q_SIGNALS:
    void startChosen();
    void bringChosen();
    void sampleChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Door
    {
        QBoxLayout *column;
        QLabel *head;
        QLabel *line;
        QPushButton *button;
    };
    Door addDoor(QWidget *row);
    void placeDoors();

    /// The width from which no button is cut with the doors side by side, px.
    [[nodiscard]] int roomForRow() const;

    QBoxLayout *m_column;
    QBoxLayout *m_row = nullptr;
    std::vector<Door> m_doors;
};

} // namespace Weeknotes
