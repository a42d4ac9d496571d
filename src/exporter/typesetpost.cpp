// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter/typesetpost.h"

#include "html/readhtml.h"
#include "markdown/cards.h"
#include "publisher/words.h"

namespace Weeknotes {

using namespace Qt::StringLiterals;

TitleBlock titleBlockOf(const PostHead &head, int minutes, bool saysTitleTwice, const PageSettings &look)
{
    const PageWords &words = pageWords(head.language);
    return {.kicker = head.kicker,
            .title = head.title,
            .subtitle = head.subtitle,
            .author = head.author,
            .meta = bylineOf(head, minutes),
            .cards = words.cards,
            .notes = words.notes,
            .colour = QColor(look.colour),
            .dropCap = look.dropCap,
            .replacesFirst = saysTitleTwice};
}

PageReferences pageReferencesOf(const Post &post)
{
    PageReferences references{
        .noteTargets = post.links, .lostImages = {}, .lostWords = pageWords(post.language).lostImage};
    Markdown::visitInlines(*post.document, [&](const Markdown::Inline &piece) {
        if (piece.kind == Markdown::Inline::Kind::Image && !isElsewhere(piece) && !post.images.contains(piece.target))
            references.lostImages.insert(piece.target);
    });
    return references;
}

PageFoot pageFootOf(const Post &post, const LibrarySettings &settings)
{
    const PageWords &words = pageWords(post.language);
    const auto neighbour = [](const QString &label, const std::optional<PostLink> &note) {
        return note ? PageFoot::Neighbour{label, note->title} : PageFoot::Neighbour();
    };
    PageFoot foot{.tags = post.tags,
                  .tagsLabel = words.tags,
                  .previous = neighbour(words.previous, post.previous),
                  .next = neighbour(words.next, post.next)};
    if (!post.original.isEmpty()) {
        foot.originalTarget = QString::fromLatin1(post.original.toEncoded());
        foot.original = words.firstPublishedAt.arg(Markdown::hostOf(post.original.toString()));
    }
    if (const QString &footer = settings.page.footer; !footer.isEmpty())
        foot.footer = Markdown::Document::parse(footer)->forReaders({}, readHtml);
    return foot;
}

} // namespace Weeknotes
