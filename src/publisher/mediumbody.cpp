// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/mediumbody.h"

#include "publisher/pagebody.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

using Markdown::Block;
using Markdown::Inline;

/// A short word is not left alone on a title's last line.
QString heldTogether(QString title)
{
    constexpr qsizetype shortWord = 8;
    const qsizetype space = title.lastIndexOf(u' ');
    if (title.count(u' ') > 1 && title.size() - space - 1 <= shortWord)
        title[space] = QChar::Nbsp;
    return title;
}

int grafsIn(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::List:
    case Block::Kind::Quote:
    case Block::Kind::PullQuote:
        return int(block.children.size());
    default:
        return 1;
    }
}

} // namespace

QString playerOf(const QString &address)
{
    static const QRegularExpression youtube(
        u"^https://(?:(?:www\\.|m\\.)?youtube\\.com/watch\\?v=|youtu\\.be/)([\\w-]{6,20})$"_s);
    static const QRegularExpression vimeo(u"^https://vimeo\\.com/(\\d+)$"_s);
    static const QRegularExpression spotify(u"^https://open\\.spotify\\.com/(\\w+/\\w+)$"_s);
    if (const auto match = youtube.match(address); match.hasMatch())
        return u"https://www.youtube.com/embed/%1?feature=oembed"_s.arg(match.captured(1));
    if (const auto match = vimeo.match(address); match.hasMatch())
        return u"https://player.vimeo.com/video/"_s + match.captured(1);
    if (const auto match = spotify.match(address); match.hasMatch())
        return u"https://open.spotify.com/embed/"_s + match.captured(1);
    return {};
}

MediumBody::MediumBody(const Post &post, std::function<QString(const QString &)> imageAddress)
    : m_post(post), m_imageAddress(std::move(imageAddress)), m_names(quint32(qChecksum(post.title.toUtf8())))
{
}

QString MediumBody::writeSections(const Markdown::Document &flat)
{
    m_toCome = {1 + (m_post.kicker.isEmpty() ? 0 : 1) + (m_post.subtitle.isEmpty() ? 0 : 1)};
    for (const Block &block : flat.blocks()) {
        if (block.kind == Block::Kind::Separator)
            m_toCome.push_back(0);
        else
            m_toCome.back() += grafsIn(block);
    }
    std::ranges::reverse(m_toCome);
    return write(flat);
}

void MediumBody::opening()
{
    openSection();
    if (!m_post.kicker.isEmpty()) {
        openGraf("h4"_L1, "h4"_L1, u"graf--kicker"_s);
        writeText(m_post.kicker);
        closeGraf("h4"_L1);
    }
    openGraf("h3"_L1, "h3"_L1, u"graf--title"_s);
    writeText(heldTogether(m_post.title));
    closeGraf("h3"_L1);
    if (!m_post.subtitle.isEmpty()) {
        openGraf("h4"_L1, "h4"_L1, u"graf--subtitle"_s);
        writeText(m_post.subtitle);
        closeGraf("h4"_L1);
    }
}

void MediumBody::closing()
{
    writeMarkup(u"</div></div></section>");
}

void MediumBody::openSection()
{
    const bool first = m_kind.isEmpty();
    m_left = m_toCome.back();
    m_toCome.pop_back();
    m_first = true;
    writeMarkup(u"<section");
    writeAttribute(u"name", newName());
    writeAttribute(u"class", u"section section--body"_s + (first ? u" section--first"_s : QString()) +
                                 (m_toCome.empty() ? u" section--last"_s : QString()));
    writeMarkup(u"><div class=\"section-divider\"><hr class=\"section-divider\"></div><div class=\"section-content\">"
                "<div class=\"section-inner sectionLayout--insetColumn\">");
}

/// Unique in the file, as long as it has fewer than 65,536 grafs: the step is odd.
QString MediumBody::newName()
{
    m_names += 40503;
    return QString::number(m_names & 0xFFFF, 16).rightJustified(4, u'0');
}

void MediumBody::openGraf(QLatin1StringView tag, QLatin1StringView kind, const QString &marks,
                          const QString &attributes)
{
    QString classes = u"graf graf--"_s + kind;
    classes += std::exchange(m_first, false) ? u" graf--leading"_s : u" graf-after--"_s + m_kind;
    if (--m_left == 0)
        classes += u" graf--trailing"_s;
    if (!marks.isEmpty())
        classes += u' ' + marks;
    m_kind = kind;
    const QString name = newName();
    writeMarkup(u"<"_s + tag + attributes);
    writeAttribute(u"name", name);
    writeAttribute(u"id", name);
    writeAttribute(u"class", classes);
    writeMarkup(u">");
}

void MediumBody::closeGraf(QLatin1StringView tag)
{
    writeMarkup(u"</"_s + tag + u'>');
}

void MediumBody::paragraph(const Block &block)
{
    if (block.tight)
        return writeInlines(block.inlines);
    openGraf("p"_L1, "p"_L1);
    writeInlines(block.inlines);
    closeGraf("p"_L1);
}

void MediumBody::tune(const Block &block)
{
    paragraph(block);
}

void MediumBody::heading(const Block &block)
{
    const QLatin1StringView tag = block.level <= 2 ? "h3"_L1 : "h4"_L1;
    openGraf(tag, tag);
    writeInlines(block.inlines);
    closeGraf(tag);
}

void MediumBody::quote(const Block &block)
{
    quoteGrafs(block, "blockquote"_L1);
}

void MediumBody::pullQuote(const Block &block)
{
    quoteGrafs(block, "pullquote"_L1);
}

void MediumBody::quoteGrafs(const Block &block, QLatin1StringView kind)
{
    for (const Block &child : block.children) {
        openGraf("blockquote"_L1, kind);
        writeInlines(child.inlines);
        closeGraf("blockquote"_L1);
    }
}

void MediumBody::list(const Block &block)
{
    const QLatin1StringView name = block.ordered ? "ol"_L1 : "ul"_L1;
    writeMarkup(u"<"_s + name + u" class=\"postList\">"_s);
    for (const Block &item : block.children) {
        openGraf("li"_L1, "li"_L1);
        writeBlocks(item.children);
        closeGraf("li"_L1);
    }
    writeMarkup(u"</"_s + name + u'>');
}

void MediumBody::code(const Block &block)
{
    static const QRegularExpression name(u"^[\\w+#.-]{1,40}$"_s);
    QString attributes = u" data-code-block-mode=\"0\" spellcheck=\"false\""_s;
    if (name.match(block.language).hasMatch())
        attributes = u" data-code-block-mode=\"2\" spellcheck=\"false\" data-code-block-lang=\""_s +
                     block.language.toLower() + u'"';
    openGraf("pre"_L1, "pre"_L1, u"graf--preV2"_s, attributes);
    writeMarkup(u"<span class=\"pre--content\">");
    QString text = block.text;
    while (text.endsWith(u'\n'))
        text.chop(1);
    bool first = true;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (!std::exchange(first, false))
            writeMarkup(u"<br>");
        writeText(line);
    }
    writeMarkup(u"</span>");
    closeGraf("pre"_L1);
}

void MediumBody::separator(const Block &)
{
    closing();
    openSection();
}

void MediumBody::figure(const Block &block)
{
    const Inline &image = block.inlines.front();
    const auto own = m_post.images.constFind(image.target);
    const QString address = m_imageAddress(image.target);
    openGraf("figure"_L1, "figure"_L1);
    writeMarkup(u"<img class=\"graf-image\"");
    writeAttribute(u"data-image-id", QUrl(address).fileName());
    if (own != m_post.images.cend() && !own->size.isEmpty()) {
        writeAttribute(u"data-width", QString::number(own->size.width()));
        writeAttribute(u"data-height", QString::number(own->size.height()));
    }
    if (const QString words = image.text.simplified(); !words.isEmpty())
        writeAttribute(u"alt", words);
    writeAttribute(u"src", address);
    writeMarkup(u">");
    writeCaption(image.title.simplified());
    closeGraf("figure"_L1);
}

void MediumBody::embed(const Block &block)
{
    if (const QString source = playerOf(block.text); !source.isEmpty())
        player(source, block.inlines.front().title.simplified());
    else if (!block.inlines.front().title.isEmpty())
        card(block);
    else
        paragraph(block);
}

void MediumBody::player(const QString &address, const QString &title)
{
    openGraf("figure"_L1, "figure"_L1, u"graf--iframe"_s);
    writeMarkup(u"<iframe");
    writeAttribute(u"src", address);
    writeMarkup(u" width=\"700\" height=\"393\" frameborder=\"0\" scrolling=\"no\"></iframe>");
    writeCaption(title);
    closeGraf("figure"_L1);
}

void MediumBody::writeCaption(const QString &caption)
{
    if (caption.isEmpty())
        return;
    writeMarkup(u"<figcaption class=\"imageCaption\">");
    writeText(caption);
    writeMarkup(u"</figcaption>");
}

void MediumBody::card(const Block &block)
{
    openGraf("div"_L1, "mixtapeEmbed"_L1);
    writeMarkup(u"<a");
    writeAttribute(u"href", encodedUrl(block.text));
    writeAttribute(u"data-href", encodedUrl(block.text));
    writeMarkup(u" class=\"markup--anchor markup--mixtapeEmbed-anchor\"");
    writeAttribute(u"title", encodedUrl(block.text));
    writeMarkup(u"><strong class=\"markup--strong markup--mixtapeEmbed-strong\">");
    writeText(block.inlines.front().title.simplified());
    writeMarkup(u"</strong><br>");
    writeText(Markdown::hostOf(block.text));
    writeMarkup(u"</a>");
    closeGraf("div"_L1);
}

void MediumBody::link(const Inline &link)
{
    writeMarkup(u"<a");
    writeAttribute(u"href", encodedUrl(link.target));
    writeAttribute(u"data-href", encodedUrl(link.target));
    writeAttribute(u"class", u"markup--anchor markup--"_s + m_kind + u"-anchor"_s);
    if (!link.title.isEmpty())
        writeAttribute(u"title", link.title);
    writeMarkup(u" rel=\"noopener\" target=\"_blank\">");
    writeInlines(link.children);
    writeMarkup(u"</a>");
}

void MediumBody::markAttributes(QLatin1StringView name)
{
    writeAttribute(u"class", u"markup--"_s + name + u" markup--"_s + m_kind + u'-' + name);
}

} // namespace Weeknotes
