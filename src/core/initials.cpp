// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/initials.h"

#include <QStringList>

namespace Weeknotes {

QString initialsOf(const QString &name)
{
    const QStringList names = name.simplified().split(u' ', Qt::SkipEmptyParts);
    const auto first = [](const QString &word) { return word.left(word.front().isHighSurrogate() ? 2 : 1).toUpper(); };
    if (names.isEmpty())
        return {};
    return names.size() == 1 ? first(names.first()) : first(names.first()) + first(names.last());
}

} // namespace Weeknotes
