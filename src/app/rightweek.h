// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/banner.h"
#include "app/session.h"
#include "core/renumber.h"

class QWidget;

namespace Weeknotes {

class AppSettings;
class NotePane;
struct WindowActions;

/// What the window does for the right week and the right number: the settings, the seasons, and what it points out of
/// the open note, each thing once. Belongs to the window; UI thread only.
class RightWeek : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    RightWeek(Session &session, NotePane &note, Banner &banner, AppSettings &settings, const WindowActions &actions,
              QWidget *window);

private:
    void showPossible();
    void showSettings();
    void showSeasons();
    /// The open note, where something may be said of it.
    [[nodiscard]] const DraftSession *quietDraft() const;
    void lookAtNote();
    void lookAtTitle();
    /// In the note's pane, until it is closed or one of the fields is another.
    void say(const QString &text, std::vector<Banner::Choice> choices);
    /// Whether something was pointed out now.
    bool pointOutDay(const DraftSession &draft);
    bool pointOutNumber(const DraftSession &draft);
    bool offerSeason(const DraftSession &draft);
    /// Changes the note `id`, if that is the open one still.
    void change(const NoteId &id, const std::function<void(NoteFields &fields)> &change);
    void renumber(const Renumbering &renumbering);
    void undo(const std::vector<NumberChange> &changes, const Renumbering &renumbering, bool movedLook);
    /// Whether this is the open library still.
    [[nodiscard]] bool isOpen(const Notebook *notebook) const;
    void apply(const std::vector<NumberChange> &changes, const std::function<void()> &done);
    /// The name and the pattern of a season go with its number, where that has none; `moved` says whether they went.
    void moveLook(int from, int to, const std::function<void(bool moved)> &done);

    Session &m_session;
    NotePane &m_note;
    Banner &m_banner;
    AppSettings &m_settings;
    const WindowActions &m_actions;
    QWidget *m_window;
    QString m_said;
};

} // namespace Weeknotes
