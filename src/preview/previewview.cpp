// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/previewview.h"

#include "preview/previewprivate.h"
#include "preview/richcopy.h"
#include "style/blocklines.h"
#include "style/pagecolours.h"
#include "typeset/formatproperties.h"
#include "typeset/pagepainter.h"
#include "typeset/pageprint.h"

#include <QAbstractTextDocumentLayout>
#include <QDeadlineTimer>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ranges>

namespace Weeknotes {

namespace {

using namespace std::chrono_literals;

// How long it writes on until the event loop has its turn.
constexpr auto turn = 6ms;
constexpr auto turnInView = 24ms;

constexpr int ahead = 3'000; // parts, about 100,000 words: with each key Qt places anew all that is written below it

} // namespace

PreviewView::Private::Private(PreviewView *view)
    : q(view), found(*view, [this](qreal y) { jumpTo(y); }), page(view->document()), images(new PageImages(view))
{
}

qreal PreviewView::Private::topOf(const QTextBlock &block) const
{
    return placeOf(block).top();
}

qreal PreviewView::Private::bottomOf(int part) const
{
    return placeOf(page.firstBlock(part + 1).previous()).bottom();
}

int PreviewView::Private::partAt(qreal y) const
{
    // Not Qt's hit test, which between two blocks looks at all that follow. What is far below may not be laid out yet.
    int end = 1;
    while (end < page.written() && topOf(end) <= y)
        end *= 2;
    const auto parts = std::views::iota(std::min(end / 2, page.written()), std::min(end, page.written()));
    const auto after = std::ranges::partition_point(parts, [&](int part) { return topOf(part) <= y; });
    const int part = std::max(int(after - parts.begin()) + end / 2 - 1, 0);
    const bool toCome = part + 1 >= page.written() && !page.isWhole() && y >= bottomOf(part);
    return toCome || part >= page.written() ? -1 : part;
}

int PreviewView::Private::scrolled() const
{
    return q->verticalScrollBar()->value();
}

PreviewView::Private::Anchor PreviewView::Private::anchor() const
{
    if (scrolled() == 0)
        return {};
    const int height = q->viewport()->height();
    int part = markedPart(); // where somebody writes, if that is in view
    if (part < 0 || bottomOf(part) <= scrolled() || topOf(part) >= scrolled() + height)
        part = partAt(scrolled());
    if (part < 0)
        return {};
    // The eye is on what begins in view, if it does so far enough up, and not on the end of what went before.
    if (topOf(part) < scrolled() && part != markedPart() && part + 1 < page.written() &&
        topOf(part + 1) < scrolled() + height / 1.5)
        ++part;
    const qreal offset = scrolled() - topOf(part);
    return {part, offset, std::max(offset, 0.0) / std::max(bottomOf(part) - topOf(part), 1.0)};
}

void PreviewView::Private::restore(const Anchor &anchor, Keep keep)
{
    if (anchor.part < 0)
        return;
    const int part = std::min(anchor.part, page.partCount() - 1);
    if (part < 0)
        return;
    page.writeTo(part + 1);
    const bool inside = keep == Keep::Share && anchor.share > 0;
    setScrolled(topOf(part) + (inside ? anchor.share * (bottomOf(part) - topOf(part)) : anchor.offset));
}

void PreviewView::Private::update()
{
    Anchor at = anchor();
    const int before = at.part;
    const bool untouched = q->textCursor().atStart() && !q->textCursor().hasSelection();
    PartEdit edit = change();
    const Look look = lookBefore(edit);
    replaced = 0;
    repaints = false; // Qt's layout knows no more than that something has changed
    const std::vector<PartChange> changes = page.update(std::move(edit));
    for (const PartChange &change : changes) {
        replaced += std::max(change.newCount, change.oldCount);
        if (before >= change.oldBegin + change.oldCount)
            at.part += change.newCount - change.oldCount;
        else if (before >= change.oldBegin) // itself replaced: its counterpart, as far as there is one
            at.part = change.newBegin + std::min(before - change.oldBegin, std::max(change.newCount - 1, 0));
    }
    if (untouched && !q->textCursor().atStart()) // the new text carried it along, and the view would show its end
        putCursor(QTextCursor(q->document()));
    if (const QTextBlock task = taskBlock(focusedTask); task.isValid())
        putCursor(QTextCursor(task));
    else
        focusedTask = -1;
    restore(at, Keep::Place);
    repaints = true;
    if (page.written() > look.written)
        q->viewport()->update(); // what came into view was filled in
    else if (!changes.empty())
        repaintChanges(look, changes);
    moveMark();
    fillSoon();
}

void PreviewView::Private::rewrite()
{
    const Anchor at = anchor();
    const int across = q->horizontalScrollBar()->value();
    page.clear(*type, colours, head);
    maker = {};
    (void)page.update(change());
    replaced = page.partCount();
    q->setTextCursor(QTextCursor(q->document()));
    q->horizontalScrollBar()->setValue(across);
    restore(at, Keep::Share);
    moveMark();
    fillSoon();
}

/// The view does not go sideways to it, as Qt has it: from right to left it is at the edge, and begins there.
void PreviewView::Private::putCursor(const QTextCursor &cursor) const
{
    const int across = q->horizontalScrollBar()->value();
    q->setTextCursor(cursor);
    q->horizontalScrollBar()->setValue(across);
}

bool PreviewView::Private::isFilled() const
{
    if (page.isWhole())
        return true;
    const int seen = partAt(scrolled() + q->viewport()->height());
    return awaited < 0 && seen >= 0 && page.written() >= seen + ahead;
}

void PreviewView::Private::fillSoon()
{
    if (!isFilled())
        filling.start();
}

void PreviewView::Private::fillOn()
{
    const bool seen = filledTo() < scrolled() + q->viewport()->height(); // the view waits for it
    page.writeUntil(QDeadlineTimer(seen ? turnInView : turn, Qt::PreciseTimer));
    if (awaited >= 0)
        q->showSource(std::exchange(awaited, -1));
    moveMark();
    if (isFilled())
        Q_EMIT q->filled();
    else
        filling.start();
}

qreal PreviewView::Private::filledTo() const
{
    return page.written() > 0 ? bottomOf(page.written() - 1) : 0;
}

void PreviewView::Private::fillTo(qreal bottom)
{
    while (!page.isWhole() && filledTo() < bottom)
        page.writeTo(page.written() + 50);
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
    restore(at, Keep::Share);
    q->viewport()->update();
    moveMark();
    if (name.isEmpty() || images->isWaiting()) // none but those that are asked for anew
        return;
    for (const auto &ready : std::exchange(waiting, {}))
        ready();
}

void PreviewView::Private::setScrolled(qreal value)
{
    fillTo(value + q->viewport()->height());
    moveTo(value);
}

void PreviewView::Private::moveTo(qreal value) const
{
    if (value > q->verticalScrollBar()->maximum())
        q->layOutToEnd();
    q->verticalScrollBar()->setValue(qRound(value));
}

int PreviewView::Private::markedPart() const
{
    if (marked < 0)
        return -1;
    const int part = page.partOfSource(marked);
    return part < page.written() && page.holdsSource(part, marked) ? part : -1;
}

QRect PreviewView::Private::markBar() const
{
    const int part = markedPart();
    if (part < 0)
        return {};
    const int right = q->viewport()->x() - 2 * Metrics::step;
    QRect bar(right - Metrics::selectionBar, 0, Metrics::selectionBar, 0);
    bar.setTop(qRound(topOf(part)) - scrolled());
    bar.setBottom(qRound(bottomOf(part)) - scrolled() - 1);
    return bar;
}

/// Paints the mark where it is now, if that is elsewhere.
void PreviewView::Private::moveMark()
{
    const QRect now = markBar();
    if (const QRect before = std::exchange(shownMark, now); before != now)
        q->update(QRegion(before) + now);
}

void PreviewView::Private::paintMark() const
{
    const QRectF bar = shownMark;
    if (bar.isEmpty())
        return;
    QPainter painter(q);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Weeknotes::palette(scheme).scrollBar);
    painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2);
}

void PreviewView::Private::paintFocusedTask() const
{
    const QTextBlock block = taskBlock(focusedTask);
    if (!block.isValid() || !q->hasFocus())
        return;
    const qreal room = Metrics::step;
    QPainter painter(q->viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.green, 2));
    painter.drawRoundedRect(
        taskBox(*q->document(), block).translated(-scrolledTo(*q)).adjusted(-room, -room, room, room), room, room);
}

PreviewView::PreviewView(QWidget *parent) : QTextBrowser(parent), d(std::make_unique<Private>(this))
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->documentLayout()->registerHandler(FormatProperty::imageObject, d->images);
    document()->documentLayout()->setPaintDevice(nullptr); // all is in px; it would ask the screen, for each line
    // QTextEdit's own paints all that is in view, whatever has changed.
    const QAbstractTextDocumentLayout *layout = document()->documentLayout();
    disconnect(layout, &QAbstractTextDocumentLayout::update, nullptr, nullptr);
    connect(layout, &QAbstractTextDocumentLayout::update, this, [this](const QRectF &changed) {
        if (d->repaints)
            d->repaint(changed.top(), changed.bottom());
    });
    connect(d->images, &PageImages::changed, this, [this](const QString &name) { d->imageChanged(name); });
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &target) { d->follow(target); });
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // or all that lies behind would be painted with each key
    // Wheel, keys and pointer are actions of the scroll bar, told before it has its new value; what moves by itself
    // sets the value.
    const QScrollBar *bar = verticalScrollBar();
    connect(bar, &QAbstractSlider::actionTriggered, this,
            [this, bar] { d->byHand = bar->sliderPosition() != bar->value(); });
    connect(bar, &QAbstractSlider::valueChanged, this, [this] {
        if (!std::exchange(d->byHand, false))
            return;
        d->awaited = -1;
        Q_EMIT scrolledByHand();
    });
    d->filling.setSingleShot(true);
    connect(&d->filling, &QTimer::timeout, this, [this] { d->fillOn(); });
    setScheme(Scheme::Light);
}

PreviewView::~PreviewView() = default;

void PreviewView::setHead(const TitleBlock &head)
{
    if (d->head == head)
        return;
    const bool sameLook =
        d->head.cards == head.cards && d->head.colour == head.colour && d->head.references == head.references;
    d->head = head;
    d->colours = pagePalette(d->scheme, head.colour);
    sameLook ? d->update() : d->rewrite();
}

void PreviewView::setDocument(std::shared_ptr<const Markdown::Document> document, const QString &source)
{
    d->document = std::move(document);
    d->source = source;
    d->update();
}

void PreviewView::scrollToStart()
{
    d->awaited = -1;
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
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
    d->colours = pagePalette(scheme, d->head.colour);
    if (std::exchange(d->scheme, scheme) != scheme)
        d->rewrite();
}

void PreviewView::setImageLoader(ImageLoader loader)
{
    d->images->setLoader(std::move(loader));
}

void PreviewView::letReachOut()
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    d->page.setTooWide(TooWide::ReachesOut);
    d->rewrite();
}

void PreviewView::setMissingWords(const QString &words)
{
    d->images->setMissingWords(words);
}

void PreviewView::setTasksTickable(bool tickable)
{
    d->tickable = tickable;
    if (!tickable)
        d->focusTask(-1);
}

bool PreviewView::isFilled() const
{
    return d->isFilled();
}

void PreviewView::fill()
{
    d->page.writeTo(d->page.partCount());
}

void PreviewView::showSource(int offset)
{
    const int part = d->page.partOfSource(offset);
    d->awaited = part < d->page.written() ? -1 : offset;
    if (d->awaited >= 0)
        d->fillSoon();
    if (part < 0 || d->awaited >= 0)
        return;
    const int height = viewport()->height();
    const bool isEnd = d->page.isWhole() && part + 1 == d->page.partCount() && offset >= d->page.source(part).end;
    if (isEnd) // of the text, and so of the page
        return d->setScrolled(std::ceil(document()->size().height()) - height);
    qreal top = d->topOf(part);
    qreal bottom = d->bottomOf(part);
    const qreal line = 2 * d->type->body.line;
    if (bottom - top > height - 2 * line) {
        const Markdown::SourceRange &range = d->page.source(part);
        const qreal share = std::min(qreal(offset - range.begin) / std::max(range.end - range.begin, 1), 1.0);
        const qreal place = top + share * (bottom - top);
        top = std::max(top, place - line);
        bottom = std::min(bottom, place + line);
    }
    if (top < d->scrolled())
        d->setScrolled(top - line);
    else if (bottom > d->scrolled() + height)
        d->setScrolled(bottom + line - height);
}

void PreviewView::setMarkedSource(int offset)
{
    d->marked = offset;
    d->moveMark();
}

int PreviewView::stretchCount() const
{
    return d->page.orderedCount();
}

PreviewView::Stretch PreviewView::stretch(int number) const
{
    const int part = d->page.orderedPart(number);
    const Markdown::SourceRange &range = d->page.source(part);
    return {range.begin, range.end, d->topOf(part), d->bottomOf(part)};
}

int PreviewView::stretchOfSource(int offset) const
{
    return d->page.orderedOfSource(offset);
}

int PreviewView::stretchAt(qreal y) const
{
    const int part = d->partAt(y);
    return d->page.orderedAtOrBefore(part < 0 ? d->page.partCount() : part);
}

void PreviewView::layOutToEnd()
{
    // Qt tells the scroll bar of a new height only when the event loop runs.
    QScrollBar *bar = verticalScrollBar();
    bar->setMaximum(std::max(bar->maximum(), qCeil(document()->size().height()) - viewport()->height()));
}

void PreviewView::scrollTo(qreal y)
{
    d->moveTo(y);
}

void PreviewView::whenComplete(std::function<void()> ready)
{
    fill();
    for (const QTextFormat &format : document()->allFormats()) { // a hidden page has not asked, nor one not laid out
        if (const QString name = format.stringProperty(FormatProperty::imageName); !name.isEmpty())
            d->images->ask(name);
    }
    if (!d->images->isWaiting())
        return ready();
    d->waiting.push_back(std::move(ready));
}

bool PreviewView::paintPages(QPagedPaintDevice &paper, const PageReferences &references) const
{
    TitleBlock head = d->head;
    head.references = references;
    d->images->setScheme(Scheme::Light);
    d->images->setOnPaper(true);
    const bool painted = paintOnPaper(paper, head, d->document.get(), *d->images);
    d->images->setOnPaper(false);
    d->images->setScheme(d->scheme);
    return painted;
}

int PreviewView::replacedParts() const
{
    return d->replaced;
}

void PreviewView::paintEvent(QPaintEvent *event)
{
    {
        const QRect exposed = event->rect();
        QTextBlock first = d->page.firstBlock(std::max(d->partAt(exposed.top() + d->scrolled()), 0));
        if (first.previous().isValid())
            first = first.previous(); // its box may reach down here
        QPainter painter(viewport());
        painter.fillRect(exposed, Weeknotes::palette(d->scheme).page);
        painter.translate(-scrolledTo(*this));
        PagePainter(painter, *document(), *d->type, d->colours).paintFrom(first, exposed.bottom() + d->scrolled());
    }
    d->found.paintGrounds(event->rect(), Weeknotes::palette(d->scheme));
    QTextBrowser::paintEvent(event);
    d->found.paintCurrent(event->rect(), Weeknotes::palette(d->scheme));
    d->paintFocusedTask();
}

void PreviewView::resizeEvent(QResizeEvent *event)
{
    const Private::Anchor at = d->anchor();
    const int across = horizontalScrollBar()->value();
    d->fitColumn();
    QTextBrowser::resizeEvent(event);
    d->page.fitTables();
    horizontalScrollBar()->setValue(across); // Qt has it follow the cursor
    d->restore(at, Private::Keep::Share);
    d->moveMark();
}

void PreviewView::scrollContentsBy(int dx, int dy)
{
    QTextBrowser::scrollContentsBy(dx, dy);
    d->moveMark();
    d->fillSoon();
}

void PreviewView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        d->page.keepFont();
}

bool PreviewView::event(QEvent *event)
{
    if (event->type() == QEvent::Paint) { // of the gutters; what is in the column comes to paintEvent
        const bool done = QTextBrowser::event(event);
        d->paintMark();
        return done;
    }
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
