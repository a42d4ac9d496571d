// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>

#include <memory>
#include <type_traits>
#include <utility>

namespace Weeknotes {

/// A future, and whoever is to answer it: once, with a value of T, from any thread. Copies answer the same future; when
/// the last one goes without an answer, it is cancelled.
///
/// A future that another thread may answer is to be continued with a context (`.then(context, …)`). Without one, and by
/// unwrap(), Qt may run what follows twice, and crash (6.8, QFutureInterfaceBase::setContinuation: it runs it where the
/// future is finished, and keeps it for the thread that is about to run it).
template <typename T> class Answer
{
public:
    Answer() { m_promise->start(); }
    [[nodiscard]] QFuture<T> future() const { return m_promise->future(); }

    void operator()() const
        requires std::is_void_v<T>
    {
        m_promise->finish();
    }
    template <typename Value> void operator()(Value &&value) const
    {
        m_promise->addResult(T(std::forward<Value>(value)));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<T>> m_promise = std::make_shared<QPromise<T>>();
};

} // namespace Weeknotes
