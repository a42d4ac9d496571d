// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace Weeknotes {

using TemplateValues = QHash<QString, QString>;

/// `text` with each "@name@" replaced by its value, once: what stands in a value is not looked at again. For our own
/// style sheets: a name without a value is our mistake and ends the program.
[[nodiscard]] QString fillTemplate(const QString &text, const TemplateValues &values);

} // namespace Weeknotes
