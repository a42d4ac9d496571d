// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportcommand.h"

#include "cli/errortext.h"
#include "cli/interrupt.h"
#include "cli/invocation.h"
#include "cli/pagesource.h"
#include "cli/progress.h"
#include "publisher/writer.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

std::optional<QString> exportForm(const QString &word)
{
    return word == "page"_L1 ? std::optional(word) : std::nullopt;
}

/// The notes to export, newest first, each once.
Outcome<std::vector<NoteHeader>> chosenNotes(Invocation &invocation, Library &library,
                                             const std::vector<NoteHeader> &notes, std::optional<int> season)
{
    std::vector<NoteHeader> chosen;
    for (const QString &reference : invocation.operands()) {
        auto note = invocation.findNote(library, reference);
        if (!note)
            return std::unexpected(note.error());
        if (!std::ranges::contains(chosen, note->id, &NoteHeader::id))
            chosen.push_back(*std::move(note));
    }
    if (!invocation.operands().isEmpty())
        return chosen;
    std::ranges::copy_if(notes, std::back_inserter(chosen),
                         [&](const NoteHeader &note) { return !season || note.fields.number.season == season; });
    return chosen;
}

} // namespace

QString ExportCommand::name() const
{
    return u"export"_s;
}

QString ExportCommand::summary() const
{
    return tr("writes each note as a page: DIR/title/index.html, its images beside it");
}

Command::Operands ExportCommand::operands() const
{
    return {u"[NOTE…]"_s, 0, AnyNumber};
}

QList<QCommandLineOption> ExportCommand::options() const
{
    return {{u"to"_s, tr("the folder to write to; made where it is missing"), u"DIR"_s},
            {u"as"_s, tr("page, the only form so far"), u"FORM"_s},
            {u"all"_s, tr("all notes")},
            {u"season"_s, tr("the notes of this season"), u"N"_s}};
}

ExitStatus ExportCommand::run(Invocation &invocation) const
{
    const auto form = invocation.word(u"as"_s, exportForm, u"page"_s);
    if (!form)
        return form.error();
    const auto season = invocation.number(u"season"_s);
    if (!season)
        return season.error();
    if (invocation.value(u"to"_s).isEmpty())
        return invocation.wrongUsage(tr("“export” needs “--to DIR”"));
    const int ways = int(!invocation.operands().isEmpty()) + int(invocation.isSet(u"all"_s)) + int(season->has_value());
    if (ways != 1)
        return invocation.wrongUsage(tr("“export” needs either notes, “--season” or “--all”"));

    const auto library = invocation.openLibrary(Library::Access::ReadOnly);
    if (!library)
        return library.error();
    const auto source = invocation.told(PageSource::of(**library, invocation.clock().today()));
    if (!source)
        return source.error();
    const auto chosen = chosenNotes(invocation, **library, source->notes(), *season);
    if (!chosen)
        return chosen.error();
    if (chosen->empty()) {
        invocation.errors.line(tr("No note is to be exported; “weeknotes list” shows what there is."));
        return ExitStatus::NoMatch;
    }

    const QDir folder(invocation.value(u"to"_s));
    const Interrupt interrupt;
    Progress progress(invocation.errors, invocation.showsProgress() && invocation.out.columns() == 0);
    for (int done = 0; const NoteHeader &note : *chosen) {
        if (interrupt.isRequested())
            return ExitStatus::Interrupted;
        progress.show(tr("Writing pages"), done++, int(chosen->size()));
        const auto page = (*library)->note(note.id).transform([&](const Note &whole) {
            return source->page(whole, [&](const Error &lost) { invocation.errors.line(errorText(lost)); });
        });
        if (!page)
            return invocation.fail(page.error());
        if (const auto written = writePages(folder.path(), {*page}); !written)
            return invocation.fail(written.error());
        invocation.out.line(folder.filePath(page->slug + u"/index.html"_s));
    }
    return ExitStatus::Done;
}

} // namespace Weeknotes
