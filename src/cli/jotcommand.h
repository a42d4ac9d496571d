// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QCoreApplication>

namespace Weeknotes {

/// `jot TEXT…`: a line caught for the note of the week.
class JotCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::JotCommand)

public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] Operands operands() const override;
    [[nodiscard]] QList<QCommandLineOption> options() const override;
    [[nodiscard]] ExitStatus run(Invocation &invocation) const override;
};

} // namespace Weeknotes
