// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pause.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Weeknotes {

class DayField;

/// A break from writing: when it began, when it was to end, when it did. Says what makes no sense, and takes nothing
/// before it does.
class PauseDialog : public QDialog
{
    Q_OBJECT

public:
    /// `others` are the pauses there are, which it must not overlap; one of them may be `pause` itself. A new one has a
    /// new id.
    PauseDialog(const Pause &pause, std::vector<Pause> others, QDate today, QWidget *parent = nullptr);

    [[nodiscard]] Pause pause() const;

Q_SIGNALS:
    void decided(const Weeknotes::Pause &pause);

private:
    void layOut();
    void check();

    Pause m_pause;
    std::vector<Pause> m_others;
    QDate m_today;
    DayField *m_from;
    QCheckBox *m_isPlanned;
    DayField *m_planned;
    QCheckBox *m_isOver;
    DayField *m_to;
    QLineEdit *m_note;
    QLabel *m_words;
    QPushButton *m_take;
};

} // namespace Weeknotes
