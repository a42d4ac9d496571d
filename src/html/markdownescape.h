// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Weeknotes {

/// `text` with a backslash wherever Markdown would read markup, and its addresses as `<https://…>`. `atLineStart` also
/// escapes what is markup only there ("1. ", "# ", "> "). Line ends stay.
[[nodiscard]] QString escapedForMarkdown(const QString &text, bool atLineStart = true);

/// Appends to `text` what follows in its line, both Markdown: what is no markup in each is none where they meet.
void appendMarkdown(QString &text, const QString &part);

/// `address` as it stands between the brackets of `[…](…)`.
[[nodiscard]] QString linkDestination(const QString &address);

/// A web address as a paragraph of its own, which is an embed where it can be one.
[[nodiscard]] QString addressAlone(const QString &address);

/// `title` as it stands behind the address, with its quotes.
[[nodiscard]] QString linkTitle(const QString &title);

/// `text` as a code span.
[[nodiscard]] QString codeSpan(const QString &text);

/// The web addresses in `text`, without the full stop or bracket that follows them.
[[nodiscard]] QStringList addressesIn(const QString &text);

} // namespace Weeknotes
