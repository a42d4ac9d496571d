// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/partlook.h"

#include "typeset/formatproperties.h"

#include <QTextBlock>

#include <algorithm>

namespace Weeknotes {

PartLook::PartLook(const QTextBlock &block)
    : m_format(block.blockFormat()), m_runs(runsOf(block)), m_lines(linesOf(block))
{
}

std::vector<PartLook::Run> PartLook::runsOf(const QTextBlock &block)
{
    std::vector<Run> runs;
    for (auto run = block.begin(); !run.atEnd(); ++run)
        runs.push_back({run.fragment().text(), run.fragment().charFormat()});
    return runs;
}

/// How many characters stand in both and look the same, from the first on.
int PartLook::sameStart(const std::vector<Run> &now) const
{
    int same = 0;
    for (size_t i = 0; i < std::min(m_runs.size(), now.size()); ++i) {
        const QString &text = m_runs[i].text;
        if (m_runs[i].format != now[i].format)
            return same;
        const auto apart = std::ranges::mismatch(text, now[i].text).in1;
        same += int(apart - text.begin());
        if (apart != text.end() || text.size() != now[i].text.size())
            return same;
    }
    return same;
}

qreal PartLook::changedFrom(const QTextBlock &now) const
{
    const std::vector<LinePlace> lines = linesOf(now);
    const bool isBoxed = m_format.hasProperty(FormatProperty::padding);
    if (m_lines.empty() || lines.empty() || isBoxed || m_format != now.blockFormat())
        return 0;
    const size_t first = firstChangedLine(m_lines, lines, sameStart(runsOf(now)));
    return first == 0 ? 0 : lines[first].position.y();
}

} // namespace Weeknotes
