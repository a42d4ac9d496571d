// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenrole.h"

#include <QString>

#include <vector>

namespace Weeknotes {

/// A run of code of one role; UTF-16 offsets. What lies between runs is TokenRole::Normal.
struct CodeRun
{
    int start = 0;
    int length = 0;
    TokenRole role = TokenRole::Normal;
    bool operator==(const CodeRun &) const = default;
};

/// The coloured runs of `code`, in order, none empty, none over a line's end. `language` is what stands after the
/// fence: a name ("C++", "python"), a common short one ("js", "sh") or a file's ending ("rs"), any case. No runs: an
/// unknown or empty language, code over 200,000 characters or with a line over 10,000. Thread-safe. Each thread keeps
/// its own definitions: the first call on a thread costs some 10 ms and another few for each new language, later ones
/// about 1 ms a hundred lines.
[[nodiscard]] std::vector<CodeRun> highlightCode(const QString &code, const QString &language);

} // namespace Weeknotes
