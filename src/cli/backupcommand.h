// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QCoreApplication>

namespace Weeknotes {

/// `backup FILE`: the whole library, images and all, in one file.
class BackupCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::BackupCommand)

public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] Operands operands() const override;
    [[nodiscard]] ExitStatus run(Invocation &invocation) const override;
};

} // namespace Weeknotes
