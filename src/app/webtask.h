// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace Weeknotes {

/// Something that asks the network because the person said so, and can be stopped. UI thread only.
class WebTask : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// How far it is, or how it ended, as a sentence; empty where there is nothing to say.
    [[nodiscard]] const QString &words() const { return m_words; }
    virtual void stop() = 0;

Q_SIGNALS:
    void changed();

protected:
    void say(const QString &words, bool isRunning)
    {
        m_words = words;
        m_isRunning = isRunning;
        Q_EMIT changed();
    }

private:
    QString m_words;
    bool m_isRunning = false;
};

} // namespace Weeknotes
