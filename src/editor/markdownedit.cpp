// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/markdownedit.h"

#include "editor/columnlayout.h"
#include "editor/lines.h"
#include "editor/listhabits.h"
#include "editor/listitems.h"
#include "editor/spelling.h"
#include "editor/tablehabits.h"
#include "editor/textcopy.h"
#include "editor/writinghabits.h"
#include "highlight/markdownhighlighter.h"
#include "style/typography.h"

#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyleHints>
#include <QTextBlock>
#include <QTextFrame>

#include <algorithm>
#include <optional>
#include <ranges>
#include <utility>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

constexpr int textMargin = 6 * Metrics::step; // within the viewport, all around
constexpr int roomBelow = 40 * Metrics::step; // so that the last line is not written at the window's edge
constexpr int stripOverhang = 3 * Metrics::step;
constexpr int caretWidth = 2;

/// The person's keys for what Qt has no standard key for.
constexpr QKeyCombination linkKey(Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_L);
constexpr QKeyCombination codeKey(Qt::ControlModifier, Qt::Key_E);

} // namespace

MarkdownEdit::MarkdownEdit(QWidget *parent)
    : QTextEdit(parent)
    , m_copy(new TextCopy(*document(), this))
    , m_typewriter(*this)
    , m_found(*this, [this](qreal y) { scrollTo(y); })
    , m_textSize(usualText())
{
    setAcceptRichText(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // or all that lies behind would be painted with each key
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout = new ColumnLayout(document());
    m_layout->setLead([](const QTextBlock &line) { return int(ListItems::startOf(line).length()); });
    document()->setDocumentLayout(m_layout);
    setCursorWidth(0); // Qt's own caret has the text's colour; see paintCaret
    m_highlighter = new MarkdownHighlighter(document(), {});
    m_spelling = new Spelling(*this, *m_highlighter);
    applyLook();
    // A new font says contentsChanged, too, without a contentsChange.
    connect(document(), &QTextDocument::contentsChange, this, [this] { m_edited = !m_silent; });
    connect(document(), &QTextDocument::contentsChanged, this, [this] {
        if (std::exchange(m_edited, false))
            Q_EMIT textEdited();
    });
    connect(this, &QTextEdit::cursorPositionChanged, this, &MarkdownEdit::showCaret);
    setMarkdown({});
    watchScrolling();
    watchTurns();
}

MarkdownEdit::~MarkdownEdit() = default;

void MarkdownEdit::setMarkdown(const QString &markdown)
{
    const QScopedValueRollback silent(m_silent, true);
    QTextDocument *text = document();
    text->setUndoRedoEnabled(false);
    text->clear();
    QTextFrameFormat frame = text->rootFrame()->frameFormat();
    frame.setMargin(textMargin);
    frame.setBottomMargin(roomBelow);
    text->rootFrame()->setFrameFormat(frame);

    // The format of the first block is that of all that grow out of it.
    QTextCursor cursor(text);
    QTextBlockFormat line;
    line.setLineHeight(100 * editorType().line / QFontMetricsF(font()).height() * m_textSize / editorType().size,
                       QTextBlockFormat::ProportionalHeight);
    cursor.setBlockFormat(line);
    cursor.insertText(markdown);
    text->setUndoRedoEnabled(true);
    text->setModified(false);

    setTextCursor(QTextCursor(text));
    verticalScrollBar()->setValue(0);
}

QString MarkdownEdit::markdown() const
{
    return m_copy->text();
}

void MarkdownEdit::setCursorOffset(int offset)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::clamp(offset, 0, document()->characterCount() - 1));
    setTextCursor(cursor);
}

void MarkdownEdit::replace(int begin, int length, const QString &text)
{
    edit([&](QTextCursor &cursor) {
        const int last = document()->characterCount() - 1;
        cursor.setPosition(std::clamp(begin, 0, last));
        cursor.setPosition(std::clamp(begin + length, 0, last), QTextCursor::KeepAnchor);
        cursor.insertText(text);
    });
}

void MarkdownEdit::replaceAll(const QString &markdown)
{
    const QString old = this->markdown();
    const qsizetype shorter = std::min(old.size(), markdown.size());
    const qsizetype front = std::mismatch(old.begin(), old.begin() + shorter, markdown.begin()).first - old.begin();
    const qsizetype rest = shorter - front;
    const qsizetype back = std::mismatch(old.rbegin(), old.rbegin() + rest, markdown.rbegin()).first - old.rbegin();
    replace(int(front), int(old.size() - front - back), markdown.sliced(front, markdown.size() - front - back));
}

void MarkdownEdit::replaceEach(const std::vector<TextReplacement> &replacements)
{
    edit([&](QTextCursor &cursor) {
        QTextCursor other(document()); // the person's stays where it is
        other.beginEditBlock();
        for (const TextReplacement &each : replacements | std::views::reverse) { // so that the places before stay true
            other.setPosition(each.range.begin);
            other.setPosition(each.range.end, QTextCursor::KeepAnchor);
            other.insertText(each.text);
        }
        other.endEditBlock();
        cursor.clearSelection();
    });
}

void MarkdownEdit::goToEnd()
{
    setCursorOffset(document()->characterCount() - 1);
    ensureCursorVisible();
    m_typewriter.place();
}

void MarkdownEdit::setScheme(Scheme scheme)
{
    if (m_scheme == scheme)
        return;
    m_scheme = scheme;
    applyLook();
}

void MarkdownEdit::setTextSize(int pixels)
{
    pixels = std::clamp(pixels, smallestText, largestText);
    if (m_textSize == pixels)
        return;
    const Eye before = eye(viewport()->size());
    m_textSize = pixels;
    applyLook();
    restoreEye(before);
}

void MarkdownEdit::applyLook()
{
    const Weeknotes::Palette &colours = Weeknotes::palette(m_scheme);
    QPalette look = palette();
    look.setColor(QPalette::Base, colours.paper);
    look.setColor(QPalette::Window, colours.paper);
    look.setColor(QPalette::Text, colours.ink);
    look.setColor(QPalette::Highlight, colours.selection);
    look.setColor(QPalette::HighlightedText, colours.ink);
    setPalette(look);

    TextType type = editorType();
    type.size = m_textSize;
    setFont(Weeknotes::font(type, editorFamilies()));
    m_highlighter->setLook({m_textSize, monoFamilies(), colours.secondInk, colours.tokens});
    centreColumn();
}

void MarkdownEdit::centreColumn()
{
    static const QString letters = u"etaoin shrdlu cmfwyp"_s; // as often as English uses them, more or less
    const qreal letter = QFontMetricsF(font()).horizontalAdvance(letters) / qreal(letters.size());
    const int measure = qCeil(letter * editorMeasure) + 2 * textMargin;
    // The scroll bar has its room whether it shows or not, so that the column stands still.
    const int scrollBar = verticalScrollBar()->sizeHint().width();
    const int gutter = std::max((width() - scrollBar - measure) / 2, 0);
    const QMargins margins = viewportMargins();
    const bool taken = width() > viewport()->width() + margins.left() + margins.right();
    setViewportMargins(gutter, 0, taken ? gutter : gutter + scrollBar, 0);
}

int MarkdownEdit::usualText()
{
    return int(editorType().size);
}

void MarkdownEdit::zoomTo(int pixels)
{
    const int before = m_textSize;
    setTextSize(pixels);
    if (m_textSize != before)
        Q_EMIT textSizeChanged(m_textSize);
}

void MarkdownEdit::toggleStrong()
{
    edit([](QTextCursor &cursor) { WritingHabits::toggleMark(cursor, u"**"_s); });
}

void MarkdownEdit::toggleEmphasis()
{
    edit([](QTextCursor &cursor) { WritingHabits::toggleMark(cursor, u"*"_s); });
}

void MarkdownEdit::toggleCode()
{
    edit([](QTextCursor &cursor) { WritingHabits::toggleMark(cursor, u"`"_s); });
}

void MarkdownEdit::insertLink()
{
    edit([](QTextCursor &cursor) { WritingHabits::makeLink(cursor); });
}

void MarkdownEdit::keyPressEvent(QKeyEvent *event)
{
    const int before = document()->revision();
    const int cursor = textCursor().position();
    const int scrolled = verticalScrollBar()->value();
    takeKey(event);
    if (textCursor().position() != cursor && !isAllSelected())
        keepRoomBelow();
    else if (verticalScrollBar()->value() != scrolled && document()->revision() == before)
        Q_EMIT cursorPositionChanged(); // the view came back to it
    if (document()->revision() != before)
        m_typewriter.follow();
}

void MarkdownEdit::takeKey(QKeyEvent *event)
{
    const bool writable = !isReadOnly();
    if (zoomKey(event) || (writable && (takesBackSmartMark(event) || markKey(event) || lineKey(event)))) {
        event->accept();
        return;
    }
    const int revision = document()->revision();
    if (beginsWord(event)) { // a step of undo: Qt makes one of all that is typed in a row
        QTextCursor cursor = textCursor();
        const UndoStep word(cursor);
        QTextEdit::keyPressEvent(event);
    } else {
        QTextEdit::keyPressEvent(event);
    }
    if (event->text().size() == 1 && document()->revision() != revision)
        smarten(event->text().front());
}

bool MarkdownEdit::beginsWord(const QKeyEvent *event) const
{
    const QString typed = event->text();
    const QTextCursor cursor = textCursor();
    return !isReadOnly() && !typed.isEmpty() && typed.front().isPrint() && !typed.front().isSpace() &&
           !cursor.atBlockStart() && !cursor.hasSelection() && document()->characterAt(cursor.position() - 1).isSpace();
}

void MarkdownEdit::inputMethodEvent(QInputMethodEvent *event)
{
    const QString typed = event->commitString(); // a quote, where the keyboard has dead keys
    QTextEdit::inputMethodEvent(event);
    if (typed.size() == 1 && event->preeditString().isEmpty())
        smarten(typed.front());
    if (!typed.isEmpty() || !event->preeditString().isEmpty()) // else a keyboard only says that it is there
        m_typewriter.follow();
}

SmartMarks::Quotes MarkdownEdit::quotes() const
{
    return SmartMarks::quotesOf(language());
}

void MarkdownEdit::smarten(QChar typed)
{
    const QTextCursor cursor = textCursor();
    const int at = cursor.positionInBlock();
    const QString line = cursor.block().text();
    if (!m_smartMarks || isReadOnly() || cursor.hasSelection() || at == 0 || line[at - 1] != typed ||
        MarkdownHighlighter::line(cursor.block()) == MarkdownHighlighter::Line::Code)
        return;
    const auto better = SmartMarks::replacementFor(line.first(at - 1), typed, QStringView(line).sliced(at), quotes());
    if (!better)
        return;
    edit([&](QTextCursor &change) {
        const UndoStep step(change);
        QTextCursor old(change);
        const int end = change.position();
        change.insertText(better->text);
        // Last of all, since the next letter would become one step of undo with an insertion.
        old.setPosition(end - better->length);
        old.setPosition(end, QTextCursor::KeepAnchor);
        old.removeSelectedText();
    });
    m_smartened = document()->revision();
}

bool MarkdownEdit::takesBackSmartMark(const QKeyEvent *event)
{
    if (event->key() != Qt::Key_Backspace || event->modifiers() != Qt::NoModifier ||
        document()->revision() != std::exchange(m_smartened, -1) || textCursor().hasSelection())
        return false;
    undo();
    return true;
}

bool MarkdownEdit::zoomKey(const QKeyEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier) || event->modifiers().testFlag(Qt::AltModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomTo(m_textSize + 1);
        return true;
    case Qt::Key_Minus:
        zoomTo(m_textSize - 1);
        return true;
    case Qt::Key_0:
        zoomTo(usualText());
        return true;
    default:
        return false;
    }
}

bool MarkdownEdit::markKey(const QKeyEvent *event)
{
    if (event->matches(QKeySequence::Bold)) {
        toggleStrong();
    } else if (event->matches(QKeySequence::Italic)) {
        toggleEmphasis();
    } else if (event->keyCombination() == codeKey) {
        toggleCode();
    } else if (event->keyCombination() == linkKey) {
        insertLink();
    } else {
        const QString typed = event->text();
        const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        bool wrapped = false;
        if (plain && typed.size() == 1 && textCursor().hasSelection()) {
            const bool print = m_smartMarks && typed == u"\"";
            const auto pair = print ? std::optional(quotes()) : std::nullopt;
            edit([&](QTextCursor &cursor) {
                wrapped = pair ? WritingHabits::quoteSelection(cursor, pair->open, pair->close)
                               : WritingHabits::wrapSelection(cursor, typed.front());
            });
        }
        return wrapped;
    }
    return true;
}

bool MarkdownEdit::lineKey(const QKeyEvent *event)
{
    const bool literal = MarkdownHighlighter::line(textCursor().block()) == MarkdownHighlighter::Line::Code;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
            return false;
        // Shift+Enter would be U+2028 in Qt, which is no line's end in Markdown.
        if (literal || event->modifiers().testFlag(Qt::ShiftModifier))
            edit([](QTextCursor &cursor) { cursor.insertBlock(); });
        else
            edit([](QTextCursor &cursor) { WritingHabits::breakLine(cursor); });
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: {
        if (literal || event->modifiers() & ~Qt::ShiftModifier)
            return false;
        const bool deeper = event->key() == Qt::Key_Tab;
        bool shifted = false;
        edit([&](QTextCursor &cursor) {
            shifted = (deeper && WritingHabits::leavePicture(cursor)) || WritingHabits::goToCell(cursor, !deeper) ||
                      WritingHabits::shiftItems(cursor, deeper);
        });
        if (!shifted) // in prose a tab would make a code block: there the key leaves, as it does everywhere else
            QAbstractScrollArea::focusNextPrevChild(deeper); // NOLINT(bugprone-parent-virtual-call): QTextEdit stays
        return true;
    }
    default:
        return false;
    }
}

void MarkdownEdit::paintEvent(QPaintEvent *event)
{
    paintGround(event->rect());
    m_found.paintGrounds(event->rect(), Weeknotes::palette(m_scheme));
    QTextEdit::paintEvent(event);
    paintSpelling(event->rect());
    paintDimness();
    m_found.paintCurrent(event->rect(), Weeknotes::palette(m_scheme));
    paintInvitation();
    paintCaret();
}

void MarkdownEdit::paintGround(const QRect &exposed)
{
    using Line = MarkdownHighlighter::Line;
    const Weeknotes::Palette &colours = Weeknotes::palette(m_scheme);
    QPainter painter(viewport());
    painter.fillRect(exposed, colours.paper);
    const int scrolled = verticalScrollBar()->value();
    const QAbstractTextDocumentLayout *layout = document()->documentLayout();
    const auto top = [&](const QTextBlock &block) { return layout->blockBoundingRect(block).top() - scrolled; };
    QTextBlock block = cursorForPosition(exposed.topLeft()).block();
    while (block.isValid() && top(block) <= exposed.bottom()) {
        const Line line = MarkdownHighlighter::line(block);
        const QTextBlock next = block.next();
        const qreal bottom = next.isValid() ? top(next) : layout->blockBoundingRect(block).bottom() - scrolled;
        const QRectF strip(QPointF(textMargin - stripOverhang, top(block)),
                           QPointF(viewport()->width() - textMargin + stripOverhang, bottom));
        if (line == Line::Code || line == Line::Private)
            painter.fillRect(strip, colours.hover);
        if (line == Line::Private)
            painter.fillRect(QRectF(strip.topLeft(), QSizeF(Metrics::selectionBar, strip.height())), colours.secondInk);
        block = next;
    }
}

void MarkdownEdit::setInvitation(const QString &words)
{
    m_invitation = words;
    viewport()->update();
}

void MarkdownEdit::paintInvitation()
{
    const QTextBlock block = document()->firstBlock();
    const QTextLayout *layout = block.layout();
    if (!document()->isEmpty() || !layout->preeditAreaText().isEmpty() || layout->lineCount() == 0)
        return;
    // On the base line of the first letter to come, whatever the line's height.
    const QTextLine line = layout->lineAt(0);
    QPointF start = layout->position() + line.position() + QPointF(0, line.ascent() - verticalScrollBar()->value());
    if (block.textDirection() == Qt::RightToLeft)
        start.rx() += line.width() - QFontMetricsF(font()).horizontalAdvance(m_invitation);
    QPainter painter(viewport());
    painter.setFont(font());
    painter.setPen(Weeknotes::palette(m_scheme).secondInk);
    painter.drawText(start, m_invitation);
}

void MarkdownEdit::paintCaret()
{
    if (!m_caretShown || isReadOnly())
        return;
    m_caret = cursorRect();
    m_caret.setWidth(caretWidth);
    QPainter painter(viewport());
    painter.fillRect(m_caret, Weeknotes::palette(m_scheme).green);
}

void MarkdownEdit::showCaret()
{
    viewport()->update(m_caret);
    m_caretShown = hasFocus();
    m_caret = cursorRect();
    m_caret.setWidth(caretWidth);
    viewport()->update(m_caret);

    const int flash = QGuiApplication::styleHints()->cursorFlashTime();
    if (m_caretShown && flash > 1)
        m_blink.start(flash / 2, this);
    else
        m_blink.stop();
}

void MarkdownEdit::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_blink.timerId()) {
        QTextEdit::timerEvent(event);
        return;
    }
    m_caretShown = !m_caretShown;
    viewport()->update(m_caret);
}

void MarkdownEdit::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    showCaret();
}

void MarkdownEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    showCaret();
}

void MarkdownEdit::scrollContentsBy(int dx, int dy)
{
    QTextEdit::scrollContentsBy(dx, dy);
    m_caret.translate(dx, dy);
}

void MarkdownEdit::resizeEvent(QResizeEvent *event)
{
    // What is being written, or read, stays where it is when a pane comes or goes.
    const bool inSight = QRect({}, event->oldSize()).intersects(cursorRect());
    const bool inPlace = m_typewriter.isInPlace();
    const Eye before = eye(event->oldSize());
    centreColumn();
    QTextEdit::resizeEvent(event);
    m_typewriter.fit();
    restoreEye(before);
    if (inSight && (before.offset < 0 || before.offset == cursorOffset())) // else it came in sight by itself
        ensureCursorVisible();
    if (inPlace)
        m_typewriter.place();
}

void MarkdownEdit::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || event->modifiers() != Qt::ControlModifier || textCursor().hasSelection())
        return;
    const QPointF place = event->position() + QPointF(0, verticalScrollBar()->value());
    const int offset = m_layout->hitTest(place, Qt::ExactHit); // beside the words there is no link
    if (const QUrl target = offset < 0 ? QUrl() : linkAt(offset); !target.isEmpty())
        Q_EMIT linkActivated(target);
}

void MarkdownEdit::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QTextEdit::wheelEvent(event);
        return;
    }
    const int turned = event->angleDelta().y();
    zoomTo(m_textSize + (turned > 0) - (turned < 0));
    event->accept();
}

bool MarkdownEdit::event(QEvent *event)
{
    // The gutters beside the column belong to the text: it scrolls and takes clicks there too.
    switch (event->type()) {
    case QEvent::Wheel:
        wheelEvent(static_cast<QWheelEvent *>(event));
        return event->isAccepted();
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        QMouseEvent inside(mouse->type(), mouse->position() - viewport()->pos(), mouse->globalPosition(),
                           mouse->button(), mouse->buttons(), mouse->modifiers(), mouse->pointingDevice());
        return viewportEvent(&inside);
    }
    default:
        return QTextEdit::event(event);
    }
}

} // namespace Weeknotes
