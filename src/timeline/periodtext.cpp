// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/periodtext.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// How a locale orders day, month and year, read off its own short date.
class DayWriter
{
public:
    DayWriter(const QLocale &locale, MonthStyle style)
        : m_locale(locale), m_month(style == MonthStyle::Short ? u"MMM"_s : u"MMMM"_s)
    {
        const QString pattern = locale.dateFormat(QLocale::ShortFormat);
        m_yearFirst = pattern.startsWith(u'y');
        m_dayFirst = !m_yearFirst && pattern.indexOf(u'd') < pattern.indexOf(u'M');
    }

    [[nodiscard]] bool dayFirst() const { return m_dayFirst; }
    [[nodiscard]] QString number(QDate day) const { return m_locale.toString(day, u"d"_s); }
    [[nodiscard]] QString day(QDate day) const
    {
        return m_locale.toString(day, m_dayFirst ? "d "_L1 + m_month : m_month + " d"_L1);
    }
    [[nodiscard]] QString month(QDate day) const { return m_locale.toString(day, m_month); }
    [[nodiscard]] QString monthAndYear(const QString &month, int year) const
    {
        const QString number = QString::number(year);
        return m_yearFirst ? number + u' ' + month : month + u' ' + number;
    }
    [[nodiscard]] QString withYear(const QString &text, int year) const
    {
        const QString number = QString::number(year);
        if (m_yearFirst)
            return number + u' ' + text;
        return m_dayFirst ? text + u' ' + number : text + ", "_L1 + number;
    }

private:
    QLocale m_locale;
    QString m_month;
    bool m_dayFirst = true;
    bool m_yearFirst = false;
};

QString write(const Period &period, const DayWriter &writer, bool withYear)
{
    const QString dash = u" \u2013 "_s;
    const QDate a = period.first;
    const QDate b = period.last;
    if (a.year() != b.year())
        return writer.withYear(writer.day(a), a.year()) + dash + writer.withYear(writer.day(b), b.year());

    QString text = writer.day(a);
    if (a.month() != b.month())
        text += dash + writer.day(b);
    else if (a != b)
        text = writer.dayFirst() ? writer.number(a) + dash + writer.day(b) : writer.day(a) + dash + writer.number(b);
    return withYear ? writer.withYear(text, a.year()) : text;
}

} // namespace

QString periodText(const Period &period, const QLocale &locale, QDate today, MonthStyle style)
{
    return write(period, DayWriter(locale, style), period.last.year() != today.year());
}

QString periodWithYear(const Period &period, const QLocale &locale, MonthStyle style)
{
    return write(period, DayWriter(locale, style), true);
}

QString monthsText(const Period &period, const QLocale &locale, MonthStyle style)
{
    const DayWriter writer(locale, style);
    const QString dash = u" \u2013 "_s;
    const QDate a = period.first;
    const QDate b = period.last;
    if (a.year() != b.year())
        return writer.monthAndYear(writer.month(a), a.year()) + dash + writer.monthAndYear(writer.month(b), b.year());
    return writer.monthAndYear(a.month() == b.month() ? writer.month(a) : writer.month(a) + dash + writer.month(b),
                               a.year());
}

} // namespace Weeknotes
