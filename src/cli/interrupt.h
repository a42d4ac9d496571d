// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtClassHelperMacros>

#include <csignal>

namespace Weeknotes {

/// While one lives, the first Ctrl+C (or SIGTERM) only raises a flag, so that work can end between two steps; the
/// second ends the process at once. One at a time, on any thread.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Q_DISABLE_COPY_MOVE(Interrupt)

    [[nodiscard]] bool isRequested() const;

private:
    struct sigaction m_interruptBefore = {};
    struct sigaction m_terminateBefore = {};
};

} // namespace Weeknotes
