// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lookbackpage.h"
#include "core/error.h"
#include "insight/sectionlines.h"

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace Weeknotes {

class AppSettings;
class EmptyState;
class Links;
class PassageReader;
class SchemeSwitch;
class SectionList;
class Session;

/// A section through time: the headings that come back at the left, and what stands under the chosen one in all weeks
/// as one page. It asks of two headings at a time whether they are one section, and says which ones were said to be. UI
/// thread only.
class SectionsPage : public LookBackPage
{
    Q_OBJECT

public:
    /// All must outlive it.
    SectionsPage(Session &session, AppSettings &settings, SchemeSwitch &schemes, Links &links,
                 QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override;
    void refresh() override;

    [[nodiscard]] PassageReader &reader() const { return *m_reader; }
    [[nodiscard]] QListView &list() const { return *m_list; }
    [[nodiscard]] QLineEdit &filter() const { return *m_filter; }
    /// What is asked or said of the chosen section's names; hidden where there is nothing.
    [[nodiscard]] QWidget &question() const { return *m_question; }

private:
    struct Found;

    void layOut();
    void layOutQuestion();
    [[nodiscard]] QWidget *questionRow(const std::vector<QLabel *> &labels, const std::vector<QPushButton *> &buttons);
    void compare(SectionLines lines);
    void showLines(Found found);
    void select(int row);
    void showLine();
    void readLine(const SectionLine &line);
    void ask();
    void answer(bool same);
    void takeApart();
    [[nodiscard]] bool isAskedOf(const SectionLine &line) const;
    void change(const std::function<void(std::vector<SectionRename> &renames)> &change);

    Session &m_session;
    QStackedWidget *m_stack; // the page, or words about there being none
    EmptyState *m_nothing;
    QLineEdit *m_filter;
    QListView *m_list;
    SectionList *m_sections;
    QWidget *m_question; // the two below
    QLabel *m_words;
    QLabel *m_reason;
    QPushButton *m_same;
    QPushButton *m_other;
    QWidget *m_asked;
    QLabel *m_names;
    QPushButton *m_apart;
    QWidget *m_joined;
    PassageReader *m_reader;
    std::optional<SectionProposal> m_proposal;
    QString m_chosen;     // a key of the line in view
    quint64 m_listed = 0; // count readings: the last one's answer is shown
    quint64 m_read = 0;
};

} // namespace Weeknotes
