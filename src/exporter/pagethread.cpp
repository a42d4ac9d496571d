// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter/pagethread.h"

namespace Weeknotes {

PageThread::PageThread(const LibrarySettings &settings) : m_thread([this, settings] { work(settings); }) {}

PageThread::~PageThread()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ends = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void PageThread::add(Order order)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_orders.push_back(std::move(order));
    }
    m_changed.notify_one();
}

/// The templates belong to the thread that opens them.
void PageThread::work(const LibrarySettings &settings)
{
    auto maker = PageMaker::make(settings);
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_ends || !m_orders.empty(); });
        if (m_ends)
            return;
        Order order = std::move(m_orders.front());
        m_orders.pop_front();
        lock.unlock();
        order(maker);
    }
}

} // namespace Weeknotes
