// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "notebook/librarythread.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace Weeknotes {

class Session;
struct CopyOutcome;

/// Keeps the Markdown copy that the library's settings name in step with the library: some seconds after each change,
/// on a thread of its own that only reads the library. After a failure it tries again by itself. UI thread only;
/// nothing blocks but the destructor, which brings the last change over, for at most two seconds.
class MarkdownCopy : public QObject
{
    Q_OBJECT

public:
    /// `session` must outlive it.
    explicit MarkdownCopy(Session &session, QObject *parent = nullptr);
    ~MarkdownCopy() override;

    /// How the copy stands.
    struct State
    {
        QString folder;                 ///< empty: none is kept
        bool isBusy = false;            ///< with a change of the folder, or for the first time since the library opened
        QDateTime since;                ///< it has been in step since then; invalid before the first time
        int notes = 0;                  ///< in it then
        std::optional<Error> trouble{}; ///< why it is not in step; see copyErrorText
    };
    [[nodiscard]] const State &state() const { return m_state; }

    /// How long it waits after a change, for more of them, and after a failure. For tests.
    void setIntervals(std::chrono::milliseconds change, std::chrono::milliseconds failure);

Q_SIGNALS:
    void stateChanged();
    /// It is not in step; again only for another reason, or after it has been.
    void failed(const Weeknotes::Error &error);
    /// After `failed`: it is in step again, or not kept any more.
    void recovered();

private:
    /// As with no copy: what is running is let go of.
    void begin();
    void follow();
    void run();
    void take(const Result<CopyOutcome> &outcome);
    void stop();

    Session &m_session;
    State m_state;
    QTimer m_soon;
    bool m_isRunning = false;
    bool m_saysTrouble = false;
    std::shared_ptr<std::atomic_bool> m_stopped; // what is running must end
    std::shared_ptr<LibraryThread> m_thread;     // only while a copy is kept
    std::chrono::milliseconds m_afterChange;
    std::chrono::milliseconds m_afterFailure;
};

} // namespace Weeknotes
