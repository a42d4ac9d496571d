// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/look.h"
#include "markdown/plaintext.h"
#include "markdown/readertext.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

using Markdown::Block;
using Markdown::Inline;
using Markdown::SourceRange;

/// A block, and where it lies.
struct PlacedBlock
{
    const Block *block = nullptr;
    int shift = 0;

    [[nodiscard]] SourceRange source() const { return {block->source.begin + shift, block->source.end + shift}; }
};

/// The blocks that follow each other in the note itself: an appeal's are among them.
void flatten(const Block &block, int shift, std::vector<PlacedBlock> &blocks)
{
    if (block.kind != Block::Kind::Appeal) {
        blocks.push_back({&block, shift});
        return;
    }
    for (const Block &child : block.children)
        flatten(child, shift, blocks);
}

std::vector<PlacedBlock> flowOf(const Markdown::Document &document)
{
    std::vector<PlacedBlock> blocks;
    const auto all = document.blocks();
    for (size_t i = 0; i < all.size(); ++i)
        flatten(all[i], document.shift(i), blocks);
    return blocks;
}

/// With the empty lines behind it.
SourceRange wholeLines(SourceRange range, QStringView text)
{
    while (range.end < text.size() && (text[range.end] == u'\n' || text[range.end] == u'\r'))
        ++range.end;
    return range;
}

QString headingWords(const Block &heading)
{
    return Markdown::plainText(heading.inlines).simplified();
}

/// Takes a passage that readers don't see into account.
void countHidden(Look &look, const PlacedBlock &passage, LookFinding &secret, LookFinding &later)
{
    if (passage.block->children.empty()) { // as if there were a mark for the end, too: what follows goes out
        look.add(LookRule::EmptyPassage, passage.source(), {});
        return;
    }
    const SourceRange source = passage.source();
    if (const QStringView text = look.textAt(source); !text.trimmed().endsWith("-->"_L1)) {
        const qsizetype line = text.indexOf(u'\n');
        look.add(LookRule::EndlessPassage, {source.begin, line < 0 ? source.end : source.begin + int(line)}, {});
    }
    LookFinding &finding = passage.block->until.isValid() ? later : secret;
    if (passage.block->until.isValid() && passage.block->until <= look.input.today)
        return;
    if (finding.count++ == 0)
        finding.range = passage.source();
    if (!finding.day.isValid() || passage.block->until < finding.day)
        finding.day = passage.block->until;
}

void collectHidden(Look &look, const PlacedBlock &placed, LookFinding &secret, LookFinding &later)
{
    if (placed.block->kind == Block::Kind::Private)
        return countHidden(look, placed, secret, later);
    for (const Block &child : placed.block->children)
        collectHidden(look, {&child, placed.shift}, secret, later);
}

bool isBlankHeading(const Block &block)
{
    const auto shows = [](const Inline &each) { return each.kind == Inline::Kind::Image; };
    return headingWords(block).isEmpty() && std::ranges::none_of(block.inlines, shows);
}

/// An ATX heading's sign.
std::optional<SourceRange> headingSign(const Look &look, const PlacedBlock &heading)
{
    const SourceRange source = heading.source();
    const QStringView line = look.textAt(source);
    const qsizetype begin = line.indexOf(u'#');
    if (begin < 0 || !line.first(begin).trimmed().isEmpty())
        return std::nullopt;
    qsizetype end = begin;
    while (end < line.size() && line[end] == u'#')
        ++end;
    return end - begin == heading.block->level
               ? std::optional(SourceRange{source.begin + int(begin), source.begin + int(end)})
               : std::nullopt;
}

/// Headings of the title's level: once for all, since a text that has them mostly has no others.
void lookAtFirstLevel(Look &look, const std::vector<PlacedBlock> &headings)
{
    const auto isFirst = [](const PlacedBlock &each) { return each.block->level == 1; };
    const auto first = std::ranges::find_if(headings, isFirst);
    if (first == headings.end())
        return;
    LookFinding finding;
    finding.rule = LookRule::HeadingOne;
    finding.range = first->source();
    finding.words = headingWords(*first->block);
    finding.count = int(std::ranges::count_if(headings, isFirst));
    for (const PlacedBlock &each : headings) {
        const auto sign = headingSign(look, each);
        constexpr int deepest = 6;
        if (!sign || each.block->level == deepest) {
            finding.fix.clear();
            break;
        }
        finding.fix.push_back({{sign->begin, sign->begin}, u"#"_s});
    }
    look.findings.push_back(std::move(finding));
}

void lookAtLevels(Look &look, const std::vector<PlacedBlock> &headings)
{
    int before = 0;
    for (const PlacedBlock &each : headings) {
        const int level = each.block->level;
        if (before > 0 && level > before + 1) {
            LookFinding &finding = look.add(LookRule::HeadingLevel, each.source(), headingWords(*each.block));
            finding.count = level - before;
            if (const auto sign = headingSign(look, each))
                finding.fix.push_back({{sign->begin, sign->begin + level - before - 1}, {}});
        }
        before = level;
    }
}

void lookAtEmptySections(Look &look, const std::vector<PlacedBlock> &flow)
{
    static const QRegularExpression sentence(uR"([.!?…:)*]$)"_s); // it says something by itself, or opens what follows
    constexpr size_t most = 3; // of a text that says all in headings it is the way of writing
    std::vector<PlacedBlock> found;
    for (size_t i = 0; i < flow.size(); ++i) {
        const Block &block = *flow[i].block;
        if (block.kind != Block::Kind::Heading || isBlankHeading(block))
            continue;
        const bool isEmpty = i + 1 == flow.size() || (flow[i + 1].block->kind == Block::Kind::Heading &&
                                                      flow[i + 1].block->level <= block.level);
        if (isEmpty && i > 0 && !sentence.match(headingWords(block)).hasMatch())
            found.push_back(flow[i]);
    }
    if (found.size() > most)
        return;
    for (const PlacedBlock &each : found)
        look.add(LookRule::EmptySection, each.source(), headingWords(*each.block));
}

// Asterisks.

/// Asterisks in running text after a word, as one writes them who knows no other footnotes.
std::vector<SourceRange> asterisksIn(const Look &look)
{
    std::vector<SourceRange> found;
    for (const LookProse &prose : look.prose) {
        const QString &words = prose.words();
        for (qsizetype at = words.indexOf(u'*', 1); at >= 0; at = words.indexOf(u'*', at + 1)) {
            const bool afterWord = words[at - 1].isLetterOrNumber() || u".,!?)”’\"'"_s.contains(words[at - 1]);
            const bool ends = at + 1 == words.size() || words[at + 1].isSpace() || words[at + 1].isPunct();
            if (!afterWord || !ends || (at + 1 < words.size() && words[at + 1] == u'*'))
                continue;
            SourceRange range = prose.place(at, 1);
            if (range.begin > 0 && look.input.text[range.begin - 1] == u'\\')
                --range.begin;
            found.push_back(range);
        }
    }
    return found;
}

/// A line that stands as a note to one: the list item it became, or a paragraph. `mark` is the asterisk, with the
/// space behind it.
struct AsteriskNote
{
    SourceRange source;
    SourceRange mark;
    QString words;
};

std::optional<AsteriskNote> asteriskNote(const Look &look, const PlacedBlock &placed)
{
    const Block &block = *placed.block;
    const bool isItem = block.kind == Block::Kind::List && !block.ordered && block.children.size() == 1 &&
                        block.children.front().children.size() == 1 && !block.children.front().checked;
    const Block &paragraph = isItem ? block.children.front().children.front() : block;
    if (paragraph.kind != Block::Kind::Paragraph)
        return std::nullopt;
    static const QRegularExpression mark(uR"(^ {0,3}(\\?\*[ \t]*)\S)"_s);
    const SourceRange source = placed.source();
    const QStringView text = look.textAt(source);
    const auto match = mark.matchView(text);
    const QString words = Markdown::plainText(paragraph.inlines);
    // A paragraph that opens with emphasis has an asterisk in the source alone.
    if (!match.hasMatch() || text.contains(u'\n') || (!isItem && !words.startsWith(u'*')))
        return std::nullopt;
    return AsteriskNote{source,
                        {source.begin + int(match.capturedStart(1)), source.begin + int(match.capturedEnd(1))},
                        isItem ? words : words.sliced(1).trimmed()};
}

// Paragraphs.

QString normalised(const Block &paragraph)
{
    return Markdown::plainText(paragraph.inlines).simplified().toCaseFolded();
}

constexpr qsizetype longEnough = 60; // to be no phrase that comes back

void collectParagraphs(const Block &block, QSet<QString> &paragraphs)
{
    if (block.kind == Block::Kind::Paragraph)
        paragraphs.insert(normalised(block));
    for (const Block &child : block.children)
        collectParagraphs(child, paragraphs);
}

QSet<QString> paragraphsOf(const Markdown::Document &document)
{
    QSet<QString> paragraphs;
    for (const Block &block : document.blocks())
        collectParagraphs(block, paragraphs);
    return paragraphs;
}

int wordsIn(QStringView text)
{
    int words = 0;
    bool inWord = false;
    for (const QChar c : text) {
        const bool letter = !c.isSpace() && (inWord || c.isLetterOrNumber());
        words += letter && !inWord;
        inWord = letter;
    }
    return words;
}

} // namespace

void lookAtHidden(Look &look)
{
    LookFinding secret{.rule = LookRule::PrivatePassage};
    LookFinding later{.rule = LookRule::Embargo};
    const std::vector<PlacedBlock> flow = flowOf(*look.input.document);
    for (size_t i = 0; i < flow.size(); ++i) {
        collectHidden(look, flow[i], secret, later);
        const auto isOpen = [&] { // nothing stands between it and the next question or heading
            return i + 1 == flow.size() || flow[i + 1].block->kind == Block::Kind::Prompt ||
                   flow[i + 1].block->kind == Block::Kind::Heading;
        };
        if (flow[i].block->kind == Block::Kind::Prompt && isOpen()) {
            LookFinding &prompt = look.add(LookRule::Prompt, flow[i].source(), flow[i].block->text);
            prompt.fix.push_back({wholeLines(prompt.range, look.input.text), {}});
        }
    }
    for (const LookFinding &hidden : {secret, later}) {
        if (hidden.count > 0)
            look.findings.push_back(hidden);
    }
}

void lookAtHeadings(Look &look)
{
    const std::vector<PlacedBlock> flow = flowOf(*look.readable);
    std::vector<PlacedBlock> headings;
    for (const PlacedBlock &each : flow) {
        if (each.block->kind != Block::Kind::Heading)
            continue;
        if (isBlankHeading(*each.block)) {
            LookFinding &empty = look.add(LookRule::HeadingEmpty, each.source(), {});
            empty.fix.push_back({wholeLines(empty.range, look.input.text), {}});
        } else if (each.block != flow.front().block ||
                   headingWords(*each.block) != look.input.note.fields.title.simplified()) {
            headings.push_back(each); // the title once more at the top is left out of pages
        }
    }
    lookAtEmptySections(look, flow);
    lookAtFirstLevel(look, headings);
    lookAtLevels(look, headings);
}

void lookAtFootnotes(Look &look)
{
    static const QRegularExpression reference(uR"(\[\^[^\]\s]+\])"_s);
    for (const LookProse &prose : look.prose) {
        for (const auto &match : reference.globalMatchView(prose.words())) {
            const SourceRange place = prose.place(match.capturedStart(), match.capturedLength());
            if (!QStringView(look.input.text).first(place.begin).endsWith(u'\\')) // else it is meant so
                look.add(LookRule::MissingFootnote, place, match.captured());
        }
    }
    for (const auto &note : Markdown::unreadFootnotes(look.input.text, *look.input.document)) {
        const QString mark = u"[^%1]"_s.arg(note.label);
        const int begin = int(look.input.text.indexOf(mark, note.lines.begin));
        look.add(LookRule::UnreadFootnote, {begin, begin + int(mark.size())}, mark);
    }
    const std::vector<SourceRange> marks = asterisksIn(look);
    if (marks.empty())
        return;
    size_t next = 0;
    int label = 0; // the highest there is
    static const QRegularExpression labelled(uR"(\[\^(\d{1,6})\])"_s);
    for (const auto &match : labelled.globalMatch(look.input.text))
        label = std::max(label, match.captured(1).toInt());
    for (const PlacedBlock &placed : flowOf(*look.readable)) {
        const auto note = asteriskNote(look, placed);
        if (!note || next == marks.size() || marks[next].begin >= note->source.begin)
            continue;
        const QString mark = u"[^%1]"_s.arg(++label);
        LookFinding &finding = look.add(LookRule::AsteriskFootnote, note->source, openingWords(note->words));
        finding.fix.push_back({marks[next++], mark});
        finding.fix.push_back({note->mark, mark + u": "_s});
    }
}

void lookAtParagraphs(Look &look)
{
    constexpr int longestParagraph = 200; // words
    constexpr int longestSentence = 60;
    // What stood in several notes is there on purpose.
    const QSet<QString> before = look.input.earlier.empty() ? QSet<QString>() : paragraphsOf(*look.input.earlier[0]);
    QSet<QString> usual;
    for (size_t i = 1; i < look.input.earlier.size(); ++i)
        usual |= paragraphsOf(*look.input.earlier[i]);
    for (const LookProse &prose : look.prose) {
        if (prose.block().kind != Block::Kind::Paragraph)
            continue;
        if (const QString words = normalised(prose.block());
            words.size() > longEnough && before.contains(words) && !usual.contains(words) && !prose.setting().appeal)
            look.add(LookRule::RepeatedParagraph, prose.source(), openingWords(prose.words()));
        if (prose.setting().quote)
            continue;
        if (const int words = wordsIn(prose.words()); words > longestParagraph)
            look.add(LookRule::LongParagraph, prose.source(), openingWords(prose.words())).count = words;
        for (const SentencePlace &sentence : sentencesOf(prose.words())) {
            const auto text = prose.words().sliced(sentence.begin, sentence.length);
            if (const int words = wordsIn(text); words > longestSentence) {
                look.add(LookRule::LongSentence, prose.place(sentence.begin, sentence.length), openingWords(text))
                    .count = words;
            }
        }
    }
}

} // namespace Weeknotes
