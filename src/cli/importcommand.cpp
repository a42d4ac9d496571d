// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/importcommand.h"

#include "cli/importreport.h"
#include "cli/interrupt.h"
#include "cli/invocation.h"
#include "cli/progress.h"
#include "importer/archiveimages.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

std::optional<ImportOptions::From> fromWord(const QString &word)
{
    using From = ImportOptions::From;
    static const QHash<QString, From> forms{
        {u"auto"_s, From::Auto},   {u"medium"_s, From::Medium},     {u"wordpress"_s, From::WordPress},
        {u"ghost"_s, From::Ghost}, {u"markdown"_s, From::Markdown}, {u"html"_s, From::Html},
        {u"text"_s, From::Text}};
    const auto form = forms.constFind(word);
    return form == forms.constEnd() ? std::nullopt : std::optional(*form);
}

ExitStatus statusOf(const Error &error)
{
    return error.kind == Error::Kind::NothingToImport ? ExitStatus::NoMatch : ExitStatus::NotReadable;
}

} // namespace

QString ImportCommand::name() const
{
    return u"import"_s;
}

QString ImportCommand::summary() const
{
    return tr("brings an archive: files, or folders of them; again, and it brings what is new there");
}

Command::Operands ImportCommand::operands() const
{
    return {u"PATH…"_s, 1, AnyNumber};
}

QList<QCommandLineOption> ImportCommand::options() const
{
    return {
        {u"from"_s, tr("auto (where it is not given), medium, wordpress, ghost, markdown, html or text"), u"FORM"_s},
        {u"year"_s, tr("the year of days that do not name theirs"), u"Y"_s},
        {u"dry-run"_s, tr("say what would be done, and change nothing")},
        {u"json"_s, tr("print JSON")}};
}

ExitStatus ImportCommand::run(Invocation &invocation) const
{
    const auto from = invocation.word(u"from"_s, fromWord, u"auto, medium, wordpress, ghost, markdown, html, text"_s);
    if (!from)
        return from.error();
    const auto year = invocation.number(u"year"_s, earliestYear, latestYear);
    if (!year)
        return year.error();
    const bool isDry = invocation.isSet(u"dry-run"_s);
    const auto library = invocation.openLibrary(isDry ? Library::Access::ReadOnly : Library::Access::ReadWrite);
    if (!library)
        return library.error();
    const auto settings = invocation.told((*library)->settings());
    if (!settings)
        return settings.error();
    const auto known = invocation.told((*library)->notes());
    if (!known)
        return known.error();

    const auto pauses = invocation.told((*library)->pauses());
    if (!pauses)
        return pauses.error();

    const Interrupt interrupt;
    Progress progress(invocation.errors, invocation.showsProgress());
    const auto goesOn = [&](const QString &step) {
        return [&, step](int done, int total) {
            progress.show(step, done, total);
            return !interrupt.isRequested();
        };
    };
    const auto reading = [&](const ReadingProgress &done) {
        const QString step = done.notes == 1 ? tr("Reading, one note") : tr("Reading, %n notes", nullptr, done.notes);
        progress.show(step, done.done, done.total);
        return !interrupt.isRequested();
    };
    const QDate today = invocation.clock().today();
    const auto batch = readArchive(invocation.operands(), {.from = from->value_or(ImportOptions::From::Auto),
                                                           .year = *year,
                                                           .today = today,
                                                           .rules = settings->week,
                                                           .known = *known,
                                                           .progress = reading});
    if (interrupt.isRequested())
        return ExitStatus::Interrupted;
    if (!batch) {
        if (invocation.isSet(u"json"_s)) // a program reads a document whatever came of it
            invocation.out.bytes(ImportReport{{}, {}, {}, settings->week, isDry}.json());
        return invocation.fail(batch.error(), statusOf(batch.error()));
    }

    if (!isDry) {
        const auto backedUp = backUpBeforeImport(**library, goesOn(tr("Backing up images")));
        progress.clear();
        if (interrupt.isRequested())
            return ExitStatus::Interrupted;
        if (!backedUp)
            return invocation.fail(backedUp.error());
    }
    const ImportOrder order{draftsOf(*batch), archiveImages()};
    const ImportOutcome outcome =
        isDry ? foreseeImport(**library, order) : importNotes(**library, order, today, goesOn(tr("Bringing in")));
    progress.clear();
    const ImportReport report{*batch, outcome, pauseHints(order.drafts, *pauses, settings->week), settings->week,
                              isDry};
    if (invocation.isSet(u"json"_s))
        invocation.out.bytes(report.json());
    else
        report.print(invocation.out);
    report.printProblems(invocation.errors);
    if (interrupt.isRequested()) {
        invocation.errors.line(tr("Stopped before the end; import again to bring the rest."));
        return ExitStatus::Interrupted;
    }
    return outcome.failed > 0 ? ExitStatus::NotWritten : ExitStatus::Done;
}

} // namespace Weeknotes
