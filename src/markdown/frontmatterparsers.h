// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QVariantMap>

namespace Weeknotes::Markdown {

/// Bounds of what front matter may hold; beyond them it is an attack or a mistake.
namespace FrontMatterLimit {
constexpr int depth = 32;
constexpr int values = 20'000;
constexpr int bytes = 256 * 1024;
} // namespace FrontMatterLimit

/// What the parsers of both formats return: the fields, or Malformed with the 1-based line in `text`.
/// Nothing in `mapping` means that `text` is well-formed, but no list of fields.
struct ParsedFields
{
    bool mapping = true;
    QVariantMap values;
};
[[nodiscard]] Result<ParsedFields> parseYamlFields(const QString &text);
[[nodiscard]] Result<ParsedFields> parseTomlFields(const QString &text);

} // namespace Weeknotes::Markdown
