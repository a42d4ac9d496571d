// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"
#include "typeset/pagepart.h"

#include <QTextCursor>

#include <optional>

namespace Weeknotes {

/// Sets parts of a page in a QTextDocument, by the page's type, one scheme's colours and the words of cards.
class PageWriter
{
public:
    /// All must outlive it.
    PageWriter(const PageType &type, const Palette &colours, const Markdown::CardWords &words)
        : m_type(type), m_colours(colours), m_words(words)
    {
    }

    /// Writes `part` from `cursor` on, which stands in an empty block, and leaves it in the part's last block.
    void write(QTextCursor &cursor, const PagePart &part) const;

private:
    void writeByline(QTextCursor &cursor, const PagePart &part) const;
    void writeDateline(QTextCursor &cursor, const PagePart &part) const;
    void writeCode(QTextCursor &cursor, const PagePart &part) const;
    void writeFigure(QTextCursor &cursor, const PagePart &part) const;
    void writeCaption(QTextCursor &cursor, const PagePart &part) const;
    void writeCard(QTextCursor &cursor, const PagePart &part) const;
    [[nodiscard]] std::optional<Markdown::Card> cardOf(const PagePart &part) const; ///< of one that is a card
    void writeTable(QTextCursor &cursor, const PagePart &part) const;
    void writeInlines(QTextCursor &cursor, const std::vector<Markdown::Inline> &inlines,
                      const QTextCharFormat &format) const;
    void writeInline(QTextCursor &cursor, const Markdown::Inline &piece, const QTextCharFormat &format) const;
    void writeImage(QTextCursor &cursor, const Markdown::Inline &image, const QTextCharFormat &format) const;
    static void setLink(QTextCharFormat &format, const QString &target);
    void setCode(QTextCharFormat &format) const;
    void setElement(QTextCharFormat &format, const Markdown::Inline &element) const;
    void writeWayBack(QTextCursor &cursor, int footnote, const QTextCharFormat &format) const;

    [[nodiscard]] const TextType &typeOf(const PagePart &part) const;
    [[nodiscard]] QTextCharFormat textFormat(const TextType &type, const QStringList &families,
                                             const QColor &colour) const;
    [[nodiscard]] QTextCharFormat textFormat(const PagePart &part) const;
    [[nodiscard]] QTextBlockFormat blockFormat(const PagePart &part) const;

    const PageType &m_type;
    const Palette &m_colours;
    const Markdown::CardWords &m_words;
};

} // namespace Weeknotes
