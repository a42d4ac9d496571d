// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/periodfit.h"

#include <algorithm>

namespace Weeknotes {
namespace {

constexpr int longestNoGap = 3; // days

void addGap(std::vector<Period> &gaps, const Period &gap)
{
    if (gap.isValid() && gap.days() > longestNoGap)
        gaps.push_back(gap);
}

} // namespace

PeriodFit fitOf(const Period &period, const NoteId &self, const std::vector<NoteHeader> &notes,
                const std::vector<Pause> &pauses, QDate today)
{
    PeriodFit fit;
    std::optional<QDate> before; // the last day before it that something speaks of
    std::optional<QDate> after;  // and the first after it
    bool isFirst = true;
    bool isLast = true;
    bool reachesBefore = false; // something speaks of the day before it
    bool reachesAfter = false;
    const auto look = [&](const Period &other) {
        if (other.last < period.first)
            before = std::max(before.value_or(other.last), other.last);
        else if (other.first > period.last)
            after = std::min(after.value_or(other.first), other.first);
        reachesBefore = reachesBefore || other.contains(period.first.addDays(-1));
        reachesAfter = reachesAfter || other.contains(period.last.addDays(1));
    };
    for (const NoteHeader &note : notes) {
        if (note.id == self || note.fields.kind == NoteKind::Post || !note.fields.covers)
            continue;
        if (note.fields.covers->overlaps(period))
            fit.overlaps.push_back(note);
        isFirst = isFirst && note.fields.covers->first >= period.first;
        isLast = isLast && note.fields.covers->last <= period.last;
        look(*note.fields.covers);
    }
    std::ranges::sort(fit.overlaps, [](const NoteHeader &a, const NoteHeader &b) { return newerFirst(b, a); });
    for (const Pause &pause : pauses)
        look(pause.days(today));
    if (before && !isFirst && !reachesBefore)
        addGap(fit.gaps, Period{before->addDays(1), period.first.addDays(-1)});
    if (after && !isLast && !reachesAfter)
        addGap(fit.gaps, Period{period.last.addDays(1), after->addDays(-1)});
    return fit;
}

} // namespace Weeknotes
