// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/markdowntable.h"

#include "editor/linestart.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes::MarkdownTable {

namespace {

enum class Side
{
    None,
    Left,
    Centre,
    Right
};

constexpr int narrowest = 3; // so that ":-:" fits

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t'; // a no-break space is content
}

qsizetype ticksAt(const QString &row, qsizetype at)
{
    qsizetype end = at;
    while (end < row.size() && row[end] == u'`')
        ++end;
    return end - at;
}

/// Where the code span, tag or escape that begins at `at` ends; the next character where none does.
qsizetype endOfPiece(const QString &row, qsizetype at)
{
    static const QRegularExpression tag(u"<(?:[A-Za-z/!?])[^<>]*>"_s);
    if (row[at] == u'\\')
        return std::min(at + 2, row.size());
    if (row[at] == u'<') {
        const auto found =
            tag.match(row, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        return found.hasMatch() ? found.capturedEnd() : at + 1;
    }
    if (row[at] != u'`')
        return at + 1;
    const qsizetype ticks = ticksAt(row, at);
    for (qsizetype close = at + ticks; close < row.size();) {
        const qsizetype run = ticksAt(row, close);
        if (run == ticks)
            return close + run;
        close += std::max(run, qsizetype(1));
    }
    return at + ticks;
}

/// Where the row begins, behind the marks of a quote and the indent.
qsizetype startOfRow(const QString &row)
{
    const LineStart start = lineStart(row);
    return start.quote.size() + start.indent.size();
}

Side sideOf(QStringView rule)
{
    const bool left = rule.startsWith(u':');
    const bool right = rule.size() > 1 && rule.endsWith(u':');
    return left && right ? Side::Centre : left ? Side::Left : right ? Side::Right : Side::None;
}

QString ruleOf(Side side, int width)
{
    QString rule(width, u'-');
    if (side == Side::Left || side == Side::Centre)
        rule.front() = u':';
    if (side == Side::Right || side == Side::Centre)
        rule.back() = u':';
    return rule;
}

QString padded(const QString &text, Side side, int width)
{
    const int space = width - displayWidth(text);
    const int before = side == Side::Right ? space : side == Side::Centre ? space / 2 : 0;
    return QString(before, u' ') + text + QString(space - before, u' ');
}

bool isWide(char32_t c)
{
    // The blocks whose letters Unicode calls wide, and emoji.
    static constexpr std::array<std::pair<char32_t, char32_t>, 18> wide{{{0x1100, 0x115f},
                                                                         {0x231a, 0x231b},
                                                                         {0x23e9, 0x23ec},
                                                                         {0x2614, 0x2615},
                                                                         {0x26bd, 0x26be},
                                                                         {0x2705, 0x2705},
                                                                         {0x2753, 0x2755},
                                                                         {0x2e80, 0x303e},
                                                                         {0x3041, 0xa4cf},
                                                                         {0xa960, 0xa97c},
                                                                         {0xac00, 0xd7a3},
                                                                         {0xf900, 0xfaff},
                                                                         {0xfe30, 0xfe6f},
                                                                         {0xff01, 0xff60},
                                                                         {0xffe0, 0xffe6},
                                                                         {0x1f300, 0x1f64f},
                                                                         {0x1f680, 0x1faff},
                                                                         {0x20000, 0x3fffd}}};
    return std::ranges::any_of(wide, [c](const auto &range) { return c >= range.first && c <= range.second; });
}

int widthOfLetter(QStringView letter)
{
    constexpr QChar asPicture(0xfe0f);
    constexpr QChar zeroWidthSpace(0x200b);
    const QList<uint> points = letter.toUcs4();
    const QChar::Category category = QChar::category(points.isEmpty() ? 0 : points.front());
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format ||
        letter == zeroWidthSpace)
        return 0;
    return isWide(points.front()) || letter.contains(asPicture) ? 2 : 1;
}

} // namespace

QList<Cell> cellsOf(const QString &row)
{
    qsizetype begin = startOfRow(row);
    qsizetype end = row.size();
    while (end > begin && isSpace(row[end - 1]))
        --end;
    if (begin < end && row[begin] == u'|')
        ++begin;
    QList<Cell> cells;
    const auto take = [&](qsizetype from, qsizetype to) {
        Cell cell{from, to};
        while (cell.begin < cell.end && isSpace(row[cell.begin]))
            ++cell.begin;
        while (cell.end > cell.begin && isSpace(row[cell.end - 1]))
            --cell.end;
        if (cell.begin == cell.end)
            cell.begin = cell.end = std::min(from + 1, to);
        cells += cell;
    };
    for (qsizetype at = begin; at < end;) {
        if (row[at] == u'|') {
            take(begin, at);
            begin = at + 1;
        }
        at = endOfPiece(row, at);
    }
    if (begin < end || cells.isEmpty())
        take(begin, std::max(begin, end));
    return cells;
}

bool opensTable(const QString &header, const QString &rule)
{
    static const QRegularExpression form(u"^\\|?[ \\t]*:?-+:?[ \\t]*(?:\\|[ \\t]*:?-+:?[ \\t]*)*\\|?[ \\t]*$"_s);
    const QStringView words = QStringView(rule).sliced(startOfRow(rule));
    return words.contains(u'|') && form.matchView(words).hasMatch() && !lineStart(header).blank &&
           !lineStart(header).isItem() && cellsOf(header).size() == cellsOf(rule).size();
}

int displayWidth(QStringView text)
{
    if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x300; }))
        return int(text.size());
    int width = 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    for (qsizetype from = 0, to = finder.toNextBoundary(); to > 0; from = to, to = finder.toNextBoundary())
        width += widthOfLetter(text.sliced(from, to - from));
    return width;
}

QStringList aligned(const QStringList &lines)
{
    QList<QStringList> rows;
    for (const QString &line : lines) {
        QStringList row;
        for (const Cell &cell : cellsOf(line))
            row += line.sliced(cell.begin, cell.end - cell.begin);
        rows += row;
    }
    const qsizetype columns = rows.at(1).size();
    QList<Side> sides;
    QList<int> widths(columns, narrowest);
    for (qsizetype column = 0; column < columns; ++column) {
        sides += sideOf(rows.at(1).at(column));
        for (qsizetype row = 0; row < rows.size(); ++row) {
            if (row != 1 && column < rows.at(row).size())
                widths[column] = std::max(widths[column], displayWidth(rows.at(row).at(column)));
        }
    }
    QStringList written;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        QString text = lines.at(row).first(startOfRow(lines.at(row))) + u'|';
        for (qsizetype column = 0; column < std::max(columns, rows.at(row).size()); ++column) {
            const QString cell = rows.at(row).value(column);
            text += u' ' +
                    (column >= columns ? cell
                     : row == 1        ? ruleOf(sides[column], widths[column])
                                       : padded(cell, sides[column], widths[column])) +
                    u" |"_s;
        }
        written += text;
    }
    return written;
}

QString emptyRow(const QString &like, qsizetype columns)
{
    const qsizetype start = startOfRow(like);
    const QList<Cell> cells = cellsOf(like);
    if (cells.size() != columns || like.at(start) != u'|' || !like.trimmed().endsWith(u'|'))
        return like.first(start) + u'|' + u"   |"_s.repeated(columns);
    QString row = like;
    for (auto cell = cells.crbegin(); cell != cells.crend(); ++cell) {
        const int width = displayWidth(QStringView(like).sliced(cell->begin, cell->end - cell->begin));
        row.replace(cell->begin, cell->end - cell->begin, QString(width, u' '));
    }
    return row;
}

} // namespace Weeknotes::MarkdownTable
