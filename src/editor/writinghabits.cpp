// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/writinghabits.h"

#include "editor/lines.h"
#include "editor/listitems.h"
#include "editor/smartmarks.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTextDocument>

namespace Weeknotes::WritingHabits {

using namespace Qt::StringLiterals;

namespace {

void select(QTextCursor &cursor, int from, int to)
{
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
}

/// Puts `before` and `after` around what is selected, which stays selected.
void surround(QTextCursor &cursor, const QString &before, const QString &after)
{
    const UndoStep step(cursor);
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    cursor.setPosition(to);
    cursor.insertText(after);
    cursor.setPosition(from);
    cursor.insertText(before);
    select(cursor, from + int(before.size()), to + int(before.size()));
}

/// Begins each line but the first with `mark`.
QString continued(const QString &markdown, const QString &mark)
{
    QStringList lines = markdown.split(u'\n');
    for (qsizetype line = 1; line < lines.size(); ++line)
        lines[line] = lines[line].isEmpty() ? mark.trimmed() : mark + lines[line];
    return lines.join(u'\n');
}

} // namespace

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

bool quoteSelection(QTextCursor &cursor, const QString &open, const QString &close)
{
    const QTextBlock block = cursor.document()->findBlock(cursor.selectionStart());
    const QString before = block.text().first(cursor.selectionStart() - block.position());
    if (!cursor.hasSelection() || ListItems::isCode(block) || !SmartMarks::isProse(before))
        return wrapSelection(cursor, u'"');
    surround(cursor, open, close);
    return true;
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

bool leavePicture(QTextCursor &cursor)
{
    static const QRegularExpression picture(u"!(\\[[^\\[\\]]*\\])\\([^()]*\\)"_s);
    const QTextBlock block = cursor.block();
    if (ListItems::isCode(block))
        return false;
    for (const auto &found : picture.globalMatch(block.text())) {
        const qsizetype at = cursor.positionInBlock();
        if (at > found.capturedStart(1) && at < found.capturedEnd(1)) {
            cursor.setPosition(block.position() + int(found.capturedEnd()));
            return true;
        }
    }
    return false;
}

void insertPassage(QTextCursor &cursor, const QString &markdown)
{
    static const QRegularExpression blocks(u"\\n\\n|^(?:#{1,6} |[-*+] |\\d+[.)] |> |```|\\|)"_s);
    const UndoStep step(cursor);
    cursor.removeSelectedText();
    if (!blocks.match(markdown).hasMatch()) {
        cursor.insertText(markdown);
        return;
    }
    const QTextBlock block = cursor.block();
    const LineStart start = lineStart(block.text());
    const QString before = block.text().first(cursor.positionInBlock());
    const QString after = block.text().sliced(cursor.positionInBlock());
    const bool onlyMarks = before.size() == start.length() && (start.isItem() || !start.quote.isEmpty());
    QString text = markdown;
    if (onlyMarks && start.isItem() && lineStart(markdown).isItem()) { // its items are those of the list
        select(cursor, block.position() + int(start.quote.size() + start.indent.size()), cursor.position());
        text = continued(markdown, start.quote + start.indent);
    } else if (onlyMarks) {
        text = continued(markdown, start.quote + QString(start.isItem() ? start.content() : 0, u' '));
    } else if (!before.trimmed().isEmpty()) {
        text.prepend(u"\n\n"_s);
    } else if (!isBlankLine(block.previous())) {
        text.prepend(u'\n');
    }
    if (!after.trimmed().isEmpty())
        text += u"\n\n"_s;
    else if (!onlyMarks && !isBlankLine(block.next()))
        text += u'\n';
    cursor.insertText(text);
}

} // namespace Weeknotes::WritingHabits
