// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Weeknotes {

struct ExportReport;
struct Loss;

/// What a form can't hold and what becomes of it there: one sentence, "2 tables become lists of their rows."
[[nodiscard]] QString lossText(const Loss &loss);

/// That so many passages which readers must not see were left out, a sentence.
[[nodiscard]] QString hiddenText(int passages);

/// What is to be said of an export beside the files it made, a sentence each; why images are lost is not in it.
[[nodiscard]] QStringList remarksOn(const ExportReport &report);

} // namespace Weeknotes
