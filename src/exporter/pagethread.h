// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publisher/page.h"
#include "publisher/post.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace Weeknotes {

/// Makes pages of a site on a thread of its own, one after the other, while whoever hands in the posts reads the next
/// ones and writes the last.
class PageThread
{
public:
    explicit PageThread(const LibrarySettings &settings);
    /// Lets go of what nobody waits for any more.
    ~PageThread();
    Q_DISABLE_COPY_MOVE(PageThread)

    /// See PageMaker::page().
    [[nodiscard]] std::future<Result<Page>> page(Post post, const SiteFrame &site);

private:
    struct Order
    {
        Post post;
        SiteFrame site;
        std::promise<Result<Page>> answer;
    };
    void work(const LibrarySettings &settings);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Order> m_orders;
    bool m_ends = false;
    std::thread m_thread;
};

} // namespace Weeknotes
