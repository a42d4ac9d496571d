// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/linkanswer.h"
#include "remote/web.h"
#include "remote/webvisit.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <deque>

namespace Weeknotes {

/// Asks web addresses whether they are still there. Each is asked once, a few at a time, fewer of the same host; of
/// what stands there nothing is read. Destroying it stops it. Of the thread it lives on, which waits for nothing but
/// the system’s word on its proxy.
class LinkChecker : public QObject
{
    Q_OBJECT

public:
    explicit LinkChecker(NetworkMaker network, WebLimits limits = {}, QObject *parent = nullptr);
    ~LinkChecker() override;

    /// One check at a time. Addresses that are none of the web, or of this network, are left out.
    void check(const QStringList &addresses);
    /// What was answered so far stands; `finished` follows.
    void stop();

    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] int done() const { return m_done; }

Q_SIGNALS:
    void answered(const QString &address, const Weeknotes::LinkAnswer &answer);
    /// All have answered, or it was stopped.
    void finished();

private:
    struct Job
    {
        QString address;
        QUrl url;
    };

    void next();
    void ask(const Job &job, WebVisit::Way way);
    void take(const Job &job, WebVisit::Way way, const WebVisit::Arrival &arrival);
    void end();

    NetworkMaker m_make;
    WebLimits m_limits;
    std::unique_ptr<QNetworkAccessManager> m_network; ///< while it asks
    std::deque<Job> m_waiting;
    QHash<QString, int> m_hosts; ///< how many of each are being asked
    QList<WebVisit *> m_visits;
    int m_total = 0;
    int m_done = 0;
};

} // namespace Weeknotes
