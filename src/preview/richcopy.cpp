// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/richcopy.h"

#include "typeset/formatproperties.h"
#include "typeset/pagepart.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <ranges>
#include <utility>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

QString markerOf(const QTextBlock &block)
{
    return block.blockFormat().stringProperty(FormatProperty::marker);
}

/// A stretch of one block with one format.
struct Run
{
    QString text;
    QTextCharFormat format;
};

std::vector<Run> selectedRuns(const QTextBlock &block, const QTextCursor &cursor)
{
    std::vector<Run> runs;
    for (auto at = block.begin(); !at.atEnd(); ++at) {
        const QTextFragment fragment = at.fragment();
        const int begin = std::max(fragment.position(), cursor.selectionStart());
        const int end = std::min(fragment.position() + fragment.length(), cursor.selectionEnd());
        const bool wayBack = fragment.charFormat().anchorHref().startsWith("#fnref-"_L1); // leads nowhere elsewhere
        if (begin < end && !wayBack)
            runs.push_back({fragment.text().sliced(begin - fragment.position(), end - begin), fragment.charFormat()});
    }
    return runs;
}

/// The row that `block` begins or stands in, if it is one of a table whose columns go from right to left; else 0.
int mirroredRow(const QTextBlock &block)
{
    const QTextTable *table = QTextCursor(block).currentTable();
    const bool mirrored = table && table->format().layoutDirection() == Qt::RightToLeft;
    return mirrored ? 1 + table->cellAt(block.position()).row() : 0;
}

/// In the order in which they are read, which Qt's is not where columns go from right to left.
template <typename Visit> void forSelectedBlocks(const QTextCursor &cursor, const Visit &visit)
{
    const QTextDocument &document = *cursor.document();
    std::vector<std::vector<QTextBlock>> row; // the blocks of its cells
    const auto leaveRow = [&] {
        for (const auto &cell : row | std::views::reverse)
            std::ranges::for_each(cell, visit);
        row.clear();
    };
    int last = 0;
    for (QTextBlock block = document.findBlock(cursor.selectionStart());
         block.isValid() && block.position() < cursor.selectionEnd(); block = block.next()) {
        const int mirrored = mirroredRow(block);
        if (std::exchange(last, mirrored) != mirrored)
            leaveRow();
        if (mirrored == 0) {
            visit(block);
            continue;
        }
        const auto cellOf = [](const QTextBlock &each) {
            return QTextCursor(each).currentTable()->cellAt(each.position());
        };
        if (row.empty() || cellOf(row.back().back()) != cellOf(block))
            row.emplace_back();
        row.back().push_back(block);
    }
    leaveRow();
}

/// Its text, or what stands for an object.
QString wordsOf(const Run &run)
{
    const int object = run.format.objectType();
    return object == FormatProperty::imageObject          ? run.format.stringProperty(FormatProperty::imageAlt)
           : object == FormatProperty::dropCapObject      ? run.format.stringProperty(QTextFormat::ImageAltText)
           : run.format.boolProperty(FormatProperty::tag) ? QString(run.text).replace(QChar::Nbsp, u' ')
                                                          : run.text;
}

QString htmlOf(const Run &run, const QTextBlock &block)
{
    const PartKind kind = partKind(block);
    const bool quoted = block.blockFormat()
                            .stringProperty(FormatProperty::context)
                            .contains(QLatin1Char(PartContext::quote)); // and therefore italic, unless emphasised
    const QTextCharFormat &format = run.format;
    QString html = wordsOf(run).toHtmlEscaped();
    if (format.objectType() == FormatProperty::imageObject)
        return html;
    html.replace(QChar::LineSeparator, kind == PartKind::Code ? u"\n"_s : u"<br>"_s);
    const auto wrap = [&](bool wanted, QLatin1StringView tag) {
        if (wanted)
            html = u'<' + tag + u'>' + html + "</"_L1 + tag + u'>';
    };
    const bool heading = kind == PartKind::Title || kind == PartKind::Heading || kind == PartKind::Notes;
    wrap(format.boolProperty(FormatProperty::code), "code"_L1);
    wrap(format.verticalAlignment() == QTextCharFormat::AlignSuperScript, "sup"_L1);
    wrap(format.verticalAlignment() == QTextCharFormat::AlignSubScript, "sub"_L1);
    wrap(format.fontStrikeOut(), "s"_L1);
    wrap(format.fontItalic() != quoted && kind != PartKind::Code, "em"_L1);
    wrap(format.fontWeight() >= QFont::DemiBold && !heading, "strong"_L1);
    const QString target = format.anchorHref();
    if (format.isAnchor() && !target.startsWith(u'#'))
        html = "<a href=\""_L1 + target.toHtmlEscaped() + "\">"_L1 + html + "</a>"_L1;
    return html;
}

QString tagOf(const QTextBlock &block)
{
    switch (partKind(block)) {
    case PartKind::Title:
        return u"h1"_s;
    case PartKind::Heading:
    case PartKind::Notes:
        return u'h' + QString::number(std::clamp(block.blockFormat().headingLevel() + 1, 2, 6));
    case PartKind::Code:
        return u"pre"_s;
    default:
        return u"p"_s;
    }
}

/// Opens and closes the lists and quotes around blocks that come one after the other.
class Nest
{
public:
    [[nodiscard]] QString enter(const QTextBlock &block);
    [[nodiscard]] QString leave(size_t depth = 0);

private:
    struct Level
    {
        QString tag;
        bool inItem = false;
    };
    std::vector<Level> m_levels;
};

QString Nest::leave(size_t depth)
{
    QString html;
    for (; m_levels.size() > depth; m_levels.pop_back())
        html += (m_levels.back().inItem ? u"</li>"_s : QString()) + "</"_L1 + m_levels.back().tag + u'>';
    return html;
}

QString Nest::enter(const QTextBlock &block)
{
    const QTextBlockFormat format = block.blockFormat();
    const QString context = format.stringProperty(FormatProperty::context);
    const QString marker = markerOf(block);
    QString html = leave(size_t(std::min(format.intProperty(FormatProperty::joined), int(context.size()))));
    for (qsizetype i = qsizetype(m_levels.size()); i < context.size(); ++i) {
        if (!m_levels.empty() && m_levels.back().tag != "blockquote"_L1 && !m_levels.back().inItem) {
            html += "<li>"_L1;
            m_levels.back().inItem = true;
        }
        const bool numbered = !marker.isEmpty() && marker.front().isDigit();
        const bool list = context[i] == QLatin1Char(PartContext::list);
        m_levels.push_back({list ? (numbered ? u"ol"_s : u"ul"_s) : u"blockquote"_s});
        html += u'<' + m_levels.back().tag + u'>';
    }
    if (m_levels.empty() || m_levels.back().tag == "blockquote"_L1)
        return html;
    Level &list = m_levels.back();
    if (!marker.isEmpty() && list.inItem)
        html += "</li><li>"_L1;
    else if (!list.inItem)
        html += "<li>"_L1;
    list.inItem = true;
    return html;
}

/// Opens and closes table rows likewise.
class TableRows
{
public:
    [[nodiscard]] QString cell(const QTextBlock &block, const QString &words)
    {
        QTextTable *table = QTextCursor(block).currentTable();
        if (!table)
            return leave() + words;
        const int row = table->cellAt(block.position()).row();
        QString html;
        if (m_table != table)
            html = leave() + "<table><tr>"_L1;
        else if (row != m_row)
            html = u"</tr><tr>"_s;
        m_table = table;
        m_row = row;
        return html + "<td>"_L1 + words + "</td>"_L1;
    }
    [[nodiscard]] QString leave() { return std::exchange(m_table, nullptr) ? u"</tr></table>"_s : QString(); }
    [[nodiscard]] static bool isCell(const QTextBlock &block)
    {
        return partKind(block) == PartKind::Table && QTextCursor(block).currentTable();
    }

private:
    QTextTable *m_table = nullptr;
    int m_row = 0;
};

} // namespace

QString htmlOfSelection(const QTextCursor &cursor)
{
    QString html;
    Nest nest;
    TableRows rows;
    forSelectedBlocks(cursor, [&](const QTextBlock &block) {
        const PartKind kind = partKind(block);
        QString words;
        for (const Run &run : selectedRuns(block, cursor))
            words += htmlOf(run, block);
        if (TableRows::isCell(block)) {
            html += rows.cell(block, words);
            return;
        }
        html += rows.leave() + nest.enter(block);
        if (kind == PartKind::Separator)
            html += "<hr>"_L1;
        else if (!words.isEmpty())
            html += u'<' + tagOf(block) + u'>' + words + "</"_L1 + tagOf(block) + u'>';
    });
    return html + rows.leave() + nest.leave();
}

QString textOfSelection(const QTextCursor &cursor)
{
    QStringList lines;
    forSelectedBlocks(cursor, [&](const QTextBlock &block) {
        QString words;
        for (const Run &run : selectedRuns(block, cursor))
            words += wordsOf(run);
        words.replace(QChar::LineSeparator, u'\n');
        const QString marker = markerOf(block);
        const qsizetype depth =
            block.blockFormat().stringProperty(FormatProperty::context).count(QLatin1Char(PartContext::list));
        const bool whole = cursor.selectionStart() <= block.position();
        if (!marker.isEmpty() && whole)
            words = QString(2 * (depth - 1), u' ') + marker + u' ' + words;
        if (!words.isEmpty())
            lines += words;
    });
    return lines.join(u'\n');
}

} // namespace Weeknotes
