// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pausecommand.h"

#include "cli/invocation.h"
#include "core/isotext.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr auto EndWord = "end"_L1;

} // namespace

QString PauseCommand::name() const
{
    return u"pause"_s;
}

QString PauseCommand::summary() const
{
    return tr("declares a break up to a planned last day, or ends it; days are written 2026-11-20");
}

Command::Operands PauseCommand::operands() const
{
    return {tr("FROM [TO] | end [DATE]"), 1, 2};
}

QList<QCommandLineOption> PauseCommand::options() const
{
    return {{u"note"_s, tr("a few words about it"), u"TEXT"_s}};
}

ExitStatus PauseCommand::run(Invocation &invocation) const
{
    return invocation.operands().constFirst() == EndWord ? end(invocation) : declare(invocation);
}

ExitStatus PauseCommand::declare(Invocation &invocation) const
{
    const QStringList operands = invocation.operands();
    const auto from = invocation.day(operands[0]);
    if (!from)
        return from.error();
    std::optional<QDate> plannedTo;
    if (operands.size() == 2) {
        const auto to = invocation.day(operands[1]);
        if (!to)
            return to.error();
        plannedTo = *to;
    }
    const auto library = invocation.openLibrary(Library::Access::ReadWrite);
    if (!library)
        return library.error();

    const auto pause = (*library)->addPause(*from, plannedTo, invocation.value(u"note"_s));
    if (!pause && pause.error().kind == Error::Kind::Conflict) {
        return invocation.wrongUsage(tr("These days overlap the pause that begins on %1").arg(pause.error().detail));
    }
    if (!pause && pause.error().kind == Error::Kind::BadValue)
        return invocation.wrongUsage(tr("A pause can’t end before it begins"));
    if (!pause)
        return invocation.fail(pause.error());
    invocation.out.line(plannedTo ? tr("Paused from %1 to %2.").arg(isoDay(*from), isoDay(*plannedTo))
                                  : tr("Paused from %1 on; “weeknotes pause end” ends it.").arg(isoDay(*from)));
    return ExitStatus::Done;
}

ExitStatus PauseCommand::end(Invocation &invocation) const
{
    if (invocation.isSet(u"note"_s))
        return invocation.wrongUsage(tr("“--note” goes with the beginning of a pause"));
    const QStringList operands = invocation.operands();
    const QDate today = invocation.clock().today();
    std::optional<QDate> last;
    if (operands.size() == 2) {
        const auto given = invocation.day(operands[1]);
        if (!given)
            return given.error();
        last = *given;
    }
    const auto library = invocation.openLibrary(Library::Access::ReadWrite);
    if (!library)
        return library.error();

    const auto pause = (*library)->endPause(last);
    if (!pause && pause.error().kind == Error::Kind::NotFound) {
        invocation.errors.line(
            tr("No pause goes on at %1; “weeknotes timeline” shows the pauses.").arg(isoDay(last.value_or(today))));
        return ExitStatus::NoMatch;
    }
    if (!pause && pause.error().kind == Error::Kind::Conflict)
        return invocation.wrongUsage(tr("These days overlap the pause that begins on %1").arg(pause.error().detail));
    if (!pause)
        return invocation.fail(pause.error());
    const QString from = isoDay(pause->from);
    const QString to = isoDay(*pause->to);
    if (last || pause->to == today) {
        invocation.out.line(tr("The pause went from %1 to %2.").arg(from, to));
    } else {
        invocation.out.line(
            tr("The pause went from %1 to %2, as it was planned; if it went on, “weeknotes pause %3 %4” "
               "says so.")
                .arg(from, to, isoDay(pause->to->addDays(1)), isoDay(today)));
    }
    return ExitStatus::Done;
}

} // namespace Weeknotes
