// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/errortext.h"
#include "core/error.h"
#include "importer/importer.h"
#include "storage/library.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

/// What every sentence owes its reader: no placeholder left, no shouting, no line break, facts in it.
QString flawOf(const QString &text, const QStringList &facts)
{
    static const QRegularExpression placeholder(u"%\\d"_s);
    if (text.contains(placeholder))
        return u"a placeholder is left: "_s + text;
    if (text.contains(u'!') || text.contains(u'\n'))
        return u"it shouts or breaks: "_s + text;
    for (const QString &fact : facts) {
        if (!text.contains(fact))
            return u"it leaves out “%1”: %2"_s.arg(fact, text);
    }
    return {};
}

QString flawOfSentence(const QString &text, const QStringList &facts)
{
    return text.endsWith(u'.') ? flawOf(text, facts) : u"it has no end: "_s + text;
}

} // namespace

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorIsOneSentence();
    void errorsNameTheLine();
    void sizesAreReadable();
    void everyWarningIsOneSentence();
    void itemsAreCounted();
    void imageWarningsNameThemAll();
    void everyFindingIsOneSentence();
    void everyGuessHasAReason();
    void guessesReadWell_data();
    void guessesReadWell();
};

void TestErrorText::everyErrorIsOneSentence()
{
    for (int kind = 0; kind <= int(Error::Kind::Internal); ++kind) {
        const auto errorKind = Error::Kind(kind);
        static const QSet<Error::Kind> bare{Error::Kind::NotText, Error::Kind::Encrypted, Error::Kind::NeedsPandoc};
        const QStringList facts =
            bare.contains(errorKind) ? QStringList{u"a/b.md"_s} : QStringList{u"a/b.md"_s, u"a fact"_s};
        QCOMPARE(flawOfSentence(errorText({errorKind, u"a/b.md"_s, u"a fact"_s, 0}), facts), QString());
        QCOMPARE(flawOfSentence(errorText({errorKind, u"a/b.md"_s, {}, 0}), {u"a/b.md"_s}), QString());
        QCOMPARE(flawOfSentence(copyErrorText({errorKind, u"a/b.md"_s, {}, 0}), {u"a/b.md"_s}), QString());
    }
}

void TestErrorText::errorsNameTheLine()
{
    QCOMPARE(errorText({Error::Kind::Malformed, u"notes/a.md"_s, u"mapping values are not allowed"_s, 7}),
             u"“notes/a.md:7” breaks the rules of its format (mapping values are not allowed); correct it there."_s);
    QCOMPARE(errorText({Error::Kind::Malformed, u"50%1.md"_s, {}, 7}),
             u"“50%1.md:7” breaks the rules of its format; correct it there."_s);
}

void TestErrorText::sizesAreReadable()
{
    QCOMPARE(errorText({Error::Kind::TooLarge, u"a.txt"_s, QString::number(maximumTextSize)}),
             u"“a.txt” is larger than 32 MiB; divide it into smaller files."_s);
}

void TestErrorText::everyWarningIsOneSentence()
{
    for (int kind = 0; kind <= int(Warning::Kind::OtherForm); ++kind) {
        const Warning warning{Warning::Kind(kind), u"a/b.md"_s, 3, {u"3"_s, u"4"_s}};
        QCOMPARE(flawOfSentence(warningText(warning), {u"a/b.md:3"_s}), QString());
        QCOMPARE(flawOfSentence(warningText({Warning::Kind(kind), u"a/b.md"_s, 0, {}}), {}), QString());
    }
}

void TestErrorText::itemsAreCounted()
{
    const Warning warning{Warning::Kind::OtherItems,
                          u"a.xml"_s,
                          0,
                          {u"page=1"_s, u"comment=3"_s, u"attachment=1"_s, u"empty=2"_s, u"trash=1"_s, u"50%2=1"_s}};
    QCOMPARE(warningText(warning),
             u"“a.xml”: what is no post was left out: one page, 3 comments, one attachment, 2 empty "
             "posts, 1 in the trash, 1 of the kind 50%2."_s);
}

void TestErrorText::imageWarningsNameThemAll()
{
    for (const auto kind : {Warning::Kind::ImageMissing, Warning::Kind::ImageOutside, Warning::Kind::NotAnImage})
        QCOMPARE(flawOfSentence(warningText({kind, u"a.md"_s, 0, {u"b.png"_s, u"c.png"_s}}), {u"b.png, c.png"_s}),
                 QString());
    const Warning large{Warning::Kind::ImageTooLarge, u"a.md"_s, 0, {u"1024"_s, u"4096"_s, u"b.png"_s, u"c.png"_s}};
    QCOMPARE(flawOfSentence(warningText(large), {u"1 KiB"_s, u"4 KiB"_s, u"b.png, c.png"_s}), QString());
}

void TestErrorText::everyFindingIsOneSentence()
{
    for (int kind = 0; kind <= int(Finding::Kind::Day); ++kind)
        QCOMPARE(flawOfSentence(findingText({Finding::Kind(kind), u"a"_s, u"b"_s}), {u"a"_s, u"b"_s}), QString());
}

void TestErrorText::everyGuessHasAReason()
{
    for (int why = 0; why <= int(Guess::Reason::NumberInTitle); ++why) {
        const Guess guess{u"covers"_s, u"2019-08-05/2019-08-25"_s, Guess::Reason(why), {u"one"_s, u"two"_s}};
        const QString text = guessText(guess);
        QCOMPARE(flawOf(text, {u"5 August 2019 to 25 August 2019"_s}), QString());
        QVERIFY2(!text.endsWith(u'.') && text.endsWith(guessReason(guess)), qPrintable(text));
        QCOMPARE(flawOf(guessReason({u"year"_s, {}, Guess::Reason(why), {}}), {}), QString());
    }
}

void TestErrorText::guessesReadWell_data()
{
    QTest::addColumn<int>("why");
    QTest::addColumn<QStringList>("facts");
    QTest::addColumn<QString>("reason");
    const auto guess = [](Guess::Reason why, const QStringList &facts, const QString &reason) {
        QTest::newRow(qPrintable(reason)) << int(why) << facts << reason;
    };
    guess(
        Guess::Reason::YearFromLinks, {u"9"_s, u"9"_s, u"2018"_s, u"2019"_s},
        u"of the years that its links name (2018, 2019) the one in which the days in the titles, 9 of 9, begin or end a week"_s);
    guess(Guess::Reason::YearFromSeasons, {u"2=2020"_s, u"3=2021"_s, u"Friday"_s},
          u"season 2 in 2020, season 3 in 2021 lead to it; the day is a Friday then"_s);
    guess(Guess::Reason::WeekBeforeDay, {u"2023-04-03"_s, u"Monday"_s},
          u"the week before 3 April 2023, a Monday: so early in a week a note is about the last one"_s);
    guess(Guess::Reason::Gap, {u"A"_s, u"B"_s}, u"it stands between “A” and “B”"_s);
    guess(Guess::Reason::Gap, {u"A"_s}, u"it stands beside “A”"_s);
}

void TestErrorText::guessesReadWell()
{
    QFETCH(int, why);
    QFETCH(QStringList, facts);
    QTEST(guessReason({u"year"_s, u"2019"_s, Guess::Reason(why), facts}), "reason");
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
