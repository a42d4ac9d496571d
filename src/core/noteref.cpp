// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/noteref.h"

#include <QStringList>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

using Matches = std::function<bool(const NoteHeader &)>;

constexpr qsizetype ShortReferenceLength = 8;

bool isHexadecimal(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return u"0123456789abcdef"_s.contains(c.toLower()); });
}

// How well a note answers to a reference: the first of these that fits any note decides.
std::vector<Matches> waysToMean(const QString &text, const WeekRules &rules)
{
    if (const auto id = NoteId::parse(text))
        return {[=](const NoteHeader &note) { return note.id == *id; }};
    if (const auto week = Week::parse(text)) {
        const auto coversWeek = [=](const NoteHeader &note) {
            return note.fields.covers && std::ranges::contains(weeksCoveredBy(*note.fields.covers, rules), *week);
        };
        return {[=](const NoteHeader &note) { return note.fields.kind != NoteKind::Post && coversWeek(note); },
                coversWeek};
    }
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid()) {
        const auto coversDay = [=](const NoteHeader &note) {
            return note.fields.covers && note.fields.covers->contains(day);
        };
        return {[=](const NoteHeader &note) { return note.fields.kind != NoteKind::Post && coversDay(note); },
                coversDay,
                [=](const NoteHeader &note) { return note.fields.published && note.fields.published->date() == day; },
                [=](const NoteHeader &note) { return note.fields.written == day; }};
    }
    std::vector<Matches> ways;
    if (const auto number = SeasonNumber::parse(text))
        ways.push_back([=](const NoteHeader &note) { return note.fields.number.covers(*number); });
    if (text.size() >= ShortReferenceLength && isHexadecimal(text))
        ways.push_back([=](const NoteHeader &note) { return note.id.toString().endsWith(text, Qt::CaseInsensitive); });
    return ways;
}

} // namespace

Result<NoteHeader> findNote(const QString &text, const std::vector<NoteHeader> &notes, const WeekRules &rules)
{
    const auto ways = waysToMean(text.trimmed(), rules);
    if (ways.empty())
        return std::unexpected(Error{Error::Kind::BadValue, text, u"id, 2026-W47, 2026-11-20, 3.09"_s});
    for (const Matches &matches : ways) {
        std::vector<const NoteHeader *> found;
        for (const NoteHeader &note : notes) {
            if (matches(note))
                found.push_back(&note);
        }
        if (found.size() == 1)
            return *found.front();
        if (found.size() > 1) {
            QStringList ids;
            for (const NoteHeader *note : found)
                ids += note->id.toString();
            return std::unexpected(Error{Error::Kind::Ambiguous, text, ids.join(u", ")});
        }
    }
    return std::unexpected(Error{Error::Kind::NotFound, text});
}

QString shortReference(const NoteId &id)
{
    return id.toString().last(ShortReferenceLength);
}

} // namespace Weeknotes
