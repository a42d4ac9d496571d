// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr qint64 Interval = 100; // ms; work shorter than this shows nothing

} // namespace

void Progress::show(const QString &text, int done, int total)
{
    if (!m_shown || m_sinceStart.elapsed() - m_lastShown < Interval)
        return;
    m_lastShown = m_sinceStart.elapsed();
    m_visible = true;
    m_printer.bytes(u"\r%1 %2/%3\033[K"_s.arg(text).arg(done).arg(total).toUtf8());
}

void Progress::clear()
{
    if (std::exchange(m_visible, false))
        m_printer.bytes("\r\033[K");
}

} // namespace Weeknotes
