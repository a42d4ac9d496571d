// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// HTML as these programs put it on the clipboard; written for these tests, none of it is anybody's text. In a source
/// of its own, since moc can't read it.
namespace Weeknotes::TestData {

[[nodiscard]] QString fromWord();
[[nodiscard]] QString fromDocs();
[[nodiscard]] QString fromOutlook();
[[nodiscard]] QString fromWeb();
[[nodiscard]] QString fromVsCode();
[[nodiscard]] QString fromJetBrains();

} // namespace Weeknotes::TestData
