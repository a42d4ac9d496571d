// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publisher/page.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace Weeknotes {

/// Makes pages of a site on a thread of its own, one after the other, while whoever orders them reads the next ones and
/// writes the last.
class PageThread
{
public:
    explicit PageThread(const LibrarySettings &settings);
    /// Lets go of what nobody waits for any more.
    ~PageThread();
    Q_DISABLE_COPY_MOVE(PageThread)

    /// What `job` returns, a Result, of the thread's own page maker; or why there is none, without the job.
    template <typename Job> [[nodiscard]] std::future<std::invoke_result_t<Job, PageMaker &>> make(Job job)
    {
        using Answer = std::invoke_result_t<Job, PageMaker &>;
        std::packaged_task<Answer(Result<PageMaker> &)> order([job = std::move(job)](Result<PageMaker> &maker) {
            return maker ? job(*maker) : Answer(std::unexpected(maker.error()));
        });
        auto answer = order.get_future();
        add(std::move(order));
        return answer;
    }

private:
    using Order = std::move_only_function<void(Result<PageMaker> &)>;
    void add(Order order);
    void work(const LibrarySettings &settings);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Order> m_orders;
    bool m_ends = false;
    std::thread m_thread;
};

} // namespace Weeknotes
