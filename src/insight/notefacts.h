// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "markdown/document.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace Weeknotes {

/// A heading of a note, and how what stands under it begins.
struct SectionFact
{
    QString heading; ///< as written, without the colon or full stop at its end
    QString opening; ///< the first sentence, plain, cut with "…" where it is long; empty where there are no words
    bool operator==(const SectionFact &) const = default;
};

/// What the text of one note says of itself, and readers may see: nothing of private passages, prompts and comments,
/// nor of passages whose day has not come.
struct NoteFacts
{
    NoteHeader header;
    std::vector<SectionFact> sections; ///< in order; none for what stands before the first heading
    QStringList hosts;                 ///< of its links, one for each, without "www."
    QStringList people;                ///< see peopleThanked()
};

/// The words of a document that is for readers, as plain text, a block a line; without code and HTML.
[[nodiscard]] QString proseOf(const Markdown::Document &document);
[[nodiscard]] NoteFacts factsOf(const NoteHeader &header, const Markdown::Document &forReaders, const QString &prose);

} // namespace Weeknotes
