// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"
#include "typeset/pageimages.h"
#include "typeset/titleblock.h"

#include <QTextBrowser>
#include <QUrl>

#include <functional>
#include <memory>

class QPagedPaintDevice;

namespace Weeknotes {

class MatchesInView;

namespace Markdown {
class Document;
}

/// A note as its page will be, drawn by Qt's own text layout. It shows what it is given: hand it
/// Document::forReaders. A long page is filled in turns of the event loop, as far as somebody looks and a good way on;
/// how long the rest is the scroll bar guesses. Opens no link, loads no file and asks no server for anything. UI thread
/// only.
class PreviewView final : public QTextBrowser
{
    Q_OBJECT
public:
    using ImageDone = PageImages::Done;
    using ImageLoader = PageImages::Loader;

    explicit PreviewView(QWidget *parent = nullptr);
    ~PreviewView() override;

    void setHead(const TitleBlock &head);
    /// Replaces only the parts that differ from the document before. What is in view stays where it is. `source` is the
    /// text it was parsed from: without it clicks are less exact, and no task can be ticked.
    void setDocument(std::shared_ptr<const Markdown::Document> document, const QString &source = {});
    /// For another note, after setHead and setDocument: from its beginning, nothing selected.
    void scrollToStart();
    void setScheme(Scheme scheme);
    /// Forgets the images loaded before.
    void setImageLoader(ImageLoader loader);
    /// Whether a click on a task's box ticks it; not at first.
    void setTasksTickable(bool tickable);
    /// Code and tables that are wider than the page reach beyond its edge from now on, as they do in a browser, and the
    /// view scrolls sideways to them. At first their lines break.
    void letReachOut();
    /// What stands above the description of a picture that the library does not have, or that can't be read.
    void setMissingWords(const QString &words);

    /// Whether no more of the page comes before somebody looks further down.
    [[nodiscard]] bool isFilled() const;
    /// Fills all of it at once, for those who look at all of it.
    void fill();

    /// Brings the block that holds that offset of the source into view, if it is not there yet; of one that is taller
    /// than the view, the place in it. Where the page is not filled so far, it does so later.
    void showSource(int offset);
    /// Marks the block that holds that offset with a thin bar beside it; a negative one marks none.
    void setMarkedSource(int offset);

    /// A block of the page, for scrolling in step with the source.
    struct Stretch
    {
        int begin = 0; ///< of its source
        int end = 0;
        qreal top = 0; ///< px from the page's top
        qreal bottom = 0;
    };
    /// Those that follow each other in page and source alike, as far as the page is filled. They take no time with the
    /// length of the note, once it is laid out.
    [[nodiscard]] int stretchCount() const;
    [[nodiscard]] Stretch stretch(int number) const;
    /// The last that begins at or before that offset of the source; -1: none.
    [[nodiscard]] int stretchOfSource(int offset) const;
    /// The last that begins at or above `y`, px from the page's top; -1: none.
    [[nodiscard]] int stretchAt(qreal y) const;
    /// So that the scroll bar knows of the whole page, which is laid out bit by bit otherwise.
    void layOutToEnd();
    /// Beyond what the scroll bar knows of, too, while a long page is not laid out to its end.
    void scrollTo(qreal y);

    /// What is looked for in the page.
    [[nodiscard]] MatchesInView &found();

    /// Calls `ready`, now or later, when no image of the page is on its way any more.
    void whenComplete(std::function<void()> ready);
    /// Lays the page out on paper, in the light scheme, and paints it with page numbers. Only once it is complete. Its
    /// links to other notes lead where `references` says. False where that can't be painted on.
    bool paintPages(QPagedPaintDevice &paper, const PageReferences &references = {}) const;

    /// How many parts (paragraphs, list items, …) the last change put in anew; for tests and measurements.
    [[nodiscard]] int replacedParts() const;

Q_SIGNALS:
    /// A long page is filled now.
    void filled();
    void linkActivated(const QUrl &url);
    /// A click on the words at that offset of the source.
    void sourceActivated(int offset, const QPoint &globalPosition);
    /// The person ticks a task, or takes the tick away: `mark` is the offset between its brackets in the source.
    void taskToggled(int mark, bool done);
    /// The keyboard came to a task's box.
    void taskReached(const QString &words, bool done);
    /// The person moved the page, by whatever means; not what moved by itself.
    void scrolledByHand();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Weeknotes
