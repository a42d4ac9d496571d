// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>

#include <limits>
#include <memory>
#include <vector>

namespace Weeknotes {

class Invocation;

/// What the process tells its caller; the numbers are part of the command line's contract.
enum class ExitStatus
{
    Done = 0,
    NoMatch = 1, ///< or findings, or nothing to import
    WrongUsage = 2,
    NotReadable = 3,
    NotWritten = 4,
    Interrupted = 130 ///< by Ctrl+C, as shells count it
};

/// A subcommand: its face for help and parsing, and what it does. Stateless.
class Command
{
public:
    /// What stands after the subcommand and is no option.
    struct Operands
    {
        QString syntax; ///< "NOTE URL", as help shows it
        int least = 0;
        int most = 0;
    };
    static constexpr int AnyNumber = std::numeric_limits<int>::max();

    Command() = default;
    virtual ~Command() = default;
    Q_DISABLE_COPY_MOVE(Command)

    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QString summary() const = 0; ///< a few words, no full stop
    [[nodiscard]] virtual Operands operands() const { return {}; }
    [[nodiscard]] virtual QList<QCommandLineOption> options() const { return {}; }
    /// What help says below the options: sentences, a line each.
    [[nodiscard]] virtual QStringList notes() const { return {}; }

    /// Does it. The arguments fit `operands` and `options`; every failure has been told when this returns.
    [[nodiscard]] virtual ExitStatus run(Invocation &invocation) const = 0;
};

/// All there are, in the order help shows them.
[[nodiscard]] const std::vector<std::unique_ptr<const Command>> &commands();

} // namespace Weeknotes
