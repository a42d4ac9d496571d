// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QCoreApplication>

namespace Weeknotes {

/// `check NOTE`: what to look at before it is published.
class CheckCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::CheckCommand)

public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] Operands operands() const override;
    [[nodiscard]] QList<QCommandLineOption> options() const override;
    [[nodiscard]] ExitStatus run(Invocation &invocation) const override;
};

} // namespace Weeknotes
