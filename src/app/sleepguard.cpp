// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sleepguard.h"

#include "app/session.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr auto logindService = "org.freedesktop.login1"_L1;
constexpr auto logindPath = "/org/freedesktop/login1"_L1;
constexpr auto logindManager = "org.freedesktop.login1.Manager"_L1;

} // namespace

SleepGuard::SleepGuard(Session &session, QObject *parent) : QObject(parent), m_session(session) {}

void SleepGuard::listen(const QDBusConnection &bus)
{
    m_bus = bus;
    // Qt D-Bus knows no function pointers for the signals of others. Without the service's name, for which it would
    // wait; another's signal would only have something saved.
    m_bus.connect({}, logindPath, logindManager, u"PrepareForSleep"_s, this, SLOT(onPrepareForSleep(bool)));
    holdSleepBack();
}

void SleepGuard::holdSleepBack()
{
    auto inhibit = QDBusMessage::createMethodCall(logindService, logindPath, logindManager, u"Inhibit"_s);
    inhibit << u"sleep"_s << u"Weeknotes"_s << tr("To save what was typed last") << u"delay"_s;
    const auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(inhibit), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        if (const QDBusPendingReply<QDBusUnixFileDescriptor> lock = *call; lock.isValid())
            m_lock = lock.value();
        call->deleteLater();
    });
}

void SleepGuard::onPrepareForSleep(bool begins)
{
    const int call = ++m_calls;
    if (!begins)
        return holdSleepBack();
    m_session.settle([guard = QPointer(this), call](bool) {
        if (guard && guard->m_calls == call) // else it slept and woke meanwhile, and holds back the next sleep
            guard->m_lock = {};
    });
}

} // namespace Weeknotes
