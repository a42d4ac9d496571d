// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publisher/clipwriter.h"

#include <QJsonObject>

namespace Weeknotes {

/// Writes the text of a post as WordPress saves its blocks: each between comments that name it, the HTML exactly as
/// the block writes it, so that the editor takes it for its own.
class BlockMarkup final : public ClipWriter
{
public:
    using ClipWriter::ClipWriter;

protected:
    void paragraph(const Markdown::Block &block) override;
    void writeHeading(int level, const std::vector<Markdown::Inline> &words) override;
    void quote(const Markdown::Block &block) override;
    void pullQuote(const Markdown::Block &block) override;
    void list(const Markdown::Block &block) override;
    void listItem(const Markdown::Block &item) override;
    void code(const Markdown::Block &block) override;
    void separator(const Markdown::Block &block) override;
    void table(const Markdown::Block &block) override;
    void writeFigure(const Markdown::Inline &image, const QString &source) override;
    void embed(const Markdown::Block &block) override;
    void tune(const Markdown::Block &block) override;
    void dateline(const Markdown::Block &block) override;
    void more(const Markdown::Block &block) override;
    void details(const Markdown::Block &block) override;
    void footnotes(const std::vector<Markdown::Footnote> &notes) override;
    void footnoteReference(const Markdown::Inline &reference) override;
    [[nodiscard]] QLatin1StringView voidEnd() const override { return QLatin1StringView("/>"); }

private:
    void open(const QString &name, const QJsonObject &attributes = {});
    void close(const QString &name);
    void openList(const Markdown::Block &block, int start);
    void closeList(const Markdown::Block &block);
    void itemParts(const std::vector<Markdown::Block> &parts, bool &hasWords, bool &hasList);
    void lines(const std::vector<Markdown::Block> &blocks, bool &first);
    void tableRow(const Markdown::Block &row, QLatin1StringView cellName);

    int m_lists = 0; ///< that are open
    std::vector<const Markdown::Block *>
        m_below; ///< parts of items that can't stand in one, to be written below the list
};

/// The address stands alone and is one of a service that WordPress shows by itself.
[[nodiscard]] bool isEmbeddedByWordPress(const QString &address);

} // namespace Weeknotes
