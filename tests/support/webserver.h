// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/web.h"

#include <QHash>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>

namespace Weeknotes::TestData {

/// A web server on this computer, and a network on which every host is this server.
class WebServer : public QObject
{
public:
    struct Page
    {
        int status = 200;
        QByteArray body = {};
        QByteArray location = {};
        bool hangs = false;   ///< says nothing
        bool closes = false;  ///< without a word
        bool endless = false; ///< the body goes on and on
        bool refusesHead = false;
        bool ignoresHead = false;
    };

    WebServer()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no server");
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    /// `page` stands at "a.example/path". What has none is not found.
    void put(const QByteArray &address, const Page &page) { m_pages.insert(address, page); }
    /// That host can't be reached.
    void fail(const QString &host, QNetworkReply::NetworkError why) { m_failing.insert(host, why); }
    /// Called when something is asked, before the answer.
    void setHeard(std::function<void()> heard) { m_heard = std::move(heard); }
    [[nodiscard]] NetworkMaker network()
    {
        return [this] {
            ++m_made;
            return std::make_unique<Network>(*this);
        };
    }

    [[nodiscard]] int made() const { return m_made; }
    /// "HEAD a.example/path" of each.
    [[nodiscard]] const QByteArrayList &requests() const { return m_requests; }
    /// As they came.
    [[nodiscard]] const QByteArrayList &heads() const { return m_heads; }
    [[nodiscard]] qint64 sent() const { return m_sent; }
    /// How many are being answered.
    [[nodiscard]] int now() const { return m_now; }
    /// How many were being answered at once.
    [[nodiscard]] int mostAtOnce() const { return m_most; }

private:
    class FailingReply : public QNetworkReply
    {
    public:
        FailingReply(NetworkError why, QObject *parent) : QNetworkReply(parent)
        {
            setError(why, QStringLiteral("as planned"));
            open(ReadOnly);
            QMetaObject::invokeMethod(
                this,
                [this] {
                    setFinished(true);
                    Q_EMIT finished();
                },
                Qt::QueuedConnection);
        }
        void abort() override {}
        qint64 readData(char *, qint64) override { return -1; }
    };

    class Network : public QNetworkAccessManager
    {
    public:
        explicit Network(WebServer &server) : m_server(server) {}

    protected:
        QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *data) override
        {
            QUrl url = request.url();
            if (const auto why = m_server.m_failing.constFind(url.host()); why != m_server.m_failing.cend())
                return new FailingReply(*why, this);
            QNetworkRequest local = request;
            local.setRawHeader("Host", url.host().toLatin1());
            url.setScheme(QStringLiteral("http"));
            url.setHost(QStringLiteral("127.0.0.1"));
            url.setPort(m_server.m_server.serverPort());
            local.setUrl(url);
            return QNetworkAccessManager::createRequest(operation, local, data);
        }

    private:
        WebServer &m_server;
    };

    void answer(QTcpSocket *socket)
    {
        const QByteArray head = socket->property("head").toByteArray() + socket->readAll();
        socket->setProperty("head", head);
        if (!head.contains("\r\n\r\n"))
            return;
        socket->setProperty("head", QByteArray());
        const qsizetype host = head.toLower().indexOf("\r\nhost: ") + 8;
        const QByteArray address = head.sliced(host, head.indexOf('\r', host) - host) + head.split(' ').value(1);
        const bool isHead = head.startsWith("HEAD ");
        m_heads << head;
        m_requests << (isHead ? "HEAD " : "GET ") + address;
        if (m_heard)
            m_heard();
        Page page = m_pages.value(address, {.status = 404});
        if (isHead && page.refusesHead)
            page = {.status = 405};
        if (page.closes)
            return socket->disconnectFromHost();
        m_most = std::max(m_most, ++m_now);
        connect(socket, &QTcpSocket::disconnected, this, [this] { --m_now; });
        if (page.hangs || (isHead && page.ignoresHead))
            return;
        QByteArray text = "HTTP/1.1 " + QByteArray::number(page.status) + " So\r\nConnection: close\r\n";
        if (!page.location.isEmpty())
            text += "Location: " + page.location + "\r\n";
        if (!page.endless)
            text += "Content-Length: " + QByteArray::number(page.body.size()) + "\r\n";
        socket->write(text + "\r\n" + (isHead ? QByteArray() : page.body));
        if (!page.endless || isHead)
            return socket->disconnectFromHost();
        const auto goOn = [this, socket] {
            constexpr qint64 chunk = 64 * 1024;
            if (socket->bytesToWrite() < chunk)
                m_sent += socket->write(QByteArray(chunk, 'x'));
        };
        connect(socket, &QTcpSocket::bytesWritten, this, goOn);
        goOn();
    }

    QTcpServer m_server;
    QHash<QByteArray, Page> m_pages;
    QHash<QString, QNetworkReply::NetworkError> m_failing;
    std::function<void()> m_heard;
    QByteArrayList m_requests;
    QByteArrayList m_heads;
    qint64 m_sent = 0;
    int m_made = 0;
    int m_now = 0;
    int m_most = 0;
};

} // namespace Weeknotes::TestData
