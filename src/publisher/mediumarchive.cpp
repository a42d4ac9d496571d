// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/mediumarchive.h"

#include "core/isotext.h"
#include "publisher/flatten.h"
#include "publisher/mediumbody.h"
#include "publisher/pagevalues.h"
#include "publisher/postlinks.h"
#include "publisher/slug.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <KZip>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

const QString profileName = u"profile/profile.html"_s;

/// 12 hex digits, as Medium's ids have; the same for the same note.
QString hexId(const NoteId &id)
{
    const QByteArray hash = QCryptographicHash::hash(id.toString().toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().first(12));
}

/// As Medium has it: each sign of the title that is no letter or digit is a hyphen.
QString titleSlug(const Post &post)
{
    constexpr qsizetype longest = 100;
    static const QRegularExpression marks(u"\\p{M}+"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression others(u"[^A-Za-z0-9]"_s);
    QString slug = post.title.normalized(QString::NormalizationForm_KD).remove(marks);
    slug = slug.replace(others, u"-"_s).left(longest);
    return slug.count(u'-') == slug.size() ? post.slug : slug;
}

/// The moment as Medium writes it, and in English as all of its export.
QString published(const Post &post)
{
    const QDateTime moment = (post.published.isValid() ? post.published : noonOf(post.date)).toUTC();
    return u"<time class=\"dt-published\" datetime=\""_s + isoMoment(moment, Qt::ISODateWithMs) + u"\">"_s +
           QLocale::c().toString(moment.date(), u"MMMM d, yyyy"_s) + u"</time>"_s;
}

class PostFile
{
public:
    PostFile(const Post &post, const MediumFacts &facts)
        : m_post(post)
        , m_exported(facts.exported)
        , m_draft(facts.draft || !post.date.isValid())
        , m_name(titleSlug(post) + u'-' + hexId(facts.id) + u".html"_s)
    {
        const QDate day = (post.published.isValid() ? post.published.toUTC().date() : post.date);
        m_name.prepend(m_draft ? u"draft_"_s : isoDay(day) + u'_');
    }

    std::vector<MediumFile> write()
    {
        std::vector<MediumFile> files;
        files.push_back({u"posts/"_s + m_name, legalHtml(html())});
        for (const PostImage &image : m_post.images) {
            if (!isPublic())
                files.push_back({imageName(image), image.file.data});
        }
        std::sort(files.begin() + 1, files.end(),
                  [](const MediumFile &a, const MediumFile &b) { return a.name < b.name; });
        return files;
    }

private:
    static QString escaped(const QString &text) { return Markdown::HtmlWriter::escaped(text); }
    static QString attribute(const QUrl &url) { return escaped(QString::fromLatin1(url.toEncoded())); }

    [[nodiscard]] bool isPublic() const { return m_post.address.scheme().startsWith("http"_L1); }
    [[nodiscard]] QString imageName(const PostImage &image) const
    {
        return u"images/"_s + m_post.slug + u'/' + image.file.name.section(u'/', -1);
    }

    [[nodiscard]] QString imageAddress(const QString &target) const
    {
        if (const auto address = publicImage(m_post, target))
            return *address;
        const auto own = m_post.images.constFind(target);
        return own == m_post.images.cend() ? QString() : u"../"_s + imageName(*own);
    }

    [[nodiscard]] QString html() const
    {
        LossList losses;
        const auto flat = flattened(m_post, losses);
        MediumBody body(m_post, [this](const QString &target) { return imageAddress(target); });
        QString page = u"<!DOCTYPE html><html lang=\""_s + escaped(m_post.language) +
                       u"\"><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"><title>"_s +
                       escaped(m_post.title) + u"</title>"_s +
                       u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' "
                       "http: https:\"></head><body><article class=\"h-entry\">\n<header>\n<h1 class=\"p-name\">"_s +
                       escaped(m_post.title) + u"</h1>\n</header>\n"_s;
        if (!m_post.subtitle.isEmpty())
            page += u"<section data-field=\"subtitle\" class=\"p-summary\">\n"_s + escaped(m_post.subtitle) +
                    u"\n</section>\n"_s;
        page += u"<section data-field=\"body\" class=\"e-content\">\n"_s + body.writeSections(*flat) +
                u"\n</section>\n<footer>"_s + footer() + u"</footer></article></body></html>\n"_s;
        return page;
    }

    [[nodiscard]] QString footer() const
    {
        QString html;
        const QUrl &home = m_post.original.isEmpty() ? m_post.address : m_post.original;
        // Readers take these links for granted: what has no address leads to itself.
        const QString address = home.isEmpty() ? escaped(m_name) : attribute(home);
        if (!m_post.tags.isEmpty()) {
            QStringList links;
            for (const QString &tag : m_post.tags)
                links << u"<a href=\""_s + attribute(tagAddress(tag)) + u"\" class=\"p-tag\">"_s + escaped(tag) +
                             u"</a>"_s;
            html += u"<p class=\"p-tags\">Tagged in "_s + links.join(u", "_s) + u"</p>"_s;
        }
        if (m_draft) {
            html += u"<p><a href=\""_s + address + u"\">View original.</a></p>"_s;
        } else {
            html += u"<p>"_s + (m_post.author.isEmpty() ? u"On"_s : u"By "_s + author() + u" on"_s) + u" <a href=\""_s +
                    address + u"\">"_s + published(m_post) + u"</a>.</p><p><a href=\""_s + address +
                    u"\" class=\"p-canonical\">Canonical link</a></p>"_s;
        }
        return html + u"<p>Exported from Weeknotes on "_s + QLocale::c().toString(m_exported, u"MMMM d, yyyy"_s) +
               u".</p>"_s;
    }

    [[nodiscard]] QString author() const
    {
        return u"<a href=\"../"_s + profileName + u"#@"_s + asciiWords(m_post.author) +
               u"\" class=\"p-author h-card\">"_s + escaped(m_post.author) + u"</a>"_s;
    }

    static QUrl tagAddress(const QString &tag)
    {
        const QString slug = asciiWords(tag);
        return QUrl(u"https://medium.com/tag/"_s +
                    QString::fromLatin1(QUrl::toPercentEncoding(slug.isEmpty() ? tag : slug)));
    }

    const Post &m_post;
    QDate m_exported;
    bool m_draft;
    QString m_name;
};

} // namespace

std::vector<MediumFile> mediumPost(const Post &post, const MediumFacts &facts)
{
    return PostFile(post, facts).write();
}

MediumFile mediumProfile(const QString &author, const QUrl &address)
{
    const QString name = Markdown::HtmlWriter::escaped(author);
    QString html = u"<!DOCTYPE html><html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">"
                   "<title>"_s +
                   name + u"</title></head><body><section class=\"h-card\" id=\"@"_s + asciiWords(author) +
                   u"\">\n<h3 class=\"p-name\">"_s + name + u"</h3>\n"_s;
    if (const QString where = Markdown::HtmlWriter::escaped(QString::fromLatin1(address.toEncoded()));
        address.scheme().startsWith("http"_L1))
        html +=
            u"<ul><li><b>Profile:</b> <a class=\"u-url\" href=\""_s + where + u"\">"_s + where + u"</a></li></ul>\n"_s;
    return {profileName, legalHtml(html + u"</section></body></html>\n"_s)};
}

MediumZip::MediumZip(QIODevice &device) : m_zip(std::make_unique<KZip>(&device)) {}

MediumZip::~MediumZip() = default;

Result<void> MediumZip::add(const MediumFile &file)
{
    // The first moment that a zip's own form of dates can hold.
    static const QDateTime moment(QDate(1980, 1, 1), QTime(0, 0), QTimeZone::UTC);
    if (!m_zip->isOpen() && !m_zip->open(QIODevice::WriteOnly))
        return failed(file.name);
    return m_zip->writeFile(file.name, file.data, 0100644, {}, {}, moment, moment, moment) ? Result<void>()
                                                                                           : failed(file.name);
}

Result<void> MediumZip::end()
{
    if (!m_zip->isOpen() && !m_zip->open(QIODevice::WriteOnly))
        return failed({});
    return m_zip->close() ? Result<void>() : failed({});
}

Result<void> MediumZip::failed(const QString &name) const
{
    return std::unexpected(Error{.kind = Error::Kind::NotWritable, .subject = name, .detail = m_zip->errorString()});
}

} // namespace Weeknotes
