// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/State>

#include <utility>
#include <vector>

namespace Weeknotes {

/// A stretch of a line that a definition gives one format; UTF-16 offsets, never empty.
struct FormatRun
{
    int start = 0;
    int length = 0;
    KSyntaxHighlighting::Format format;
};

/// Takes a text apart by a definition, line by line. For the sources of this layer only.
class LineHighlighter final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    explicit LineHighlighter(const KSyntaxHighlighting::Definition &definition) { setDefinition(definition); }

    /// The runs of a line. `state` goes in as of the line before and comes out as of this one.
    [[nodiscard]] std::vector<FormatRun> runs(QStringView line, KSyntaxHighlighting::State &state)
    {
        m_runs.clear();
        state = highlightLine(line, state);
        return std::exchange(m_runs, {});
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length > 0)
            m_runs.push_back({offset, length, format});
    }

private:
    std::vector<FormatRun> m_runs;
};

} // namespace Weeknotes
