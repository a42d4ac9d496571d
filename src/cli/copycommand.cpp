// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/copycommand.h"

#include "cli/errortext.h"
#include "cli/interrupt.h"
#include "cli/invocation.h"
#include "cli/progress.h"
#include "mirror/markdowncopy.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

QString CopyCommand::name() const
{
    return u"copy"_s;
}

QString CopyCommand::summary() const
{
    return tr("brings the Markdown copy in step, as the window does by itself");
}

ExitStatus CopyCommand::run(Invocation &invocation) const
{
    const auto library = invocation.openLibrary(Library::Access::ReadOnly);
    if (!library)
        return library.error();
    const auto settings = invocation.told((*library)->settings());
    if (!settings)
        return settings.error();
    const QString folder = settings->markdownCopy;
    if (folder.isEmpty()) {
        invocation.errors.line(tr("No Markdown copy is kept; “weeknotes config markdown-copy DIR” begins one."));
        return ExitStatus::NoMatch;
    }
    const Interrupt interrupt;
    Progress progress(invocation.errors, invocation.showsProgress());
    const auto outcome = updateMarkdownCopy(**library, folder, [&](int done, int total) {
        progress.show(tr("Copying notes"), done, total);
        return !interrupt.isRequested();
    });
    progress.clear();
    if (!outcome && outcome.error().kind == Error::Kind::Stopped)
        return ExitStatus::Interrupted;
    if (!outcome) {
        invocation.errors.line(copyErrorText(outcome.error()));
        return statusOf(outcome.error().kind);
    }
    for (const QString &kept : outcome->kept)
        invocation.errors.line(tr("A file that was edited by hand is kept as “%1”.").arg(kept));
    invocation.out.line(tr("“%1” is in step: %2.").arg(folder, noteCountText(outcome->notes)));
    return ExitStatus::Done;
}

} // namespace Weeknotes
