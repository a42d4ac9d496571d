// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/placement.h"

#include "markdown/lineforms.h"

#include <algorithm>

namespace Weeknotes::Markdown {

namespace {

/// Line numbers, `last` included.
struct LineRange
{
    int first = 0;
    int last = 0;
};

class Placement
{
public:
    explicit Placement(QStringView text) : m_lines(text) {}

    /// Places siblings that stand on the lines from `low` up to `high`, which is not theirs.
    void place(std::vector<Block> &siblings, int low, int high)
    {
        const auto limits = limitsOf(siblings, high);
        for (size_t i = 0; i < siblings.size(); ++i) {
            auto &block = siblings[i];
            LineRange lines;
            if (isExact(block.kind)) {
                lines = linesOf(block.source);
                const bool sharesEnd = i + 1 < siblings.size() && limits[i] == lines.last;
                block.source = {lines.first < low ? block.source.begin : m_lines.begin(lines.first),
                                sharesEnd ? block.source.end : m_lines.end(lines.last)};
            } else {
                lines = placeOne(block, low, std::max(limits[i], low));
                block.source = {m_lines.begin(lines.first), m_lines.end(lines.last)};
            }
            low = lines.last + 1;
        }
    }

    [[nodiscard]] int lineCount() const { return m_lines.count(); }

private:
    /// Parts of an HTML block know their place, to the unit: several may stand on a line.
    static bool isExact(Block::Kind kind)
    {
        return kind == Block::Kind::RawHtml || kind == Block::Kind::Private || kind == Block::Kind::Prompt ||
               kind == Block::Kind::More;
    }

    /// For each sibling the first line that surely is a later one's.
    [[nodiscard]] std::vector<int> limitsOf(const std::vector<Block> &siblings, int high) const
    {
        std::vector<int> limits(siblings.size());
        for (size_t i = siblings.size(); i-- > 0;) {
            limits[i] = high;
            if (siblings[i].source.begin >= 0)
                high = m_lines.of(siblings[i].source.begin);
        }
        return limits;
    }

    [[nodiscard]] LineRange linesOf(SourceRange range) const
    {
        return {m_lines.of(range.begin), m_lines.of(std::max(range.begin, range.end - 1))};
    }

    LineRange placeOne(Block &block, int low, int high)
    {
        switch (block.kind) {
        case Block::Kind::Heading:
            return placeHeading(block, low, high);
        case Block::Kind::Separator:
            return only(find(low, high, LineForm::isRule), low);
        case Block::Kind::Code:
            return placeCode(block, low, high);
        case Block::Kind::Table:
            return placeTable(block, low, high);
        case Block::Kind::Quote:
        case Block::Kind::List:
        case Block::Kind::ListItem:
            return placeContainer(block, low, high);
        default:
            return placeParagraph(block, low, high);
        }
    }

    LineRange only(int line, int otherwise) const
    {
        const int there = line < 0 ? std::min(otherwise, m_lines.count() - 1) : line;
        return {there, there};
    }

    /// The first line from `low` up to `high` that has `form`; -1 if none has.
    template <typename Form> [[nodiscard]] int find(int low, int high, Form form) const
    {
        for (int line = low; line < high; ++line) {
            if (has(line, form))
                return line;
        }
        return -1;
    }

    template <typename Form> [[nodiscard]] bool has(int line, Form form) const
    {
        // md4c (0.5.2) swallows fence marks that it took for the end of some code and that are not: `~-` begins an item
        // there, and `> ~~~#` a heading.
        return LineForm::anywhere(m_lines.at(line), [form](QStringView rest) {
            const auto past = std::ranges::find_if_not(rest, [](QChar c) { return c == u'~' || c == u'`'; });
            return form(rest) || (past != rest.begin() && LineForm::anywhere({past, rest.end()}, form));
        });
    }

    [[nodiscard]] bool isBlank(int line) const { return LineForm::isBlank(m_lines.at(line)); }

    LineRange placeHeading(const Block &block, int low, int high) const
    {
        LineRange lines;
        if (block.source.begin >= 0) {
            lines = linesOf(block.source);
        } else {
            const int atx = find(low, high, LineForm::isAtxHeading);
            lines = only(atx >= 0 ? atx : firstWords(low, high), low);
        }
        const bool atx = has(lines.first, LineForm::isAtxHeading);
        while (!atx && lines.last + 1 < high && !isBlank(lines.last + 1)) {
            ++lines.last;
            if (LineForm::anywhere(m_lines.at(lines.last), LineForm::isUnderline))
                break;
        }
        return lines;
    }

    LineRange placeCode(Block &block, int low, int high) const
    {
        const bool fenced = std::exchange(block.level, 0) == 1;
        const auto isFence = [](QStringView rest) { return LineForm::fenceLength(rest) > 0; };
        LineRange lines = block.source.begin >= 0 ? linesOf(block.source) : only(find(low, high, isFence), low);
        if (!fenced)
            return lines;
        if (const int fence = find(low, lines.first + 1, isFence); fence >= 0)
            lines.first = fence;
        const Fence opening = fenceOn(lines.first);
        int line = lines.last + 1;
        while (line < high && isBlank(line) && m_lines.at(line).count(u'>') >= opening.quotes)
            ++line;
        if (line < high && ends(fenceOn(line), opening))
            lines.last = line;
        return lines;
    }

    struct Fence
    {
        QStringView text;     ///< from its first mark to the line's end
        qsizetype column = 0; ///< units before it
        int least = 0;        ///< units that a line of its list item begins with at least; 0 outside of lists
        qsizetype quotes = 0; ///< that it stands in
    };

    [[nodiscard]] Fence fenceOn(int line) const
    {
        Fence fence;
        const QStringView whole = m_lines.at(line);
        std::ignore = LineForm::anywhere(whole, [&](QStringView rest) {
            const auto before = whole.size() - rest.size();
            fence = {rest.trimmed(), before, fence.least, whole.first(before).count(u'>')};
            if (LineForm::listMarkerLength(rest) > 0)
                fence.least = int(fence.column) + 1;
            return LineForm::fenceLength(rest) > 0;
        });
        return fence;
    }

    static bool ends(const Fence &closing, const Fence &opening)
    {
        const int length = LineForm::fenceLength(closing.text);
        const bool beginsAnItem = closing.least > 0;
        return !beginsAnItem && length > 0 && length >= LineForm::fenceLength(opening.text) &&
               length == closing.text.size() && closing.text.front() == opening.text.front() &&
               closing.column >= opening.least && closing.quotes == opening.quotes;
    }

    /// A table's rows are lines in a row, but for the rule below the header.
    LineRange placeTable(Block &table, int low, int high) const
    {
        auto &rows = table.children;
        int header = firstWords(low, high);
        for (size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].source.begin >= 0) {
                header = m_lines.of(rows[i].source.begin) - (i == 0 ? 0 : int(i) + 1);
                break;
            }
        }
        header = std::max(0, header < 0 ? low : header);
        int last = header + 1;
        for (size_t i = 0; i < rows.size(); ++i) {
            const int line = std::min(i == 0 ? header : header + int(i) + 1, m_lines.count() - 1);
            rows[i].source = {m_lines.begin(line), m_lines.end(line)};
            placeCells(rows[i]);
            last = std::max(last, line);
        }
        return {header, std::min(last, m_lines.count() - 1)};
    }

    static void placeCells(Block &row)
    {
        int at = row.source.begin;
        for (auto &cell : row.children) {
            if (cell.source.begin < 0)
                cell.source = {at, at};
            at = cell.source.end;
        }
    }

    LineRange placeContainer(Block &block, int low, int high)
    {
        const bool quote = block.kind == Block::Kind::Quote;
        const auto isMark = [quote](QStringView rest) {
            return quote ? rest.startsWith(u'>') : LineForm::isListMarker(rest);
        };
        if (block.children.empty())
            return block.source.begin >= 0 ? linesOf(block.source) : only(find(low, high, isMark), low);
        place(block.children, low, high);
        LineRange lines{m_lines.of(block.children.front().source.begin), linesOf(block.children.back().source).last};
        if (block.source.begin >= 0)
            lines.first = std::min(lines.first, m_lines.of(block.source.begin));
        // A mark may stand alone on lines before what it holds.
        if (const int mark = find(low, lines.first, isMark); mark >= 0)
            lines.first = mark;
        return lines;
    }

    /// The first line that is not blank and no link's definition; -1 if there is none.
    [[nodiscard]] int firstWords(int low, int high) const
    {
        for (int line = low; line < high; ++line) {
            if (!isBlank(line) && !LineForm::anywhere(m_lines.at(line), LineForm::isLinkDefinition))
                return line;
        }
        return -1;
    }

    LineRange placeParagraph(const Block &block, int low, int high) const
    {
        LineRange lines;
        if (block.source.begin >= 0) {
            lines = linesOf(block.source);
            lines.first = std::max(std::min(low, lines.first), lines.first - breaksBefore(block));
        } else {
            lines = only(firstWords(low, high), low);
        }
        while (lines.last + 1 < high && !isBlank(lines.last + 1) && !LineForm::startsBlock(m_lines.at(lines.last + 1)))
            ++lines.last;
        return lines;
    }

    /// How many lines of a paragraph come before its first literal text: those of images without words.
    static int breaksBefore(const Block &block)
    {
        int breaks = 0;
        for (const auto &piece : block.inlines) {
            if (piece.source.begin >= block.source.begin && !piece.source.isEmpty())
                break;
            breaks += piece.kind == Inline::Kind::SoftBreak || piece.kind == Inline::Kind::HardBreak;
        }
        return breaks;
    }

    Lines m_lines;
};

SourceRange wholeLines(SourceRange range, const Lines &lines)
{
    return {lines.begin(lines.of(range.begin)), lines.end(lines.of(std::max(range.begin, range.end - 1)))};
}

void moveInlines(std::vector<Inline> &inlines, const SourceText &source)
{
    for (auto &piece : inlines) {
        piece.source = source.whole(piece.source);
        moveInlines(piece.children, source);
    }
}

SourceRange nested(SourceRange range, SourceRange within)
{
    const int begin = std::clamp(range.begin, within.begin, within.end);
    return {begin, std::clamp(range.end, begin, within.end)};
}

void nestInlines(std::vector<Inline> &inlines, SourceRange within)
{
    for (auto &piece : inlines) {
        piece.source = nested(piece.source, within);
        nestInlines(piece.children, within);
    }
}

} // namespace

void placeBlocks(std::vector<Block> &blocks, QStringView masked)
{
    Placement placement(masked);
    placement.place(blocks, 0, placement.lineCount());
}

void moveToWhole(std::vector<Block> &blocks, const SourceText &source, const Lines &lines)
{
    if (source.pieces.empty())
        return;
    for (size_t i = 0; i < blocks.size(); ++i) {
        auto &block = blocks[i];
        block.source = source.whole(block.source);
        if (block.kind != Block::Kind::TableCell) {
            const int end = block.source.end;
            block.source = wholeLines(block.source, lines);
            if (i + 1 < blocks.size()) // which may begin on the same line
                block.source.end = std::min(block.source.end, std::max(end, source.whole(blocks[i + 1].source).begin));
        }
        moveInlines(block.inlines, source);
        if (block.kind != Block::Kind::Private)
            moveToWhole(block.children, source, lines);
    }
}

void nestRanges(std::vector<Block> &blocks, SourceRange within)
{
    for (auto &block : blocks) {
        block.source = nested(block.source, within);
        // Where no words said where the block is, its inlines did not know their place either.
        if (!block.inlines.empty() && block.inlines.front().source.begin < block.source.begin)
            nestInlines(block.inlines, block.source);
        nestRanges(block.children, block.source);
        within.begin = block.source.end;
    }
}

} // namespace Weeknotes::Markdown
