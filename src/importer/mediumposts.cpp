// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/mediumposts.h"

#include "core/isotext.h"
#include "core/webaddress.h"
#include "html/markdownescape.h"
#include "importer/mediumgrafs.h"
#include "importer/noteimages.h"
#include "importer/textnotes.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

QString wordsIn(const HtmlNode *node)
{
    return node ? node->words() : QString();
}

const HtmlNode *nodeOfClass(const std::vector<HtmlNode> &nodes, QStringView name)
{
    return findNode(nodes, [name](const HtmlNode &node) { return hasClass(node, name); });
}

class PostReader
{
public:
    PostReader(const HtmlNode &article, const HtmlNode &body, const ArchiveFile &file)
        : m_article(article), m_body(body), m_file(file)
    {
    }

    MediumNote read(const QString &html)
    {
        readHead();
        readFoot();
        static const QRegularExpression language(u"<html[^>]*\\slang=\"([A-Za-z-]{2,35})\""_s);
        m_fields.language = language.match(html.first(std::min<qsizetype>(html.size(), 2000))).captured(1);
        NoteDraft &draft = m_note.raw.note.draft;
        draft.text = m_text.markdown.isEmpty() ? QString() : m_text.markdown + u'\n';
        if (!m_text.leftOut.isEmpty())
            m_note.raw.note.warnings.push_back({Warning::Kind::HtmlLeftOut, m_file.subject, 0, m_text.leftOut});
        m_note.raw.subject = m_file.subject;
        m_note.raw.opening = m_text.words.value(0);
        gatherEvidence(m_note.raw, m_file);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(html.toUtf8());
        takeImages(m_note.raw.note, m_file, hash);
        draft.source = {u"medium"_s, key(), hash.result()};
        return std::move(m_note);
    }

private:
    [[nodiscard]] const HtmlNode *withClass(QStringView name) const { return nodeOfClass(m_article.children, name); }

    void readHead()
    {
        const QString title = wordsIn(withClass(u"p-name"));
        m_text = readMediumGrafs(m_body.children, title);
        m_fields.title = m_text.title.isEmpty() ? title : m_text.title;
        m_fields.kicker = m_text.kicker;
        m_fields.subtitle = m_text.subtitle;
        if (m_fields.subtitle.isEmpty())
            m_fields.subtitle = ownSubtitle();
        m_note.isResponse = m_text.title.isEmpty() && !title.isEmpty() && isCopied(title);
        if (!m_fields.title.isEmpty())
            return;
        m_fields.title = titleFromFileName(m_file);
        m_note.raw.note.guesses.push_back(
            {u"title"_s, m_fields.title, Guess::Reason::FileName, {QFileInfo(m_file.path).fileName()}});
    }

    /// Mostly it is a copy of the text's beginning, cut at some length.
    [[nodiscard]] QString ownSubtitle() const
    {
        const QString words = wordsIn(findNode(m_article.children, [](const HtmlNode &node) {
            return node.attributes.value(u"data-field"_s) == u"subtitle";
        }));
        return isCopied(words) ? QString() : words;
    }

    [[nodiscard]] bool isCopied(const QString &words) const
    {
        const QString beginning = words.endsWith(u'…') ? words.chopped(1).trimmed() : words;
        return std::ranges::any_of(m_text.words,
                                   [&beginning](const QString &graf) { return graf.startsWith(beginning); });
    }

    void readFoot()
    {
        m_fields.author = wordsIn(withClass(u"p-author"));
        const HtmlNode *time = withClass(u"dt-published");
        const auto moment =
            QDateTime::fromString(time ? time->attributes.value(u"datetime"_s) : QString(), Qt::ISODateWithMs);
        const bool isDraft = QFileInfo(m_file.path).fileName().startsWith(u"draft_"_s) || !time;
        m_fields.status = isDraft ? NoteStatus::Draft : NoteStatus::Published;
        if (moment.isValid() && !isDraft)
            m_fields.published = moment;
        const HtmlNode *link = withClass(u"p-canonical");
        const QUrl canonical(link ? link->attributes.value(u"href"_s) : QString(), QUrl::StrictMode);
        if (isWebAddress(canonical))
            m_fields.canonical = canonical;
        if (const HtmlNode *tags = withClass(u"p-tags"))
            readTags(*tags);
    }

    void readTags(const HtmlNode &node)
    {
        const QString words = node.name == u"a" ? wordsIn(&node) : QString();
        if (!words.isEmpty() && !m_fields.tags.contains(words, Qt::CaseInsensitive))
            m_fields.tags += words;
        std::ranges::for_each(node.children, [this](const HtmlNode &child) { readTags(child); });
    }

    /// Medium's own id stays when the archive moves and when the post gets another title.
    [[nodiscard]] QString key() const
    {
        static const QRegularExpression id(u"-([0-9a-f]{9,12})$"_s);
        const auto match = id.match(QFileInfo(m_file.path).completeBaseName());
        return match.hasMatch() ? match.captured(1) : m_file.path;
    }

    const HtmlNode &m_article;
    const HtmlNode &m_body;
    const ArchiveFile &m_file;
    MediumText m_text;
    MediumNote m_note;
    NoteFields &m_fields = m_note.raw.note.draft.fields;
};

} // namespace

bool isMediumPost(const QString &html)
{
    return html.contains(u"h-entry"_s) && html.contains(u"e-content"_s) && html.contains(u"data-field=\"body\""_s);
}

std::optional<MediumNote> readMediumPost(const QString &html, const ArchiveFile &file)
{
    const auto nodes = parseHtml(html);
    const auto isArticle = [](const HtmlNode &node) { return node.name == u"article" && hasClass(node, u"h-entry"); };
    const HtmlNode *article = nodes ? findNode(*nodes, isArticle) : nullptr;
    const auto isBody = [](const HtmlNode &node) { return node.attributes.value(u"data-field"_s) == u"body"; };
    const HtmlNode *body = article ? findNode(article->children, isBody) : nullptr;
    return body ? std::optional(PostReader(*article, *body, file).read(html)) : std::nullopt;
}

MediumProfile readMediumProfile(const QString &html)
{
    const auto nodes = parseHtml(html);
    const HtmlNode *card = nodes ? nodeOfClass(*nodes, u"h-card") : nullptr;
    if (!card)
        return {};
    const HtmlNode *photo = nodeOfClass(card->children, u"u-photo");
    const QString picture = photo ? photo->attributes.value(u"src"_s) : QString();
    return {wordsIn(nodeOfClass(card->children, u"p-name")),
            isWebAddress(QUrl(picture, QUrl::StrictMode)) ? picture : QString()};
}

} // namespace Weeknotes
