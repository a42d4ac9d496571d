// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/pagebody.h"

#include "highlight/codehighlighter.h"
#include "html/readhtml.h"
#include "publisher/pagestyle.h"
#include "style/typography.h"

#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace Weeknotes {

using namespace Qt::StringLiterals;
using Markdown::Block;
using Markdown::Inline;

namespace {

bool isBlank(const std::vector<Inline> &inlines)
{
    return Markdown::plainText(inlines).trimmed().isEmpty();
}

QString noteId(int number)
{
    return u"fn:"_s + QString::number(number);
}

QString referenceId(int number, int occurrence)
{
    const QString id = u"fnref:"_s + QString::number(number);
    return occurrence > 1 ? id + u':' + QString::number(occurrence) : id;
}

/// An address as an attribute holds it: a percent sign that encodes nothing is one itself, and so is a second "#".
QString hrefOf(QString target)
{
    static const QRegularExpression lonely(u"%(?![0-9A-Fa-f]{2})"_s);
    target.replace(lonely, u"%25"_s);
    if (const qsizetype fragment = target.indexOf(u'#'); fragment >= 0)
        target = target.first(fragment + 1) + target.sliced(fragment + 1).replace(u'#', "%23"_L1);
    return Markdown::HtmlWriter::encodedUrl(target);
}

QString alignmentClass(Markdown::Alignment alignment)
{
    switch (alignment) {
    case Markdown::Alignment::Left:
        return u"left"_s;
    case Markdown::Alignment::Center:
        return u"center"_s;
    case Markdown::Alignment::Right:
        return u"right"_s;
    case Markdown::Alignment::Default:
        break;
    }
    return {};
}

} // namespace

ImageSizesByName imageSizesOf(const Post &post)
{
    ImageSizesByName images;
    for (auto image = post.images.cbegin(); image != post.images.cend(); ++image)
        images.insert(image.key(), imageSizes(*image));
    return images;
}

PageBody::PageBody(const Post &post, const ImageSizesByName &images, QUrl base)
    : m_post(post)
    , m_images(images)
    , m_base(std::move(base))
    , m_words(pageWords(post.language))
    , m_titleToCome(post.saysTitleTwice)
    , m_direction(QLocale(post.language).textDirection())
{
}

/// An address or a place as an attribute holds it.
QString PageBody::placed(const QString &target) const
{
    return m_base.isEmpty() ? hrefOf(target) : QString::fromLatin1(m_base.resolved(QUrl(hrefOf(target))).toEncoded());
}

/// The h1 is the page's title, and no level may be left out below it, whichever ones the text uses.
int PageBody::headingTag(int level)
{
    while (!m_openHeadings.empty() && m_openHeadings.back() >= level)
        m_openHeadings.pop_back();
    m_openHeadings.push_back(level);
    return std::min(6, int(m_openHeadings.size()) + 1);
}

bool PageBody::holdsOwnImage(const std::vector<Inline> &inlines) const
{
    return std::ranges::any_of(inlines, [this](const Inline &piece) {
        return (piece.kind == Inline::Kind::Image && m_images.contains(piece.target)) || holdsOwnImage(piece.children);
    });
}

void PageBody::heading(const Block &block)
{
    if (std::exchange(m_titleToCome, false) || (isBlank(block.inlines) && !holdsOwnImage(block.inlines)))
        return;
    const QString tag = u"h"_s + QString::number(headingTag(block.level));
    freshLine();
    writeMarkup(u"<"_s + tag);
    writeAttribute(u"class", block.level <= 2 ? u"large" : u"small");
    if (!block.anchor.isEmpty())
        writeAttribute(u"id", block.anchor);
    wordAttributes(block.inlines);
    writeMarkup(u">");
    writeInlines(block.inlines);
    writeMarkup(u"</"_s + tag + u">\n"_s);
}

void PageBody::wordAttributes(const std::vector<Inline> &words)
{
    if (const auto direction = Markdown::directionOf(words); direction && *direction != m_direction)
        writeDirection(*direction);
}

void PageBody::writeDirection(Qt::LayoutDirection direction)
{
    writeAttribute(u"dir", direction == Qt::RightToLeft ? u"rtl" : u"ltr");
}

void PageBody::dateline(const Block &block)
{
    const QString tag = u"h"_s + QString::number(headingTag(1));
    freshLine();
    writeMarkup(u"<"_s + tag + u" class=\"dateline\">"_s);
    writeInlines(block.inlines);
    writeMarkup(u"</"_s + tag + u">\n"_s);
}

void PageBody::code(const Block &block)
{
    freshLine();
    writeMarkup(u"<pre dir=\"ltr\" tabindex=\"0\" role=\"group\"");
    writeAttribute(u"aria-label", block.language.isEmpty() ? m_words.code : m_words.code + u", "_s + block.language);
    writeMarkup(u"><code>");
    writeCode(block.text, block.language);
    writeMarkup(u"</code></pre>\n");
}

void PageBody::writeCode(const QString &code, const QString &language)
{
    const QStringView text(code);
    qsizetype written = 0;
    for (const CodeRun &run : highlightCode(code, language)) {
        writeText(text.sliced(written, run.start - written));
        writeMarkup(u"<span");
        writeAttribute(u"class", tokenClass(run.role));
        writeMarkup(u">");
        writeText(text.sliced(run.start, run.length));
        writeMarkup(u"</span>");
        written = run.start + run.length;
    }
    writeText(text.sliced(written));
}

void PageBody::table(const Block &block)
{
    freshLine();
    writeMarkup(u"<div class=\"table\" tabindex=\"0\" role=\"group\"");
    writeAttribute(u"aria-label", m_words.table.arg(++m_tables));
    // Even where it is the page's: a quote around it may have another. It scrolls by it, too.
    const auto around = m_direction;
    if (const auto direction = Markdown::directionOf(block.children)) {
        writeDirection(*direction);
        m_direction = *direction;
    }
    writeMarkup(u"><table>\n");
    bool inBody = false;
    for (const Block &row : block.children) {
        if (row.headerRow)
            writeMarkup(u"<thead>\n");
        else if (!std::exchange(inBody, true))
            writeMarkup(u"<tbody>\n");
        tableRow(row);
        if (row.headerRow)
            writeMarkup(u"</thead>\n");
    }
    if (inBody)
        writeMarkup(u"</tbody>\n");
    writeMarkup(u"</table></div>\n");
    m_direction = around;
}

void PageBody::tableRow(const Block &row)
{
    writeMarkup(u"<tr>");
    for (const Block &cell : row.children) {
        const bool head = row.headerRow && !isBlank(cell.inlines);
        writeMarkup(head ? u"<th scope=\"col\"" : u"<td");
        if (const QString side = alignmentClass(cell.alignment); !side.isEmpty())
            writeAttribute(u"class", side);
        wordAttributes(cell.inlines);
        writeMarkup(u">");
        writeInlines(cell.inlines);
        writeMarkup(head ? u"</th>" : u"</td>");
    }
    writeMarkup(u"</tr>\n");
}

void PageBody::figure(const Block &block)
{
    if (block.inlines.empty())
        return;
    const Inline &image = block.inlines.front();
    const QString caption = captionOf(block);
    const auto elsewhere = pictureElsewhere(image);
    freshLine();
    writeMarkup(u"<figure>");
    if (elsewhere)
        writeCard(*elsewhere);
    else if (m_images.contains(image.target))
        writePicture(image);
    else
        writeLost(image);
    if (!caption.isEmpty()) {
        writeMarkup(u"<figcaption>");
        writeText(caption);
        writeMarkup(u"</figcaption>");
    }
    writeMarkup(u"</figure>\n");
}

void PageBody::image(const Inline &image)
{
    writePicture(image);
}

void PageBody::writeOwnPicture(const ImageSizes &image, const QString &words)
{
    writeMarkup(u"<img");
    writeAttribute(u"src", placed(image.widest().name));
    if (image.sizes.size() > 1 && m_base.isEmpty()) {
        QStringList choices;
        for (const ImageSizes::Size &size : image.sizes)
            choices << hrefOf(size.file.name) + u' ' + QString::number(size.width) + u'w';
        writeAttribute(u"srcset", choices.join(u", "));
        writeAttribute(u"sizes", u"(min-width: %1px) %2px, 100vw"_s.arg(PageEdges::wideEdge).arg(desktopPage().column));
    }
    writeAttribute(u"alt", words);
    if (!image.shown.isEmpty()) {
        writeAttribute(u"width", QString::number(image.shown.width()));
        writeAttribute(u"height", QString::number(image.shown.height()));
    }
    // The first may be in view at once.
    writeMarkup(m_pictures++ == 0 ? u" decoding=\"async\">" : u" decoding=\"async\" loading=\"lazy\">");
}

void PageBody::writePicture(const Inline &image)
{
    const auto own = m_images.constFind(image.target);
    if (own != m_images.cend())
        return writeOwnPicture(*own, image.text.simplified());
    const auto elsewhere = pictureElsewhere(image);
    if (!elsewhere || m_inLink) {
        writeText(image.text.simplified());
        return;
    }
    writeMarkup(u"<a");
    writeAttribute(u"href", placed(elsewhere->target));
    writeMarkup(u">");
    writeText(*pictureWords(image, m_words.cards));
    writeMarkup(u"</a>");
}

/// Its description, in a box of its own, so that it is not read as a sentence of the note.
void PageBody::writeLost(const Inline &image)
{
    const QString words = image.text.simplified();
    writeMarkup(u"<div class=\"lost\"");
    if (!words.isEmpty())
        wordAttributes({image});
    writeMarkup(u">");
    writeText(words.isEmpty() ? m_words.lostImage : words);
    writeMarkup(u"</div>");
}

/// One on another server stays there: a link tells the reader, and nobody hears of them before they follow it.
std::optional<Markdown::Card> PageBody::pictureElsewhere(const Inline &image) const
{
    return m_images.contains(image.target) ? std::nullopt : pictureCard(image, m_words.cards);
}

void PageBody::writeCard(const Markdown::Card &card)
{
    writeMarkup(u"<a class=\"card\"");
    writeAttribute(u"href", placed(card.target));
    writeMarkup(u">");
    if (!card.words.isEmpty()) {
        writeMarkup(u"<b>");
        writeText(card.words);
        writeMarkup(u"</b>");
    }
    writeMarkup(u"<span>");
    writeText(card.place);
    writeMarkup(u"</span></a>");
}

void PageBody::embed(const Block &block)
{
    const auto card = embedCard(block, m_words.cards);
    if (!card) {
        paragraph(block);
        return;
    }
    freshLine();
    writeCard(*card);
    writeMarkup(u"\n");
}

void PageBody::link(const Inline &link)
{
    const auto target = linkTarget(link);
    if (!target || m_inLink) {
        writeInlines(link.children);
        return;
    }
    writeMarkup(u"<a");
    writeAttribute(u"href", placed(*target));
    if (!link.title.isEmpty())
        writeAttribute(u"title", link.title);
    const bool nameless = isBlank(link.children);
    const bool pictured = holdsOwnImage(link.children);
    if (nameless && pictured)
        writeAttribute(u"aria-label", Markdown::hostOf(*target));
    writeMarkup(u">");
    m_inLink = true;
    writeInlines(link.children);
    m_inLink = false;
    if (nameless && !pictured)
        writeText(Markdown::hostOf(*target));
    writeMarkup(u"</a>");
}

std::optional<QString> PageBody::linkTarget(const Inline &link) const
{
    if (link.target.startsWith("week:"_L1)) {
        const QUrl address = m_post.links.value(link.target);
        return address.isEmpty() ? std::nullopt : std::optional(QString::fromLatin1(address.toEncoded()));
    }
    return Markdown::pageTarget(link.target);
}

void PageBody::footnoteReference(const Inline &reference)
{
    const QString number = QString::number(reference.number);
    writeMarkup(u"<sup");
    writeAttribute(u"id", referenceId(reference.number, reference.occurrence));
    writeMarkup(u">");
    if (m_inLink) {
        writeText(number);
    } else {
        writeMarkup(u"<a role=\"doc-noteref\"");
        writeAttribute(u"href", placed(u'#' + noteId(reference.number)));
        writeAttribute(u"aria-label", m_words.note.arg(number));
        writeMarkup(u">");
        writeText(number);
        writeMarkup(u"</a>");
    }
    writeMarkup(u"</sup>");
}

void PageBody::footnotes(const std::vector<Markdown::Footnote> &notes)
{
    m_openHeadings.clear();
    freshLine();
    writeMarkup(u"<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"fn:\">\n"
                "<h2 class=\"small\" id=\"fn:\">");
    writeText(m_words.notes);
    writeMarkup(u"</h2>\n<ol>\n");
    for (const Markdown::Footnote &note : notes) {
        writeMarkup(u"<li");
        writeAttribute(u"id", noteId(note.number));
        writeMarkup(u">");
        m_openHeadings = {1};
        noteWithBackLinks(note);
        writeMarkup(u"</li>\n");
    }
    writeMarkup(u"</ol>\n</section>\n");
}

/// The links back stand at the end of the last line where that is running text.
void PageBody::noteWithBackLinks(const Markdown::Footnote &note)
{
    std::vector<Block> blocks = note.blocks;
    std::vector<Inline> last;
    if (!blocks.empty() && blocks.back().kind == Block::Kind::Paragraph) {
        last = std::move(blocks.back().inlines);
        blocks.pop_back();
    }
    writeBlocks(blocks);
    writeMarkup(u"<p>");
    writeInlines(last);
    for (int occurrence = 1; occurrence <= note.references; ++occurrence) {
        writeMarkup(u" <a class=\"back\" role=\"doc-backlink\"");
        writeAttribute(u"href", placed(u'#' + referenceId(note.number, occurrence)));
        writeAttribute(u"aria-label", m_words.backToText.arg(note.number));
        writeMarkup(u">↩\uFE0E</a>");
    }
    writeMarkup(u"</p>");
}

QString settingsBody(const QString &markdown, const LibrarySettings &settings)
{
    Post post;
    post.language = headOf({}, settings).language;
    post.document = Markdown::Document::parse(markdown)->forReaders({}, readHtml);
    return PageBody(post, {}).write(*post.document);
}

} // namespace Weeknotes
