// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/publishedcommand.h"

#include "cli/invocation.h"
#include "cli/notejson.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

QString PublishedCommand::name() const
{
    return u"published"_s;
}

QString PublishedCommand::summary() const
{
    return tr("the note stands at this address now");
}

Command::Operands PublishedCommand::operands() const
{
    return {u"NOTE URL"_s, 2, 2};
}

QList<QCommandLineOption> PublishedCommand::options() const
{
    return {{u"date"_s, tr("the day it went out; today where it is not given"), u"D"_s}};
}

ExitStatus PublishedCommand::run(Invocation &invocation) const
{
    const QStringList operands = invocation.operands();
    const auto day = invocation.isSet(u"date"_s) ? invocation.day(invocation.value(u"date"_s))
                                                 : Outcome<QDate>(invocation.clock().today());
    if (!day)
        return day.error();
    const auto library = invocation.openLibrary(Library::Access::ReadWrite);
    if (!library)
        return library.error();
    const auto note = invocation.findNote(**library, operands[0]);
    if (!note)
        return note.error();
    const auto published =
        invocation.told((*library)->setPublished(note->id, QUrl(operands[1], QUrl::StrictMode), *day));
    if (!published)
        return published.error();
    invocation.out.line(tr("“%1” stands at %2 since %3.")
                            .arg(published->fields.title, published->fields.canonical.toString(), isoDay(*day)));
    return ExitStatus::Done;
}

} // namespace Weeknotes
