// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/plainpost.h"

#include "publisher/clipwriter.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

using Markdown::Block;
using Markdown::Inline;

void appendRunningText(const std::vector<Inline> &inlines, QString &text)
{
    for (const Inline &piece : inlines) {
        if (piece.kind == Inline::Kind::HardBreak) {
            text += u'\n';
            continue;
        }
        text += piece.text;
        appendRunningText(piece.children, text);
        if (piece.kind == Inline::Kind::Link && !piece.target.endsWith(Markdown::plainText(piece.children)))
            text += u" ("_s + QString(piece.target).remove(u"mailto:"_s) + u')';
    }
}

QString runningText(const std::vector<Inline> &inlines)
{
    QString text;
    appendRunningText(inlines, text);
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = line.simplified();
    return lines.join(u'\n');
}

QString withLinesMarked(const QString &text, const QString &first, const QString &others)
{
    return first + QString(text).replace(u'\n', u'\n' + others);
}

QString listText(const Block &list)
{
    QStringList items;
    for (int number = list.start; const Block &item : list.children) {
        const QString mark = list.ordered ? QString::number(number++) + u". "_s : u"- "_s;
        items << withLinesMarked(runningText(item.children.front().inlines), mark, QString(mark.size(), u' '));
    }
    return items.join(u'\n');
}

QString quoteText(const Block &quote)
{
    QStringList parts;
    for (const Block &line : quote.children)
        parts << withLinesMarked(runningText(line.inlines), u"> "_s, u"> "_s);
    return parts.join(u"\n>\n"_s);
}

QString figureText(const Inline &image)
{
    const QString caption = image.title.simplified();
    const QString words = wordsForImage(image);
    return caption.isEmpty() || image.text.simplified().isEmpty() ? words : words + u'\n' + caption;
}

QString blockText(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::List:
        return listText(block);
    case Block::Kind::Quote:
    case Block::Kind::PullQuote:
        return quoteText(block);
    case Block::Kind::Code:
        return block.text.endsWith(u'\n') ? block.text.chopped(1) : block.text;
    case Block::Kind::Separator:
        return u"* * *"_s;
    case Block::Kind::Figure:
        return figureText(block.inlines.front());
    default:
        return runningText(block.inlines);
    }
}

} // namespace

QString plainPost(const Post &post)
{
    QStringList parts{post.kicker, post.title, post.subtitle};
    for (const Block &block : post.document->blocks())
        parts << blockText(block);
    parts.removeAll(QString());
    return parts.join(u"\n\n"_s) + u'\n';
}

} // namespace Weeknotes
