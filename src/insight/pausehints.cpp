// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/pausehints.h"

#include "insight/daysintext.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QRegularExpression words(const QString &pattern)
{
    return QRegularExpression(u"\\b(?:"_s + pattern + u")\\b"_s, QRegularExpression::CaseInsensitiveOption |
                                                                     QRegularExpression::UseUnicodePropertiesOption);
}

bool speaksOfBreak(const QString &title)
{
    static const auto pattern = words(u"pause|pausing|break|breather|hiatus|holiday|annual leave"_s);
    return pattern.match(title).hasMatch();
}

/// The sentence of `text` that announces a pause of the notes; rather one that names the return.
QString announcementIn(const QString &text)
{
    static const auto pausing =
        words(u"pausing|(?:a|will|to|going to) pause|(?:a|taking|take|having|have) (?:a |an )?(?:\\w+ )?"
              "(?:break|pause|hiatus)|(?:stopping|no) (?:week ?notes|these notes)"_s);
    static const auto notes = words(u"week ?notes?|these notes|this (?:blog|newsletter)|writing"_s);
    static const auto returning =
        words(u"(?:start|begin|be|come|pick (?:this|these|it|them) up|resume|return\\w*)(?: \\w+)? ?(?:again|back)?"_s);
    static const auto when = words(u"(?:in|on|at|from|until|till|by|around|mid-?) ?(?:the )?(?:\\w+ )?(?:of )?"
                                   "(?:january|february|march|april|may|june|july|august|september|october|november|"
                                   "december|new year|\\d{1,2})|next month|weeks?"_s);
    static const QRegularExpression sentenceEnd(uR"((?<=[.!?…])\s+|\n+)"_s);
    QString found;
    for (const QString &sentence : text.split(sentenceEnd, Qt::SkipEmptyParts)) {
        if (!pausing.match(sentence).hasMatch())
            continue;
        const bool names = returning.match(sentence).hasMatch() && when.match(sentence).hasMatch();
        if (names)
            return sentence.simplified();
        if (found.isEmpty() && notes.match(sentence).hasMatch())
            found = sentence.simplified();
    }
    return found;
}

int monthIn(const QString &name)
{
    for (int month = 1; month <= 12; ++month) {
        if (QLocale::c().monthName(month).compare(name, Qt::CaseInsensitive) == 0)
            return month;
    }
    return 0;
}

QDate firstWeekFrom(QDate day, const WeekRules &rules)
{
    const QDate start = Week::of(day, rules).days(rules).first;
    return start < day ? start.addDays(7) : start;
}

/// The day of the return that a sentence names, after `from`.
std::optional<QDate> returnIn(const QString &sentence, QDate from, const WeekRules &rules)
{
    static const auto weeks = words(u"(?:for|in|after) (\\d+|an?|one|two|three|four|five|six|seven|eight) weeks?"_s);
    static const auto month = words(u"(beginning|start|middle|end|mid)?(?: of |-| )?(january|february|march|april|may|"
                                    "june|july|august|september|october|november|december|new year)"_s);
    static const QStringList numbers{u"a"_s,    u"one"_s, u"two"_s,   u"three"_s, u"four"_s,
                                     u"five"_s, u"six"_s, u"seven"_s, u"eight"_s};
    const auto after = [from](auto dayIn) -> std::optional<QDate> {
        for (int year = from.year(); year <= from.year() + 1; ++year) {
            if (const QDate day = dayIn(year); day.isValid() && day > from)
                return day;
        }
        return std::nullopt;
    };
    for (const DayMention &mention : daysIn(sentence)) {
        const auto day = after([&](int year) { return dateOf(mention.day, mention.day.year.value_or(year)); });
        if (day)
            return day;
    }
    if (const auto match = weeks.match(sentence); match.hasMatch()) {
        const QString count = match.captured(1).toLower();
        const qsizetype named = numbers.indexOf(count == "an"_L1 ? u"a"_s : count);
        const int number = named >= 0 ? std::max(1, int(named)) : count.toInt();
        if (number > 0 && number < 100)
            return from.addDays(7 * number);
    }
    const auto match = month.match(sentence);
    if (!match.hasMatch())
        return std::nullopt;
    const QString part = match.captured(1).toLower();
    const QString name = match.captured(2);
    const int number = name.compare("new year"_L1, Qt::CaseInsensitive) == 0 ? 1 : monthIn(name);
    const int earliest = part == "end"_L1 ? 22 : part.startsWith("mid"_L1) ? 11 : 1;
    return after([&](int year) { return firstWeekFrom(QDate(year, number, earliest), rules); });
}

} // namespace

std::vector<PauseHint> pauseHints(const std::vector<NoteDraft> &notes, const std::vector<Pause> &known,
                                  const WeekRules &rules)
{
    std::vector<const NoteDraft *> dated;
    for (const NoteDraft &note : notes) {
        if (note.fields.covers && note.fields.kind != NoteKind::Post)
            dated.push_back(&note);
    }
    std::ranges::stable_sort(dated, {}, [](const NoteDraft *note) { return *note->fields.covers; });

    std::vector<PauseHint> hints;
    for (auto note = dated.begin(); note != dated.end(); ++note) {
        const NoteFields &fields = (*note)->fields;
        const QString sentence = announcementIn((*note)->text);
        if (sentence.isEmpty() && !speaksOfBreak(fields.title))
            continue;
        PauseHint hint{.from = fields.covers->last.addDays(1),
                       .plannedTo = {},
                       .to = {},
                       .announcedIn = fields.title,
                       .words = sentence.isEmpty() ? fields.title : sentence,
                       .inside = {},
                       .returnedWith = {}};
        auto next = note + 1;
        // Its own notes speak of it, and no week comes between.
        for (; next != dated.end() && speaksOfBreak((*next)->fields.title); ++next)
            hint.inside << (*next)->fields.title;
        if (next != dated.end()) {
            hint.to = (*next)->fields.covers->first.addDays(-1);
            hint.returnedWith = (*next)->fields.title;
        }
        hint.plannedTo = returnIn(hint.words, hint.from, rules).transform([](QDate day) { return day.addDays(-1); });
        note = next - 1;
        const Period days = hint.pause({}).days(hint.from);
        const bool isWeek = hint.to ? hint.from.daysTo(*hint.to) >= 6 : hint.plannedTo.has_value();
        const bool isKnown = std::ranges::any_of(
            known, [&](const Pause &pause) { return days.isValid() && pause.days(days.last).overlaps(days); });
        if (isWeek && days.isValid() && !isKnown)
            hints.push_back(hint);
    }
    return hints;
}

} // namespace Weeknotes
