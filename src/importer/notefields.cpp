// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/notefields.h"

#include "markdown/frontmatter.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

QVariantMap lowerKeys(const QVariantMap &values)
{
    QVariantMap lower;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        lower.insert(it.key().toLower(), it.value());
    // Hugo has the fields it does not know of in a map of their own.
    const QVariantMap own = lower.take(u"params"_s).toMap();
    for (auto it = own.cbegin(); it != own.cend(); ++it) {
        if (!lower.contains(it.key().toLower()))
            lower.insert(it.key().toLower(), it.value());
    }
    return lower;
}

struct PlainFields
{
    QVariantMap values;
    QStringList unread;
};

// "key: value" and "key = value", with lists as "- item" lines; nothing else.
PlainFields plainFields(const QStringList &lines)
{
    static const QRegularExpression pair(u"^([A-Za-z_][\\w.-]*)\\s*[:=]\\s*(.*)$"_s);
    static const QRegularExpression item(u"^\\s*-\\s+(.+)$"_s);
    QVariantMap values;
    QStringList unread;
    QString key;
    const auto unquoted = [](QString text) {
        text = text.trimmed();
        const bool quoted =
            text.size() > 1 && (text.front() == u'"' || text.front() == u'\'') && text.back() == text.front();
        return quoted ? text.sliced(1, text.size() - 2) : text;
    };
    for (const QString &line : lines) {
        if (const auto found = pair.match(line); found.hasMatch()) {
            key = found.captured(1).toLower();
            values.insert(key, unquoted(found.captured(2)));
        } else if (const auto entry = item.match(line); entry.hasMatch() && !key.isEmpty()) {
            QVariantList list = values.value(key).toList();
            list += unquoted(entry.captured(1));
            values.insert(key, list);
        } else if (const QString words = line.trimmed(); !words.isEmpty() && !words.startsWith(u'#')) {
            unread += words;
        }
    }
    return {values, unread};
}

// "key = value" lines, at the very start, closed by a line of "===".
std::optional<FileHead> readUnderlinedHead(const QString &text)
{
    static const QRegularExpression head(
        u"\\A\\s*((?:[A-Za-z_][\\w.-]*[ \\t]*[:=][^\\n]*\\n|[ \\t]*\\n){1,60})={3,}[ \\t]*(?:\\n|\\z)"_s);
    const auto match = head.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return FileHead{plainFields(match.captured(1).split(u'\n')).values, text.sliced(match.capturedEnd()), {}};
}

// The lines between fences that the format's own parser refuses. What can't be read goes to the end of the text.
std::optional<FileHead> readBrokenHead(const QString &text, const QString &subject, int line)
{
    static const QRegularExpression head(u"\\A\\s*(-{3}|\\+{3})[ \\t]*\\n([\\s\\S]*?)\\n\\1[ \\t]*(?:\\n|\\z)"_s);
    const auto match = head.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const PlainFields fields = plainFields(match.captured(2).split(u'\n'));
    if (fields.values.isEmpty())
        return std::nullopt;
    QString body = text.sliced(match.capturedEnd());
    if (!fields.unread.isEmpty())
        body += u"\n\n```\n%1\n```\n"_s.arg(fields.unread.join(u'\n'));
    return FileHead{fields.values, body, {{Warning::Kind::FieldsByLine, subject, line, fields.unread}}};
}

// Whatever it says; it may lie outside of all calendars.
std::optional<QDateTime> anyMomentOf(const QVariant &value)
{
    const auto noon = [](QDate date) { return QDateTime(date, QTime(12, 0), QTimeZone::UTC); };
    if (value.typeId() == QMetaType::QDate)
        return noon(value.toDate());
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime();
    const QString text = textOf(value).trimmed();
    static const QRegularExpression iso(
        u"^(\\d{4}-\\d{2}-\\d{2})[T ]+(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)\\s*(Z|[+-]\\d{2}:?\\d{2})?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = iso.match(text); match.hasMatch()) {
        QString offset = match.captured(3).isEmpty() ? u"Z"_s : match.captured(3).toUpper();
        if (offset.size() == 5)
            offset.insert(3, u':');
        const QString time = match.captured(2).size() == 5 ? match.captured(2) + u":00"_s : match.captured(2);
        const auto moment = QDateTime::fromString(match.captured(1) + u'T' + time + offset, Qt::ISODate);
        return moment.isValid() ? std::optional(moment) : std::nullopt;
    }
    const auto days = daysIn(text);
    const QDate date = days.empty() ? QDate() : dateOf(days.front().day);
    return date.isValid() ? std::optional(noon(date)) : std::nullopt;
}

std::optional<QDateTime> momentOf(const QVariant &value)
{
    return anyMomentOf(value).and_then([](const QDateTime &moment) {
        const int year = moment.date().year();
        return year >= earliestYear && year <= latestYear ? std::optional(moment) : std::nullopt;
    });
}

QStringList wordsOf(const QVariant &value)
{
    QStringList words;
    if (value.typeId() == QMetaType::QVariantList) {
        for (const QVariant &entry : value.toList())
            words += textOf(entry).trimmed();
    } else {
        QString text = textOf(value).trimmed();
        if (text.startsWith(u'[') && text.endsWith(u']'))
            text = text.sliced(1, text.size() - 2);
        for (const QString &word : text.split(u','))
            words += word.trimmed().remove(u'"').remove(u'\'');
    }
    words.removeAll(QString());
    return words;
}

class FieldReader
{
public:
    FieldReader(const QVariantMap &values, RawNote &raw)
        : m_values(values), m_isOwn(areOwnFields(values)), m_raw(raw), m_fields(raw.note.draft.fields)
    {
    }

    void read()
    {
        m_fields.title = text({"title"_L1, "name"_L1});
        m_fields.subtitle = text({"subtitle"_L1, "standfirst"_L1, "dek"_L1});
        m_fields.kicker = text({"kicker"_L1});
        m_fields.language = text({"lang"_L1, "language"_L1, "locale"_L1});
        if (!m_isOwn)
            m_fields.language.replace(u'_', u'-');
        m_fields.author = author();
        readDescription();
        readDays();
        readTags();
        readNumber();
        readState();
        readPeriod();
        const QUrl canonical(
            text({"canonical"_L1, "canonical_url"_L1, "canonicalurl"_L1, "original_url"_L1, "permalink"_L1, "url"_L1}),
            QUrl::StrictMode);
        if (canonical.isValid() && (canonical.scheme() == u"https" || canonical.scheme() == u"http"))
            m_fields.canonical = canonical;
    }

private:
    using Keys = std::initializer_list<QLatin1StringView>;

    [[nodiscard]] QVariant value(Keys keys) const
    {
        for (const auto key : keys) {
            const QVariant found = m_values.value(key);
            if (found.isValid() && !found.isNull())
                return found;
        }
        return {};
    }
    [[nodiscard]] QString text(Keys keys) const
    {
        const QString words = textOf(value(keys));
        return m_isOwn ? words : words.simplified();
    }
    [[nodiscard]] std::optional<int> number(Keys keys) const
    {
        bool ok = false;
        const int found = text(keys).toInt(&ok);
        return ok && found >= 0 && found < 1'000'000 ? std::optional(found) : std::nullopt;
    }

    [[nodiscard]] QString author() const
    {
        const QVariant found = value({"author"_L1, "authors"_L1, "by"_L1});
        if (m_isOwn)
            return textOf(found);
        if (found.typeId() == QMetaType::QVariantMap)
            return textOf(found.toMap().value(u"name"_s)).simplified();
        if (found.typeId() != QMetaType::QVariantList)
            return textOf(found).simplified();
        QStringList names;
        for (const QVariant &entry : found.toList())
            names += entry.typeId() == QMetaType::QVariantMap ? textOf(entry.toMap().value(u"name"_s)) : textOf(entry);
        return names.join(u", "_s).simplified();
    }

    // A description names the days, or says in a line what the note is about, as a subtitle does.
    void readDescription()
    {
        if (m_isOwn)
            return;
        const QString words =
            text({"description"_L1, "meta_description"_L1, "summary"_L1, "excerpt"_L1, "meta"_L1, "abstract"_L1});
        const auto period = words.contains(u"week"_s, Qt::CaseInsensitive) ? periodIn(words) : std::nullopt;
        if (period)
            m_raw.describedPeriod = period;
        else if (m_fields.subtitle.isEmpty() && !words.contains(u"{{"_s))
            m_fields.subtitle = words;
    }

    std::optional<QDateTime> moment(Keys keys)
    {
        for (const auto key : keys) {
            const QVariant found = m_values.value(key);
            const QString words = textOf(found).trimmed();
            const bool isSwitch = words == u"true" || words == u"false"; // "published: false", as Jekyll has it
            if (words.isEmpty() || words.contains(u"{{"_s) || isSwitch)
                continue;
            if (const auto read = momentOf(found))
                return read;
            m_raw.note.warnings.push_back({Warning::Kind::UnknownDate, m_raw.subject, 0, {key, words}});
        }
        return std::nullopt;
    }

    void readDays()
    {
        // Ours is dated also where it has not gone out.
        if (!m_isOwn || !m_values.contains(u"published_at"_s)) {
            m_fields.published = moment(
                {"published"_L1, "date"_L1, "publishdate"_L1, "pubdate"_L1, "published_at"_L1, "date_published"_L1});
        }
        if (const auto written = moment({"written"_L1, "created"_L1, "date_created"_L1}))
            m_fields.written = written->date();
        const auto year = number({"year"_L1});
        const auto month = number({"month"_L1});
        const auto day = number({"day"_L1});
        if (!m_fields.published && year && month && day && QDate::isValid(*year, *month, *day))
            m_fields.published = QDateTime(QDate(*year, *month, *day), QTime(12, 0), QTimeZone::UTC);
    }

    void readTags()
    {
        if (m_isOwn) {
            for (const QVariant &tag : m_values.value(u"tags"_s).toList())
                m_fields.tags += textOf(tag);
            return;
        }
        // Names of a generator's collections, no subjects.
        static const QStringList collections{u"post"_s, u"posts"_s, u"all"_s};
        static const QRegularExpression weeknotes(u"^(?:week|fortnight)[-_ ]?notes?$"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
        for (const auto key : {"tags"_L1, "tag"_L1, "keywords"_L1, "categories"_L1, "category"_L1}) {
            for (const QString &word : wordsOf(m_values.value(key))) {
                if (weeknotes.match(word).hasMatch()) {
                    m_raw.amongWeeknotes = true;
                    m_raw.amongWhat = word;
                }
                if (!collections.contains(word.toLower()) && !m_fields.tags.contains(word, Qt::CaseInsensitive))
                    m_fields.tags += word;
            }
        }
    }

    void readNumber()
    {
        SeasonNumber &read = m_fields.number;
        read.season = number({"season"_L1, "series"_L1});
        read.episode = number({"episode"_L1, "issue"_L1});
        if (!read.episode && !weekOfYear())
            read.episode = number({"week"_L1});
        read.lastEpisode = number({"episode_last"_L1, "last_episode"_L1});
        if (read.isEmpty()) {
            if (const auto pair = SeasonNumber::parse(text({"number"_L1})))
                read = *pair;
        }
        if (m_values.contains(u"week"_s)) {
            m_raw.amongWeeknotes = true;
            m_raw.amongWhat = u"week"_s;
        }
        if (read.lastEpisode.value_or(0) <= read.episode.value_or(0))
            read.lastEpisode.reset();
    }

    // "week: 12" counts notes, unless a year stands beside it; and beside a day, unless it is that day's week, or the
    // one before that people write about early in a week.
    [[nodiscard]] std::optional<Week> weekOfYear() const
    {
        const auto week = number({"week"_L1});
        const auto year = number({"year"_L1});
        const auto day = writingDay(m_fields);
        if (!week || !day)
            return week && year ? Week::fromIso(*year, *week) : std::nullopt;
        const Week around = Week::of(*day);
        if (around.isoNumber() == *week)
            return around;
        const bool early = day->dayOfWeek() <= Qt::Wednesday;
        return early && around.previous().isoNumber() == *week ? std::optional(around.previous()) : std::nullopt;
    }

    void readState()
    {
        m_raw.statedKind = noteKindFromString(text({"kind"_L1}));
        const auto status = noteStatusFromString(text({"status"_L1}));
        const bool draft = value({"draft"_L1}).toString() == u"true" || value({"published"_L1}).toString() == u"false";
        m_fields.status = status ? *status : draft ? NoteStatus::Draft : NoteStatus::Published;
    }

    void readPeriod()
    {
        const QVariantMap covers = value({"covers"_L1, "period"_L1}).toMap();
        const auto day = [&](QLatin1StringView key) {
            const QVariant stated = covers.isEmpty() ? m_values.value(key) : covers.value(key);
            const auto found = momentOf(stated);
            if (!found && !textOf(stated).trimmed().isEmpty())
                m_raw.note.warnings.push_back(
                    {Warning::Kind::UnknownDate, m_raw.subject, 0, {key, textOf(stated).trimmed()}});
            return found ? found->date() : QDate();
        };
        const Period period{day("from"_L1), day("to"_L1)};
        if (period.isValid())
            m_raw.statedCovers = period;
        else if (const auto week = Week::parse(text({"week"_L1})).or_else([this] { return weekOfYear(); }))
            m_raw.statedCovers = week->days();
    }

    const QVariantMap &m_values;
    const bool m_isOwn;
    RawNote &m_raw;
    NoteFields &m_fields;
};

} // namespace

QString textOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QVariantList:
    case QMetaType::QVariantMap:
        return {};
    case QMetaType::QDate:
        return value.toDate().toString(Qt::ISODate);
    case QMetaType::QDateTime:
        return value.toDateTime().toString(Qt::ISODate);
    default:
        return value.toString();
    }
}

FileHead readHead(const QString &text, const QString &subject)
{
    if (auto underlined = readUnderlinedHead(text))
        return *underlined;
    const auto read = Markdown::splitFrontMatter(text);
    if (read)
        return {lowerKeys(read->values), read->body, {}};
    if (auto broken = readBrokenHead(text, subject, read.error().line))
        return *broken;
    return {{}, text, {{Warning::Kind::DamagedFields, subject, read.error().line, {read.error().detail}}}};
}

bool areOwnFields(const QVariantMap &values)
{
    return noteKindFromString(textOf(values.value(u"kind"_s))) &&
           noteStatusFromString(textOf(values.value(u"status"_s)));
}

void applyFields(const QVariantMap &values, RawNote &raw)
{
    FieldReader(values, raw).read();
}

} // namespace Weeknotes
