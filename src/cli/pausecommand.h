// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QCoreApplication>

namespace Weeknotes {

/// `pause FROM [TO]` declares a break, `pause end [DATE]` ends it.
class PauseCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::PauseCommand)

public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] Operands operands() const override;
    [[nodiscard]] QList<QCommandLineOption> options() const override;
    [[nodiscard]] ExitStatus run(Invocation &invocation) const override;

private:
    [[nodiscard]] ExitStatus declare(Invocation &invocation) const;
    [[nodiscard]] ExitStatus end(Invocation &invocation) const;
};

} // namespace Weeknotes
