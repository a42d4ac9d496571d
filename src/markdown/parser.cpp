// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/parser.h"

#include "markdown/comments.h"
#include "markdown/marks.h"
#include "markdown/masking.h"
#include "markdown/placement.h"
#include "markdown/treebuilder.h"

#include <algorithm>

namespace Weeknotes::Markdown {

namespace {

/// Passages inside passages, footnotes inside those: beyond this the text is kept, unparsed.
constexpr int deepestPassage = 8;

/// CommonMark 0.31.2, 2.3, has NUL read as U+FFFD too, and md4c writes some of those twice.
QString withoutNulls(QString text)
{
    return text.replace(QChar(QChar::Null), QChar(QChar::ReplacementCharacter));
}

} // namespace

Parser::Parser(const QString &text, Dialect dialect)
    : m_text{withoutNulls(wellFormed(text)), {}, 0}, m_lines(m_text.text), m_dialect(dialect)
{
}

std::vector<Block> Parser::parse()
{
    auto blocks = parse(m_text, 0);
    nestRanges(blocks, {0, int(m_text.text.size())});
    for (auto &note : m_known.footnotes)
        nestRanges(note.blocks, note.source);
    return blocks;
}

std::vector<Block> Parser::parse(const SourceText &source, int depth)
{
    const auto footnotesBefore = m_known.footnotes.size();
    const auto labelsBefore = m_known.footnoteLabels;
    const auto linksBefore = m_known.linkDefinitions;
    TreeSetting setting;
    setting.dialect = m_dialect;
    if (m_dialect == Dialect::Note)
        setting.found = findUnknown(source);
    std::vector<std::pair<size_t, const FootnoteDefinition *>> definitions;
    for (const auto &definition : setting.found.footnotes) {
        const QString label = linkLabel(definition.label);
        if (m_known.footnoteLabels.contains(label))
            continue;
        m_known.footnoteLabels.insert(label, definition.label);
        definitions.emplace_back(m_known.footnotes.size(), &definition);
        m_known.footnotes.push_back({definition.label, 0, 0, {}, source.whole(definition.lines)});
    }
    for (const auto &[label, line] : setting.found.linkDefinitions.asKeyValueRange()) {
        if (!m_known.linkDefinitions.contains(label))
            m_known.linkDefinitions.insert(label, line);
    }
    setting.footnoteLabel = [this](QStringView label) -> std::optional<QString> {
        const auto known = m_known.footnoteLabels.constFind(linkLabel(label));
        return known == m_known.footnoteLabels.cend() ? std::nullopt : std::optional(*known);
    };
    setting.parsePassage = [this, depth](const SourceText &passage) { return parsePassage(passage, depth + 1); };

    Tree tree = buildTree(source, setting);
    if (tree.hiddenFrom >= 0) {
        m_known.footnotes.resize(footnotesBefore);
        m_known.footnoteLabels = labelsBefore;
        m_known.linkDefinitions = linksBefore;
        return parseUpTo(source, tree.hiddenFrom, depth);
    }
    std::erase_if(tree.blocks, [&source](const Block &block) {
        return block.source.begin >= 0 && block.source.end <= source.prefix;
    });
    placeBlocks(tree.blocks, tree.masked);
    if (m_dialect == Dialect::Note)
        foldMarks(tree.blocks);
    moveToWhole(tree.blocks, source, m_lines);
    for (const auto &[index, definition] : definitions) {
        auto blocks = parsePassage(definition->content, depth + 1);
        m_known.footnotes[index].blocks = std::move(blocks);
    }
    return std::move(tree.blocks);
}

/// A private passage that never ends hides all that follows, whatever it stands in: that is parsed by itself.
std::vector<Block> Parser::parseUpTo(const SourceText &source, int hidden, int depth)
{
    SourceText shown = source.part(0, hidden);
    shown.prefix = std::min(source.prefix, hidden);
    auto blocks = parse(shown, depth);
    nestRanges(blocks, {0, source.whole(hidden)});

    const int end = int(source.text.size());
    const auto mark = readComment(QStringView(source.text).sliced(hidden));
    Block passage;
    passage.kind = Block::Kind::Private;
    passage.until = mark.until;
    passage.source = source.whole({hidden, end});
    passage.children = parsePassage(source.part(std::min(hidden + mark.content, end), end), depth + 1);
    blocks.push_back(std::move(passage));
    return blocks;
}

std::vector<Block> Parser::parsePassage(const SourceText &passage, int depth)
{
    if (depth <= deepestPassage) {
        const auto linksBefore = m_known.linkDefinitions; // an address in it is as hidden as its words
        auto blocks = parse(withDefinitions(passage), depth);
        m_known.linkDefinitions = linksBefore;
        return blocks;
    }
    // What is not parsed is not known to be fit for readers.
    Block text;
    text.kind = Block::Kind::RawHtml;
    text.text = passage.text;
    text.source = passage.whole({0, int(passage.text.size())});
    Block hidden;
    hidden.kind = Block::Kind::Private;
    hidden.source = text.source;
    hidden.children.push_back(std::move(text));
    std::vector<Block> blocks;
    blocks.push_back(std::move(hidden));
    return blocks;
}

/// A passage is parsed apart from the text around it, but may use the links that are defined there.
SourceText Parser::withDefinitions(const SourceText &source) const
{
    const QString definitions = definitionsFor(source.text, m_known.linkDefinitions);
    if (definitions.isEmpty())
        return source;
    SourceText result{definitions + source.text, source.pieces, int(definitions.size())};
    for (auto &piece : result.pieces)
        piece.at += result.prefix;
    return result;
}

} // namespace Weeknotes::Markdown
