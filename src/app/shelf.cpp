// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shelf.h"

#include "core/run.h"

#include <algorithm>

namespace Weeknotes {

Shelf::Shelf(std::vector<NoteHeader> notes, std::vector<Pause> pauses, LibrarySettings settings, QDate today)
    : m_settings(std::move(settings))
{
    m_content.notes = std::move(notes);
    m_content.pauses = std::move(pauses);
    m_content.today = today;
    m_content.rules = m_settings.week;
    m_content.seasons = m_settings.seasons;
    if (!m_settings.titlePattern.isEmpty())
        m_content.titlePattern = TitlePattern::parse(m_settings.titlePattern);
    rebuild();
}

Week Shelf::rightWeek() const
{
    return weekToOpen(m_content.notes, m_content.pauses, m_content.today, m_settings.week, m_settings.graceUntil);
}

int Shelf::run() const
{
    return m_settings.run.shown ? currentRun(runsOf(m_content.weeks, m_content.notes, m_content.today, m_settings)) : 0;
}

const NoteHeader *Shelf::note(const NoteId &id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? nullptr : &m_content.notes[*place];
}

const NoteHeader *Shelf::noteOf(const Week &week) const
{
    const auto entry = std::ranges::find(m_content.weeks, week, &TimelineWeek::week);
    if (entry == m_content.weeks.end())
        return nullptr;
    const NoteHeader *post = nullptr;
    for (const NoteId &id : entry->notes) {
        const NoteHeader *header = note(id);
        if (header && header->fields.kind != NoteKind::Post)
            return header;
        post = header;
    }
    return post;
}

Week Shelf::weekOf(const NoteHeader &note) const
{
    // The last day may lie in a week that the note does not speak of.
    return note.fields.covers ? weeksCoveredBy(*note.fields.covers, m_settings.week).back()
                              : Week::of(sortDay(note), m_settings.week);
}

bool Shelf::update(const NoteHeader &header)
{
    const auto place = m_places.constFind(header.id);
    if (place == m_places.constEnd())
        return false;
    NoteHeader &note = m_content.notes[*place];
    const bool weeksChanged = note.fields.covers != header.fields.covers || note.fields.kind != header.fields.kind;
    note = header;
    if (weeksChanged)
        rebuild();
    return weeksChanged;
}

void Shelf::update(const std::vector<NoteHeader> &headers)
{
    for (const NoteHeader &header : headers) {
        if (const auto place = m_places.constFind(header.id); place != m_places.constEnd())
            m_content.notes[*place] = header;
    }
    rebuild();
}

void Shelf::add(const NoteHeader &header)
{
    if (note(header.id))
        return;
    m_content.notes.push_back(header);
    rebuild();
}

void Shelf::remove(const NoteId &id)
{
    std::erase_if(m_content.notes, [&id](const NoteHeader &note) { return note.id == id; });
    rebuild();
}

void Shelf::setToday(QDate today)
{
    m_content.today = today;
    rebuild();
}

void Shelf::rebuild()
{
    m_places.clear();
    for (size_t place = 0; place < m_content.notes.size(); ++place)
        m_places.insert(m_content.notes[place].id, place);
    m_content.weeks = buildTimeline(m_content.notes, m_content.pauses, m_content.today, m_content.rules);
}

} // namespace Weeknotes
