// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/commentlines.h"

#include "markdown/comments.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace Weeknotes {

namespace {

bool holdsComment(QStringView line)
{
    return line.contains(u"<!--");
}

bool endsAlone(QStringView line)
{
    return Markdown::quotesOfClosing(line).has_value();
}

/// The lines of `text` that hold `mark` and are `wanted`.
std::vector<int> linesWith(QStringView text, QStringView mark, bool (*wanted)(QStringView))
{
    std::vector<int> lines;
    for (auto at = text.indexOf(mark); at >= 0;) {
        const auto begin = text.lastIndexOf(QChar::ParagraphSeparator, at) + 1;
        const auto found = text.indexOf(QChar::ParagraphSeparator, at);
        const auto end = found < 0 ? text.size() : found;
        if (wanted(text.sliced(begin, end - begin)))
            lines.push_back(int(begin));
        at = text.indexOf(mark, end);
    }
    return lines;
}

} // namespace

CommentLines::CommentLines(const QTextDocument &document)
{
    const QString text = document.toRawText();
    m_begins = linesWith(text, u"<!--", holdsComment);
    m_ends = linesWith(text, u"-->", endsAlone);
}

std::vector<int> CommentLines::follow(const QTextDocument &document, int position, int removed, int added)
{
    const QTextBlock edited = document.findBlock(position);
    const auto moved = [&](int place) {
        return place > position ? std::max(position, place + added - removed) : place;
    };
    const auto update = [&](std::vector<int> &lines, bool (*wanted)(QStringView)) {
        const auto first = std::ranges::lower_bound(lines, edited.position());
        const auto last = lines.erase(first, std::ranges::upper_bound(lines, position + removed));
        std::ranges::transform(last, lines.end(), last, moved);
        std::vector<int> found;
        for (QTextBlock block = edited; block.isValid() && block.position() <= position + added; block = block.next()) {
            if (wanted(block.text()))
                found.push_back(block.position());
        }
        lines.insert(last, found.begin(), found.end());
    };
    const int before = m_ends.empty() ? -1 : moved(m_ends.back());
    update(m_begins, holdsComment);
    update(m_ends, endsAlone);
    const int now = m_ends.empty() ? -1 : m_ends.back();
    const auto [from, to] = std::minmax(before, now);
    return {std::ranges::lower_bound(m_begins, from), std::ranges::lower_bound(m_begins, to)};
}

} // namespace Weeknotes
