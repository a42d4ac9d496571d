// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "core/period.h"
#include "core/seasonnumber.h"

#include <QDateTime>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

namespace Weeknotes {

enum class NoteKind
{
    Weeknote,  ///< covers one week
    Fortnight, ///< covers two
    Longer,    ///< covers any other period
    Post       ///< no weeknote; its period may be unknown
};

enum class NoteStatus
{
    Draft,
    Ready,    ///< nothing left to look at before publishing
    Published ///< it stands somewhere
};

/// Where a note came from, so that importing the same thing again finds it. Empty for a note started here.
struct Provenance
{
    QString kind;           ///< "text", "markdown", "medium", …
    QString key;            ///< names the note within its source: a file name, or file name and title
    QByteArray contentHash; ///< SHA-256 of what was imported
    bool operator==(const Provenance &) const = default;
};

/// What the writer decides about a note, apart from its text.
struct NoteFields
{
    NoteKind kind = NoteKind::Weeknote;
    std::optional<Period> covers;
    SeasonNumber number;
    QString title; ///< as it stands on the page
    QString subtitle;
    QString kicker;   ///< the line above the title
    QString author;   ///< empty: the library's
    QString language; ///< BCP 47; empty: the library's
    NoteStatus status = NoteStatus::Draft;
    std::optional<QDate> written; ///< the day of writing, where it is known
    /// The moment it went out, where it is known; where only the day is, 12:00:00.000 UTC of that day.
    std::optional<QDateTime> published;
    QUrl canonical; ///< where the original stands
    QStringList tags;

    bool operator==(const NoteFields &) const = default;
};

/// A note without its text: what lists and the timeline need.
struct NoteHeader
{
    NoteId id;
    qint64 revision = 0; ///< grows by one with each save; a save names the one it started from
    NoteFields fields;
    int words = 0;
    int minutes = 0; ///< reading time, see core/readingtime.h
    QDateTime created;
    QDateTime updated;
    Provenance source;
    /// The day it went out to a place where another text stands than it has now, the last such day; absent: there is
    /// no such place.
    std::optional<QDate> changedSince = {};

    bool operator==(const NoteHeader &) const = default;
};

/// Other fields for a note, which must still have that revision.
struct FieldsChange
{
    NoteId id;
    qint64 baseRevision = 0;
    NoteFields fields;

    bool operator==(const FieldsChange &) const = default;
};

struct Note
{
    NoteHeader header;
    QString text; ///< Markdown, as design/markdown.md describes it; lines end in U+000A

    bool operator==(const Note &) const = default;
};

/// An image that goes into the library with a note: the name the text uses, and its bytes.
struct ImageFile
{
    QString name; ///< "images/printer.jpg", as it stands in the text
    QByteArray data;
    bool operator==(const ImageFile &) const = default;
};

/// An image of a draft. Its file is read when the draft goes into a library, so that those of an archive are never in
/// memory together.
struct DraftImage
{
    QString name; ///< as that of ImageFile
    QString path; ///< absolute, links resolved; within `archive`, if that is named
    qint64 size = 0;
    QByteArray hash; ///< SHA-256 of what it held when it was looked at; anything else is not taken
    QString archive; ///< the zip file that holds it; empty: it is a file of its own
    bool operator==(const DraftImage &) const = default;
};

/// A note that is not in a library yet.
struct NoteDraft
{
    NoteFields fields;
    QString text;
    Provenance source;
    std::vector<DraftImage> images;

    bool operator==(const NoteDraft &) const = default;
};

// Named so, and not toString, because QtTest would take that for its own.

/// The stable words of command line, JSON and front matter: "weeknote", "fortnight", "longer", "post".
[[nodiscard]] QString nameOf(NoteKind kind);
[[nodiscard]] std::optional<NoteKind> noteKindFromString(QStringView text);
/// "draft", "ready", "published".
[[nodiscard]] QString nameOf(NoteStatus status);
[[nodiscard]] std::optional<NoteStatus> noteStatusFromString(QStringView text);

/// `current` with what `to` has otherwise than `from`, wherever `current` still has it as `from`: a change carried over
/// to fields that others changed meanwhile.
[[nodiscard]] NoteFields carriedOver(const NoteFields &current, const NoteFields &from, const NoteFields &to);

/// Newest first: by the last day covered (else the day published, written, created), then number, then id.
[[nodiscard]] bool newerFirst(const NoteHeader &a, const NoteHeader &b);
/// The day a note stands at in a list: the first of those that `newerFirst` names.
[[nodiscard]] QDate sortDay(const NoteHeader &header);
/// The same; none where that would be the day of its import.
[[nodiscard]] std::optional<QDate> knownDay(const NoteHeader &header);
/// The kind that a period of that many days speaks of: 7 a weeknote, 14 a fortnight, else longer.
[[nodiscard]] NoteKind kindForDays(int days);

} // namespace Weeknotes
