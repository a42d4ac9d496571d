// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/frontmatterparsers.h"

#include <toml.hpp>

#include <QDateTime>
#include <QTimeZone>

#include <exception>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

Error malformed(const QString &detail, qsizetype line)
{
    return {Error::Kind::Malformed, {}, detail, int(std::max(line, qsizetype(1)))};
}

/// toml11 reads nested arrays, tables and dotted keys by recursion, so what nests too deep must not reach it. This
/// counts brackets outside strings, and dots that no blank follows within one key.
std::optional<Error> findDeepNesting(const QString &text)
{
    int open = 0;
    int dots = 0;
    qsizetype line = 1;
    QString quote; // of the string we are in
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n') {
            ++line;
            dots = 0;
        }
        if (!quote.isEmpty()) {
            if (c == u'\\' && quote[0] == u'"')
                ++i;
            else if (QStringView(text).sliced(i).startsWith(quote) || (c == u'\n' && quote.size() == 1)) {
                i += quote.size() - 1;
                quote.clear();
            }
            continue;
        }
        if (c == u'"' || c == u'\'') {
            const QString triple(3, c);
            quote = QStringView(text).sliced(i).startsWith(triple) ? triple : QString(c);
            i += quote.size() - 1;
        } else if (c == u'#') {
            const auto end = text.indexOf(u'\n', i);
            i = (end < 0 ? text.size() : end) - 1;
        } else if (c == u'[' || c == u'{') {
            ++open;
        } else if (c == u']' || c == u'}') {
            open = std::max(0, open - 1);
        } else if (c == u'.') {
            ++dots;
        } else if (c == u',' || c == u'=') {
            dots = 0;
        }
        if (open > FrontMatterLimit::depth || dots > FrontMatterLimit::depth)
            return malformed(u"nested too deep"_s, line);
    }
    return std::nullopt;
}

QDate dateOf(const toml::local_date &date)
{
    return {date.year, date.month + 1, date.day};
}

QTime timeOf(const toml::local_time &time)
{
    return {time.hour, time.minute, std::min<int>(time.second, 59), time.millisecond};
}

QVariant toVariant(const toml::value &value)
{
    switch (value.type()) {
    case toml::value_t::boolean:
        return value.as_boolean();
    case toml::value_t::integer:
        return qlonglong(value.as_integer());
    case toml::value_t::floating: {
        const auto digits = int(value.as_floating_fmt().prec);
        return digits > 0 ? QString::number(value.as_floating(), 'f', digits) : QString::number(value.as_floating());
    }
    case toml::value_t::string:
        return QString::fromStdString(value.as_string());
    case toml::value_t::local_date:
        return dateOf(value.as_local_date());
    case toml::value_t::local_time:
        return timeOf(value.as_local_time()).toString(Qt::ISODate);
    case toml::value_t::local_datetime:
        return QDateTime(dateOf(value.as_local_datetime().date), timeOf(value.as_local_datetime().time),
                         QTimeZone::UTC);
    case toml::value_t::offset_datetime: {
        const auto &moment = value.as_offset_datetime();
        const int seconds = (moment.offset.hour * 60 + moment.offset.minute) * 60;
        return QDateTime(dateOf(moment.date), timeOf(moment.time),
                         seconds == 0 ? QTimeZone(QTimeZone::UTC) : QTimeZone::fromSecondsAheadOfUtc(seconds));
    }
    case toml::value_t::array: {
        QVariantList list;
        for (const auto &item : value.as_array())
            list.append(toVariant(item));
        return list;
    }
    case toml::value_t::table: {
        QVariantMap map;
        for (const auto &[key, item] : value.as_table())
            map.insert(QString::fromStdString(key), toVariant(item));
        return map;
    }
    case toml::value_t::empty:
        break;
    }
    return {};
}

} // namespace

Result<ParsedFields> parseTomlFields(const QString &text)
{
    if (const auto error = findDeepNesting(text))
        return std::unexpected(*error);
    try {
        const QByteArray bytes = text.toUtf8();
        const auto parsed = toml::try_parse(std::vector<unsigned char>(bytes.begin(), bytes.end()), "");
        if (parsed.is_ok())
            return ParsedFields{true, toVariant(parsed.unwrap()).toMap()};
        const auto &first = parsed.unwrap_err().front();
        const auto line = first.locations().empty() ? 1 : first.locations().front().first.first_line_number();
        return std::unexpected(malformed(QString::fromStdString(first.title()), qsizetype(line)));
    } catch (const std::exception &exception) {
        return std::unexpected(malformed(QString::fromUtf8(exception.what()), 1));
    }
}

} // namespace Weeknotes::Markdown
