// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/configcommand.h"

#include "cli/errortext.h"
#include "cli/invocation.h"
#include "mirror/markdowncopy.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

QString ConfigCommand::name() const
{
    return u"config"_s;
}

QString ConfigCommand::summary() const
{
    return tr("the library’s settings; an empty VALUE sets the default");
}

Command::Operands ConfigCommand::operands() const
{
    return {u"[KEY [VALUE]]"_s, 0, 2};
}

ExitStatus ConfigCommand::run(Invocation &invocation) const
{
    const QStringList operands = invocation.operands();
    const bool sets = operands.size() == 2;
    const auto library = invocation.openLibrary(sets ? Library::Access::ReadWrite : Library::Access::ReadOnly);
    if (!library)
        return library.error();
    auto settings = invocation.told((*library)->settings());
    if (!settings)
        return settings.error();

    if (operands.isEmpty()) {
        for (const QString &key : settingKeys(*settings))
            invocation.out.line((key + u" = "_s + settingValue(*settings, key).value_or(QString())).trimmed());
        return ExitStatus::Done;
    }
    if (!sets) {
        const auto value = settingValue(*settings, operands[0]);
        if (!value)
            return invocation.fail(value.error(), ExitStatus::WrongUsage);
        invocation.out.line(*value);
        return ExitStatus::Done;
    }
    if (const auto set = setSetting(*settings, operands[0], operands[1]); !set)
        return invocation.fail(set.error(), ExitStatus::WrongUsage);
    const QString copy = settings->markdownCopy;
    if (operands[0] == "markdown-copy"_L1 && !copy.isEmpty() && !isApart((*library)->folder(), copy)) {
        invocation.errors.line(copyErrorText({.kind = Error::Kind::BadValue, .subject = copy}));
        return ExitStatus::WrongUsage;
    }
    const auto saved = invocation.told((*library)->changeSettings(
        [&](LibrarySettings &current) { std::ignore = setSetting(current, operands[0], operands[1]); }));
    return saved ? ExitStatus::Done : saved.error();
}

} // namespace Weeknotes
