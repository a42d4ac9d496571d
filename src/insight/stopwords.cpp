// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/stopwords.h"

#include "core/searchfold.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QSet<QString> setOf(const QString &words)
{
    const QStringList list = words.split(u' ');
    return {list.begin(), list.end()};
}

/// Short, since what every note says weighs nothing anyway (WordCounts): these are the words that a few notes alone
/// would bring to the top.
QHash<QString, QSet<QString>> allStopWords()
{
    return {
        {u"en"_s,
         setOf(u"about across after again all along already also although always among and another any anything are "
               "aren't around away back because become been before being best better between bit both bring "
               "bringing brought but came can can't could couldn't couple day days did didn't different does "
               "doesn't doing don't done down each early else enough even ever every feel felt few find first for "
               "found from get gets getting give given goes going gone good got great had has hasn't have haven't "
               "having hello help her here hers him his how however i'd i'll i'm i've into isn't it'd it'll it's "
               "its itself just keep kind know last left less let like little long look looking lot lots made make "
               "makes making many may maybe me mean means might mine more most much must myself need needed needs "
               "never new next nice not now number off often once one ones only onto other our out over own part "
               "past people person point put quite rather read really right said same say see seen she should "
               "since some something soon start started still such sure take taken than thank thanks that that's "
               "the their them then there there's these they they're thing things think this those though thought "
               "three through till time today together too took toward towards try trying two under until upon use "
               "used useful using very via want wanted was wasn't way we'd we'll we're we've week week's weeknote "
               "weeknotes weeks well went were what what's when where whether which while who whole whose why will "
               "with within without won't work worked working would year years yes yet you you'll you're your"_s)},
        {u"de"_s,
         setOf(u"aber alle allem allen aller alles als also andere anderen auch auf aus bei beim bin bis bisschen bist "
               "dabei dafür dann daran darauf darüber das dass dem den denn der des dich die dies diese diesem diesen "
               "dieser dieses dir doch dort durch ein eine einem einen einer eines einfach einige einmal erst etwas "
               "euch euer für ganz gab gehen geht gemacht gerade gibt ging gut gute guten habe haben hat hatte hatten "
               "heute hier ich ihm ihn ihr ihre ihrem ihren immer ins ist ja jede jeden jeder jetzt kann kein keine "
               "können konnte letzte letzten machen macht man mehr mein meine meinem meinen meiner mich mir mit muss "
               "nach neue neuen nicht nichts noch nun nur oder ohne schon sehr sein seine seit sich sie sind soll "
               "sollte sondern sonst über und uns unser unsere unter viel viele vielen vom von vor wann war waren was "
               "weil welche wenn wer werden wie wieder wir wird wirklich woche wochen wollen wurde wurden zeit zum zur "
               "zwei zwischen"_s)},
        {u"cy"_s,
         setOf(
             u"a'r ac ag am amser ar arall at beth bod bydd byddaf byth cael cafodd cyn chi dal dan dim dros "
             "drwy dwi dyma dyna ddim ddoe efallai eich ein eithaf ei er erbyn eto eu fe fel fod fy fydd fyddai "
             "gael gan gyda gyfer hefyd heb heddiw hi hon hwn hyn hynny i'r iawn llawer mae mai mewn mi mis mor "
             "nawr neb neu newydd ni nid nifer nos o'r oedd oeddwn oes ond os pan pawb peth pob pryd rhai rhaid rhwng "
             "roedd roeddwn rwy rwyf rydw rydym sut sydd sy'n tan trwy tua tuag un unrhyw wedi wedyn weithiau wnes "
             "wrth wythnos wythnosau ychydig yma yn yna'n yna ymlaen yr ydy yw"_s)},
        {u"fr"_s,
         setOf(u"ainsi alors après aussi autre autres avait avant avec avoir beaucoup bien c'est car ce cela ces cet "
               "cette ceux chaque chez comme d'un d'une dans déjà depuis des deux donc du elle elles encore entre est "
               "était être eux faire fait fois ici ils j'ai jamais jour les leur leurs lui mais même mes mieux moi "
               "moins mon notre nous on ont ou où par parce pas pendant peu peut plus plusieurs pour pourquoi quand "
               "que quel quelle quelques qu'il qu'on qui sans ses semaine semaines sera si son sont sous sur temps "
               "tous tout toute toutes très trop une vers vos votre vous"_s)},
    };
}

using StopWords = QHash<QString, QSet<QString>>;

const StopWords &asWrittenStops()
{
    static const StopWords words = allStopWords();
    return words;
}

const StopWords &foldedStops()
{
    static const StopWords words = [] {
        StopWords all = allStopWords();
        for (QSet<QString> &each : all) {
            QSet<QString> parts; // "it's" is two words to a search
            for (const QString &word : std::as_const(each)) {
                for (SearchWords part(word); part.next();)
                    parts << part.word().toString();
            }
            each = parts;
        }
        return all;
    }();
    return words;
}

const QSet<QString> &stopsOf(const StopWords &words, const QString &language)
{
    const auto found = words.constFind(language.left(2).toLower());
    return found == words.cend() ? *words.constFind(u"en"_s) : *found;
}

} // namespace

const QSet<QString> &stopWords(const QString &language)
{
    return stopsOf(asWrittenStops(), language);
}

const QSet<QString> &foldedStopWords(const QString &language)
{
    return stopsOf(foldedStops(), language);
}

QString languageOf(const QString &text, const QString &usual)
{
    constexpr qsizetype enough = 100; // words; more say the same
    constexpr qsizetype fewest = 5;
    QStringList words;
    for (SearchWords each(text); words.size() < enough && each.next();)
        words << each.word().toString();
    const auto count = [&words](const QSet<QString> &stops) {
        return std::ranges::count_if(words, [&stops](const QString &word) { return stops.contains(word); });
    };
    QString language = usual;
    qsizetype most = std::max(fewest, 2 * count(foldedStopWords(usual)));
    for (const auto &[other, stops] : foldedStops().asKeyValueRange()) {
        if (const qsizetype there = count(stops); there > most) {
            most = there;
            language = other;
        }
    }
    return language;
}

} // namespace Weeknotes
