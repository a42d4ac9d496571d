// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinedelegate.h"

#include "style/rowfocus.h"
#include "style/typography.h"
#include "timeline/timelinemodel.h"

#include <QPainter>
#include <QPainterPath>

namespace Weeknotes {
namespace {

using Kind = TimelineRow::Kind;

constexpr int numberGap = 3 * Metrics::step;
constexpr int mark = 2 * Metrics::step; // across

QFont smallFont()
{
    return interfaceFont(interfaceType().small);
}

QFont titleFont()
{
    QFont font = interfaceFont(interfaceType().normal);
    font.setWeight(QFont::Medium);
    return font;
}

QFont boldFont()
{
    return interfaceFont(interfaceType().heading);
}

Kind kindOf(const QModelIndex &index)
{
    return Kind(index.data(TimelineModel::KindRole).toInt());
}

} // namespace

/// Paints one row. Rectangles are laid out as for left to right and mirrored when they are used.
class TimelineDelegate::Painter
{
public:
    Painter(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
            const TimelineDelegate &delegate)
        : m_painter(painter)
        , m_option(option)
        , m_index(index)
        , m_colours(palette(delegate.m_scheme))
        , m_rect(option.rect)
        , m_textLeft(m_rect.left() + Metrics::sideMargin +
                     (delegate.m_numberWidth > 0 ? delegate.m_numberWidth + numberGap : 0))
        , m_right(m_rect.right() + 1 - Metrics::sideMargin)
        , m_isOpen(isOf(delegate.m_open, index))
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    void ground() const
    {
        if (m_option.state & QStyle::State_Selected)
            m_painter.fillRect(m_rect, m_colours.selectedRow);
        else if (m_option.state & QStyle::State_MouseOver && m_index.flags() & Qt::ItemIsEnabled)
            m_painter.fillRect(m_rect, m_colours.hover);
        if (m_isOpen) {
            m_painter.fillRect(mirrored({m_rect.left(), m_rect.top(), Metrics::selectionBar, m_rect.height()}),
                               m_colours.green);
        }
        if (m_option.state & QStyle::State_HasFocus && m_option.state & QStyle::State_KeyboardFocusChange)
            paintRowFocus(m_painter, m_rect, m_colours.green);
    }

    void note() const
    {
        const int titleLine = int(interfaceType().normal.line);
        const int detailLine = int(interfaceType().small.line);
        const int top = m_rect.top() + (m_rect.height() - titleLine - detailLine) / 2;
        const QRect title(m_textLeft, top, m_right - mark - 2 * Metrics::step - m_textLeft, titleLine);
        const QRect number(m_rect.left() + Metrics::sideMargin, top,
                           m_textLeft - numberGap - m_rect.left() - Metrics::sideMargin, titleLine);
        if (m_textLeft > m_rect.left() + Metrics::sideMargin)
            text(number, boldFont(), m_colours.green, m_index.data(TimelineModel::NumberRole).toString());
        text(title, titleFont(), m_colours.ink, m_index.data().toString());
        detail(QRect(m_textLeft, top + titleLine, title.width(), detailLine));
        statusMark(QRect(m_right - mark, top + (titleLine - mark) / 2, mark, mark));
    }

    void heading() const
    {
        const int line = int(interfaceType().heading.line);
        const QRect row(m_rect.left() + Metrics::sideMargin, m_rect.bottom() + 1 - line - Metrics::step,
                        m_right - m_rect.left() - Metrics::sideMargin, line);
        const QString totals = m_index.data(TimelineModel::DetailRole).toString();
        const int totalsWidth = QFontMetrics(smallFont()).horizontalAdvance(totals) + 2;
        text(row.adjusted(row.width() - totalsWidth, 0, 0, 0), smallFont(), m_colours.secondInk, totals,
             Qt::AlignRight);
        text(row.adjusted(0, 0, -totalsWidth - numberGap, 0), boldFont(), m_colours.ink, m_index.data().toString());
    }

    void gap(QRect link) const
    {
        const QString said = m_index.data().toString();
        const int room = m_right - m_textLeft - link.width() - numberGap;
        const bool isQuiet = m_index.data(TimelineModel::QuietRole).toBool() ||
                             QFontMetrics(smallFont()).horizontalAdvance(said) > room; // the days are seen first
        if (isQuiet && !(m_option.state & (QStyle::State_MouseOver | QStyle::State_Selected)))
            link = {};
        const int line = m_rect.top() + Metrics::step;
        m_painter.setPen(QPen(m_colours.edge, Metrics::hairline, Qt::DashLine));
        m_painter.drawLine(mirrored({m_textLeft, line, 1, 1}).center() + QPointF(0, 0.5),
                           mirrored({m_right, line, 1, 1}).center() + QPointF(0, 0.5));
        QRect words(m_textLeft, line + 1, m_right - m_textLeft - (link.isEmpty() ? 0 : link.width() + numberGap),
                    m_rect.bottom() - line);
        if (const QString more = m_index.data(TimelineModel::DetailRole).toString(); !more.isEmpty()) {
            words.setHeight(int(interfaceType().small.line) + Metrics::step);
            text(words.translated(0, int(interfaceType().small.line)), smallFont(), m_colours.secondInk, more);
        }
        text(words, smallFont(), m_colours.secondInk, said);
        if (link.isEmpty())
            return;
        QFont font = smallFont();
        font.setWeight(QFont::Medium);
        font.setUnderline(m_option.state & (QStyle::State_MouseOver | QStyle::State_Selected));
        m_painter.setFont(font);
        m_painter.setPen(m_colours.green);
        m_painter.drawText(link, Qt::AlignCenter, m_index.data(TimelineModel::LinkRole).toString());
    }

private:
    static bool isOf(const NoteId &id, const QModelIndex &index)
    {
        const TimelineRow &row = static_cast<const TimelineModel *>(index.model())->rows()[size_t(index.row())];
        return row.kind == TimelineRow::Kind::Note && row.note().id == id;
    }

    [[nodiscard]] QRect mirrored(const QRect &rect) const
    {
        return QStyle::visualRect(m_option.direction, m_rect, rect);
    }

    void text(const QRect &rect, const QFont &font, const QColor &colour, const QString &words,
              Qt::Alignment side = Qt::AlignLeft) const
    {
        m_painter.setFont(font);
        m_painter.setPen(colour);
        const QString shown = QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width());
        m_painter.drawText(mirrored(rect), int(QStyle::visualAlignment(m_option.direction, side) | Qt::AlignVCenter),
                           shown);
    }

    /// The second line: words, and the badge behind them.
    void detail(QRect rect) const
    {
        const QFontMetrics metrics(smallFont());
        const QString badge = m_index.data(TimelineModel::BadgeRole).toString();
        const QString words = m_index.data(TimelineModel::DetailRole).toString();
        const int badgeWidth = badge.isEmpty() ? 0 : metrics.horizontalAdvance(badge) + 3 * Metrics::step;
        const QString delay = m_index.data(TimelineModel::DelayRole).toString();
        const int delayWidth = delay.isEmpty() ? 0 : metrics.horizontalAdvance(delay) + 2;
        const int room = rect.width() - (badgeWidth > 0 ? badgeWidth + 2 * Metrics::step : 0) -
                         (delayWidth > 0 ? delayWidth + 2 * Metrics::step : 0);
        const int width = std::min(metrics.horizontalAdvance(words) + 2, room);
        text(QRect(rect.left(), rect.top(), room, rect.height()), smallFont(), m_colours.secondInk, words);
        int left = rect.left() + width + 2 * Metrics::step;
        if (delayWidth > 0) {
            text(QRect(left, rect.top(), delayWidth, rect.height()), smallFont(), m_colours.attention, delay);
            left += delayWidth + 2 * Metrics::step;
        }
        if (badgeWidth == 0)
            return;
        const QRect box(left, rect.top(), badgeWidth, rect.height());
        m_painter.setPen(QPen(m_colours.edge, Metrics::hairline));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(QRectF(mirrored(box)).adjusted(.5, .5, -.5, -.5), Metrics::step, Metrics::step);
        m_painter.setFont(smallFont());
        m_painter.setPen(m_colours.secondInk);
        m_painter.drawText(mirrored(box), Qt::AlignCenter, badge);
    }

    /// A ring for a draft, half full when ready, a full dot when published, with a ring around it where the note
    /// changed since: told apart by shape.
    void statusMark(const QRect &place) const
    {
        const auto status = NoteStatus(m_index.data(TimelineModel::StatusRole).toInt());
        const QRectF disc = QRectF(mirrored(place));
        const QRectF ring = disc.adjusted(1, 1, -1, -1);
        const QColor colour = status == NoteStatus::Draft ? m_colours.attention : m_colours.green;
        if (m_index.data(TimelineModel::ChangedRole).toBool()) {
            m_painter.setPen(QPen(m_colours.attention, 1.5));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawEllipse(disc.adjusted(-1, -1, 1, 1));
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_colours.attention);
            m_painter.drawEllipse(disc.adjusted(2, 2, -2, -2));
            return;
        }
        if (status == NoteStatus::Published) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(colour);
            m_painter.drawEllipse(disc);
            return;
        }
        m_painter.setPen(QPen(colour, 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawEllipse(ring);
        if (status == NoteStatus::Ready) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(colour);
            m_painter.drawPie(disc, 90 * 16, 180 * 16);
        }
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const QModelIndex &m_index;
    const Palette &m_colours;
    QRect m_rect;
    int m_textLeft;
    int m_right;
    bool m_isOpen;
};

TimelineDelegate::TimelineDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

int TimelineDelegate::widthOf(const QString &number)
{
    return number.isEmpty() ? 0 : QFontMetrics(boldFont()).horizontalAdvance(number) + 2;
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const Painter row(*painter, option, index, *this);
    row.ground();
    switch (kindOf(index)) {
    case Kind::Heading:
        row.heading();
        break;
    case Kind::Note:
        row.note();
        break;
    case Kind::Pause:
    case Kind::Missed:
        row.gap(linkRect(option, index));
        break;
    }
    painter->restore();
}

void TimelineDelegate::paintStuck(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &colours = palette(m_scheme);
    painter.fillRect(option.rect, colours.side);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), Metrics::hairline),
                     colours.line);
    Painter(painter, option, index, *this).heading();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    switch (kindOf(index)) {
    case Kind::Heading:
        return {0, headingRoom};
    case Kind::Note:
        return {0, Metrics::row};
    case Kind::Pause:
        if (!index.data(TimelineModel::DetailRole).toString().isEmpty())
            return {0, Metrics::row};
        break;
    case Kind::Missed:
        break;
    }
    return {0, Metrics::smallRow};
}

QRect TimelineDelegate::linkRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString words = index.data(TimelineModel::LinkRole).toString();
    if (words.isEmpty())
        return {};
    QFont font = smallFont();
    font.setWeight(QFont::Medium);
    const int width = QFontMetrics(font).horizontalAdvance(words) + 2;
    const QRect rect = option.rect;
    const QRect link(rect.right() + 1 - Metrics::sideMargin - width, rect.top() + Metrics::step + 1, width,
                     rect.height() - Metrics::step - 1);
    return QStyle::visualRect(option.direction, rect, link);
}

} // namespace Weeknotes
