// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/statscommand.h"

#include "cli/invocation.h"
#include "cli/statsreport.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// What the report needs of the library.
struct StatsSource
{
    LibrarySettings settings;
    std::vector<NoteHeader> notes;
    std::vector<Pause> pauses;
};

Outcome<StatsSource> readStatsSource(Invocation &invocation, Library &library)
{
    auto settings = invocation.told(library.settings());
    if (!settings)
        return std::unexpected(settings.error());
    auto notes = invocation.told(library.notes());
    if (!notes)
        return std::unexpected(notes.error());
    auto pauses = invocation.told(library.pauses());
    if (!pauses)
        return std::unexpected(pauses.error());
    return StatsSource{*std::move(settings), *std::move(notes), *std::move(pauses)};
}

StatsReport reportOf(const StatsSource &source, const Stretch &stretch, QDate today)
{
    const auto timeline = buildTimeline(source.notes, source.pauses, today, source.settings.week);
    return {.figures = stretchFigures(stretch, source.notes, source.pauses, timeline, today, source.settings),
            .showsRuns = source.settings.run.shown,
            .texts = LibraryFacts(today, source.settings.language, LibraryFacts::Words::Count)};
}

} // namespace

QString StatsCommand::name() const
{
    return u"stats"_s;
}

QString StatsCommand::summary() const
{
    return tr("words, weeks and runs");
}

QList<QCommandLineOption> StatsCommand::options() const
{
    return {{u"json"_s, tr("print JSON")},
            {u"season"_s, tr("only this season"), u"N"_s},
            {u"year"_s, tr("only this year"), u"Y"_s}};
}

ExitStatus StatsCommand::run(Invocation &invocation) const
{
    const auto season = invocation.number(u"season"_s);
    if (!season)
        return season.error();
    const auto year = invocation.number(u"year"_s, 1);
    if (!year)
        return year.error();
    const auto library = invocation.openLibrary(Library::Access::ReadOnly);
    if (!library)
        return library.error();
    const auto source = readStatsSource(invocation, **library);
    if (!source)
        return source.error();
    const Stretch stretch{.season = *season, .year = *year};
    StatsReport report = reportOf(*source, stretch, invocation.clock().today());
    const auto read = invocation.told((*library)->eachNote([&report, &stretch](const Note &note) {
        if (stretch.holds(note.header))
            report.texts.add(note);
    }));
    if (!read)
        return read.error();
    if (invocation.isSet(u"json"_s))
        invocation.out.bytes(statsJson(report));
    else
        printStats(report, invocation.out);
    return ExitStatus::Done;
}

} // namespace Weeknotes
