// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace Weeknotes {

/// The people whom `text` thanks by name, once each, in order: "thanks to Sam", "thank you, Priya and Tom Ellis", "hat
/// tip to @robin"; "danke an Jana", "diolch i Nia". A name is a capitalised word or two (three with a particle), or a
/// handle; groups ("Everyone", "the team"), abbreviations ("GDS"), days and months are none. In English, German and
/// Welsh alike, whatever the language of the note. It can be wrong, so show it to its writer alone.
[[nodiscard]] QStringList peopleThanked(const QString &text);

/// "@robin", whose name it captures. Thread-safe.
[[nodiscard]] const QRegularExpression &handleForm();

} // namespace Weeknotes
