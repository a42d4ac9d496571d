// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

using namespace Qt::StringLiterals;

#include <QCoreApplication>

#include <algorithm>

namespace Weeknotes {

namespace {

constexpr qint64 Interval = 100; // ms; work shorter than this shows nothing

} // namespace

QString timeLeftText(qint64 elapsed, qint64 done, qint64 total)
{
    constexpr qint64 tellingTime = 2000; // ms
    constexpr qint64 tellingPart = 50;   // of which there are to be as many, at most
    if (elapsed < tellingTime || done <= 0 || done * tellingPart < total || done >= total)
        return {};
    const qint64 seconds = elapsed * (total - done) / done / 1000;
    constexpr qint64 minute = 60;
    if (seconds < 3)
        return {};
    if (seconds < 2 * minute)
        return QCoreApplication::translate("Weeknotes::Progress", "about %1 s left")
            .arg(std::max<qint64>(5, seconds / 5 * 5));
    return QCoreApplication::translate("Weeknotes::Progress", "about %1 min left").arg((seconds + minute / 2) / minute);
}

void Progress::show(const QString &text, qint64 done, qint64 total)
{
    if (!m_shown || m_sinceStart.elapsed() - m_lastShown < Interval)
        return;
    m_lastShown = m_sinceStart.elapsed();
    m_visible = true;
    const QString left = timeLeftText(m_lastShown, done, total);
    const QString share = u"%1 %"_s.arg(total > 0 ? done * 100 / total : 0);
    m_printer.bytes(u"\r%1: %2\033[K"_s.arg(text, left.isEmpty() ? share : share + u", "_s + left).toUtf8());
}

void Progress::clear()
{
    if (std::exchange(m_visible, false))
        m_printer.bytes("\r\033[K");
}

} // namespace Weeknotes
