// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filterbar.h"

#include <QObject>

#include <functional>

namespace Weeknotes {

class AppSettings;
class Session;
class TimelinePane;

/// Lets the timeline show what its filter asks for: knows what the library offers to filter by, reads the texts where a
/// filter asks for what they hold, and keeps named views with the library. Belongs to the pane; UI thread only.
class TimelineFilter : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    TimelineFilter(TimelinePane &timeline, Session &session, AppSettings &settings);

private:
    void show();
    void offer();
    void readTraits();
    void readAgain(const NoteHeader &header);
    void changeViews(const std::function<void(std::vector<NamedView> &views)> &change);

    TimelinePane &m_timeline;
    Session &m_session;
    AppSettings &m_settings;
    QHash<NoteId, NoteTraits> m_traits;
    bool m_traitsAreRead = false; // and nothing changed since
    quint64 m_reading = 0;        // only the newest reading counts
};

} // namespace Weeknotes
