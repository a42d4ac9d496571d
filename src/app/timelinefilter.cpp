// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timelinefilter.h"

#include "app/appsettings.h"
#include "app/session.h"
#include "app/timelinepane.h"
#include "insight/notetraits.h"

#include <algorithm>
#include <map>
#include <set>

namespace Weeknotes {
namespace {

/// Counts what notes hold; what most of them hold comes first.
class Tally
{
public:
    void add(const QStringList &values)
    {
        for (const QString &value : values)
            ++m_counts[value];
    }
    [[nodiscard]] QStringList ranked() const
    {
        std::vector<std::pair<int, QString>> order;
        for (const auto &[value, count] : m_counts)
            order.emplace_back(-count, value);
        std::ranges::sort(order);
        QStringList values;
        for (const auto &[count, value] : order)
            values << value;
        return values;
    }

private:
    std::map<QString, int> m_counts;
};

} // namespace

TimelineFilter::TimelineFilter(TimelinePane &timeline, Session &session, AppSettings &settings)
    : QObject(&timeline), m_timeline(timeline), m_session(session), m_settings(settings)
{
    FilterBar &bar = timeline.filter();
    TimelineChoice choice;
    choice.grouping = settings.timelineGrouping();
    bar.setChoice(choice);
    connect(&bar, &FilterBar::choiceChanged, this, [this](const TimelineChoice &chosen) {
        m_settings.setTimelineGrouping(chosen.grouping);
        show();
    });
    connect(&bar, &FilterBar::optionsRequested, this, [this] {
        offer();
        if (!m_traitsAreRead)
            readTraits();
    });
    connect(&bar, &FilterBar::viewKept, this, [this](const NamedView &view) {
        changeViews([view](std::vector<NamedView> &views) {
            std::erase_if(
                views, [&](const NamedView &other) { return other.name.compare(view.name, Qt::CaseInsensitive) == 0; });
            views.push_back(view);
            std::ranges::sort(views, {}, [](const NamedView &each) { return each.name.toCaseFolded(); });
        });
    });
    connect(&bar, &FilterBar::viewRemoved, this, [this](const QString &name) {
        changeViews([name](std::vector<NamedView> &views) {
            std::erase_if(views, [&](const NamedView &other) { return other.name == name; });
        });
    });
    connect(&session, &Session::shelfChanged, this, [this] {
        m_traitsAreRead = false;
        show();
    });
    connect(&session, &Session::noteChanged, this, &TimelineFilter::readAgain);
    connect(&session, &Session::opening, this, [this] {
        ++m_reading;
        m_traits.clear();
        m_traitsAreRead = false;
        m_timeline.filter().setChoice({m_timeline.filter().choice().grouping, {}, {}});
    });
    show();
}

void TimelineFilter::show()
{
    TimelineChoice choice = m_timeline.filter().choice();
    const bool asks = choice.filter.asksForTraits();
    if (asks && !m_traitsAreRead)
        readTraits(); // where the answer is there at once, it has been shown when this returns
    if (asks)
        choice.traits = m_traits;
    m_timeline.setChoice(choice);
}

void TimelineFilter::readTraits()
{
    m_traitsAreRead = true; // what changes from now on is read after it
    m_session.notebook()
        .readAll(TraitsReader())
        .then(this, [this, reading = ++m_reading](const Result<TraitsReader> &read) {
            if (reading != m_reading)
                return;
            if (!read) {
                m_traitsAreRead = false;
                Q_EMIT m_session.failed(read.error());
                return;
            }
            m_traits = read->traits;
            offer();
            show();
        });
}

void TimelineFilter::readAgain(const NoteHeader &header)
{
    if (!m_traitsAreRead)
        return;
    m_session.notebook().note(header.id).then(this, [this, reading = m_reading](const Result<Note> &note) {
        if (reading != m_reading || !note)
            return;
        m_traits.insert(note->header.id, traitsOf(note->text));
        if (m_timeline.filter().choice().filter.asksForTraits())
            show();
    });
}

void TimelineFilter::offer()
{
    FilterOptions options;
    std::set<int, std::greater<>> seasons;
    std::set<int, std::greater<>> years;
    Tally tags;
    Tally people;
    Tally sections;
    for (const NoteHeader &note : m_session.shelf().notes()) {
        if (note.fields.number.season)
            seasons.insert(*note.fields.number.season);
        if (const auto day = knownDay(note))
            years.insert(day->year());
        tags.add(note.fields.tags);
        const NoteTraits traits = m_traits.value(note.id);
        people.add(traits.people);
        sections.add(traits.sections);
    }
    options.seasons.assign(seasons.begin(), seasons.end());
    options.years.assign(years.begin(), years.end());
    options.tags = tags.ranked();
    options.people = people.ranked();
    options.sections = sections.ranked();
    options.views = m_session.shelf().settings().views;
    m_timeline.filter().setOptions(options);
}

void TimelineFilter::changeViews(const std::function<void(std::vector<NamedView> &views)> &change)
{
    m_session.notebook()
        .changeSettings([change](LibrarySettings &settings) { change(settings.views); })
        .then(this, [this](const Result<LibrarySettings> &changed) {
            if (!changed)
                Q_EMIT m_session.failed(changed.error());
        });
}

} // namespace Weeknotes
