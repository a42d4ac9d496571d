// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/textblocks.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr qsizetype shortestWrappedLine = 45;
constexpr qsizetype longestWrappedLine = 110;

int columnsBefore(const QString &line)
{
    int columns = 0;
    for (const QChar sign : line) {
        if (sign == u'\t')
            columns += 4 - columns % 4;
        else if (sign.isSpace())
            ++columns;
        else
            break;
    }
    return columns;
}

bool isWrapped(const QStringList &lines)
{
    return std::all_of(lines.begin(), lines.end() - 1,
                       [](const QString &line) {
                           return line.size() >= shortestWrappedLine && line.size() <= longestWrappedLine;
                       }) &&
           lines.last().size() <= longestWrappedLine;
}

class BlockReader
{
public:
    std::vector<TextBlock> read(const QStringList &lines)
    {
        for (const QString &line : lines) {
            if (line.trimmed().isEmpty())
                m_gap = true;
            else
                readLine(line);
        }
        return std::move(m_blocks);
    }

private:
    void readLine(const QString &line)
    {
        if (!readUnderline(line) && !readSeparator(line) && !readItem(line) && !readContinuation(line))
            add({TextBlock::Kind::Paragraph, {line.trimmed()}, 0, {}, 0, m_gap});
        m_gap = false;
    }

    void add(TextBlock block) { m_blocks.push_back(std::move(block)); }

    bool readUnderline(const QString &line)
    {
        static const QRegularExpression underline(u"^\\s*(={3,}|-{3,})\\s*$"_s);
        if (m_gap || m_blocks.empty() || !underline.match(line).hasMatch())
            return false;
        TextBlock &above = m_blocks.back();
        if (above.kind != TextBlock::Kind::Paragraph || above.lines.size() != 1 || above.lines.first().size() > 120)
            return false;
        above.kind = TextBlock::Kind::Heading;
        return true;
    }

    bool readSeparator(const QString &line)
    {
        static const QRegularExpression signs(u"^\\s*(?:([-*_=~•·#–—⁂])\\s*)(?:\\1\\s*){2,}$"_s);
        if (!signs.match(line).hasMatch() && line.trimmed() != u"⁂"_s)
            return false;
        add({TextBlock::Kind::Separator, {}, 0, {}, 0, m_gap});
        return true;
    }

    bool readItem(const QString &line)
    {
        static const QRegularExpression bullet(
            u"^\\s*([•◦▪▫■□●○‣⁃∙·➢►▸]|[-*+–—](?=[\\s\\x{a0}])|o(?=\\t|\\s{2,}))[\\s\\x{a0}]*(?=\\S)"_s);
        static const QRegularExpression numbered(u"^\\s*(\\d{1,3})([.)])[\\s\\x{a0}]+(?=\\S)"_s);
        const auto match = bullet.match(line);
        if (match.hasMatch()) {
            add({TextBlock::Kind::Item,
                 {line.sliced(match.capturedEnd()).trimmed()},
                 columnsBefore(line),
                 match.captured(1),
                 0,
                 m_gap});
            return true;
        }
        const auto counted = numbered.match(line);
        if (!counted.hasMatch())
            return false;
        add({TextBlock::Kind::Item,
             {line.sliced(counted.capturedEnd()).trimmed()},
             columnsBefore(line),
             counted.captured(2),
             std::max(1, counted.captured(1).toInt()),
             m_gap});
        return true;
    }

    bool readContinuation(const QString &line)
    {
        if (m_blocks.empty() || m_gap)
            return false;
        TextBlock &last = m_blocks.back();
        if (last.kind == TextBlock::Kind::Paragraph) {
            last.lines += line.trimmed();
            return true;
        }
        const qsizetype length = last.lines.isEmpty() ? 0 : last.lines.last().size();
        const bool wrapped =
            length >= shortestWrappedLine && length <= longestWrappedLine && line.size() <= longestWrappedLine;
        if (last.kind != TextBlock::Kind::Item || (columnsBefore(line) <= last.indent && !wrapped))
            return false;
        last.lines += line.trimmed();
        return true;
    }

    std::vector<TextBlock> m_blocks;
    bool m_gap = true;
};

// Lines that stand under each other without a blank are wrapped ones of a paragraph, or a paragraph each.
std::vector<TextBlock> partedParagraphs(std::vector<TextBlock> blocks)
{
    std::vector<TextBlock> parted;
    for (TextBlock &block : blocks) {
        if (block.kind != TextBlock::Kind::Paragraph || block.lines.size() < 2 || isWrapped(block.lines)) {
            parted.push_back(std::move(block));
            continue;
        }
        bool first = true;
        for (const QString &line : std::as_const(block.lines)) {
            parted.push_back({TextBlock::Kind::Paragraph, {line}, 0, {}, 0, first && block.afterGap});
            first = false;
        }
    }
    return parted;
}

} // namespace

std::vector<TextBlock> textBlocks(const QStringList &lines)
{
    return partedParagraphs(BlockReader().read(lines));
}

} // namespace Weeknotes
