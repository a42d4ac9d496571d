// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/librarythread.h"

namespace Weeknotes {

LibraryThread::LibraryThread()
{
    m_thread = std::thread([this] { work(); });
}

LibraryThread::~LibraryThread()
{
    join();
}

void LibraryThread::end(std::function<void()> done)
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        if (done)
            m_ended = std::move(done);
    }
    m_wake.notify_one();
}

void LibraryThread::join()
{
    end();
    if (m_thread.joinable())
        m_thread.join();
}

void LibraryThread::open(const QString &folder, const Clock &clock, Library::Access access,
                         std::function<void(const Result<void> &opened)> done)
{
    post([this, folder, &clock, access, done = std::move(done)] {
        m_library.reset();
        m_folder = folder;
        m_open = [folder, &clock](Library::Access how) { return Library::open(folder, clock, how); };
        m_again = access == Library::Access::ReadWrite ? Library::Access::Existing : access;
        const auto opened = take(m_open(access));
        if (done)
            done(opened);
    });
}

QFuture<Result<void>> LibraryThread::reopen()
{
    const Answer<Result<void>> answer;
    post([this, answer] { answer(openAgain()); }, Turn::Next);
    return answer.future();
}

void LibraryThread::close(const Error &error, std::function<Result<void>()> verify)
{
    auto close = [this, error, verify = std::move(verify)]() mutable {
        m_refused = std::move(m_library);
        m_closed = error;
        m_verify = std::move(verify);
    };
    post(std::move(close), Turn::Next); // what waits already is not to write either
}

Result<void> LibraryThread::openAgain()
{
    if (m_library)
        return takeWhatCame();
    return take(openClosed());
}

Result<std::unique_ptr<Library>> LibraryThread::openClosed()
{
    if (m_refused && (!m_refused->isInPlace() || m_refused->isTouched()))
        return m_refused->reopened([this] { return verify(); });
    if (m_refused || !m_open || !identityOf(Library::databasePath(m_folder)))
        return std::unexpected(m_closed);
    return verify().and_then([this] { return m_open(m_again); });
}

Result<void> LibraryThread::verify()
{
    const auto stamp = stampOf(Library::databasePath(m_folder));
    if (!m_verify)
        return {};
    if (stamp && stamp == m_unsound)
        return std::unexpected(m_closed);
    auto verified = m_verify();
    if (!verified && verified.error().kind == Error::Kind::Damaged) {
        m_unsound = stamp;
        m_closed = verified.error();
    }
    return verified;
}

Result<void> LibraryThread::takeWhatCame()
{
    auto came = m_library->reopened();
    if (came && m_leave && !m_library->isInPlace()) {
        if (auto left = m_leave(*m_library); !left)
            return left;
    }
    return take(std::move(came));
}

Result<void> LibraryThread::take(Result<std::unique_ptr<Library>> opened)
{
    if (opened) {
        m_library = *std::move(opened);
        m_refused.reset();
        m_verify = {};
        m_unsound.reset();
        m_isLost = false;
        return {};
    }
    if (!m_library && !m_refused)
        m_closed = opened.error();
    return std::unexpected(opened.error());
}

void LibraryThread::follow()
{
    if (m_library && !m_library->isInPlace())
        std::ignore = takeWhatCame(); // while that fails, what was open can be read
    else if (m_isLost)
        std::ignore = openAgain();
}

void LibraryThread::post(std::move_only_function<void()> task, Turn turn)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.insert(turn == Turn::Next ? m_tasks.begin() : m_tasks.end(), std::move(task));
    }
    m_wake.notify_one();
}

void LibraryThread::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_ending || !m_tasks.empty(); });
        if (m_tasks.empty())
            break;
        {
            auto task = std::move(m_tasks.front());
            m_tasks.pop_front();
            lock.unlock();
            task();
        } // what the task holds goes before the lock is taken again
        lock.lock();
    }
    const auto ended = std::move(m_ended);
    lock.unlock();
    m_library.reset(); // where it was opened
    m_refused.reset();
    if (ended)
        ended();
}

} // namespace Weeknotes
