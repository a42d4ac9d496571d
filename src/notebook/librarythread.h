// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer.h"
#include "storage/library.h"
#include "storage/systemfiles.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace Weeknotes {

/// A thread with a library of its own, which does one thing after the other in the order it was asked.
/// Its functions may be called from any thread and never wait, but for `join` and the destructor, which joins.
class LibraryThread
{
public:
    LibraryThread();
    ~LibraryThread();
    Q_DISABLE_COPY_MOVE(LibraryThread)

    /// Opens `folder`, see Library::open, in place of what was open. `clock` must outlive the thread; `done` is called
    /// there.
    void open(const QString &folder, const Clock &clock, Library::Access access,
              std::function<void(const Result<void> &opened)> done = {});

    /// Opens again what was opened last, as it is in its place now: after a failure, or to do away with one. Comes
    /// before what was asked for. Until it succeeds all stays as it was. Begins no library.
    [[nodiscard]] QFuture<Result<void>> reopen();

    /// Lets nobody have what is open, a damaged file: what is asked for ends in `error`, until another file is in its
    /// place, or other words in that one, and `verify()`, called there before it is written on, finds nothing against
    /// it.
    void close(const Error &error, std::function<Result<void>()> verify);

    /// `leave(Library &)` is called there before a library goes because another file took its place; where it fails,
    /// that library stays open. To be set before `open`.
    void onReplaced(std::function<Result<void>(Library &)> leave) { m_leave = std::move(leave); }

    /// What was asked for is done, and then the library closes, and `done` is called there; what is asked for later is
    /// never done. Once.
    void end(std::function<void()> done = {});
    /// The same, and waits for it.
    void join();

    /// Runs `work(Library &)`, which returns a Result, there. Without an open library it is the error that opening
    /// ended in; one that could not come back after `runClosed` is tried first. A library that was replaced by another
    /// one is that one first.
    template <typename Work> [[nodiscard]] QFuture<std::invoke_result_t<Work, Library &>> run(Work work)
    {
        const Answer<std::invoke_result_t<Work, Library &>> answer;
        run(std::move(work), answer);
        return answer.future();
    }
    /// The same, and calls `done(outcome)` there.
    template <typename Work, typename Done> void run(Work work, Done done)
    {
        using Outcome = std::invoke_result_t<Work, Library &>;
        post([this, work = std::move(work), done = std::move(done)]() mutable {
            follow();
            done(m_library ? work(*m_library) : Outcome(std::unexpected(m_closed)));
        });
    }

    /// Runs `work()` there with the library closed, and opens it again as it was asked for last, if it was.
    template <typename Work> [[nodiscard]] QFuture<std::invoke_result_t<Work>> runClosed(Work work)
    {
        const Answer<std::invoke_result_t<Work>> answer;
        post([this, answer, work = std::move(work)]() mutable {
            m_library.reset();
            m_refused.reset();
            auto outcome = work();
            m_isLost = m_open && !openAgain() && !m_refused;
            answer(std::move(outcome));
        });
        return answer.future();
    }

private:
    enum class Turn
    {
        Next,
        Last
    };
    void post(std::move_only_function<void()> task, Turn turn = Turn::Last);
    void work();
    void follow();
    [[nodiscard]] Result<void> openAgain();
    /// Opens what is in the place of what is closed, or refused, now.
    [[nodiscard]] Result<std::unique_ptr<Library>> openClosed();
    [[nodiscard]] Result<void> verify();
    /// Opens what is in the open library's place now.
    [[nodiscard]] Result<void> takeWhatCame();
    [[nodiscard]] Result<void> take(Result<std::unique_ptr<Library>> opened);

    std::mutex m_mutex; // guards the four below
    std::condition_variable m_wake;
    std::deque<std::move_only_function<void()>> m_tasks;
    bool m_ending = false;
    std::function<void()> m_ended;
    std::unique_ptr<Library> m_library;     // of the thread alone, like all below
    std::unique_ptr<Library> m_refused;     // closed to all, and kept open to see what becomes of its file
    std::function<Result<void>()> m_verify; // while what opens next is to be
    std::optional<FileStamp> m_unsound;     // what it found something against last
    QString m_folder;
    std::function<Result<std::unique_ptr<Library>>(Library::Access)> m_open;
    Library::Access m_again = Library::Access::ReadOnly; // how to open it again
    std::function<Result<void>(Library &)> m_leave;
    bool m_isLost = false; // it did not come back
    Error m_closed{.kind = Error::Kind::NotFound, .subject = {}, .detail = {}};
    std::thread m_thread;
};

} // namespace Weeknotes
