// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/matchlist.h"
#include "style/palette.h"

#include <QObject>
#include <QPoint>

#include <functional>

class QTextEdit;

namespace Weeknotes {

/// How far `view` is scrolled: what its document has at that place, px, is in the viewport's upper left corner.
[[nodiscard]] QPoint scrolledTo(const QTextEdit &view);

/// What is looked for in a text view: marked there, the one that is selected as the current one. The marks are painted
/// and no formats, so that they cost the document nothing. It belongs to the view, which calls the paint functions. UI
/// thread only.
class MatchesInView : public QObject
{
    Q_OBJECT

public:
    /// Scrolls to `y`, px from the text's top, also to where a long text is not laid out yet.
    using Scroll = std::function<void(qreal y)>;
    /// `view` must outlive it.
    MatchesInView(QTextEdit &view, Scroll scroll);

    [[nodiscard]] QTextEdit &view() const { return m_view; }
    /// The text to look through: every character stands where it does in the view's document. Lines end in U+000A, as
    /// do the cells of tables.
    [[nodiscard]] QString text() const;
    /// Where the person is: the selection, else the cursor where it can be seen, else the first whole line in view.
    [[nodiscard]] TextRange place() const;
    [[nodiscard]] TextRange selection() const;
    /// Selects `range`, an empty one is a place for the cursor, and brings it in sight: not at the edge, if it was out
    /// of sight.
    void select(TextRange range);
    /// Likewise, without moving the view.
    void selectAside(TextRange range);

    /// Marks these stretches of the text, in order and without overlap, until others are set. They go with the words
    /// when something is written before them; what is written into goes.
    void set(std::vector<TextRange> ranges);
    [[nodiscard]] const MatchList &list() const { return m_list; }

    /// Below the text; `exposed` is of the viewport.
    void paintGrounds(const QRect &exposed, const Palette &colours) const;
    /// Above it.
    void paintCurrent(const QRect &exposed, const Palette &colours) const;

private:
    QTextEdit &m_view;
    Scroll m_scroll;
    MatchList m_list;
};

} // namespace Weeknotes
