// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/searchresults.h"
#include "storage/library.h"

#include <QFrame>

class QLabel;
class QListView;
class QMenu;

namespace Weeknotes {

class SearchField;
class Session;

/// The results below the search field: of the notes, weeks and headings of the library and of the commands in a menu;
/// without words the notes that were open last. The keyboard stays in the field; a click or Enter opens a result.
class SearchPopup : public QFrame
{
    Q_OBJECT

public:
    /// A child of `window`, placed below `field`. `commands` must outlive it.
    SearchPopup(SearchField *field, Session &session, const QMenu &commands, QWidget *window);

    [[nodiscard]] const SearchResults &results() const { return *m_results; }
    [[nodiscard]] QListView &list() const { return *m_list; }
    /// What is shown is the answer to what is in the field.
    [[nodiscard]] bool isAnswered() const { return m_answered == m_question; }

Q_SIGNALS:
    void noteChosen(const Weeknotes::FoundNote &note);
    void weekChosen(const Weeknotes::FoundWeek &week);
    /// Escape, or nothing to choose: the keyboard should go back to the text. Comes before a command is carried out.
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void ask();
    void search();
    void showResults(const Result<std::vector<SearchHit>> &hits);
    void showCommands();
    void showRecent();
    void present(const std::vector<SearchGroup> &groups, const QString &nothing);
    void place();
    void moveTo(int row);
    void choose(const QModelIndex &index);
    void follow(const SearchTarget &target);

    SearchField *m_field;
    Session &m_session;
    const QMenu &m_commands;
    SearchResults *m_results;
    QListView *m_list;
    QLabel *m_nothing;
    QLabel *m_hint;
    std::vector<NoteId> m_opened; // the last one first
    std::vector<HeadingHit> m_headings;
    bool m_isSearching = false; // what is typed meanwhile is searched for afterwards
    quint64 m_question = 0;     // only the newest is answered
    quint64 m_asked = 0;        // of the search that is under way
    quint64 m_answered = 0;     // what is shown
    bool m_chooseFirst = false; // Enter came before the answer
};

} // namespace Weeknotes
