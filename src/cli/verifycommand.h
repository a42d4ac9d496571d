// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QCoreApplication>

namespace Weeknotes {

class Library;

/// `verify`: reads the whole library and lists what is wrong with it; with its backups too.
class VerifyCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::VerifyCommand)

public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QList<QCommandLineOption> options() const override;
    [[nodiscard]] ExitStatus run(Invocation &invocation) const override;

private:
    [[nodiscard]] ExitStatus runOnBackups(Invocation &invocation, Library &library) const;
};

} // namespace Weeknotes
