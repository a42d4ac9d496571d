// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/linestart.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

int columnsOf(QStringView space, int from)
{
    int column = from;
    for (const QChar c : space)
        column = c == u'\t' ? (column / 4 + 1) * 4 : column + 1;
    return column - from;
}

const QRegularExpression &thematicBreak()
{
    static const QRegularExpression line(u"^[ \\t]*([-*_])[ \\t]*(?:\\1[ \\t]*){2,}$"_s);
    return line;
}

qsizetype quoteLength(QStringView line, qsizetype depth)
{
    static const QRegularExpression mark(u" {0,3}> ?"_s);
    qsizetype length = 0;
    for (; depth > 0; --depth) {
        const auto found = mark.matchView(line.sliced(length), 0, QRegularExpression::NormalMatch,
                                          QRegularExpression::AnchorAtOffsetMatchOption);
        if (!found.hasMatch())
            break;
        length += found.capturedLength();
    }
    return length;
}

} // namespace

int LineStart::column() const
{
    return columnsOf(indent, 0);
}

int LineStart::content() const
{
    const int end = column() + int(marker.size());
    const int space = columnsOf(gap, end);
    return end + (space < 1 || space > 4 ? 1 : space); // a wide gap is an indented code block
}

bool LineStart::isLike(const LineStart &other) const
{
    return isItem() && other.isItem() && isOrdered() == other.isOrdered() && marker.back() == other.marker.back();
}

LineStart lineStart(const QString &line, qsizetype depth)
{
    static const QRegularExpression start(
        u"([ \\t]*)(?:([-*+]|\\d{1,9}[.)])([ \\t]+|$)(\\[[ xX]\\](?:[ \\t]+|$))?)?"_s);
    const qsizetype quote = quoteLength(line, depth);
    const QStringView rest = QStringView(line).sliced(quote);
    LineStart read;
    read.quote = line.first(quote);
    read.blank = rest.trimmed().isEmpty();
    const auto found =
        start.matchView(rest, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    read.indent = found.captured(1);
    if (thematicBreak().matchView(rest).hasMatch())
        return read;
    read.marker = found.captured(2);
    read.gap = found.captured(3);
    read.task = found.captured(4);
    return read;
}

qsizetype hashesOf(const QString &line, const LineStart &start)
{
    static const QRegularExpression hashes(u"#{1,6}(?:[ \\t]+|$)"_s);
    const auto found = hashes.matchView(QStringView(line).sliced(start.length()), 0, QRegularExpression::NormalMatch,
                                        QRegularExpression::AnchorAtOffsetMatchOption);
    return found.capturedLength();
}

bool interruptsParagraph(QStringView line)
{
    static const QRegularExpression block(u"^ {0,3}(?:#{1,6}(?:\\s|$)|```|~~~|>)"_s);
    return block.matchView(line).hasMatch() || thematicBreak().matchView(line).hasMatch();
}

} // namespace Weeknotes
