// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/invariants.h"

#include <QRegularExpression>
#include <QSet>

#include <array>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array kindNames{"Paragraph"_L1, "Heading"_L1, "Quote"_L1,     "PullQuote"_L1, "List"_L1,
                               "ListItem"_L1,  "Code"_L1,    "Separator"_L1, "Table"_L1,     "TableRow"_L1,
                               "TableCell"_L1, "RawHtml"_L1, "Figure"_L1,    "Embed"_L1,     "Tune"_L1,
                               "Private"_L1,   "Prompt"_L1,  "Appeal"_L1,    "More"_L1,      "Dateline"_L1,
                               "Details"_L1,   "Terms"_L1,   "Term"_L1};

QString describe(const Block &block)
{
    return u"%1 %2-%3"_s.arg(kindNames.at(size_t(block.kind))).arg(block.source.begin).arg(block.source.end);
}

bool isPart(Block::Kind kind)
{
    static const QSet<int> parts{int(Block::Kind::RawHtml), int(Block::Kind::Private),   int(Block::Kind::Prompt),
                                 int(Block::Kind::More),    int(Block::Kind::PullQuote), int(Block::Kind::Appeal)};
    return parts.contains(int(kind));
}

bool isLineStart(const QString &text, int offset)
{
    return offset == 0 || text[offset - 1] == u'\n' || text[offset - 1] == u'\r';
}

class Checker
{
public:
    Checker(const Document &document, const QString &text) : m_document(document), m_text(text) {}

    QString check()
    {
        check(blocksOf(m_document), {0, int(m_text.size())}, true);
        int number = 0;
        for (const auto &note : m_document.footnotes()) {
            if (note.number != ++number || note.references < 1)
                report(u"footnote %1 has number %2"_s.arg(note.label).arg(note.number));
            if (note.source.begin < 0 || note.source.end > m_text.size())
                report(u"footnote out of bounds"_s);
            check(note.blocks, note.source, false);
        }
        return m_breach;
    }

private:
    void report(const QString &breach)
    {
        if (m_breach.isEmpty())
            m_breach = breach;
    }

    void check(const std::vector<Block> &blocks, SourceRange within, bool top)
    {
        int at = within.begin;
        const Block *before = nullptr;
        for (const auto &block : blocks) {
            if (block.source.begin < at || block.source.end < block.source.begin || block.source.end > within.end)
                report(describe(block) + u" is out of order in %1-%2"_s.arg(at).arg(within.end));
            const bool whole = top && !isPart(block.kind) && (!before || !isPart(before->kind));
            if (whole && !isLineStart(m_text, block.source.begin))
                report(describe(block) + u" begins amid a line"_s);
            if (block.kind == Block::Kind::Heading &&
                (block.level < 1 || block.level > 6 || block.anchor.isEmpty() || m_anchors.contains(block.anchor)))
                report(describe(block) + u" has anchor "_s + block.anchor);
            m_anchors.insert(block.anchor);
            check(block.inlines, block);
            check(block.children, block.source, false);
            at = block.source.end;
            before = &block;
        }
    }

    void check(const std::vector<Inline> &inlines, const Block &block)
    {
        for (const auto &piece : inlines) {
            if (piece.source.begin < 0 || piece.source.end < piece.source.begin || piece.source.end > m_text.size())
                report(describe(block) + u" holds an inline at %1-%2"_s.arg(piece.source.begin).arg(piece.source.end));
            if (!piece.source.isEmpty() &&
                (piece.source.begin < block.source.begin || piece.source.end > block.source.end))
                report(describe(block) +
                       u" does not hold its inline at %1-%2"_s.arg(piece.source.begin).arg(piece.source.end));
            if (piece.kind == Inline::Kind::FootnoteReference &&
                (piece.number < 1 || size_t(piece.number) > m_document.footnotes().size() || piece.occurrence < 1))
                report(u"reference to no footnote: "_s + piece.text);
            if (!piece.text.isValidUtf16())
                report(u"a lone surrogate"_s);
            check(piece.children, block);
        }
    }

    const Document &m_document;
    const QString &m_text;
    QSet<QString> m_anchors;
    QString m_breach;
};

QString breachForReaders(const std::vector<Block> &blocks)
{
    for (const auto &block : blocks) {
        if (block.kind == Block::Kind::Private || block.kind == Block::Kind::Prompt)
            return describe(block) + u" is shown to readers"_s;
        if (block.kind == Block::Kind::RawHtml)
            return u"HTML goes to readers"_s;
        if (const QString breach = breachForReaders(block.children); !breach.isEmpty())
            return breach;
    }
    return {};
}

void move(SourceRange &range, int by)
{
    range.begin += by;
    range.end += by;
}

void move(std::vector<Inline> &inlines, int by)
{
    for (Inline &piece : inlines) {
        move(piece.source, by);
        move(piece.children, by);
    }
}

void move(Block &block, int by)
{
    move(block.source, by);
    move(block.inlines, by);
    for (Block &child : block.children)
        move(child, by);
}

} // namespace

QString breachOf(const Document &document, const QString &text)
{
    return Checker(document, text).check();
}

QString breachForReaders(const Document &document)
{
    if (const QString breach = breachForReaders(blocksOf(document)); !breach.isEmpty())
        return breach;
    for (const auto &note : document.footnotes()) {
        if (const QString breach = breachForReaders(note.blocks); !breach.isEmpty())
            return breach;
    }
    return {};
}

QString breachOfHtml(const QString &html)
{
    static const QRegularExpression tag(uR"(<(/?)([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*)( /)?>|[<>])"_s);
    static const QSet<QString> voids{u"hr"_s, u"br"_s, u"img"_s, u"input"_s};
    static const QRegularExpression running(uR"(^ (on\w+|href="\s*(javascript|data|vbscript):))"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QStringList open;
    for (const auto &match : tag.globalMatch(html)) {
        const QString name = match.captured(2);
        if (name.isEmpty())
            return u"a bare %1 at %2"_s.arg(match.captured()).arg(match.capturedStart());
        if (name == "script"_L1 || name == "iframe"_L1 || name == "style"_L1 ||
            running.match(match.captured(3)).hasMatch())
            return u"it runs: "_s + match.captured();
        if (match.captured(1) == u"/") {
            if (open.isEmpty() || open.takeLast() != name)
                return u"</%1> ends nothing at %2"_s.arg(name).arg(match.capturedStart());
        } else if (!voids.contains(name)) {
            if (name == u"a" && open.contains(name))
                return u"a link in a link"_s;
            open += name;
        }
    }
    return open.isEmpty() ? QString() : u"not ended: "_s + open.join(u' ');
}

std::vector<Block> blocksOf(const Document &document)
{
    std::vector<Block> blocks;
    for (size_t i = 0; const Block &block : document.blocks())
        move(blocks.emplace_back(block), document.shift(i++));
    return blocks;
}

QString dump(const std::vector<Block> &blocks, int depth)
{
    QString lines;
    for (const auto &block : blocks) {
        lines += QString(depth, u' ') + describe(block);
        const QString words = block.inlines.empty() ? block.text : plainText(block.inlines);
        lines += words.isEmpty() ? u"\n"_s : u" \"%1\"\n"_s.arg(words.simplified());
        lines += dump(block.children, depth + 1);
    }
    return lines;
}

} // namespace Weeknotes::Markdown
