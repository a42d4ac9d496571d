// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSessionManager>

#include <array>
#include <chrono>
#include <csignal>

class QWidget;

namespace Weeknotes {

class Session;

/// Lets nothing be lost when the system ends the program: SIGTERM, SIGINT and SIGHUP close the window as the person
/// would (a second one ends the process at once), and a logout waits until the words are on disk. One at a time, on
/// the UI thread.
class SessionEnd : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SessionEnd(Session &session, QWidget &window, QObject *parent = nullptr);
    ~SessionEnd() override;
    Q_DISABLE_COPY_MOVE(SessionEnd)

    /// Saves what is unsaved and waits for it, `patience` at most; events go on meanwhile. Whether all is safe.
    [[nodiscard]] bool saveNow(std::chrono::milliseconds patience);

private:
    void listen();
    void commit(QSessionManager &manager);

    static constexpr std::array signalNumbers{SIGTERM, SIGINT, SIGHUP};

    Session &m_session;
    QWidget &m_window;
    std::array<int, 2> m_sockets{-1, -1}; // the signal handler writes into the first
    std::array<struct sigaction, signalNumbers.size()> m_before{};
};

} // namespace Weeknotes
