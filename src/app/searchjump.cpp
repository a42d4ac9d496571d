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
    m_target = found;
    m_session.showNote(found.id);
}

void SearchJump::arrive()
{
    const auto target = std::exchange(m_target, std::nullopt);
    const DraftSession *draft = m_session.draft();
    if (!target || !draft || draft->noteId() != target->id)
        return;
    if (target->section)
        showHeading(*target->section);
    else if (!target->query.isEmpty())
        showMatches(target->query);
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
    if (!m_note.findBar().isHidden())
        Q_EMIT m_note.findBar().closeRequested(); // its marks are others
    std::vector<TextRange> ranges;
    for (const SearchQuery::Hit &hit : hits)
        ranges.push_back({int(hit.begin), int(hit.end)});
    const TextRange best = ranges[size_t(bestHit(hits))];
    std::ranges::sort(ranges, {}, &TextRange::begin);
    const auto [last, end] = std::ranges::unique(
        ranges, [](const TextRange &before, const TextRange &next) { return next.begin < before.end; });
    ranges.erase(last, end);
    if (sought.termCount() == 1) { // F3 goes on from here
        const QSignalBlocker quiet(m_note.findBar());
        m_note.findBar().setSought(text.sliced(best.begin, best.length()));
    }
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
