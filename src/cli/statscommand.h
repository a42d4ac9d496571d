// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QCoreApplication>

namespace Weeknotes {

/// `stats`: words, weeks and runs of the library, of a season or of a year.
class StatsCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::StatsCommand)

public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QList<QCommandLineOption> options() const override;
    [[nodiscard]] ExitStatus run(Invocation &invocation) const override;
};

} // namespace Weeknotes
