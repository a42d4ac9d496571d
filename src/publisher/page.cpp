// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/page.h"

#include "publisher/pagebody.h"
#include "publisher/pagestyle.h"
#include "publisher/pagevalues.h"
#include "publisher/post.h"

#include <algorithm>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

const auto ownPolicy = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; "
                       "form-action 'none'"_L1;
// Checkers of sites fetch robots.txt by the page's own policy.
const auto sitePolicy =
    "default-src 'none'; connect-src 'self'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"_L1;

QString pictureEnding(const QByteArray &picture)
{
    return picture.startsWith("\x89PNG") ? u"png"_s : u"jpg"_s;
}

QString dataUrl(const QString &svg)
{
    return u"data:image/svg+xml;base64,"_s + QString::fromLatin1(svg.toUtf8().toBase64());
}

PageHead pageHeadOf(const Post &post)
{
    return {post.title, post.summary, post.language, post.original.isEmpty() ? post.address : post.original};
}

} // namespace

PageMaker::PageMaker(std::unique_ptr<Templates> templates, const LibrarySettings &settings)
    : m_templates(std::move(templates))
    , m_look(settings.page)
    , m_author(settings.author.simplified())
    , m_baseUrl(settings.baseUrl)
    , m_footer(settingsBody(settings.page.footer, settings))
{
}

Result<PageMaker> PageMaker::make(const LibrarySettings &settings)
{
    return openTemplates(settings.page.templates).transform([&](std::unique_ptr<Templates> templates) {
        return PageMaker(std::move(templates), settings);
    });
}

QVariantHash PageMaker::frame(const PageHead &head) const
{
    return {{u"title"_s, head.title},
            {u"description"_s, head.description},
            {u"language"_s, head.language},
            {u"direction"_s, directionOf(head.language)},
            {u"canonical"_s, QString::fromLatin1(head.address.toEncoded())},
            {u"footer"_s, m_footer}};
}

void PageMaker::bringAlong(QVariantHash &values, const QString &style, const QString &name) const
{
    values.insert(u"policy"_s, QString(ownPolicy));
    values.insert(u"style"_s, style);
    values.insert(u"icon"_s, dataUrl(letterIcon(m_author.isEmpty() ? name : m_author, m_look.colour)));
}

QVariantHash PageMaker::frame(const PageHead &head, const SiteFrame &site) const
{
    QVariantHash values = frame(head);
    values.insert(u"title"_s, head.title == site.title ? site.title : head.title + u" · "_s + site.title);
    values.insert(u"feedTitle"_s, site.title);
    values.insert(u"feed"_s, QString::fromLatin1(site.feed.toEncoded()));
    if (site.isSelfContained) {
        bringAlong(values, pageStyle(m_look.colour) + siteStyle(), site.title);
        return values;
    }
    const QString assets = site.root + u"assets/"_s;
    values.insert(u"policy"_s, QString(sitePolicy));
    values.insert(u"stylesheet"_s, QString(assets + "style.css"_L1));
    values.insert(u"icon"_s, QString(assets + "icon.svg"_L1));
    if (!m_look.picture.isEmpty())
        values.insert(u"picture"_s, QString(assets + "author."_L1 + pictureEnding(m_look.picture)));
    return values;
}

Result<Page> PageMaker::filled(const Post &post, const PageHead &head, QVariantHash values)
{
    const ImageSizesByName images = imageSizesOf(post);
    QVariantHash note = noteValues(post);
    note.insert(u"content"_s, PageBody(post, images).write(*post.document));
    note.insert(u"dropCap"_s, m_look.dropCap);
    values.insert(u"note"_s, note);
    values.insert(u"words"_s, wordValues(head.language));
    return m_templates->fill(u"note.html"_s, values).transform([&](const QString &html) {
        Page page{.slug = post.slug, .html = legalHtml(html), .images = {}};
        for (const ImageSizes &image : images) {
            for (const ImageSizes::Size &size : image.sizes)
                page.images.push_back(size.file);
        }
        std::ranges::sort(page.images, {}, &ImageFile::name);
        return page;
    });
}

Result<Page> PageMaker::page(const Post &post)
{
    QVariantHash values = frame(pageHeadOf(post));
    bringAlong(values, pageStyle(m_look.colour), post.title);
    if (!m_baseUrl.isEmpty()) {
        values.insert(u"feed"_s, QString::fromLatin1(siteAddress(m_baseUrl, u"atom.xml"_s).toEncoded()));
        values.insert(u"feedTitle"_s, m_look.siteTitle.isEmpty() ? m_author : m_look.siteTitle);
    }
    // The picture is of the library's author. No image of a post has a dot in its name but before the ending.
    const QString picture = u"images/author.portrait."_s + pictureEnding(m_look.picture);
    const bool hasPicture = !m_look.picture.isEmpty() && post.author == m_author;
    if (hasPicture)
        values.insert(u"picture"_s, picture);
    return filled(post, pageHeadOf(post), {{u"page"_s, values}}).transform([&](Page page) {
        if (hasPicture)
            page.images.push_back({picture, m_look.picture});
        return page;
    });
}

Result<Page> PageMaker::page(const Post &post, const SiteFrame &site)
{
    QVariantHash values = frame(pageHeadOf(post), site);
    if (post.author != m_author)
        values.remove(u"picture"_s);
    return filled(post, pageHeadOf(post), {{u"page"_s, values}, {u"site"_s, siteValues(site)}});
}

Result<QByteArray> PageMaker::page(const QString &name, const PageHead &head, const SiteFrame &site,
                                   QVariantHash values)
{
    values.insert(u"page"_s, frame(head, site));
    values.insert(u"site"_s, siteValues(site));
    values.insert(u"words"_s, wordValues(head.language));
    return m_templates->fill(name, values).transform(legalHtml);
}

std::vector<ImageFile> PageMaker::assets(const QString &siteTitle) const
{
    const QString style = pageStyle(m_look.colour) + siteStyle();
    const QString name = m_author.isEmpty() ? siteTitle : m_author;
    std::vector<ImageFile> files{{u"style.css"_s, style.toUtf8()},
                                 {u"icon.svg"_s, letterIcon(name, m_look.colour).toUtf8()}};
    if (!m_look.picture.isEmpty())
        files.push_back({u"author."_s + pictureEnding(m_look.picture), m_look.picture});
    return files;
}

} // namespace Weeknotes
