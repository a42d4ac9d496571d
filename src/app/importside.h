// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importlist.h"
#include "core/week.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Weeknotes {

class DayField;

/// Beside an ImportList: why the chosen note was read as it was, and what a person may put right, for it alone or for
/// many at once. UI thread only.
class ImportSide : public QWidget
{
    Q_OBJECT

public:
    ImportSide(ImportList &list, QDate today, QWidget *parent);

    /// Rows of the list; the first is shown, and corrections may go to all.
    void choose(const QModelIndexList &rows);
    void setRules(const WeekRules &rules) { m_rules = rules; }
    /// Nothing can be put right any more.
    void setDone(bool done);

Q_SIGNALS:
    /// What is here and what is to come in its place, to be shown beside each other.
    void differenceAsked(const QModelIndex &row);

private:
    enum Scope
    {
        One,
        Chosen,
        Alike,
        All
    };

    void layOut();
    [[nodiscard]] QWidget *layOutOne();
    [[nodiscard]] QWidget *layOutMany();
    void connectFields();
    void show();
    void showFields();
    void showScopes();
    [[nodiscard]] QModelIndexList scope() const;
    /// Of the note shown alone, or of all in scope.
    void correctOne(const std::function<void(ImportedNote &note)> &correction);
    void correctMany(const std::function<void(ImportedNote &note)> &correction);
    void takeDays();
    void takeNumber();
    void takePattern();

    ImportList &m_list;
    WeekRules m_rules;
    QDate m_today;
    QPersistentModelIndex m_row;
    QModelIndexList m_rows;
    bool m_done = false;
    QLabel *m_why;
    QLabel *m_opening;
    QLabel *m_source;
    QWidget *m_both;
    QComboBox *m_bothChoice;
    QPushButton *m_difference;
    QWidget *m_one;
    QWidget *m_many;
    QLineEdit *m_title;
    DayField *m_first;
    DayField *m_last;
    QPushButton *m_setDays; ///< where a note has none
    QLineEdit *m_number;
    QComboBox *m_scope;
    QComboBox *m_kind;
    QComboBox *m_status;
    QSpinBox *m_year;
    QPushButton *m_setYear;
    QLineEdit *m_pattern;
    QPushButton *m_readTitles;
    QLabel *m_problem;
};

} // namespace Weeknotes
