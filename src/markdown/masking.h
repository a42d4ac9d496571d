// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/sourcetext.h"

#include <QHash>

namespace Weeknotes::Markdown {

/// A footnote's definition as it stands in a text.
struct FootnoteDefinition
{
    QString label;
    SourceRange lines;  ///< in the text it was found in
    SourceText content; ///< what follows the mark, without its indentation
};

/// What md4c does not know of, found before it parses, so that it can be hidden from it at the same length.
struct Findings
{
    std::vector<FootnoteDefinition> footnotes;
    std::vector<SourceRange> footnoteMarks;  ///< each "[^label]" that may be a reference, in order
    std::vector<SourceRange> innerClosings;  ///< the "-->" of comments inside private passages
    QHash<QString, QString> linkDefinitions; ///< by `linkLabel()`: the line that defines it
    bool comments = false;                   ///< there is at least one "<!--"
};

/// Looks through `source` line by line. Definitions in code, comments and containers are left alone.
[[nodiscard]] Findings findUnknown(const SourceText &source);

/// How labels of links and footnotes are compared.
[[nodiscard]] QString linkLabel(QStringView label);

/// The lines of `definitions` that `text` may refer to, to be put before it; empty if none.
[[nodiscard]] QString definitionsFor(const QString &text, const QHash<QString, QString> &definitions);

} // namespace Weeknotes::Markdown
