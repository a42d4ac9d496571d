// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/daysintext.h"
#include "insight/look.h"
#include "insight/yearevidence.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// The words by which a sentence speaks of what is to come.
const QRegularExpression &comingWords(const QString &language)
{
    static const QRegularExpression german(uR"(\b(?:wird|werden|werde|wollen|will|soll|sollen|planen|plane)\b)"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression english(
        uR"(\b(?:will|won['’]t|(?:plan|planning|aim|aiming|expect|due|need) to|(?:am|is|are|['’](?:m|re|s)) going to|(?:is|are) (?:due|planned|expected|scheduled)|should be)\b|\w['’]ll\b)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return language == "de"_L1 ? german : english;
}

/// "by mid-October", "by the end of March", "by March": its last day. English.
QDate endOfTime(const QString &sentence, QDate reference)
{
    static const QRegularExpression form(
        uR"(\bby (?:the )?(?:(mid|early|late|end of|beginning of|start of)[- ])?(January|February|March|April|May|June|July|August|September|October|November|December)\b(?! \d{1,2}\b)(?:,? (20\d\d)\b)?)"_s);
    const auto match = form.match(sentence);
    if (!match.hasMatch())
        return {};
    const QLocale english = QLocale::c();
    int month = 1;
    while (english.monthName(month) != match.captured(2))
        ++month;
    const QDate first = match.hasCaptured(3) && !match.captured(3).isEmpty()
                            ? QDate(match.captured(3).toInt(), month, 1)
                            : nearestDate({.year = {}, .month = month, .day = 1}, reference);
    const QString part = match.captured(1);
    if (part == "early"_L1 || part.startsWith("beg"_L1) || part.startsWith("start"_L1))
        return first.addDays(9);
    return part == "mid"_L1 ? first.addDays(19) : first.addMonths(1).addDays(-1);
}

/// The last day of which `sentence` speaks, near to `reference`.
QDate lastDayOf(const QString &sentence, QDate reference)
{
    QDate last = endOfTime(sentence, reference);
    for (const DayMention &mention : daysIn(sentence)) {
        const QDate day = mention.day.year ? dateOf(mention.day) : nearestDate(mention.day, reference);
        if (day.isValid() && (!last.isValid() || day > last))
            last = day;
    }
    return last;
}

} // namespace

void lookAtPromises(Look &look)
{
    if (look.language != "en"_L1 && look.language != "de"_L1)
        return;
    const NoteFields &fields = look.input.note.fields;
    // What came before the note's own days, the writer knew of; what lies between those and the day it goes out, not.
    const QDate begin = fields.covers ? fields.covers->first : sortDay(look.input.note);
    QDate out = look.input.today;
    if (fields.published)
        out = std::min(out, fields.published->date());
    else if (fields.status == NoteStatus::Published)
        out = fields.written.value_or(begin);
    if (!begin.isValid())
        return;
    for (const LookProse &prose : look.prose) {
        if (prose.setting().quote || prose.setting().appeal)
            continue;
        for (const SentencePlace &place : sentencesOf(prose.words())) {
            constexpr qsizetype longest = 1000; // characters of what somebody would read as one
            if (place.length > longest)
                continue;
            const QString sentence = prose.words().sliced(place.begin, place.length);
            if (!comingWords(look.language).match(sentence).hasMatch())
                continue;
            const QDate day = lastDayOf(sentence, begin);
            if (!day.isValid() || day < begin || day >= out)
                continue;
            look.add(LookRule::PastPromise, prose.place(place.begin, place.length), openingWords(sentence)).day = day;
        }
    }
}

} // namespace Weeknotes
