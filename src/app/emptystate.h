// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Weeknotes {

/// A place with nothing in it yet: one line that says so, one button that says what to do next, at most one that says
/// what else.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Without `other` there is one button.
    void setWords(const QString &head, const QString &line, const QString &button, const QString &other = {});

Q_SIGNALS:
    void chosen();
    void otherChosen();

private:
    QLabel *m_head;
    QLabel *m_line;
    QPushButton *m_button;
    QPushButton *m_other;
};

} // namespace Weeknotes
