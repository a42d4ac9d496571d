// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/htmlwriter.h"
#include "publisher/post.h"
#include "publisher/words.h"

namespace Weeknotes {

/// What all writers of rich text for the clipboard share: whole addresses, boxes of tasks as words, notes at the end
/// and words where an image can't go. One post, one call of write().
class ClipWriter : public Markdown::HtmlWriter
{
public:
    /// `post` must outlive it.
    explicit ClipWriter(const Post &post) : m_post(post), m_words(pageWords(post.language)) {}

protected:
    void heading(const Markdown::Block &block) final;
    void figure(const Markdown::Block &block) override;
    void rawHtmlBlock(const Markdown::Block &block) override;
    void details(const Markdown::Block &block) override;
    void terms(const Markdown::Block &block) override;
    void link(const Markdown::Inline &link) override;
    void image(const Markdown::Inline &image) override;
    [[nodiscard]] std::optional<QString> linkTarget(const Markdown::Inline &link) const override;
    [[nodiscard]] std::optional<QString> imageSource(const Markdown::Inline &image) const override;
    [[nodiscard]] bool headingIds() const override { return false; }

    virtual void writeHeading(int level, const std::vector<Markdown::Inline> &words) = 0;
    /// A figure whose image lies at `source`.
    virtual void writeFigure(const Markdown::Inline &image, const QString &source) = 0;

    [[nodiscard]] const Post &post() const { return m_post; }
    [[nodiscard]] const PageWords &words() const { return m_words; }
    /// ` width="…" height="…"` of an image of the post.
    void writeSize(const Markdown::Inline &image);
    void strongParagraph(const std::vector<Markdown::Inline> &words);
    /// The box before the words of a task; empty for others.
    [[nodiscard]] static QString boxOf(const Markdown::Block &item);

private:
    const Post &m_post;
    const PageWords &m_words;
    bool m_titleToCome = m_post.saysTitleTwice;
    bool m_inLink = false; ///< HTML knows no link within a link
};

/// In the place of an image that can't go along: its description, else its caption, in brackets.
[[nodiscard]] QString wordsForImage(const Markdown::Inline &image);

} // namespace Weeknotes
