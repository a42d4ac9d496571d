// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace KSyntaxHighlighting {
class Repository;
}

namespace Weeknotes {

/// The calling thread's syntax definitions, our own of Markdown among them, read when first wanted;
/// KSyntaxHighlighting's are not thread-safe. For the sources of this layer only.
[[nodiscard]] KSyntaxHighlighting::Repository &syntaxRepository();

} // namespace Weeknotes
