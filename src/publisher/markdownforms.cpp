// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/markdownforms.h"

#include "core/isotext.h"
#include "markdown/document.h"
#include "markdown/readertext.h"
#include "markdown/targets.h"
#include "publisher/frontmatterwriter.h"
#include "publisher/notefile.h"
#include "publisher/post.h"
#include "publisher/slug.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

QString encoded(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded);
}

/// The moment as a generator reads it; the day where that is all there is.
QString dateOf(const QDateTime &moment, MarkdownFlavour flavour)
{
    if (const QString day = isoDayOrMoment(moment); !day.contains(u'T'))
        return day;
    if (flavour == MarkdownFlavour::Jekyll)
        return moment.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s).remove(".000"_L1) + u" +0000"_s;
    return isoMoment(moment, moment.time().msec() > 0 ? Qt::ISODateWithMs : Qt::ISODate);
}

/// `[words](week:…)` that leads nowhere is words.
QString withoutLostLinks(const QStringList &targets, QString markdown)
{
    std::vector<Markdown::Inline> links;
    visitInlines(*Markdown::Document::parse(markdown), [&](const Markdown::Inline &piece) {
        if (piece.kind == Markdown::Inline::Kind::Link && targets.contains(piece.target))
            links.push_back(piece);
    });
    std::ranges::sort(links, std::ranges::greater(), [](const auto &link) { return link.source.begin; });
    for (const Markdown::Inline &link : links) {
        const QString end = u"]("_s + link.target + u')';
        const auto [begin, wordsEnd] = link.source;
        if (begin > 0 && markdown[begin - 1] == u'[' && QStringView(markdown).sliced(wordsEnd).startsWith(end))
            markdown.remove(wordsEnd, end.size()).remove(begin - 1, 1);
    }
    return markdown;
}

/// Hugo runs "{{< … >}}" and "{{% … %}}", in code too; within the marks of a comment it shows them. What only begins
/// like one breaks its build.
QString withoutShortcodes(const QString &markdown)
{
    static const QRegularExpression opening(u"\\{\\{([<%])"_s);
    QString text;
    qsizetype at = 0;
    for (const auto &match : opening.globalMatch(markdown)) {
        if (match.capturedStart() < at)
            continue;
        const QString closing = match.captured(1) == u"<" ? u">}}"_s : u"%}}"_s;
        const qsizetype begin = match.capturedEnd();
        const qsizetype end = markdown.indexOf(closing, begin);
        const QString inner = markdown.sliced(begin, std::max(end, begin) - begin);
        text += QStringView(markdown).sliced(at, match.capturedStart() - at);
        const bool isWhole = end >= 0 && !inner.contains("{{"_L1);
        text += isWhole ? match.captured() + "/*"_L1 + inner + "*/"_L1 + closing : "{\\{"_L1 + match.captured(1);
        at = isWhole ? end + closing.size() : begin;
    }
    text += QStringView(markdown).sliced(at);
    return text;
}

class FileMaker
{
public:
    FileMaker(const Note &note, const Post &post, QDate today, MarkdownFlavour flavour,
              const MarkdownNeighbours &neighbours)
        : m_note(note), m_post(post), m_today(today), m_flavour(flavour), m_neighbours(neighbours)
    {
    }

    MarkdownFile make()
    {
        MarkdownFile file{.name = name(), .text = text(), .images = {}};
        const QString text = m_flavour == MarkdownFlavour::Plain ? plainFile(file.text) : head() + u'\n' + file.text;
        file.text = text.endsWith(u'\n') ? text : text + u'\n';
        for (const PostImage &image : m_post.images)
            file.images.push_back({imageFolder() + image.file.name, image.file.data});
        std::ranges::sort(file.images, {}, &ImageFile::name);
        return file;
    }

private:
    [[nodiscard]] QString name() const
    {
        switch (m_flavour) {
        case MarkdownFlavour::Hugo:
            return u"content/posts/"_s + m_post.slug + u"/index.md"_s;
        case MarkdownFlavour::Jekyll: // a post without a day is none, but may be a draft
            return (m_post.date.isValid() ? u"_posts/"_s + isoDay(m_post.date) + u'-' : u"_drafts/"_s) + m_post.slug +
                   u".md"_s;
        case MarkdownFlavour::Plain:
        case MarkdownFlavour::Eleventy:
            break;
        }
        return m_post.slug + u".md"_s;
    }

    [[nodiscard]] QString imageFolder() const
    {
        return m_flavour == MarkdownFlavour::Hugo     ? u"content/posts/"_s + m_post.slug + u'/'
               : m_flavour == MarkdownFlavour::Jekyll ? u"assets/"_s + m_post.slug + u'/'
                                                      : m_post.slug + u'/';
    }

    /// The way from the file, or the page made of it, to its images.
    [[nodiscard]] QString wayToImages() const
    {
        return m_flavour == MarkdownFlavour::Hugo     ? QString()
               : m_flavour == MarkdownFlavour::Jekyll ? u"/assets/"_s + m_post.slug + u'/'
                                                      : m_post.slug + u'/';
    }

    [[nodiscard]] QString plainFile(const QString &markdown) const
    {
        Note readable = m_note;
        readable.text = markdown;
        return noteFile(readable);
    }

    [[nodiscard]] QString text() const
    {
        QHash<QString, QString> changes;
        for (auto it = m_post.images.cbegin(); it != m_post.images.cend(); ++it)
            changes.insert(it.key(), wayToImages() + it->file.name);
        QStringList lost;
        const QString readable = Markdown::textForReaders(m_note.text, m_today);
        for (const QString &target : Markdown::targetsIn(readable)) {
            if (!target.startsWith("week:"_L1) || m_flavour == MarkdownFlavour::Plain)
                continue;
            if (const QString address = addressOf(target); !address.isEmpty())
                changes.insert(target, address);
            else
                lost << target;
        }
        QString markdown = withoutLostLinks(lost, Markdown::withTargets(changes, readable));
        if (m_flavour == MarkdownFlavour::Hugo)
            markdown = withoutShortcodes(markdown);
        return m_flavour != MarkdownFlavour::Plain && m_post.saysTitleTwice ? withoutFirstHeading(markdown) : markdown;
    }

    /// A generator's page has the title above the text.
    [[nodiscard]] static QString withoutFirstHeading(const QString &markdown)
    {
        static const QRegularExpression heading(
            u"\\A\\s*(?:#{1,2}[ \\t][^\\n]*|[^\\n]+\\n {0,3}[=-]+[ \\t]*)(?:\\n\\s*|\\z)"_s);
        return QString(markdown).remove(heading);
    }

    [[nodiscard]] QString addressOf(const QString &target) const
    {
        const QString slug = m_neighbours.value(target);
        if (!slug.isEmpty() && m_flavour == MarkdownFlavour::Hugo)
            return pageBeside(slug);
        if (!slug.isEmpty() && m_flavour == MarkdownFlavour::Eleventy)
            return u'/' + slug + u'/';
        return encoded(m_post.links.value(target));
    }

    [[nodiscard]] QString head() const
    {
        const NoteFields &fields = m_note.header.fields;
        const bool goesOut = fields.status != NoteStatus::Draft; // as onto a site
        FrontMatterWriter writer;
        if (m_flavour == MarkdownFlavour::Jekyll)
            writer.text("layout"_L1, u"post"_s);
        writer.text("title"_L1, fields.title.isEmpty() ? m_post.title : fields.title);
        writer.text("description"_L1, fields.subtitle);
        writeDates(writer);
        if (m_flavour == MarkdownFlavour::Jekyll)
            writer.plain("published"_L1, goesOut ? u"true"_s : u"false"_s);
        else
            writer.plain("draft"_L1, goesOut ? u"false"_s : u"true"_s);
        if (m_flavour == MarkdownFlavour::Hugo)
            writer.text("slug"_L1, m_post.slug);
        else if (!m_post.address.isEmpty() && m_post.original.isEmpty())
            writer.text("permalink"_L1, m_post.address.path(QUrl::FullyEncoded));
        else if (m_flavour == MarkdownFlavour::Eleventy)
            writer.text("permalink"_L1, u'/' + m_post.slug + u'/');
        writer.texts("tags"_L1, fields.tags);
        // No templates in the text: Hugo has none, the others leave it alone.
        if (m_flavour == MarkdownFlavour::Jekyll)
            writer.plain("render_with_liquid"_L1, u"false"_s);
        else if (m_flavour == MarkdownFlavour::Eleventy)
            writer.text("templateEngineOverride"_L1, u"md"_s);
        if (m_flavour == MarkdownFlavour::Hugo)
            writer.begin("params"_L1);
        writeOwn(writer);
        return writer.block();
    }

    void writeDates(FrontMatterWriter &writer) const
    {
        const auto &published = m_note.header.fields.published;
        if (published)
            writer.plain("date"_L1, dateOf(*published, m_flavour));
        else if (m_post.date.isValid())
            writer.plain("date"_L1, isoDay(m_post.date));
        const QDateTime updated = m_note.header.updated.toUTC();
        if (m_flavour == MarkdownFlavour::Hugo && updated.isValid())
            writer.plain("lastmod"_L1, dateOf(updated, m_flavour));
    }

    /// What the generator does not know of, but themes may, and our importer does.
    void writeOwn(FrontMatterWriter &writer) const
    {
        const NoteFields &fields = m_note.header.fields;
        writer.text("subtitle"_L1, fields.subtitle);
        writeWeekFields(writer, fields);
        if (!fields.published)
            writer.plain("published_at"_L1, u"null"_s); // whatever "date" says
        writer.text("author"_L1, fields.author);
        writer.text("lang"_L1, fields.language);
        writer.text(m_flavour == MarkdownFlavour::Jekyll ? "canonical_url"_L1 : "canonical"_L1,
                    encoded(fields.canonical));
    }

    const Note &m_note;
    const Post &m_post;
    const QDate m_today;
    const MarkdownFlavour m_flavour;
    const MarkdownNeighbours &m_neighbours;
};

} // namespace

MarkdownFile markdownFile(const Note &note, const Post &post, QDate today, MarkdownFlavour flavour,
                          const MarkdownNeighbours &neighbours)
{
    return FileMaker(note, post, today, flavour, neighbours).make();
}

} // namespace Weeknotes
