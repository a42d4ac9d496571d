// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportcommand.h"

#include "cli/errortext.h"
#include "cli/interrupt.h"
#include "cli/invocation.h"
#include "cli/losstext.h"
#include "cli/progress.h"
#include "exporter/exporter.h"

#include <QDir>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// The notes to export, newest first, each once.
Outcome<std::vector<NoteHeader>> chosenNotes(Invocation &invocation, Library &library,
                                             const std::vector<NoteHeader> &notes, const Stretch &stretch)
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
    const bool all = stretch != Stretch{} || invocation.isSet(u"all"_s);
    std::ranges::copy_if(notes, std::back_inserter(chosen),
                         [&](const NoteHeader &note) { return stretch.holds(note) && (all || isForSite(note)); });
    return chosen;
}

} // namespace

QString ExportCommand::name() const
{
    return u"export"_s;
}

QString ExportCommand::summary() const
{
    return tr("writes notes for publishing: a page each, a site of them, and other forms");
}

Command::Operands ExportCommand::operands() const
{
    return {u"[NOTE…]"_s, 0, AnyNumber};
}

QList<QCommandLineOption> ExportCommand::options() const
{
    return {{u"to"_s, tr("the folder to write to; made where it is missing"), u"DIR"_s},
            {u"as"_s, tr("the form: %1").arg(exportFormNames().join(u", ")), u"FORM"_s},
            {u"all"_s, tr("all notes; a site has those that are published or ready, if nothing else is said")},
            {u"season"_s, tr("the notes of this season"), u"N"_s},
            {u"year"_s, tr("the notes of this year"), u"Y"_s}};
}

ExitStatus ExportCommand::run(Invocation &invocation) const
{
    const auto form = invocation.word(u"as"_s, exportFormFromString, exportFormNames().join(u", "));
    if (!form)
        return form.error();
    const auto season = invocation.number(u"season"_s);
    if (!season)
        return season.error();
    const auto year = invocation.number(u"year"_s, 1);
    if (!year)
        return year.error();
    const Stretch stretch{.season = *season, .year = *year};
    if (invocation.value(u"to"_s).isEmpty())
        return invocation.wrongUsage(tr("“export” needs “--to DIR”"));
    const int ways = int(!invocation.operands().isEmpty()) + int(invocation.isSet(u"all"_s)) +
                     int(season->has_value()) + int(year->has_value());
    const bool isSite = form->value_or(ExportForm::Page) == ExportForm::Site;
    if (ways > 1 || (ways == 0 && !isSite))
        return invocation.wrongUsage(tr("“export” needs either notes, “--season”, “--year” or “--all”"));

    const auto library = invocation.openLibrary(Library::Access::ReadOnly);
    if (!library)
        return library.error();
    auto source = invocation.told(PostSource::of(**library, invocation.clock().today()));
    if (!source)
        return source.error();
    const auto chosen = chosenNotes(invocation, **library, source->notes(), stretch);
    if (!chosen)
        return chosen.error();
    if (chosen->empty()) {
        invocation.errors.line(tr("No note is to be exported; “weeknotes list” shows what there is."));
        return ExitStatus::NoMatch;
    }

    ExportRequest request{.form = form->value_or(ExportForm::Page),
                          .folder = QDir(invocation.value(u"to"_s)).absolutePath(),
                          .notes = {},
                          .title = bookTitle(source->settings(), stretch)};
    if (request.form == ExportForm::Pdf && stretch != Stretch{})
        request.form = ExportForm::Book;
    std::ranges::transform(*chosen, std::back_inserter(request.notes), &NoteHeader::id);
    const Interrupt interrupt;
    Progress progress(invocation.errors, invocation.showsProgress() && invocation.out.columns() == 0);
    const auto report = exportNotes(*source, request, [&](int done, int total) {
        progress.show(tr("Writing notes"), done, total);
        return !interrupt.isRequested();
    });
    progress.clear();
    if (!report && report.error().kind == Error::Kind::Stopped)
        return ExitStatus::Interrupted;
    if (!report)
        return invocation.fail(report.error());
    for (const Error &lost : report->lost)
        invocation.errors.line(errorText(lost));
    for (const QString &file : report->files)
        invocation.out.line(QDir(invocation.value(u"to"_s)).filePath(QDir(request.folder).relativeFilePath(file)));
    for (const QString &remark : remarksOn(*report))
        invocation.errors.line(remark);
    if (const auto drafts = isSite ? std::ranges::count_if(*chosen, std::not_fn(isForSite)) : 0; drafts > 0)
        invocation.errors.line(drafts == 1
                                   ? tr("One of the notes is a draft, which readers see now.")
                                   : tr("%n of the notes are drafts, which readers see now.", nullptr, int(drafts)));
    if (isSite && source->settings().baseUrl.isEmpty())
        invocation.errors.line(tr("The site has no feeds and no sitemap, since its address is not known; "
                                  "“weeknotes config base-url https://…” sets it."));
    return ExitStatus::Done;
}

} // namespace Weeknotes
