// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/notesections.h"

#include "core/searchfold.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

using Markdown::Block;
using Markdown::Inline;
using Mark = NoteSection::Mark;

// Longer ones are sentences, words.
constexpr int mostInBold = 10;
constexpr int mostInLine = 8;
constexpr int mostInDots = 4;
constexpr int mostInLeadIn = 6;

int wordCount(const QString &text)
{
    return int(text.simplified().count(u' ')) + 1;
}

bool isNumber(const QString &word)
{
    return std::ranges::none_of(word, [](QChar c) { return c.isLetter(); });
}

/// The strong words that the paragraph begins with.
const Inline *strongStart(const Block &block)
{
    return !block.inlines.empty() && block.inlines.front().kind == Inline::Kind::Strong ? &block.inlines.front()
                                                                                        : nullptr;
}

QString withoutEnd(QString heading)
{
    while (!heading.isEmpty() && (heading.endsWith(u':') || heading.back().isSpace()))
        heading.chop(1);
    return heading;
}

bool endsInDots(const QString &text)
{
    return text.endsWith(u'…') || text.endsWith("..."_L1);
}

struct Beginning
{
    QString text;
    bool isWhole = true;
};

/// As much of a paragraph's words as may name a section: most paragraphs are long, and name nothing.
Beginning beginning(const Block &block)
{
    constexpr qsizetype enough = 120;
    QString text;
    for (const Inline &piece : block.inlines) {
        if (text.size() > enough)
            return {text.simplified(), false};
        text += Markdown::plainText({&piece, 1});
    }
    return {text.size() > enough ? text.first(enough).simplified() : text.simplified(), text.size() <= enough};
}

/// What a paragraph names as a heading would; nothing if it is just a paragraph.
std::optional<NoteSection> headingIn(const Block &block)
{
    if (block.kind != Block::Kind::Paragraph && block.kind != Block::Kind::Tune)
        return std::nullopt;
    const auto [text, isWhole] = beginning(block);
    NoteSection section;
    const auto named = [&section](Mark mark, const QString &words) {
        section.mark = mark;
        section.heading = withoutEnd(words);
        return section;
    };
    const Inline *strong = strongStart(block);
    const QString start = strong ? Markdown::plainText(strong->children).simplified() : QString();
    if (strong && isWhole && start == text)
        return wordCount(text) <= mostInBold ? std::optional(named(Mark::Bold, text)) : std::nullopt;
    const bool isShort = isWhole && wordCount(text) <= mostInLine && !Markdown::firstLink(block.inlines);
    if (isShort && (text.endsWith(u':') || (endsInDots(text) && wordCount(text) <= mostInDots)))
        return named(Mark::Line, text);
    if (strong && wordCount(start) <= mostInLeadIn)
        return named(Mark::LeadIn, start);
    const qsizetype colon = text.indexOf(": "_L1);
    const QString before = text.first(std::max(colon, qsizetype(0)));
    const bool isSentence = std::ranges::any_of(before, [](QChar c) { return c == u'.' || c == u'!' || c == u','; });
    if (colon > 0 && !isSentence && wordCount(before) <= mostInLeadIn)
        return named(Mark::LeadIn, before);
    return std::nullopt;
}

/// Where what stands under a section ends, which begins at `begin`.
class SectionEnds
{
public:
    explicit SectionEnds(const Markdown::Document &document) : m_document(document) {}

    [[nodiscard]] size_t ofHeading(size_t begin, int level) const
    {
        return next(begin,
                    [level](const Block &block) { return block.kind == Block::Kind::Heading && block.level <= level; });
    }
    [[nodiscard]] size_t ofLine(size_t begin) const
    {
        return next(begin, [](const Block &block) {
            const auto other = headingIn(block);
            return block.kind == Block::Kind::Heading || (other && other->mark != Mark::LeadIn);
        });
    }

private:
    template <typename Ends> [[nodiscard]] size_t next(size_t begin, const Ends &ends) const
    {
        const auto blocks = m_document.blocks();
        while (begin < blocks.size() && !ends(blocks[begin]))
            ++begin;
        return begin;
    }

    const Markdown::Document &m_document;
};

} // namespace

QString sectionKey(const QString &heading)
{
    QStringList words = foldForSearch(heading).split(u' ', Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return isNumber(word); });
    return words.join(u' ');
}

std::vector<NoteSection> noteSections(const Markdown::Document &readable, const QString &title)
{
    const auto blocks = readable.blocks();
    const SectionEnds ends(readable);
    std::vector<NoteSection> sections;
    for (size_t i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks[i];
        NoteSection section;
        if (block.kind == Block::Kind::Heading) {
            section.heading = withoutEnd(Markdown::plainText(block.inlines).simplified());
            section.begin = i + 1;
            section.end = ends.ofHeading(i + 1, block.level);
        } else if (auto found = headingIn(block)) {
            section = *std::move(found);
            const bool leadIn = section.mark == Mark::LeadIn;
            section.begin = leadIn ? i : i + 1;
            section.end = leadIn ? i + 1 : ends.ofLine(i + 1);
        }
        section.key = sectionKey(section.heading);
        section.place = double(i) / double(blocks.size());
        const bool isTitle = i == 0 && section.key == sectionKey(title);
        if (!section.key.isEmpty() && section.begin < section.end && !isTitle)
            sections.push_back(std::move(section));
    }
    return sections;
}

} // namespace Weeknotes
