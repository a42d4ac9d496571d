// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/webtask.h"
#include "core/linkanswer.h"
#include "remote/web.h"

#include <QHash>
#include <QTimer>

namespace Weeknotes {

class LinkChecker;
class QuietLook;
class Session;

/// Asks whether the links of the open note are still there, and has the last look know of the answers. UI thread only.
class LinkCheck : public WebTask
{
    Q_OBJECT

public:
    /// Both must outlive it.
    LinkCheck(Session &session, QuietLook &look, QObject *parent);

    /// Instead of the system's.
    void setNetwork(const NetworkMaker &network) { m_network = network; }
    void start();
    void stop() override;

private:
    void ask();
    void take(const QString &address, const LinkAnswer &answer);
    void end();
    /// Later: it may be the one who speaks.
    void letGo();
    [[nodiscard]] QString outcome(int done, int total) const;

    Session &m_session;
    QuietLook &m_look;
    NetworkMaker m_network = systemNetwork;
    LinkChecker *m_checker = nullptr; ///< while it asks
    QHash<QString, LinkAnswer> m_answers;
    QTimer m_turn;            ///< hands them over: several at a time
    quint64 m_order = 0;      ///< counts what was begun or given up: only the newest goes on
    bool m_isReached = false; ///< somebody answered: it is not this computer that is cut off
    bool m_isStopped = false;
};

} // namespace Weeknotes
