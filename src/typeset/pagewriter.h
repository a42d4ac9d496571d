// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"
#include "typeset/pagepart.h"

#include <QTextCursor>

#include <optional>

class QTextTable;

namespace Weeknotes {

/// What becomes of code and tables that are wider than the page.
enum class TooWide
{
    Breaks,    ///< their lines do, in tables within words at worst
    ReachesOut ///< beyond its edge, as in a browser, where they scroll
};

/// Sets parts of a page in a QTextDocument, by the page's type, one scheme's colours, and the words of cards and the
/// references of its head.
class PageWriter
{
public:
    /// All must outlive it.
    PageWriter(const PageType &type, const Palette &colours, const Markdown::CardWords &words,
               const std::optional<PageReferences> &references, TooWide tooWide)
        : m_type(type), m_colours(colours), m_words(words), m_references(references), m_tooWide(tooWide)
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
    // footwriter.cpp
    void writeTags(QTextCursor &cursor, const PagePart &part) const;
    void writeOriginal(QTextCursor &cursor, const PagePart &part) const;
    void writeBeside(QTextCursor &cursor, const PagePart &part) const;

    /// As wide as the page, without lines, `padding` px around its cells. `mirrored`: its columns go from right to
    /// left, see cellOf().
    [[nodiscard]] static QTextTable *insertTable(QTextCursor &cursor, int rows, int columns, qreal padding,
                                                 bool mirrored);
    /// Puts `cursor` behind it, into a block that looks like the one it came in.
    static void leaveTable(QTextCursor &cursor, const QTextTable &table, QTextBlockFormat around);
    void writeInlines(QTextCursor &cursor, const std::vector<Markdown::Inline> &inlines,
                      const QTextCharFormat &format) const;
    void writeInline(QTextCursor &cursor, const Markdown::Inline &piece, const QTextCharFormat &format) const;
    /// Within a line.
    void writeImage(QTextCursor &cursor, const Markdown::Inline &image, const QTextCharFormat &format) const;
    void putImage(QTextCursor &cursor, const Markdown::Inline &image, const QTextCharFormat &format) const;
    static void setLink(QTextCharFormat &format, const QString &target);
    static void setLeastWidths(QTextTable &table);
    void setCode(QTextCharFormat &format) const;
    void setElement(QTextCharFormat &format, const Markdown::Inline &element) const;
    void writeWaysBack(QTextCursor &cursor, const PagePart &footnote, const QTextCharFormat &format) const;

    /// Where a link leads: to what a page may link to, or another note. Empty: nowhere.
    [[nodiscard]] QString linkTarget(const QString &target) const;
    /// Whether one stands in the lines, and makes them higher.
    [[nodiscard]] bool holdImage(const std::vector<Markdown::Inline> &inlines) const;
    [[nodiscard]] bool isLost(const Markdown::Inline &image) const;
    /// How far above a part's words its rule is, px; 0: it has none.
    [[nodiscard]] qreal ruleAbove(const PagePart &part) const;
    [[nodiscard]] const TextType &typeOf(const PagePart &part) const;
    [[nodiscard]] QTextCharFormat textFormat(const TextType &type, const QStringList &families,
                                             const QColor &colour) const;
    [[nodiscard]] QTextCharFormat textFormat(const PagePart &part) const;
    [[nodiscard]] QTextBlockFormat blockFormat(const PagePart &part) const;

    const PageType &m_type;
    const Palette &m_colours;
    const Markdown::CardWords &m_words;
    const std::optional<PageReferences> &m_references;
    TooWide m_tooWide;
};

/// Of one that reaches out where it has to: the page is another width now.
void fitTable(QTextTable &table);

} // namespace Weeknotes
