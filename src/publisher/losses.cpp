// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/losses.h"

#include <algorithm>

namespace Weeknotes {

void LossList::add(Loss::Kind kind, Loss::Fate fate, Markdown::SourceRange where, int count)
{
    const auto known = std::ranges::find(m_losses, kind, &Loss::kind);
    if (known == m_losses.end())
        m_losses.push_back({kind, fate, count, where});
    else
        known->count += count;
}

} // namespace Weeknotes
