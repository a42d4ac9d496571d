// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

#include <QByteArray>

#include <span>

namespace Weeknotes::Markdown {

/// `text` with U+FFFD for each half of a surrogate pair that stands alone; as long, unit by unit.
[[nodiscard]] QString wellFormed(QString text);

/// A text to parse, which may be lines taken out of a larger one (a passage in a comment, a footnote's definition).
struct SourceText
{
    /// From `at` on, `text` is what stands at `source` in the whole text.
    struct Piece
    {
        int at = 0;
        int source = 0;
    };

    QString text;
    std::vector<Piece> pieces; ///< by `at`; empty: it is the whole text
    int prefix = 0;            ///< so many units at the start are link definitions of the text around, not content

    /// Where `offset` of `text` stands in the whole text.
    [[nodiscard]] int whole(int offset) const;
    /// The same for a stretch, whose end may be that of a piece.
    [[nodiscard]] SourceRange whole(SourceRange range) const;
    /// The units from `begin` to `end`, without a prefix.
    [[nodiscard]] SourceText part(int begin, int end) const;
};

/// UTF-8 for md4c, and the way back from its pointers to UTF-16 offsets.
class Utf8Text
{
public:
    explicit Utf8Text(QStringView text);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] bool holds(const char *pointer) const
    {
        return pointer >= m_bytes.constData() && pointer <= m_bytes.constData() + m_bytes.size();
    }
    /// The UTF-16 offset of a pointer that it `holds()`. Constant time.
    [[nodiscard]] int offset(const char *pointer) const;

private:
    QByteArray m_bytes;
    std::vector<int> m_marks; ///< the UTF-16 offset of every 16th byte; empty for plain ASCII
};

/// The lines of a text, ended by LF, CR LF or CR.
class Lines
{
public:
    explicit Lines(QStringView text);

    [[nodiscard]] int count() const { return int(m_begins.size()) - 1; }
    [[nodiscard]] int begin(int line) const { return m_begins[size_t(line)]; }
    /// Where the line's end mark begins.
    [[nodiscard]] int end(int line) const;
    [[nodiscard]] QStringView at(int line) const { return m_text.sliced(begin(line), end(line) - begin(line)); }
    /// The line that holds `offset`.
    [[nodiscard]] int of(int offset) const;

private:
    QStringView m_text;
    std::vector<int> m_begins; ///< of each line, and the text's end
};

} // namespace Weeknotes::Markdown
