// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verifycommand.h"

#include "cli/errortext.h"
#include "cli/invocation.h"

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
    if (!findings->empty())
        return ExitStatus::NoMatch;
    const auto notes = invocation.told((*library)->notes());
    if (!notes)
        return notes.error();
    const int count = int(notes->size());
    invocation.out.line(count == 1 ? tr("The library is whole: one note.")
                                   : tr("The library is whole: %n notes.", nullptr, count));
    return ExitStatus::Done;
}

} // namespace Weeknotes
