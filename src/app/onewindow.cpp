// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/onewindow.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>

#include <chrono>
#include <kdsingleapplication.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto answerTime = 5000ms;
constexpr const char *activationToken = "XDG_ACTIVATION_TOKEN";

/// One name for all ways to a folder, and short enough for a socket.
QString socketName(const QString &folder)
{
    const QString canonical = QDir(folder).canonicalPath();
    const QString path = canonical.isEmpty() ? QDir::cleanPath(QDir(folder).absolutePath()) : canonical;
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    return u"weeknotes-"_s + QString::fromLatin1(hash.first(8).toHex());
}

} // namespace

OneWindow::OneWindow(QObject *parent) : QObject(parent) {}

OneWindow::~OneWindow() = default;

bool OneWindow::claim(const QString &folder)
{
    const QString name = socketName(folder);
    if (m_process && m_process->name() == name && m_process->isPrimaryInstance())
        return true;
    m_process.reset();
    m_process = std::make_unique<KDSingleApplication>(name);
    connect(m_process.get(), &KDSingleApplication::messageReceived, this, &OneWindow::hear);
    return m_process->isPrimaryInstance();
}

bool OneWindow::callFirst(const QString &note)
{
    // A Wayland compositor lets a window come forward only with the token that it gave to this start.
    QByteArray message;
    QDataStream out(&message, QIODevice::WriteOnly);
    out << note << qgetenv(activationToken);
    return m_process->sendMessageWithTimeout(message, int(answerTime.count()));
}

void OneWindow::hear(const QByteArray &message)
{
    QString note;
    QByteArray token;
    QDataStream in(message);
    in >> note >> token;
    if (!token.isEmpty())
        qputenv(activationToken, token); // where Qt looks for it
    Q_EMIT called(note);
}

} // namespace Weeknotes
