// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/losses.h"

#include "publisher/blockmarkup.h"
#include "publisher/clip.h"
#include "publisher/flatten.h"
#include "publisher/postlinks.h"

#include <algorithm>

namespace Weeknotes {

namespace {

using Markdown::Block;
using Markdown::Inline;

constexpr qsizetype mostMediumTags = 5;
constexpr qsizetype longestMediumTag = 25;

/// Walks a text for a form that keeps its structure.
class LossFinder
{
public:
    LossFinder(const Post &post, PostForm form, LossList &losses) : m_post(post), m_form(form), m_losses(losses) {}

    void lookForLinks()
    {
        Markdown::visitInlines(*m_post.document, [this](const Inline &piece) {
            if (piece.kind == Inline::Kind::Link)
                link(piece);
        });
    }

    void look()
    {
        for (const Block &block : m_post.document->blocks())
            look(block, false);
        for (const Markdown::Footnote &note : m_post.document->footnotes()) {
            if (m_form == PostForm::DocumentsClip)
                m_losses.add(Kind::Footnote, Fate::NotesAtEnd, note.source);
            look(note.blocks, false);
        }
    }

private:
    using Kind = Loss::Kind;
    using Fate = Loss::Fate;

    [[nodiscard]] bool isClip() const { return m_form == PostForm::WordPressClip || m_form == PostForm::DocumentsClip; }

    void look(const std::vector<Block> &blocks, bool inItem)
    {
        for (const Block &block : blocks)
            look(block, inItem);
    }

    void look(const Block &block, bool inItem)
    {
        switch (block.kind) {
        case Block::Kind::ListItem:
            if (isClip() && block.checked)
                m_losses.add(Kind::TaskList, Fate::Boxes, block.source);
            inItem = true;
            break;
        case Block::Kind::Code:
            if (isClip() && !block.language.isEmpty())
                m_losses.add(Kind::Code, Fate::OneColour, block.source);
            break;
        case Block::Kind::PullQuote:
            if (m_form == PostForm::DocumentsClip)
                m_losses.add(Kind::PullQuote, Fate::PlainQuote, block.source);
            break;
        case Block::Kind::Embed:
            if (m_form != PostForm::WordPressClip || !isEmbeddedByWordPress(block.text))
                m_losses.add(Kind::Embed, Fate::LinkOnly, block.source);
            return;
        case Block::Kind::Details:
            if (m_form == PostForm::DocumentsClip)
                m_losses.add(Kind::Details, Fate::Lines, block.source);
            break;
        case Block::Kind::RawHtml:
            if (isClip())
                m_losses.add(Kind::RawHtml, Fate::WordsOnly, block.source);
            return;
        default:
            break;
        }
        using enum Block::Kind;
        const bool isPart = block.kind == Code || block.kind == Quote || block.kind == PullQuote ||
                            block.kind == Table || block.kind == Figure;
        if (m_form == PostForm::WordPressClip && inItem && isPart) {
            m_losses.add(Kind::PartsInList, Fate::BelowItem, block.source);
            inItem = false;
        }
        look(block.inlines);
        look(block.children, inItem);
    }

    void look(const std::vector<Inline> &inlines)
    {
        for (const Inline &piece : inlines) {
            if (piece.kind == Inline::Kind::Link)
                link(piece);
            else if (piece.kind == Inline::Kind::Image)
                image(piece);
            else if (piece.kind == Inline::Kind::RawHtml && isClip())
                m_losses.add(Kind::RawHtml, Fate::WordsOnly, piece.source);
            look(piece.children);
        }
    }

    void link(const Inline &link)
    {
        const bool isWeek = link.target.startsWith(QLatin1StringView("week:"));
        const bool leads = isWeek ? m_post.links.contains(link.target) : wholeTarget(m_post, link.target).has_value();
        if ((isWeek || isClip()) && !leads)
            m_losses.add(isWeek ? Kind::WeekLinkWithoutAddress : Kind::InternalLink, Fate::WordsOnly, link.source);
    }

    void image(const Inline &image)
    {
        const auto own = m_post.images.constFind(image.target);
        const bool isOwn = own != m_post.images.cend();
        if (!isOwn && !publicImage(m_post, image.target)) {
            m_losses.add(Kind::ImageMissing, Fate::Description, image.source);
        } else if (!isOwn) {
            if (!isClip())
                m_losses.add(Kind::ImageElsewhere, Fate::LinkOnly, image.source);
        } else if (m_form == PostForm::WordPressClip) {
            if (!publicImage(m_post, image.target))
                m_losses.add(Kind::ImageWithoutAddress, Fate::Description, image.source);
        } else if (m_form == PostForm::DocumentsClip) {
            if (m_bytes + own->file.data.size() > mostClipImages)
                m_losses.add(Kind::ImageTooLarge, Fate::Description, image.source);
            else
                m_bytes += own->file.data.size();
        }
    }

    const Post &m_post;
    PostForm m_form;
    LossList &m_losses;
    qsizetype m_bytes = 0; ///< of the images so far
};

/// Of a flattened text, the images that have no place in the form.
void lookForImages(const Post &post, const Markdown::Document &flat, PostForm form, LossList &losses)
{
    Markdown::visitInlines(flat, [&](const Inline &piece) {
        if (piece.kind != Inline::Kind::Image)
            return;
        if (form == PostForm::PlainTextClip)
            losses.add(Loss::Kind::Image, Loss::Fate::Description, piece.source);
        else if (form == PostForm::MediumClip && !publicImage(post, piece.target))
            losses.add(Loss::Kind::ImageWithoutAddress, Loss::Fate::Description, piece.source);
    });
}

void lookAtTags(const Post &post, PostForm form, LossList &losses)
{
    const auto add = [&losses](Loss::Kind kind, qsizetype count) {
        if (count > 0)
            losses.add(kind, Loss::Fate::LeftOut, {}, int(count));
    };
    if (form == PostForm::MediumClip || form == PostForm::WordPressClip)
        add(Loss::Kind::Tag, post.tags.size());
    if (form == PostForm::MediumClip) {
        add(Loss::Kind::TooManyTags, post.tags.size() - mostMediumTags);
        add(Loss::Kind::LongTag,
            std::ranges::count_if(post.tags, [](const QString &tag) { return tag.size() > longestMediumTag; }));
    }
}

} // namespace

void LossList::add(Loss::Kind kind, Loss::Fate fate, Markdown::SourceRange where, int count)
{
    const auto known = std::ranges::find(m_losses, kind, &Loss::kind);
    if (known == m_losses.end())
        m_losses.push_back({kind, fate, count, where});
    else
        known->count += count;
}

std::vector<Loss> lossesOf(const Post &post, PostForm form)
{
    LossList losses;
    switch (form) {
    case PostForm::MediumArchive:
    case PostForm::MediumClip:
    case PostForm::PlainTextClip:
        lookForImages(post, *flattened(post, losses), form, losses);
        break;
    case PostForm::Page:
    case PostForm::Site:
    case PostForm::WordPressClip:
    case PostForm::DocumentsClip:
    case PostForm::Pdf:
        LossFinder(post, form, losses).look();
        break;
    case PostForm::Generator:
        LossFinder(post, form, losses).lookForLinks();
        break;
    case PostForm::Markdown:
        break; // it is what the note is written in
    }
    lookAtTags(post, form, losses);
    return losses.take();
}

} // namespace Weeknotes
