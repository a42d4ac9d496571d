// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/wordpressshortcodes.h"

#include "html/htmltree.h"
#include "html/markdownescape.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <vector>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// What "name=value" says in `text`, of each name the first.
QHash<QString, QString> attributesOf(const QString &text)
{
    static const QRegularExpression attribute(
        u"(?:^|\\s)([\\w-]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"']++))"_s);
    QHash<QString, QString> values;
    for (const auto &match : attribute.globalMatch(text)) {
        if (!values.contains(match.captured(1)))
            values.insert(match.captured(1), match.captured(2) + match.captured(3) + match.captured(4));
    }
    return values;
}

QString paragraphOf(const QString &html)
{
    return u"\n\n<p>"_s + html + u"</p>\n\n"_s;
}

QString figureOf(const QString &picture, const QString &caption)
{
    return u"\n\n<figure>"_s + picture +
           (caption.isEmpty() ? QString() : u"<figcaption>"_s + caption + u"</figcaption>"_s) + u"</figure>\n\n"_s;
}

class ShortcodeReader
{
public:
    explicit ShortcodeReader(const WordPressContext &context) : m_context(context) {}

    ReplacedShortcodes read(const QString &content)
    {
        readTags(content);
        QString html;
        qsizetype at = 0;
        for (size_t i = 0; i < m_tags.size(); ++i) {
            const Tag &tag = m_tags[i];
            if (tag.begin < at || html.size() > largestHtml)
                continue;
            const Tag *end = tag.next && m_tags[tag.next].isEnd && !tag.isEmpty ? &m_tags[tag.next] : nullptr;
            html += QStringView(content).sliced(at, tag.begin - at);
            at = end && known().contains(tag.name) ? end->end : tag.end;
            const QString whole = content.sliced(tag.begin, at - tag.begin);
            if (tag.isQuoted) // "[[gallery]]"
                html += whole.sliced(1).chopped(1);
            else if (tag.isEnd)
                html += whole;
            else if (known().contains(tag.name))
                html += htmlOf(tag, end ? content.sliced(tag.end, end->begin - tag.end) : QString(), whole);
            else
                html += left(tag, whole, end || tag.attributes.contains(u'='));
        }
        html += QStringView(content).sliced(at);
        return {std::move(html), std::move(m_named)};
    }

private:
    static constexpr qsizetype mostNamed = 20;

    struct Tag
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        QString name;
        QString attributes;
        bool isEnd = false;
        bool isEmpty = false; ///< ends itself
        bool isQuoted = false;
        size_t next = 0; ///< the next one of that name; 0: there is none
    };

    static const QSet<QString> &known()
    {
        static const QSet<QString> names{u"caption"_s, u"wp_caption"_s, u"gallery"_s, u"playlist"_s,   u"embed"_s,
                                         u"youtube"_s, u"vimeo"_s,      u"tweet"_s,   u"soundcloud"_s, u"spotify"_s,
                                         u"audio"_s,   u"video"_s,      u"code"_s,    u"sourcecode"_s};
        return names;
    }

    void readTags(const QString &content)
    {
        static const QRegularExpression tag(u"(\\[?)\\[(/?)([a-z][\\w-]*+)((?:[\\s=][^\\[\\]]*+)?)\\](\\]?)"_s);
        for (const auto &match : tag.globalMatch(content)) {
            const bool isQuoted = match.capturedLength(1) > 0 && match.capturedLength(5) > 0;
            QString attributes = match.captured(4).trimmed();
            const bool isEmpty = attributes.endsWith(u'/');
            attributes.chop(isEmpty ? 1 : 0);
            m_tags.push_back({.begin = isQuoted ? match.capturedStart() : match.capturedEnd(1),
                              .end = isQuoted ? match.capturedEnd() : match.capturedStart(5),
                              .name = match.captured(3),
                              .attributes = attributes,
                              .isEnd = match.capturedLength(2) > 0,
                              .isEmpty = isEmpty,
                              .isQuoted = isQuoted});
        }
        QHash<QString, size_t> next;
        for (size_t i = m_tags.size(); i-- > 0;) {
            if (m_tags[i].isQuoted)
                continue;
            m_tags[i].next = next.value(m_tags[i].name, 0);
            next.insert(m_tags[i].name, i);
        }
    }

    /// As it is written; named where it reads like a shortcode, with a value or an end, and not like words.
    QString left(const Tag &tag, const QString &whole, bool isNamed)
    {
        const QString shown = u'[' + tag.name + u']';
        if (isNamed && m_named.size() < mostNamed && !m_named.contains(shown))
            m_named += shown;
        return whole;
    }

    QString htmlOf(const Tag &tag, const QString &inner, const QString &whole)
    {
        if (tag.name.endsWith(u"caption"_s))
            return caption(tag.attributes, inner);
        if (tag.name.endsWith(u"code"_s))
            return whole.size() > tag.end - tag.begin ? code(tag.attributes, inner) : left(tag, whole, false);
        const QString html = tag.name == u"gallery" || tag.name == u"playlist" ? gallery(tag) : player(tag, inner);
        return html.isEmpty() ? left(tag, whole, true) : html;
    }

    /// The caption is an attribute in old posts, and what follows the picture in others.
    static QString caption(const QString &attributes, const QString &inner)
    {
        static const QRegularExpression parts(u"^\\s*+((?:<a\\s[^>]*+>)?\\s*+<img\\s[^>]*+>\\s*+(?:</a>)?)(.*)$"_s,
                                              QRegularExpression::DotMatchesEverythingOption);
        const auto match = parts.match(inner);
        const QString named = attributesOf(attributes).value(u"caption"_s);
        if (!match.hasMatch())
            return named.isEmpty() ? inner : inner + paragraphOf(named);
        const QString words = match.captured(2).trimmed();
        return figureOf(match.captured(1), words.isEmpty() ? named : words);
    }

    /// An address by itself is what plays; other words stand below it.
    static QString player(const Tag &tag, const QString &inner)
    {
        QString address = addressesIn(inner).value(0);
        if (address.isEmpty())
            address = addressesIn(tag.attributes).value(0);
        if (address.isEmpty())
            return {};
        const QString words = inner.trimmed();
        return paragraphOf(address.toHtmlEscaped()) + (words == address ? QString() : words + u"\n\n"_s);
    }

    QString gallery(const Tag &tag)
    {
        static const QRegularExpression gap(u"[\\s,]+"_s);
        const auto attributes = attributesOf(tag.attributes);
        QStringList ids = attributes.value(u"ids"_s, attributes.value(u"include"_s)).split(gap, Qt::SkipEmptyParts);
        ids.removeDuplicates();
        const auto files = m_context.attachments(ids);
        if (files.size() < size_t(ids.size()))
            left(tag, {}, true);
        QString html;
        for (const WordPressAttachment &each : files) {
            if (isPictureAddress(each.address))
                html += pictureHtml(each);
            else if (!ids.isEmpty()) // else what hangs on the post, and is no picture, is none of its gallery
                html += paragraphOf(each.address.toHtmlEscaped());
        }
        return html;
    }

    /// Some editors wrote it down as HTML and others as it is.
    static QString code(const QString &attributes, const QString &inner)
    {
        static const QRegularExpression entity(u"&(?:lt|gt|amp|quot|#0?39|nbsp);"_s);
        QStringList lines = inner.split(u'\n');
        while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
            lines.removeLast();
        while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
            lines.removeFirst();
        QString text = lines.join(u'\n');
        if (text.contains(u'<') || !entity.match(text).hasMatch())
            text = text.toHtmlEscaped();
        const auto values = attributesOf(attributes);
        QString language = values.value(u"language"_s, values.value(u"lang"_s));
        static const QRegularExpression bare(u"^=\"?([\\w+#-]+)\"?$"_s); // [code=php]
        if (language.isEmpty())
            language = bare.match(attributes).captured(1);
        return u"\n\n<pre%1>%2</pre>\n\n"_s.arg(
            language.isEmpty() ? QString() : u" class=\"language-%1\""_s.arg(language.toHtmlEscaped()), text);
    }

    const WordPressContext &m_context;
    std::vector<Tag> m_tags;
    QStringList m_named;
};

} // namespace

ReplacedShortcodes replaceShortcodes(const QString &content, const WordPressContext &context)
{
    return ShortcodeReader(context).read(content);
}

bool isPictureAddress(const QString &address)
{
    static const QRegularExpression ending(u"\\.(?:jpe?g|png|gif|webp|avif|svg|bmp|heic)(?:\\?|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return ending.match(address).hasMatch() || address.contains(u"attachment_id="_s);
}

QString pictureHtml(const WordPressAttachment &picture)
{
    return figureOf(u"<img src=\"%1\" alt=\"%2\">"_s.arg(picture.address.toHtmlEscaped(), picture.alt.toHtmlEscaped()),
                    picture.caption.toHtmlEscaped());
}

} // namespace Weeknotes
