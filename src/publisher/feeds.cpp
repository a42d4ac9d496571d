// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/feeds.h"

#include "core/isotext.h"
#include "publisher/pagebody.h"
#include "publisher/pagevalues.h"

#include <QLocale>
#include <QTimeZone>
#include <QXmlStreamWriter>

#include <algorithm>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

const auto atomNamespace = "http://www.w3.org/2005/Atom"_L1;

/// An XML document under way. What is written into it is made legal.
class XmlDocument
{
public:
    XmlDocument()
    {
        m_writer.setAutoFormatting(true);
        m_writer.setAutoFormattingIndent(1);
        m_writer.writeStartDocument();
    }

    void begin(const QString &name) { m_writer.writeStartElement(name); }
    void end() { m_writer.writeEndElement(); }
    void attribute(const QString &name, const QString &value) { m_writer.writeAttribute(name, legalText(value)); }
    /// Nothing for an empty text.
    void text(const QString &name, const QString &text)
    {
        if (!text.isEmpty())
            m_writer.writeTextElement(name, legalText(text));
    }
    void characters(const QString &text) { m_writer.writeCharacters(legalText(text)); }
    void link(const QString &rel, const QUrl &target, const QString &type = {})
    {
        begin(u"link"_s);
        attribute(u"rel"_s, rel);
        if (!type.isEmpty())
            attribute(u"type"_s, type);
        attribute(u"href"_s, QString::fromLatin1(target.toEncoded()));
        end();
    }
    [[nodiscard]] QByteArray finish()
    {
        m_writer.writeEndDocument();
        return m_bytes;
    }

private:
    QByteArray m_bytes;
    QXmlStreamWriter m_writer{&m_bytes};
};

QString urlText(const QUrl &url)
{
    return QString::fromLatin1(url.toEncoded());
}

QString idOf(const NoteId &id)
{
    return u"urn:uuid:"_s + id.toString();
}

/// One size is enough for a feed, and needs no decoding.
QString contentOf(const Post &post)
{
    ImageSizesByName images;
    for (auto image = post.images.cbegin(); image != post.images.cend(); ++image)
        images.insert(image.key(), {.sizes = {{image->file, image->size.width()}}, .shown = image->size});
    return PageBody(post, images, post.address).write(*post.document);
}

QDateTime publishedMoment(const Post &post)
{
    if (post.published.isValid())
        return post.published.toUTC();
    return post.date.isValid() ? QDateTime(post.date, QTime(12, 0), QTimeZone::UTC) : QDateTime();
}

/// As RFC 822 has it, in English whatever the person's language.
QString mailDate(const QDateTime &moment)
{
    return QLocale::c().toString(moment.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss"_s) + u" GMT"_s;
}

QDateTime lastUpdate(const std::vector<FeedEntry> &entries)
{
    const auto last = std::ranges::max_element(entries, {}, &FeedEntry::updated);
    return last == entries.end() ? QDateTime(QDate(1970, 1, 1), QTime(0, 0), QTimeZone::UTC) : last->updated;
}

void atomEntry(XmlDocument &xml, const FeedHead &head, const FeedEntry &entry)
{
    const Post &post = entry.post;
    xml.begin(u"entry"_s);
    if (post.language != head.language)
        xml.attribute(u"xml:lang"_s, post.language);
    xml.text(u"id"_s, idOf(entry.id));
    xml.text(u"title"_s, post.title);
    xml.link(u"alternate"_s, post.original.isEmpty() ? post.address : post.original, u"text/html"_s);
    if (const QDateTime published = publishedMoment(post); published.isValid())
        xml.text(u"published"_s, isoMoment(published));
    xml.text(u"updated"_s, isoMoment(entry.updated));
    if (!post.author.isEmpty() && post.author != head.author) {
        xml.begin(u"author"_s);
        xml.text(u"name"_s, post.author);
        xml.end();
    }
    for (const QString &tag : post.tags) {
        xml.begin(u"category"_s);
        xml.attribute(u"term"_s, tag);
        xml.end();
    }
    xml.text(u"summary"_s, post.summary);
    xml.begin(u"content"_s);
    xml.attribute(u"type"_s, u"html"_s);
    xml.characters(contentOf(post));
    xml.end();
    xml.end();
}

void rssItem(XmlDocument &xml, const FeedEntry &entry)
{
    const Post &post = entry.post;
    xml.begin(u"item"_s);
    xml.text(u"title"_s, post.title);
    xml.text(u"link"_s, urlText(post.original.isEmpty() ? post.address : post.original));
    xml.begin(u"guid"_s);
    xml.attribute(u"isPermaLink"_s, u"false"_s);
    xml.characters(idOf(entry.id));
    xml.end();
    if (const QDateTime published = publishedMoment(post); published.isValid())
        xml.text(u"pubDate"_s, mailDate(published));
    xml.text(u"dc:creator"_s, post.author);
    for (const QString &tag : post.tags)
        xml.text(u"category"_s, tag);
    xml.text(u"description"_s, post.summary);
    xml.text(u"content:encoded"_s, contentOf(post));
    xml.end();
}

} // namespace

QByteArray atomFeed(const FeedHead &head, const std::vector<FeedEntry> &entries)
{
    XmlDocument xml;
    xml.begin(u"feed"_s);
    xml.attribute(u"xmlns"_s, atomNamespace);
    xml.attribute(u"xml:lang"_s, head.language);
    xml.text(u"id"_s, urlText(head.self));
    xml.text(u"title"_s, head.title);
    xml.text(u"subtitle"_s, head.description);
    xml.text(u"updated"_s, isoMoment(lastUpdate(entries)));
    xml.link(u"self"_s, head.self, u"application/atom+xml"_s);
    xml.link(u"alternate"_s, head.site, u"text/html"_s);
    xml.begin(u"author"_s); // Atom wants one; the site's name stands for a person who gives none
    xml.text(u"name"_s, head.author.isEmpty() ? head.title : head.author);
    xml.end();
    xml.text(u"generator"_s, u"Weeknotes"_s);
    for (const FeedEntry &entry : entries)
        atomEntry(xml, head, entry);
    xml.end();
    return xml.finish();
}

QByteArray rssFeed(const FeedHead &head, const std::vector<FeedEntry> &entries)
{
    XmlDocument xml;
    xml.begin(u"rss"_s);
    xml.attribute(u"version"_s, u"2.0"_s);
    xml.attribute(u"xmlns:atom"_s, atomNamespace);
    xml.attribute(u"xmlns:content"_s, u"http://purl.org/rss/1.0/modules/content/"_s);
    xml.attribute(u"xmlns:dc"_s, u"http://purl.org/dc/elements/1.1/"_s);
    xml.begin(u"channel"_s);
    xml.text(u"title"_s, head.title);
    xml.text(u"link"_s, urlText(head.site));
    xml.text(u"description"_s, head.description.isEmpty() ? head.title : head.description);
    xml.text(u"language"_s, head.language);
    xml.text(u"lastBuildDate"_s, mailDate(lastUpdate(entries)));
    xml.text(u"generator"_s, u"Weeknotes"_s);
    xml.begin(u"atom:link"_s);
    xml.attribute(u"rel"_s, u"self"_s);
    xml.attribute(u"type"_s, u"application/rss+xml"_s);
    xml.attribute(u"href"_s, urlText(head.self));
    xml.end();
    for (const FeedEntry &entry : entries)
        rssItem(xml, entry);
    xml.end();
    xml.end();
    return xml.finish();
}

QByteArray sitemap(const std::vector<SitemapEntry> &entries)
{
    XmlDocument xml;
    xml.begin(u"urlset"_s);
    xml.attribute(u"xmlns"_s, u"http://www.sitemaps.org/schemas/sitemap/0.9"_s);
    for (const SitemapEntry &entry : entries) {
        xml.begin(u"url"_s);
        xml.text(u"loc"_s, urlText(entry.address));
        if (entry.changed.isValid())
            xml.text(u"lastmod"_s, isoDay(entry.changed));
        xml.end();
    }
    xml.end();
    return xml.finish();
}

} // namespace Weeknotes
