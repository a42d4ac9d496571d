// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/restorecommand.h"

#include "cli/errortext.h"
#include "cli/interrupt.h"
#include "cli/invocation.h"
#include "cli/progress.h"
#include "storage/restore.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

QString RestoreCommand::name() const
{
    return u"restore"_s;
}

QString RestoreCommand::summary() const
{
    return tr("puts a backup in the library’s place; what stood there becomes a backup itself");
}

Command::Operands RestoreCommand::operands() const
{
    return {u"FILE"_s, 1, 1};
}

ExitStatus RestoreCommand::run(Invocation &invocation) const
{
    const QString file = invocation.operands().constFirst();
    const Interrupt interrupt;
    Progress progress(invocation.errors, invocation.showsProgress());
    const auto restored = restoreBackup(file, invocation.libraryFolder(), invocation.clock(), [&](int done, int total) {
        progress.show(tr("Bringing images back"), done, total);
        return !interrupt.isRequested();
    });
    progress.clear();
    if (interrupt.isRequested() && !restored)
        return ExitStatus::Interrupted;
    if (!restored && restored.error().kind == Error::Kind::NotFound)
        return invocation.fail(restored.error(), ExitStatus::NotReadable);
    if (!restored)
        return invocation.fail(restored.error());
    invocation.out.line(tr("The library stands as “%1” has it: %2.").arg(file, noteCountText(restored->notes)));
    if (!restored->kept.isEmpty())
        invocation.out.line(tr("What stood there is kept as “%1”.").arg(restored->kept));
    for (const Finding &finding : restored->findings)
        invocation.errors.line(findingText(finding));
    return restored->findings.empty() ? ExitStatus::Done : ExitStatus::NoMatch;
}

} // namespace Weeknotes
