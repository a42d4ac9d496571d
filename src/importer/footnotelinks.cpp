// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/footnotelinks.h"

#include "importer/pagefurniture.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

// Non-characters, which decoding takes out of all that comes in.
constexpr QChar markBegins(u'\uFDD0');
constexpr QChar markEnds(u'\uFDD1');

constexpr size_t mostReferences = 2000;
constexpr size_t mostInNote = 2000;      ///< elements
constexpr size_t mostSteps = 400'000;    ///< in search of them: a page of nothing but links is no article
const QString gone = u"footnote-gone"_s; ///< the name of an element that is to go

QString targetOf(const HtmlNode &node)
{
    const QString href = node.name == u"a" ? node.attributes.value(u"href"_s) : QString();
    return href.startsWith(u'#') && href.size() > 1 ? QUrl::fromPercentEncoding(href.sliced(1).toUtf8()) : QString();
}

const QRegularExpression &footnoteMark()
{
    static const QRegularExpression mark(u"%1(\\d+)%2"_s.arg(markBegins).arg(markEnds));
    return mark;
}

class FootnoteTaker
{
public:
    explicit FootnoteTaker(HtmlNode &article) : m_article(article) { list(article, 0); }

    std::vector<HtmlNode> take()
    {
        pair();
        std::vector<HtmlNode> notes;
        for (const Note &note : m_notes)
            notes.push_back(contentOf(note));
        for (const Reference &reference : m_references) {
            const QString number = QString::number(reference.note + 1);
            *m_spots[reference.spot].node = {u"span"_s, {}, {}, {{{}, markBegins + number + markEnds, {}, {}}}};
        }
        for (const Note &note : m_notes)
            m_spots[note.block].node->name = gone;
        (void)dropGone(m_article);
        return notes;
    }

private:
    struct Spot
    {
        HtmlNode *node = nullptr;
        size_t parent = 0;
        size_t end = 0; ///< behind the last one in it
    };
    struct Note
    {
        size_t label = 0; ///< what the link leads to
        size_t block = 0;
        QSet<QString> backTo;
    };
    struct Reference
    {
        size_t spot = 0;
        size_t note = 0; ///< in m_notes
    };

    void list(HtmlNode &node, size_t parent)
    {
        const size_t at = m_spots.size();
        m_spots.push_back({.node = &node, .parent = parent, .end = 0});
        for (const QString &name : {u"id"_s, u"name"_s}) {
            if (const QString id = node.attributes.value(name); !id.isEmpty() && !m_ids.contains(id))
                m_ids.insert(id, at);
        }
        for (HtmlNode &child : node.children) {
            if (!child.isText())
                list(child, at);
        }
        m_spots[at].end = m_spots.size();
    }

    void pair()
    {
        for (size_t at = 0; at < m_spots.size() && m_references.size() < mostReferences && m_steps < mostSteps; ++at) {
            const QString target = targetOf(*m_spots[at].node);
            const size_t label = target.isEmpty() ? 0 : m_ids.value(target, 0);
            if (label < m_spots[at].end || isInNote(at)) // what another note names stays as it is there
                continue;
            const size_t block = blockOf(label);
            const QString back = block >= m_spots[at].end ? backLink(block, at) : QString();
            if (back.isEmpty())
                continue;
            if (!m_byBlock.contains(block)) {
                if (isInNote(block) || holdsNote(block))
                    continue;
                m_byBlock.insert(block, m_notes.size());
                m_notes.push_back({.label = label, .block = block, .backTo = {}});
            }
            const size_t note = m_byBlock.value(block);
            m_notes[note].backTo.insert(back);
            m_references.push_back({.spot = at, .note = note});
        }
    }

    [[nodiscard]] bool isInNote(size_t at)
    {
        for (; at > 0; at = m_spots[at].parent, ++m_steps) {
            if (m_byBlock.contains(at))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool holdsNote(size_t block) const
    {
        return std::ranges::any_of(
            m_notes, [&](const Note &note) { return note.block > block && note.block < m_spots[block].end; });
    }

    [[nodiscard]] size_t blockOf(size_t at) const
    {
        while (at > 0 && !beginsLine(*m_spots[at].node))
            at = m_spots[at].parent;
        return at;
    }

    /// What a link in the note leads back to: the reference, or what holds it.
    [[nodiscard]] QString backLink(size_t block, size_t reference)
    {
        QSet<QString> names;
        for (int up = 0; up < 3 && reference > 0; ++up, reference = m_spots[reference].parent)
            names << m_spots[reference].node->attributes.value(u"id"_s)
                  << m_spots[reference].node->attributes.value(u"name"_s);
        names.remove(QString());
        const size_t end = std::min(m_spots[block].end, block + mostInNote);
        for (size_t at = block; at < end; ++at, ++m_steps) {
            if (const QString target = targetOf(*m_spots[at].node); names.contains(target))
                return target;
        }
        return {};
    }

    [[nodiscard]] HtmlNode contentOf(const Note &note) const
    {
        const HtmlNode *label = m_spots[note.label].node;
        const QString id = label->name == u"a" ? label->attributes.value(u"id"_s) : QString();
        HtmlNode content{u"div"_s, {}, {}, m_spots[note.block].node->children};
        const auto strip = [&](this const auto &self, std::vector<HtmlNode> &nodes) -> void {
            std::erase_if(nodes, [&](const HtmlNode &node) {
                return note.backTo.contains(targetOf(node)) || (!id.isEmpty() && node.attributes.value(u"id"_s) == id);
            });
            for (HtmlNode &node : nodes)
                self(node.children);
        };
        strip(content.children);
        return content;
    }

    /// And what only held such elements, with a heading of its own at most. True where some went.
    static bool dropGone(HtmlNode &node)
    {
        bool dropped = false;
        std::erase_if(node.children, [&](HtmlNode &child) {
            const bool isGone = child.name == gone || (!child.isText() && dropGone(child) && holdsNothing(child));
            dropped |= isGone;
            return isGone;
        });
        return dropped;
    }

    static bool holdsNothing(const HtmlNode &node)
    {
        return std::ranges::all_of(node.children, [](const HtmlNode &child) {
            const bool isPicture = child.name == u"img" ||
                                   findNode(child.children, [](const HtmlNode &part) { return part.name == u"img"; });
            return headingLevel(child) > 0 || (child.allText().trimmed().isEmpty() && !isPicture);
        });
    }

    HtmlNode &m_article;
    std::vector<Spot> m_spots;
    QHash<QString, size_t> m_ids;
    std::vector<Note> m_notes;
    std::vector<Reference> m_references;
    QHash<size_t, size_t> m_byBlock; ///< the notes
    size_t m_steps = 0;
};

} // namespace

std::vector<HtmlNode> takeFootnotes(HtmlNode &article)
{
    return FootnoteTaker(article).take();
}

QList<qsizetype> footnotesIn(const QString &markdown)
{
    QList<qsizetype> numbers;
    QSet<qsizetype> seen;
    for (const auto &match : footnoteMark().globalMatch(markdown)) {
        const qsizetype number = match.captured(1).toLongLong();
        if (!seen.contains(number))
            numbers += number;
        seen.insert(number);
    }
    return numbers;
}

QString withFootnoteNames(QString markdown)
{
    return markdown.replace(footnoteMark(), u"[^\\1]"_s);
}

QString withoutFootnoteMarks(QString text)
{
    return text.replace(markBegins, QChar::ReplacementCharacter).replace(markEnds, QChar::ReplacementCharacter);
}

} // namespace Weeknotes
