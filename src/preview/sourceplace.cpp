// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/sourceplace.h"

#include "typeset/formatproperties.h"

#include <QRegularExpression>
#include <QTextCursor>
#include <QTextTable>

#include <algorithm>

namespace Weeknotes {

using namespace Qt::StringLiterals;
using Markdown::Inline;
using Markdown::SourceRange;

namespace {

QStringView sliceOf(QStringView source, const SourceRange &range)
{
    const qsizetype begin = std::clamp(qsizetype(range.begin), qsizetype(0), source.size());
    return source.sliced(begin, std::clamp(qsizetype(range.end), begin, source.size()) - begin);
}

/// How many units of `written` stand for the first `count` of `words`.
qsizetype writtenLength(QStringView words, qsizetype count, QStringView written)
{
    static const QRegularExpression entity(u"^&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});"_s);
    qsizetype at = 0;
    for (qsizetype i = 0; i < std::min(count, words.size()) && at < written.size(); ++i) {
        const bool same = written[at] == words[i];
        if (!same && written[at] == u'\\')
            ++at;
        const bool mayBeEntity = written[at < written.size() ? at : 0] == u'&';
        const auto found = mayBeEntity ? entity.matchView(written.sliced(at)) : QRegularExpressionMatch();
        if (!found.hasMatch()) {
            ++at;
            continue;
        }
        // What it stands for is one character, whatever its length in units.
        at += found.capturedLength();
        if (words[i].isHighSurrogate())
            ++i;
    }
    return std::min(at, written.size());
}

/// Walks inlines in the order in which PageWriter sets them.
class InlineWalk
{
public:
    InlineWalk(int column, QStringView source, const Markdown::CardWords &words)
        : m_left(column), m_source(source), m_words(words)
    {
    }

    [[nodiscard]] std::optional<int> find(const std::vector<Inline> &inlines)
    {
        for (const Inline &piece : inlines) {
            if (const auto found = find(piece))
                return found;
        }
        return {};
    }
    /// Behind the last words that were walked over.
    [[nodiscard]] std::optional<int> end() const { return m_end; }

private:
    std::optional<int> find(const Inline &piece)
    {
        const qsizetype length = setLength(piece);
        if (length < 0) {
            const QString around = m_link;
            if (piece.kind == Inline::Kind::Link)
                m_link = piece.target;
            const auto found = find(piece.children);
            m_link = around;
            return found;
        }
        if (length > 0)
            m_end = piece.source.end;
        if (m_left >= length) {
            m_left -= int(length);
            return {};
        }
        if (piece.kind == Inline::Kind::Image)
            return piece.source.begin;
        const QStringView written = sliceOf(m_source, piece.source);
        if (written.size() == piece.text.size() || written.isEmpty())
            return std::min(piece.source.begin + m_left, piece.source.end);
        return piece.source.begin + int(writtenLength(piece.text, m_left, written));
    }

    /// How many characters of the page it takes itself; negative: its children take them.
    [[nodiscard]] qsizetype setLength(const Inline &piece) const
    {
        switch (piece.kind) {
        case Inline::Kind::Text:
        case Inline::Kind::Code:
            return piece.text.size();
        case Inline::Kind::SoftBreak:
        case Inline::Kind::HardBreak:
            return 1;
        case Inline::Kind::Image: {
            const auto words = pictureWords(piece, m_words, m_link);
            return words ? words->size() : 1;
        }
        case Inline::Kind::FootnoteReference:
            return QString::number(piece.number).size();
        case Inline::Kind::RawHtml:
            return 0;
        default:
            return -1;
        }
    }

    int m_left;
    QStringView m_source;
    const Markdown::CardWords &m_words;
    QString m_link; ///< around where it is
    std::optional<int> m_end;
};

int inInlines(const std::vector<Inline> &inlines, int column, QStringView source, const Markdown::CardWords &words,
              int otherwise)
{
    InlineWalk walk(column, source, words);
    if (const auto found = walk.find(inlines))
        return *found;
    return walk.end().value_or(otherwise);
}

/// Code stands line by line as it was written, below a fence or indented.
int inCode(const Markdown::Block &code, int column, QStringView source)
{
    const QStringView before = QStringView(code.text).first(std::min(qsizetype(column), code.text.size()));
    const qsizetype line = before.count(u'\n');
    const qsizetype inLine = before.size() - (before.lastIndexOf(u'\n') + 1);
    const qsizetype lineBegin = before.size() - inLine;
    const QStringView words = QStringView(code.text).sliced(lineBegin).split(u'\n').front();
    const QStringView written = sliceOf(source, code.source);
    const QStringView fence = written.first(std::max(written.indexOf(u'\n'), qsizetype(0))).trimmed();
    qsizetype at = 0;
    const bool fenced = fence.contains(u"```") || fence.contains(u"~~~");
    for (qsizetype skip = line + qsizetype(fenced); skip > 0; --skip) {
        const qsizetype end = written.indexOf(u'\n', at);
        if (end < 0)
            break;
        at = end + 1;
    }
    const qsizetype end = written.indexOf(u'\n', at);
    const QStringView whole = written.sliced(at, (end < 0 ? written.size() : end) - at);
    const qsizetype indent = std::max(whole.lastIndexOf(words), qsizetype(0)); // of a list or quote around it
    return code.source.begin + int(at + std::min(indent + inLine, whole.size()));
}

int inTable(const Markdown::Block &table, const QTextBlock &block, int column, QStringView source,
            const Markdown::CardWords &words)
{
    const QTextTable *cells = QTextCursor(block).currentTable();
    if (!cells)
        return table.source.begin;
    const QTextTableCell cell = cells->cellAt(block.position());
    if (cell.row() >= int(table.children.size()))
        return table.source.begin;
    const Markdown::Block &row = table.children[size_t(cell.row())];
    const int place = columnOf(*cells, cell);
    if (place >= int(row.children.size()))
        return row.source.end;
    const Markdown::Block &holder = row.children[size_t(place)];
    return inInlines(holder.inlines, column, source, words, holder.source.begin);
}

int inCaption(const Markdown::Block &figure, int column, QStringView source)
{
    const Inline *picture = &figure.inlines.front();
    const QStringView rest = sliceOf(source, {picture->source.end, figure.source.end});
    const qsizetype title = rest.lastIndexOf(picture->title);
    return title < 0 ? picture->source.end : picture->source.end + int(title) + column;
}

} // namespace

int sourceOffset(const PagePart &part, const QTextBlock &block, int column, QStringView source,
                 const Markdown::CardWords &words)
{
    if (!part.block)
        return part.source.end; // an item without words: behind its mark
    int offset = part.source.begin;
    if (part.kind == PartKind::Code)
        offset = inCode(*part.block, column, source);
    else if (part.kind == PartKind::Table)
        offset = inTable(*part.block, block, column, source, words);
    else if (partKind(block) == PartKind::Caption)
        offset = inCaption(*part.block, column, source);
    else
        offset = inInlines(part.block->inlines, column, source, words, part.source.begin);
    return std::clamp(offset, part.source.begin, part.source.end);
}

std::optional<int> taskMark(int begin, QStringView source)
{
    static const QRegularExpression brackets(u"^[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)+\\[([ \\txX])\\]"_s);
    if (begin < 0 || begin >= source.size())
        return {};
    const auto found = brackets.matchView(source.sliced(begin));
    if (!found.hasMatch())
        return {};
    return begin + int(found.capturedStart(1));
}

} // namespace Weeknotes
