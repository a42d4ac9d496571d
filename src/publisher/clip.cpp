// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/clip.h"

#include "markdown/frontmatter.h"
#include "markdown/targets.h"
#include "publisher/blockmarkup.h"
#include "publisher/flatten.h"
#include "publisher/markdownforms.h"
#include "publisher/pagevalues.h"
#include "publisher/plainpost.h"
#include "publisher/postlinks.h"
#include "publisher/richtext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Weeknotes {

using Markdown::Block;
using Markdown::Inline;

namespace {

/// Writes a flattened post as Medium's editor writes to the clipboard itself.
class MediumText final : public ClipWriter
{
public:
    using ClipWriter::ClipWriter;

private:
    void opening() override
    {
        if (!post().kicker.isEmpty())
            head("h4"_L1, post().kicker);
        head("h3"_L1, post().title);
        if (!post().subtitle.isEmpty())
            head("h4"_L1, post().subtitle);
    }

    void head(QLatin1StringView tag, const QString &words)
    {
        open(tag, tag);
        writeText(words);
        close(tag);
    }

    void open(QLatin1StringView tag, QLatin1StringView kind, const QString &attributes = {})
    {
        freshLine();
        writeMarkup(u'<' + tag + u" class=\"graf graf--"_s + kind + u'"' + attributes + u'>');
    }
    void close(QLatin1StringView tag) { writeMarkup(u"</"_s + tag + u">\n"_s); }

    void paragraph(const Block &block) override
    {
        if (!block.tight)
            open("p"_L1, "p"_L1);
        writeInlines(block.inlines);
        if (!block.tight)
            close("p"_L1);
    }

    void tune(const Block &block) override { paragraph(block); }

    /// An address that stands alone and is no link becomes a player.
    void embed(const Block &block) override
    {
        open("p"_L1, "p"_L1);
        writeText(encodedUrl(block.text));
        close("p"_L1);
    }

    void writeHeading(int level, const std::vector<Inline> &words) override
    {
        const QLatin1StringView tag = level <= 2 ? "h3"_L1 : "h4"_L1;
        open(tag, tag);
        writeInlines(words);
        close(tag);
    }

    void quote(const Block &block) override { quotes(block, "blockquote"_L1); }
    void pullQuote(const Block &block) override { quotes(block, "pullquote"_L1); }
    void quotes(const Block &block, QLatin1StringView kind)
    {
        for (const Block &line : block.children) {
            open("blockquote"_L1, kind);
            writeInlines(line.inlines);
            close("blockquote"_L1);
        }
    }

    /// An empty line would part the block in two.
    void code(const Block &block) override
    {
        static const QRegularExpression name(u"^[\\w+#.-]{1,40}$"_s);
        const bool named = name.match(block.language).hasMatch();
        open("pre"_L1, "pre"_L1,
             u" data-code-block-mode=\""_s +
                 (named ? u"2\" data-code-block-lang=\""_s + block.language.toLower() : u"0"_s) + u'"');
        QStringList codeLines = block.text.split(u'\n');
        while (codeLines.size() > 1 && codeLines.back().isEmpty())
            codeLines.removeLast();
        for (qsizetype i = 0; i < codeLines.size(); ++i) {
            if (i > 0)
                writeMarkup(u"<br>");
            writeText(codeLines[i].isEmpty() ? u" "_s : codeLines[i]);
        }
        close("pre"_L1);
    }

    void writeFigure(const Inline &image, const QString &source) override
    {
        open("figure"_L1, "figure"_L1);
        writeMarkup(u"<img class=\"graf-image\"");
        writeAttribute(u"src", source);
        writeAttribute(u"alt", image.text.simplified());
        writeMarkup(u">");
        if (const QString caption = image.title.simplified(); !caption.isEmpty()) {
            writeMarkup(u"<figcaption class=\"imageCaption\">");
            writeText(caption);
            writeMarkup(u"</figcaption>");
        }
        close("figure"_L1);
    }
};

QString richHtml(const QString &body)
{
    return legalText(u"<meta charset=\"utf-8\">\n"_s + body);
}

/// The post with its text flattened.
Post flatPost(const Post &post)
{
    LossList losses;
    Post flat = post;
    flat.document = flattened(post, losses);
    flat.saysTitleTwice = false;
    return flat;
}

} // namespace

Clip clipOf(const Post &post, ClipTarget target)
{
    if (target == ClipTarget::WordPress) {
        const QString markup = legalText(BlockMarkup(post).write(*post.document)).trimmed() + u'\n';
        return {markup, markup};
    }
    const Post flat = flatPost(post);
    Clip clip{{}, plainPost(flat)};
    if (target == ClipTarget::Medium)
        clip.html = richHtml(MediumText(flat).write(*flat.document));
    else if (target == ClipTarget::Documents)
        clip.html = richHtml(RichText(post).write(*post.document));
    return clip;
}

Clip markdownClip(const Note &note, const Post &post, QDate today)
{
    // Of the generators, Eleventy leaves the text as it is.
    const auto file = Markdown::splitFrontMatter(markdownFile(note, post, today, MarkdownFlavour::Eleventy).text);
    if (!file)
        return {};
    QHash<QString, QString> changes;
    for (const QString &target : Markdown::targetsIn(file->body)) {
        if (const auto whole = wholeTarget(post, target); whole && *whole != target)
            changes.insert(target, *whole);
    }
    for (auto image = post.images.cbegin(); image != post.images.cend(); ++image) {
        if (const auto address = publicImage(post, image.key()))
            changes.insert(post.slug + u'/' + image->file.name, *address);
    }
    return {{}, Markdown::withTargets(changes, file->body).trimmed() + u'\n'};
}

} // namespace Weeknotes
