// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/copylinks.h"

#include "markdown/document.h"

#include <QRegularExpression>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Weeknotes {

using Markdown::Inline;

namespace {

/// Where one of `targets` stands like the target of an image or link, or like that of a reference. It may be code.
std::vector<qsizetype> placesIn(const QString &text, const QSet<QString> &targets)
{
    static const QRegularExpression before(u"\\](?:\\([ \\t\\n]*|:[ \\t]*\\n?[ \\t]*)<?"_s);
    static const QString ends = u" \t\n)>"_s;
    std::vector<qsizetype> places;
    for (const auto &match : before.globalMatch(text)) {
        const QStringView rest = QStringView(text).sliced(match.capturedEnd());
        const bool isThere = std::ranges::any_of(targets, [&](const QString &target) {
            return rest.startsWith(target) && (rest.size() == target.size() || ends.contains(rest[target.size()]));
        });
        if (isThere)
            places.push_back(match.capturedEnd());
    }
    return places;
}

QStringList allTargets(const QString &text)
{
    QStringList all;
    visitInlines(*Markdown::Document::parse(text), [&](const Inline &piece) {
        if (piece.kind == Inline::Kind::Image || piece.kind == Inline::Kind::Link)
            all << piece.target;
    });
    return all;
}

/// True if `after` are the targets `before`, some of them with `folder` before them.
bool isBelow(const QString &folder, const QStringList &before, const QStringList &after)
{
    return before != after && std::ranges::equal(before, after, [&](const QString &old, const QString &changed) {
               return changed == old || changed == folder + old;
           });
}

} // namespace

QStringList targetsIn(const QString &markdown)
{
    QStringList targets;
    for (const QString &target : allTargets(markdown)) {
        if (!targets.contains(target))
            targets << target;
    }
    return targets;
}

QString withTargetsBelow(const QString &folder, const QSet<QString> &targets, const QString &markdown)
{
    constexpr qsizetype most = 200'000'000; // characters to parse: two seconds
    const std::vector<qsizetype> places = placesIn(markdown, targets);
    if (qsizetype(places.size()) * markdown.size() > most)
        return markdown;
    QString changed = markdown;
    QStringList before = allTargets(markdown);
    // Only the parser knows what is a link: each change must do to the document what is meant, and nothing else. From
    // the end on, so that the places before it stay what they are.
    for (const qsizetype place : places | std::views::reverse) {
        const QString tried = QString(changed).insert(place, folder);
        if (QStringList after = allTargets(tried); isBelow(folder, before, after)) {
            changed = tried;
            before = std::move(after);
        }
    }
    return changed;
}

} // namespace Weeknotes
