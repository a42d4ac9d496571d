// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/searchresults.h"
#include "find/textfinder.h"
#include "insight/storyline.h"

#include <QObject>

#include <functional>

namespace Weeknotes {

class NotePane;
class Session;

/// Brings the text of a note that was found to what was found: the cursor to the best match, all of them marked as
/// those of Find are until something is written, Escape, or another note; or the cursor to a heading. A note whose
/// title alone has the words shows its beginning. UI thread only.
class SearchJump : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SearchJump(Session &session, NotePane &note, QObject *parent);

    /// Opens the note and goes there.
    void open(const FoundNote &found);
    /// Opens the note and goes to the first passage where the storyline runs.
    void openAt(const NoteId &id, const StoryTerm &term);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrive();
    [[nodiscard]] NoteId noteInView() const;
    void open(const NoteId &id, const std::function<void()> &arrived);
    void showMatches(const QString &query);
    void showPassage(const StoryTerm &term);
    void show(const TextRange &best, std::vector<TextRange> ranges);
    void showHeading(int section);
    void unmark();

    Session &m_session;
    NotePane &m_note;
    /// Asked for, and not open yet.
    struct Target
    {
        NoteId id;
        NoteId from;
        std::function<void()> arrived;
    };
    std::optional<Target> m_target;
    bool m_marked = false;
};

} // namespace Weeknotes
