// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace Weeknotes {

/// What this thread took of the processor, ms: other threads, and other people's programs, don't count.
inline double threadTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace Weeknotes
