// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"

#include <QObject>

#include <functional>
#include <optional>

class QWidget;

namespace Weeknotes {

class Banner;
class Session;

/// Where words go that the library does not take: into a file of the person's choice, without the pictures. Belongs to
/// the window; UI thread only, and the file is written on another thread.
class Elsewhere : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    Elsewhere(Session &session, Banner &banner, QWidget *window);

    /// Asks for a file and writes the open note into it, as `weeknotes show` prints it; then runs `done`. What went
    /// wrong is said in the banner.
    void save(const std::function<void()> &done = {});
    /// True if the open note, as it stands now, was written so.
    [[nodiscard]] bool hasAll() const;
    /// Asks what to do about a note that can't be saved when the window is to close; runs `close` if it may.
    void askBeforeClosing(const std::function<void()> &close);

private:
    [[nodiscard]] std::optional<Note> note() const;
    void write(const QString &path, const std::function<void()> &done);

    Session &m_session;
    Banner &m_banner;
    QWidget *m_window;
    std::optional<Note> m_written;
};

} // namespace Weeknotes
