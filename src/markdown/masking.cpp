// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/masking.h"

#include "markdown/comments.h"
#include "markdown/lineforms.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

constexpr int codeIndent = 4;

/// What `text.indexOf(words, from)` finds, faster: Qt looks for one character many times as fast as for two.
qsizetype find(QStringView text, QStringView words, qsizetype from)
{
    for (auto at = text.indexOf(words[0], from); at >= 0; at = text.indexOf(words[0], at + 1)) {
        if (text.sliced(at).startsWith(words))
            return at;
    }
    return -1;
}

/// "[^label]" at the start of `text`: its length, 0 if it is none.
qsizetype footnoteMarkLength(QStringView text)
{
    if (!text.startsWith(u"[^"))
        return 0;
    constexpr qsizetype longest = 200;
    for (qsizetype i = 2; i < std::min(text.size(), longest); ++i) {
        const QChar c = text[i];
        if (c == u']')
            return i > 2 ? i + 1 : 0;
        if (c.isSpace() || c == u'[')
            return 0;
    }
    return 0;
}

class Scanner
{
public:
    explicit Scanner(const SourceText &source) : m_source(source), m_text(source.text), m_lines(m_text), m_ends(m_text)
    {
    }

    Findings scan()
    {
        m_found.comments = find(m_text, u"<!--", 0) >= 0;
        if (m_found.comments || find(m_text, u"]:", 0) >= 0) {
            for (m_line = m_lines.of(m_source.prefix); m_line < m_lines.count();)
                scanLine();
        }
        findFootnoteMarks();
        return std::move(m_found);
    }

private:
    void scanLine()
    {
        const auto line = m_lines.at(m_line);
        const int begin = m_lines.begin(m_line++);
        int indent = 0;
        const auto rest = withoutMarks(line, indent);
        if (m_fence > 0)
            return leaveFence(line, rest);
        if (const int length = LineForm::fenceLength(rest); length > 0) {
            m_fence = length;
            m_fenceMark = rest[0];
            m_fenceColumn = int(line.size() - rest.size());
            return;
        }
        if (rest.startsWith(u"<!--") && indent < codeIndent)
            return skipComment(begin + int(line.size() - rest.size()));
        if (const auto comment = line.indexOf(u"<!--"); comment >= 0)
            skipInlineComment(begin + comment);
        if (rest.size() + indent == line.size() && indent < codeIndent && rest.startsWith(u'['))
            scanDefinition(rest, begin + indent);
    }

    /// What follows the container marks; `indent` is the space before it, after the last of them.
    static QStringView withoutMarks(QStringView line, int &indent)
    {
        QStringView rest;
        std::ignore = LineForm::anywhere(line, [&rest](QStringView left) {
            rest = left;
            return LineForm::isRule(left);
        });
        const auto before = line.first(line.size() - rest.size());
        for (indent = 0; indent < before.size() && before[before.size() - 1 - indent].isSpace(); ++indent) {
        }
        return rest;
    }

    void leaveFence(QStringView line, QStringView rest)
    {
        const int length = LineForm::fenceLength(rest);
        const bool closes = length >= m_fence && rest[0] == m_fenceMark &&
                            LineForm::indentLength(rest.sliced(length)) == rest.size() - length;
        // A fence in a list item or quote ends with that.
        const bool leaves = m_fenceColumn >= 2 && !rest.isEmpty() && line.size() == rest.size();
        if (closes || leaves)
            m_fence = 0;
        if (leaves && !closes)
            --m_line;
    }

    /// Goes on after the line where the comment at `begin` ends, or to the end of the text.
    void skipComment(qsizetype begin)
    {
        const auto end = m_ends.of(begin);
        const auto limit = end < 0 ? m_text.size() : end - 3;
        if (isPassage(m_text.sliced(begin))) {
            for (auto at = m_text.indexOf(u"-->", begin); at >= 0 && at < limit; at = m_text.indexOf(u"-->", at + 3))
                m_found.innerClosings.push_back({int(at), int(at) + 3});
        }
        m_line = end < 0 ? m_lines.count() : m_lines.of(int(end) - 1) + 1;
    }

    /// A comment that begins amid a paragraph ends in it, or is none.
    void skipInlineComment(qsizetype begin)
    {
        if (m_closing < begin) {
            m_closing = m_text.indexOf(u"-->", begin);
            if (m_closing < 0)
                m_closing = m_text.size();
        }
        if (m_closing == m_text.size())
            return;
        const int last = m_lines.of(int(m_closing));
        for (int line = m_line; line < last; ++line) {
            if (LineForm::isBlank(m_lines.at(line)))
                return;
        }
        m_line = std::max(m_line, last);
    }

    void scanDefinition(QStringView rest, int begin)
    {
        if (const auto mark = footnoteMarkLength(rest); mark > 0) {
            if (mark < rest.size() && rest[mark] == u':')
                readFootnote(rest.sliced(2, mark - 3).toString(), begin, begin + int(mark) + 1);
            return;
        }
        const auto end = rest.indexOf(u"]:");
        if (end <= 1)
            return;
        const QString label = linkLabel(rest.sliced(1, end - 1));
        if (!m_found.linkDefinitions.contains(label))
            m_found.linkDefinitions.insert(label, rest.toString());
    }

    void readFootnote(const QString &label, int begin, int contentBegin)
    {
        FootnoteDefinition note{label, {begin, m_lines.end(m_line - 1)}, {}};
        addLine(note.content, contentBegin + LineForm::indentLength(m_text.sliced(contentBegin)), note.lines.end);
        bool afterBlank = note.content.text.isEmpty();
        for (int line = m_line; line < m_lines.count(); ++line) {
            const auto words = m_lines.at(line);
            const int indent = LineForm::indentLength(words);
            if (indent == words.size()) {
                afterBlank = true;
                continue;
            }
            const bool indented = indent >= codeIndent || words.startsWith(u'\t');
            const bool lazy = !afterBlank && !LineForm::startsBlock(words) && !LineForm::isLinkDefinition(words);
            if (!indented && !lazy)
                break;
            for (; m_line < line; ++m_line)
                addLine(note.content, m_lines.end(m_line), m_lines.end(m_line));
            const int dedent = !indented ? indent : words.startsWith(u'\t') ? 1 : codeIndent;
            addLine(note.content, m_lines.begin(line) + dedent, m_lines.end(line));
            note.lines.end = m_lines.end(line);
            m_line = line + 1;
            afterBlank = false;
        }
        m_found.footnotes.push_back(std::move(note));
    }

    void addLine(SourceText &content, int begin, int end) const
    {
        if (!content.pieces.empty())
            content.text += u'\n';
        const SourceText line = m_source.part(std::min(begin, end), end);
        for (const auto &piece : line.pieces)
            content.pieces.push_back({int(content.text.size()) + piece.at, piece.source});
        content.text += line.text;
    }

    void findFootnoteMarks()
    {
        for (auto at = find(m_text, u"[^", m_source.prefix); at >= 0; at = find(m_text, u"[^", at + 2)) {
            qsizetype slashes = 0;
            while (slashes < at && m_text[at - 1 - slashes] == u'\\')
                ++slashes;
            if (const auto length = footnoteMarkLength(m_text.sliced(at)); length > 0 && slashes % 2 == 0)
                m_found.footnoteMarks.push_back({int(at), int(at + length)});
        }
    }

    const SourceText &m_source;
    QStringView m_text;
    Lines m_lines;
    CommentEnds m_ends;
    Findings m_found;
    int m_line = 0;           ///< the next to look at
    qsizetype m_closing = -1; ///< the first "-->" after the place last asked for; the text's size if there is none
    int m_fence = 0;          ///< the length of the fence of code we are in, 0 outside
    QChar m_fenceMark;
    int m_fenceColumn = 0;
};

} // namespace

Findings findUnknown(const SourceText &source)
{
    return Scanner(source).scan();
}

QString linkLabel(QStringView label)
{
    return label.toString().simplified().toCaseFolded();
}

QString definitionsFor(const QString &text, const QHash<QString, QString> &definitions)
{
    QString result;
    if (definitions.isEmpty())
        return result;
    QSet<QString> taken;
    for (auto begin = text.indexOf(u'['); begin >= 0; begin = text.indexOf(u'[', begin + 1)) {
        constexpr qsizetype longest = 1000;
        const auto window = QStringView(text).sliced(begin + 1, std::min(longest, text.size() - begin - 1));
        const auto end = window.indexOf(u']');
        if (end <= 0)
            continue;
        const QString label = linkLabel(window.first(end));
        const auto line = definitions.constFind(label);
        if (line == definitions.cend() || taken.contains(label))
            continue;
        taken.insert(label);
        result += *line + u"\n\n"_s;
    }
    return result;
}

} // namespace Weeknotes::Markdown
