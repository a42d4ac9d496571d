// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

class QLabel;
class QPushButton;

namespace Weeknotes {

/// A place with nothing in it yet: one line that says so, one button that says what to do next, and at most two that
/// say what else.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Without words for the button there is none.
    void setWords(const QString &head, const QString &line, const QString &button, const QStringList &others = {});

Q_SIGNALS:
    void chosen();
    /// By its place in `others`.
    void otherChosen(int index);

private:
    QLabel *m_head;
    QLabel *m_line;
    QPushButton *m_button;
    std::array<QPushButton *, 2> m_others;
};

} // namespace Weeknotes
