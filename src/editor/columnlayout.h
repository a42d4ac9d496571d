// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTextDocumentLayout>
#include <QBasicTimer>
#include <QTextBlock>

#include <functional>
#include <utility>
#include <vector>

namespace Weeknotes {

/// Lays out plain text as one column of lines, within the margins of the document's root frame. A block of the text
/// (a line as it was typed) is broken into lines of the page when somebody looks at it, and else in turns of a few
/// milliseconds; until then its height is a guess. An edit costs what it touches: QTextDocumentLayout walks through all
/// that follows, for each key. Knows no tables, frames, lists and images. Lives on the document's thread.
class ColumnLayout final : public QAbstractTextDocumentLayout
{
    Q_OBJECT
public:
    /// The document takes it by setDocumentLayout().
    explicit ColumnLayout(QTextDocument *document);

    /// Has the further lines of a block begin where its first `lead(block)` characters end, as far as there is room:
    /// under the words of an item, not under its mark. Whoever knows that a lead changed has the block laid out anew.
    void setLead(std::function<int(const QTextBlock &)> lead) { m_lead = std::move(lead); }
    /// Turns wait as long as `busy` says so.
    void setBusy(std::function<bool()> busy) { m_busy = std::move(busy); }
    /// Whether no height is a guess.
    [[nodiscard]] bool isSettled() const { return !m_turn.isActive(); }

    void draw(QPainter *painter, const PaintContext &context) override;
    [[nodiscard]] int hitTest(const QPointF &point, Qt::HitTestAccuracy accuracy) const override;
    [[nodiscard]] int pageCount() const override { return 1; }
    [[nodiscard]] QSizeF documentSize() const override;
    [[nodiscard]] QRectF frameBoundingRect(QTextFrame *frame) const override;
    /// From the top of its first line to that of the next block's; lays it out.
    [[nodiscard]] QRectF blockBoundingRect(const QTextBlock &block) const override;

Q_SIGNALS:
    // Around each turn: what stands above the view may become higher or lower in it.
    void turnBegins();
    void turnEnded();

protected:
    void documentChanged(int from, int removed, int added) override;
    void timerEvent(QTimerEvent *event) override;

private:
    struct Height
    {
        int value = 0;
        bool known = false; ///< else a guess
    };

    // Heights and tops are whole pixels, so that lines stand at even distances.
    [[nodiscard]] int guess(const QTextBlock &block) const;
    [[nodiscard]] int breakLines(const QTextBlock &block) const;
    [[nodiscard]] qreal hangOf(const QTextBlock &block, const QTextLine &first) const;
    [[nodiscard]] qreal columnLeft() const;
    [[nodiscard]] qreal columnWidth() const;
    [[nodiscard]] int top(int number) const;
    [[nodiscard]] QTextBlock blockAt(qreal y) const;
    void layOut(const QTextBlock &block, int number) const;
    void setHeight(int number, Height height) const;
    [[nodiscard]] bool replaceHeights(int first, int last, bool whole);
    void moveKept(int first, int before, int now);
    void tellSize();

    // Laying out on demand changes no more than what a guess was.
    mutable std::vector<Height> m_heights; ///< of the blocks
    mutable std::vector<int> m_tops{0};    ///< of the first blocks, as far as somebody asked; never empty
    mutable int m_total = 0;               ///< of the heights
    QSizeF m_told;                         ///< the size that listeners know
    std::function<int(const QTextBlock &)> m_lead;
    std::function<bool()> m_busy;
    QBasicTimer m_turn;
    int m_firstGuess = 0; ///< no height before this one is a guess
    int m_firstKept = 0;  ///< from this block on, so many keep their glyphs
    int m_keptCount = 0;
};

} // namespace Weeknotes
