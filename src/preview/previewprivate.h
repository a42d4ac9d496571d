// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/matchesinview.h"
#include "markdown/document.h"
#include "preview/partlook.h"
#include "preview/previewview.h"
#include "style/typography.h"
#include "typeset/pagedocument.h"
#include "typeset/pageimages.h"

#include <QTimer>

namespace Weeknotes {

/// What PreviewView's sources share.
class PreviewView::Private
{
public:
    explicit Private(PreviewView *view);

    // previewview.cpp
    [[nodiscard]] PartEdit change() { return maker.change(page.parts(), head, document, *type); }
    void update();
    void rewrite();
    void putCursor(const QTextCursor &cursor) const;
    [[nodiscard]] bool isFilled() const;
    void fillSoon();
    void fillOn();
    void fillTo(qreal bottom);
    [[nodiscard]] qreal filledTo() const;
    void fitColumn();
    void imageChanged(const QString &name);
    /// What is in view then is written first.
    void setScrolled(qreal value);
    void moveTo(qreal value) const;
    [[nodiscard]] qreal topOf(const QTextBlock &block) const;
    [[nodiscard]] qreal topOf(int part) const { return topOf(page.firstBlock(part)); }
    /// Of the part's last words.
    [[nodiscard]] qreal bottomOf(int part) const;
    /// The last that begins at or above `y`; -1: none, or it is to come.
    [[nodiscard]] int partAt(qreal y) const;
    [[nodiscard]] int scrolled() const;
    [[nodiscard]] int markedPart() const;
    [[nodiscard]] QRect markBar() const; ///< in the view; empty: none
    void moveMark();
    void paintMark() const;
    void paintFocusedTask() const;

    /// What stands still while the page changes.
    struct Anchor
    {
        int part = -1;
        qreal offset = 0; ///< of the view's top from that part's
        qreal share = 0;  ///< of the part that is above the view's top
    };
    [[nodiscard]] Anchor anchor() const;
    enum class Keep
    {
        Place, ///< of the part's top
        Share  ///< of the part where it begins above the view: its lines break elsewhere
    };
    void restore(const Anchor &anchor, Keep keep);

    // previewrepaint.cpp
    /// Before an edit, to paint no more than what looks other after it.
    struct Look
    {
        int written = 0;               ///< parts
        int part = -1;                 ///< where somebody writes
        int fromEnd = 0;               ///< of the part that follows the edit
        std::optional<qreal> next;     ///< its top, if that is known
        std::optional<PartLook> block; ///< of the part where somebody writes
    };
    [[nodiscard]] Look lookBefore(const PartEdit &edit) const;
    void repaintChanges(const Look &look, const std::vector<PartChange> &changes) const;
    /// Of the page, px from its top.
    void repaint(qreal top, qreal bottom) const;
    [[nodiscard]] QTextBlock blockOf(int part) const;

    // previewhands.cpp
    void follow(const QUrl &target);
    /// Scrolls, as the person does.
    void jumpTo(qreal y);
    /// … so that `y` is not at the view's edge.
    void jumpNear(qreal y);
    [[nodiscard]] int taskAt(const QPoint &place) const;
    [[nodiscard]] QTextBlock taskBlock(int part) const;
    void hoverTask(bool over);
    void toggleTask(int part);
    void focusTask(int part);
    [[nodiscard]] QTextCursor besideTask(int part, bool next) const;
    [[nodiscard]] int nextTask(int part, bool next) const;
    [[nodiscard]] int nextLinkPart(const QTextCursor &from, bool next) const;
    void activate(const QPoint &place);
    void showFootnote(const QPoint &place, const QPoint &globalPlace) const;
    [[nodiscard]] QString footnoteText(int part) const;

    PreviewView *q;
    MatchesInView found;
    PageDocument page;
    PartMaker maker;                            ///< of its parts
    QTimer filling;                             ///< the page, whose end is not written yet
    int awaited = -1;                           ///< offset of the source that is to be shown once it is there
    PageImages *images;                         ///< the view's child
    std::vector<std::function<void()>> waiting; ///< for the images
    TitleBlock head;
    std::shared_ptr<const Markdown::Document> document;
    QString source;
    const PageType *type = &desktopPage();
    Scheme scheme = Scheme::Light;
    Palette colours = Weeknotes::palette(Scheme::Light); ///< of that, with the page's own
    int replaced = 0;
    int marked = -1; ///< offset of the source
    QRect shownMark; ///< where its part is marked
    QPoint pressed;
    int pressedTask = -1; ///< part
    int focusedTask = -1; ///< part
    bool tickable = false;
    bool repaints = true; ///< what Qt's layout says has changed
    bool byHand = false;  ///< the scroll bar's next value is the person's
    bool overTask = false;
    QCursor cursorBefore; ///< of the pointer, before it came over a task
};

} // namespace Weeknotes
