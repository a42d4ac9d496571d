// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/frontmatterparsers.h"

#include <libfyaml.h>

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>
#include <QTimeZone>

#include <memory>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

using ParserPointer = std::unique_ptr<fy_parser, decltype(&fy_parser_destroy)>;
using DiagnosticPointer = std::unique_ptr<fy_diag, decltype(&fy_diag_destroy)>;

/// A time as YAML 1.1 and blogs write it: "2021-03-05T10:00:00Z", "2021-03-05 10:00:00 +0100".
QVariant readTime(const QString &text)
{
    static const QRegularExpression form(
        uR"(^(\d{4}-\d{2}-\d{2})(?:[Tt]|[ \t]+)(\d{1,2}:\d{2}(?::\d{2})?)(?:\.(\d*))?[ \t]*(?:(Z)|([+-])(\d{1,2}):?(\d{2})?)?$)"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QString clock = match.captured(2);
    const QTime time = QTime::fromString(clock, clock.count(u':') == 2 ? u"H:mm:ss"_s : u"H:mm"_s);
    if (!date.isValid() || !time.isValid())
        return {};
    const QTime exact = time.addMSecs(match.captured(3).left(3).leftJustified(3, u'0').toInt());
    const int seconds = (match.captured(6).toInt() * 60 + match.captured(7).toInt()) * 60;
    if (seconds == 0)
        return QDateTime(date, exact, QTimeZone::UTC);
    return QDateTime(date, exact, QTimeZone::fromSecondsAheadOfUtc(match.captured(5) == u"-" ? -seconds : seconds));
}

/// What a scalar without quotes means, by YAML's core schema, but with numbers that have a point as written.
QVariant readPlain(const QString &text)
{
    if (text.isEmpty() || text == u"~" || text.compare(u"null"_s, Qt::CaseInsensitive) == 0)
        return {};
    for (const auto &[word, value] : {std::pair(u"true"_s, true), std::pair(u"false"_s, false)}) {
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return value;
    }
    bool isNumber = false;
    if (const qlonglong number = text.toLongLong(&isNumber); isNumber && QString::number(number) == text)
        return number;
    if (text.size() >= 10 && text[0].isDigit()) {
        if (const QDate date = QDate::fromString(text, u"yyyy-MM-dd"); date.isValid())
            return date;
        if (QVariant time = readTime(text); time.isValid())
            return time;
    }
    return text;
}

/// Reads libfyaml's events, of which there are no more than bytes; all recursion and copying is counted here.
class YamlReader
{
public:
    explicit YamlReader(const QByteArray &text)
        : m_diagnostic(fy_diag_create(nullptr), fy_diag_destroy), m_parser(nullptr, fy_parser_destroy)
    {
        fy_diag_set_collect_errors(m_diagnostic.get(), true);
        const fy_parse_cfg config{"", fy_parse_cfg_flags(FYPCF_QUIET), nullptr, m_diagnostic.get()};
        m_parser.reset(fy_parser_create(&config));
        fy_parser_set_string(m_parser.get(), text.constData(), size_t(text.size()));
    }

    Result<ParsedFields> read()
    {
        ParsedFields fields;
        for (;;) {
            const Event event = next();
            if (!event || event->type == FYET_STREAM_END)
                break;
            if (event->type == FYET_STREAM_START || event->type == FYET_DOCUMENT_START ||
                event->type == FYET_DOCUMENT_END)
                continue;
            const QVariant value = readValue(event.get(), 0);
            fields.mapping = value.typeId() == QMetaType::QVariantMap || !value.isValid();
            fields.values = value.toMap();
        }
        if (const auto found = error())
            return std::unexpected(*found);
        return fields;
    }

private:
    struct EventDeleter
    {
        fy_parser *parser = nullptr;
        void operator()(fy_event *event) const { fy_parser_event_free(parser, event); }
    };
    using Event = std::unique_ptr<fy_event, EventDeleter>;

    struct Anchored
    {
        QVariant value;
        int size = 0;
    };

    Event next()
    {
        if (m_error)
            return {};
        return Event(fy_parser_parse(m_parser.get()), EventDeleter{m_parser.get()});
    }

    static QString textOf(fy_token *token)
    {
        size_t size = 0;
        const char *text = token ? fy_token_get_text(token, &size) : nullptr;
        return text ? QString::fromUtf8(text, qsizetype(size)) : QString();
    }

    QVariant readValue(fy_event *event, int depth)
    {
        m_line = lineOf(event);
        if (depth > FrontMatterLimit::depth)
            return fail(u"nested too deep"_s);
        if (++m_size > FrontMatterLimit::values)
            return fail(u"too many values"_s);
        if (event->type == FYET_ALIAS)
            return readAlias(textOf(event->alias.anchor));

        const QString anchor = textOf(fy_event_get_anchor_token(event));
        const int sizeBefore = m_size;
        const QVariant value = readContent(event, depth);
        if (!anchor.isEmpty())
            m_anchors.insert(anchor, {value, m_size - sizeBefore + 1});
        return value;
    }

    QVariant readContent(fy_event *event, int depth)
    {
        switch (event->type) {
        case FYET_SCALAR: {
            const QString text = textOf(event->scalar.value);
            const bool plain = fy_token_scalar_style(event->scalar.value) == FYSS_PLAIN && !event->scalar.tag;
            return plain ? readPlain(text) : QVariant(text);
        }
        case FYET_SEQUENCE_START: {
            QVariantList list;
            for (Event item = next(); item && item->type != FYET_SEQUENCE_END; item = next())
                list.append(readValue(item.get(), depth + 1));
            return list;
        }
        case FYET_MAPPING_START: {
            QVariantMap map;
            for (Event key = next(); key && key->type != FYET_MAPPING_END; key = next()) {
                const bool isWord = key->type == FYET_SCALAR;
                const QString name = isWord ? textOf(key->scalar.value) : QString();
                if (!isWord)
                    readValue(key.get(), depth + 1);
                const Event value = next();
                if (!value)
                    break;
                map.insert(name, readValue(value.get(), depth + 1));
            }
            return map;
        }
        default:
            return fail(u"not a value"_s);
        }
    }

    /// Aliases cost what they stand for, so that a few bytes can't become a billion values.
    QVariant readAlias(const QString &name)
    {
        const auto anchored = m_anchors.constFind(name);
        if (anchored == m_anchors.cend())
            return fail(u"unknown alias %1"_s.arg(name));
        m_size += anchored->size;
        return m_size > FrontMatterLimit::values ? fail(u"too many values"_s) : anchored->value;
    }

    int lineOf(fy_event *event) const
    {
        const fy_mark *mark = fy_event_start_mark(event);
        return mark ? mark->line + 1 : m_line;
    }

    QVariant fail(const QString &detail)
    {
        if (!m_error)
            m_error = Error{Error::Kind::Malformed, {}, detail, m_line};
        return {};
    }

    /// Our own finding, else the first of libfyaml's.
    [[nodiscard]] std::optional<Error> error() const
    {
        if (m_error)
            return m_error;
        void *previous = nullptr;
        if (const auto *first = fy_diag_errors_iterate(m_diagnostic.get(), &previous))
            return Error{Error::Kind::Malformed, {}, QString::fromUtf8(first->msg), std::max(1, first->line)};
        return std::nullopt;
    }

    DiagnosticPointer m_diagnostic;
    ParserPointer m_parser;
    QHash<QString, Anchored> m_anchors;
    std::optional<Error> m_error;
    int m_size = 0;
    int m_line = 1;
};

} // namespace

Result<ParsedFields> parseYamlFields(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return YamlReader(bytes).read();
}

} // namespace Weeknotes::Markdown
