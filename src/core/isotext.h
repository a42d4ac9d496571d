// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace Weeknotes {

// Days and moments as files and other programs want them (ISO 8601).

/// "2026-11-20".
[[nodiscard]] QString isoDay(QDate day);
/// "2026-11-20T16:05:00+01:00", with the offset that the moment itself has; "Z" for UTC. `Qt::ISODateWithMs` loses
/// nothing of it.
[[nodiscard]] QString isoMoment(const QDateTime &moment, Qt::DateFormat format = Qt::ISODate);
/// What stands for a day whose hour is not known (see `NoteFields::published`): noon UTC, where the day is the same in
/// nearly all time zones.
[[nodiscard]] QDateTime noonOf(QDate day);
/// `isoDay` of what `noonOf` made; any other moment in UTC.
[[nodiscard]] QString isoDayOrMoment(const QDateTime &moment);

} // namespace Weeknotes
