// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/lines.h"

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

Lines linesOf(const QTextCursor &cursor)
{
    const QTextDocument &document = *cursor.document();
    Lines lines{document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())};
    if (lines.last != lines.first && cursor.selectionEnd() == lines.last.position())
        lines.last = lines.last.previous();
    return lines;
}

} // namespace Weeknotes
