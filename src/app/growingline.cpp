// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/growingline.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QString withoutBreaks(QString text)
{
    static const QRegularExpression breaks(u"\\s*[\\n\\r\\x{2028}\\x{2029}]+\\s*"_s);
    return text.replace(breaks, u" "_s);
}

} // namespace

GrowingLine::GrowingLine(QWidget *parent) : QTextEdit(parent)
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameShape(NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(0);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &GrowingLine::fitHeight);
    connect(this, &QTextEdit::textChanged, this, [this] { Q_EMIT lineEdited(line()); });
    fitHeight();
}

QString GrowingLine::line() const
{
    return document()->toRawText(); // toPlainText() would take no-break spaces away
}

void GrowingLine::setLine(const QString &line)
{
    const QSignalBlocker silent(this);
    setPlainText(withoutBreaks(line));
}

void GrowingLine::keyPressEvent(QKeyEvent *event)
{
    const QTextLayout *layout = textCursor().block().layout();
    const int at = layout->lineForTextPosition(textCursor().positionInBlock()).lineNumber();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT returnPressed();
    else if (event->key() == Qt::Key_Up && at == 0)
        Q_EMIT upPressed();
    else if (event->key() == Qt::Key_Down && at == layout->lineCount() - 1)
        Q_EMIT downPressed();
    else
        QTextEdit::keyPressEvent(event);
}

void GrowingLine::insertFromMimeData(const QMimeData *source)
{
    textCursor().insertText(withoutBreaks(source->text()));
    ensureCursorVisible();
}

void GrowingLine::fitHeight()
{
    setFixedHeight(int(std::ceil(document()->size().height())));
}

} // namespace Weeknotes
