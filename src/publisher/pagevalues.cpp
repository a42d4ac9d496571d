// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/pagevalues.h"

#include "core/initials.h"
#include "core/isotext.h"
#include "publisher/page.h"
#include "publisher/pagebody.h"
#include "publisher/words.h"
#include "style/contrast.h"
#include "style/palette.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QUrl &url)
{
    return QString::fromLatin1(url.toEncoded());
}

/// What link cards show: they need a whole address.
QString cardImage(const Post &post)
{
    const bool shown = !post.address.isEmpty() && !post.cardImage.isEmpty();
    return shown ? textOf(post.address.resolved(QUrl(post.cardImage))) : QString();
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
    set(u"url"_s, textOf(post.address));
    set(u"image"_s, cardImage(post));
    set(u"isBasedOn"_s, textOf(post.original));
    if (!post.author.isEmpty())
        data.insert(u"author"_s, QJsonObject{{u"@type"_s, u"Person"_s}, {u"name"_s, post.author}});
    if (!post.tags.isEmpty())
        data.insert(u"keywords"_s, QJsonArray::fromStringList(post.tags));
    QString json = QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact));
    return json.replace(u'<', "\\u003c"_L1).replace(u'>', "\\u003e"_L1).replace(u'&', "\\u0026"_L1);
}

QVariant linkValues(const std::optional<PostLink> &link)
{
    return link ? QVariantHash{{u"title"_s, link->title}, {u"url"_s, link->target}} : QVariant();
}

QVariantList tagValues(const Post &post)
{
    QVariantList tags;
    for (const QString &tag : post.tags)
        tags << QVariantHash{{u"name"_s, tag}, {u"url"_s, post.tagPages.value(tag)}};
    return tags;
}

} // namespace

QVariantHash wordValues(const QString &language)
{
    const PageWords &words = pageWords(language);
    return {{u"tags"_s, words.tags},
            {u"otherNotes"_s, words.otherNotes},
            {u"previous"_s, words.previous},
            {u"next"_s, words.next},
            {u"site"_s, words.site},
            {u"archive"_s, words.archive},
            {u"about"_s, words.about},
            {u"feed"_s, words.feed},
            {u"newest"_s, words.newest},
            {u"timeline"_s, words.timeline},
            {u"earlier"_s, words.earlier},
            {u"allNotes"_s, words.allNotes},
            {u"goOn"_s, words.goOn},
            {u"otherLists"_s, words.otherLists},
            {u"seasons"_s, words.seasons},
            {u"years"_s, words.years},
            {u"sections"_s, words.sections},
            {u"missing"_s, words.missing},
            {u"missingHint"_s, words.missingHint},
            {u"moved"_s, words.moved}};
}

QVariantHash noteValues(const Post &post)
{
    const PageWords &words = pageWords(post.language);
    const QString published = publishedText(post);
    const QString day = post.date.isValid() ? post.date.toString(Qt::ISODate) : QString();
    return {{u"kicker"_s, post.kicker},
            {u"title"_s, post.title},
            {u"subtitle"_s, post.subtitle},
            {u"author"_s, post.author},
            {u"initials"_s, initialsOf(post.author)},
            {u"locale"_s, QLocale(post.language).name()},
            {u"minutes"_s, words.minutesToRead.arg(post.minutes)},
            {u"date"_s, post.date.isValid() ? pageDate(post.date, post.language) : QString()},
            {u"moment"_s, published.isEmpty() ? day : published},
            {u"published"_s, published},
            {u"summary"_s, post.summary},
            {u"tags"_s, tagValues(post)},
            {u"address"_s, textOf(post.address)},
            {u"original"_s, textOf(post.original)},
            {u"firstPublishedAt"_s, words.firstPublishedAt.arg(Markdown::hostOf(post.original.toString()))},
            {u"canonical"_s, textOf(post.original.isEmpty() ? post.address : post.original)},
            {u"image"_s, cardImage(post)},
            {u"imageAlt"_s, post.cardImageAlt},
            {u"data"_s, jsonLd(post)},
            {u"previous"_s, linkValues(post.previous)},
            {u"next"_s, linkValues(post.next)},
            {u"hasFoot"_s, !post.tags.isEmpty() || !post.original.isEmpty() || !post.address.isEmpty()}};
}

QVariantHash siteValues(const SiteFrame &site)
{
    const QString home = site.root.isEmpty() ? u"./"_s : site.root;
    return {{u"title"_s, site.title},
            {u"description"_s, site.description},
            {u"home"_s, home},
            {u"archive"_s, site.root + "archive/"_L1},
            {u"about"_s, site.hasAbout ? site.root + "about/"_L1 : QString()},
            {u"feed"_s, site.feed.isEmpty() ? QString() : site.root + "atom.xml"_L1}};
}

QString publishedText(const PostHead &head)
{
    return head.published.isValid() ? isoDayOrMoment(head.published) : QString();
}

QString directionOf(const QString &language)
{
    return QLocale(language).textDirection() == Qt::RightToLeft ? u"rtl"_s : u"ltr"_s;
}

QString letterIcon(const QString &name, const QString &colour)
{
    const QColor ground = colour.isEmpty() ? palette(Scheme::Light).green : QColor(colour);
    const bool dark = contrast(ground, Qt::white) >= contrast(ground, Qt::black);
    const QString letter = initialsOf(name).left(1);
    return u"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"7\" "
           "fill=\"%1\"/><text x=\"16\" y=\"22.5\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"19\" "
           "font-weight=\"600\" fill=\"%2\">%3</text></svg>"_s.arg(ground.name(), dark ? u"#ffffff"_s : u"#000000"_s,
                                                                   Markdown::HtmlWriter::escaped(letter));
}

QString legalText(QString text)
{
    text.removeIf([](QChar c) {
        const char16_t code = c.unicode();
        const bool control = (code < 0x20 && code != u'\n' && code != u'\t') || (code >= 0x7F && code < 0xA0);
        return control || (code >= 0xFDD0 && code <= 0xFDEF) || code >= 0xFFFE;
    });
    return text;
}

} // namespace Weeknotes
