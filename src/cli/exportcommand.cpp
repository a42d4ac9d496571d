// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportcommand.h"

#include "cli/errortext.h"
#include "cli/interrupt.h"
#include "cli/invocation.h"
#include "cli/progress.h"
#include "core/noteref.h"
#include "publisher/page.h"
#include "publisher/post.h"
#include "publisher/slug.h"
#include "publisher/writer.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// What every page of one export needs.
struct Source
{
    Library &library;
    std::vector<NoteHeader> notes;
    LibrarySettings settings;
    QHash<NoteId, QString> slugs;
    QDate today;
};

Result<Page> pageOf(const NoteHeader &header, const Source &source, Printer &errors)
{
    // A text may name images that the library never had; one that it lost is worth a word.
    const auto image = [&](const QString &name) -> std::optional<QByteArray> {
        auto data = source.library.image(header.id, name);
        if (data)
            return *std::move(data);
        if (data.error().kind != Error::Kind::NotFound)
            errors.line(errorText(data.error()));
        return std::nullopt;
    };
    const auto linked = [&](const QString &reference) -> std::optional<NoteHeader> {
        auto note = findNote(reference, source.notes, source.settings.week);
        return note ? std::optional(*std::move(note)) : std::nullopt;
    };
    return source.library.note(header.id).transform([&](const Note &note) {
        return renderPage(buildPost(note, {source.settings, source.today, source.slugs, image, linked}));
    });
}

std::optional<QString> formFrom(const QString &word)
{
    return word == "page"_L1 ? std::optional(word) : std::nullopt;
}

/// The notes to export, newest first, each once.
Outcome<std::vector<NoteHeader>> chosenNotes(Invocation &invocation, const Source &source, std::optional<int> season)
{
    std::vector<NoteHeader> chosen;
    for (const QString &reference : invocation.operands()) {
        auto note = invocation.findNote(source.library, reference);
        if (!note)
            return std::unexpected(note.error());
        if (!std::ranges::contains(chosen, note->id, &NoteHeader::id))
            chosen.push_back(*std::move(note));
    }
    if (!invocation.operands().isEmpty())
        return chosen;
    std::ranges::copy_if(source.notes, std::back_inserter(chosen),
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
    const auto form = invocation.word(u"as"_s, formFrom, u"page"_s);
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
    const auto settings = invocation.told((*library)->settings());
    if (!settings)
        return settings.error();
    const auto notes = invocation.told((*library)->notes());
    if (!notes)
        return notes.error();
    const Source source{**library, *notes, *settings, slugsOf(*notes, settings->baseUrl), invocation.clock().today()};
    const auto chosen = chosenNotes(invocation, source, *season);
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
        const auto page = pageOf(note, source, invocation.errors);
        if (!page)
            return invocation.fail(page.error());
        if (const auto written = writePages(folder.path(), {*page}); !written)
            return invocation.fail(written.error());
        invocation.out.line(folder.filePath(page->slug + u"/index.html"_s));
    }
    return ExitStatus::Done;
}

} // namespace Weeknotes
