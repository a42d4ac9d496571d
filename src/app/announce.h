// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

namespace Weeknotes {

/// Has a screen reader say what changed at `source` without the keyboard going there.
inline void announce(QObject *source, const QString &words,
                     QAccessible::AnnouncementPoliteness politeness = QAccessible::AnnouncementPoliteness::Polite)
{
    QAccessibleAnnouncementEvent announcement(source, words);
    announcement.setPoliteness(politeness);
    QAccessible::updateAccessibility(&announcement);
}

} // namespace Weeknotes
