// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/rawnote.h"

#include <QVariantMap>

namespace Weeknotes {

/// The head of a Markdown file: its fields by lower-case key, and the text below.
struct FileHead
{
    QVariantMap values;
    QString body;
    std::vector<Warning> warnings;
};

/// Front matter in YAML or TOML; lines of "key = value" or "key: value" that end in "==="; and, where the format's
/// rules are broken, what reads as "key: value" nevertheless.
[[nodiscard]] FileHead readHead(const QString &text, const QString &subject);

/// Whether these are the fields of a file that Weeknotes wrote, in whatever flavour: nothing has to be guessed, and the
/// text is that of a note.
[[nodiscard]] bool areOwnFields(const QVariantMap &values);

/// Puts what the fields say into `raw`. Every habit met in the wild is a row of a table here.
void applyFields(const QVariantMap &values, RawNote &raw);

/// The text of a value as it would stand in a page: a day as ISO 8601; empty for lists and maps.
[[nodiscard]] QString textOf(const QVariant &value);

} // namespace Weeknotes
