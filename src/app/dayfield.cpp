// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dayfield.h"

#include "app/announce.h"
#include "app/searchdays.h"
#include "style/typography.h"

#include <QCalendarWidget>
#include <QKeyEvent>
#include <QStyle>
#include <QTextCharFormat>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {

DayField::DayField(QDate today, const QString &name, QWidget *parent)
    : QLineEdit(parent), m_today(today), m_date(today), m_button(new QToolButton(this))
{
    setAccessibleName(name);
    m_button->setProperty("role", u"calendar"_s);
    m_button->setAccessibleName(tr("Calendar"));
    m_button->setCursor(Qt::ArrowCursor);
    m_button->setFocusPolicy(Qt::NoFocus); // Alt+Down does it
    connect(m_button, &QToolButton::clicked, this, &DayField::openCalendar);
    showDate();
}

QString DayField::format()
{
    return tr("d MMM yyyy", "how a day is shown where it can be edited");
}

QString DayField::textOf(QDate day)
{
    return QLocale().toString(day, format());
}

void DayField::setDate(QDate date)
{
    const bool isOther = date.isValid() && date != m_date;
    if (isOther)
        m_date = date;
    showDate();
    if (isOther)
        Q_EMIT dateChanged(m_date);
}

void DayField::showDate()
{
    setText(textOf(m_date));
    setCursorPosition(0);
}

std::optional<QDate> DayField::typedDay() const
{
    if (!isModified())
        return m_date;
    if (const QDate day = QLocale().toDate(text(), format()); day.isValid()) // names of months may be several words
        return day;
    const auto meant = meantDays(text(), QLocale(), {}, m_today);
    if (!meant || meant->span != MeantDays::Span::Day)
        return std::nullopt;
    QDate day = meant->days.first;
    if (!meant->namesYear)
        day = QDate(m_date.year(), day.month(), day.day());
    return day.isValid() ? std::optional(day) : std::nullopt; // 29 February
}

bool DayField::take()
{
    const auto day = typedDay();
    if (day && isModified())
        setDate(*day);
    return day.has_value();
}

void DayField::sayNoDay()
{
    const QString words = tr("This is no day; write it like %1.").arg(textOf(m_date));
    QToolTip::showText(mapToGlobal(rect().bottomLeft()), words, this);
    announce(this, words);
}

void DayField::openCalendar()
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setProperty("role", u"card"_s);
    popup->setAccessibleName(accessibleName());
    auto *calendar = new QCalendarWidget(popup);
    calendar->focusProxy()->setAccessibleName(accessibleName());
    calendar->setSelectedDate(m_date);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    QTextCharFormat words; // Qt has red weekends, and arrows in the colours of the desktop
    words.setForeground(palette().text());
    calendar->setWeekdayTextFormat(Qt::Saturday, words);
    calendar->setWeekdayTextFormat(Qt::Sunday, words);
    words.setForeground(palette().placeholderText());
    calendar->setHeaderTextFormat(words);
    const auto put = [calendar](const char *button, QChar arrow) {
        if (auto *there = calendar->findChild<QToolButton *>(QLatin1StringView(button))) {
            there->setIcon({});
            there->setText(arrow);
        }
    };
    put("qt_calendar_prevmonth", isRightToLeft() ? u'›' : u'‹');
    put("qt_calendar_nextmonth", isRightToLeft() ? u'‹' : u'›');
    auto *column = new QVBoxLayout(popup);
    column->setContentsMargins(Metrics::step, Metrics::step, Metrics::step, Metrics::step);
    column->addWidget(calendar);
    const auto choose = [this, popup](QDate day) {
        popup->close();
        setDate(day);
    };
    connect(calendar, &QCalendarWidget::clicked, this, choose);
    connect(calendar, &QCalendarWidget::activated, this, choose);
    popup->adjustSize();
    popup->move(mapToGlobal(QPoint(isRightToLeft() ? width() - popup->width() : 0, height())));
    popup->show();
    calendar->setFocus();
}

void DayField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const int step = event->key() == Qt::Key_Up || event->key() == Qt::Key_PageUp       ? 1
                     : event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown ? -1
                                                                                        : 0;
    const bool isTyped = isModified();
    if ((isEnter || step != 0) && !take())
        return sayNoDay();
    if (isEnter && isTyped) // the next one presses the dialog's default button
        return;
    if (event->key() == Qt::Key_Down && event->modifiers() & Qt::AltModifier)
        return openCalendar();
    if (step == 0)
        return QLineEdit::keyPressEvent(event);
    const bool byDay = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    setDate(byDay ? m_date.addDays(step) : m_date.addMonths(step));
}

void DayField::focusOutEvent(QFocusEvent *event)
{
    const bool isLeft = event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
    if (!take() && isLeft)
        showDate();
    QLineEdit::focusOutEvent(event);
}

void DayField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int side = height();
    m_button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), {width() - side, 0, side, side}));
    setTextMargins(isRightToLeft() ? side - 3 * Metrics::step : 0, 0, isRightToLeft() ? 0 : side - 3 * Metrics::step,
                   0);
}

} // namespace Weeknotes
