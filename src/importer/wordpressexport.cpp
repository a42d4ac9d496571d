// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/wordpressexport.h"

#include "html/htmltree.h"
#include "importer/decoding.h"
#include "importer/mendedxml.h"
#include "importer/noteimages.h"
#include "importer/textnotes.h"

#include <QCryptographicHash>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

struct Item
{
    QHash<QString, QString> fields; ///< by the element's name
    QHash<QString, QString> meta;   ///< by key
    QStringList terms;              ///< the names of its categories and tags
    QStringList bareTerms;          ///< those of which nothing says what they are
    int comments = 0;

    [[nodiscard]] QString field(const QString &name) const { return fields.value(name); }
};

/// Goes through an export: RSS with elements of WordPress, whose names are the same in all its versions.
class ExportWalk
{
public:
    enum class Texts
    {
        Read,
        PassedBy ///< "content:encoded" is empty
    };
    explicit ExportWalk(QIODevice &file, Texts texts = Texts::Read)
        : m_mended(file, texts == Texts::Read ? QStringList{u"wp:comment"_s}
                                              : QStringList{u"wp:comment"_s, u"content:encoded"_s})
        , m_xml(&m_mended)
    {
        m_xml.setNamespaceProcessing(false); // some who write such files leave out what the prefixes mean
    }

    /// Calls `use` with each item that is whole, until `goesOn` is false. False where the XML breaks.
    template <typename Use> bool eachItem(const std::function<bool()> &goesOn, Use use)
    {
        while (!m_xml.atEnd() && goesOn()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD) // it has none; one that comes nevertheless wants something
                return false;
            if (token != QXmlStreamReader::StartElement)
                continue;
            const QString name = m_xml.qualifiedName().toString();
            if (name == u"item") {
                if (const Item read = item(); !m_xml.hasError())
                    use(read);
            } else if (name == u"wp:author") {
                author();
            } else if (name == u"wp:base_blog_url" || (name == u"link" && m_site.isEmpty())) {
                m_site = text();
            } else if (name != u"rss" && name != u"channel") {
                m_xml.skipCurrentElement();
            }
        }
        return !m_xml.hasError();
    }

    [[nodiscard]] qsizetype damaged() const { return m_mended.damaged(); }
    [[nodiscard]] const QString &site() const { return m_site; }
    [[nodiscard]] qint64 line() const { return m_xml.lineNumber(); }
    [[nodiscard]] QString authorName(const QString &login) const { return m_authors.value(login, login); }

private:
    QString text() { return tidied(m_xml.readElementText(QXmlStreamReader::SkipChildElements)); }

    /// Of the elements with these names in this one.
    std::pair<QString, QString> texts(QStringView firstName, QStringView secondName)
    {
        std::pair<QString, QString> found;
        while (m_xml.readNextStartElement()) {
            if (m_xml.qualifiedName() == firstName)
                found.first = text();
            else if (m_xml.qualifiedName() == secondName)
                found.second = text();
            else
                m_xml.skipCurrentElement();
        }
        return found;
    }

    void author()
    {
        const auto [login, name] = texts(u"wp:author_login", u"wp:author_display_name");
        if (!name.isEmpty())
            m_authors.insert(login, name);
    }

    Item item()
    {
        Item item;
        while (m_xml.readNextStartElement()) {
            const QString name = m_xml.qualifiedName().toString();
            if (name == u"category") {
                term(item);
            } else if (name == u"wp:postmeta") {
                const auto [key, value] = texts(u"wp:meta_key", u"wp:meta_value");
                item.meta.insert(key, value);
            } else if (name == u"wp:comment") {
                ++item.comments;
                m_xml.skipCurrentElement();
            } else {
                item.fields.insert(name, text());
            }
        }
        return item;
    }

    /// Older exports name each category twice, first without what it is.
    void term(Item &item)
    {
        static const QSet<QString> kinds{u"category"_s, u"post_tag"_s, u"tag"_s};
        static const QSet<QString> none{u"uncategorized"_s, u"uncategorised"_s};
        const QString domain = m_xml.attributes().value(u"domain"_s).toString();
        const QString name = m_xml.attributes().value(u"nicename"_s).toString();
        const QString words = text().simplified();
        QStringList &terms = domain.isEmpty() ? item.bareTerms : item.terms;
        const bool isTerm = (domain.isEmpty() || kinds.contains(domain)) && !words.isEmpty();
        if (isTerm && !none.contains(name) && !none.contains(words.toLower()) && !terms.contains(words))
            terms += words;
    }

    MendedXml m_mended;
    QXmlStreamReader m_xml;
    QString m_site;
    QHash<QString, QString> m_authors; ///< by login
};

/// Words that WordPress keeps as HTML. What begins no element of it is a word: "List<T>".
QString wordsOfHtml(const QString &html)
{
    if (!html.contains(u'<') && !html.contains(u'&'))
        return QString(html).replace(QChar::Nbsp, u' ').simplified();
    static const QRegularExpression tag(u"<(?:/?([A-Za-z][A-Za-z0-9]*))?"_s);
    QString known;
    qsizetype at = 0;
    for (const auto &match : tag.globalMatch(html)) {
        if (isHtmlElement(match.captured(1).toLower()))
            continue;
        known += QStringView(html).sliced(at, match.capturedStart() - at);
        known += u"&lt;"_s;
        at = match.capturedStart() + 1;
    }
    known += QStringView(html).sliced(at);
    return HtmlNode{u"body"_s, {}, {}, parseHtml(known).value_or(std::vector<HtmlNode>())}.words();
}

/// "2021-03-05 16:04:00"; drafts have one of zeros.
QDateTime momentIn(const QString &text)
{
    const QString moment = text.trimmed();
    const QDate day = QDate::fromString(moment.section(u' ', 0, 0), Qt::ISODate);
    const QTime time = QTime::fromString(moment.section(u' ', 1), Qt::ISODate);
    return day.isValid() && time.isValid() ? QDateTime(day, time, QTimeZone::UTC) : QDateTime();
}

/// With the hours that its place was ahead of UTC, so that it falls on the day it had there.
QDateTime publishedAt(const Item &item)
{
    constexpr qint64 most = 14 * 3600;
    const QDateTime there = momentIn(item.field(u"wp:post_date"_s));
    const QDateTime utc = momentIn(item.field(u"wp:post_date_gmt"_s));
    const qint64 ahead = utc.isValid() && there.isValid() ? utc.secsTo(there) : 0;
    if (utc.isValid())
        return std::abs(ahead) <= most ? utc.toOffsetFromUtc(int(ahead)) : utc;
    return there.isValid() ? there : QDateTime::fromString(item.field(u"pubDate"_s), Qt::RFC2822Date);
}

NoteStatus statusOf(const Item &item)
{
    const QString status = item.field(u"wp:status"_s);
    if (status == u"future")
        return NoteStatus::Ready;
    const bool isOpen = status == u"publish" && item.field(u"wp:post_password"_s).isEmpty();
    return isOpen ? NoteStatus::Published : NoteStatus::Draft;
}

class PostMaker
{
public:
    PostMaker(const Item &item, const ExportWalk &walk, const ArchiveFile &file,
              const WordPressAttachments &attachments)
        : m_item(item), m_walk(walk), m_file(file), m_attachments(attachments)
    {
    }

    /// Nothing of a post without a word.
    std::optional<RawNote> make()
    {
        NoteFields &fields = m_raw.note.draft.fields;
        fields.title = wordsOfHtml(m_item.field(u"title"_s));
        m_raw.subject = m_file.subject;
        readText();
        if (fields.title.isEmpty() && m_raw.note.draft.text.isEmpty())
            return std::nullopt;
        fields.author = m_walk.authorName(m_item.field(u"dc:creator"_s));
        for (const QString &term : m_item.terms.isEmpty() ? m_item.bareTerms : m_item.terms)
            fields.tags += wordsOfHtml(term);
        readStanding();
        const QDateTime changed = momentIn(m_item.field(u"wp:post_modified_gmt"_s));
        m_raw.changed = changed.isValid() ? changed : momentIn(m_item.field(u"wp:post_modified"_s));
        gatherEvidence(m_raw, m_file);
        addFields();
        takeImages(m_raw.note, m_file, m_hash);
        m_raw.note.draft.source = {u"wordpress"_s, m_walk.site() + u"?p="_s + id(), m_hash.result()};
        return std::move(m_raw);
    }

private:
    [[nodiscard]] QString id() const { return m_item.field(u"wp:post_id"_s).trimmed(); }

    void addToHash(const QString &text)
    {
        m_hash.addData(text.toUtf8());
        m_hash.addData(QByteArrayView("\0", 1));
    }

    void addFields()
    {
        for (const auto &name : {u"title"_s, u"content:encoded"_s, u"excerpt:encoded"_s, u"wp:post_date"_s,
                                 u"wp:post_date_gmt"_s, u"pubDate"_s, u"wp:status"_s, u"wp:post_password"_s, u"link"_s})
            addToHash(m_item.field(name));
        addToHash(m_item.meta.value(u"footnotes"_s));
        addToHash(m_raw.note.draft.fields.author);
        addToHash(m_item.terms.join(u'\n'));
        addToHash(m_item.bareTerms.join(u'\n'));
    }

    std::vector<WordPressAttachment> attachments(const QStringList &ids)
    {
        std::vector<WordPressAttachment> found = m_attachments.of(m_walk.site(), ids, id());
        for (const WordPressAttachment &each : found) {
            for (const QString &text : {each.address, each.alt, each.caption})
                addToHash(text);
        }
        return found;
    }

    void readText()
    {
        const QString excerpt = wordsOfHtml(m_item.field(u"excerpt:encoded"_s));
        const WordPressContext context{.base = QUrl(m_item.field(u"link"_s).trimmed()),
                                       .attachments = [this](const QStringList &ids) { return attachments(ids); },
                                       .footnotes = m_item.meta.value(u"footnotes"_s),
                                       .picture = m_item.meta.value(u"_thumbnail_id"_s).trimmed(),
                                       .beginning = wordsForBeginning(excerpt)};
        const WordPressText text = wordPressToMarkdown(m_item.field(u"content:encoded"_s), context);
        NoteDraft &draft = m_raw.note.draft;
        draft.text = text.markdown.isEmpty() ? QString() : text.markdown + u'\n';
        m_raw.opening = text.opening;
        if (text.isTooLarge)
            warn(Warning::Kind::TooLarge, {QString::number(largestHtml)});
        if (!text.leftOut.isEmpty())
            warn(Warning::Kind::HtmlLeftOut, text.leftOut);
        if (!text.shortcodes.isEmpty())
            warn(Warning::Kind::TemplateKept, {text.shortcodes.join(u' ')});
        if (!isBeginning(excerpt, text.beginning))
            draft.fields.subtitle = excerpt;
    }

    void warn(Warning::Kind kind, const QStringList &facts)
    {
        m_raw.note.warnings.push_back({kind, m_file.subject, 0, facts});
    }

    void readStanding()
    {
        NoteFields &fields = m_raw.note.draft.fields;
        fields.status = statusOf(m_item);
        const QDateTime moment = publishedAt(m_item);
        if (fields.status == NoteStatus::Draft && moment.isValid())
            fields.written = moment.date();
        else if (moment.isValid())
            fields.published = moment;
        const QUrl link(m_item.field(u"link"_s).trimmed(), QUrl::StrictMode);
        const bool isWeb = link.isValid() && (link.scheme() == u"https" || link.scheme() == u"http");
        if (isWeb && fields.status == NoteStatus::Published)
            fields.canonical = link;
    }

    const Item &m_item;
    const ExportWalk &m_walk;
    const ArchiveFile &m_file;
    const WordPressAttachments &m_attachments;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    RawNote m_raw;
};

} // namespace

bool isWordPressExport(const QByteArray &begins)
{
    QByteArray plain = begins;
    plain.removeIf([](char byte) { return byte == '\0'; }); // of UTF-16
    return plain.contains("<rss") && plain.contains("wordpress.org/export/");
}

void WordPressAttachments::gather(QIODevice &file, const std::function<bool()> &goesOn)
{
    constexpr qsizetype mostWords = 2000; // characters
    ExportWalk walk(file, ExportWalk::Texts::PassedBy);
    walk.eachItem(goesOn, [&](const Item &item) {
        if (item.field(u"wp:post_type"_s) != u"attachment")
            return;
        const QString id = item.field(u"wp:post_id"_s).trimmed();
        m_byId.insert({walk.site(), id},
                      {.address = item.field(u"wp:attachment_url"_s).trimmed(),
                       .alt = item.meta.value(u"_wp_attachment_image_alt"_s).simplified().left(mostWords),
                       .caption = wordsOfHtml(item.field(u"excerpt:encoded"_s)).left(mostWords)});
        m_byPost[{walk.site(), item.field(u"wp:post_parent"_s).trimmed()}] += id;
    });
}

std::vector<WordPressAttachment> WordPressAttachments::of(const QString &site, const QStringList &ids,
                                                          const QString &post) const
{
    std::vector<WordPressAttachment> found;
    for (const QString &id : ids.isEmpty() ? m_byPost.value({site, post}) : ids) {
        const auto known = m_byId.constFind({site, id});
        if (known != m_byId.cend() && !known->address.isEmpty())
            found.push_back(*known);
    }
    return found;
}

ExportedPosts readWordPressExport(QIODevice &file, const ArchiveFile &archiveFile,
                                  const WordPressAttachments &attachments, const std::function<bool()> &goesOn)
{
    ExportedPosts result;
    QMap<QString, int> others;
    ExportWalk walk(file);
    const bool isWhole = walk.eachItem(goesOn, [&](const Item &item) {
        const QString type = item.field(u"wp:post_type"_s);
        const QString status = item.field(u"wp:status"_s);
        if (item.comments > 0)
            others[u"comment"_s] += item.comments;
        if (type != u"post") {
            ++others[type];
            return;
        }
        auto post = status == u"trash" || status == u"auto-draft"
                        ? std::nullopt
                        : PostMaker(item, walk, archiveFile, attachments).make();
        if (post)
            result.posts.push_back(*std::move(post));
        else
            ++others[status == u"trash" ? status : u"empty"_s];
    });
    if (walk.damaged() > 0)
        result.warnings.push_back(
            {Warning::Kind::DamagedText, archiveFile.subject, 0, {QString::number(walk.damaged())}});
    if (!isWhole)
        result.warnings.push_back({Warning::Kind::BreaksOff, archiveFile.subject, int(walk.line()), {}});
    QStringList counts;
    for (const auto &[name, count] : others.asKeyValueRange())
        counts += u"%1=%2"_s.arg(name, QString::number(count));
    if (!counts.isEmpty())
        result.warnings.push_back({Warning::Kind::OtherItems, archiveFile.subject, 0, counts});
    return result;
}

} // namespace Weeknotes
