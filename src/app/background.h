// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer.h"

#include <QThreadPool>

namespace Weeknotes {

/// Runs `work()` on a thread of the application's pool; continue the future with `.then(context, …)`.
template <typename Work> [[nodiscard]] QFuture<std::invoke_result_t<Work>> inBackground(Work work)
{
    const Answer<std::invoke_result_t<Work>> answer;
    QThreadPool::globalInstance()->start([answer, work = std::move(work)] { answer(work()); });
    return answer.future();
}

} // namespace Weeknotes
