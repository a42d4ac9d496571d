// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/sectionlines.h"

#include "insight/notesections.h"

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

void SectionLines::add(const Note &note)
{
    Entry entry{note.header, {}};
    const auto document = Markdown::Document::parse(note.text)->forReaders(m_today);
    for (const NoteSection &section : noteSections(*document, note.header.fields.title)) {
        const bool weak = section.mark == NoteSection::Mark::Line || section.mark == NoteSection::Mark::LeadIn;
        entry.mentions.push_back({section.key, section.heading, weak, section.place});
    }
    m_entries.push_back(std::move(entry));
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
        for (const Mention &mention : entry->mentions) {
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
    Proposing(const SectionLines &all, const std::vector<SectionRename> &renames)
        : m_lines(all.lines(renames)), m_facts(m_lines.size())
    {
        for (size_t i = 0; i < m_lines.size(); ++i) {
            for (const QString &key : std::as_const(m_lines[i].keys))
                m_lineOf.insert(key, i);
        }
        int number = 0;
        for (const Entry *entry : all.oldestFirst())
            take(entry->mentions, number++);
        for (const SectionRename &rename : renames)
            m_decided.insert({m_lineOf.value(rename.from, m_lines.size()), m_lineOf.value(rename.to, m_lines.size())});
    }

    [[nodiscard]] std::vector<SectionProposal> proposals() const
    {
        std::vector<Scored> found;
        for (size_t a = 0; a < m_lines.size(); ++a) {
            for (size_t b = 0; b < m_lines.size(); ++b) {
                const bool enough = m_lines[a].notes.size() + m_lines[b].notes.size() >= fewestToCompare;
                if (a != b && enough && !isDecided(a, b) && follows(m_facts[a], m_facts[b]))
                    weigh(a, b, found);
            }
        }
        std::ranges::stable_sort(found, std::ranges::greater(), &Scored::score);
        std::vector<SectionProposal> best; // of each line the one that speaks most
        QSet<size_t> ended;
        QSet<size_t> begun;
        for (Scored &each : found) {
            if (ended.contains(each.from) || begun.contains(each.to))
                continue;
            ended.insert(each.from);
            begun.insert(each.to);
            best.push_back(std::move(each.proposal));
        }
        return best;
    }

private:
    struct Facts
    {
        std::vector<int> notes; // by their number, oldest first
        double places = 0;      // all together
        int mentions = 0;
        std::map<size_t, int> neighbours; // how often which line stands beside it

        [[nodiscard]] double place() const { return places / mentions; }
        /// Notes from one to the next.
        [[nodiscard]] double spacing() const
        {
            return notes.size() < 2 ? 1 : double(notes.back() - notes.front()) / double(notes.size() - 1);
        }
    };
    struct Scored
    {
        size_t from = 0;
        size_t to = 0;
        double score = 0;
        SectionProposal proposal;
    };

    void take(const std::vector<Mention> &mentions, int number)
    {
        std::vector<size_t> order;
        for (const Mention &mention : mentions) {
            const auto line = m_lineOf.constFind(mention.key);
            if (line == m_lineOf.cend())
                continue;
            Facts &facts = m_facts[*line];
            if (facts.notes.empty() || facts.notes.back() != number)
                facts.notes.push_back(number);
            facts.places += mention.place;
            ++facts.mentions;
            order.push_back(*line);
        }
        for (size_t i = 1; i < order.size(); ++i) {
            ++m_facts[order[i - 1]].neighbours[order[i]];
            ++m_facts[order[i]].neighbours[order[i - 1]];
        }
    }

    [[nodiscard]] bool isDecided(size_t a, size_t b) const
    {
        return m_decided.contains({a, b}) || m_decided.contains({b, a});
    }

    /// One begins about where the other ends, and they are rarely in the same note.
    static bool follows(const Facts &a, const Facts &b)
    {
        if (a.notes.front() >= b.notes.front() || a.notes.back() >= b.notes.back())
            return false;
        const double room = 2 + 2 * std::max(a.spacing(), b.spacing());
        if (std::abs(b.notes.front() - a.notes.back()) > room)
            return false;
        const auto laterOfA = a.notes.end() - std::ranges::upper_bound(a.notes, b.notes.front());
        const auto earlierOfB = std::ranges::lower_bound(b.notes, a.notes.back()) - b.notes.begin();
        if (4 * laterOfA > std::ssize(a.notes) || 4 * earlierOfB > std::ssize(b.notes))
            return false; // they take turns
        std::vector<int> both;
        std::ranges::set_intersection(a.notes, b.notes, std::back_inserter(both));
        const size_t rarely = std::min(a.notes.size(), b.notes.size()) / 8;
        return both.size() <= rarely;
    }

    void weigh(size_t a, size_t b, std::vector<Scored> &found) const
    {
        constexpr double near = 0.15;
        const SectionLine &from = m_lines[a];
        const SectionLine &to = m_lines[b];
        SectionProposal proposal{.from = from.heading,
                                 .to = to.heading,
                                 .fromKey = from.keys.first(),
                                 .toKey = to.keys.first(),
                                 .lastFrom = from.days.back(),
                                 .firstTo = to.days.front(),
                                 .samePlace = std::abs(m_facts[a].place() - m_facts[b].place()) < near,
                                 .neighbour = neighbour(a, b),
                                 .words = sharedWords(from.keys.first(), to.keys.first())};
        double score = double(std::min(proposal.words.size(), qsizetype(2)));
        score += proposal.neighbour.isEmpty() ? 0 : 1;
        score += proposal.samePlace ? 1 : 0;
        if (score == 0)
            return;
        score += double(std::min({from.notes.size(), to.notes.size(), size_t(10)})) / 20;
        found.push_back({a, b, score, std::move(proposal)});
    }

    /// The heading that stands beside both most often.
    [[nodiscard]] QString neighbour(size_t a, size_t b) const
    {
        QString heading;
        int most = 1; // once is chance
        for (const auto &[line, times] : m_facts[a].neighbours) {
            const auto there = m_facts[b].neighbours.find(line);
            const int both = there == m_facts[b].neighbours.end() ? 0 : std::min(times, there->second);
            if (line != a && line != b && both > most) {
                most = both;
                heading = m_lines[line].heading;
            }
        }
        return heading;
    }

    static QStringList sharedWords(const QString &a, const QString &b)
    {
        constexpr qsizetype shortest = 4; // shorter ones are mostly "of" and "the"
        const QStringList others = b.split(u' ');
        QStringList shared;
        for (const QString &word : a.split(u' ')) {
            if (word.size() >= shortest && others.contains(word) && !shared.contains(word))
                shared << word;
        }
        return shared;
    }

    std::vector<SectionLine> m_lines;
    std::vector<Facts> m_facts; // of each line
    QHash<QString, size_t> m_lineOf;
    QSet<std::pair<size_t, size_t>> m_decided;
};

std::vector<SectionProposal> SectionLines::proposals(const std::vector<SectionRename> &renames) const
{
    return Proposing(*this, renames).proposals();
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
