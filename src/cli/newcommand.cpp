// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/newcommand.h"

#include "cli/invocation.h"
#include "core/isotext.h"
#include "core/newnote.h"
#include "core/timeline.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// What the library tells about the note to start.
struct Situation
{
    LibrarySettings settings;
    std::vector<NoteHeader> notes;
    Week weekToOpen;
};

Outcome<Situation> situationOf(Invocation &invocation, Library &library)
{
    const auto settings = invocation.told(library.settings());
    if (!settings)
        return std::unexpected(settings.error());
    const auto notes = invocation.told(library.notes());
    if (!notes)
        return std::unexpected(notes.error());
    const auto pauses = invocation.told(library.pauses());
    if (!pauses)
        return std::unexpected(pauses.error());
    const QDate today = invocation.clock().today();
    return Situation{*settings, *notes, weekToOpen(*notes, *pauses, today, settings->week, settings->graceUntil)};
}

} // namespace

QString NewCommand::name() const
{
    return u"new"_s;
}

QString NewCommand::summary() const
{
    return tr("starts the note of a week");
}

QList<QCommandLineOption> NewCommand::options() const
{
    return {{u"week"_s, tr("its first week, such as 2026-W47; else the one that is due"), u"W"_s},
            {u"kind"_s, tr("weeknote (where it is not given), fortnight, longer or post"), u"KIND"_s},
            {u"title"_s, tr("its own words; the library’s title pattern adds the rest"), u"T"_s}};
}

ExitStatus NewCommand::run(Invocation &invocation) const
{
    const auto kindGiven = invocation.word(u"kind"_s, noteKindFromString, u"weeknote, fortnight, longer, post"_s);
    if (!kindGiven)
        return kindGiven.error();
    const auto first = invocation.word(u"week"_s, Week::parse, tr("a week such as 2026-W47"));
    if (!first)
        return first.error();
    const NoteKind kind = kindGiven->value_or(NoteKind::Weeknote);

    const auto library = invocation.openLibrary(Library::Access::ReadWrite);
    if (!library)
        return library.error();
    const auto situation = situationOf(invocation, **library);
    if (!situation)
        return situation.error();
    const std::optional<Period> covers =
        periodOfNewNote(kind, *first, situation->weekToOpen, situation->notes, situation->settings.week);
    if (!covers && kind == NoteKind::Longer)
        return invocation.wrongUsage(tr("The first longer note needs “--week”, its first week"));
    const NoteHeader *there = covers && kind != NoteKind::Post ? noteWithin(*covers, situation->notes) : nullptr;
    if (there) {
        invocation.errors.line(tr("“%1” (%2) covers these days already; name another week with “--week”.")
                                   .arg(there->fields.title, there->id.toString()));
        return ExitStatus::NotWritten;
    }

    const NoteFields fields = fieldsOfNewNote(kind, covers, invocation.value(u"title"_s), situation->notes,
                                              situation->settings, invocation.clock().today());
    const auto note = invocation.told((*library)->addNote(fields, {}));
    if (!note)
        return note.error();
    invocation.out.line(
        covers ? tr("%1 %2, from %3 to %4, started: %5")
                     .arg(nameOf(kind), note->id.toString(), isoDay(covers->first), isoDay(covers->last), fields.title)
               : tr("%1 %2 started: %3").arg(nameOf(kind), note->id.toString(), fields.title));
    return ExitStatus::Done;
}

} // namespace Weeknotes
