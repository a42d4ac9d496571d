// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class KDSingleApplication;

namespace Weeknotes {

/// Sees to it that a library has one window on this desktop: a second start calls the first one to the front. Another
/// library has a window of its own. UI thread only.
class OneWindow : public QObject
{
    Q_OBJECT

public:
    explicit OneWindow(QObject *parent = nullptr);
    ~OneWindow() override;

    /// From now on this process has the window of the library in `folder`, and of no other; false where another
    /// process has it already.
    [[nodiscard]] bool claim(const QString &folder);
    /// After a claim in vain: calls that other window to the front and has it show `note` (core/noteref.h; empty: what
    /// it shows now). False where nobody answers within some seconds.
    [[nodiscard]] bool callFirst(const QString &note);

Q_SIGNALS:
    /// A later start wants this window in front.
    void called(const QString &note);

private:
    void hear(const QByteArray &message);

    std::unique_ptr<KDSingleApplication> m_process;
};

} // namespace Weeknotes
