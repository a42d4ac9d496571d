// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lookbackpage.h"
#include "core/error.h"
#include "insight/storyline.h"

#include <QFuture>
#include <QTimer>

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
class Session;
class StorylineList;
class YearStrip;
class YearsArea;

/// A word, tag or phrase through the weeks: a line of dots over all years, and the passages that hold it. Those that
/// are pinned, and those that seem worth following, stand at the left. UI thread only.
class StorylinesPage : public LookBackPage
{
    Q_OBJECT

public:
    /// All must outlive it. `beside` wears the dots too while the page is in view.
    StorylinesPage(Session &session, AppSettings &settings, SchemeSwitch &schemes, Links &links, YearStrip &beside,
                   QWidget *parent = nullptr);

    [[nodiscard]] QString name() const override;
    void refresh() override;
    [[nodiscard]] StoryTerm placeIn(const NoteId &id) const override;

    [[nodiscard]] QLineEdit &field() const { return *m_field; }
    [[nodiscard]] QListView &list() const { return *m_list; }
    [[nodiscard]] QPushButton &pin() const { return *m_pin; }
    [[nodiscard]] YearStrip &years() const;
    [[nodiscard]] PassageReader &reader() const { return *m_reader; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Scan;

    void layOut();
    [[nodiscard]] QWidget *side();
    void showScan(Scan scan);
    void fitYears();
    void follow();
    void showStoryline(const StoryTerm &term, std::vector<NotePassage> passages);
    void showDots();
    void chooseRow();
    void togglePin();
    [[nodiscard]] bool isPinned() const;
    [[nodiscard]] static QString sentence(const std::vector<NotePassage> &passages);

    Session &m_session;
    YearStrip &m_beside;
    QStackedWidget *m_stack; // the page, or words about there being nothing to follow
    EmptyState *m_nothing;
    QLineEdit *m_field;
    QPushButton *m_pin;
    QListView *m_list;
    StorylineList *m_storylines;
    YearsArea *m_years;
    PassageReader *m_reader;
    QTimer m_soon;
    StoryTerm m_term; // that is shown
    QSet<NoteId> m_dots;
    bool m_isNew = true;   // and shows the first storyline there is
    quint64 m_scanned = 0; // count readings: the last one's answer is shown
    quint64 m_followed = 0;
    QFuture<Result<Storyline>> m_following;
};

} // namespace Weeknotes
