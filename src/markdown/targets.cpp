// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/targets.h"

#include "markdown/document.h"

#include <QRegularExpression>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Weeknotes::Markdown {

namespace {

/// One of the targets that are sought, in the text.
struct Place
{
    qsizetype begin = 0;
    QString target;
};

/// Where one of `targets` stands like the target of an image or link, or like that of a reference. It may be code.
std::vector<Place> placesIn(const QString &text, const QStringList &targets)
{
    static const QRegularExpression before(u"\\](?:\\([ \\t\\n]*|:[ \\t]*\\n?[ \\t]*)<?"_s);
    static const QString ends = u" \t\n)>"_s;
    std::vector<Place> places;
    for (const auto &match : before.globalMatch(text)) {
        const QStringView rest = QStringView(text).sliced(match.capturedEnd());
        const auto found = std::ranges::find_if(targets, [&](const QString &target) {
            return rest.startsWith(target) && (rest.size() == target.size() || ends.contains(rest[target.size()]));
        });
        if (found != targets.end())
            places.push_back({match.capturedEnd(), *found});
    }
    return places;
}

QStringList allTargets(const QString &text)
{
    QStringList all;
    visitInlines(*Document::parse(text), [&](const Inline &piece) {
        if (piece.kind == Inline::Kind::Image || piece.kind == Inline::Kind::Link)
            all << piece.target;
    });
    return all;
}

/// True if `after` are the targets `before`, some of them changed as they are to be.
bool isChangedBy(const QHash<QString, QString> &changes, const QStringList &before, const QStringList &after)
{
    return before != after && std::ranges::equal(before, after, [&](const QString &old, const QString &changed) {
               return changed == old || changed == changes.value(old);
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

QString withTargets(const QHash<QString, QString> &changes, const QString &markdown)
{
    constexpr qsizetype most = 200'000'000; // characters to parse: two seconds
    const std::vector<Place> places = placesIn(markdown, changes.keys());
    if (qsizetype(places.size()) * markdown.size() > most)
        return markdown;
    QString changed = markdown;
    QStringList before = allTargets(markdown);
    // Only the parser knows what is a link: each change must do to the document what is meant, and nothing else. From
    // the end on, so that the places before it stay what they are.
    for (const auto &[begin, target] : places | std::views::reverse) {
        const QString tried = QString(changed).replace(begin, target.size(), changes.value(target));
        if (QStringList after = allTargets(tried); isChangedBy(changes, before, after)) {
            changed = tried;
            before = std::move(after);
        }
    }
    return changed;
}

} // namespace Weeknotes::Markdown
