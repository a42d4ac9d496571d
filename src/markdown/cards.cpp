// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/cards.h"

#include "markdown/embeds.h"
#include "markdown/htmlwriter.h"

#include <QUrl>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

QString filled(const QString &words, const QString &name)
{
    return words.isEmpty() ? name : words.arg(name);
}

QString nameOf(const QString &address, const CardWords &words)
{
    const auto host = embedHost(address);
    if (!host)
        return hostOf(address);
    switch (host->medium) {
    case EmbedHost::Medium::Video:
        return filled(words.video, host->name);
    case EmbedHost::Medium::Audio:
        return filled(words.audio, host->name);
    case EmbedHost::Medium::Post:
        break;
    }
    return filled(words.post, host->name);
}

} // namespace

std::optional<Card> embedCard(const Block &embed, const CardWords &words)
{
    const auto target = pageTarget(embed.text);
    if (!target)
        return std::nullopt;
    const QString name = nameOf(*target, words);
    const QString address = QUrl(*target).toDisplayString(QUrl::RemoveScheme).sliced(2);
    // `<address>` has no title, `[address](address "title")` has.
    const QString title = embed.inlines.empty() ? QString() : embed.inlines.front().title.simplified();
    return title.isEmpty() ? Card{*target, name, address} : Card{*target, title, name + u" · "_s + address};
}

std::optional<Card> pictureCard(const Inline &picture, const CardWords &words)
{
    const auto target = pageTarget(picture.target);
    if (!target || QUrl(*target).host().isEmpty())
        return std::nullopt;
    return Card{*target, picture.text.simplified(), filled(words.picture, hostOf(*target))};
}

bool isElsewhere(const Inline &picture)
{
    return pictureCard(picture, {}).has_value();
}

std::optional<QString> pictureWords(const Inline &picture, const CardWords &words, const QString &link)
{
    const auto card = pictureCard(picture, words);
    if (!card)
        return std::nullopt;
    if (!link.isEmpty())
        return card->words.isEmpty() ? hostOf(link) : card->words;
    return card->words.isEmpty() ? card->place : card->words + u" ("_s + card->place + u')';
}

QString captionOf(const Block &figure)
{
    return figure.kind == Block::Kind::Figure && !figure.inlines.empty() ? figure.inlines.front().title.simplified()
                                                                         : QString();
}

std::optional<QString> pageTarget(const QString &address)
{
    const QString trimmed = address.trimmed();
    const QUrl url(trimmed);
    const bool web = url.scheme().startsWith("http"_L1) || trimmed.startsWith("//"_L1);
    if (trimmed.isEmpty() || !url.isValid() || (web && url.host().isEmpty()))
        return std::nullopt;
    return HtmlWriter::safeTarget(trimmed);
}

QString hostOf(const QString &address)
{
    const QUrl url(address);
    if (url.scheme() == "mailto"_L1)
        return url.path();
    const QString host = url.host();
    return host.isEmpty() ? address : host.startsWith("www."_L1) ? host.sliced(4) : host;
}

} // namespace Weeknotes::Markdown
