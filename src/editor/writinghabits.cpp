// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/writinghabits.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace Weeknotes::WritingHabits {

using namespace Qt::StringLiterals;

namespace {

/// How a line of a list or a quote begins.
struct Prefix
{
    QString quote;  ///< "> > "
    QString indent; ///< spaces before the marker
    QString marker; ///< "-", "12."; empty in a quote without a list
    QString gap;    ///< spaces after the marker
    QString task;   ///< "[x] "

    [[nodiscard]] qsizetype length() const
    {
        return quote.size() + indent.size() + marker.size() + gap.size() + task.size();
    }
    /// Where the words of the item stand, which is where its children start.
    [[nodiscard]] qsizetype content() const { return indent.size() + marker.size() + gap.size(); }
};

Prefix prefixOf(const QString &line)
{
    static const QRegularExpression rule(u"^[ >]*([-*_])[ \\t]*(?:\\1[ \\t]*){2,}$"_s);
    static const QRegularExpression start(
        u"^((?: {0,3}> ?)*)(?:([ \\t]*)([-*+]|\\d{1,9}[.)])([ \\t]+|$)(\\[[ xX]\\][ \\t]+)?)?"_s);
    if (rule.match(line).hasMatch())
        return {};
    const QRegularExpressionMatch match = start.match(line);
    return {match.captured(1), match.captured(2), match.captured(3), match.captured(4), match.captured(5)};
}

QString nextMarker(const QString &marker)
{
    if (marker.size() == 1)
        return marker;
    return QString::number(marker.chopped(1).toLongLong() + 1) + marker.back();
}

/// One step of undo, as long as it lives.
class Step
{
public:
    explicit Step(QTextCursor &cursor) : m_cursor(cursor) { m_cursor.beginEditBlock(); }
    ~Step() { m_cursor.endEditBlock(); }
    Q_DISABLE_COPY_MOVE(Step)

private:
    QTextCursor &m_cursor;
};

void select(QTextCursor &cursor, int from, int to)
{
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
}

/// Puts `before` and `after` around what is selected, which stays selected.
void surround(QTextCursor &cursor, const QString &before, const QString &after)
{
    const Step step(cursor);
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    cursor.setPosition(to);
    cursor.insertText(after);
    cursor.setPosition(from);
    cursor.insertText(before);
    select(cursor, from + int(before.size()), to + int(before.size()));
}

/// How many of `mark` stand in a row from `position` on, or before it.
int marksAt(const QTextDocument &document, int position, QChar mark, int direction)
{
    int count = 0;
    int at = direction > 0 ? position : position - 1;
    while (at >= 0 && document.characterAt(at) == mark) {
        ++count;
        at += direction;
    }
    return count;
}

/// Leaves out spaces at the ends of the selection and marks within it: they would not be emphasis.
void trimSelection(QTextCursor &cursor, QChar mark)
{
    const QTextDocument &document = *cursor.document();
    int from = cursor.selectionStart();
    int to = cursor.selectionEnd();
    const auto outside = [&](int at) {
        const QChar c = document.characterAt(at);
        return c.isSpace() || c == mark;
    };
    while (from < to && outside(from))
        ++from;
    while (from < to && outside(to - 1))
        --to;
    select(cursor, from, to);
}

/// How far the item on `block` moves to become a child of the item above it, or its parent's sibling.
int shiftOf(const QTextBlock &block, bool deeper)
{
    const Prefix own = prefixOf(block.text());
    for (QTextBlock above = block.previous(); above.isValid(); above = above.previous()) {
        const Prefix prefix = prefixOf(above.text());
        if (prefix.marker.isEmpty()) {
            if (above.text().trimmed().isEmpty() || above.text().startsWith(u' '))
                continue; // between items, or an item's further lines
            break;
        }
        if (deeper && prefix.indent.size() <= own.indent.size())
            return int(std::max(prefix.content() - own.indent.size(), qsizetype(0)));
        if (!deeper && prefix.indent.size() < own.indent.size())
            return int(prefix.indent.size() - own.indent.size());
    }
    return deeper ? int(own.content() - own.indent.size()) : -int(own.indent.size());
}

void shiftItem(const QTextBlock &block, int by)
{
    const Prefix prefix = prefixOf(block.text());
    if (prefix.marker.isEmpty())
        return;
    QTextCursor edit(block);
    edit.setPosition(block.position() + int(prefix.quote.size()));
    if (by > 0) {
        edit.insertText(QString(by, u' '));
    } else {
        edit.setPosition(edit.position() + std::min(-by, int(prefix.indent.size())), QTextCursor::KeepAnchor);
        edit.removeSelectedText();
    }
}

} // namespace

void breakLine(QTextCursor &cursor)
{
    const Step step(cursor);
    cursor.removeSelectedText();
    const QString line = cursor.block().text();
    const Prefix prefix = prefixOf(line);
    if (prefix.length() == 0 || cursor.positionInBlock() < prefix.length()) {
        cursor.insertBlock();
        return;
    }
    if (QStringView(line).sliced(prefix.length()).trimmed().isEmpty()) {
        // An empty item ends the list; within a quote, the quote goes on once more.
        cursor.movePosition(QTextCursor::StartOfBlock);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.insertText(prefix.marker.isEmpty() ? QString() : prefix.quote);
        return;
    }
    cursor.insertBlock();
    QString next = prefix.quote + prefix.indent;
    if (!prefix.marker.isEmpty())
        next += nextMarker(prefix.marker) + prefix.gap;
    if (!prefix.task.isEmpty())
        next += "[ ] "_L1;
    cursor.insertText(next);
}

bool shiftItems(QTextCursor &cursor, bool deeper)
{
    const QTextDocument &document = *cursor.document();
    const QTextBlock first = document.findBlock(cursor.selectionStart());
    const QTextBlock last = document.findBlock(cursor.selectionEnd());
    if (prefixOf(first.text()).marker.isEmpty())
        return false;
    const int by = shiftOf(first, deeper);
    if (by == 0)
        return true;
    const Step step(cursor);
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        shiftItem(block, by);
        if (block == last)
            break;
    }
    return true;
}

bool wrapSelection(QTextCursor &cursor, QChar typed)
{
    static constexpr QStringView opening = u"*_~`[(\"";
    static constexpr QStringView closing = u"*_~`])\"";
    const qsizetype pair = opening.indexOf(typed);
    if (pair < 0 || !cursor.hasSelection())
        return false;
    surround(cursor, typed, closing[pair]);
    return true;
}

void toggleMark(QTextCursor &cursor, const QString &mark)
{
    if (!cursor.hasSelection())
        cursor.select(QTextCursor::WordUnderCursor);
    trimSelection(cursor, mark.front());
    const QTextDocument &document = *cursor.document();
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    const int around = std::min(marksAt(document, from, mark.front(), -1), marksAt(document, to, mark.front(), +1));
    // "***" is both: an odd number has the single mark, two or more the double one.
    const bool there = mark.size() == 1 ? around % 2 == 1 : around >= 2;
    if (!there) {
        surround(cursor, mark, mark);
        return;
    }
    const int size = int(mark.size());
    const Step step(cursor);
    select(cursor, to, to + size);
    cursor.removeSelectedText();
    select(cursor, from - size, from);
    cursor.removeSelectedText();
    select(cursor, from - size, to - size);
}

void makeLink(QTextCursor &cursor, const QString &address)
{
    const bool words = cursor.hasSelection();
    surround(cursor, u"["_s, u"]("_s + address + u')');
    if (!words)
        return;
    const int end = cursor.selectionEnd();
    cursor.setPosition(address.isEmpty() ? end + 2 : end + 3 + int(address.size()));
}

} // namespace Weeknotes::WritingHabits
