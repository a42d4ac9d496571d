// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listcommand.h"

#include "cli/invocation.h"
#include "cli/notejson.h"
#include "cli/table.h"
#include "core/isotext.h"
#include "core/noteref.h"
#include "core/numberhabit.h"
#include "core/week.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

struct Filter
{
    std::optional<int> season;
    std::optional<int> year;
    std::optional<NoteStatus> status;

    [[nodiscard]] bool takes(const NoteHeader &note) const
    {
        return (!season || note.fields.number.season == season) && (!year || sortDay(note).year() == *year) &&
               (!status || note.fields.status == *status);
    }
};

/// "2019-W41", "2023-W12–W13"; else the day it went out or was written, if that is known.
QString weeksText(const NoteHeader &note, const WeekRules &rules)
{
    const NoteFields &fields = note.fields;
    if (!fields.covers)
        return fields.published ? isoDay(fields.published->date()) : fields.written.transform(isoDay).value_or(u"–"_s);
    const std::vector<Week> weeks = weeksCoveredBy(*fields.covers, rules);
    const Week first = weeks.front();
    const Week last = weeks.back();
    if (first == last)
        return first.toString();
    return first.toString() + u'–' + (first.isoYear() == last.isoYear() ? last.toString().sliced(5) : last.toString());
}

QByteArray jsonOf(const std::vector<NoteHeader> &notes, const WeekRules &rules)
{
    JsonWriter json;
    json.beginArray();
    for (const NoteHeader &note : notes) {
        json.beginObject();
        writeNoteMembers(json, note, rules);
        json.endObject();
    }
    json.endArray();
    return json.document();
}

} // namespace

QString ListCommand::name() const
{
    return u"list"_s;
}

QString ListCommand::summary() const
{
    return tr("the notes, newest first");
}

QList<QCommandLineOption> ListCommand::options() const
{
    return {{u"json"_s, tr("print JSON")},
            {u"season"_s, tr("only this season"), u"N"_s},
            {u"status"_s, tr("only these: draft, ready or published"), u"STATUS"_s},
            {u"year"_s, tr("only this year"), u"Y"_s}};
}

ExitStatus ListCommand::run(Invocation &invocation) const
{
    const auto season = invocation.number(u"season"_s);
    if (!season)
        return season.error();
    const auto year = invocation.number(u"year"_s, 1);
    if (!year)
        return year.error();
    const auto status = invocation.word(u"status"_s, noteStatusFromString, u"draft, ready, published"_s);
    if (!status)
        return status.error();

    const auto library = invocation.openLibrary(Library::Access::ReadOnly);
    if (!library)
        return library.error();
    const auto settings = invocation.told((*library)->settings());
    if (!settings)
        return settings.error();
    auto notes = invocation.told((*library)->notes());
    if (!notes)
        return notes.error();
    const NumberHabit numbers(*notes); // of all: a filter must not change how a number is written
    std::erase_if(*notes, [filter = Filter{*season, *year, *status}](const auto &note) { return !filter.takes(note); });

    if (invocation.isSet(u"json"_s)) {
        invocation.out.bytes(jsonOf(*notes, settings->week));
        return ExitStatus::Done;
    }
    Table table({{tr("WEEK")},
                 {tr("NUMBER")},
                 {.head = tr("TITLE"), .stretches = true},
                 {tr("WORDS"), Qt::AlignRight},
                 {tr("STATUS")},
                 {tr("ID")}});
    for (const NoteHeader &note : *notes) {
        table.addRow({weeksText(note, settings->week), numbers.text(note.fields.number, note.fields.title),
                      note.fields.title, QString::number(note.words), nameOf(note.fields.status),
                      shortReference(note.id)});
    }
    table.print(invocation.out);
    return ExitStatus::Done;
}

} // namespace Weeknotes
