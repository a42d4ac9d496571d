// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "timeline/timelinecontent.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace Weeknotes {

class NameDialog;

/// What the library offers to filter by.
struct FilterOptions
{
    std::vector<int> seasons; ///< newest first, as the years
    std::vector<int> years;
    QStringList tags; ///< those of most notes first, as all below
    QStringList people;
    QStringList sections;
    std::vector<NamedView> views;
};

/// Above the timeline's list: words to filter by, all else in a menu, and each part of the filter as a chip that takes
/// it away. What is chosen counts at once.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    void setOptions(const FilterOptions &options);
    /// Shows it; says nothing. A name that is asked for another one is no longer asked.
    void setChoice(const TimelineChoice &choice);
    [[nodiscard]] const TimelineChoice &choice() const { return m_choice; }
    /// How many notes it leaves, of all.
    void showCount(int shown, int all);
    [[nodiscard]] QLineEdit &field() const { return *m_words; }

Q_SIGNALS:
    void choiceChanged(const Weeknotes::TimelineChoice &choice);
    /// The menu opens: `setOptions` may be called while it is.
    void optionsRequested();
    /// In place of what has this name, in whatever case.
    void viewKept(const Weeknotes::NamedView &view);
    void viewRemoved(const QString &name);
    /// Down or Enter in the field: the keyboard should go to the list; Escape in an empty one: to the text.
    void listRequested();
    void left();
    /// The texts should be searched for these words.
    void searchRequested(const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const NoteFilter &filter);
    void show(const NoteFilter &filter);
    void fillMenu();
    template <typename Value, typename Text>
    void addValues(const QString &title, const std::vector<Value> &values, std::vector<Value> NoteFilter::*chosen,
                   Text text);
    void addWords(const QString &title, const QStringList &values, QStringList NoteFilter::*chosen);
    void addViews();
    void fillChips();
    void addChip(const QString &text, const NoteFilter &without);
    void showSearch();
    void askForName();

    TimelineChoice m_choice;
    FilterOptions m_options;
    QLineEdit *m_words;
    QToolButton *m_button;
    QMenu *m_menu;
    QWidget *m_chips;
    QLabel *m_count;
    QLabel *m_nothing;
    QPushButton *m_search;
    QPointer<NameDialog> m_naming;
};

} // namespace Weeknotes
