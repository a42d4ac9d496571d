// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace Weeknotes {

class Session;

/// Has the words on disk before the computer sleeps: holds sleep back until they are, for as long as logind lets it,
/// which is five seconds where nobody says otherwise. On the UI thread, which waits for nothing.
/// Sources: org.freedesktop.login1(5); logind.conf(5), InhibitDelayMaxSec.
class SleepGuard : public QObject
{
    Q_OBJECT

public:
    /// `session` must outlive it.
    explicit SleepGuard(Session &session, QObject *parent = nullptr);

    /// `bus` is the system's; on one without logind nothing comes of it.
    void listen(const QDBusConnection &bus);

private Q_SLOTS:
    void onPrepareForSleep(bool begins);

private:
    void holdSleepBack();

    Session &m_session;
    QDBusConnection m_bus{QString()};
    QDBusUnixFileDescriptor m_lock; ///< sleep waits until it is closed
    int m_calls = 0;                ///< to onPrepareForSleep
};

} // namespace Weeknotes
