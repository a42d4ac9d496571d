// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/post.h"

#include "html/readhtml.h"
#include "markdown/cards.h"
#include "markdown/plaintext.h"
#include "publisher/cleanimage.h"
#include "publisher/postlinks.h"
#include "publisher/slug.h"
#include "publisher/words.h"

#include <QSet>

#include <algorithm>

namespace Weeknotes {

using namespace Qt::StringLiterals;
using Markdown::Block;
using Markdown::Inline;

namespace {

constexpr qsizetype summaryLength = 160;

/// Takes the images that the text names out of the library.
class Gatherer
{
public:
    Gatherer(const PostContext &context, Post &post) : m_context(context), m_post(post) {}

    void operator()(const Inline &piece)
    {
        if (piece.kind == Inline::Kind::Image && !Markdown::isElsewhere(piece) && !m_post.images.contains(piece.target))
            takeImage(piece.target, piece.text.simplified());
    }

private:
    void takeImage(const QString &target, const QString &alt)
    {
        // An address is not the library's business, nor is a place outside it.
        const QString path = QUrl::fromPercentEncoding(target.toUtf8());
        const bool elsewhere =
            QUrl(target).scheme().size() > 1 || path.startsWith(u'/') || path.split(u'/').contains(u".."_s);
        if (!m_context.image)
            return;
        auto data = elsewhere ? std::nullopt : m_context.image(target);
        if (!data && !elsewhere && path != target)
            data = m_context.image(path);
        const auto clean = data ? cleanImage(*data) : std::nullopt;
        if (!clean) {
            m_missing.insert(target);
            m_post.missingImages = int(m_missing.size());
            return;
        }
        const QString name = fileName(path, clean->ending);
        m_post.images.insert(target, {.file = {name, clean->data}, .size = clean->size});
        if (m_post.cardImage.isEmpty()) {
            m_post.cardImage = name;
            m_post.cardImageAlt = alt;
        }
    }

    QString fileName(const QString &path, const QString &ending)
    {
        const QString plain = asciiWords(path.section(u'/', -1).section(u'.', 0, -2)).left(80);
        const QString base = plain.isEmpty() ? u"image"_s : plain;
        QString name = base;
        for (int number = 2; m_names.contains(name); ++number)
            name = base + u'-' + QString::number(number);
        m_names.insert(name);
        return u"images/"_s + name + u'.' + ending;
    }

    const PostContext &m_context;
    Post &m_post;
    QSet<QString> m_names;
    QSet<QString> m_missing;
};

/// The words of the first paragraph, for search results and link cards.
QString beginning(const Markdown::Document &document)
{
    for (const Block &block : document.blocks()) {
        if (block.kind == Block::Kind::Paragraph) {
            if (const QString text = Markdown::plainText(block.inlines).simplified(); !text.isEmpty())
                return cutAtWord(text, summaryLength);
        }
    }
    return {};
}

QString languageOf(const NoteFields &fields, const LibrarySettings &settings)
{
    for (const QString &language : {fields.language, settings.language}) {
        if (const QString tag = languageTag(language); !tag.isEmpty())
            return tag;
    }
    const QString tag = languageTag(QLocale::system().name());
    return tag.isEmpty() ? u"en"_s : tag;
}

QString titleOf(const NoteFields &fields, const QString &language)
{
    if (const QString title = fields.title.simplified(); !title.isEmpty())
        return title;
    if (fields.covers)
        return pageDate(fields.covers->first, language) + u" – "_s + pageDate(fields.covers->last, language);
    return pageWords(language).untitled;
}

void setDates(PostHead &head, const NoteFields &fields, QDate changed)
{
    if (fields.published) {
        head.published = *fields.published;
        head.date = fields.published->date();
    } else if (fields.written) {
        head.date = *fields.written;
    } else if (fields.covers) {
        head.date = changed.isValid() ? std::min(fields.covers->last, changed) : fields.covers->last;
    }
}

void setAddresses(Post &post, const NoteFields &fields, const LibrarySettings &settings)
{
    post.address = siteAddress(settings.baseUrl, post.slug + u'/');
    if (!fields.canonical.scheme().startsWith("http"_L1))
        return;
    if (post.address.isEmpty() || fields.canonical.host() == settings.baseUrl.host())
        post.address = fields.canonical;
    else
        post.original = fields.canonical;
}

} // namespace

QString cutAtWord(const QString &text, qsizetype limit)
{
    QString words = text.simplified();
    if (words.size() <= limit)
        return words;
    qsizetype end = words.lastIndexOf(u' ', limit - 1);
    if (end < limit / 2)
        end = limit - 1 - (words.at(limit - 2).isHighSurrogate() ? 1 : 0);
    return words.left(end) + u'…';
}

QUrl siteAddress(QUrl baseUrl, const QString &path)
{
    if (!baseUrl.scheme().startsWith("http"_L1))
        return {};
    const QString base = baseUrl.path();
    baseUrl.setPath(base + (base.endsWith(u'/') ? u""_s : u"/"_s) + path);
    baseUrl.setQuery(QString());
    baseUrl.setFragment(QString());
    return baseUrl;
}

PostHead headOf(const NoteFields &fields, const LibrarySettings &settings, QDate changed)
{
    PostHead head;
    head.language = languageOf(fields, settings);
    head.kicker = fields.kicker.simplified();
    head.title = titleOf(fields, head.language);
    head.subtitle = fields.subtitle.simplified();
    head.author = (fields.author.isEmpty() ? settings.author : fields.author).simplified();
    setDates(head, fields, changed);
    return head;
}

QString bylineOf(const PostHead &head, int minutes)
{
    const QString words = pageWords(head.language).minutesToRead.arg(minutes);
    return head.date.isValid() ? words + u" · "_s + pageDate(head.date, head.language) : words;
}

bool opensWithTitle(const Markdown::Document &document, const QString &title)
{
    const auto blocks = document.blocks();
    return !blocks.empty() && blocks.front().kind == Block::Kind::Heading && blocks.front().level <= 2 &&
           Markdown::plainText(blocks.front().inlines).simplified() == title;
}

QHash<QString, QUrl> noteLinks(const Markdown::Document &document, const PostContext &context)
{
    QHash<QString, QUrl> links;
    if (!context.linked)
        return links;
    for (const QString &reference : noteReferences(document)) {
        const auto note = context.linked(reference);
        if (!note)
            continue;
        const QUrl page = context.pageOf ? context.pageOf(*note) : QUrl();
        if (!page.isEmpty())
            links.insert("week:"_L1 + reference, page);
        else if (note->fields.canonical.scheme().startsWith("http"_L1))
            links.insert("week:"_L1 + reference, note->fields.canonical);
    }
    return links;
}

Post buildPost(const Note &note, const PostContext &context)
{
    const auto whole = Markdown::Document::parse(note.text);
    Post post = buildPost(note.header, whole->forReaders(context.today, readHtml), context);
    post.hiddenPassages = whole->hiddenPassages(context.today);
    return post;
}

Post buildPost(const NoteHeader &head, const std::shared_ptr<const Markdown::Document> &readable,
               const PostContext &context)
{
    const NoteFields &fields = head.fields;
    Post post;
    static_cast<PostHead &>(post) = headOf(fields, context.settings, head.updated.date());
    post.slug = context.slugs.value(head.id);
    if (post.slug.isEmpty())
        post.slug = slugOf(head);
    post.tags = fields.tags;
    setAddresses(post, fields, context.settings);

    post.document = readable;
    const auto measure = Markdown::measure(*post.document);
    post.words = measure.count();
    post.minutes = readingMinutes(measure);
    post.saysTitleTwice = opensWithTitle(*post.document, post.title);
    post.summary = post.subtitle.isEmpty() ? beginning(*post.document) : post.subtitle;

    post.links = noteLinks(*post.document, context);
    Gatherer gatherer(context, post);
    visitInlines(*post.document, [&gatherer](const Inline &piece) { gatherer(piece); });
    return post;
}

} // namespace Weeknotes
