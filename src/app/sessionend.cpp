// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sessionend.h"

#include "app/session.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QPointer>
#include <QSocketNotifier>
#include <QTimer>
#include <QWidget>

#include <cerrno>
#include <memory>
#include <optional>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto patienceAtLogout = 5s;

volatile std::sig_atomic_t toldHere = -1;

/// Of all that Qt does, nothing may be done in a signal handler: it only wakes the event loop.
void tell(int)
{
    const int before = errno;
    const char byte = 1;
    std::ignore = ::write(toldHere, &byte, 1);
    errno = before;
}

} // namespace

SessionEnd::SessionEnd(Session &session, QWidget &window, QObject *parent)
    : QObject(parent), m_session(session), m_window(window)
{
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &SessionEnd::commit, Qt::DirectConnection);
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, m_sockets.data()) == 0)
        listen();
    else
        qWarning("no socket for signals: %s", qPrintable(qt_error_string(errno)));
}

SessionEnd::~SessionEnd()
{
    if (m_sockets[0] < 0)
        return;
    for (size_t i = 0; i < signalNumbers.size(); ++i)
        ::sigaction(signalNumbers[i], &m_before[i], nullptr);
    toldHere = -1;
    for (const int socket : m_sockets)
        ::close(socket);
}

void SessionEnd::listen()
{
    const auto *notifier = new QSocketNotifier(m_sockets[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        std::ignore = ::read(m_sockets[1], &byte, 1);
        m_window.close(); // saves first, and asks where that fails
    });
    toldHere = m_sockets[0];
    struct sigaction action = {};
    action.sa_handler = tell;
    action.sa_flags = int(SA_RESETHAND) | SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < signalNumbers.size(); ++i)
        ::sigaction(signalNumbers[i], &action, &m_before[i]);
}

bool SessionEnd::saveNow(std::chrono::milliseconds patience)
{
    // The answer may come after the patience is over, when this function has long returned.
    const auto outcome = std::make_shared<std::optional<bool>>();
    QEventLoop loop;
    const QPointer<QEventLoop> waiting(&loop);
    m_session.settle([outcome, waiting](bool safe) {
        *outcome = safe;
        if (waiting)
            waiting->quit();
    });
    if (!*outcome) {
        QTimer::singleShot(patience, &loop, &QEventLoop::quit);
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    }
    return outcome->value_or(false);
}

void SessionEnd::commit(QSessionManager &manager)
{
    if (!saveNow(patienceAtLogout) && manager.allowsInteraction()) {
        manager.cancel(); // the status line says what is wrong; the person can log out again
        manager.release();
    }
}

} // namespace Weeknotes
