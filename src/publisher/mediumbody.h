// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/htmlwriter.h"
#include "publisher/post.h"

#include <functional>

namespace Weeknotes {

/// Writes a flattened post (see publisher/flatten.h) as the body of a post in Medium's account export: sections of
/// "grafs". Nothing it writes runs. One post, one call of writeSections().
class MediumBody final : public Markdown::HtmlWriter
{
public:
    /// `imageAddress` says where an image of the post lies for readers of the file. `post` must outlive it.
    MediumBody(const Post &post, std::function<QString(const QString &target)> imageAddress);

    [[nodiscard]] QString writeSections(const Markdown::Document &flat);

protected:
    void opening() override;
    void closing() override;
    void paragraph(const Markdown::Block &block) override;
    void heading(const Markdown::Block &block) override;
    void quote(const Markdown::Block &block) override;
    void pullQuote(const Markdown::Block &block) override;
    void list(const Markdown::Block &block) override;
    void code(const Markdown::Block &block) override;
    void separator(const Markdown::Block &block) override;
    void figure(const Markdown::Block &block) override;
    void embed(const Markdown::Block &block) override;
    void tune(const Markdown::Block &block) override;
    void link(const Markdown::Inline &link) override;
    void markAttributes(QLatin1StringView name) override;

private:
    void openSection();
    void closeSection();
    /// Begins the graf of that kind: its tag and what all grafs have, up to the >. `marks` are classes of its own.
    void openGraf(QLatin1StringView tag, QLatin1StringView kind, const QString &marks = {},
                  const QString &attributes = {});
    void closeGraf(QLatin1StringView tag);
    void quoteGrafs(const Markdown::Block &block, QLatin1StringView kind);
    void player(const QString &address, const QString &title);
    void writeCaption(const QString &caption);
    void card(const Markdown::Block &block);
    [[nodiscard]] QString newName();

    const Post &m_post;
    std::function<QString(const QString &)> m_imageAddress;
    std::vector<int> m_toCome; ///< how many grafs each section has, the last one first
    int m_left = 0;            ///< of this section's grafs
    bool m_first = true;       ///< no graf of this section is written
    quint32 m_names = 0;
    QLatin1StringView m_kind; ///< of the graf being written, or the last one
};

/// The player of a video or a piece of music, where its address tells it without loss; empty for others.
[[nodiscard]] QString playerOf(const QString &address);

} // namespace Weeknotes
