// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/lines.h"

#include "editor/linestart.h"

#include <QStringList>
#include <QTextDocument>

namespace Weeknotes {

QString Lines::text() const
{
    QStringList lines;
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        lines += block.text();
        if (block == last)
            break;
    }
    return lines.join(u'\n');
}

bool isBlankLine(const QTextBlock &line)
{
    return !line.isValid() || lineStart(line.text()).blank;
}

Lines linesOf(const QTextCursor &cursor)
{
    const QTextDocument &document = *cursor.document();
    Lines lines{document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())};
    if (lines.last != lines.first && cursor.selectionEnd() == lines.last.position())
        lines.last = lines.last.previous();
    return lines;
}

} // namespace Weeknotes
