// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace Weeknotes {

/// What one command did.
struct CommandRun
{
    int status = -1;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(output).array(); }
    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(output).object(); }
};

/// A library in a folder of its own, and a clock that stands on a Sunday, 2026-11-22, 15:30 UTC.
class CommandBench
{
public:
    CommandRun run(const QStringList &arguments, int columns = 0) const { return runAt(m_clock, arguments, columns); }
    /// Uses no network but the one given, and fails where it would use it without.
    CommandRun runAt(const Clock &clock, const QStringList &arguments, int columns = 0, const QByteArray &typed = {},
                     const NetworkMaker &network = withoutNetwork) const
    {
        QBuffer input;
        input.setData(typed);
        QBuffer output;
        QBuffer errors;
        for (QBuffer *buffer : {&input, &output, &errors})
            buffer->open(QIODevice::ReadWrite);
        const QStringList line =
            QStringList{QStringLiteral("weeknotes"), QStringLiteral("--library"), library()} + arguments;
        const int status = runCommandLine(line, {input, output, errors, columns, false}, clock, network);
        return {status, output.data(), errors.data()};
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString library() const { return path(QStringLiteral("library")); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// Writes a file below the bench's folder and returns its path.
    [[nodiscard]] QString file(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

private:
    static std::unique_ptr<QNetworkAccessManager> withoutNetwork()
    {
        qFatal("it asked the network, and nobody had said so");
    }

    QTemporaryDir m_folder;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 22), QTime(15, 30), QTimeZone::UTC)};
};

} // namespace Weeknotes
