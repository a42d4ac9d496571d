// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/storyline.h"

#include "core/searchfold.h"
#include "insight/stopwords.h"
#include "markdown/plaintext.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

using Markdown::Block;

bool isAbout(const Block &block, const StoryTerm &term)
{
    return term.isIn(Markdown::toPlainText({block}));
}

/// What of `block` is about it: of a list only the items that are.
void takeWhatIsAbout(const Block &block, const StoryTerm &term, std::vector<Block> &passage)
{
    if (block.kind == Block::Kind::Appeal) {
        for (const Block &child : block.children)
            takeWhatIsAbout(child, term, passage);
        return;
    }
    if (!isAbout(block, term))
        return;
    Block &copy = passage.emplace_back(block);
    if (block.kind == Block::Kind::List)
        std::erase_if(copy.children, [&](const Block &item) { return !isAbout(item, term); });
}

/// Its first paragraph, also one of a list; null for none.
template <typename Blocks> const Block *firstParagraph(const Blocks &blocks)
{
    for (const Block &block : blocks) {
        if (block.kind == Block::Kind::Paragraph && !Markdown::plainText(block.inlines).trimmed().isEmpty())
            return &block;
        if (const Block *inner = firstParagraph(block.children))
            return inner;
    }
    return nullptr;
}

} // namespace

StoryTerm::StoryTerm(const QString &sought) : m_text(sought.simplified()), m_isTag(m_text.startsWith(u'#'))
{
    m_words = foldForSearch(m_text).split(u' ', Qt::SkipEmptyParts);
    m_restarts.assign(size_t(m_words.size()), 0);
    for (size_t i = 1, same = 0; i < m_restarts.size(); ++i) {
        while (same > 0 && m_words[qsizetype(i)] != m_words[qsizetype(same)])
            same = m_restarts[same - 1];
        same += m_words[qsizetype(i)] == m_words[qsizetype(same)] ? 1 : 0;
        m_restarts[i] = same;
    }
}

/// Knuth, Morris and Pratt's way through the words: no text is looked at twice. Calls `visit(begin, end)` for each
/// place, and stops when that returns false.
template <typename Visit> void StoryTerm::visitPlaces(const QString &text, const Visit &visit) const
{
    const auto wanted = size_t(m_words.size());
    if (wanted == 0)
        return;
    std::vector<int> begins(wanted); // of the words read last
    size_t read = 0;
    size_t matched = 0;
    for (SearchWords words(text); words.next();) {
        begins[read++ % wanted] = int(words.begin());
        while (matched > 0 && words.word() != m_words[qsizetype(matched)])
            matched = m_restarts[matched - 1];
        matched += words.word() == m_words[qsizetype(matched)] ? 1 : 0;
        if (matched < wanted)
            continue;
        const int begin = begins[read % wanted];
        const bool isMarked = begin > 0 && text[begin - 1] == u'#';
        matched = m_isTag && !isMarked ? m_restarts[matched - 1] : 0;
        if ((!m_isTag || isMarked) && !visit(begin - (m_isTag ? 1 : 0), int(words.end())))
            return;
    }
}

std::vector<std::pair<int, int>> StoryTerm::in(const QString &text) const
{
    std::vector<std::pair<int, int>> found;
    visitPlaces(text, [&found](int begin, int end) {
        found.emplace_back(begin, end);
        return true;
    });
    return found;
}

bool StoryTerm::isIn(const QString &text) const
{
    bool found = false;
    visitPlaces(text, [&found](int, int) {
        found = true;
        return false;
    });
    return found;
}

bool StoryTerm::isTagOf(const NoteFields &fields) const
{
    const QString words = m_words.join(u' ');
    return m_isTag && std::ranges::any_of(fields.tags, [&](const QString &tag) { return foldForSearch(tag) == words; });
}

void Storyline::add(const Note &note)
{
    const bool tagged = m_term.isTagOf(note.header.fields);
    if (m_term.isEmpty() || (!tagged && !m_term.isIn(note.text)))
        return;
    const auto document = Markdown::Document::parse(note.text)->forReaders(m_today);
    NotePassage found{note.header, {{}, document->footnotes()}};
    const auto blocks = document->blocks();
    for (size_t i = 0; i < blocks.size(); ++i) {
        takeWhatIsAbout(blocks[i], m_term, found.passage.blocks);
        const bool isBelowHeading =
            i > 0 && blocks[i - 1].kind == Block::Kind::Heading && isAbout(blocks[i - 1], m_term);
        if (isBelowHeading && blocks[i].kind != Block::Kind::Heading && !isAbout(blocks[i], m_term))
            found.passage.blocks.push_back(blocks[i]); // which the heading is about
    }
    if (tagged && found.passage.blocks.empty()) {
        if (const Block *first = firstParagraph(blocks))
            found.passage.blocks.push_back(*first);
    }
    if (tagged || !found.passage.blocks.empty())
        m_passages.push_back(std::move(found));
}

std::vector<NotePassage> Storyline::take()
{
    std::ranges::stable_sort(
        m_passages, [](const NoteHeader &a, const NoteHeader &b) { return newerFirst(b, a); }, &NotePassage::note);
    return std::move(m_passages);
}

int longestGap(const std::vector<QDate> &days)
{
    qint64 longest = 0;
    for (size_t i = 1; i < days.size(); ++i)
        longest = std::max(longest, days[i - 1].daysTo(days[i]) / 7 - 1);
    return int(longest);
}

void StoryProposals::add(const Note &note)
{
    ++m_notes;
    for (const QString &tag : note.header.fields.tags) {
        StoryProposal &proposal = m_tags[foldForSearch(tag)];
        proposal.text = u'#' + tag;
        ++proposal.notes;
    }
    const auto document = Markdown::Document::parse(note.text)->forReaders(m_today);
    std::vector<Block> running;
    std::ranges::copy_if(document->blocks(), std::back_inserter(running),
                         [](const Block &block) { return block.kind != Block::Kind::Heading; });
    static const QRegularExpression address(u"\\S+://\\S+"_s);
    const QString text = Markdown::toPlainText(running).remove(address);
    const QString &named = note.header.fields.language;
    const QString language = named.isEmpty() ? languageOf(text, m_language) : named;
    const QSet<QString> &stops = foldedStopWords(language);
    QSet<QString> here;
    for (SearchWords words(text); words.next();) {
        const QString word = words.word().toString();
        if (stops.contains(word))
            continue;
        Count &all = m_words[word];
        ++all.times;
        all.capitals += text[words.begin()].isUpper() ? 1 : 0;
        if (here.contains(word))
            continue;
        here.insert(word);
        ++all.notes;
        all.form = text.sliced(words.begin(), words.end() - words.begin());
    }
}

/// How much more the word comes in bunches than if it were strewn over the notes by chance (Church and Gale's residual
/// inverse document frequency), and in how many.
double StoryProposals::weight(const Count &count) const
{
    const double notes = m_notes;
    const double chance = 1 - std::exp(-count.times / notes);
    return std::log2(chance * notes / count.notes) * std::sqrt(count.notes);
}

std::vector<StoryProposal> StoryProposals::proposals(int mostWords) const
{
    const int fewestNotes = std::max(3, m_notes / 50);
    constexpr qsizetype shortest = 4;
    std::vector<StoryProposal> tags;
    std::ranges::copy_if(m_tags, std::back_inserter(tags), [](const StoryProposal &tag) { return tag.notes > 1; });
    std::ranges::sort(tags, [](const StoryProposal &a, const StoryProposal &b) {
        return a.notes != b.notes ? a.notes > b.notes : a.text < b.text;
    });

    std::vector<std::pair<double, StoryProposal>> words;
    for (const auto &[word, count] : m_words.asKeyValueRange()) {
        const bool isNumber = std::ranges::none_of(word, [](QChar c) { return c.isLetter(); });
        if (isNumber || word.size() < shortest || count.notes < fewestNotes || 3 * count.notes > m_notes ||
            m_tags.contains(word) || 2 * count.times < 3 * count.notes)
            continue;
        const double measure = weight(count);
        const bool isName = 2 * count.capitals > count.times;
        if (measure > 0)
            words.emplace_back(measure, StoryProposal{isName ? count.form : count.form.toLower(), count.notes});
    }
    std::ranges::sort(words, [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second.text < b.second.text;
    });
    const auto most = size_t(std::min(mostWords, m_notes / 2)); // few notes have few words that are worth it
    for (size_t i = 0; i < std::min(words.size(), most); ++i)
        tags.push_back(std::move(words[i].second));
    return tags;
}

} // namespace Weeknotes
