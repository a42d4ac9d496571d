// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/sectionlines.h"

#include "core/searchfold.h"

#include <algorithm>
#include <map>
#include <utility>

namespace Weeknotes {
namespace {

/// Which keys the person said are one.
class SameKeys
{
public:
    explicit SameKeys(const std::vector<SectionRename> &renames)
    {
        for (const SectionRename &rename : renames) {
            if (rename.same && root(rename.from) != root(rename.to))
                m_parents.insert(root(rename.from), root(rename.to));
        }
    }

    /// The key that stands for all that are the same as `key`.
    [[nodiscard]] QString root(QString key) const
    {
        for (auto parent = m_parents.find(key); parent != m_parents.end(); parent = m_parents.find(key))
            key = *parent;
        return key;
    }

private:
    QHash<QString, QString> m_parents;
};

constexpr size_t fewest = 2;
constexpr size_t fewestOfWeak = 3;
constexpr size_t fewestToCompare = 6; // of both together: fewer tell nothing

} // namespace

SectionMention::SectionMention(const NoteSection &section)
    : key(section.key)
    , heading(section.heading)
    , weak(section.mark == NoteSection::Mark::Line || section.mark == NoteSection::Mark::LeadIn)
    , place(section.place)
{
}

void SectionLines::add(const Note &note)
{
    const auto document = Markdown::Document::parse(note.text)->forReaders(m_today);
    std::vector<SectionMention> mentions;
    for (const NoteSection &section : noteSections(*document, note.header.fields.title))
        mentions.emplace_back(section);
    add(note.header, std::move(mentions));
}

void SectionLines::add(const NoteHeader &header, std::vector<SectionMention> mentions)
{
    m_entries.push_back({header, std::move(mentions)});
}

std::vector<const SectionLines::Entry *> SectionLines::oldestFirst() const
{
    std::vector<const Entry *> entries;
    for (const Entry &entry : m_entries)
        entries.push_back(&entry);
    std::ranges::sort(entries, [](const Entry *a, const Entry *b) { return newerFirst(b->header, a->header); });
    return entries;
}

std::vector<SectionLine> SectionLines::lines(const std::vector<SectionRename> &renames) const
{
    struct Gathered
    {
        SectionLine line;
        std::map<QString, QString> headings; // by key, the newest
        QStringList newest;                  // keys, the newest last
        bool weak = true;
    };
    const SameKeys same(renames);
    QHash<QString, Gathered> byRoot;
    for (const Entry *entry : oldestFirst()) {
        for (const SectionMention &mention : entry->mentions) {
            Gathered &gathered = byRoot[same.root(mention.key)];
            gathered.weak = gathered.weak && mention.weak;
            gathered.headings[mention.key] = mention.heading;
            gathered.newest.removeOne(mention.key);
            gathered.newest.append(mention.key);
            if (!gathered.line.notes.empty() && gathered.line.notes.back() == entry->header.id)
                continue; // twice in a note
            gathered.line.notes.push_back(entry->header.id);
            gathered.line.days.push_back(sortDay(entry->header));
        }
    }
    std::vector<SectionLine> lines;
    for (Gathered &gathered : byRoot) {
        if (gathered.line.notes.size() < (gathered.weak ? fewestOfWeak : fewest))
            continue;
        std::ranges::reverse(gathered.newest);
        gathered.line.keys = gathered.newest;
        for (const QString &key : std::as_const(gathered.newest))
            gathered.line.otherNames << gathered.headings[key];
        gathered.line.heading = gathered.line.otherNames.takeFirst();
        lines.push_back(std::move(gathered.line));
    }
    std::ranges::sort(lines, [](const SectionLine &a, const SectionLine &b) {
        return a.notes.size() != b.notes.size() ? a.notes.size() > b.notes.size() : a.keys < b.keys;
    });
    return lines;
}

/// What is known of each line when two are compared.
class SectionLines::Proposing
{
public:
    Proposing(const SectionLines &all, const std::vector<SectionLine> &lines, const std::vector<SectionRename> &renames)
        : m_lines(lines), m_facts(m_lines.size())
    {
        for (size_t i = 0; i < m_lines.size(); ++i) {
            for (const QString &key : m_lines[i].keys)
                m_lineOf.insert(key, i);
            for (const QString &word : wordsOf(i))
                ++m_linesWith[word];
        }
        int number = 0;
        for (const Entry *entry : all.oldestFirst()) {
            const QString &author = entry->header.fields.author;
            take(entry->mentions, number++, author.isEmpty() ? all.m_author : author);
        }
        for (const SectionRename &rename : renames)
            m_decided.insert({m_lineOf.value(rename.from, m_lines.size()), m_lineOf.value(rename.to, m_lines.size())});
    }

    [[nodiscard]] std::optional<SectionProposal> best() const
    {
        std::optional<SectionProposal> best;
        double most = 0;
        for (size_t a = 0; a < m_lines.size(); ++a) {
            for (size_t b = 0; b < m_lines.size(); ++b) {
                const bool enough = m_lines[a].notes.size() + m_lines[b].notes.size() >= fewestToCompare;
                if (a == b || !enough || isDecided(a, b) || !follows(m_facts[a], m_facts[b]))
                    continue;
                const double score = weight(a, b);
                if (score <= most)
                    continue;
                most = score;
                best = proposalOf(a, b);
            }
        }
        return best;
    }

private:
    struct Facts
    {
        std::vector<int> notes; // by their number, oldest first
        double places = 0;      // all together
        int mentions = 0;
        std::map<size_t, int> before; // how often which line stands before it; `none` at the note's beginning
        std::map<size_t, int> after;
        std::map<QString, int> authors;

        [[nodiscard]] double place() const { return places / mentions; }
        /// Notes from one to the next.
        [[nodiscard]] double spacing() const
        {
            return notes.size() < 2 ? 1 : double(notes.back() - notes.front()) / double(notes.size() - 1);
        }
    };
    static constexpr size_t none = size_t(-1);

    template <typename Key> static Key mostOften(const std::map<Key, int> &counts)
    {
        return std::ranges::max_element(counts, {}, [](const auto &each) { return each.second; })->first;
    }

    void take(const std::vector<SectionMention> &mentions, int number, const QString &author)
    {
        std::vector<size_t> order;
        for (const SectionMention &mention : mentions) {
            const auto line = m_lineOf.constFind(mention.key);
            if (line == m_lineOf.cend())
                continue;
            Facts &facts = m_facts[*line];
            if (facts.notes.empty() || facts.notes.back() != number)
                facts.notes.push_back(number);
            facts.places += mention.place;
            ++facts.mentions;
            ++facts.authors[author];
            order.push_back(*line);
        }
        for (size_t i = 0; i < order.size(); ++i) {
            ++m_facts[order[i]].before[i == 0 ? none : order[i - 1]];
            ++m_facts[order[i]].after[i + 1 == order.size() ? none : order[i + 1]];
        }
    }

    [[nodiscard]] bool isDecided(size_t a, size_t b) const
    {
        return m_decided.contains({a, b}) || m_decided.contains({b, a});
    }

    /// One begins about where the other ends, they are rarely in the same note, and the same person writes them.
    static bool follows(const Facts &a, const Facts &b)
    {
        constexpr double rarest = 4; // what stands in fewer notes ends and begins nowhere in particular
        if (a.notes.front() >= b.notes.front() || a.notes.back() >= b.notes.back())
            return false;
        const double spacing = std::max(a.spacing(), b.spacing());
        if (spacing > rarest || std::abs(b.notes.front() - a.notes.back()) > 2 + 2 * spacing)
            return false;
        const auto laterOfA = a.notes.end() - std::ranges::upper_bound(a.notes, b.notes.front());
        const auto earlierOfB = std::ranges::lower_bound(b.notes, a.notes.back()) - b.notes.begin();
        if (4 * laterOfA > std::ssize(a.notes) || 4 * earlierOfB > std::ssize(b.notes))
            return false; // they take turns
        std::vector<int> both;
        std::ranges::set_intersection(a.notes, b.notes, std::back_inserter(both));
        const size_t rarely = std::min(a.notes.size(), b.notes.size()) / 8;
        return both.size() <= rarely && mostOften(a.authors) == mostOften(b.authors);
    }

    /// 0 where too little speaks for it.
    [[nodiscard]] double weight(size_t a, size_t b) const
    {
        constexpr double enough = 2;
        constexpr double steady = 1.5; // of what comes and goes, such as projects, the place tells nothing
        const QStringList words = sharedWords(a, b);
        if (words.isEmpty() && std::max(m_facts[a].spacing(), m_facts[b].spacing()) > steady)
            return 0;
        double score = placeWeight(m_facts[a], m_facts[b]);
        for (const QString &word : words)
            score += m_linesWith[word] == 2 ? 2 : 0.5; // what many headings say tells little
        const double notes = double(std::min({m_lines[a].notes.size(), m_lines[b].notes.size(), size_t(10)}));
        return score < enough ? 0 : score + notes / 20;
    }

    [[nodiscard]] static double placeWeight(const Facts &a, const Facts &b)
    {
        constexpr double near = 0.15;
        double score = std::abs(a.place() - b.place()) < near ? 0.5 : 0;
        for (const auto side : {&Facts::before, &Facts::after}) {
            const size_t neighbour = mostOften(a.*side);
            if (neighbour == mostOften(b.*side))
                score += neighbour == none ? 0.5 : 1;
        }
        return score;
    }

    [[nodiscard]] SectionProposal proposalOf(size_t a, size_t b) const
    {
        const SectionLine &from = m_lines[a];
        const SectionLine &to = m_lines[b];
        return {.from = from.heading,
                .to = to.heading,
                .fromKey = from.keys.first(),
                .toKey = to.keys.first(),
                .lastFrom = from.days.back(),
                .firstTo = to.days.front(),
                .words = asWritten(to.heading, sharedWords(a, b)),
                .neighbour = neighbour(m_facts[a], m_facts[b])};
    }

    /// The heading that stands beside both, on the same side.
    [[nodiscard]] QString neighbour(const Facts &a, const Facts &b) const
    {
        for (const auto side : {&Facts::before, &Facts::after}) {
            const size_t line = mostOften(a.*side);
            if (line != none && line == mostOften(b.*side))
                return m_lines[line].heading;
        }
        return {};
    }

    [[nodiscard]] QStringList wordsOf(size_t line) const
    {
        constexpr qsizetype shortest = 4; // shorter ones are mostly "of" and "the"
        QStringList words = m_lines[line].keys.first().split(u' ');
        words.removeIf([](const QString &word) { return word.size() < shortest; });
        words.removeDuplicates();
        return words;
    }

    [[nodiscard]] QStringList sharedWords(size_t a, size_t b) const
    {
        QStringList shared = wordsOf(a);
        shared.removeIf([others = wordsOf(b)](const QString &word) { return !others.contains(word); });
        return shared;
    }

    static QStringList asWritten(const QString &heading, const QStringList &folded)
    {
        QStringList words;
        for (SearchWords each(heading); each.next();) {
            if (folded.contains(each.word().toString()))
                words << heading.sliced(each.begin(), each.end() - each.begin());
        }
        return words;
    }

    const std::vector<SectionLine> &m_lines;
    std::vector<Facts> m_facts; // of each line
    QHash<QString, size_t> m_lineOf;
    QHash<QString, int> m_linesWith; // a word
    QSet<std::pair<size_t, size_t>> m_decided;
};

std::optional<SectionProposal> SectionLines::proposal(const std::vector<SectionLine> &lines,
                                                      const std::vector<SectionRename> &renames) const
{
    return Proposing(*this, lines, renames).best();
}

SectionPassages::SectionPassages(const SectionLine &line, QDate today)
    : m_keys(line.keys.begin(), line.keys.end()), m_notes(line.notes.begin(), line.notes.end()), m_today(today)
{
}

void SectionPassages::add(const Note &note)
{
    if (!m_notes.contains(note.header.id))
        return;
    const auto document = Markdown::Document::parse(note.text)->forReaders(m_today);
    size_t end = 0; // what stands within another one of the section is there already
    for (const NoteSection &section : noteSections(*document, note.header.fields.title)) {
        if (!m_keys.contains(section.key) || section.begin < end)
            continue;
        end = section.end;
        m_passages.push_back({note.header, Markdown::passageOf(*document, section.begin, section.end)});
    }
}

std::vector<NotePassage> SectionPassages::take()
{
    std::ranges::stable_sort(
        m_passages, [](const NoteHeader &a, const NoteHeader &b) { return newerFirst(b, a); }, &NotePassage::note);
    return std::move(m_passages);
}

} // namespace Weeknotes
