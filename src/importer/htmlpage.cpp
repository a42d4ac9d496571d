// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/htmlpage.h"

#include "core/isotext.h"
#include "importer/articletext.h"
#include "importer/googledocument.h"
#include "importer/markdowntext.h"
#include "importer/noteimages.h"
#include "importer/textnotes.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr qsizetype longestDescription = 160; ///< that still reads as a subtitle

class PageNote
{
public:
    PageNote(HtmlPage page, const QString &html, const ArchiveFile &file)
        : m_page(std::move(page)), m_metadata(readPageMetadata(m_page, html)), m_file(file)
    {
    }

    std::optional<RawNote> read(const QString &html)
    {
        if (!readArticle())
            return std::nullopt;
        readFields();
        NoteDraft &draft = m_raw.note.draft;
        draft.text = m_text.markdown.isEmpty() ? QString() : m_text.markdown + u'\n';
        m_raw.note.leftOut = m_text.furniture;
        if (!m_text.leftOut.isEmpty())
            m_raw.note.warnings.push_back({Warning::Kind::HtmlLeftOut, m_file.subject, 0, m_text.leftOut});
        m_raw.subject = m_file.subject;
        m_raw.opening = m_text.words.value(0);
        gatherEvidence(m_raw, m_file);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(html.toUtf8());
        takeImages(m_raw.note, m_file, hash, m_metadata.base);
        const QUrl &canonical = draft.fields.canonical;
        draft.source = {u"html"_s, canonical.isEmpty() ? m_file.path : canonical.toString(QUrl::FullyEncoded),
                        hash.result()};
        return std::move(m_raw);
    }

private:
    bool readArticle()
    {
        const auto article = findArticle(m_page.body, [this](const QString &href) { return leadsElsewhere(href); });
        if (article) {
            m_head = readArticleHead(*article, m_page.body, m_metadata);
            const ArticleContext context{
                .base = m_metadata.base, .author = m_head.author, .frameAddress = [this](const QString &source) {
                    return addressOfSavedFrame(source);
                }};
            m_text = readArticleText(*article->content, m_head, context);
        } else if (!m_metadata.articleBody.trimmed().isEmpty() && m_metadata.isArticle) {
            m_head = readArticleHead({.scope = &m_nothing, .content = &m_nothing}, m_nothing, m_metadata);
            const QStringList lines = m_metadata.articleBody.split(u'\n');
            m_text.markdown = markdownFromText(lines).trimmed();
            m_text.words = lines;
        }
        return !m_text.markdown.isEmpty();
    }

    /// A page that says it is an article is one, whatever its title links to.
    [[nodiscard]] bool leadsElsewhere(const QString &href) const
    {
        const QUrl url(href);
        const QUrl &own = m_metadata.canonical.isEmpty() ? m_metadata.base : m_metadata.canonical;
        if (m_metadata.isArticle || href.isEmpty() || href.startsWith(u'#'))
            return false;
        if (own.isEmpty())
            return url.isRelative() && url.path() != QFileInfo(m_file.path).fileName();
        const auto bare = [](const QUrl &address) {
            return address.adjusted(QUrl::RemoveScheme | QUrl::RemoveQuery | QUrl::RemoveFragment |
                                    QUrl::StripTrailingSlash);
        };
        return bare(own.resolved(url)) != bare(own);
    }

    void readFields()
    {
        NoteFields &fields = m_raw.note.draft.fields;
        fields.status = NoteStatus::Published;
        fields.title = m_head.title;
        fields.kicker = m_text.kicker;
        fields.subtitle = subtitle();
        fields.author = m_head.author;
        fields.language = m_metadata.language;
        fields.published = m_head.published;
        if (!fields.published)
            m_raw.published = m_head.shownDay ? m_head.shownDay : m_text.shownDay;
        fields.canonical = m_metadata.canonical;
        fields.tags = m_head.tags;
        if (!fields.title.isEmpty())
            return;
        fields.title = titleFromFileName(m_file);
        m_raw.note.guesses.push_back(
            {u"title"_s, fields.title, Guess::Reason::FileName, {QFileInfo(m_file.path).fileName()}});
    }

    [[nodiscard]] QString subtitle() const
    {
        if (!m_text.subtitle.isEmpty())
            return m_text.subtitle;
        if (!m_head.subtitle.isEmpty())
            return isCopied(m_head.subtitle) ? QString() : m_head.subtitle;
        const QString &description = m_metadata.description;
        const bool isCut = description.endsWith(u'…') || description.endsWith(u"..."_s) || description.endsWith(u']');
        const bool isSite = !m_metadata.isArticle || isSameText(description, m_metadata.siteName) ||
                            isSameText(description, m_head.title) || description.contains(u"://"_s);
        return description.size() > longestDescription || isCut || isSite || isCopied(description) ? QString()
                                                                                                   : description;
    }

    /// Many are a copy of the text's beginning, cut at some length.
    [[nodiscard]] bool isCopied(const QString &words) const
    {
        static const QRegularExpression cut(u"\\s*(?:\\[?…\\]?|\\[?\\.\\.\\.\\]?)$"_s);
        const QString beginning = QString(words).remove(cut);
        return m_text.words.join(u' ').contains(beginning, Qt::CaseInsensitive);
    }

    /// The page in a frame is saved as a file, and says where it is from.
    [[nodiscard]] QString addressOfSavedFrame(const QString &source) const
    {
        constexpr qint64 mostBytes = 4 * 1024 * 1024;
        const QString path = QFileInfo(m_file.path).absolutePath() + u'/' + QUrl::fromPercentEncoding(source.toUtf8());
        ArchiveFile frame = m_file;
        frame.path = m_file.zip ? QDir::cleanPath(path) : QFileInfo(path).canonicalFilePath();
        if (source.contains(u':') || !frame.path.startsWith(m_file.root + u'/'))
            return {};
        const auto bytes = readWhole(frame, mostBytes);
        const QString html = bytes ? QString::fromUtf8(*bytes) : QString();
        const auto page = parseHtmlPage(html);
        return page ? readPageMetadata(*page, html).canonical.toString(QUrl::FullyEncoded) : QString();
    }

    const HtmlPage m_page;
    const PageMetadata m_metadata;
    const ArchiveFile &m_file;
    const HtmlNode m_nothing{u"body"_s, {}, {}, {}};
    ArticleHead m_head;
    ArticleText m_text;
    RawNote m_raw;
};

} // namespace

std::optional<RawNote> readHtmlPage(const QString &html, const ArchiveFile &file)
{
    auto page = parseHtmlPage(html);
    if (!page)
        return std::nullopt;
    readGoogleStyles(*page);
    return PageNote(std::move(*page), html, file).read(html);
}

bool isPartOfSavedPage(const ArchiveFile &file)
{
    static const QRegularExpression made(u"[ _-][\\p{L}]{4,12}$"_s); // "_files", "-Dateien", "_fichiers"
    QString folder = QFileInfo(file.path).absolutePath();
    for (; folder.size() > file.root.size(); folder = QFileInfo(folder).absolutePath()) {
        const auto match = made.match(folder);
        const QString page = folder.first(std::max<qsizetype>(0, match.capturedStart()));
        if (match.hasMatch() && (QFileInfo::exists(page + u".html"_s) || QFileInfo::exists(page + u".htm"_s)))
            return true;
    }
    return false;
}

} // namespace Weeknotes
