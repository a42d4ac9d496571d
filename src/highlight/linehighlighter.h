// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/sourcetext.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/FoldingRegion>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/State>

#include <QHash>
#include <QString>

#include <utility>
#include <vector>

namespace Weeknotes {

/// A stretch of a line that a definition gives one format, and, where a region ends in between, one of several;
/// UTF-16 offsets, never empty.
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

    /// What `known` has for the names of the definition's formats, by the formats' ids.
    template <typename Name> [[nodiscard]] QHash<int, Name> named(const QHash<QString, Name> &known) const
    {
        QHash<int, Name> names;
        for (const KSyntaxHighlighting::Format &format : definition().formats())
            names.insert(format.id(), known.value(format.name()));
        return names;
    }

    /// The runs of a line. `state` goes in as of the line before and comes out as of this one.
    [[nodiscard]] std::vector<FormatRun> runs(QStringView line, KSyntaxHighlighting::State &state)
    {
        m_runs.clear();
        m_ends.clear();
        // KSyntaxHighlighting has its expressions trust the line, and they read past one with half a pair.
        state = line.isValidUtf16() ? highlightLine(line, state)
                                    : highlightLine(Markdown::wellFormed(line.toString()), state);
        return std::exchange(m_runs, {});
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const int end = offset + length;
        for (const int regionEnd : m_ends) {
            if (regionEnd > offset && regionEnd < end) {
                m_runs.push_back({offset, regionEnd - offset, format});
                offset = regionEnd;
            }
        }
        if (offset < end)
            m_runs.push_back({offset, end - offset, format});
    }
    void applyFolding(int offset, int length, KSyntaxHighlighting::FoldingRegion region) override
    {
        if (region.type() == KSyntaxHighlighting::FoldingRegion::End)
            m_ends.push_back(offset + length);
    }

private:
    std::vector<FormatRun> m_runs;
    std::vector<int> m_ends; // of regions, in order
};

} // namespace Weeknotes
