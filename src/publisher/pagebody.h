// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/cards.h"
#include "markdown/htmlwriter.h"
#include "publisher/imagesizes.h"
#include "publisher/post.h"
#include "publisher/words.h"

namespace Weeknotes {

/// By the name the text uses.
using ImageSizesByName = QHash<QString, ImageSizes>;

/// The post's images in the widths that pages show them in. Takes its time, see imageSizes().
[[nodiscard]] ImageSizesByName imageSizesOf(const Post &post);

/// Writes what stands between a page's head and foot. Nothing it writes runs, or fetches anything but the post's own
/// images. One post, one call of write().
class PageBody final : public Markdown::HtmlWriter
{
public:
    /// `post` and `images`, those of imageSizesOf(), must outlive it. Where there is a `base`, all links and images are
    /// whole addresses by it, each image in one size: for feeds.
    PageBody(const Post &post, const ImageSizesByName &images, QUrl base = {});

protected:
    void heading(const Markdown::Block &block) override;
    void dateline(const Markdown::Block &block) override;
    void code(const Markdown::Block &block) override;
    void table(const Markdown::Block &block) override;
    void figure(const Markdown::Block &block) override;
    void embed(const Markdown::Block &block) override;
    /// The direction, where it is not the page's.
    void wordAttributes(const std::vector<Markdown::Inline> &words) override;
    void footnotes(const std::vector<Markdown::Footnote> &notes) override;
    void link(const Markdown::Inline &link) override;
    void image(const Markdown::Inline &image) override;
    void footnoteReference(const Markdown::Inline &reference) override;
    [[nodiscard]] std::optional<QString> linkTarget(const Markdown::Inline &link) const override;

private:
    [[nodiscard]] QString placed(const QString &target) const;
    [[nodiscard]] int headingTag(int level);
    [[nodiscard]] bool holdsOwnImage(const std::vector<Markdown::Inline> &inlines) const;
    void writeCode(const QString &code, const QString &language);
    void tableRow(const Markdown::Block &row);
    void writeDirection(Qt::LayoutDirection direction);
    void writeOwnPicture(const ImageSizes &image, const QString &words);
    /// An image of the post, or what stands for one that lies elsewhere.
    void writePicture(const Markdown::Inline &image);
    void writeLost(const Markdown::Inline &image);
    [[nodiscard]] std::optional<Markdown::Card> pictureElsewhere(const Markdown::Inline &image) const;
    void writeCard(const Markdown::Card &card);
    void noteWithBackLinks(const Markdown::Footnote &note);

    const Post &m_post;
    const ImageSizesByName &m_images;
    const QUrl m_base;
    const PageWords &m_words;
    bool m_titleToCome;
    std::vector<int> m_openHeadings; ///< levels in the text above the current place
    Qt::LayoutDirection m_direction;
    int m_tables = 0;
    int m_pictures = 0;
    bool m_inLink = false; ///< HTML knows no link within a link
};

/// What a setting says in Markdown, in the library's language, such as the footer: with what PageBody leaves out of a
/// note, and without pictures of the library, which belong to notes.
[[nodiscard]] QString settingsBody(const QString &markdown, const LibrarySettings &settings);

} // namespace Weeknotes
