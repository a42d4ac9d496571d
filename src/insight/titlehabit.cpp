// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/titlehabit.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

std::vector<const NoteFields *> newestSeason(const std::vector<NoteHeader> &notes)
{
    std::vector<const NoteFields *> season;
    for (const NoteHeader &note : notes) {
        const bool counts = note.fields.kind != NoteKind::Post &&
                            (season.empty() || note.fields.number.season == season.front()->number.season);
        if (counts)
            season.push_back(&note.fields);
    }
    return season;
}

/// `pattern` as people write it who share the habit: with one digit or two, and with each dash.
std::vector<TitlePattern> writings(const TitlePattern &pattern, const QLocale &locale)
{
    std::vector<TitlePattern> all;
    for (const auto &digits : {u"{episode:02}"_s, u"{episode}"_s}) {
        for (const QChar dash : {u'—', u'–', u'-'}) {
            QString text = pattern.pattern();
            text.replace(u" — "_s, u" %1 "_s.arg(dash)).replace(u"{episode:02}"_s, digits);
            if (auto parsed = TitlePattern::parse(text, locale))
                all.push_back(*std::move(parsed));
        }
    }
    return all;
}

bool writesTitleOf(const TitlePattern &pattern, const NoteFields &fields)
{
    const auto reading = pattern.read(fields.title);
    return reading && pattern.write({fields.number, fields.covers, fields.written, reading->title}) == fields.title;
}

} // namespace

std::optional<TitlePattern> ownTitlePattern(const std::vector<NoteHeader> &notes, const QLocale &locale)
{
    const std::vector<const NoteFields *> season = newestSeason(notes);
    std::optional<TitlePattern> own;
    auto most = std::max(std::ptrdiff_t(2), std::ssize(season) / 2);
    for (const TitlePattern &habit : TitlePattern::common()) {
        for (const TitlePattern &pattern : writings(habit, locale)) {
            const auto writes = [&](const NoteFields *fields) { return writesTitleOf(pattern, *fields); };
            // Earlier patterns say more, so that a later one has to write more titles.
            if (const auto count = std::ranges::count_if(season, writes); count > most) {
                own = pattern;
                most = count;
            }
        }
    }
    return own;
}

} // namespace Weeknotes
