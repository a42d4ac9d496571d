// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/blocklines.h"

#include <QTextBlockFormat>
#include <QTextCharFormat>

namespace Weeknotes {

/// How a block of the page looked before an edit, which puts in another one for it.
class PartLook
{
public:
    explicit PartLook(const QTextBlock &block);

    /// From where on `now` looks other, px below its top; 0: all of it may.
    [[nodiscard]] qreal changedFrom(const QTextBlock &now) const;

private:
    struct Run
    {
        QString text;
        QTextCharFormat format;
    };
    [[nodiscard]] static std::vector<Run> runsOf(const QTextBlock &block);
    [[nodiscard]] int sameStart(const std::vector<Run> &now) const;

    QTextBlockFormat m_format;
    std::vector<Run> m_runs;
    std::vector<LinePlace> m_lines;
};

} // namespace Weeknotes
