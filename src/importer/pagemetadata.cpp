// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/pagemetadata.h"

#include "importer/pagefurniture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr qsizetype longestName = 100;
constexpr qsizetype mostTags = 40;

bool isWebAddress(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == u"https" || url.scheme() == u"http");
}

/// `title` without the site's name at one of its ends.
QString withoutSite(const QString &title, const QString &site)
{
    if (site.isEmpty() || site.size() > longestName || title.size() > 10 * longestName)
        return title;
    static const QString joint = u"\\s*(?:[|–—·•»«:/\\\\~-]|::)\\s*"_s;
    const QString name = QRegularExpression::escape(site);
    const QRegularExpression ends(u"^%1%2(?=\\S)|(?<=\\S)%2%1$"_s.arg(name, joint),
                                  QRegularExpression::CaseInsensitiveOption);
    const QString bare = QString(title).remove(ends);
    return bare.isEmpty() ? title : bare;
}

QString wordsOfJson(const QJsonValue &value)
{
    return value.toString().simplified();
}

/// The names of a person, or of some, as text or as objects with one.
QString namesOf(const QJsonValue &value)
{
    if (value.isObject())
        return nameInByline(value[u"name"_s].isString() ? wordsOfJson(value[u"name"_s]) : QString());
    if (value.isString())
        return nameInByline(wordsOfJson(value));
    QStringList names;
    for (const auto &one : value.toArray()) {
        if (const QString name = one.isArray() ? QString() : namesOf(one); !name.isEmpty() && !names.contains(name))
            names += name;
        if (names.size() == 5)
            break;
    }
    return names.join(u", "_s);
}

class MetadataReader
{
public:
    PageMetadata read(const HtmlPage &page, const QString &html)
    {
        gather(page.head);
        gather(page.body);
        m_read.siteName = meta(u"og:site_name"_s);
        for (const QString &name : {meta(u"application-name"_s), m_siteTitle}) {
            if (m_read.siteName.isEmpty())
                m_read.siteName = name;
        }
        readTitle();
        m_read.description = meta(u"og:description"_s);
        m_read.isArticle |= meta(u"og:type"_s) == u"article";
        readAuthor();
        readMoment();
        readAddresses(html);
        for (const QString &tag : m_meta.values(u"article:tag"_s))
            addTag(m_read.tags, tag);
        std::ranges::reverse(m_read.tags); // QMultiHash has the last one first
        m_read.language = languageIn(page.language.isEmpty() ? meta(u"og:locale"_s) : page.language);
        return std::move(m_read);
    }

private:
    void gather(const HtmlNode &node)
    {
        if (node.name == u"meta")
            return gatherMeta(node);
        if (node.name == u"link")
            return gatherLink(node);
        if (node.name == u"title" && m_title.isEmpty())
            m_title = node.words();
        else if (node.name == u"base" && m_base.isEmpty())
            m_base = node.attributes.value(u"href"_s);
        else if (node.name == u"script" && node.attributes.value(u"type"_s) == u"application/ld+json")
            readJson(QJsonDocument::fromJson(node.allText().trimmed().toUtf8()), 0);
        if (m_siteTitle.isEmpty() && (hasClass(node, u"site-title") || hasClass(node, u"site-name")))
            m_siteTitle = node.words();
        if (node.name == u"svg") // its titles are others
            return;
        for (const HtmlNode &child : node.children)
            gather(child);
    }

    void gatherMeta(const HtmlNode &node)
    {
        const QString content = node.attributes.value(u"content"_s).simplified();
        QString name = node.attributes.value(u"property"_s);
        if (name.isEmpty())
            name = node.attributes.value(u"name"_s);
        const QStringList names = name.toLower().split(u' ', Qt::SkipEmptyParts);
        for (const QString &one : names) {
            if (!content.isEmpty() && (one == u"article:tag" || !m_meta.contains(one)))
                m_meta.insert(one, content);
        }
    }

    void gatherLink(const HtmlNode &node)
    {
        if (m_canonical.isEmpty() && hasWord(node, u"rel"_s, u"canonical"))
            m_canonical = node.attributes.value(u"href"_s);
    }

    [[nodiscard]] QString meta(const QString &name) const { return m_meta.value(name); }
    [[nodiscard]] QString firstMeta(std::initializer_list<QString> names) const
    {
        for (const QString &name : names) {
            if (const QString found = meta(name); !found.isEmpty())
                return found;
        }
        return {};
    }

    /// The first object that is a post; others of a page are its site, its way there, its comments.
    void readJson(const QJsonDocument &document, int depth)
    {
        readJson(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), depth);
    }

    void readJson(const QJsonValue &value, int depth)
    {
        constexpr int deepest = 4;
        if (depth > deepest || !m_post.isEmpty())
            return;
        const QJsonArray items = value.isArray() ? value.toArray() : value[u"@graph"_s].toArray();
        for (const auto &item : items)
            readJson(QJsonValue(item), depth + 1);
        const QJsonValue type = value[u"@type"_s];
        const QString name = type.isArray() ? type.toArray().first().toString() : type.toString();
        if (m_post.isEmpty() && (name.endsWith(u"Posting"_s) || name.endsWith(u"Article"_s)))
            m_post = value.toObject();
        else if (value[u"mainEntity"_s].isObject())
            readJson(value[u"mainEntity"_s], depth + 1);
    }

    void readTitle()
    {
        m_read.isArticle = !m_post.isEmpty();
        m_read.articleBody = m_post.value(u"articleBody"_s).toString();
        for (const QString &title : {meta(u"og:title"_s), wordsOfJson(m_post.value(u"headline"_s)), m_title}) {
            if (m_read.title.isEmpty())
                m_read.title = withoutSite(title, m_read.siteName);
        }
    }

    void readAuthor()
    {
        for (const QString &name : {meta(u"author"_s), meta(u"article:author"_s)}) {
            if (m_read.author.isEmpty())
                m_read.author = nameInByline(name);
        }
        if (m_read.author.isEmpty())
            m_read.author = namesOf(m_post.value(u"author"_s));
    }

    void readMoment()
    {
        const QString json = wordsOfJson(m_post.value(u"datePublished"_s));
        for (const QString &text : {meta(u"article:published_time"_s), json,
                                    firstMeta({u"date"_s, u"dc.date"_s, u"dc.date.issued"_s, u"dcterms.date"_s,
                                               u"dcterms.created"_s, u"datepublished"_s})}) {
            if (!m_read.published)
                m_read.published = momentFromHtml(text);
        }
    }

    /// Browsers, and extensions that save pages, note where they had it from in a comment.
    void readAddresses(const QString &html)
    {
        static const QRegularExpression saved(
            u"<!--\\s*(?:saved from url=\\(\\d{1,6}\\)|Page saved with SingleFile\\s+url:\\s*)(https?://[^\\s<>\"]{1,2000})"_s);
        constexpr qsizetype beginning = 8000;
        const QUrl from(saved.match(html.first(std::min(html.size(), beginning))).captured(1));
        QUrl base = from;
        if (const QUrl named(m_base); isWebAddress(base.resolved(named)) && !m_base.isEmpty())
            base = base.resolved(named);
        for (const QString &address : {m_canonical, meta(u"og:url"_s), from.toString()}) {
            const QUrl url = base.resolved(QUrl(address.trimmed(), QUrl::StrictMode));
            if (!isWebAddress(url) || address.isEmpty())
                continue;
            if (m_read.canonical.isEmpty() && (url.path().size() > 1 || url.hasQuery()))
                m_read.canonical = url;
            if (!isWebAddress(base))
                base = url;
        }
        if (isWebAddress(base))
            m_read.base = base;
    }

    static QString languageIn(QString tag)
    {
        static const QRegularExpression form(u"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$"_s);
        tag.replace(u'_', u'-');
        return form.match(tag).hasMatch() ? tag : QString();
    }

    PageMetadata m_read;
    QMultiHash<QString, QString> m_meta;
    QString m_title;
    QString m_siteTitle; ///< as the page shows it
    QString m_base;
    QString m_canonical;
    QJsonObject m_post;
};

} // namespace

PageMetadata readPageMetadata(const HtmlPage &page, const QString &html)
{
    return MetadataReader().read(page, html);
}

std::optional<QDateTime> momentFromHtml(const QString &text)
{
    static const QRegularExpression form(
        u"^\\s*(\\d{4}-\\d{2}-\\d{2})(?:[T ]\\s*(\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?\\s*$"_s);
    const auto match = form.match(text.first(std::min<qsizetype>(text.size(), 100)));
    const QDate day = QDate::fromString(match.captured(1), Qt::ISODate);
    if (!day.isValid())
        return std::nullopt;
    if (match.captured(2).isEmpty())
        return QDateTime(day, QTime(12, 0), QTimeZone::UTC);
    const QTime time = QTime::fromString(match.captured(2), Qt::ISODateWithMs);
    const QString zone = match.captured(3);
    if (zone.startsWith(u'+') || zone.startsWith(u'-')) {
        const int minutes = QStringView(zone).sliced(1, 2).toInt() * 60 + QStringView(zone).last(2).toInt();
        const int ahead = (zone.startsWith(u'-') ? -minutes : minutes) * 60;
        return time.isValid() ? std::optional(QDateTime(day, time, QTimeZone::fromSecondsAheadOfUtc(ahead)))
                              : std::nullopt;
    }
    return time.isValid() ? std::optional(QDateTime(day, time, QTimeZone::UTC)) : std::nullopt;
}

QString nameInByline(const QString &words)
{
    static const QRegularExpression by(u"^(?:(?:written|posted|published)\\s+)?by:?\\s+|[,;|·]+$"_s,
                                       QRegularExpression::CaseInsensitiveOption);
    const QString name = words.size() > longestName ? QString() : words.simplified().remove(by).trimmed();
    const bool isName = std::ranges::any_of(name, [](QChar sign) { return sign.isLetter(); });
    return isName && !name.contains(u"://"_s) && !name.contains(u'@') ? name : QString();
}

void addTag(QStringList &tags, const QString &tag)
{
    static const QSet<QString> none{u"uncategorized"_s, u"uncategorised"_s, u"unkategorisiert"_s, u"non classé"_s};
    static const QRegularExpression sign(u"^#\\s*|,$"_s);
    const QString words = tag.size() > longestName ? QString() : tag.simplified().remove(sign);
    if (!words.isEmpty() && tags.size() < mostTags && !none.contains(words.toLower()) &&
        !tags.contains(words, Qt::CaseInsensitive))
        tags += words;
}

} // namespace Weeknotes
