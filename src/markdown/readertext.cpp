// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/readertext.h"

#include "markdown/comments.h"
#include "markdown/lineforms.h"

#include <QSet>

#include <algorithm>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

/// A stretch of the text that gives way to other words.
struct Change
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString by = {};
};

QSet<QString> footnoteLabels(const Document &document)
{
    QSet<QString> labels;
    for (const Footnote &note : document.footnotes())
        labels.insert(linkLabel(note.label));
    return labels;
}

class Cutter
{
public:
    Cutter(const QString &text, QDate today)
        : m_text(text)
        , m_today(today)
        , m_document(Document::parse(text))
        , m_readable(m_document->forReaders(today))
        , m_labels(footnoteLabels(*m_readable))
        , m_ends(text)
    {
    }

    QString cut()
    {
        for (const Block &block : m_document->blocks())
            visit(block, 0);
        for (const Footnote &note : m_document->footnotes()) {
            if (m_labels.contains(linkLabel(note.label)))
                visit(note.blocks, 1);
        }
        cutUnreadNotes();
        return changed();
    }

private:
    void visit(const std::vector<Block> &blocks, int depth)
    {
        for (const Block &block : blocks)
            visit(block, depth);
    }

    void visit(const Block &block, int depth)
    {
        switch (block.kind) {
        case Block::Kind::Private:
            if (!block.until.isValid() || block.until > m_today)
                return cutBlock(block);
            return unwrap(block, depth);
        case Block::Kind::Prompt:
            return cutBlock(block);
        case Block::Kind::RawHtml:
            return cutComments(block.source);
        default:
            visit(block.inlines);
            visit(block.children, depth + 1);
        }
    }

    void visit(const std::vector<Inline> &inlines)
    {
        for (const Inline &piece : inlines) {
            if (piece.kind == Inline::Kind::RawHtml || piece.kind == Inline::Kind::Image)
                cutComments(piece.source);
            else if (piece.kind == Inline::Kind::FootnoteReference && !m_labels.contains(linkLabel(piece.text)))
                m_changes.push_back({piece.source.begin, piece.source.end});
            visit(piece.children);
        }
    }

    /// Footnotes that only what is hidden refers to; and those that nothing does, which no tree holds.
    void cutUnreadNotes()
    {
        for (const FootnoteDefinition &note : unreadFootnotes(m_text, *m_readable))
            cutLines(note.lines.begin, note.lines.end);
    }

    void cutComments(SourceRange range)
    {
        for (auto at = m_text.indexOf("<!--"_L1, range.begin); at >= 0 && at < range.end;) {
            const auto end = m_ends.of(at);
            const auto mark = readComment(QStringView(m_text).sliced(at)).kind;
            using enum CommentMark::Kind;
            if (mark != PullQuote && mark != AppealBegin && mark != AppealEnd && mark != More)
                cutLines(at, end < 0 ? m_text.size() : end);
            at = end < 0 ? -1 : m_text.indexOf("<!--"_L1, end);
        }
    }

    /// Takes out a passage or a prompt; below the top, it may begin amid its lines.
    void cutBlock(const Block &block)
    {
        const auto begin = m_text.indexOf("<!--"_L1, block.source.begin);
        cutLines(begin < 0 || begin > block.source.end ? block.source.begin : begin, block.source.end);
    }

    /// Leaves what stands in a passage, as blocks of its own.
    void unwrap(const Block &block, int depth)
    {
        const auto begin = m_text.indexOf("<!--"_L1, block.source.begin);
        if (begin < 0 || begin >= block.source.end)
            return cutBlock(block);
        const auto content = begin + readComment(QStringView(m_text).sliced(begin)).content;
        const auto end = m_ends.of(begin);
        const bool atTop = depth == 0;
        m_changes.push_back(atTop ? gap(begin, content) : Change{begin, content});
        if (end >= 0)
            m_changes.push_back(atTop ? gap(end - 3, end) : Change{end - 3, end});
        visit(block.children, depth);
    }

    /// Whether only blanks stand between `at` and its line's end, or beginning.
    [[nodiscard]] bool endsLine(qsizetype at, bool forward) const
    {
        const QStringView line = forward ? QStringView(m_text).sliced(at, LineForm::lineEnd(m_text, at) - at)
                                         : QStringView(m_text).sliced(lineBegin(at), at - lineBegin(at));
        return line.trimmed().isEmpty();
    }

    [[nodiscard]] qsizetype lineBegin(qsizetype at) const
    {
        while (at > 0 && !LineForm::isLineEnd(m_text[at - 1]))
            --at;
        return at;
    }

    /// Lines of its own go with the empty ones around them, but for one between what stands above and below.
    void cutLines(qsizetype begin, qsizetype end)
    {
        m_changes.push_back(endsLine(begin, false) && endsLine(end, true) ? gap(begin, end) : Change{begin, end});
    }

    [[nodiscard]] Change gap(qsizetype begin, qsizetype end) const
    {
        while (begin > 0 && m_text[begin - 1].isSpace())
            --begin;
        for (auto line = LineForm::lineEnd(m_text, end); line < m_text.size() && endsLine(end, true);) {
            end = line + 1;
            line = LineForm::lineEnd(m_text, end);
        }
        const bool endsText =
            end == m_text.size() || (endsLine(end, true) && LineForm::lineEnd(m_text, end) == m_text.size());
        if (endsText)
            return {begin, m_text.size(), begin > 0 ? u"\n"_s : QString()};
        return {begin, end, begin > 0 ? u"\n\n"_s : QString()};
    }

    QString changed()
    {
        std::ranges::stable_sort(m_changes, {}, &Change::begin);
        QString text;
        qsizetype at = 0;
        for (const Change &change : m_changes) {
            if (change.end <= at)
                continue;
            text += QStringView(m_text).sliced(at, std::max(at, change.begin) - at);
            text += change.begin >= at ? change.by : QString();
            at = change.end;
        }
        text += QStringView(m_text).sliced(at);
        while (!m_changes.empty() && text.endsWith("\n\n"_L1))
            text.chop(1);
        return text;
    }

    const QString &m_text;
    const QDate m_today;
    const std::shared_ptr<const Document> m_document;
    const std::shared_ptr<const Document> m_readable;
    const QSet<QString> m_labels; ///< of the footnotes that readers are led to
    CommentEnds m_ends;
    std::vector<Change> m_changes;
};

} // namespace

std::vector<FootnoteDefinition> unreadFootnotes(const QString &markdown, const Document &document)
{
    QSet<QString> labels = footnoteLabels(document);
    std::vector<FootnoteDefinition> unread;
    for (FootnoteDefinition &note : findUnknown({markdown, {}, 0}).footnotes) {
        if (!labels.remove(linkLabel(note.label)))
            unread.push_back(std::move(note));
    }
    return unread;
}

QString textForReaders(const QString &markdown, QDate today)
{
    constexpr int most = 10; // passages in each other
    QString text = markdown;
    for (int pass = 0; pass < most && text.contains("<!--"_L1); ++pass) {
        QString cut = Cutter(text, today).cut();
        if (cut == text)
            break;
        text = std::move(cut);
    }
    return text;
}

} // namespace Weeknotes::Markdown
