// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/page.h"

#include "core/initials.h"
#include "core/isotext.h"
#include "publisher/pagebody.h"
#include "publisher/pagestyle.h"
#include "publisher/post.h"
#include "publisher/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

QString escaped(const QString &text)
{
    return Markdown::HtmlWriter::escaped(text);
}

/// An address as an attribute wants it.
QString escaped(const QUrl &url)
{
    return escaped(QString::fromLatin1(url.toEncoded()));
}

/// The moment, or the day where that is all there is; empty for what has not gone out.
QString publishedText(const Post &post)
{
    return post.published.isValid() ? isoDayOrMoment(post.published) : QString();
}

/// What link cards show: they need a whole address.
QUrl cardImage(const Post &post)
{
    if (post.address.isEmpty() || post.cardImage.isEmpty())
        return {};
    return post.address.resolved(QUrl(post.cardImage));
}

QString metaLine(QLatin1StringView kind, QLatin1StringView name, const QString &content)
{
    return content.isEmpty()
               ? QString()
               : u"<meta "_s + kind + u"=\""_s + name + u"\" content=\""_s + escaped(content) + u"\">\n"_s;
}

QString openGraph(const Post &post)
{
    const auto line = [](QLatin1StringView name, const QString &content) {
        return metaLine("property"_L1, name, content);
    };
    QString html = line("og:type"_L1, u"article"_s) + line("og:title"_L1, post.title) +
                   line("og:description"_L1, post.summary) +
                   line("og:url"_L1, QString::fromLatin1(post.address.toEncoded())) +
                   line("og:image"_L1, QString::fromLatin1(cardImage(post).toEncoded()));
    html += line("article:published_time"_L1, publishedText(post));
    for (const QString &tag : post.tags)
        html += line("article:tag"_L1, tag);
    return html;
}

/// JSON inside a script element ends at the first "</script", wherever it stands, and "<!--" can hide that end.
QString jsonLd(const Post &post)
{
    QJsonObject data{{u"@context"_s, u"https://schema.org"_s},
                     {u"@type"_s, u"BlogPosting"_s},
                     {u"headline"_s, post.title},
                     {u"wordCount"_s, post.words},
                     {u"timeRequired"_s, u"PT%1M"_s.arg(post.minutes)}};
    const auto set = [&data](const QString &key, const QString &value) {
        if (!value.isEmpty())
            data.insert(key, value);
    };
    set(u"description"_s, post.summary);
    set(u"inLanguage"_s, post.language);
    set(u"datePublished"_s, publishedText(post));
    set(u"url"_s, QString::fromLatin1(post.address.toEncoded()));
    set(u"image"_s, QString::fromLatin1(cardImage(post).toEncoded()));
    set(u"isBasedOn"_s, QString::fromLatin1(post.original.toEncoded()));
    if (!post.author.isEmpty())
        data.insert(u"author"_s, QJsonObject{{u"@type"_s, u"Person"_s}, {u"name"_s, post.author}});
    if (!post.tags.isEmpty())
        data.insert(u"keywords"_s, QJsonArray::fromStringList(post.tags));
    QString json = QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact));
    json.replace(u'<', "\\u003c"_L1).replace(u'>', "\\u003e"_L1).replace(u'&', "\\u0026"_L1);
    return u"<script type=\"application/ld+json\">"_s + json + u"</script>\n"_s;
}

QString head(const Post &post)
{
    const QUrl canonical = post.original.isEmpty() ? post.address : post.original;
    QString html = u"<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; "
                   "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                   "<meta name=\"referrer\" content=\"strict-origin-when-cross-origin\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n"_s;
    html += QLatin1StringView(pageMark) + u"\n<title>"_s + escaped(post.title) + u"</title>\n"_s;
    html += metaLine("name"_L1, "description"_L1, post.summary) + metaLine("name"_L1, "author"_L1, post.author);
    if (!canonical.isEmpty())
        html += u"<link rel=\"canonical\" href=\""_s + escaped(canonical) + u"\">\n"_s;
    return html + openGraph(post) + jsonLd(post) + u"<style>\n"_s + pageStyle() + u"</style>\n</head>\n"_s;
}

QString byline(const Post &post)
{
    const PageWords &words = pageWords(post.language);
    QString html = u"<div class=\"byline\">\n"_s;
    if (!post.author.isEmpty())
        html += u"<div class=\"p-author h-card\"><span class=\"portrait\" aria-hidden=\"true\">"_s +
                escaped(initialsOf(post.author)) + u"</span><span class=\"p-name\">"_s + escaped(post.author) +
                u"</span></div>\n"_s;
    html += u"<div class=\"meta\">"_s + escaped(words.minutesToRead.arg(post.minutes));
    if (const QString published = publishedText(post); !published.isEmpty())
        html += u" · <time class=\"dt-published\" datetime=\""_s + published + u"\">"_s;
    else if (post.date.isValid())
        html += u" · <time datetime=\""_s + post.date.toString(Qt::ISODate) + u"\">"_s;
    if (post.date.isValid())
        html += escaped(pageDate(post.date, post.language)) + u"</time>"_s;
    return html + u"</div>\n</div>\n"_s;
}

QString header(const Post &post)
{
    QString html = u"<header>\n<hgroup>\n"_s;
    if (!post.kicker.isEmpty())
        html += u"<p class=\"kicker\">"_s + escaped(post.kicker) + u"</p>\n"_s;
    html += u"<h1 class=\"p-name\">"_s + escaped(post.title) + u"</h1>\n"_s;
    if (!post.subtitle.isEmpty())
        html += u"<p class=\"subtitle p-summary\">"_s + escaped(post.subtitle) + u"</p>\n"_s;
    return html + u"</hgroup>\n"_s + byline(post) + u"</header>\n"_s;
}

QString footer(const Post &post)
{
    const PageWords &words = pageWords(post.language);
    QString html;
    if (!post.tags.isEmpty()) {
        html += u"<ul class=\"tags\" aria-label=\""_s + escaped(words.tags) + u"\">\n"_s;
        for (const QString &tag : post.tags)
            html += u"<li class=\"p-category\">"_s + escaped(tag) + u"</li>\n"_s;
        html += u"</ul>\n"_s;
    }
    if (!post.original.isEmpty())
        html += u"<p class=\"original\"><a class=\"u-canonical\" href=\""_s + escaped(post.original) + u"\">"_s +
                escaped(words.firstPublishedAt.arg(hostOf(post.original.toString()))) + u"</a></p>\n"_s;
    if (!post.address.isEmpty())
        html += u"<data class=\"u-url"_s + (post.original.isEmpty() ? u" u-canonical"_s : QString()) +
                u"\" value=\""_s + escaped(post.address) + u"\"></data>\n"_s;
    return html.isEmpty() ? html : u"<footer>\n"_s + html + u"</footer>\n"_s;
}

/// Without the characters that no HTML document may hold, as text or as entities.
QString legal(QString html)
{
    html.removeIf([](QChar c) {
        const char16_t code = c.unicode();
        const bool control = (code < 0x20 && code != u'\n' && code != u'\t') || (code >= 0x7F && code < 0xA0);
        return control || (code >= 0xFDD0 && code <= 0xFDEF) || code >= 0xFFFE;
    });
    return html;
}

} // namespace

Page renderPage(const Post &post)
{
    const bool rightToLeft = QLocale(post.language).textDirection() == Qt::RightToLeft;
    QString html = u"<!DOCTYPE html>\n<html lang=\""_s + post.language + u"\" dir=\""_s +
                   (rightToLeft ? u"rtl"_s : u"ltr"_s) + u"\">\n"_s;
    html += head(post) + u"<body>\n<main>\n<article class=\"h-entry\">\n"_s + header(post) +
            u"<div class=\"e-content\">\n"_s + PageBody(post).write(*post.document) + u"</div>\n"_s + footer(post) +
            u"</article>\n</main>\n</body>\n</html>\n"_s;

    Page page{.slug = post.slug, .html = legal(std::move(html)).toUtf8(), .images = {}};
    for (const PostImage &image : post.images)
        page.images.push_back(image.file);
    std::ranges::sort(page.images, {}, &ImageFile::name);
    return page;
}

} // namespace Weeknotes
