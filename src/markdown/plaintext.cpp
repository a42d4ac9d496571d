// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/plaintext.h"

#include "markdown/comments.h"

#include <algorithm>
#include <ranges>
#include <span>
#include <utility>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

/// Words with the line breaks a writer meant, and with raw HTML's own words left to the text around it.
void appendLines(const std::vector<Inline> &inlines, QString &text)
{
    for (const auto &piece : inlines) {
        if (piece.kind == Inline::Kind::HardBreak)
            text += u'\n';
        else if (piece.children.empty())
            text += plainText({&piece, 1});
        else
            appendLines(piece.children, text);
    }
}

class PlainWriter
{
public:
    void write(std::span<const Block> blocks)
    {
        for (const auto &block : blocks)
            write(block);
    }

    void paragraph(const QString &words, bool close = false)
    {
        if (words.trimmed().isEmpty())
            return;
        if (!m_text.isEmpty())
            m_text += close ? u"\n"_s : u"\n\n"_s;
        m_text += words.trimmed();
    }

    [[nodiscard]] QString take() { return std::move(m_text); }

private:
    void write(const Block &block)
    {
        switch (block.kind) {
        case Block::Kind::Code:
            paragraph(block.text);
            break;
        case Block::Kind::RawHtml:
            paragraph(wordsOfHtml(block.text));
            break;
        case Block::Kind::Figure: {
            const auto &image = block.inlines.front();
            paragraph(image.title.isEmpty() ? image.text : image.title);
            break;
        }
        case Block::Kind::List: {
            const bool nested = m_inList;
            for (const auto &item : block.children)
                writeItem(item);
            m_inList = nested;
            break;
        }
        case Block::Kind::Table:
            for (const auto &row : block.children)
                writeRow(row);
            break;
        case Block::Kind::Separator:
        case Block::Kind::Prompt:
        case Block::Kind::More:
            break;
        default: {
            QString words;
            appendLines(block.inlines, words);
            paragraph(words, m_close);
            write(block.children);
        }
        }
        m_close = false;
    }

    /// A tight item stands right below the one before; so do those of the list inside it.
    void writeItem(const Block &item)
    {
        for (const auto &child : item.children) {
            m_close = item.tight && !m_text.isEmpty() && m_inList;
            m_inList = true;
            write(child);
        }
        m_inList = true;
    }

    void writeRow(const Block &row)
    {
        QStringList cells;
        for (const auto &cell : row.children)
            cells += plainText(cell.inlines);
        paragraph(cells.join(u'\t'), !row.headerRow);
    }

    QString m_text;
    bool m_close = false; ///< the next paragraph follows the last without an empty line
    bool m_inList = false;
};

bool isCjk(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return true;
    default:
        return false;
    }
}

/// Counts words over pieces of text, which may part in the middle of one.
class Measuring
{
public:
    [[nodiscard]] TextMeasure result() const { return m_measure; }

    /// Footnotes that only hidden passages refer to are hidden with them.
    void add(const Document &document)
    {
        for (const Block &block : document.blocks())
            add({&block, 1});
        for (size_t next = 0; next < m_notes.size(); ++next)
            add(document.footnotes()[size_t(m_notes[next]) - 1].blocks);
    }

    void add(std::span<const Block> blocks)
    {
        for (const auto &block : blocks) {
            if (block.kind == Block::Kind::Private || block.kind == Block::Kind::Prompt)
                continue;
            if (block.kind == Block::Kind::Code)
                addText(block.text);
            else if (block.kind == Block::Kind::RawHtml)
                addText(wordsOfHtml(block.text));
            add(block.inlines);
            if (block.kind == Block::Kind::Figure)
                addText(block.inlines.front().title);
            m_inWord = false;
            add(block.children);
        }
    }

private:
    void add(const std::vector<Inline> &inlines)
    {
        for (const auto &piece : inlines) {
            if (piece.kind == Inline::Kind::Image)
                ++m_measure.images;
            else if (piece.kind == Inline::Kind::SoftBreak || piece.kind == Inline::Kind::HardBreak)
                m_inWord = false;
            else if (piece.kind == Inline::Kind::Text || piece.kind == Inline::Kind::Code)
                addText(piece.text);
            else if (piece.number > 0 && std::ranges::find(m_notes, piece.number) == m_notes.end())
                m_notes.push_back(piece.number);
            add(piece.children);
        }
    }

    void addText(QStringView text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const char16_t unit = text[i].unicode();
            if (unit < 0x80) {
                addCharacter((unit | 0x20) >= u'a' && (unit | 0x20) <= u'z' ? Class::Letter
                             : unit >= u'0' && unit <= u'9'                 ? Class::Letter
                             : unit <= u' '                                 ? Class::Space
                                                                            : Class::Mark);
                continue;
            }
            char32_t c = unit;
            if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
                c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            addCharacter(isCjk(c)                     ? Class::Cjk
                         : QChar::isLetterOrNumber(c) ? Class::Letter
                         : QChar::isSpace(c)          ? Class::Space
                                                      : Class::Mark);
            i += c > 0xFFFF;
        }
    }

    enum class Class
    {
        Letter,
        Mark,
        Space,
        Cjk
    };

    /// A word begins with its first letter or digit and ends with a space; marks alone are none.
    void addCharacter(Class what)
    {
        if (what == Class::Letter && !m_inWord)
            ++m_measure.words;
        if (what == Class::Cjk)
            ++m_measure.cjkCharacters;
        if (what != Class::Mark)
            m_inWord = what == Class::Letter;
    }

    TextMeasure m_measure;
    std::vector<int> m_notes; ///< those referred to, in order
    bool m_inWord = false;
};

} // namespace

QString toPlainText(const std::vector<Block> &blocks)
{
    PlainWriter writer;
    writer.write(blocks);
    return writer.take();
}

QString toPlainText(const Document &document)
{
    PlainWriter writer;
    for (const Block &block : document.blocks())
        writer.write({&block, 1});
    for (const auto &note : document.footnotes())
        writer.paragraph(u"[%1] %2"_s.arg(QString::number(note.number), toPlainText(note.blocks)));
    return writer.take();
}

TextMeasure measure(const Document &document)
{
    Measuring measuring;
    measuring.add(document);
    return measuring.result();
}

const TextMeasure &Meter::measure(std::shared_ptr<const Document> document)
{
    const auto before = std::exchange(m_document, std::move(document));
    if (!before || !before->footnotes().empty() || !m_document->footnotes().empty()) {
        m_measure = Markdown::measure(*m_document);
        return m_measure;
    }
    const auto old = before->blocks();
    const auto now = m_document->blocks();
    const auto isShared = [](const Block &a, const Block &b) { return &a == &b; };
    const auto [oldFirst, nowFirst] = std::ranges::mismatch(old, now, isShared);
    const std::ranges::subrange oldRest(oldFirst, old.end());
    const std::ranges::subrange nowRest(nowFirst, now.end());
    const auto [oldLast, nowLast] =
        std::ranges::mismatch(oldRest | std::views::reverse, nowRest | std::views::reverse, isShared);
    const auto measured = [](auto first, auto last) {
        Measuring measuring;
        for (; first != last; ++first)
            measuring.add({&*first, 1});
        return measuring.result();
    };
    const TextMeasure gone = measured(oldFirst, oldLast.base());
    const TextMeasure come = measured(nowFirst, nowLast.base());
    m_measure.words += come.words - gone.words;
    m_measure.cjkCharacters += come.cjkCharacters - gone.cjkCharacters;
    m_measure.images += come.images - gone.images;
    return m_measure;
}

} // namespace Weeknotes::Markdown
