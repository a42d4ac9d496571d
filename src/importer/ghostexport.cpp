// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/ghostexport.h"

#include "core/webaddress.h"
#include "html/htmltree.h"
#include "importer/decoding.h"
#include "importer/ghosttext.h"
#include "importer/noteimages.h"
#include "importer/textnotes.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

QString textOfValue(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : tidied(value.toString());
}

QString textIn(const QJsonObject &row, QLatin1StringView key)
{
    return textOfValue(row.value(key));
}

/// What the tables of an export say of all its posts.
class GhostTables
{
public:
    explicit GhostTables(const QJsonObject &data)
        : m_tags(namesIn(data.value("tags"_L1)))
        , m_users(namesIn(data.value("users"_L1)))
        , m_tagsOfPosts(orderedIn(data.value("posts_tags"_L1), "tag_id"_L1))
        , m_authorsOfPosts(orderedIn(data.value("posts_authors"_L1), "author_id"_L1))
    {
        eachRow(data.value("settings"_L1), [this](const QJsonObject &row) {
            m_settings.insert(textIn(row, "key"_L1), textIn(row, "value"_L1).trimmed());
        });
        eachRow(data.value("posts_meta"_L1),
                [this](const QJsonObject &row) { m_meta.insert(textIn(row, "post_id"_L1), row); });
        static const QRegularExpression slashes(u"/+$"_s);
        const QUrl site(setting({u"url"_s}), QUrl::StrictMode);
        if (isPageAddress(site))
            m_site = site.toString(QUrl::FullyEncoded | QUrl::RemoveQuery | QUrl::RemoveFragment).remove(slashes);
        const QTimeZone zone(setting({u"timezone"_s, u"active_timezone"_s, u"activeTimezone"_s}).toLatin1());
        if (zone.isValid())
            m_zone = zone;
    }

    template <typename Use> static void eachRow(const QJsonValue &table, Use use)
    {
        const QJsonArray rows = table.toArray();
        for (const auto &row : rows)
            use(row.toObject());
    }

    [[nodiscard]] const QString &site() const { return m_site; } ///< without a slash behind it; empty: not known
    [[nodiscard]] QJsonObject meta(const QString &post) const { return m_meta.value(post); }

    /// Those that readers see.
    [[nodiscard]] QStringList tags(const QString &post) const
    {
        QStringList names;
        for (const QString &name : named(m_tagsOfPosts.value(post), m_tags)) {
            if (!name.startsWith(u'#') && !names.contains(name, Qt::CaseInsensitive))
                names += name;
        }
        return names;
    }

    [[nodiscard]] QStringList authors(const QString &post, const QString &author) const
    {
        const QStringList names = named(m_authorsOfPosts.value(post), m_users);
        return names.isEmpty() ? named({{0, author}}, m_users) : names;
    }

    [[nodiscard]] QString language(const QString &ofPost) const
    {
        static const QRegularExpression tag(u"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"_s);
        const QString ofSite = setting({u"locale"_s, u"lang"_s, u"default_locale"_s, u"defaultLang"_s});
        const QString language = QString(ofPost.isEmpty() ? ofSite : ofPost).replace(u'_', u'-');
        return tag.match(language).hasMatch() ? language : QString();
    }

    /// As the tables of all versions have it, with the hours that the site's place was ahead of UTC.
    [[nodiscard]] std::optional<QDateTime> moment(const QJsonValue &value) const
    {
        QDateTime moment = value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), QTimeZone::UTC)
                                            : QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
        if (moment.timeSpec() == Qt::LocalTime)
            moment.setTimeZone(QTimeZone::UTC);
        const int year = moment.date().year();
        if (!moment.isValid() || year < earliestYear || year > latestYear)
            return std::nullopt;
        return moment.toOffsetFromUtc(m_zone.offsetFromUtc(moment));
    }

private:
    using Ordered = std::vector<std::pair<qint64, QString>>; ///< ids, by the place that each has

    static QHash<QString, QString> namesIn(const QJsonValue &table)
    {
        QHash<QString, QString> names;
        eachRow(table, [&names](const QJsonObject &row) {
            names.insert(textIn(row, "id"_L1), textIn(row, "name"_L1).simplified());
        });
        return names;
    }

    static QHash<QString, Ordered> orderedIn(const QJsonValue &table, QLatin1StringView key)
    {
        QHash<QString, Ordered> ordered;
        eachRow(table, [&](const QJsonObject &row) {
            ordered[textIn(row, "post_id"_L1)].emplace_back(row.value("sort_order"_L1).toInteger(), textIn(row, key));
        });
        for (Ordered &ids : ordered)
            std::ranges::stable_sort(ids, {}, &std::pair<qint64, QString>::first);
        return ordered;
    }

    static QStringList named(const Ordered &ids, const QHash<QString, QString> &names)
    {
        QStringList found;
        for (const QString &id : ids | std::views::values) {
            if (const QString name = names.value(id); !name.isEmpty())
                found += name;
        }
        return found;
    }

    [[nodiscard]] QString setting(const QStringList &keys) const
    {
        const auto known =
            std::ranges::find_if(keys, [this](const QString &key) { return !m_settings.value(key).isEmpty(); });
        return known == keys.end() ? QString() : m_settings.value(*known);
    }

    QHash<QString, QString> m_settings;
    QHash<QString, QString> m_tags;  ///< names by id
    QHash<QString, QString> m_users; ///< the same
    QHash<QString, Ordered> m_tagsOfPosts;
    QHash<QString, Ordered> m_authorsOfPosts;
    QHash<QString, QJsonObject> m_meta; ///< by post
    QString m_site;
    QTimeZone m_zone = QTimeZone::utc();
};

class GhostPostMaker
{
public:
    GhostPostMaker(const QJsonObject &row, const GhostTables &tables, const ArchiveFile &file)
        : m_row(row), m_tables(tables), m_file(file), m_id(textIn(row, "id"_L1)), m_meta(tables.meta(m_id))
    {
    }

    /// Nothing of a post without a word.
    std::optional<RawNote> make()
    {
        NoteFields &fields = m_raw.note.draft.fields;
        fields.title = textIn(m_row, "title"_L1).simplified();
        m_raw.subject = m_file.subject;
        readText();
        if (fields.title.isEmpty() && m_raw.note.draft.text.isEmpty())
            return std::nullopt;
        fields.tags = m_tables.tags(m_id);
        fields.author = m_tables.authors(m_id, textIn(m_row, "author_id"_L1)).join(u", "_s);
        fields.language = m_tables.language(firstOf({"locale"_L1, "language"_L1}));
        readStanding();
        m_raw.changed = moment("updated_at"_L1).value_or(QDateTime());
        gatherEvidence(m_raw, m_file);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        addFields(hash);
        takeImages(m_raw.note, m_file, hash);
        m_raw.note.draft.source = {u"ghost"_s, key(), hash.result()};
        return std::move(m_raw);
    }

private:
    [[nodiscard]] QString firstOf(std::initializer_list<QLatin1StringView> keys) const
    {
        for (const auto key : keys) {
            if (QString text = textIn(m_row, key); !text.isEmpty())
                return text;
        }
        return {};
    }

    /// Where Ghost leaves open what the site is called.
    [[nodiscard]] QString withSite(QString text) const { return text.replace(u"__GHOST_URL__"_s, m_tables.site()); }

    [[nodiscard]] QUrl site() const { return m_tables.site().isEmpty() ? QUrl() : QUrl(m_tables.site() + u'/'); }

    [[nodiscard]] GhostContent content() const
    {
        return {.html = withSite(textIn(m_row, "html"_L1)),
                .lexical = withSite(textIn(m_row, "lexical"_L1)),
                .mobiledoc = withSite(textIn(m_row, "mobiledoc"_L1)),
                .markdown = withSite(textIn(m_row, "markdown"_L1)),
                .picture = withSite(firstOf({"feature_image"_L1, "image"_L1})),
                .pictureAlt = textIn(m_meta, "feature_image_alt"_L1),
                .pictureCaption = withSite(textIn(m_meta, "feature_image_caption"_L1)),
                .site = site()};
    }

    void readText()
    {
        const GhostText text = ghostToMarkdown(content());
        NoteDraft &draft = m_raw.note.draft;
        draft.text = text.markdown.isEmpty() ? QString() : text.markdown + u'\n';
        m_raw.opening = text.opening;
        if (text.isTooLarge)
            warn(Warning::Kind::TooLarge, {QString::number(largestHtml)});
        if (!text.leftOut.isEmpty())
            warn(Warning::Kind::HtmlLeftOut, text.leftOut);
        const QString excerpt = textIn(m_row, "custom_excerpt"_L1).simplified();
        if (!isBeginning(excerpt, text.words))
            draft.fields.subtitle = excerpt;
    }

    void warn(Warning::Kind kind, const QStringList &facts)
    {
        m_raw.note.warnings.push_back({kind, m_file.subject, 0, facts});
    }

    void readStanding()
    {
        NoteFields &fields = m_raw.note.draft.fields;
        const QString status = textIn(m_row, "status"_L1);
        fields.status = status == u"published" || status == u"sent" ? NoteStatus::Published
                        : status == u"scheduled"                    ? NoteStatus::Ready
                                                                    : NoteStatus::Draft;
        fields.published = fields.status == NoteStatus::Draft ? std::nullopt : moment("published_at"_L1);
        if (fields.status == NoteStatus::Draft)
            fields.written = moment("created_at"_L1).transform(&QDateTime::date);
        if (status == u"published")
            fields.canonical = address();
    }

    [[nodiscard]] std::optional<QDateTime> moment(QLatin1StringView key) const
    {
        return m_tables.moment(m_row.value(key));
    }

    /// Where it says that it stands, else where it stands on the site.
    [[nodiscard]] QUrl address() const
    {
        const QString named = withSite(textIn(m_row, "canonical_url"_L1)).trimmed();
        const QString slug = textIn(m_row, "slug"_L1);
        if (named.isEmpty() && slug.isEmpty())
            return {};
        const QUrl whole = site().resolved(QUrl(named.isEmpty() ? slug + u'/' : named, QUrl::StrictMode));
        return isPageAddress(whole) ? whole : QUrl();
    }

    void addFields(QCryptographicHash &hash) const
    {
        const auto add = [&hash](const QString &text) {
            hash.addData(text.toUtf8());
            hash.addData(QByteArrayView("\0", 1));
        };
        for (const auto key : {"title"_L1, "html"_L1, "lexical"_L1, "mobiledoc"_L1, "markdown"_L1, "custom_excerpt"_L1,
                               "feature_image"_L1, "image"_L1, "status"_L1, "published_at"_L1, "created_at"_L1,
                               "canonical_url"_L1, "slug"_L1})
            add(textIn(m_row, key));
        add(textIn(m_meta, "feature_image_alt"_L1));
        add(textIn(m_meta, "feature_image_caption"_L1));
        const NoteFields &fields = m_raw.note.draft.fields;
        add(fields.author);
        add(fields.language);
        add(fields.tags.join(u'\n'));
    }

    /// Exports of one site have the same for it.
    [[nodiscard]] QString key() const
    {
        const QString uuid = textIn(m_row, "uuid"_L1);
        return uuid.isEmpty() ? m_tables.site() + u"?p="_s + firstOf({"id"_L1, "slug"_L1}) : uuid;
    }

    const QJsonObject &m_row;
    const GhostTables &m_tables;
    const ArchiveFile &m_file;
    const QString m_id;
    const QJsonObject m_meta;
    RawNote m_raw;
};

/// "page", and what later versions may have; empty for a post.
QString otherType(const QJsonObject &row)
{
    const QJsonValue page = row.value("page"_L1);
    const QString type = textIn(row, "type"_L1);
    if (page.toInt() == 1 || page.toBool())
        return u"page"_s;
    return type == u"post" ? QString() : type;
}

void readPosts(const QJsonObject &data, const ArchiveFile &file, const std::function<bool()> &goesOn,
               ExportedPosts &result, QMap<QString, int> &others)
{
    const GhostTables tables(data);
    const QJsonArray rows = data.value("posts"_L1).toArray();
    for (const auto &value : rows) {
        if (!goesOn())
            return;
        const QJsonObject row = value.toObject();
        const QString other = otherType(row);
        auto post = other.isEmpty() ? GhostPostMaker(row, tables, file).make() : std::nullopt;
        if (post)
            result.posts.push_back(*std::move(post));
        else
            ++others[other.isEmpty() ? u"empty"_s : other];
    }
}

} // namespace

bool isGhostExport(const QByteArray &begins)
{
    static const QRegularExpression opening(
        u"^(?:\\xEF\\xBB\\xBF)?\\s*+\\{\\s*+(\"db\"\\s*+:\\s*+\\[\\s*+\\{\\s*+)?\"(?:meta|data)\"\\s*+:\\s*+\\{"_s);
    const auto match = opening.match(QString::fromLatin1(begins));
    return match.hasMatch() &&
           (match.hasCaptured(1) || begins.contains("\"exported_on\"") || begins.contains("\"posts\""));
}

ExportedPosts readGhostExport(const QByteArray &json, const ArchiveFile &file, const std::function<bool()> &goesOn)
{
    ExportedPosts result;
    QJsonParseError error;
    const QJsonObject whole = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError) {
        const int line = int(json.first(std::clamp<qsizetype>(error.offset, 0, json.size())).count('\n')) + 1;
        result.warnings.push_back({Warning::Kind::Broken, file.subject, line, {}});
        return result;
    }
    QMap<QString, int> others;
    const QJsonArray sites = whole.contains("db"_L1) ? whole.value("db"_L1).toArray() : QJsonArray{whole};
    for (const auto &site : sites)
        readPosts(site.toObject().value("data"_L1).toObject(), file, goesOn, result, others);
    QStringList counts;
    for (const auto &[name, count] : others.asKeyValueRange())
        counts += u"%1=%2"_s.arg(name, QString::number(count));
    if (!counts.isEmpty())
        result.warnings.push_back({Warning::Kind::OtherItems, file.subject, 0, counts});
    return result;
}

} // namespace Weeknotes
