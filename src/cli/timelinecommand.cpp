// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/timelinecommand.h"

#include "cli/invocation.h"
#include "cli/jsonwriter.h"
#include "cli/table.h"
#include "core/isotext.h"
#include "core/timeline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

QByteArray jsonOf(const std::vector<TimelineWeek> &weeks)
{
    JsonWriter json;
    json.beginArray();
    for (const TimelineWeek &week : weeks) {
        json.beginObject();
        json.member("week"_L1, week.week.toString());
        json.member("from"_L1, isoDay(week.days.first));
        json.member("to"_L1, isoDay(week.days.last));
        json.member("state"_L1, nameOf(week.state));
        json.key("notes"_L1);
        json.beginArray();
        for (const NoteId &id : week.notes)
            json.value(id.toString());
        json.endArray();
        json.key("pause"_L1);
        if (week.pause) {
            json.beginObject();
            json.member("from"_L1, isoDay(week.pause->from));
            json.member("planned_to"_L1, week.pause->plannedTo.transform(isoDay));
            json.member("to"_L1, week.pause->to.transform(isoDay));
            json.endObject();
        } else {
            json.null();
        }
        json.endObject();
    }
    json.endArray();
    return json.document();
}

QString titlesOf(const TimelineWeek &week, const std::vector<NoteHeader> &notes)
{
    QStringList titles;
    for (const NoteId &id : week.notes)
        titles << std::ranges::find(notes, id, &NoteHeader::id)->fields.title;
    if (titles.isEmpty() && week.pause)
        return week.pause->note;
    return titles.join(u" · ");
}

} // namespace

QString TimelineCommand::name() const
{
    return u"timeline"_s;
}

QString TimelineCommand::summary() const
{
    return tr("every week and its state: noted, paused, missed or future");
}

QList<QCommandLineOption> TimelineCommand::options() const
{
    return {{u"json"_s, tr("print JSON")}};
}

ExitStatus TimelineCommand::run(Invocation &invocation) const
{
    const auto library = invocation.openLibrary(Library::Access::ReadOnly);
    if (!library)
        return library.error();
    const auto settings = invocation.told((*library)->settings());
    if (!settings)
        return settings.error();
    const auto notes = invocation.told((*library)->notes());
    if (!notes)
        return notes.error();
    const auto pauses = invocation.told((*library)->pauses());
    if (!pauses)
        return pauses.error();

    const auto weeks = buildTimeline(*notes, *pauses, invocation.clock().today(), settings->week);
    if (invocation.isSet(u"json"_s)) {
        invocation.out.bytes(jsonOf(weeks));
        return ExitStatus::Done;
    }
    Table table({{tr("WEEK")}, {tr("FROM")}, {tr("TO")}, {tr("STATE")}, {.head = tr("NOTES"), .stretches = true}});
    for (const TimelineWeek &week : weeks) {
        table.addRow({week.week.toString(), isoDay(week.days.first), isoDay(week.days.last), nameOf(week.state),
                      titlesOf(week, *notes)});
    }
    table.print(invocation.out);
    return ExitStatus::Done;
}

} // namespace Weeknotes
