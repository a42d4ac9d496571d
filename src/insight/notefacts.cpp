// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/notefacts.h"

#include "insight/thanks.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

using Markdown::Block;
using Markdown::Inline;

constexpr qsizetype longestOpening = 140;

void appendProse(const Block &block, QString &text)
{
    if (block.kind == Block::Kind::Code || block.kind == Block::Kind::RawHtml)
        return;
    if (!block.inlines.empty())
        text += Markdown::plainText(block.inlines) + u'\n';
    for (const Block &child : block.children)
        appendProse(child, text);
}

QString firstSentence(const QString &words)
{
    for (qsizetype i = 0; i + 1 < words.size() && i < longestOpening; ++i) {
        const bool ends = words[i] == u'.' || words[i] == u'!' || words[i] == u'?' || words[i] == u'…';
        if (ends && i > 0 && words[i + 1].isSpace() && !words[i - 1].isUpper()) // no initial: "by J. Ellis"
            return words.first(i + 1);
    }
    if (words.size() <= longestOpening)
        return words;
    const qsizetype space = words.lastIndexOf(u' ', longestOpening);
    return words.first(space > 0 ? space : longestOpening) + u'…';
}

/// The first words in `block`, at any depth; empty where it has none.
QString openingOf(const Block &block)
{
    if (block.kind == Block::Kind::Embed || block.kind == Block::Kind::Figure)
        return {};
    if (!block.inlines.empty())
        return firstSentence(Markdown::plainText(block.inlines).simplified());
    for (const Block &child : block.children) {
        if (const QString words = openingOf(child); !words.isEmpty())
            return words;
    }
    return {};
}

void collectSections(const Block &block, std::vector<SectionFact> &sections)
{
    if (block.kind == Block::Kind::Heading) {
        QString heading = Markdown::plainText(block.inlines).simplified();
        while (heading.endsWith(u':') || heading.endsWith(u'.') || heading.endsWith(u' '))
            heading.chop(1);
        if (!heading.isEmpty())
            sections.push_back({heading, {}});
    } else if (block.kind == Block::Kind::Appeal) {
        for (const Block &child : block.children)
            collectSections(child, sections);
    } else if (!sections.empty() && sections.back().opening.isEmpty()) {
        sections.back().opening = openingOf(block);
    }
}

} // namespace

QString proseOf(const Markdown::Document &document)
{
    QString text;
    for (const Block &block : document.blocks())
        appendProse(block, text);
    for (const Markdown::Footnote &note : document.footnotes()) {
        for (const Block &block : note.blocks)
            appendProse(block, text);
    }
    return text;
}

NoteFacts factsOf(const NoteHeader &header, const Markdown::Document &forReaders, const QString &prose)
{
    NoteFacts facts{.header = header, .sections = {}, .hosts = {}, .people = peopleThanked(prose)};
    for (const Block &block : forReaders.blocks())
        collectSections(block, facts.sections);
    visitInlines(forReaders, [&facts](const Inline &piece) {
        if (piece.kind != Inline::Kind::Link)
            return;
        QString host = QUrl(piece.target).host();
        if (host.startsWith("www."_L1))
            host.remove(0, 4);
        if (!host.isEmpty())
            facts.hosts << host;
    });
    return facts;
}

} // namespace Weeknotes
