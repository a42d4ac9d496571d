// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/searchresults.h"
#include "style/palette.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QListView;

namespace Weeknotes {

class SearchField;
class Session;

/// The results below the search field. The keyboard stays in the field; a click or Enter opens a result.
class SearchPopup : public QFrame
{
    Q_OBJECT

public:
    /// A child of `window`, placed below `field`.
    SearchPopup(SearchField *field, Session &session, QWidget *window);

    [[nodiscard]] const SearchResults &results() const { return *m_results; }

Q_SIGNALS:
    void noteChosen(const Weeknotes::NoteId &id);
    void weekChosen(const Weeknotes::Week &week);
    /// Escape, or nothing to choose: the keyboard should go back to the text.
    void closed();

private:
    void ask();
    void search();
    void showResults(const QString &query, const Result<std::vector<SearchHit>> &hits);
    void place();
    void moveBy(int step);
    void choose(const QModelIndex &index);

    SearchField *m_field;
    Session &m_session;
    SearchResults *m_results;
    QListView *m_list;
    QLabel *m_nothing;
    QTimer m_soon;              // a search waits for the next letter
    quint64 m_question = 0;     // only the newest is answered
    quint64 m_answered = 0;     // what is shown
    bool m_chooseFirst = false; // Enter came before the answer
};

} // namespace Weeknotes
