// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/formhabits.h"

#include "editor/lines.h"
#include "editor/listitems.h"

#include <QList>
#include <QRegularExpression>
#include <QTextDocument>

#include <algorithm>

namespace Weeknotes::WritingHabits {

using namespace Qt::StringLiterals;

namespace {

/// Those that hold words, or the only one there is; none of code.
QList<QTextBlock> writtenLines(const QTextCursor &cursor)
{
    QList<QTextBlock> blocks;
    const Lines lines = linesOf(cursor);
    for (QTextBlock block = lines.first; block.isValid(); block = block.next()) {
        const bool only = lines.first == lines.last;
        if (!ListItems::isCode(block) && (only || !lineStart(block.text()).blank))
            blocks += block;
        if (block == lines.last)
            break;
    }
    return blocks;
}

void replaceInLine(const QTextBlock &block, qsizetype from, qsizetype length, const QString &text)
{
    QTextCursor edit(block);
    edit.setPosition(block.position() + int(from));
    edit.setPosition(block.position() + int(from + length), QTextCursor::KeepAnchor);
    if (edit.selectedText() != text)
        edit.insertText(text);
}

/// The line that makes a heading of the one before it: 1 for "===", 2 for "---", else 0.
int underlineOf(const QTextBlock &heading)
{
    static const QRegularExpression line(u"^ {0,3}(=+|-+)[ \\t]*$"_s);
    const LineStart start = lineStart(heading.text());
    const QTextBlock next = heading.next();
    if (start.blank || start.isItem() || !next.isValid() || ListItems::isCode(next))
        return 0;
    const auto found = line.match(next.text().sliced(lineStart(next.text(), start.depth()).quote.size()));
    return !found.hasMatch() ? 0 : found.capturedView(1).front() == u'=' ? 1 : 2;
}

int headingOf(const QTextBlock &block)
{
    const QString line = block.text();
    const LineStart start = lineStart(line);
    const qsizetype hashes = hashesOf(line, start);
    return hashes > 0 ? int(QStringView(line).sliced(start.length(), hashes).count(u'#')) : underlineOf(block);
}

void removeUnderline(const QTextBlock &heading)
{
    QTextCursor edit(heading);
    edit.movePosition(QTextCursor::EndOfBlock);
    edit.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor);
    edit.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    edit.removeSelectedText();
}

bool hasForm(const LineStart &line, ListForm form)
{
    switch (form) {
    case ListForm::Bullets:
        return line.isItem() && !line.isOrdered() && line.task.isEmpty();
    case ListForm::Numbers:
        return line.isOrdered() && line.task.isEmpty();
    case ListForm::Tasks:
        return !line.task.isEmpty();
    }
    return false;
}

/// The sign of the list that the line joins or was in.
QString markerFor(const QTextBlock &block, const LineStart &own, ListForm form)
{
    const LineStart before = block.previous().isValid() ? ListItems::startOf(block.previous()) : LineStart();
    const bool numbers = form == ListForm::Numbers;
    if (form == ListForm::Tasks && own.isItem())
        return own.marker;
    for (const LineStart &line : {own, before}) {
        if (line.isItem() && line.isOrdered() == numbers)
            return numbers ? u"1"_s + line.marker.back() : line.marker;
    }
    return numbers ? u"1."_s : u"-"_s;
}

void makeItems(const QList<QTextBlock> &blocks, ListForm form)
{
    const QTextBlock next = ListItems::below(blocks.back()).sibling;
    for (const QTextBlock &block : blocks) {
        const QString line = block.text();
        const LineStart start = lineStart(line);
        if (underlineOf(block) != 0)
            removeUnderline(block);
        const QTextBlock end = start.isItem() ? ListItems::below(block).end : block;
        const qsizetype from = start.quote.size() + start.indent.size();
        const QString task = form != ListForm::Tasks ? QString() : u"[ ] "_s;
        replaceInLine(block, from, start.length() - from + hashesOf(line, start),
                      markerFor(block, start, form) + u' ' + task);
        ListItems::shiftUnder(block, end, start);
    }
    if (form != ListForm::Numbers)
        return ListItems::renumberAfterPrevious(next, 1, 1);
    for (const QTextBlock &block : blocks) {
        if (block == blocks.front() || !ListItems::previousSibling(block).isValid())
            ListItems::renumberAfterPrevious(block, 1, 1);
    }
}

void makePlain(const QList<QTextBlock> &blocks)
{
    const QTextBlock before = blocks.front().previous();
    const LineStart own = lineStart(blocks.front().text());
    const QTextBlock next = ListItems::below(blocks.back()).sibling;
    for (const QTextBlock &block : blocks) {
        const LineStart start = lineStart(block.text());
        const qsizetype from = start.quote.size() + start.indent.size();
        replaceInLine(block, from, start.length() - from, {});
    }
    if (before.isValid() && !lineStart(before.text()).blank) // or the words would flow into those of that line
        replaceInLine(before, before.length() - 1, 0, u'\n' + own.quote.trimmed());
    ListItems::renumberAfterPrevious(next, 1, 1);
}

} // namespace

void setHeading(QTextCursor &cursor, int level)
{
    const QList<QTextBlock> blocks = writtenLines(cursor);
    if (std::ranges::all_of(blocks, [&](const QTextBlock &block) { return headingOf(block) == level; }))
        level = 0;
    const UndoStep step(cursor);
    for (const QTextBlock &block : blocks) {
        if (!block.isValid() || (level == 0 && headingOf(block) == 0))
            continue;
        if (underlineOf(block) != 0)
            removeUnderline(block);
        const QString line = block.text();
        const LineStart start = lineStart(line);
        const qsizetype from = level == 0 ? start.length() : start.quote.size();
        const QString marks = level == 0 ? QString() : QString(level, u'#') + u' ';
        replaceInLine(block, from, start.length() - from + hashesOf(line, start), marks);
    }
}

void toggleList(QTextCursor &cursor, ListForm form)
{
    const QList<QTextBlock> blocks = writtenLines(cursor);
    if (blocks.isEmpty())
        return;
    const UndoStep step(cursor);
    if (std::ranges::all_of(blocks, [&](const QTextBlock &block) { return hasForm(lineStart(block.text()), form); }))
        makePlain(blocks);
    else
        makeItems(blocks, form);
}

void toggleQuote(QTextCursor &cursor)
{
    const QList<QTextBlock> blocks = writtenLines(cursor);
    if (blocks.isEmpty())
        return;
    const bool out =
        std::ranges::all_of(blocks, [](const QTextBlock &block) { return lineStart(block.text(), 1).depth() > 0; });
    const UndoStep step(cursor);
    for (QTextBlock block = blocks.front(); block.isValid(); block = block.next()) {
        if (!ListItems::isCode(block)) {
            const QString quote = lineStart(block.text(), 1).quote;
            const bool blank = block.text().isEmpty() && blocks.size() > 1;
            replaceInLine(block, 0, out ? quote.size() : 0, out ? QString() : blank ? u">"_s : u"> "_s);
        }
        if (block == blocks.back())
            break;
    }
}

bool toggleTick(QTextCursor &cursor)
{
    QList<QTextBlock> tasks = writtenLines(cursor);
    tasks.removeIf([](const QTextBlock &block) { return lineStart(block.text()).task.isEmpty(); });
    const bool tick = std::ranges::any_of(
        tasks, [](const QTextBlock &block) { return lineStart(block.text()).task.startsWith("[ ]"_L1); });
    const UndoStep step(cursor);
    for (const QTextBlock &block : tasks) {
        const LineStart line = lineStart(block.text());
        replaceInLine(block, line.length() - line.task.size() + 1, 1, tick ? u"x"_s : u" "_s);
    }
    return !tasks.isEmpty();
}

} // namespace Weeknotes::WritingHabits
