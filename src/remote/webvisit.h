// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/linkanswer.h"
#include "remote/web.h"

#include <QDeadlineTimer>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

namespace Weeknotes {

/// Asks for one address, and for those it leads to: no other than http and https, none that says itself that it is of
/// this network (see isLocalAddress()), none less safe than the one before. Sends neither cookies nor where it comes
/// from. Ends with `arrived`, once; destroying it stops it.
class WebVisit : public QObject
{
    Q_OBJECT

public:
    enum class Way
    {
        Head,    ///< HEAD
        Opening, ///< GET, and no more than what a HEAD would give
        Body
    };

    struct Arrival
    {
        int status = 0;                                       ///< of HTTP; 0: none
        LinkAnswer::Kind trouble = LinkAnswer::Kind::Unclear; ///< why there is no status
        QUrl movedTo; ///< where redirects for good lead, before any other; empty: nowhere else
        QByteArray body;
        bool tooLarge = false;
        bool isRefused = false; ///< by `accepts`
        bool isClosed = false;  ///< the server ended it without an answer
    };

    /// `network` must outlive it.
    WebVisit(QNetworkAccessManager &network, const QUrl &url, Way way, const WebLimits &limits, QObject *parent);
    ~WebVisit() override;

    /// Whether to go on with a body that begins like this; asked anew as it grows.
    void setAccepts(std::function<bool(const QByteArray &begin)> accepts) { m_accepts = std::move(accepts); }
    void start() { ask(); }

Q_SIGNALS:
    void arrived(const Weeknotes::WebVisit::Arrival &arrival);

private:
    void ask();
    void onHead();
    void onFinished();
    void read();
    /// Goes on to where that leads; false where it leads nowhere one should go.
    [[nodiscard]] bool follow(int status);
    void end();
    void letGo();

    QNetworkAccessManager &m_network;
    QUrl m_url;
    Way m_way;
    WebLimits m_limits;
    std::function<bool(const QByteArray &begin)> m_accepts;
    QPointer<QNetworkReply> m_reply;
    QTimer m_wait;
    QDeadlineTimer m_whole;
    Arrival m_arrival;
    int m_redirects = 0;
    bool m_isForGood = true; ///< all redirects so far
};

} // namespace Weeknotes
