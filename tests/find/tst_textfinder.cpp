// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/matchlist.h"
#include "find/textfinder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

using Ranges = std::vector<TextRange>;

constexpr FindOptions plain{};
constexpr FindOptions exactly{.matchCase = true};
constexpr FindOptions words{.wholeWords = true};
constexpr FindOptions expression{.regularExpression = true};
constexpr FindOptions wordExpression{.wholeWords = true, .regularExpression = true};

Ranges found(const QString &sought, const QString &text, FindOptions options = plain)
{
    return TextFinder(sought, options).find(text).ranges;
}

QString replaced(const QString &text, const QString &sought, const QString &with, FindOptions options)
{
    QString result;
    int at = 0;
    for (const TextReplacement &each : TextFinder(sought, options).replacements(text, with)) {
        result += text.mid(at, each.range.begin - at) + each.text;
        at = each.range.end;
    }
    return result + text.mid(at);
}

} // namespace

class TestTextFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWords_data();
    void findsWords();
    void looksForNothing();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void emptyMatchesAreNone_data();
    void emptyMatchesAreNone();
    void givesUp();
    void takesBrokenText();
    void replaces_data();
    void replaces();
    void replacesOneAsInAll();
    void escapes();
    void aLongTextIsNotGivenUp();
    void goesRoundTheMatches();
    void knowsWhatIsInSight();
    void followsWhatIsWritten_data();
    void followsWhatIsWritten();
};

void TestTextFinder::findsWords_data()
{
    QTest::addColumn<QString>("sought");
    QTest::addColumn<QString>("text");
    QTest::addColumn<FindOptions>("options");
    QTest::addColumn<Ranges>("ranges");
    const auto row = [](const char *name, const QString &sought, const QString &text, FindOptions options,
                        const Ranges &ranges) { QTest::newRow(name) << sought << text << options << ranges; };
    row("whatever the case", u"week"_s, u"Week, WEEK, wee"_s, plain, {{0, 4}, {6, 10}});
    row("in that case", u"Week"_s, u"week Week"_s, exactly, {{5, 9}});
    row("case of other scripts", u"ÜBER"_s, u"über Über"_s, plain, {{0, 4}, {5, 9}});
    row("without overlap", u"aa"_s, u"aaaaa"_s, plain, {{0, 2}, {2, 4}});
    row("signs are signs", u"a.b*"_s, u"axb a.b*"_s, plain, {{4, 8}});
    row("whole words", u"note"_s, u"note notes footnote (note) note_"_s, words, {{0, 4}, {21, 25}});
    row("whole words of other scripts", u"год"_s, u"год года"_s, words, {{0, 3}});
    row("a word beside a letter beyond 16 bits", u"a"_s, u"\U0001D400a a"_s, words, {{4, 5}});
    row("case beyond 16 bits", u"\U00010428x"_s, u"\U00010400X"_s, plain, {{0, 3}});
    row("case that grows", u"ss"_s, u"\u00df ss"_s, plain, {{2, 4}});
    row("whole words may be signs", u"--"_s, u"a--b"_s, words, {{1, 3}});
    row("not half a letter", u"e"_s, u"e\u0301 e"_s, plain, {{3, 4}});
    row("composed for apart", u"\u00e9t\u00e9"_s, u"e\u0301te\u0301 \u00e9t\u00e9"_s, plain, {{0, 5}, {6, 9}});
    row("apart for composed", u"e\u0301"_s, u"\u00e9 e\u0301"_s, plain, {{0, 1}, {2, 4}});
    row("not a part of a family", u"👩"_s, u"👩‍👩‍👧 👩"_s, plain, {{9, 11}});
    row("not half a pair", QString(QChar(0xD83D)), u"😀"_s, plain, {});
    row("over lines", u"^b.$"_s, u"a\nbc\nbcd\nbx"_s, expression, {{2, 4}, {9, 11}});
    row("a new line", u"a\\nb"_s, u"a\nb"_s, expression, {{0, 3}});
    row("expressions know no case", u"W[aeiou]+k"_s, u"week Waak"_s, expression, {{0, 4}, {5, 9}});
    row("whole words of an expression", u"foo|foobar"_s, u"foobar foo xfoo"_s, wordExpression, {{0, 6}, {7, 10}});
    row("digits of other scripts", u"\\d+"_s, u"٣٤ 12"_s, expression, {{0, 2}, {3, 5}});
    row("not half a letter in an expression", u"e."_s, u"ee\u0301 ex"_s, expression, {{4, 6}});
    row("a dot is a whole pair", u"."_s, u"😀a"_s, expression, {{0, 2}, {2, 3}});
    row("looks behind", u"(?<=a)b"_s, u"ab bb ab"_s, expression, {{1, 2}, {7, 8}});
    row("keeps out", u"a\\Kb"_s, u"ab ab"_s, expression, {{1, 2}, {4, 5}});
}

void TestTextFinder::findsWords()
{
    QFETCH(QString, sought);
    QFETCH(QString, text);
    QFETCH(FindOptions, options);
    QFETCH(Ranges, ranges);
    const TextFinder::Found all = TextFinder(sought, options).find(text);
    QCOMPARE(all.ranges.size(), ranges.size());
    for (size_t i = 0; i < ranges.size(); ++i) {
        QCOMPARE(all.ranges[i].begin, ranges[i].begin);
        QCOMPARE(all.ranges[i].end, ranges[i].end);
    }
    QVERIFY(!all.gaveUp);
}

void TestTextFinder::looksForNothing()
{
    for (const FindOptions options : {plain, expression, wordExpression}) {
        const TextFinder none({}, options);
        QVERIFY(none.isEmpty());
        QVERIFY(none.problem().isEmpty());
        QVERIFY(none.find(u"text"_s).ranges.empty());
        QVERIFY(none.replacements(u"text"_s, u"x"_s).empty());
    }
    QVERIFY(found(u"x"_s, {}).empty());
    QVERIFY(found(u"x"_s, {}, expression).empty());
}

void TestTextFinder::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("open") << u"(a"_s;
    QTest::newRow("closed") << u"a)"_s;
    QTest::newRow("closed and open") << u"a)(b"_s;
    QTest::newRow("nothing to repeat") << u"*"_s;
    QTest::newRow("open class") << u"[a"_s;
    QTest::newRow("at its end") << u"a\\"_s;
    QTest::newRow("no such group") << u"\\3"_s;
}

void TestTextFinder::saysWhatIsWrong()
{
    QFETCH(QString, pattern);
    for (const FindOptions options : {expression, wordExpression}) {
        const TextFinder finder(pattern, options);
        QVERIFY(!finder.problem().isEmpty());
        QVERIFY(finder.find(u"aaa ( ) [ * \\"_s).ranges.empty());
        QVERIFY(!finder.find(u"aaa"_s).gaveUp);
        QVERIFY(finder.replacements(u"aaa"_s, u"b"_s).empty());
    }
    QVERIFY(TextFinder(pattern, plain).problem().isEmpty());
}

void TestTextFinder::emptyMatchesAreNone_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<int>("count");
    QTest::newRow("starts of lines") << u"^"_s << 0;
    QTest::newRow("ends of lines") << u"$"_s << 0;
    QTest::newRow("none or more") << u"x*"_s << 2;
    QTest::newRow("ends of words") << u"\\b"_s << 0;
    QTest::newRow("look-ahead") << u"(?=x)"_s << 0;
    QTest::newRow("nothing or something") << u"|x"_s << 3;
    QTest::newRow("keeps all out") << u"x\\K"_s << 0;
}

void TestTextFinder::emptyMatchesAreNone()
{
    QFETCH(QString, pattern);
    QFETCH(int, count);
    QCOMPARE(int(found(pattern, u"axx\nb x\n"_s, expression).size()), count);
}

void TestTextFinder::givesUp()
{
    const QString text = u"b"_s + QString(5000, u'a') + u"!\n"_s;
    for (const QString &pattern : {u"(a+)+$"_s, u"(a|aa)+$"_s, u"^(\\w+\\s?)+$"_s, u"^(([a-z])+.)+[A-Z]([a-z])+$"_s}) {
        const TextFinder finder(pattern, expression);
        const TextFinder::Found all = finder.find(text.repeated(20));
        QVERIFY2(all.gaveUp, qPrintable(pattern));
        QVERIFY(all.ranges.empty());
        QVERIFY(finder.replacements(text.repeated(20), u"x"_s).empty());
    }
}

void TestTextFinder::takesBrokenText()
{
    const QString lone = u"a"_s + QChar(0xD800) + u"b"_s + QChar(0xDC00) + u"c 😀"_s;
    QCOMPARE(int(found(u"[abc]"_s, lone, expression).size()), 3);
    QCOMPARE(found(u"😀"_s, lone, expression), Ranges({{6, 8}}));
    QCOMPARE(found(u"b"_s, lone), Ranges({{2, 3}}));
    QCOMPARE(int(found(u"."_s, lone, words).size()), 0);
}

void TestTextFinder::replaces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sought");
    QTest::addColumn<QString>("with");
    QTest::addColumn<FindOptions>("options");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const QString &text, const QString &sought, const QString &with,
                        FindOptions options,
                        const QString &result) { QTest::newRow(name) << text << sought << with << options << result; };
    row("words", u"a b A"_s, u"a"_s, u"cc"_s, plain, u"cc b cc"_s);
    row("by nothing", u"a b a"_s, u"a"_s, QString(), plain, u" b "_s);
    row("signs are signs", u"a"_s, u"a"_s, u"\\1 $0 \\n"_s, plain, u"\\1 $0 \\n"_s);
    row("groups", u"Doe, Jane"_s, u"(\\w+), (\\w+)"_s, u"\\2 $1"_s, expression, u"Jane Doe"_s);
    row("the match", u"note"_s, u"\\w+"_s, u"<$0|\\0>"_s, expression, u"<note|note>"_s);
    row("a group that took nothing", u"b"_s, u"(a)?b"_s, u"[\\1]"_s, expression, u"[]"_s);
    row("no such group", u"b"_s, u"b"_s, u"[\\7]"_s, expression, u"[]"_s);
    row("a digit behind a group", u"ab"_s, u"(a)b"_s, u"$10"_s, expression, u"a0"_s);
    row("ten groups", u"abcdefghij"_s, u"(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)"_s, u"$10\\1"_s, expression, u"ja"_s);
    row("new line and tab", u"a,b"_s, u","_s, u"\\n\\t"_s, expression, u"a\n\tb"_s);
    row("signs for themselves", u"a"_s, u"a"_s, u"$$1 \\\\1 $ \\"_s, expression, u"$1 \\1 $ \\"_s);
    row("others stay", u"a"_s, u"a"_s, u"\\x $x"_s, expression, u"\\x $x"_s);
    row("at the starts of lines", u"a\nb"_s, u"^(.)"_s, u"- \\1"_s, expression, u"- a\n- b"_s);
}

void TestTextFinder::replaces()
{
    QFETCH(QString, text);
    QFETCH(QString, sought);
    QFETCH(QString, with);
    QFETCH(FindOptions, options);
    QFETCH(QString, result);
    QCOMPARE(replaced(text, sought, with, options), result);
}

void TestTextFinder::replacesOneAsInAll()
{
    const QString text = u"ab1 ab22 ab333"_s;
    for (const QString &pattern : {u"ab(\\d+)"_s, u"ab\\K(\\d+)"_s, u"(?<=b)(\\d)\\d*"_s}) {
        const TextFinder finder(pattern, expression);
        const std::vector<TextReplacement> all = finder.replacements(text, u"<$1>"_s);
        QCOMPARE(int(all.size()), 3);
        for (const TextReplacement &each : all)
            QCOMPARE(finder.replacementOf(text, each.range, u"<$1>"_s), each.text);
    }
    QCOMPARE(TextFinder(u"ab"_s, plain).replacementOf(text, {0, 2}, u"$1"_s), u"$1"_s);
}

void TestTextFinder::escapes()
{
    const QString all = u"a (b) [c] {d} ^$.|?*+ \\ é – 😀"_s;
    QCOMPARE(found(TextFinder::escaped(all), u"x"_s + all, expression), Ranges({{1, 1 + int(all.size())}}));
    QCOMPARE(TextFinder::escaped(u"one week"_s), u"one week"_s);
}

void TestTextFinder::aLongTextIsNotGivenUp()
{
    const QString text = u"Eleven people asked for a printer this week, naïvely. "_s.repeated(11'000); // 99,000 words
    struct Row
    {
        QString sought;
        FindOptions options;
        int count;
    };
    for (const Row &row :
         {Row{u"e"_s, plain, 110'000}, Row{u"week"_s, words, 11'000}, Row{u"zebra"_s, plain, 0},
          Row{u"\\w+ing"_s, expression, 0}, Row{u"\\w+"_s, expression, 99'000}, Row{u"p.*r"_s, expression, 1},
          Row{u"[^ ]+ week"_s, expression, 11'000}, Row{u"\\b(\\w+) \\1\\b"_s, expression, 0}}) {
        const TextFinder::Found all = TextFinder(row.sought, row.options).find(text);
        QVERIFY2(!all.gaveUp, qPrintable(row.sought));
        QCOMPARE(int(all.ranges.size()), row.count);
    }
}

void TestTextFinder::goesRoundTheMatches()
{
    const MatchList list({{2, 4}, {4, 6}, {10, 12}});
    QCOMPARE(list.nextFrom(0), 0);
    QCOMPARE(list.nextFrom(2), 0);
    QCOMPARE(list.nextFrom(3), 1);
    QCOMPARE(list.nextFrom(11), 0);
    QCOMPARE(list.previousFrom(12), 2);
    QCOMPARE(list.previousFrom(11), 1);
    QCOMPARE(list.previousFrom(4), 0);
    QCOMPARE(list.previousFrom(3), 2);
    QCOMPARE(list.indexOf({4, 6}), 1);
    QCOMPARE(list.indexOf({4, 5}), -1);
    QCOMPARE(list.indexOf({12, 14}), -1);
    QCOMPARE(MatchList().nextFrom(0), -1);
    QCOMPARE(MatchList().previousFrom(0), -1);
}

void TestTextFinder::knowsWhatIsInSight()
{
    const MatchList list({{2, 4}, {4, 6}, {10, 12}});
    QCOMPARE(int(list.within({0, 2}).size()), 0);
    QCOMPARE(int(list.within({3, 5}).size()), 2);
    QCOMPARE(int(list.within({5, 11}).size()), 2);
    QCOMPARE(int(list.within({12, 20}).size()), 0);
}

void TestTextFinder::followsWhatIsWritten_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("removed");
    QTest::addColumn<int>("added");
    QTest::addColumn<Ranges>("ranges");
    QTest::newRow("before") << 0 << 0 << 3 << Ranges{{5, 7}, {7, 9}, {13, 15}};
    QTest::newRow("right before") << 2 << 0 << 1 << Ranges{{3, 5}, {5, 7}, {11, 13}};
    QTest::newRow("into one") << 3 << 0 << 1 << Ranges{{5, 7}, {11, 13}};
    QTest::newRow("between two") << 4 << 0 << 2 << Ranges{{2, 4}, {6, 8}, {12, 14}};
    QTest::newRow("over some") << 3 << 5 << 1 << Ranges{{6, 8}};
    QTest::newRow("taken away") << 10 << 2 << 0 << Ranges{{2, 4}, {4, 6}};
    QTest::newRow("behind") << 12 << 1 << 4 << Ranges{{2, 4}, {4, 6}, {10, 12}};
    QTest::newRow("all") << 0 << 20 << 30 << Ranges{};
}

void TestTextFinder::followsWhatIsWritten()
{
    QFETCH(int, position);
    QFETCH(int, removed);
    QFETCH(int, added);
    QFETCH(Ranges, ranges);
    MatchList list({{2, 4}, {4, 6}, {10, 12}});
    list.follow(position, removed, added);
    const auto left = list.within({0, 100});
    QCOMPARE(Ranges(left.begin(), left.end()), ranges);
}

QTEST_GUILESS_MAIN(TestTextFinder)
#include "tst_textfinder.moc"
