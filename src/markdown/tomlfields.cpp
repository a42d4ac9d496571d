// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/frontmatterparsers.h"
#include "markdown/sourcetext.h"

#include <toml++/toml.hpp>

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

Error malformed(const QString &detail, qsizetype line)
{
    return {Error::Kind::Malformed, {}, detail, int(std::max(line, qsizetype(1)))};
}

/// Nested arrays, tables and dotted keys are read and let go of by recursion, so what nests too deep must not reach it.
/// This counts brackets outside strings, and dots that no blank follows within one key.
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

QDate dateOf(const toml::date &date)
{
    return {date.year, date.month, date.day};
}

QTime timeOf(const toml::time &time)
{
    return {time.hour, time.minute, time.second, int(time.nanosecond / 1'000'000)};
}

QDateTime momentOf(const toml::date_time &moment)
{
    const int seconds = moment.offset ? moment.offset->minutes * 60 : 0;
    return {dateOf(moment.date), timeOf(moment.time),
            seconds == 0 ? QTimeZone(QTimeZone::UTC) : QTimeZone::fromSecondsAheadOfUtc(seconds)};
}

class Reader
{
public:
    explicit Reader(const QString &text) : m_lines(text) {}

    [[nodiscard]] QVariantMap map(const toml::table &table) const
    {
        QVariantMap map;
        for (const auto &[key, item] : table)
            map.insert(QString::fromUtf8(key.str()), value(item));
        return map;
    }

private:
    [[nodiscard]] QVariant value(const toml::node &node) const
    {
        return node.visit([this]<typename Node>(const Node &item) -> QVariant {
            if constexpr (toml::is_table<Node>) {
                return map(item);
            } else if constexpr (toml::is_array<Node>) {
                QVariantList list;
                for (const auto &each : item)
                    list.append(value(each));
                return list;
            } else if constexpr (toml::is_string<Node>) {
                return QString::fromUtf8(item.get());
            } else if constexpr (toml::is_integer<Node>) {
                return qlonglong(item.get());
            } else if constexpr (toml::is_floating_point<Node>) {
                return number(item);
            } else if constexpr (toml::is_date<Node>) {
                return dateOf(item.get());
            } else if constexpr (toml::is_time<Node>) {
                return timeOf(item.get()).toString(Qt::ISODate);
            } else if constexpr (toml::is_date_time<Node>) {
                return momentOf(item.get());
            } else {
                return item.get();
            }
        });
    }

    /// As it is written, where it is a season's and episode's: 3.10 is not 3.1.
    [[nodiscard]] QString number(const toml::value<double> &item) const
    {
        static const QRegularExpression plain(uR"(^[+-]?\d+\.\d+$)"_s);
        const toml::source_position begin = item.source().begin;
        const toml::source_position end = item.source().end;
        const auto line = m_lines.at(int(begin.line) - 1).toUcs4(); // columns count code points
        const auto digits = line.mid(begin.column - 1, qsizetype(end.column) - begin.column);
        const auto written = QString::fromUcs4(reinterpret_cast<const char32_t *>(digits.data()), digits.size());
        return plain.matchView(written).hasMatch() ? written : QString::number(item.get());
    }

    Lines m_lines;
};

} // namespace

Result<ParsedFields> parseTomlFields(const QString &text)
{
    if (const auto error = findDeepNesting(text))
        return std::unexpected(*error);
    try {
        const QByteArray bytes = text.toUtf8();
        return ParsedFields{true, Reader(text).map(toml::parse(std::string_view(bytes)))};
    } catch (const toml::parse_error &error) {
        return std::unexpected(malformed(QString::fromUtf8(error.description()), error.source().begin.line));
    }
}

} // namespace Weeknotes::Markdown
