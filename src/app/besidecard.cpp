// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/besidecard.h"

#include "style/typography.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QTextDocument>
#include <QTextOption>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int cardSide = Metrics::sideMargin;
constexpr int cardAbove = 2 * Metrics::step; // and below

} // namespace

BesideCard::BesideCard(const NoteId &note, const QString &when, const QString &title, QWidget *parent)
    : QAbstractButton(parent), m_note(note), m_when(when), m_title(title), m_document(new QTextDocument(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("%1, %2").arg(title, when));
    m_document->setDocumentMargin(0);
    m_document->setUseDesignMetrics(true);
    write();
}

void BesideCard::setWords(const QString &html, const QStringList &list)
{
    m_words = html;
    m_list = list;
    write();
    setAccessibleDescription(m_document->toPlainText().simplified());
    update();
}

void BesideCard::write()
{
    const double small = interfaceType().small.size;
    const QString second = palette().color(QPalette::PlaceholderText).name();
    const auto paragraph = [](const QString &style, const QString &html) {
        return u"<p style=\"margin-top:0px;margin-bottom:%1px;line-height:125%;%2\">%3</p>"_s.arg(Metrics::step / 2)
            .arg(style, html);
    };
    QString html = paragraph(u"font-size:%1px;color:%2"_s.arg(small).arg(second), m_when.toHtmlEscaped()) +
                   paragraph(u"font-weight:500"_s, m_title.toHtmlEscaped());
    QString words = m_words;
    const QString ink = palette().color(QPalette::Text).name();
    words.replace("<b>"_L1, u"<b style=\"color:%1\">"_s.arg(ink));
    if (!words.isEmpty())
        html += paragraph(u"color:%1"_s.arg(second), words);
    for (const QString &line : m_list)
        html += paragraph(u"color:%1"_s.arg(ink), u"○ "_s + line.toHtmlEscaped());
    // The words keep their own direction, and stand where those of the window begin.
    m_document->setDefaultTextOption(
        QTextOption((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute));
    m_document->setDefaultFont(interfaceFont(interfaceType().normal));
    m_document->setHtml(html);
    fit();
}

void BesideCard::fit()
{
    m_document->setTextWidth(std::max(width() - 2 * cardSide, 1));
    setFixedHeight(int(std::ceil(m_document->size().height())) + 2 * cardAbove);
}

void BesideCard::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void BesideCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse() || hasFocus())
        painter.fillRect(rect(), palette().color(QPalette::Midlight)); // a ground on which all inks are read
    if (hasFocus()) {
        const QRect bar(isRightToLeft() ? width() - Metrics::selectionBar : 0, 0, Metrics::selectionBar, height());
        painter.fillRect(bar, palette().color(QPalette::Accent));
    }
    painter.translate(cardSide, cardAbove);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, palette().color(QPalette::Text));
    m_document->documentLayout()->draw(&painter, context);
}

void BesideCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::LayoutDirectionChange)
        write();
    QAbstractButton::changeEvent(event);
}

} // namespace Weeknotes
