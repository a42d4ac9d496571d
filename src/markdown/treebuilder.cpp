// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/treebuilder.h"

#include "markdown/comments.h"
#include "markdown/entities.h"
#include "markdown/htmlmarks.h"
#include "markdown/lineforms.h"

#include <md4c.h>

#include <algorithm>
#include <iterator>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

constexpr size_t deepest = 64;
constexpr SourceRange nowhere{-1, -1};

bool holdsInlines(Block::Kind kind)
{
    return kind == Block::Kind::Paragraph || kind == Block::Kind::Heading || kind == Block::Kind::TableCell;
}

void extend(SourceRange &range, SourceRange by)
{
    if (by.begin < 0)
        return;
    range = range.begin < 0 ? by : SourceRange{std::min(range.begin, by.begin), std::max(range.end, by.end)};
}

Alignment alignmentOf(MD_ALIGN align)
{
    switch (align) {
    case MD_ALIGN_LEFT:
        return Alignment::Left;
    case MD_ALIGN_CENTER:
        return Alignment::Center;
    case MD_ALIGN_RIGHT:
        return Alignment::Right;
    case MD_ALIGN_DEFAULT:
        break;
    }
    return Alignment::Default;
}

Inline inlineOf(Inline::Kind kind, const QString &text, SourceRange source)
{
    Inline piece;
    piece.kind = kind;
    piece.text = text;
    piece.source = source;
    return piece;
}

/// Fills a range of `text`, but for its line ends.
void mask(QString &text, SourceRange range, QChar fill)
{
    for (int i = range.begin; i < range.end; ++i) {
        if (text[i] != u'\n' && text[i] != u'\r')
            text[i] = fill;
    }
}

class TreeBuilder
{
public:
    TreeBuilder(const SourceText &source, const TreeSetting &setting)
        : m_source(source), m_setting(setting), m_ends(source.text), m_masked(masked()), m_utf8(m_masked)
    {
    }

    Tree build()
    {
        MD_PARSER parser{};
        if (m_setting.dialect == Dialect::Note)
            parser.flags = MD_DIALECT_GITHUB;
        parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
            return static_cast<TreeBuilder *>(self)->enterBlock(type, detail), 0;
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void *, void *self) {
            return static_cast<TreeBuilder *>(self)->leaveBlock(type), 0;
        };
        parser.enter_span = [](MD_SPANTYPE type, void *detail, void *self) {
            return static_cast<TreeBuilder *>(self)->enterSpan(type, detail), 0;
        };
        parser.leave_span = [](MD_SPANTYPE type, void *, void *self) {
            return static_cast<TreeBuilder *>(self)->leaveSpan(type), 0;
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) {
            return static_cast<TreeBuilder *>(self)->addText(type, {text, qsizetype(size)}), 0;
        };
        md_parse(m_utf8.bytes().constData(), MD_SIZE(m_utf8.bytes().size()), &parser, this);
        return {m_open.empty() ? std::vector<Block>{} : std::move(m_open.front().children), std::move(m_masked),
                m_hiddenFrom};
    }

private:
    QString masked()
    {
        QString text = m_source.text;
        // A comma means nothing to Markdown, and no more to the emphasis beside it than a bracket does.
        for (const auto &note : m_setting.found.footnotes)
            mask(text, note.lines, u' ');
        for (const auto arrow : m_setting.found.innerClosings)
            mask(text, {arrow.end - 1, arrow.end}, u',');
        for (const auto range : m_setting.found.footnoteMarks) {
            const auto label = QStringView(m_source.text).sliced(range.begin + 2, range.end - range.begin - 3);
            if (m_setting.footnoteLabel(label) && text[range.begin] == u'[') {
                mask(text, range, u',');
                m_footnoteMarks.push_back(range);
            }
        }
        return text;
    }

    // Blocks.

    void enterBlock(MD_BLOCKTYPE type, void *detail)
    {
        if (type == MD_BLOCK_DOC) {
            m_open.emplace_back().source = nowhere;
            return;
        }
        if (type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY) {
            m_inHeader = type == MD_BLOCK_THEAD;
            return;
        }
        closeImpliedParagraph();
        const bool container = type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL;
        const bool strayItem = type == MD_BLOCK_LI && m_open.back().kind != Block::Kind::List;
        const bool skip = strayItem || (container && m_open.size() >= deepest);
        m_blockSkipped.push_back(skip);
        if (!skip)
            m_open.push_back(blockOf(type, detail));
    }

    void leaveBlock(MD_BLOCKTYPE type)
    {
        if (type == MD_BLOCK_DOC)
            return closeImpliedParagraph();
        if (type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY)
            return;
        closeImpliedParagraph();
        const bool skipped = m_blockSkipped.back();
        m_blockSkipped.pop_back();
        if (!skipped)
            closeBlock();
    }

    Block blockOf(MD_BLOCKTYPE type, const void *detail)
    {
        Block block;
        block.source = nowhere;
        switch (type) {
        case MD_BLOCK_QUOTE:
            block.kind = Block::Kind::Quote;
            break;
        case MD_BLOCK_UL:
            block.kind = Block::Kind::List;
            block.tight = static_cast<const MD_BLOCK_UL_DETAIL *>(detail)->is_tight != 0;
            break;
        case MD_BLOCK_OL: {
            const auto *list = static_cast<const MD_BLOCK_OL_DETAIL *>(detail);
            block.kind = Block::Kind::List;
            block.ordered = true;
            block.start = int(list->start);
            block.tight = list->is_tight != 0;
            break;
        }
        case MD_BLOCK_LI:
            block.kind = Block::Kind::ListItem;
            readItem(block, *static_cast<const MD_BLOCK_LI_DETAIL *>(detail));
            break;
        case MD_BLOCK_HR:
            block.kind = Block::Kind::Separator;
            break;
        case MD_BLOCK_H:
            block.kind = Block::Kind::Heading;
            block.level = int(static_cast<const MD_BLOCK_H_DETAIL *>(detail)->level);
            break;
        case MD_BLOCK_CODE: {
            const auto *code = static_cast<const MD_BLOCK_CODE_DETAIL *>(detail);
            block.kind = Block::Kind::Code;
            block.level = code->fence_char != 0;
            block.language = attribute(code->lang);
            break;
        }
        case MD_BLOCK_HTML:
            block.kind = Block::Kind::RawHtml;
            m_html = {};
            break;
        case MD_BLOCK_TABLE:
            block.kind = Block::Kind::Table;
            break;
        case MD_BLOCK_TR:
            block.kind = Block::Kind::TableRow;
            block.headerRow = m_inHeader;
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            block.kind = Block::Kind::TableCell;
            block.headerRow = m_inHeader;
            block.alignment = alignmentOf(static_cast<const MD_BLOCK_TD_DETAIL *>(detail)->align);
            break;
        default:
            break;
        }
        return block;
    }

    void readItem(Block &item, const MD_BLOCK_LI_DETAIL &detail)
    {
        item.tight = m_open.back().tight;
        if (detail.is_task == 0)
            return;
        item.checked = detail.task_mark != ' ';
        const int mark = m_utf8.offset(m_utf8.bytes().constData() + detail.task_mark_offset);
        item.source = {mark, mark + 1};
    }

    /// In tight lists md4c leaves the paragraphs out; the tree has them always.
    void needInlineHolder()
    {
        if (holdsInlines(m_open.back().kind))
            return;
        Block paragraph;
        paragraph.source = nowhere;
        paragraph.tight = true;
        m_open.push_back(std::move(paragraph));
        m_implied = true;
    }

    void closeImpliedParagraph()
    {
        if (m_implied)
            closeBlock();
        m_implied = false;
    }

    void closeBlock()
    {
        while (!m_spanTypes.empty())
            closeSpan();
        Block block = std::move(m_open.back());
        m_open.pop_back();
        if (holdsInlines(block.kind)) {
            trimEnds(block.inlines);
            settle(block.inlines, block.source.begin);
        }
        auto &parent = m_open.back();
        extend(parent.source, block.source);
        if (block.kind == Block::Kind::RawHtml && m_setting.dialect == Dialect::Note)
            closeHtml(block);
        else
            parent.children.push_back(std::move(block));
    }

    /// Takes tabs off the ends, which md4c leaves there. Those that an entity stands for stay.
    void trimEnds(std::vector<Inline> &inlines) const
    {
        if (inlines.empty())
            return;
        auto &first = inlines.front();
        while (first.kind == Inline::Kind::Text && first.text.startsWith(u'\t') && isTab(first.source.begin)) {
            first.text.remove(0, 1);
            ++first.source.begin;
        }
        auto &last = inlines.back();
        while (last.kind == Inline::Kind::Text && last.text.endsWith(u'\t') && isTab(last.source.end - 1)) {
            last.text.chop(1);
            --last.source.end;
        }
        std::erase_if(inlines,
                      [](const Inline &piece) { return piece.kind == Inline::Kind::Text && piece.text.isEmpty(); });
    }

    [[nodiscard]] bool isTab(int offset) const { return offset >= 0 && m_source.text[offset] == u'\t'; }

    /// Gives inlines without text of their own a place: behind what comes before them.
    static int settle(std::vector<Inline> &inlines, int at)
    {
        at = std::max(at, 0);
        for (auto &piece : inlines) {
            if (piece.source.begin < 0) {
                settle(piece.children, at);
                piece.source = {at, at};
            } else {
                settle(piece.children, piece.source.begin);
            }
            at = piece.source.end;
        }
        return at;
    }

    /// Raw HTML, which holds our marks.
    void closeHtml(const Block &whole)
    {
        m_html.text = whole.text;
        HtmlParts parts = takeMarks(m_html, m_source, m_ends, m_setting.parsePassage);
        std::ranges::move(parts.blocks, std::back_inserter(m_open.back().children));
        if (parts.hiddenFrom >= 0)
            hideFrom(parts.hiddenFrom);
    }

    void hideFrom(int offset) { m_hiddenFrom = m_hiddenFrom < 0 ? offset : std::min(m_hiddenFrom, offset); }

    // Spans.

    struct OpenSpan
    {
        MD_SPANTYPE type;
        bool skipped; ///< too deep, and not in m_spans
    };

    void enterSpan(MD_SPANTYPE type, const void *detail)
    {
        needInlineHolder();
        const bool linkInLink = type == MD_SPAN_A && isInLink(); // md4c finds bare addresses in a link's words
        const bool skip = m_imageDepth > 0 || m_spans.size() >= deepest || linkInLink;
        if (type == MD_SPAN_IMG)
            ++m_imageDepth;
        m_spanTypes.push_back({type, skip});
        if (skip)
            return;
        Inline span = inlineOf(Inline::Kind::Text, {}, nowhere);
        switch (type) {
        case MD_SPAN_EM:
            span.kind = Inline::Kind::Emphasis;
            break;
        case MD_SPAN_STRONG:
            span.kind = Inline::Kind::Strong;
            break;
        case MD_SPAN_DEL:
            span.kind = Inline::Kind::Strikethrough;
            break;
        case MD_SPAN_CODE:
            span.kind = Inline::Kind::Code;
            break;
        case MD_SPAN_A: {
            const auto *link = static_cast<const MD_SPAN_A_DETAIL *>(detail);
            span.kind = Inline::Kind::Link;
            span.target = attribute(link->href);
            span.title = attribute(link->title);
            break;
        }
        case MD_SPAN_IMG: {
            const auto *image = static_cast<const MD_SPAN_IMG_DETAIL *>(detail);
            span.kind = Inline::Kind::Image;
            span.target = attribute(image->src);
            span.title = attribute(image->title);
            break;
        }
        default:
            break;
        }
        m_spans.push_back(std::move(span));
    }

    [[nodiscard]] bool isInLink() const
    {
        return std::ranges::find(m_spans, Inline::Kind::Link, &Inline::kind) != m_spans.end();
    }

    /// md4c is known to end spans that it never began, or in another order.
    void leaveSpan(MD_SPANTYPE type)
    {
        const auto open = std::ranges::find_last(m_spanTypes, type, &OpenSpan::type);
        const auto depth = size_t(open.begin() - m_spanTypes.begin());
        while (m_spanTypes.size() > depth)
            closeSpan();
    }

    void closeSpan()
    {
        const auto [type, skipped] = m_spanTypes.back();
        m_spanTypes.pop_back();
        if (type == MD_SPAN_IMG)
            --m_imageDepth;
        m_codeLineEnded = false;
        if (skipped)
            return;
        Inline span = std::move(m_spans.back());
        m_spans.pop_back();
        add(std::move(span));
        if (!isInLink()) {
            // A link can't hold another: references inside it come after it.
            for (auto &reference : std::exchange(m_waiting, {}))
                add(std::move(reference));
        }
    }

    void add(Inline piece)
    {
        auto &open = m_spans.empty() ? m_open.back().inlines : m_spans.back().children;
        extend(m_spans.empty() ? m_open.back().source : m_spans.back().source, piece.source);
        const bool joins = !open.empty() && open.back().kind == piece.kind &&
                           (piece.kind == Inline::Kind::Text || piece.kind == Inline::Kind::RawHtml);
        if (!joins) {
            open.push_back(std::move(piece));
            return;
        }
        open.back().text += piece.text;
        extend(open.back().source, piece.source);
    }

    // Text.

    void addText(MD_TEXTTYPE type, QByteArrayView text)
    {
        const bool inside = m_utf8.holds(text.data());
        const auto range =
            inside ? SourceRange{m_utf8.offset(text.data()), m_utf8.offset(text.data() + text.size())} : nowhere;
        auto &block = m_open.back();
        if (block.kind == Block::Kind::Code || block.kind == Block::Kind::RawHtml) {
            if (inside && block.kind == Block::Kind::RawHtml)
                m_html.pieces.push_back({int(block.text.size()), range.begin});
            block.text += literal(type, text, range);
            extend(block.source, range);
            return;
        }
        needInlineHolder();
        if (m_imageDepth > 0)
            return addAlternative(type, text, range);
        switch (type) {
        case MD_TEXT_BR:
        case MD_TEXT_SOFTBR:
            add(inlineOf(type == MD_TEXT_BR ? Inline::Kind::HardBreak : Inline::Kind::SoftBreak, {}, nowhere));
            break;
        case MD_TEXT_CODE:
            if (!m_spans.empty() && m_spans.back().kind == Inline::Kind::Code) {
                addCode(literal(type, text, range), range);
                break;
            }
            [[fallthrough]]; // a code span too deep to be one
        case MD_TEXT_NORMAL:
            addWords(text, range);
            break;
        case MD_TEXT_HTML:
            add(inlineOf(Inline::Kind::RawHtml, literal(type, text, range), range));
            break;
        default:
            add(inlineOf(Inline::Kind::Text, literal(type, text, range), range));
            break;
        }
    }

    [[nodiscard]] QString literal(MD_TEXTTYPE type, QByteArrayView text, SourceRange range) const
    {
        if (type == MD_TEXT_ENTITY)
            return decodeEntity(text);
        return range.begin < 0 ? QString::fromUtf8(text) : m_source.text.sliced(range.begin, range.end - range.begin);
    }

    void addCode(const QString &code, SourceRange range)
    {
        auto &span = m_spans.back();
        // After spaces at the end of a line md4c forgets the space that the line's end stands for.
        if (std::exchange(m_codeLineEnded, false))
            span.text += u' ';
        span.text += code;
        extend(span.source, range);
        const bool endsLine = range.begin >= 0 && range.end < m_source.text.size() &&
                              (m_source.text[range.end] == u'\n' || m_source.text[range.end] == u'\r');
        m_codeLineEnded = endsLine && LineForm::indentLength(code) == code.size();
    }

    void addAlternative(MD_TEXTTYPE type, QByteArrayView text, SourceRange range)
    {
        const auto image = std::ranges::find(m_spans, Inline::Kind::Image, &Inline::kind);
        if (image == m_spans.end() || type == MD_TEXT_HTML)
            return;
        const bool isBreak = type == MD_TEXT_BR || type == MD_TEXT_SOFTBR;
        image->text += isBreak ? u" "_s : literal(type, text, range);
        extend(image->source, range);
    }

    /// Text, with the references that were hidden from md4c.
    void addWords(QByteArrayView text, SourceRange range)
    {
        if (range.begin < 0) {
            add(inlineOf(Inline::Kind::Text, QString::fromUtf8(text), range));
            return;
        }
        if (m_setting.found.comments)
            findOpenPassage(range);
        auto reference = std::ranges::lower_bound(m_footnoteMarks, range.begin, {}, &SourceRange::begin);
        int at = range.begin;
        for (; reference != m_footnoteMarks.end() && reference->end <= range.end; ++reference) {
            addPlain({at, reference->begin});
            addReference(*reference);
            at = reference->end;
        }
        addPlain({at, range.end});
    }

    void addPlain(SourceRange range)
    {
        if (!range.isEmpty())
            add(inlineOf(Inline::Kind::Text, m_source.text.sliced(range.begin, range.end - range.begin), range));
    }

    void addReference(SourceRange range)
    {
        const auto written = QStringView(m_source.text).sliced(range.begin + 2, range.end - range.begin - 3);
        const QString label = m_setting.footnoteLabel(written).value_or(written.toString());
        Inline reference = inlineOf(Inline::Kind::FootnoteReference, label, range);
        if (isInLink())
            m_waiting.push_back(std::move(reference));
        else
            add(std::move(reference));
    }

    /// The start of a passage that md4c takes for text, since no comment ends in its paragraph.
    void findOpenPassage(SourceRange range)
    {
        const auto words = QStringView(m_source.text).sliced(range.begin, range.end - range.begin);
        for (auto at = words.indexOf(u"<!--"); at >= 0; at = words.indexOf(u"<!--", at + 1)) {
            const int begin = range.begin + int(at);
            const bool escaped = at == 0 && begin > 0 && m_source.text[begin - 1] == u'\\';
            if (!escaped && isPassage(words.sliced(at)))
                hideFrom(begin);
        }
    }

    [[nodiscard]] QString attribute(const MD_ATTRIBUTE &attribute) const
    {
        QString result;
        for (int i = 0; attribute.text && attribute.substr_offsets[i] < attribute.size; ++i) {
            const auto begin = attribute.substr_offsets[i];
            const QByteArrayView part(attribute.text + begin, qsizetype(attribute.substr_offsets[i + 1] - begin));
            const bool inside = m_utf8.holds(part.data()) && m_utf8.holds(part.data() + part.size());
            const auto range =
                inside ? SourceRange{m_utf8.offset(part.data()), m_utf8.offset(part.data() + part.size())} : nowhere;
            result += literal(attribute.substr_types[i], part, range);
        }
        return result;
    }

    const SourceText &m_source;
    const TreeSetting &m_setting;
    CommentEnds m_ends;                       ///< of the source
    std::vector<SourceRange> m_footnoteMarks; ///< those hidden from md4c
    QString m_masked;
    Utf8Text m_utf8;
    std::vector<Block> m_open;        ///< the first is the document
    std::vector<bool> m_blockSkipped; ///< of each block md4c has open: it is too deep and not in m_open
    std::vector<Inline> m_spans;
    std::vector<OpenSpan> m_spanTypes; ///< all that md4c has open
    std::vector<Inline> m_waiting;     ///< references that stand in the link that is open
    SourceText m_html;                 ///< of the HTML block that is open; its whole text is ours
    int m_imageDepth = 0;
    int m_hiddenFrom = -1;
    bool m_implied = false; ///< the innermost open block is a paragraph md4c did not mention
    bool m_inHeader = false;
    bool m_codeLineEnded = false; ///< the code span that is open has come to spaces at a line's end
};

} // namespace

Tree buildTree(const SourceText &source, const TreeSetting &setting)
{
    return TreeBuilder(source, setting).build();
}

} // namespace Weeknotes::Markdown
