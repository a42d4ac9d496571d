// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QCoreApplication>

namespace Weeknotes {

/// `copy`: brings the Markdown copy in step, as the window does by itself.
class CopyCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::CopyCommand)

public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] ExitStatus run(Invocation &invocation) const override;
};

} // namespace Weeknotes
