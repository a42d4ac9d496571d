// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jotcommand.h"

#include "cli/invocation.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

QString JotCommand::name() const
{
    return u"jot"_s;
}

QString JotCommand::summary() const
{
    return tr("catches a line for the note of this week; - reads it from standard input");
}

Command::Operands JotCommand::operands() const
{
    return {tr("TEXT…"), 1, AnyNumber};
}

QList<QCommandLineOption> JotCommand::options() const
{
    return {{u"week"_s, tr("for another week, such as 2026-W47"), u"W"_s}};
}

ExitStatus JotCommand::run(Invocation &invocation) const
{
    const auto given = invocation.word(u"week"_s, Week::parse, tr("a week such as 2026-W47"));
    if (!given)
        return given.error();
    const QStringList operands = invocation.operands();
    const QString text = operands == QStringList{u"-"_s} ? invocation.readInput() : operands.join(u' ');
    if (text.trimmed().isEmpty())
        return invocation.wrongUsage(tr("A jot needs words"));
    const auto library = invocation.openLibrary(Library::Access::ReadWrite);
    if (!library)
        return library.error();
    const auto settings = invocation.told((*library)->settings());
    if (!settings)
        return settings.error();
    const Week week = given->value_or(Week::of(invocation.clock().today(), settings->week));
    const auto jot = invocation.told((*library)->addJot(week, text));
    if (!jot)
        return jot.error();
    invocation.out.line(tr("Caught for %1: %2").arg(week.toString(), jot->text));
    return ExitStatus::Done;
}

} // namespace Weeknotes
