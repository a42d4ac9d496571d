// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"

#include <QObject>
#include <QSet>

class QWidget;

namespace Weeknotes {

class AppSettings;
class PreviewPane;
class Session;
class StatusStrip;
struct WindowActions;

/// How many words a note should have: asks for it, and says a kind word when a note gets there, once. Belongs to the
/// window; UI thread only.
class WritingGoal : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    WritingGoal(Session &session, PreviewPane &preview, StatusStrip &strip, const WindowActions &actions,
                AppSettings &settings, QWidget *window);

private:
    void ask();
    void set(int words);
    void follow(int words);

    Session &m_session;
    StatusStrip &m_strip;
    AppSettings &m_settings;
    QWidget *m_window;
    NoteId m_note;          // whose words were counted last
    int m_words = 0;        // of it
    QSet<NoteId> m_praised; // since the start
};

} // namespace Weeknotes
