// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/thanks.h"

#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// The words that thank, up to where names begin.
const QRegularExpression &thanking()
{
    static const QRegularExpression words(
        uR"((?<![\p{L}\p{N}])(?i:)"
        uR"(thank(?:s|[ -]?you)(?:[ ,]+(?:so|very|also|again|once|more|much|too|as|ever|well|always)\b)*)"
        uR"((?:[ ,]+(?:all|both)\b)?(?:[ ,–—-]+(?:to|and|goes|go|firstly|especially|particularly)\b)*)"
        uR"(|(?:hat tip|shout[ -]?out|kudos|props|grateful|credit)(?: (?:also|goes|go))* to)"
        uR"(|danke?s?(?:[ ,]+(?:auch|sehr|nochmals?|besonders|geht|gilt|gebührt|euch|dir|an|von|herzen)\b)*)"
        uR"(|diolch(?:[ ,]+(?:yn|o|fawr|galon|arbennig|hefyd|eto|i)\b)*)"
        uR"()[ ,:–—]*)"_s);
    return words;
}

const QRegularExpression &name()
{
    static const QRegularExpression pattern(
        uR"(\G(?:@[\p{L}\p{N}_][\p{L}\p{N}_.-]*[\p{L}\p{N}_])"
        uR"(|\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}+)*)"
        uR"((?: (?:(?:van|von|de|der|den|ap|ab|al|el|la|le) )*\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}+)*){0,2}))"_s);
    return pattern;
}

/// What may stand between two of them.
const QRegularExpression &joining()
{
    static const QRegularExpression pattern(
        uR"(\G(?: ?, ?(?:and |und |a |ac |to |also )*| (?:and|und|sowie|a|ac|&|\+|with) (?:to |also |an |i )?| ?/ ?))"_s);
    return pattern;
}

bool isNobody(const QString &word)
{
    static const QSet<QString> nobody = [] {
        const QStringList listed =
            u"I A An The This That It We You They My Our Your All Also Everyone Everybody Anyone Team Teams And But So "
            "For Next Last God Goodness Christmas Twitter Google Weeknotes Thanks Thank Alle Allen Euch Dir Ihnen "
            "Kolleginnen Kollegen Der Die Das Dem Den Dank Danke Pawb Y Yr Chi Diolch"_s.split(u' ');
        QSet<QString> words(listed.begin(), listed.end());
        const QLocale english(QLocale::English);
        for (int month = 1; month <= 12; ++month)
            words << english.monthName(month);
        for (int day = 1; day <= 7; ++day)
            words << english.dayName(day);
        return words;
    }();
    return nobody.contains(word);
}

bool isPerson(const QString &words)
{
    if (words.startsWith(u'@'))
        return true;
    const QString first = words.section(u' ', 0, 0);
    return first.size() > 1 && first != first.toUpper() && !isNobody(first);
}

/// What may be a name at that place: a match begins with a look through all that it is given.
QStringView wordsAt(const QString &text, qsizetype at)
{
    constexpr qsizetype longestName = 200;
    QStringView words = QStringView(text).mid(at, longestName);
    if (!words.isEmpty() && words.back().isHighSurrogate())
        words.chop(1);
    return words;
}

} // namespace

QStringList peopleThanked(const QString &text)
{
    QStringList people;
    QSet<QString> known;
    for (auto it = thanking().globalMatch(text); it.hasNext();) {
        qsizetype at = it.next().capturedEnd();
        while (true) {
            const auto found = name().matchView(wordsAt(text, at));
            if (!found.hasMatch())
                break;
            const QString words = found.captured();
            if (!isPerson(words))
                break;
            if (!known.contains(words)) {
                known.insert(words);
                people << words;
            }
            at += found.capturedEnd();
            const auto more = joining().matchView(wordsAt(text, at));
            if (!more.hasMatch())
                break;
            at += more.capturedEnd();
        }
    }
    return people;
}

const QRegularExpression &handleForm()
{
    static const QRegularExpression form(uR"((?<![\w@./])@([\p{L}\p{N}_][\w-]*))"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return form;
}

} // namespace Weeknotes
