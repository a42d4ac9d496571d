// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/previewview.h"

#include "markdown/document.h"
#include "preview/formatproperties.h"
#include "preview/pagedocument.h"
#include "preview/pageimages.h"
#include "preview/pagepainter.h"
#include "preview/richcopy.h"
#include "style/typography.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace Weeknotes {

class PreviewView::Private
{
public:
    explicit Private(PreviewView *view) : q(view), page(view->document()), images(new PageImages(view)) {}

    [[nodiscard]] std::vector<PagePart> parts() const { return partsOf(head, document.get(), *type); }
    void update();
    void rewrite();
    void fitColumn();
    void imageChanged(const QString &name);
    void follow(const QUrl &target);
    void scrollTo(int part) const;
    void setScrolled(qreal value) const;
    [[nodiscard]] qreal topOf(const QTextBlock &block) const
    {
        return q->document()->documentLayout()->blockBoundingRect(block).top();
    }
    [[nodiscard]] int scrolled() const { return q->verticalScrollBar()->value(); }

    /// What stands at the top of the view.
    struct Anchor
    {
        int part = -1;
        qreal offset = 0; ///< of the view's top from that part's
    };
    [[nodiscard]] Anchor anchor() const;
    void restore(const Anchor &anchor) const;

    PreviewView *q;
    PageDocument page;
    PageImages *images; ///< the view's child
    PreviewHead head;
    std::shared_ptr<const Markdown::Document> document;
    const PageType *type = &desktopPage();
    Scheme scheme = Scheme::Light;
    int replaced = 0;
    QPoint pressed;
};

PreviewView::Private::Anchor PreviewView::Private::anchor() const
{
    if (scrolled() == 0)
        return {};
    const QTextBlock top = q->cursorForPosition({0, 0}).block();
    const int part = page.partAt(top);
    return part < 0 ? Anchor{} : Anchor{part, scrolled() - topOf(page.firstBlock(part))};
}

void PreviewView::Private::restore(const Anchor &anchor) const
{
    if (anchor.part < 0)
        return;
    const int part = std::min(anchor.part, page.partCount() - 1);
    if (part >= 0)
        setScrolled(topOf(page.firstBlock(part)) + anchor.offset);
}

void PreviewView::Private::update()
{
    Anchor at = anchor();
    const int before = at.part;
    const bool untouched = q->textCursor().atStart() && !q->textCursor().hasSelection();
    replaced = 0;
    for (const PartChange &change : page.update(parts())) {
        replaced += std::max(change.newCount, change.oldCount);
        if (before >= change.oldBegin + change.oldCount)
            at.part += change.newCount - change.oldCount;
        else if (before >= change.oldBegin) // itself replaced: its counterpart, as far as there is one
            at.part = change.newBegin + std::min(before - change.oldBegin, std::max(change.newCount - 1, 0));
    }
    if (untouched) // or the new text would have carried it along, and the view would show its end
        q->setTextCursor(QTextCursor(q->document()));
    restore(at);
}

void PreviewView::Private::rewrite()
{
    const Anchor at = anchor();
    page.rewrite(parts(), *type, scheme);
    replaced = page.partCount();
    q->setTextCursor(QTextCursor(q->document()));
    restore(at);
}

void PreviewView::Private::fitColumn()
{
    // The scroll bar has its room whether it shows or not, so that the column stands still.
    const int scrollBar = q->verticalScrollBar()->sizeHint().width();
    const int room = q->width() - scrollBar;
    const PageType &fitting = room < PageEdges::desktopEdge ? phonePage() : desktopPage();
    const int margin = room < PageEdges::phoneEdge  ? phonePage().margin
                       : room < PageEdges::wideEdge ? 2 * phonePage().margin
                                                    : desktopPage().margin;
    const int column = std::clamp(room - 2 * margin, 1, fitting.column);
    const int gutter = std::max((room - column) / 2, 0);
    const int right = std::max(room - column - gutter, 0);
    const QMargins margins = q->viewportMargins();
    const bool taken = q->width() > q->viewport()->width() + margins.left() + margins.right();
    q->setViewportMargins(gutter, 0, taken ? right : right + scrollBar, 0);
    if (type == &fitting)
        return;
    type = &fitting;
    rewrite();
}

void PreviewView::Private::imageChanged(const QString &name)
{
    const Anchor at = anchor();
    for (QTextBlock block = q->document()->begin(); block.isValid(); block = block.next()) {
        if (!block.text().contains(QChar::ObjectReplacementCharacter))
            continue;
        for (auto run = block.begin(); !run.atEnd(); ++run) {
            const QString own = run.fragment().charFormat().stringProperty(FormatProperty::imageName);
            if (!own.isEmpty() && (name.isEmpty() || own == name))
                q->document()->markContentsDirty(block.position(), block.length());
        }
    }
    restore(at);
    q->viewport()->update();
}

void PreviewView::Private::follow(const QUrl &target)
{
    const bool within = target.scheme().isEmpty() && target.host().isEmpty() && target.path().isEmpty();
    if (!within)
        Q_EMIT q->linkActivated(target);
    else if (const int part = page.partOfAnchor(target.fragment(QUrl::FullyDecoded)); part >= 0)
        scrollTo(part);
}

void PreviewView::Private::scrollTo(int part) const
{
    setScrolled(topOf(page.firstBlock(part)) - q->viewport()->height() / 4.0);
}

void PreviewView::Private::setScrolled(qreal value) const
{
    QScrollBar *bar = q->verticalScrollBar();
    // Qt tells the scroll bar of a new height only when the event loop runs.
    if (value > bar->maximum())
        bar->setMaximum(std::max(bar->maximum(), qCeil(q->document()->size().height()) - q->viewport()->height()));
    bar->setValue(qRound(value));
}

PreviewView::PreviewView(QWidget *parent) : QTextBrowser(parent), d(std::make_unique<Private>(this))
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->documentLayout()->registerHandler(FormatProperty::imageObject, d->images);
    connect(d->images, &PageImages::changed, this, [this](const QString &name) { d->imageChanged(name); });
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &target) { d->follow(target); });
    setScheme(Scheme::Light);
}

PreviewView::~PreviewView() = default;

void PreviewView::setHead(const PreviewHead &head)
{
    if (d->head == head)
        return;
    d->head = head;
    d->update();
}

void PreviewView::setDocument(std::shared_ptr<const Markdown::Document> document)
{
    d->document = std::move(document);
    d->update();
}

void PreviewView::scrollToStart()
{
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0);
}

void PreviewView::setScheme(Scheme scheme)
{
    const Weeknotes::Palette &colours = Weeknotes::palette(scheme);
    QPalette look = palette();
    look.setColor(QPalette::Base, colours.page);
    look.setColor(QPalette::Window, colours.page);
    look.setColor(QPalette::Text, colours.ink);
    look.setColor(QPalette::Highlight, colours.selection);
    look.setColor(QPalette::HighlightedText, colours.ink);
    setPalette(look);
    d->images->setScheme(scheme);
    if (std::exchange(d->scheme, scheme) != scheme)
        d->rewrite();
}

void PreviewView::setImageLoader(ImageLoader loader)
{
    d->images->setLoader(std::move(loader));
}

void PreviewView::showSource(int offset)
{
    const int part = d->page.partOfSource(offset);
    if (part < 0)
        return;
    const qreal top = d->topOf(d->page.firstBlock(part)) - d->scrolled();
    const qreal bottom = d->topOf(d->page.firstBlock(part + 1)) - d->scrolled();
    if (top < 0 || (bottom > viewport()->height() && top > viewport()->height() / 2.0))
        d->scrollTo(part);
}

int PreviewView::replacedParts() const
{
    return d->replaced;
}

void PreviewView::paintEvent(QPaintEvent *event)
{
    {
        const QRect exposed = event->rect();
        QTextBlock first = cursorForPosition(exposed.topLeft()).block();
        if (first.previous().isValid())
            first = first.previous(); // its box may reach down here
        QPainter painter(viewport());
        painter.translate(0, -d->scrolled());
        PagePainter(painter, *document(), *d->type, Weeknotes::palette(d->scheme))
            .paintFrom(first, exposed.bottom() + d->scrolled());
    }
    QTextBrowser::paintEvent(event);
}

void PreviewView::resizeEvent(QResizeEvent *event)
{
    const Private::Anchor at = d->anchor();
    d->fitColumn();
    QTextBrowser::resizeEvent(event);
    d->restore(at);
}

void PreviewView::mousePressEvent(QMouseEvent *event)
{
    d->pressed = event->position().toPoint();
    QTextBrowser::mousePressEvent(event);
}

void PreviewView::mouseReleaseEvent(QMouseEvent *event)
{
    QTextBrowser::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const bool clicked = event->button() == Qt::LeftButton && !textCursor().hasSelection() &&
                         (at - d->pressed).manhattanLength() < QApplication::startDragDistance();
    if (!clicked || !anchorAt(at).isEmpty())
        return;
    event->accept();
    const int part = d->page.partAt(cursorForPosition(at).block());
    if (part >= 0 && !d->page.source(part).isEmpty())
        Q_EMIT blockActivated(d->page.source(part).begin);
}

bool PreviewView::event(QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QTextBrowser::event(event);
    wheelEvent(static_cast<QWheelEvent *>(event)); // beside the column, too
    return event->isAccepted();
}

QMimeData *PreviewView::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData; // whoever asked owns it
    copied->setHtml(htmlOfSelection(textCursor()));
    copied->setText(textOfSelection(textCursor()));
    return copied;
}

QVariant PreviewView::loadResource(int, const QUrl &)
{
    return {}; // images come through the loader, nothing else comes at all
}

} // namespace Weeknotes
