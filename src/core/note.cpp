// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/note.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

template <typename Enum, size_t N> using Words = std::array<std::pair<Enum, QLatin1StringView>, N>;

constexpr Words<NoteKind, 4> kindWords{{{NoteKind::Weeknote, "weeknote"_L1},
                                        {NoteKind::Fortnight, "fortnight"_L1},
                                        {NoteKind::Longer, "longer"_L1},
                                        {NoteKind::Post, "post"_L1}}};
constexpr Words<NoteStatus, 3> statusWords{
    {{NoteStatus::Draft, "draft"_L1}, {NoteStatus::Ready, "ready"_L1}, {NoteStatus::Published, "published"_L1}}};

template <typename Enum, size_t N> QString wordFor(const Words<Enum, N> &words, Enum value)
{
    for (const auto &[candidate, word] : words) {
        if (candidate == value)
            return word;
    }
    Q_UNREACHABLE_RETURN({});
}

template <typename Enum, size_t N> std::optional<Enum> valueFor(const Words<Enum, N> &words, QStringView text)
{
    for (const auto &[value, word] : words) {
        if (text == word)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString nameOf(NoteKind kind)
{
    return wordFor(kindWords, kind);
}

std::optional<NoteKind> noteKindFromString(QStringView text)
{
    return valueFor(kindWords, text);
}

QString nameOf(NoteStatus status)
{
    return wordFor(statusWords, status);
}

std::optional<NoteStatus> noteStatusFromString(QStringView text)
{
    return valueFor(statusWords, text);
}

NoteFields carriedOver(const NoteFields &current, const NoteFields &from, const NoteFields &to)
{
    NoteFields result = current;
    const auto carry = [&](auto... members) {
        const auto one = [&](auto member) {
            if (current.*member == from.*member)
                result.*member = to.*member;
        };
        (one(members), ...);
    };
    carry(&NoteFields::kind, &NoteFields::covers, &NoteFields::number, &NoteFields::title, &NoteFields::subtitle,
          &NoteFields::kicker, &NoteFields::author, &NoteFields::language, &NoteFields::status, &NoteFields::written,
          &NoteFields::published, &NoteFields::canonical, &NoteFields::tags);
    return result;
}

QDate sortDay(const NoteHeader &header)
{
    if (header.fields.covers)
        return header.fields.covers->last;
    if (header.fields.published)
        return header.fields.published->date();
    return header.fields.written.value_or(header.created.date());
}

std::optional<QDate> knownDay(const NoteHeader &header)
{
    const NoteFields &fields = header.fields;
    const bool isKnown = fields.covers || fields.published || fields.written || header.source.kind.isEmpty();
    return isKnown ? std::optional(sortDay(header)) : std::nullopt;
}

bool newerFirst(const NoteHeader &a, const NoteHeader &b)
{
    if (const QDate dayA = sortDay(a), dayB = sortDay(b); dayA != dayB)
        return dayA > dayB;
    if (a.fields.number != b.fields.number)
        return a.fields.number > b.fields.number;
    return a.id > b.id;
}

NoteKind kindForDays(int days)
{
    switch (days) {
    case 7:
        return NoteKind::Weeknote;
    case 14:
        return NoteKind::Fortnight;
    default:
        return NoteKind::Longer;
    }
}

} // namespace Weeknotes
