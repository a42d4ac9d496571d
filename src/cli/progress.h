// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/printer.h"

#include <QElapsedTimer>

namespace Weeknotes {

/// "about 20 s left" of work of which `done` of `total` took `elapsed` milliseconds; empty while that tells little, and
/// where the end is near.
[[nodiscard]] QString timeLeftText(qint64 elapsed, qint64 done, qint64 total);

/// Shows on a terminal how far long work is, in one line that goes away at the end.
class Progress
{
public:
    /// Shows nothing unless `shown`. `printer` must outlive this.
    Progress(Printer &printer, bool shown) : m_printer(printer), m_shown(shown) { m_sinceStart.start(); }
    ~Progress() { clear(); }
    Q_DISABLE_COPY_MOVE(Progress)

    /// `text` says what is done, `done` of `total` says how far.
    void show(const QString &text, qint64 done, qint64 total);
    void clear();

private:
    Printer &m_printer;
    bool m_shown;
    bool m_visible = false;
    QElapsedTimer m_sinceStart;
    qint64 m_lastShown = 0;
};

} // namespace Weeknotes
