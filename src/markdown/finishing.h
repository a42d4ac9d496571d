// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

#include <QHash>
#include <QSet>

namespace Weeknotes::Markdown {

/// Gives the headings of one document their anchors, in the order in which it is handed them.
class Anchoring
{
public:
    void anchor(std::vector<Block> &blocks);
    /// That of the next heading.
    [[nodiscard]] QString next(const Block &heading);

private:
    [[nodiscard]] QString unique(const QString &slug);

    QSet<QString> m_taken;
    QHash<QString, int> m_counts;
};

/// Sets `Block::hash` of `blocks` and all in them, which are what they will be but for that.
void hash(std::vector<Block> &blocks);

} // namespace Weeknotes::Markdown
