// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

#include <QString>

#include <vector>

namespace Weeknotes {

/// The running text of a block as its readers have it, with the way back to its place in the source. Code, images,
/// bare addresses and whatever else is no word of the writer's stand as U+FFFC; a line break of the source is a space,
/// one that readers see is a line feed.
class LookProse
{
public:
    /// In what it stands.
    struct Setting
    {
        bool heading = false;
        bool quote = false;
        bool appeal = false;
        bool item = false;
        bool cell = false;
    };

    LookProse(const Markdown::Block &block, int shift, Setting setting, QStringView source);

    [[nodiscard]] const QString &words() const { return m_words; }
    [[nodiscard]] const Setting &setting() const { return m_setting; }
    [[nodiscard]] const Markdown::Block &block() const { return *m_block; }
    /// How much further its places lie in the source than the block says.
    [[nodiscard]] int shift() const { return m_shift; }
    [[nodiscard]] Markdown::SourceRange source() const
    {
        return {m_block->source.begin + m_shift, m_block->source.end + m_shift};
    }
    /// Where `length` units of words() from `begin` on stand in the source; `length` is no less than 1.
    [[nodiscard]] Markdown::SourceRange place(qsizetype begin, qsizetype length) const;
    /// Whether it is within a link's words.
    [[nodiscard]] bool isLinked(qsizetype at) const;

    static constexpr QChar Hole{0xFFFC};

private:
    struct Piece
    {
        qsizetype at = 0; ///< in words()
        int source = 0;
        int sourceEnd = 0;
        bool literal = false; ///< unit by unit; else as a whole
        bool linked = false;
    };

    void add(const std::vector<Markdown::Inline> &inlines, bool linked);
    void addText(const Markdown::Inline &text, bool linked);
    void put(QStringView words, int source, int sourceEnd, bool literal, bool linked);
    [[nodiscard]] const Piece &pieceAt(qsizetype at) const;

    const Markdown::Block *m_block;
    int m_shift;
    Setting m_setting;
    QStringView m_source;
    QString m_words;
    std::vector<Piece> m_pieces;
};

/// That of all blocks of a document for readers, in reading order; `source` is the whole text. Both must outlive it.
[[nodiscard]] std::vector<LookProse> proseForLook(const Markdown::Document &readable, QStringView source);

/// Whether the words of `link` are its address.
[[nodiscard]] bool isBareAddress(const Markdown::Inline &link);

} // namespace Weeknotes
