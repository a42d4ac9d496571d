// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/searchjump.h"

#include "app/findbar.h"
#include "app/notepane.h"
#include "app/session.h"
#include "markdown/outline.h"
#include "storage/excerpt.h"
#include "storage/searchquery.h"

#include <QKeyEvent>
#include <QSignalBlocker>
#include <QTextDocument>

#include <algorithm>

namespace Weeknotes {

SearchJump::SearchJump(Session &session, NotePane &note, QObject *parent)
    : QObject(parent), m_session(session), m_note(note)
{
    connect(&session, &Session::weekShown, this, &SearchJump::arrive);
    connect(&session, &Session::draftKept, this, [this] { m_target.reset(); });
    connect(&session, &Session::failed, this, [this] { m_target.reset(); });
    connect(note.editor().document(), &QTextDocument::contentsChange, this, [this] { unmark(); });
    note.editor().installEventFilter(this);
}

void SearchJump::open(const FoundNote &found)
{
    open(found.id, [this, found] {
        if (found.section)
            showHeading(*found.section);
        else if (!found.query.isEmpty())
            showMatches(found.query);
    });
}

void SearchJump::openAt(const NoteId &id, const StoryTerm &term)
{
    open(id, [this, term] { showPassage(term); });
}

void SearchJump::open(const NoteId &id, const std::function<void()> &arrived)
{
    m_target = Target{id, noteInView(), arrived};
    m_session.showNote(id);
}

void SearchJump::arrive()
{
    if (m_target && noteInView() == m_target->from && m_target->from != m_target->id)
        return; // it is saved, and left then
    const auto target = std::exchange(m_target, std::nullopt);
    if (target && noteInView() == target->id)
        target->arrived();
}

NoteId SearchJump::noteInView() const
{
    return m_session.draft() ? m_session.draft()->noteId() : NoteId();
}

void SearchJump::showHeading(int section)
{
    const auto sections = Markdown::sections(*m_session.draft()->document());
    if (section < 0 || size_t(section) >= sections.size()) // it was written anew meanwhile
        return;
    m_note.editor().showOffset(sections[size_t(section)].source.begin, 0);
}

void SearchJump::showMatches(const QString &query)
{
    MarkdownEdit &editor = m_note.editor();
    const QString text = editor.markdown();
    const SearchQuery sought(query);
    const std::vector<SearchQuery::Hit> hits = sought.hits(text);
    if (hits.empty())
        return editor.select({0, 0});
    std::vector<TextRange> ranges;
    for (const SearchQuery::Hit &hit : hits)
        ranges.push_back({int(hit.begin), int(hit.end)});
    const TextRange best = ranges[size_t(bestHit(hits))];
    std::ranges::sort(ranges, {}, &TextRange::begin);
    const auto [last, end] = std::ranges::unique(
        ranges, [](const TextRange &before, const TextRange &next) { return next.begin < before.end; });
    ranges.erase(last, end);
    show(best, std::move(ranges));
    if (sought.termCount() == 1) { // F3 goes on from here
        const QSignalBlocker quiet(m_note.findBar());
        m_note.findBar().setSought(text.sliced(best.begin, best.length()));
    }
}

/// Readers' passages alone are what a storyline shows: the words may stand in a private one before.
void SearchJump::showPassage(const StoryTerm &term)
{
    const QString text = m_note.editor().markdown();
    Storyline line(term, m_session.clock().today());
    line.add({m_session.draft()->savedHeader(), text});
    const std::vector<NotePassage> passages = line.take();
    if (passages.empty() || passages.front().passage.blocks.empty())
        return m_note.editor().select({0, 0});
    const int begin = passages.front().passage.blocks.front().source.begin;
    std::vector<TextRange> ranges;
    for (const auto &[first, last] : term.in(text))
        ranges.push_back({first, last});
    const auto best = std::ranges::find_if(ranges, [begin](const TextRange &range) { return range.begin >= begin; });
    show(best == ranges.end() ? TextRange{begin, begin} : *best, ranges);
}

void SearchJump::show(const TextRange &best, std::vector<TextRange> ranges)
{
    MarkdownEdit &editor = m_note.editor();
    if (!m_note.findBar().isHidden()) // its marks are others
        Q_EMIT m_note.findBar().closeRequested();
    editor.showOffset(best.begin, editor.viewport()->height() / 3); // with some of the text above it
    editor.select(best);
    editor.found().set(std::move(ranges));
    m_marked = true;
}

bool SearchJump::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_marked && m_note.findBar().isHidden() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        unmark();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void SearchJump::unmark()
{
    if (std::exchange(m_marked, false) && m_note.findBar().isHidden())
        m_note.editor().found().set({});
}

} // namespace Weeknotes
