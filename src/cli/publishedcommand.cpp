// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/publishedcommand.h"

#include "cli/invocation.h"
#include "core/isotext.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

QString PublishedCommand::name() const
{
    return u"published"_s;
}

QString PublishedCommand::summary() const
{
    return tr("the note is published now, at this address if it has one");
}

Command::Operands PublishedCommand::operands() const
{
    return {u"NOTE [URL]"_s, 1, 2};
}

QList<QCommandLineOption> PublishedCommand::options() const
{
    return {{u"date"_s, tr("the day it went out; today where it is not given"), u"D"_s}};
}

ExitStatus PublishedCommand::run(Invocation &invocation) const
{
    const QStringList operands = invocation.operands();
    const auto given = invocation.dayOf(u"date"_s);
    if (!given)
        return given.error();
    const QDate day = given->value_or(invocation.clock().today());
    const auto library = invocation.openLibrary(Library::Access::ReadWrite);
    if (!library)
        return library.error();
    const auto note = invocation.findNote(**library, operands[0]);
    if (!note)
        return note.error();
    const bool hasAddress = operands.size() > 1;
    const auto address = hasAddress ? std::optional(QUrl(operands[1], QUrl::StrictMode)) : std::nullopt;
    const auto published = (*library)->setPublished(note->id, address, day);
    if (!published && published.error().kind == Error::Kind::BadValue)
        return invocation.fail({Error::Kind::BadValue, operands[1], u"https://…"_s});
    if (!published)
        return invocation.fail(published.error());
    if (!hasAddress)
        invocation.out.line(tr("“%1” is published since %2.").arg(published->fields.title, isoDay(day)));
    else
        invocation.out.line(tr("“%1” stands at %2 since %3.")
                                .arg(published->fields.title, published->fields.canonical.toString(), isoDay(day)));
    return ExitStatus::Done;
}

} // namespace Weeknotes
