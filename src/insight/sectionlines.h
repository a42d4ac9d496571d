// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lookingback.h"
#include "insight/notepassage.h"
#include "insight/notesections.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace Weeknotes {

/// A section as it runs through the weeks.
struct SectionLine
{
    QString heading;           ///< as the newest note has it
    QStringList otherNames;    ///< other headings that the person said are this one, the newest first
    QStringList keys;          ///< of all of them, that of `heading` first; see sectionKey()
    std::vector<NoteId> notes; ///< that have it, oldest first
    std::vector<QDate> days;   ///< of each of them, see sortDay()

    bool operator==(const SectionLine &) const = default;
};

/// Two headings that may name one section, and what speaks for it.
struct SectionProposal
{
    QString from; ///< the older heading
    QString to;
    QString fromKey;
    QString toKey;
    QDate lastFrom;    ///< `from` is there for the last time
    QDate firstTo;     ///< `to` is there for the first time
    QStringList words; ///< that they share, as `to` writes them, or:
    QString neighbour; ///< the heading beside which both stand, at the same place

    bool operator==(const SectionProposal &) const = default;
};

/// A section as one note has it: what SectionLines keeps of a note.
struct SectionMention
{
    QString key; ///< see sectionKey()
    QString heading;
    bool weak = false; ///< marked by a colon or dots alone
    double place = 0;  ///< as in NoteSection

    explicit SectionMention(const NoteSection &section);
    SectionMention() = default;
    bool operator==(const SectionMention &) const = default;
};

/// Gathers the headings of all notes, without their text, and tells which of them come back. A value; any thread.
class SectionLines
{
public:
    /// Embargoes end by `today`; what readers must not see is not here. `author` wrote what names nobody.
    explicit SectionLines(QDate today, QString author = {}) : m_today(today), m_author(std::move(author)) {}

    /// Parses the note's text.
    void add(const Note &note);
    /// Those of a note that was looked through before.
    void add(const NoteHeader &header, std::vector<SectionMention> mentions);

    /// The sections of two notes or more (of three, where nothing but a colon marks them), the one of most notes
    /// first. `renames` that are the same make one of two.
    [[nodiscard]] std::vector<SectionLine> lines(const std::vector<SectionRename> &renames = {}) const;
    /// The two of `lines`, which `renames` made, for which most speaks if much does: one person's notes have one of
    /// them up to where the other begins, and they share words or stand at the same place beside the same heading.
    /// Nothing is asked again that `renames` has an answer to.
    [[nodiscard]] std::optional<SectionProposal> proposal(const std::vector<SectionLine> &lines,
                                                          const std::vector<SectionRename> &renames = {}) const;

private:
    class Proposing;
    struct Entry
    {
        NoteHeader header;
        std::vector<SectionMention> mentions;
    };

    [[nodiscard]] std::vector<const Entry *> oldestFirst() const;

    QDate m_today;
    QString m_author;
    std::vector<Entry> m_entries;
};

/// Gathers what the notes have under one section. A value; any thread.
class SectionPassages
{
public:
    SectionPassages(const SectionLine &line, QDate today);

    /// Parses the text of those alone that have the section.
    void add(const Note &note);
    /// Oldest first.
    [[nodiscard]] std::vector<NotePassage> take();

private:
    QSet<QString> m_keys;
    QSet<NoteId> m_notes;
    QDate m_today;
    std::vector<NotePassage> m_passages;
};

} // namespace Weeknotes
