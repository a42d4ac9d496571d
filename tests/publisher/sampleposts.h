// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publisher/post.h"

namespace Weeknotes {

/// What posts of samples are made with. `baseUrl` may be empty: then the post stands nowhere.
[[nodiscard]] PostContext sampleContext(const QString &baseUrl = QStringLiteral("https://robin.example/notes"));
/// A note of that text, with all its fields.
[[nodiscard]] Note sampleNote(const QString &text);
/// tests/data/pages/NAME.md as a note.
[[nodiscard]] Note pageSample(const QString &name);
[[nodiscard]] Post samplePost(const QString &text,
                              const QString &baseUrl = QStringLiteral("https://robin.example/notes"));
/// A made-up text in which all that notes hold comes up. Words that readers must not see begin with "secret".
[[nodiscard]] QString randomMarkdown(quint32 seed);

/// The file's bytes; with WEEKNOTES_REFRESH_GOLDEN they are `made` from now on.
[[nodiscard]] QByteArray golden(const QString &name, const QByteArray &made);

} // namespace Weeknotes
