// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/webvisit.h"

#include "core/webaddress.h"

#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr qint64 bufferSize = 64 * 1024; // so that what nobody reads does not come
constexpr int longestInWaits = 12;       // for all of a body

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Weeknotes/" WEEKNOTES_VERSION ""_s);
    request.setRawHeader("Accept", "*/*");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

LinkAnswer::Kind troubleOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
        return LinkAnswer::Kind::Answers;
    case QNetworkReply::HostNotFoundError:
        return LinkAnswer::Kind::NoSuchHost;
    case QNetworkReply::ConnectionRefusedError:
        return LinkAnswer::Kind::Refused;
    case QNetworkReply::TimeoutError:
        return LinkAnswer::Kind::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return LinkAnswer::Kind::Untrusted;
    case QNetworkReply::RemoteHostClosedError:
        return LinkAnswer::Kind::Unclear;
    default:
        return LinkAnswer::Kind::Unreached;
    }
}

} // namespace

WebVisit::WebVisit(QNetworkAccessManager &network, const QUrl &url, Way way, const WebLimits &limits, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_url(url)
    , m_way(way)
    , m_limits(limits)
    , m_whole(limits.wait * longestInWaits)
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(limits.wait);
    connect(&m_wait, &QTimer::timeout, this, [this] {
        m_arrival.status = 0;
        m_arrival.trouble = LinkAnswer::Kind::TimedOut;
        end();
    });
}

WebVisit::~WebVisit()
{
    letGo();
}

void WebVisit::ask()
{
    QUrl url = m_url;
    url.setFragment({});
    m_reply = m_way == Way::Head ? m_network.head(requestFor(url)) : m_network.get(requestFor(url));
    m_reply->setReadBufferSize(bufferSize);
    m_wait.start();
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &WebVisit::onHead);
    connect(m_reply, &QNetworkReply::finished, this, &WebVisit::onFinished);
    connect(m_reply, &QNetworkReply::readyRead, this, &WebVisit::read);
}

void WebVisit::onHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 200) // what comes before the answer
        return;
    m_arrival.status = status;
    if (isRedirect(status)) {
        if (!follow(status)) {
            m_arrival.status = 0;
            m_arrival.trouble = LinkAnswer::Kind::Unclear;
            end();
        }
    } else if (m_way != Way::Body || status >= 300) {
        end();
    }
}

bool WebVisit::follow(int status)
{
    QUrl next = m_url.resolved(QUrl::fromEncoded(m_reply->rawHeader("Location").trimmed()));
    if (++m_redirects > m_limits.redirects || !m_reply->hasRawHeader("Location") || !isWebAddress(next) ||
        (m_url.scheme() == "https"_L1 && next.scheme() != "https"_L1))
        return false;
    if (!next.hasFragment())
        next.setFragment(m_url.fragment());
    m_isForGood = m_isForGood && (status == 301 || status == 308);
    if (m_isForGood)
        m_arrival.movedTo = next;
    m_url = next;
    letGo();
    ask();
    return true;
}

void WebVisit::read()
{
    if (m_way != Way::Body || m_arrival.status == 0)
        return;
    m_arrival.body += m_reply->readAll();
    m_arrival.tooLarge = m_arrival.body.size() > m_limits.bytes;
    m_arrival.isRefused = m_accepts && !m_accepts(m_arrival.body);
    if (m_arrival.tooLarge || m_arrival.isRefused)
        return end();
    if (m_whole.hasExpired())
        m_wait.start(0);
    else
        m_wait.start(m_limits.wait);
}

void WebVisit::onFinished()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    if (error == QNetworkReply::NoError && m_way == Way::Body) {
        const QPointer<QNetworkReply> reply = m_reply;
        read();
        if (!reply || reply != m_reply) // that was its end
            return;
    }
    m_arrival.status = error == QNetworkReply::NoError || m_way != Way::Body || status >= 300 ? status : 0;
    m_arrival.trouble = troubleOf(error);
    m_arrival.isClosed = status == 0 && error == QNetworkReply::RemoteHostClosedError;
    end();
}

void WebVisit::end()
{
    letGo();
    Q_EMIT arrived(m_arrival);
}

/// It goes later: this may be called by it.
void WebVisit::letGo()
{
    m_wait.stop();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace Weeknotes
