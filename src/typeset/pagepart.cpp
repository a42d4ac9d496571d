// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset/pagepart.h"

#include <QHashFunctions>

#include <algorithm>
#include <optional>

namespace Weeknotes {

using namespace Qt::StringLiterals;
using Markdown::Block;

namespace {

QString bullet(qsizetype depth)
{
    static constexpr QStringView bullets = u"•◦▪";
    return bullets[std::min(depth, bullets.size()) - 1];
}

/// Space below a part that the next one's `above` comes on top of, px; mostly negative, as Medium sets it.
double below(const PagePart &part, const PageType &type)
{
    switch (part.kind) {
    case PartKind::Kicker:
        return type.kicker.belowPx();
    case PartKind::Heading:
        return (part.block->level <= 2 ? type.largeHeading : type.smallHeading).belowPx();
    case PartKind::Paragraph:
        return part.context.contains(PartContext::pullQuote) ? 0 : type.body.belowPx();
    case PartKind::Tune:
        return type.body.belowPx();
    case PartKind::Notes:
        return part.text.isEmpty() ? 0 : type.smallHeading.belowPx();
    default:
        return 0;
    }
}

bool standsApart(PartKind kind)
{
    return kind == PartKind::Code || kind == PartKind::Separator || kind == PartKind::Table ||
           kind == PartKind::Figure || kind == PartKind::Card;
}

/// Above a part of the foot, px, but for what the text tucks under; nothing of one that stands as in the text.
std::optional<double> aboveInFoot(const PagePart &part, const PagePart &last)
{
    if (part.ofFooter && !last.ofFooter)
        return 22 * Metrics::step;
    switch (part.kind) {
    case PartKind::Tags: // they stand in the middle of their lines
        return 13 * Metrics::step;
    case PartKind::Original:
        return (last.kind == PartKind::Tags ? 5 : 14) * Metrics::step;
    case PartKind::Beside:
        return 12 * Metrics::step;
    case PartKind::FootText:
        return 2 * Metrics::step;
    default:
        return std::nullopt;
    }
}

bool beginsWithLetter(const std::vector<Markdown::Inline> &inlines)
{
    using Kind = Markdown::Inline::Kind;
    if (inlines.empty())
        return false;
    const Markdown::Inline &first = inlines.front();
    if (first.kind == Kind::Text)
        return !first.text.isEmpty() && first.text.front().isLetterOrNumber();
    return (first.kind == Kind::Emphasis || first.kind == Kind::Strong || first.kind == Kind::Link) &&
           beginsWithLetter(first.children);
}

/// Walks the tree and lays its leaves in a row.
class Flattener
{
public:
    /// After the part `before`, if there is one, which must outlive this.
    Flattener(const PageType &type, const PagePart *before) : m_type(type), m_before(before) {}

    void addHead(const TitleBlock &head);
    /// What a block makes does not depend on those before it but by the last part.
    void addBlock(const Markdown::Document &document, size_t index);
    /// The first part from now on begins with a large letter, if it is a paragraph that can.
    void dropCap() { m_dropCap = true; }
    void addNotes(const Markdown::Document &document, const QString &heading);
    void addFoot(const PageFoot &foot);
    [[nodiscard]] int count() const { return int(m_parts.size()); }
    [[nodiscard]] std::vector<PagePart> take() { return std::move(m_parts); }

private:
    void addBlocks(const std::vector<Block> &blocks);
    void addBlock(const Block &block);
    void addList(const Block &list);
    void addDetails(const Block &details);
    void addTerms(const Block &terms);
    void addInside(char context, const std::vector<Block> &blocks);
    void addNote(const Markdown::Footnote &note);
    void addLeaf(PartKind kind, const Block *block);
    void add(PagePart part);
    [[nodiscard]] const PagePart *last() const { return m_parts.empty() ? m_before : &m_parts.back(); }
    [[nodiscard]] double spaceAbove(const PagePart &part) const;
    [[nodiscard]] double aboveOf(const PagePart &part) const;

    const PageType &m_type;
    const PagePart *m_before;
    std::vector<PagePart> m_parts;
    QByteArray m_context;
    QString m_marker; ///< waiting for the first part of its item
    Markdown::SourceRange m_item;
    int m_shift = 0;  ///< of the blocks' places in the text
    int m_joined = 0; ///< how many of m_context the last part was in, too
    bool m_inNotes = false;
    bool m_inFoot = false;
    bool m_dropCap = false;
};

void Flattener::addHead(const TitleBlock &head)
{
    const auto line = [&](PartKind kind, const QString &text, const QString &detail = {}) {
        if (!text.isEmpty() || !detail.isEmpty())
            add({.kind = kind, .text = text, .detail = detail});
    };
    line(PartKind::Kicker, head.kicker);
    line(PartKind::Title, head.title);
    line(PartKind::Subtitle, head.subtitle);
    line(PartKind::Byline, head.author, head.meta);
}

void Flattener::addBlock(const Markdown::Document &document, size_t index)
{
    m_shift = document.shift(index);
    addBlock(document.blocks()[index]);
    m_shift = 0;
}

void Flattener::addNotes(const Markdown::Document &document, const QString &heading)
{
    if (document.footnotes().empty())
        return;
    m_joined = 0;
    add({.kind = PartKind::Notes, .text = heading});
    m_inNotes = true;
    for (const Markdown::Footnote &note : document.footnotes())
        addNote(note);
    m_inNotes = false;
}

void Flattener::addNote(const Markdown::Footnote &note)
{
    const size_t first = m_parts.size();
    m_marker = QString::number(note.number) + u'.';
    m_item = note.source;
    addInside(PartContext::list, note.blocks);
    if (m_parts.size() == first)
        return;
    m_parts[first].anchor = "fn-"_L1 + QString::number(note.number);
    if (PagePart &last = m_parts.back(); last.kind == PartKind::Footnote && last.block) {
        last.number = note.number;
        last.waysBack = note.references;
        last.hash = qHashMulti(last.hash, note.number, note.references);
    }
}

void Flattener::addFoot(const PageFoot &foot)
{
    const auto lines = [](const PageFoot::Neighbour &note) {
        return note.title.isEmpty() ? QString() : note.label + u'\n' + note.title;
    };
    m_joined = 0;
    if (!foot.tags.isEmpty())
        add({.kind = PartKind::Tags, .text = foot.tags.join(u'\n'), .detail = foot.tagsLabel});
    if (!foot.original.isEmpty())
        add({.kind = PartKind::Original, .text = foot.original, .detail = foot.originalTarget});
    if (!foot.previous.title.isEmpty() || !foot.next.title.isEmpty())
        add({.kind = PartKind::Beside, .text = lines(foot.previous), .detail = lines(foot.next)});
    if (!foot.footer)
        return;
    m_inFoot = true;
    for (size_t i = 0; i < foot.footer->blocks().size(); ++i)
        addBlock(foot.footer->blocks()[i]);
    m_inFoot = false;
}

void Flattener::addBlocks(const std::vector<Block> &blocks)
{
    for (const Block &block : blocks)
        addBlock(block);
}

void Flattener::addBlock(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Paragraph:
        return addLeaf(m_inFoot ? PartKind::FootText : m_inNotes ? PartKind::Footnote : PartKind::Paragraph, &block);
    case Block::Kind::Heading:
        return addLeaf(PartKind::Heading, &block);
    case Block::Kind::Code:
        return addLeaf(PartKind::Code, &block);
    case Block::Kind::Separator:
        return addLeaf(PartKind::Separator, &block);
    case Block::Kind::Table:
        return addLeaf(PartKind::Table, &block);
    case Block::Kind::Figure:
        return addLeaf(isElsewhere(block.inlines.front()) ? PartKind::Card : PartKind::Figure, &block);
    case Block::Kind::Embed:
        return addLeaf(PartKind::Card, &block);
    case Block::Kind::Tune:
        return addLeaf(PartKind::Tune, &block);
    case Block::Kind::Dateline:
        return addLeaf(PartKind::Dateline, &block);
    case Block::Kind::Quote:
        return addInside(PartContext::quote, block.children);
    case Block::Kind::PullQuote:
        return addInside(PartContext::pullQuote, block.children);
    case Block::Kind::List:
        return addList(block);
    case Block::Kind::Appeal:
        return addBlocks(block.children);
    case Block::Kind::Details:
        return addDetails(block);
    case Block::Kind::Terms:
        return addTerms(block);
    case Block::Kind::ListItem:
    case Block::Kind::TableRow:
    case Block::Kind::TableCell:
    case Block::Kind::RawHtml:
    case Block::Kind::Private:
    case Block::Kind::Prompt:
    case Block::Kind::More:
    case Block::Kind::Term:
        return; // parts of others, or nothing a reader sees
    }
}

void Flattener::addInside(char context, const std::vector<Block> &blocks)
{
    m_context += context;
    addBlocks(blocks);
    m_context.chop(1);
    m_joined = std::min(m_joined, int(m_context.size()));
}

void Flattener::addList(const Block &list)
{
    const QString mark = bullet(m_context.count(PartContext::list) + 1);
    m_context += PartContext::list;
    int number = list.start;
    for (const Block &item : list.children) {
        if (!m_marker.isEmpty())
            addLeaf(PartKind::Paragraph, nullptr); // "- - words": the outer mark gets a line of its own
        m_marker = list.ordered ? QString::number(number++) + u'.' : mark;
        if (item.checked)
            m_marker = *item.checked ? u"☑"_s : u"☐"_s;
        m_item = item.source;
        const bool opensWithWords = !item.children.empty() && (item.children.front().kind == Block::Kind::Paragraph ||
                                                               item.children.front().kind == Block::Kind::Heading);
        if (!opensWithWords)
            addLeaf(PartKind::Paragraph, nullptr);
        addBlocks(item.children);
    }
    m_context.chop(1);
    m_joined = std::min(m_joined, int(m_context.size()));
}

/// Open, as who writes wants to read what is in it.
void Flattener::addDetails(const Block &details)
{
    m_context += PartContext::list;
    m_marker = u"▾"_s;
    m_item = details.source;
    addLeaf(PartKind::Paragraph, details.inlines.empty() ? nullptr : &details);
    addBlocks(details.children);
    m_context.chop(1);
    m_joined = std::min(m_joined, int(m_context.size()));
}

void Flattener::addTerms(const Block &terms)
{
    for (const Block &child : terms.children) {
        if (child.kind == Block::Kind::Term)
            addLeaf(PartKind::Paragraph, &child);
        else
            addInside(PartContext::list, child.children);
    }
}

void Flattener::addLeaf(PartKind kind, const Block *block)
{
    PagePart part{.kind = kind, .block = block, .context = m_context, .joined = m_joined};
    const Markdown::SourceRange &source = block ? block->source : m_item;
    part.ofFooter = m_inFoot;
    if (!m_inFoot) // it is of another text
        part.source = {source.begin + m_shift, source.end + m_shift};
    part.marker = std::exchange(m_marker, {});
    if (block && block->kind == Block::Kind::Heading)
        part.anchor = block->anchor;
    if (std::exchange(m_dropCap, false) && kind == PartKind::Paragraph && m_context.isEmpty())
        part.dropCap = beginsWithLetter(block->inlines);
    add(std::move(part));
    m_joined = int(m_context.size());
}

double Flattener::aboveOf(const PagePart &part) const
{
    switch (part.kind) {
    case PartKind::Subtitle:
        return m_type.subtitle.abovePx();
    case PartKind::Byline:
        return m_type.byline;
    case PartKind::Heading:
        return (part.block->level <= 2 ? m_type.largeHeading : m_type.smallHeading).abovePx();
    case PartKind::Paragraph:
    case PartKind::Tune:
        return part.context.contains(PartContext::pullQuote) ? m_type.pullQuote.abovePx() : m_type.body.abovePx();
    case PartKind::Footnote:
        return (part.marker.isEmpty() ? 0.5 : m_type.itemGap) * m_type.footnote.size;
    case PartKind::Notes:
    case PartKind::Dateline:
        return m_type.blockGap * 1.5;
    default:
        return 0;
    }
}

double Flattener::spaceAbove(const PagePart &part) const
{
    if (!this->last())
        return 0;
    const PagePart &last = *this->last();
    const double under = below(last, m_type);
    if (const auto above = aboveInFoot(part, last))
        return *above + under;
    const bool words = part.kind == PartKind::Paragraph || part.kind == PartKind::Tune;
    const bool pulled = part.context.contains(PartContext::pullQuote);
    if (part.kind == PartKind::Title)
        return under;
    if (last.kind == PartKind::Dateline)
        return (standsApart(part.kind) ? 4 : 2) * Metrics::step;
    if (isHead(last.kind) && !isHead(part.kind) && !pulled)
        return m_type.opening;
    if (words && part.joined > 0 && part.context.at(part.joined - 1) == PartContext::list)
        return m_type.itemGap * m_type.body.size; // the parts of a list tuck nothing under
    if (words && pulled && part.joined > 0)
        return m_type.pullGap * m_type.pullQuote.size;
    if (words && (standsApart(last.kind) || last.context.contains(PartContext::pullQuote)))
        return m_type.blockGap;
    if (standsApart(part.kind) || standsApart(last.kind))
        return std::max(double(m_type.blockGap), aboveOf(part) + under);
    if (last.kind == PartKind::Notes && !last.text.isEmpty())
        return m_type.afterHeading * m_type.footnote.size + under;
    if (words && last.kind == PartKind::Heading)
        return m_type.afterHeading * m_type.body.size + under;
    return aboveOf(part) + under;
}

void Flattener::add(PagePart part)
{
    part.space = spaceAbove(part);
    part.before = last() && !hasCaption(*last()) ? paddingOf(last()->kind, m_type) : 0;
    // With lengths, since qHash with a seed may not tell some letters from a few more of the same.
    part.hash = qHashMulti(0, int(part.kind), part.block ? part.block->hash : 0, part.text.size(), part.text,
                           part.detail.size(), part.detail, part.context.size(), part.context, part.joined,
                           part.marker.size(), part.marker, part.dropCap, part.ofFooter, part.space, part.before);
    m_parts.push_back(std::move(part));
}

/// How many blocks two documents share at their beginning and at their end, where those stand `moved` further on.
struct SharedBlocks
{
    size_t front = 0;
    size_t back = 0;
    int moved = 0;
};

/// Those whose parts are the same on both pages, if the parts above the text are (`sameHead`) or are not.
SharedBlocks sharedBlocks(const Markdown::Document *before, const Markdown::Document *after, bool sameHead,
                          bool hasFoot)
{
    SharedBlocks shared;
    if (!before || !after || before->blocks().empty() || after->blocks().empty())
        return shared;
    const size_t oldCount = before->blocks().size();
    const size_t count = after->blocks().size();
    const size_t shorter = std::min(oldCount, count);
    const auto isShared = [&](size_t old, size_t now, int moved) {
        return &before->blocks()[old] == &after->blocks()[now] && after->shift(now) - before->shift(old) == moved;
    };
    while (sameHead && shared.front < shorter && isShared(shared.front, shared.front, 0))
        ++shared.front;
    if (hasFoot || !before->footnotes().empty() || !after->footnotes().empty())
        return shared; // they stand behind the blocks
    shared.moved = after->shift(count - 1) - before->shift(oldCount - 1);
    const size_t room = shorter - std::max(shared.front, size_t(1));
    while (shared.back < room && isShared(oldCount - 1 - shared.back, count - 1 - shared.back, shared.moved))
        ++shared.back;
    if (shared.back > 0)
        --shared.back; // how far a part stands from the one before depends on both
    return shared;
}

} // namespace

QString referenceAnchor(int footnote, int occurrence)
{
    return u"fnref-%1-%2"_s.arg(footnote).arg(occurrence);
}

bool isHead(PartKind kind)
{
    return kind == PartKind::Kicker || kind == PartKind::Title || kind == PartKind::Subtitle ||
           kind == PartKind::Byline;
}

bool isFoot(const PagePart &part)
{
    return part.ofFooter || part.kind == PartKind::Tags || part.kind == PartKind::Original ||
           part.kind == PartKind::Beside;
}

bool hasCaption(const PagePart &part)
{
    return part.block && !captionOf(*part.block).isEmpty();
}

double paddingOf(PartKind kind, const PageType &type)
{
    switch (kind) {
    case PartKind::Code:
        return type.codePadding;
    case PartKind::Card:
        return 4 * Metrics::step;
    default:
        return 0;
    }
}

std::vector<PagePart> partsOf(const TitleBlock &head, const Markdown::Document *document, const PageType &type)
{
    Flattener flattener(type, nullptr);
    flattener.addHead(head);
    if (head.dropCap)
        flattener.dropCap();
    for (size_t i = head.replacesFirst ? 1 : 0; document && i < document->blocks().size(); ++i)
        flattener.addBlock(*document, i);
    if (document)
        flattener.addNotes(*document, head.notes);
    flattener.addFoot(head.foot);
    return flattener.take();
}

PartEdit PartMaker::change(std::span<const PagePart> before, const TitleBlock &head,
                           std::shared_ptr<const Markdown::Document> document, const PageType &type)
{
    const bool sameType =
        m_type == &type && m_head.notes == head.notes && m_head.dropCap == head.dropCap && m_head.foot == head.foot;
    const bool sameHead = sameType && m_head == head;
    const SharedBlocks shared =
        sameType ? sharedBlocks(m_document.get(), document.get(), sameHead, !head.foot.isEmpty()) : SharedBlocks();
    const size_t oldCount = m_document ? m_document->blocks().size() : 0;
    const size_t count = document ? document->blocks().size() : 0;

    PartEdit edit{.begin = sameHead ? m_firsts[shared.front] : 0, .moved = shared.moved};
    const int end = shared.back > 0 ? m_firsts[oldCount - shared.back] : int(before.size());
    edit.oldCount = end - edit.begin;
    Flattener flattener(type, edit.begin > 0 ? &before[size_t(edit.begin) - 1] : nullptr);
    if (!sameHead)
        flattener.addHead(head);
    std::vector<int> firsts(m_firsts.begin(), m_firsts.begin() + ptrdiff_t(shared.front));
    const size_t text = head.replacesFirst ? 1 : 0;
    for (size_t i = shared.front; i < count - shared.back; ++i) {
        if (i == text && head.dropCap)
            flattener.dropCap();
        firsts.push_back(edit.begin + flattener.count());
        if (i >= text)
            flattener.addBlock(*document, i);
    }
    if (shared.back == 0)
        firsts.push_back(edit.begin + flattener.count());
    if (shared.back == 0 && document)
        flattener.addNotes(*document, head.notes);
    if (shared.back == 0)
        flattener.addFoot(head.foot);
    edit.parts = flattener.take();
    if (shared.back > 0) {
        const int growth = int(edit.parts.size()) - edit.oldCount;
        for (size_t i = oldCount - shared.back; i <= oldCount; ++i)
            firsts.push_back(m_firsts[i] + growth);
    }
    m_firsts = std::move(firsts);
    m_head = head;
    m_document = std::move(document);
    m_type = &type;
    return edit;
}

} // namespace Weeknotes
