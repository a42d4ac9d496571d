// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/backupcommand.h"

#include "cli/errortext.h"
#include "cli/interrupt.h"
#include "cli/invocation.h"
#include "cli/progress.h"

#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Weeknotes {

QString BackupCommand::name() const
{
    return u"backup"_s;
}

QString BackupCommand::summary() const
{
    return tr("writes the whole library, images and all, into one file");
}

Command::Operands BackupCommand::operands() const
{
    return {u"FILE"_s, 1, 1};
}

ExitStatus BackupCommand::run(Invocation &invocation) const
{
    const auto library = invocation.openLibrary(Library::Access::ReadOnly);
    if (!library)
        return library.error();
    const auto notes = invocation.told((*library)->notes());
    if (!notes)
        return notes.error();
    const QString file = invocation.operands().constFirst();
    const Interrupt interrupt;
    Progress progress(invocation.errors, invocation.showsProgress());
    const auto lost = (*library)->writeBackup(file, [&](int done, int total) {
        progress.show(tr("Backing up images"), done, total);
        return !interrupt.isRequested();
    });
    progress.clear();
    if (interrupt.isRequested() && !lost)
        return ExitStatus::Interrupted;
    if (!lost)
        return invocation.fail(lost.error());
    for (const QString &image : *lost)
        invocation.errors.line(tr("The image file “%1” is lost or damaged, and so is not in the backup; “weeknotes "
                                  "verify” says more.")
                                   .arg(image));
    const QString size = QLocale().formattedDataSize(QFileInfo(file).size());
    invocation.out.line(tr("“%1” holds the library now: %2, %3.").arg(file, noteCountText(int(notes->size())), size));
    return ExitStatus::Done;
}

} // namespace Weeknotes
