// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes {

struct Loss;

/// What a form can't hold and what becomes of it there: one sentence, "2 tables become lists of their rows."
[[nodiscard]] QString lossText(const Loss &loss);

/// That so many passages which readers must not see were left out, a sentence.
[[nodiscard]] QString hiddenText(int passages);

/// That so many notes stand in the site no more, a sentence.
[[nodiscard]] QString goneText(int notes);

} // namespace Weeknotes
