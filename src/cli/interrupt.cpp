// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupt.h"

namespace Weeknotes {

namespace {

volatile std::sig_atomic_t requested = 0;

void request(int)
{
    requested = 1;
}

} // namespace

Interrupt::Interrupt()
{
    requested = 0;
    struct sigaction action = {};
    action.sa_handler = request;
    action.sa_flags = int(SA_RESETHAND) | SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, &m_interruptBefore);
    ::sigaction(SIGTERM, &action, &m_terminateBefore);
}

Interrupt::~Interrupt()
{
    ::sigaction(SIGINT, &m_interruptBefore, nullptr);
    ::sigaction(SIGTERM, &m_terminateBefore, nullptr);
}

bool Interrupt::isRequested() const
{
    return requested != 0;
}

} // namespace Weeknotes
