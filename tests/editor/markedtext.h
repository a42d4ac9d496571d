// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>
#include <QTextDocument>

namespace Weeknotes::TestData {

/// A text in which "|" stands for the cursor, and "{" and "}" for the ends of the selection.
struct Text
{
    explicit Text(QString marked)
    {
        qsizetype from = marked.indexOf(u'{');
        if (from >= 0)
            marked.remove(from, 1);
        const qsizetype to = from >= 0 ? marked.indexOf(u'}') : marked.indexOf(u'|');
        marked.remove(to, 1);
        from = from < 0 ? to : from;
        document.setPlainText(marked);
        cursor = QTextCursor(&document);
        cursor.setPosition(int(from));
        cursor.setPosition(int(to), QTextCursor::KeepAnchor);
    }

    [[nodiscard]] QString marked() const
    {
        QString text = document.toPlainText();
        if (!cursor.hasSelection())
            return text.insert(cursor.position(), u'|');
        return text.insert(cursor.selectionEnd(), u'}').insert(cursor.selectionStart(), u'{');
    }

    QTextDocument document;
    QTextCursor cursor;
};

} // namespace Weeknotes::TestData
