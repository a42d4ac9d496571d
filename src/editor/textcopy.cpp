// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/textcopy.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace Weeknotes {

namespace {

/// toPlainText() would turn no-break spaces into plain ones.
QString wholeText(const QTextDocument &document)
{
    return document.toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

QString textBetween(const QTextDocument &document, int from, int end)
{
    const QTextBlock first = document.findBlock(from);
    QString lines;
    for (QTextBlock line = first; line.isValid() && line.position() <= end; line = line.next())
        lines += line.text() + u'\n';
    return lines.sliced(from - first.position(), end - from);
}

} // namespace

TextCopy::TextCopy(const QTextDocument &document, QObject *parent)
    : QObject(parent), m_document(document), m_text(wholeText(document))
{
    connect(&document, &QTextDocument::contentsChange, this, &TextCopy::follow);
}

void TextCopy::follow(int from, int removed, int added)
{
    // Qt counts the end of the last line where that is among what changed.
    const int size = m_document.characterCount() - 1;
    const int end = std::min(from + added, size);
    const qsizetype gone = std::min<qsizetype>(removed, m_text.size() - from);
    if (m_text.size() - gone + end - from == size)
        m_text.replace(from, gone, textBetween(m_document, from, end));
    else
        m_text = wholeText(m_document);
}

} // namespace Weeknotes
