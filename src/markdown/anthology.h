// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

namespace Weeknotes::Markdown {

/// A stretch of a document that stands for itself.
struct Passage
{
    std::vector<Block> blocks;
    std::vector<Footnote> footnotes; ///< that may be referred to

    bool operator==(const Passage &) const = default;
};

/// The blocks from `begin` up to `end`, exclusive, of `document`.
[[nodiscard]] Passage passageOf(const Document &document, size_t begin, size_t end);

/// Passages of several notes in one document, which is read and published as a note is. Trees are put together, not
/// texts: what one note leaves open, a fence or a comment, can't reach into another. Hand it passages of documents for
/// readers; nothing else is kept out.
class Anthology
{
public:
    /// The line above a passage, a link to `target`.
    void addDateline(const QString &words, const QString &target);
    /// `note` tells footnotes and images of one name in several notes apart: an image is now called imageName().
    void add(Passage passage, const QString &note);
    [[nodiscard]] std::shared_ptr<const Document> document() &&;

    [[nodiscard]] static QString imageName(const QString &note, const QString &name);
    struct Image
    {
        QString note;
        QString name;
    };
    /// The note's key, and the name that its text uses.
    [[nodiscard]] static Image imageOf(const QString &name);

private:
    std::vector<Block> m_blocks;
    std::vector<Footnote> m_footnotes;
};

} // namespace Weeknotes::Markdown
