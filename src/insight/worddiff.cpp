// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/worddiff.h"

#include <QStringList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <optional>

namespace Weeknotes {

namespace {

using Kind = DiffRun::Kind;
using Tokens = QList<QStringView>;

/// More changes than this are not looked for one by one; memory grows with their square.
constexpr int mostChanges = 1000;

Tokens linesOf(QStringView text)
{
    Tokens lines;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf(u'\n');
        const qsizetype size = end < 0 ? text.size() : end + 1;
        lines << text.first(size);
        text = text.sliced(size);
    }
    return lines;
}

Tokens wordsOf(QStringView text)
{
    Tokens words;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text.data(), text.size());
    qsizetype begin = 0;
    for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
        words << text.sliced(begin, end - begin);
        begin = end;
    }
    return words;
}

/// One step of an edit: so many tokens that both share, that are gone, or that were added.
struct Step
{
    Kind kind = Kind::Same;
    qsizetype count = 0;
};

void append(std::vector<Step> &steps, Kind kind, qsizetype count)
{
    if (count == 0)
        return;
    if (!steps.empty() && steps.back().kind == kind)
        steps.back().count += count;
    else
        steps.push_back({kind, count});
}

/// The furthest that each diagonal reaches with so many changes, one vector for each number of them.
using Reach = std::vector<std::vector<qsizetype>>;

/// Nothing where it takes too many changes. A vector of `d` changes holds diagonals -d - 1 to d + 1.
std::optional<Reach> reachOf(const Tokens &a, const Tokens &b)
{
    Reach reach;
    std::vector<qsizetype> furthest{0, 0, 0};
    for (qsizetype d = 0; d <= mostChanges; ++d) {
        std::vector<qsizetype> next(size_t(2 * d + 3), 0);
        for (qsizetype k = -d; k <= d; k += 2) {
            const auto before = [&](qsizetype diagonal) { return furthest[size_t(diagonal + d)]; };
            const bool down = k == -d || (k != d && before(k - 1) < before(k + 1));
            qsizetype x = d == 0 ? 0 : down ? before(k + 1) : before(k - 1) + 1;
            while (x < a.size() && x - k < b.size() && a[x] == b[x - k])
                ++x;
            next[size_t(k + d + 1)] = x;
            if (x >= a.size() && x - k >= b.size()) {
                reach.push_back(std::move(next));
                return reach;
            }
        }
        reach.push_back(next);
        furthest = std::move(next);
    }
    return std::nullopt;
}

std::vector<Step> shortestEdit(const Tokens &a, const Tokens &b)
{
    std::vector<Step> steps;
    const auto reach = reachOf(a, b);
    if (!reach) {
        append(steps, Kind::Gone, a.size());
        append(steps, Kind::Added, b.size());
        return steps;
    }
    qsizetype x = a.size();
    qsizetype y = b.size();
    for (qsizetype d = qsizetype(reach->size()) - 1; d > 0; --d) {
        const auto before = [&](qsizetype diagonal) { return (*reach)[size_t(d - 1)][size_t(diagonal + d)]; };
        const qsizetype k = x - y;
        const bool down = k == -d || (k != d && before(k - 1) < before(k + 1));
        const qsizetype fromX = before(down ? k + 1 : k - 1);
        const qsizetype fromY = fromX - (down ? k + 1 : k - 1);
        const qsizetype same = std::min(x - fromX - (down ? 0 : 1), y - fromY - (down ? 1 : 0));
        append(steps, Kind::Same, same);
        append(steps, down ? Kind::Added : Kind::Gone, 1);
        x = fromX;
        y = fromY;
    }
    append(steps, Kind::Same, x);
    std::ranges::reverse(steps);
    return steps;
}

qsizetype lengthOf(const Tokens &tokens, qsizetype from, qsizetype count)
{
    qsizetype length = 0;
    for (qsizetype i = from; i < from + count; ++i)
        length += tokens[i].size();
    return length;
}

/// The parts of two texts as steps over their characters.
std::vector<Step> edit(QStringView older, QStringView newer, Tokens (*split)(QStringView))
{
    const Tokens a = split(older);
    const Tokens b = split(newer);
    qsizetype x = 0;
    qsizetype y = 0;
    std::vector<Step> characters;
    for (const Step &step : shortestEdit(a, b)) {
        append(characters, step.kind,
               step.kind == Kind::Added ? lengthOf(b, y, step.count) : lengthOf(a, x, step.count));
        x += step.kind == Kind::Added ? 0 : step.count;
        y += step.kind == Kind::Gone ? 0 : step.count;
    }
    return characters;
}

/// Collects runs; a change is held back until what follows shows where it ends.
class Runs
{
public:
    void same(QStringView text)
    {
        const bool joins =
            (!m_gone.isEmpty() || !m_added.isEmpty()) && text.trimmed().isEmpty() && !text.contains(u'\n');
        if (joins) {
            m_space += text; // between two changes it belongs to both
            return;
        }
        flush();
        if (!m_runs.empty() && m_runs.back().kind == Kind::Same)
            m_runs.back().text += text;
        else if (!text.isEmpty())
            m_runs.push_back({Kind::Same, text.toString()});
    }
    void changed(QStringView gone, QStringView added)
    {
        const QString space = std::exchange(m_space, {});
        (m_gone += space) += gone;
        (m_added += space) += added;
    }
    [[nodiscard]] std::vector<DiffRun> take()
    {
        flush();
        return std::move(m_runs);
    }

private:
    void flush()
    {
        const QString space = std::exchange(m_space, {});
        if (!m_gone.isEmpty())
            m_runs.push_back({Kind::Gone, std::exchange(m_gone, {})});
        if (!m_added.isEmpty())
            m_runs.push_back({Kind::Added, std::exchange(m_added, {})});
        if (!space.isEmpty())
            same(space);
    }

    std::vector<DiffRun> m_runs;
    QString m_gone;
    QString m_added;
    QString m_space;
};

/// Calls `same(text)` and `changed(gone, added)` for the steps of an edit, neighbouring changes together.
template <typename Same, typename Changed>
void walk(QStringView older, QStringView newer, const std::vector<Step> &steps, Same same, Changed changed)
{
    qsizetype gone = 0;
    qsizetype added = 0;
    const auto take = [](QStringView &text, qsizetype count) {
        const QStringView taken = text.first(count);
        text = text.sliced(count);
        return taken;
    };
    const auto flush = [&] {
        if (gone > 0 || added > 0)
            changed(take(older, std::exchange(gone, 0)), take(newer, std::exchange(added, 0)));
    };
    for (const Step &step : steps) {
        (step.kind == Kind::Gone ? gone : added) += step.kind == Kind::Same ? 0 : step.count;
        if (step.kind != Kind::Same)
            continue;
        flush();
        take(older, step.count);
        same(take(newer, step.count));
    }
    flush();
}

/// Two passages that share a few small words by chance are told apart as wholes.
bool haveMuchInCommon(const std::vector<Step> &steps, qsizetype length)
{
    constexpr int part = 5;
    qsizetype same = 0;
    for (const Step &step : steps)
        same += step.kind == Kind::Same ? step.count : 0;
    return same * part >= length;
}

} // namespace

std::vector<DiffRun> wordDiff(const QString &older, const QString &newer)
{
    Runs runs;
    const auto same = [&](QStringView text) { runs.same(text); };
    walk(older, newer, edit(older, newer, linesOf), same, [&](QStringView gone, QStringView added) {
        const auto words = edit(gone, added, wordsOf);
        const auto changed = [&](QStringView before, QStringView after) { runs.changed(before, after); };
        if (haveMuchInCommon(words, std::max(gone.size(), added.size())))
            walk(gone, added, words, same, changed);
        else
            changed(gone, added);
    });
    return runs.take();
}

} // namespace Weeknotes
