// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/htmlmarks.h"

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

class MarkTaker
{
public:
    MarkTaker(const SourceText &html, const SourceText &source, CommentEnds &ends,
              const std::function<std::vector<Block>(const SourceText &)> &parsePassage)
        : m_html(html), m_source(source), m_sourceEnds(ends), m_parsePassage(parsePassage)
    {
    }

    HtmlParts take()
    {
        CommentEnds ends(m_html.text);
        qsizetype plain = 0; // where HTML begins that is no mark
        for (qsizetype at = 0;;) {
            const auto begin = m_html.text.indexOf(u"<!--", at);
            if (begin < 0)
                break;
            const auto mark = readComment(QStringView(m_html.text).sliced(begin));
            const auto end = endOfComment(ends, mark, begin);
            if (end < 0 && mark.kind == CommentMark::Kind::Private)
                m_parts.hiddenFrom = m_html.whole(int(begin));
            if (end < 0)
                break;
            if (mark.kind != CommentMark::Kind::None) {
                addHtml(plain, begin);
                addMark(mark, begin, end);
                plain = end;
            }
            at = end;
        }
        addHtml(plain, m_html.text.size());
        return std::move(m_parts);
    }

private:
    /// md4c ends a block of HTML where a passage may go on: this one ends only where it does in the whole text.
    qsizetype endOfComment(CommentEnds &ends, const CommentMark &mark, qsizetype begin)
    {
        const auto end = ends.of(begin);
        if (end < 0 || mark.kind != CommentMark::Kind::Private)
            return end;
        return m_html.whole(int(end) - 1) + 1 == m_sourceEnds.of(m_html.whole(int(begin))) ? end : -1;
    }

    void addHtml(qsizetype begin, qsizetype end)
    {
        const auto html = QStringView(m_html.text).sliced(begin, end - begin);
        if (html.trimmed().isEmpty())
            return;
        Block block;
        block.kind = Block::Kind::RawHtml;
        block.text = html.toString();
        const auto words = html.trimmed();
        const auto from = begin + (words.begin() - html.begin());
        block.source = m_html.whole({int(from), int(from + words.size())});
        m_parts.blocks.push_back(std::move(block));
    }

    void addMark(const CommentMark &mark, qsizetype begin, qsizetype end)
    {
        Block block;
        block.source = m_html.whole({int(begin), int(end)});
        switch (mark.kind) {
        case CommentMark::Kind::Private: {
            block.kind = Block::Kind::Private;
            block.until = mark.until;
            SourceText passage = m_html.part(int(begin) + mark.content, int(end) - 3);
            for (auto &piece : passage.pieces)
                piece.source = m_source.whole(piece.source);
            block.children = m_parsePassage(passage);
            break;
        }
        case CommentMark::Kind::Prompt:
            block.kind = Block::Kind::Prompt;
            block.text = mark.words;
            break;
        case CommentMark::Kind::More:
            block.kind = Block::Kind::More;
            break;
        default: // what needs its neighbours waits for them as HTML
            block.kind = Block::Kind::RawHtml;
            block.text = m_html.text.sliced(begin, end - begin);
            break;
        }
        m_parts.blocks.push_back(std::move(block));
    }

    const SourceText &m_html;
    const SourceText &m_source;
    CommentEnds &m_sourceEnds;
    const std::function<std::vector<Block>(const SourceText &)> &m_parsePassage;
    HtmlParts m_parts;
};

} // namespace

HtmlParts takeMarks(const SourceText &html, const SourceText &source, CommentEnds &ends,
                    const std::function<std::vector<Block>(const SourceText &)> &parsePassage)
{
    return MarkTaker(html, source, ends, parsePassage).take();
}

} // namespace Weeknotes::Markdown
