// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verifycommand.h"

#include "cli/errortext.h"
#include "cli/interrupt.h"
#include "cli/invocation.h"
#include "cli/progress.h"
#include "storage/backups.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

QString VerifyCommand::name() const
{
    return u"verify"_s;
}

QString VerifyCommand::summary() const
{
    return tr("reads the whole library and says what is wrong with it");
}

QList<QCommandLineOption> VerifyCommand::options() const
{
    return {{u"backups"_s, tr("read its backups too")}};
}

ExitStatus VerifyCommand::run(Invocation &invocation) const
{
    const auto library = invocation.openLibrary(Library::Access::ReadOnly);
    if (!library)
        return library.error();
    const auto findings = invocation.told((*library)->verify());
    if (!findings)
        return findings.error();
    for (const Finding &finding : *findings)
        invocation.out.line(findingText(finding));
    if (findings->empty()) {
        const auto notes = invocation.told((*library)->notes());
        if (!notes)
            return notes.error();
        invocation.out.line(tr("The library is whole: %1.").arg(noteCountText(int(notes->size()))));
    }
    const auto backups = invocation.isSet(u"backups"_s) ? runOnBackups(invocation, **library) : ExitStatus::Done;
    return findings->empty() ? backups : ExitStatus::NoMatch;
}

ExitStatus VerifyCommand::runOnBackups(Invocation &invocation, Library &library) const
{
    const auto backups = invocation.told(library.backups());
    if (!backups)
        return backups.error();
    const Interrupt interrupt;
    Progress progress(invocation.errors, invocation.showsProgress() && invocation.out.columns() == 0);
    ExitStatus status = ExitStatus::Done;
    for (int done = 0; const Backup &backup : *backups) {
        progress.show(tr("Reading backups"), done++, int(backups->size()));
        const auto findings = checkBackup(backup.path);
        if (interrupt.isRequested())
            return ExitStatus::Interrupted;
        if (findings && findings->empty()) {
            invocation.out.line(tr("“%1” is whole: %2.").arg(backup.path, noteCountText(backup.notes)));
            continue;
        }
        status = ExitStatus::NoMatch;
        if (!findings)
            invocation.out.line(errorText(findings.error()));
        for (const Finding &finding : findings.value_or(std::vector<Finding>()))
            invocation.out.line(u"%1: %2"_s.arg(backup.path, findingText(finding)));
    }
    if (backups->empty())
        invocation.out.line(tr("There is no backup yet."));
    return status;
}

} // namespace Weeknotes
