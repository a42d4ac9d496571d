// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

#include <QStringList>

#include <optional>

namespace Weeknotes {

struct Post;

/// What the links of `document` to other notes name, in their order, as often as they do: "2026-W47" of
/// `week:2026-W47`.
[[nodiscard]] QStringList noteReferences(const Markdown::Document &document);

/// Where a link of the post's text leads, for readers who have the text elsewhere than on its page: a whole http, https
/// or mailto address. Relative ones are found from the post's own address. Nothing for a place in the text itself, a
/// note that stands nowhere, and what is not safe to follow.
[[nodiscard]] std::optional<QString> wholeTarget(const Post &post, const QString &target);

/// Where everybody finds an image that the text names: its own address, or beside the post's page; nothing where that
/// is unknown.
[[nodiscard]] std::optional<QString> publicImage(const Post &post, const QString &target);

} // namespace Weeknotes
