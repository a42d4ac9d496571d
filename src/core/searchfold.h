// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVarLengthArray>

namespace Weeknotes {

/// The words of a text as search compares them, first to last: without accents, case and width ("Straße", "STRASSE"
/// and "ｓｔｒａｓｓｅ" are "strasse"). Letters and digits make words, all else stands between them; scripts that set
/// no spaces between words (Chinese, Japanese, Thai …) and Korean give a word for each character. The text must outlive
/// it. About 5 ns a character of English, 100 of a script with accents.
class SearchWords
{
public:
    explicit SearchWords(QStringView text) : m_text(text) {}

    /// Goes to the next word, at first to the first; false after the last.
    [[nodiscard]] bool next();
    /// The word; valid until the next call of `next`.
    [[nodiscard]] QStringView word() const { return {m_word.data(), m_word.size()}; }
    /// Where it stands in the text: characters `begin` to `end` (exclusive).
    [[nodiscard]] qsizetype begin() const { return m_begin; }
    [[nodiscard]] qsizetype end() const { return m_end; }

private:
    [[nodiscard]] bool readAscii();
    [[nodiscard]] bool readCharacter();
    [[nodiscard]] bool take(char32_t letter);
    void append(char32_t letter);

    QStringView m_text;
    qsizetype m_at = 0;
    QVarLengthArray<char32_t, 20> m_letters; ///< of the character read last
    qsizetype m_taken = 0;                   ///< so many of them belong to words already
    qsizetype m_characterBegin = 0;
    QVarLengthArray<char16_t, 64> m_word;
    bool m_isAlone = false; ///< letters do not go on with this word
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
};

/// All words of `text`, with a space between two.
[[nodiscard]] QString foldForSearch(QStringView text);

} // namespace Weeknotes
