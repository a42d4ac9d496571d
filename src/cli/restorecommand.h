// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QCoreApplication>

namespace Weeknotes {

/// `restore FILE`: puts a backup in the library's place, and keeps what stood there.
class RestoreCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::RestoreCommand)

public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] Operands operands() const override;
    [[nodiscard]] ExitStatus run(Invocation &invocation) const override;
};

} // namespace Weeknotes
