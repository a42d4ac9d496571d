// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/periodcalendar.h"

#include "app/announce.h"
#include "style/typography.h"
#include "timeline/periodtext.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QTextDocument>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int weeksShown = 6;
constexpr int headHeight = Metrics::control;
constexpr int dayNamesHeight = 6 * Metrics::step;
constexpr int weekHeight = 8 * Metrics::step;
constexpr int dayWidth = 9 * Metrics::step;
constexpr int weekWidth = 9 * Metrics::step;
constexpr int namesWidth = 17 * Metrics::step;
constexpr int barHeight = Metrics::step / 2;
constexpr int bandInset = Metrics::step / 2;

QRect numberBox(const QRect &box)
{
    return box.adjusted(0, bandInset, 0, -barHeight - bandInset - Metrics::hairline);
}

} // namespace

PeriodCalendar::PeriodCalendar(Ground ground, QWidget *parent)
    : QWidget(parent), m_ground(std::move(ground)), m_title(new QLabel(this))
{
    std::ranges::sort(m_ground.notes, {}, &Mark::days);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Calendar"));
    m_title->setProperty("role", u"heading"_s);
    auto *head = new QHBoxLayout(this);
    head->setContentsMargins(Metrics::step, 0, 0, weeksShown * weekHeight + dayNamesHeight);
    head->setSpacing(0);
    head->addWidget(m_title, 1);
    const auto addStep = [&](const QString &sign, const QString &name, int months) {
        auto *button = new QToolButton(this);
        button->setProperty("role", u"quiet"_s);
        button->setText(sign);
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setFocusPolicy(Qt::NoFocus); // the page keys do it
        connect(button, &QToolButton::clicked, this, [this, months] { showMonth(m_month.addMonths(months)); });
        head->addWidget(button);
    };
    addStep(u"‹"_s, tr("Previous month"), -1);
    addStep(u"›"_s, tr("Next month"), 1);
    m_day = m_anchor = m_ground.today;
    showMonth(m_day);
}

void PeriodCalendar::setPeriod(const std::optional<Period> &period)
{
    m_period = m_told = period;
    if (period) {
        m_day = m_anchor = period->first;
        showMonth(m_day);
    }
    update();
}

QSize PeriodCalendar::sizeHint() const
{
    return {weekWidth + 7 * dayWidth + namesWidth, headHeight + dayNamesHeight + weeksShown * weekHeight};
}

QDate PeriodCalendar::firstDay() const
{
    return Week::of(m_month, m_ground.rules).days(m_ground.rules).first;
}

/// Column 0 has the numbers of the weeks, 1 to 7 their days, 8 the names of notes.
QRect PeriodCalendar::cell(int row, int column) const
{
    const int left = column == 0 ? 0 : weekWidth + (column - 1) * dayWidth;
    const int wide = column == 0 ? weekWidth : column == 8 ? namesWidth : dayWidth;
    const QRect box(left, headHeight + dayNamesHeight + row * weekHeight, wide, weekHeight);
    return QStyle::visualRect(layoutDirection(), rect(), box);
}

QRect PeriodCalendar::dayRect(QDate day) const
{
    const auto at = firstDay().daysTo(day);
    return at < 0 || at >= 7 * weeksShown ? QRect() : cell(int(at / 7), int(at % 7) + 1);
}

/// Beyond the edges the nearest, so that one can drag there; none above the first week.
QDate PeriodCalendar::dayAt(const QPoint &point) const
{
    const int y = point.y() - headHeight - dayNamesHeight;
    const int x = (layoutDirection() == Qt::RightToLeft ? width() - 1 - point.x() : point.x()) - weekWidth;
    if (y < 0)
        return {};
    return firstDay().addDays(7 * std::min(y / weekHeight, weeksShown - 1) + std::clamp(x / dayWidth, 0, 6));
}

QStringList PeriodCalendar::namesIn(const Period &days) const
{
    QStringList names;
    for (const Mark &mark : m_ground.notes) {
        if (mark.days.overlaps(days) && !mark.name.isEmpty())
            names << mark.name;
    }
    return names;
}

QString PeriodCalendar::dayText(QDate day) const
{
    QStringList parts{m_locale.standaloneDayName(day.dayOfWeek()),
                      periodWithYear({day, day}, m_locale, MonthStyle::Full),
                      tr("week %1").arg(Week::of(day, m_ground.rules).number(m_ground.rules).number)};
    if (day == m_ground.today)
        parts << tr("today");
    if (m_period && m_period->contains(day))
        parts << tr("chosen");
    parts << namesIn({day, day});
    if (std::ranges::any_of(m_ground.notes,
                            [day](const Mark &mark) { return mark.name.isEmpty() && mark.days.contains(day); }))
        parts << tr("another note");
    if (std::ranges::any_of(m_ground.pauses, [day](const Period &pause) { return pause.contains(day); }))
        parts << tr("pause");
    return parts.join(", "_L1);
}

void PeriodCalendar::showMonth(QDate day)
{
    m_month = QDate(day.year(), day.month(), 1);
    m_title->setText(m_locale.standaloneMonthName(m_month.month()) + u' ' + QString::number(m_month.year()));
    update();
}

void PeriodCalendar::moveTo(QDate day)
{
    m_day = day;
    if (day.month() != m_month.month() && dayRect(day).isNull())
        showMonth(day);
    update();
    const QString words = dayText(day);
    setAccessibleDescription(words);
    announce(this, words);
}

void PeriodCalendar::mark(By by)
{
    const auto [first, last] = std::minmax(m_anchor, m_day);
    const WeekRules &rules = m_ground.rules;
    m_period = by == By::Day ? Period{first, last}
                             : Period{Week::of(first, rules).days(rules).first, Week::of(last, rules).days(rules).last};
    update();
}

void PeriodCalendar::tell()
{
    if (m_period && std::exchange(m_told, m_period) != m_period)
        Q_EMIT periodChosen(*m_period);
}

QDate PeriodCalendar::moved(int key) const
{
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const Period week = Week::of(m_day, m_ground.rules).days(m_ground.rules);
    switch (key) {
    case Qt::Key_Left:
        return m_day.addDays(rightToLeft ? 1 : -1);
    case Qt::Key_Right:
        return m_day.addDays(rightToLeft ? -1 : 1);
    case Qt::Key_Up:
        return m_day.addDays(-7);
    case Qt::Key_Down:
        return m_day.addDays(7);
    case Qt::Key_Home:
        return week.first;
    case Qt::Key_End:
        return week.last;
    case Qt::Key_PageUp:
        return m_day.addMonths(-1);
    case Qt::Key_PageDown:
        return m_day.addMonths(1);
    default:
        return {};
    }
}

void PeriodCalendar::keyPressEvent(QKeyEvent *event)
{
    const By by = event->modifiers() & Qt::ControlModifier ? By::Day : By::Week;
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_anchor = m_day;
        mark(by);
        tell();
        return moveTo(m_day); // says that it is chosen
    }
    const QDate day = moved(event->key());
    if (!day.isValid())
        return QWidget::keyPressEvent(event);
    if (event->modifiers() & Qt::ShiftModifier) {
        m_day = day;
        mark(by);
        tell();
    } else {
        m_anchor = day;
    }
    moveTo(day);
}

void PeriodCalendar::mousePressEvent(QMouseEvent *event)
{
    const QDate day = dayAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !day.isValid())
        return;
    m_day = day;
    if (!(event->modifiers() & Qt::ShiftModifier))
        m_anchor = day;
    mark(event->modifiers() & Qt::ControlModifier ? By::Day : By::Week);
}

void PeriodCalendar::mouseMoveEvent(QMouseEvent *event)
{
    const QDate day = dayAt(event->position().toPoint());
    if (!(event->buttons() & Qt::LeftButton) || !day.isValid() || day == m_day)
        return;
    m_day = day;
    mark(event->modifiers() & Qt::ControlModifier ? By::Day : By::Week);
}

void PeriodCalendar::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        tell();
}

void PeriodCalendar::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        showMonth(m_month.addMonths(event->angleDelta().y() > 0 ? -1 : 1));
}

bool PeriodCalendar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QDate day = dayAt(help->pos());
        const QString words = // it would guess at HTML
            day.isValid() ? Qt::convertFromPlainText(dayText(day), Qt::WhiteSpaceNormal) : QString();
        QToolTip::showText(help->globalPos(), words, this, dayRect(day));
        return true;
    }
    return QWidget::event(event);
}

void PeriodCalendar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(interfaceFont(interfaceType().small));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (int column = 1; column <= 7; ++column) {
        const QRect box = cell(0, column).translated(0, -dayNamesHeight);
        painter.drawText(QRect(box.topLeft(), QSize(dayWidth, dayNamesHeight)), Qt::AlignCenter,
                         m_locale.standaloneDayName(firstDay().addDays(column - 1).dayOfWeek(), QLocale::NarrowFormat));
    }
    for (int row = 0; row < weeksShown; ++row)
        paintWeek(painter, row);
}

void PeriodCalendar::paintWeek(QPainter &painter, int row) const
{
    const QDate first = firstDay().addDays(7 * row);
    const Period days{first, first.addDays(6)};
    painter.setFont(interfaceFont(interfaceType().small));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(numberBox(cell(row, 0)), Qt::AlignCenter,
                     m_locale.toString(Week::of(first, m_ground.rules).number(m_ground.rules).number));
    const QRect names = numberBox(cell(row, 8)).adjusted(Metrics::step, 0, -Metrics::step, 0);
    painter.drawText(names, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(namesIn(days).join(", "_L1), Qt::ElideRight, names.width()));
    for (int column = 1; column <= 7; ++column)
        paintDay(painter, first.addDays(column - 1), cell(row, column));
}

void PeriodCalendar::paintDay(QPainter &painter, QDate day, const QRect &box) const
{
    const QRect inner = numberBox(box);
    const bool chosen = m_period && m_period->contains(day);
    if (chosen) { // one band a week, round where the period begins and ends
        const bool begins = day == m_period->first;
        const bool ends = day == m_period->last;
        const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Highlight));
        painter.save();
        painter.setClipRect(inner);
        painter.drawRoundedRect(inner.adjusted((rightToLeft ? ends : begins) ? 0 : -dayWidth, 0,
                                               (rightToLeft ? begins : ends) ? 0 : dayWidth, 0),
                                Metrics::corner, Metrics::corner);
        painter.restore();
    }
    paintBar(painter, day, box);
    TextType type = interfaceType().normal;
    type.weight = chosen ? 600 : 400;
    painter.setFont(interfaceFont(type));
    const bool quiet = day.month() != m_month.month() && !chosen;
    painter.setPen(palette().color(quiet ? QPalette::PlaceholderText : QPalette::Text));
    painter.drawText(inner, Qt::AlignCenter, m_locale.toString(day.day()));
    const bool focused = hasFocus() && day == m_day;
    if (day != m_ground.today && !focused)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(focused ? QPalette::Accent : QPalette::Text), focused ? 2 : 1));
    painter.drawRoundedRect(QRectF(inner).adjusted(4, 1, -4, -1), Metrics::corner, Metrics::corner);
}

void PeriodCalendar::paintBar(QPainter &painter, QDate day, const QRect &box) const
{
    const QRect bar(box.left(), numberBox(box).bottom() + 1 - barHeight, box.width(), barHeight);
    const auto covers = [day](const Period &days) { return days.contains(day); };
    const auto note = std::ranges::find_if(m_ground.notes, covers, &Mark::days);
    if (note != m_ground.notes.end()) { // below the very numbers: a line from edge to edge would part the weeks
        const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
        const int before = day == note->days.first ? 2 * Metrics::step : 0;
        const int after = day == note->days.last ? 2 * Metrics::step : 0;
        painter.fillRect(bar.adjusted(rightToLeft ? after : before, 0, rightToLeft ? -before : -after, 0),
                         palette().color(QPalette::PlaceholderText));
        return;
    }
    if (std::ranges::none_of(m_ground.pauses, covers))
        return;
    painter.save();
    painter.setClipRect(bar);
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1));
    for (int x = (bar.left() - barHeight) / 3 * 3; x < bar.right(); x += 3) // one pattern runs through neighbours
        painter.drawLine(QPointF(x, bar.top()), QPointF(x + barHeight, bar.bottom() + 1));
    painter.restore();
}

} // namespace Weeknotes
