// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/searchdelegate.h"

#include "app/popuprow.h"
#include "app/searchresults.h"
#include "style/typography.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int groupRow = 7 * Metrics::step;
constexpr int oneLineRow = 9 * Metrics::step;
constexpr int twoLineRow = 15 * Metrics::step;
constexpr int resultSide = 4 * Metrics::step;
constexpr int partGap = 3 * Metrics::step; // between the parts of a line

TextType titleType()
{
    TextType type = interfaceType().normal;
    type.weight = QFont::Medium;
    return type;
}

/// One line of HTML, in bold what it says is, ended by dots where the room does.
class HtmlLine
{
public:
    HtmlLine(const QString &html, const TextType &type)
    {
        m_document.setDocumentMargin(0);
        m_document.setDefaultFont(interfaceFont(type));
        m_document.setHtml(html);
        align(Qt::AlignLeft);
    }

    [[nodiscard]] int width() const { return int(std::ceil(m_document.idealWidth())); }

    /// In `rect`, which is laid out as for left to right.
    void paint(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, QPalette::ColorRole ink)
    {
        const QRect place = QStyle::visualRect(option.direction, option.rect, rect);
        m_document.setTextWidth(place.width());
        elide(place.width());
        align(option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, option.palette.color(ink));
        painter.save();
        painter.setClipRect(place);
        painter.translate(place.left(), place.top() + (place.height() - m_document.size().height()) / 2);
        m_document.documentLayout()->draw(&painter, context);
        painter.restore();
    }

private:
    /// The words keep their own direction.
    void align(Qt::Alignment side)
    {
        QTextOption flow(side | Qt::AlignAbsolute);
        flow.setWrapMode(QTextOption::NoWrap);
        m_document.setDefaultTextOption(flow);
    }

    void elide(int width)
    {
        if (m_document.idealWidth() <= width)
            return;
        const QString dots(QChar(0x2026));
        const QTextBlock block = m_document.firstBlock();
        const QTextLine line = block.layout()->lineAt(0);
        const qreal room = width - QFontMetrics(m_document.defaultFont()).horizontalAdvance(dots);
        const bool beginsRight = block.textDirection() == Qt::RightToLeft;
        QTextCursor rest(&m_document);
        rest.setPosition(line.xToCursor(beginsRight ? line.naturalTextWidth() - room : room));
        rest.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        rest.insertText(dots);
    }

    QTextDocument m_document;
};

/// Paints `text` at the end of `line`, and takes the room it needs off it.
void paintAtEnd(QPainter &painter, const QStyleOptionViewItem &option, QRect &line, QPalette::ColorRole ink,
                const QString &text)
{
    if (text.isEmpty())
        return;
    const TextType &small = interfaceType().small;
    const int width = QFontMetrics(interfaceFont(small)).horizontalAdvance(text) + 2;
    PopupRow::paintLine(painter, option, line.adjusted(std::max(line.width() - width, 0), 0, 0, 0), small, ink, text,
                        Qt::AlignRight);
    line.adjust(0, 0, -width - partGap, 0);
}

void paintTitle(QPainter &painter, const QStyleOptionViewItem &option, QRect line, const QModelIndex &index)
{
    paintAtEnd(painter, option, line, QPalette::Link, index.data(SearchResults::OfferRole).toString());
    paintAtEnd(painter, option, line, QPalette::PlaceholderText, index.data(SearchResults::DetailRole).toString());
    HtmlLine title(index.data(SearchResults::TitleRole).toString(), titleType());
    const QString aside = index.data(SearchResults::AsideRole).toString();
    const TextType &small = interfaceType().small;
    const int wanted = aside.isEmpty() ? 0 : QFontMetrics(interfaceFont(small)).horizontalAdvance(aside) + partGap + 2;
    const int width = std::min(title.width(), line.width() - std::min(wanted, line.width() / 3));
    title.paint(painter, option, {line.topLeft(), QSize(width, line.height())}, QPalette::Text);
    PopupRow::paintLine(painter, option, line.adjusted(width + partGap, 0, 0, 0), small, QPalette::PlaceholderText,
                        aside);
}

} // namespace

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.data(SearchResults::IsHeadingRole).toBool())
        return {0, groupRow};
    return {0, index.data(SearchResults::SnippetRole).toString().isEmpty() ? oneLineRow : twoLineRow};
}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QRect row = option.rect.adjusted(resultSide, 0, -resultSide, 0);
    if (index.data(SearchResults::IsHeadingRole).toBool()) {
        TextType type = interfaceType().small;
        type.weight = QFont::DemiBold;
        PopupRow::paintLine(*painter, option, row.adjusted(0, Metrics::step, 0, 0), type, QPalette::PlaceholderText,
                            index.data().toString());
        return painter->restore();
    }
    PopupRow::paintGround(*painter, option);
    const QString snippet = index.data(SearchResults::SnippetRole).toString();
    if (snippet.isEmpty()) {
        paintTitle(*painter, option, row, index);
        return painter->restore();
    }
    const auto [small, normal] = std::pair(interfaceType().small, interfaceType().normal);
    const QRect first(row.left(), row.top() + 2 * Metrics::step, row.width(), int(normal.line));
    const QRect second(row.left(), first.bottom() + 2, row.width(), int(small.line) + 2);
    paintTitle(*painter, option, first, index);
    HtmlLine(snippet, small).paint(*painter, option, second, QPalette::PlaceholderText);
    painter->restore();
}

} // namespace Weeknotes
