// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/postlinks.h"

#include "markdown/htmlwriter.h"
#include "publisher/post.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

bool isWeb(const QUrl &url)
{
    return (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty();
}

QString encoded(const QUrl &url)
{
    return QString::fromLatin1(url.toEncoded());
}

} // namespace

QStringList noteReferences(const Markdown::Document &document)
{
    static constexpr auto scheme = "week:"_L1;
    QStringList references;
    visitInlines(document, [&references](const Markdown::Inline &piece) {
        if (piece.kind == Markdown::Inline::Kind::Link && piece.target.startsWith(scheme))
            references << piece.target.sliced(scheme.size());
    });
    return references;
}

std::optional<QString> wholeTarget(const Post &post, const QString &target)
{
    if (target.startsWith("week:"_L1)) {
        const QUrl address = post.address.resolved(post.links.value(target));
        return post.links.contains(target) && isWeb(address) ? std::optional(encoded(address)) : std::nullopt;
    }
    QString trimmed = target.trimmed();
    const QUrl url(trimmed);
    if (trimmed.isEmpty() || trimmed.startsWith(u'#') || !url.isValid() || !Markdown::HtmlWriter::safeTarget(trimmed))
        return std::nullopt;
    if (url.scheme() == "mailto"_L1 || isWeb(url))
        return trimmed;
    if (!url.isRelative() || !isWeb(post.address))
        return std::nullopt;
    const QUrl whole = post.address.resolved(url);
    return isWeb(whole) ? std::optional(encoded(whole)) : std::nullopt;
}

std::optional<QString> publicImage(const Post &post, const QString &target)
{
    if (const auto own = post.images.constFind(target); own != post.images.cend())
        return isWeb(post.address) ? std::optional(encoded(post.address.resolved(QUrl(own->file.name)))) : std::nullopt;
    const QUrl url(target.startsWith("//"_L1) ? "https:"_L1 + target : target);
    return isWeb(url) ? std::optional(encoded(url)) : std::nullopt;
}

} // namespace Weeknotes
