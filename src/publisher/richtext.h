// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publisher/clipwriter.h"

namespace Weeknotes {

/// Writes a post as rich text for word processors and mail: plain elements, with the few styles that a table's lines,
/// code and quotes need there. Images are in it, as many as mostClipImages lets in.
class RichText final : public ClipWriter
{
public:
    using ClipWriter::ClipWriter;

protected:
    void opening() override;
    void writeHeading(int level, const std::vector<Markdown::Inline> &words) override;
    void paragraph(const Markdown::Block &block) override;
    void quote(const Markdown::Block &block) override;
    void pullQuote(const Markdown::Block &block) override;
    void listItem(const Markdown::Block &item) override;
    void code(const Markdown::Block &block) override;
    void table(const Markdown::Block &block) override;
    void writeFigure(const Markdown::Inline &image, const QString &source) override;
    void embed(const Markdown::Block &block) override;
    void tune(const Markdown::Block &block) override;
    void dateline(const Markdown::Block &block) override;
    void footnotes(const std::vector<Markdown::Footnote> &notes) override;
    void footnoteReference(const Markdown::Inline &reference) override;
    void image(const Markdown::Inline &image) override;
    void markAttributes(QLatin1StringView name) override;
    [[nodiscard]] std::optional<QString> imageSource(const Markdown::Inline &image) const override;

private:
    void tableRow(const Markdown::Block &row);
    void writePicture(const Markdown::Inline &image, const QString &source);

    QString m_box; ///< to stand before the words that come next
    qsizetype m_bytes = 0;
};

} // namespace Weeknotes
