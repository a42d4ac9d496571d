// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/settings.h"
#include "publisher/templates.h"

namespace Weeknotes {

struct Post;

/// A self-contained page: one HTML5 document, and its images, named as they lie beside it.
struct Page
{
    QString slug;
    QByteArray html; ///< UTF-8
    std::vector<ImageFile> images;

    bool operator==(const Page &) const = default;
};

/// By which a page of ours is known; it stands near the beginning of each.
inline constexpr QByteArrayView pageMark("<meta name=\"generator\" content=\"Weeknotes\">");

/// What every page says of itself.
struct PageHead
{
    QString title;
    QString description;
    QString language;
    QUrl address; ///< where it will stand; empty where unknown
};

/// What a site puts around each of its pages.
struct SiteFrame
{
    QString title;
    QString description;
    QString root; ///< where the site's front page lies from the page: "../", or "" for itself
    QUrl feed;    ///< empty: none
    bool hasAbout = false;
    bool isSelfContained = false; ///< the page stands at any address, so that nothing may lie from it: its "404" page
};

/// Makes pages that look like a Medium story: h-entry, dark mode, print style, Open Graph and JSON-LD. They run no
/// script and ask no other server for anything; the same post always gives the same bytes. Of one thread at a time.
class PageMaker
{
public:
    /// What `settings` say of pages holds for all of them. Errors: those of openTemplates().
    [[nodiscard]] static Result<PageMaker> make(const LibrarySettings &settings);

    /// The post as a page of its own. Some 50 ns a character, more for code (see highlightCode()) and images (see
    /// imageSizes()). Errors: Malformed (a template).
    [[nodiscard]] Result<Page> page(const Post &post);
    /// Likewise within a site, whose style sheet, icon and picture lie in its `assets/`.
    [[nodiscard]] Result<Page> page(const Post &post, const SiteFrame &site);
    /// A page of a site that is no note's, by the template `name`. Errors: Malformed.
    [[nodiscard]] Result<QByteArray> page(const QString &name, const PageHead &head, const SiteFrame &site,
                                          QVariantHash values);

    /// The files of a site's `assets/`, by their names there: "style.css", "icon.svg", "author.jpg".
    [[nodiscard]] std::vector<ImageFile> assets(const QString &siteTitle) const;

private:
    PageMaker(std::unique_ptr<Templates> templates, const LibrarySettings &settings);
    [[nodiscard]] QVariantHash frame(const PageHead &head) const;
    [[nodiscard]] QVariantHash frame(const PageHead &head, const SiteFrame &site) const;
    /// What a page needs that stands alone; its icon is of the author, else of `name`.
    void bringAlong(QVariantHash &values, const QString &style, const QString &name) const;
    [[nodiscard]] Result<Page> filled(const Post &post, const PageHead &head, QVariantHash values);

    std::unique_ptr<Templates> m_templates;
    PageSettings m_look;
    QString m_author;
    QUrl m_baseUrl;
    QString m_footer; ///< HTML
};

} // namespace Weeknotes
