// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/searchfold.h"
#include "storage/excerpt.h"
#include "storage/searchquery.h"
#include "support/rounds.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// What was typed, where it stands in a text, and the line that shows it.
class TestSearchQuery : public QObject
{
    Q_OBJECT

    static QStringList found(const QString &query, const QString &text)
    {
        QStringList parts;
        for (const SearchQuery::Hit &hit : SearchQuery(query).hits(text))
            parts << text.sliced(hit.begin, hit.end - hit.begin);
        return parts;
    }
    static Excerpt excerpt(const QString &query, const QString &text)
    {
        return excerptOf(text, SearchQuery(query).hits(text));
    }

private Q_SLOTS:
    void quotesEverything()
    {
        const auto match = [](const QString &typed) { return SearchQuery(typed).toMatch(); };
        QCOMPARE(match(u"  One twö"_s), u"\"one\" \"two\"*"_s);
        QCOMPARE(match(u"\"one two\" three"_s), u"\"one two\" \"three\"*"_s);
        QCOMPARE(match(u"one \"two three\""_s), u"\"one\" \"two three\""_s);
        QCOMPARE(match(u"one \"two thr"_s), u"\"one\" \"two thr\"*"_s);
        QCOMPARE(match(u"one t"_s), u"\"one\" \"t\"*"_s);
        QCOMPARE(match(u"3.09 w/c"_s), u"\"3 09\" \"w c\"*"_s);
        QCOMPARE(match(u"去图书馆"_s), u"\"去 图 书 馆\"*"_s);
        QCOMPARE(match(u"– \" \" *"_s), QString());
        QCOMPARE(match(u"tea OR \" - \""_s), u"\"tea\" \"or\"*"_s);
        QCOMPARE(match(u"te* \"one tw*\" three"_s), u"\"te\"* \"one tw\"* \"three\"*"_s);
        QCOMPARE(match(u"tea \"two\" -cup"_s), u"\"tea\" \"two\""_s);
        QCOMPARE(match(u"„one two“ “three four” x"_s), u"\"one two\" \"three four\" \"x\"*"_s);
        QCOMPARE(match(u"tea two -cup"_s), u"\"tea\" \"two\"*"_s);
    }

    void tellsTheUnwanted()
    {
        const SearchQuery query(u"-cup tea -\"so so\" -pot* -- - -\" "_s);
        QCOMPARE(query.toMatch(), u"\"tea\"*"_s);
        QCOMPARE(query.toUnwantedMatch(), u"\"cup\" OR \"so so\" OR \"pot\"*"_s);
        QVERIFY(query.excludes(u"a Cup"));
        QVERIFY(query.excludes(u"Potter"));
        QVERIFY(query.excludes(u"It went so-so"));
        QVERIFY(!query.excludes(u"cups, so what"));
        QVERIFY(!SearchQuery(u"tea-cup w/c"_s).excludes(u"tea cup w c"));
        QVERIFY(SearchQuery(u"-tea"_s).isEmpty());
    }

    void takesALongText()
    {
        const SearchQuery query(QString(u"tea "_s).repeated(5000));
        QCOMPARE(query.termCount(), 64);
        QVERIFY(!query.toMatch().endsWith(u'*'));
        QCOMPARE(SearchQuery(QString(10'000, u'京')).termCount(), 1);
    }

    void findsTerms()
    {
        QCOMPARE(found(u"tea"_s, u"Tea, no teapot; TÉA."_s), QStringList({u"Tea"_s, u"teapot"_s, u"TÉA"_s}));
        QCOMPARE(found(u"tea x"_s, u"Tea, no teapot."_s), QStringList{u"Tea"_s});
        QCOMPARE(found(u"\"a a b\""_s, u"a a a b"_s), QStringList{u"a a b"_s});
        QCOMPARE(found(u"\"tea went\" cold"_s, u"tea; tea went\ncold"_s), QStringList({u"tea went"_s, u"cold"_s}));
        QCOMPARE(found(u"図書"_s, u"図書館と図書室"_s), QStringList({u"図書"_s, u"図書"_s}));
        QCOMPARE(SearchQuery(u"tea"_s).hits(u"tea tea tea", 2).size(), 2);
        QCOMPARE(SearchQuery(u"tea cup"_s).hits(u"tea tea tea cup cup", 2).size(), 4);
        const auto hits = SearchQuery(u"tea cup"_s).hits(u"cups tea cup");
        QVERIFY(!hits[0].isWhole && hits[1].isWhole && hits[2].isWhole);
        QCOMPARE(hits[0].term, 1);
    }

    /// A phrase of any words of a text is found in it, and shown in the excerpt.
    void findsAnyPart()
    {
        QRandomGenerator random(4);
        const QStringList words = {u"tea"_s, u"Te"_s,      u"a"_s, u"Straße"_s, u"学校"_s, u"한국"_s, u"½"_s,
                                   u"\n"_s,  u"e\u0301"_s, u"—"_s, u"🎈"_s,     u"w/c"_s,  u"  "_s,   u"ﬃ"_s};
        for (int round = 0; round < rounds(1000); ++round) {
            QStringList parts;
            for (int i = random.bounded(400); i >= 0; --i)
                parts << words[random.bounded(int(words.size()))];
            const QString text = parts.join(u' ');
            const int from = random.bounded(int(parts.size()));
            const QString part =
                parts.sliced(from, std::min<qsizetype>(random.bounded(8) + 1, parts.size() - from)).join(u' ');
            const SearchQuery query(u'"' + part + u'"');
            const auto hits = query.hits(text);
            QCOMPARE(hits.empty(), query.isEmpty());
            const Excerpt line = excerptOf(text, hits);
            QCOMPARE(line.matches.empty(), query.isEmpty());
            qsizetype before = 0;
            for (const auto &[begin, end] : line.matches) {
                QVERIFY(begin >= before && begin < end && end <= line.text.size());
                const QString shown = foldForSearch(QStringView(line.text).sliced(begin, end - begin));
                QVERIFY2(end + 1 >= line.text.size() || shown.contains(foldForSearch(part)), qPrintable(shown));
                before = end;
            }
        }
    }

    void cutsALine()
    {
        QCOMPARE(excerpt(u"x"_s, u""_s), Excerpt());
        QCOMPARE(excerpt(u"two"_s, u" One\n\ntwo \t three "_s), (Excerpt{u"One two three"_s, {{4, 7}}}));
        QCOMPARE(excerpt(u"\"one two\""_s, u"zero one\ntwo"_s), (Excerpt{u"zero one two"_s, {{5, 12}}}));
        QCOMPARE(excerpt(u"tea te"_s, u"tea"_s), (Excerpt{u"tea"_s, {{0, 3}}}));
        const QString filler = QString(u"filler "_s).repeated(100);
        const Excerpt middle = excerpt(u"needle"_s, filler + u"the needle is here "_s + filler);
        QVERIFY(middle.text.startsWith(u"…filler "_s) && middle.text.endsWith(u" filler…"_s));
        QVERIFY(middle.text.size() < 165);
        QCOMPARE(middle.text.sliced(middle.matches[0].begin, 6), u"needle"_s);
        const Excerpt both = excerpt(u"tea needle"_s, u"tea "_s + filler + u"needle tea "_s + filler);
        QCOMPARE(both.matches.size(), 2);
        QVERIFY(excerpt(u"nothing"_s, filler).text.startsWith(u"filler"_s));
    }

    void cutsLongWords()
    {
        const Excerpt one = excerpt(u"aaa"_s, QString(10'000, u'a'));
        QCOMPARE(one.text.size(), 161);
        QCOMPARE(one.matches, (std::vector<SearchHit::Match>{{0, 160}}));
        const Excerpt marks = excerpt(u"a"_s, u'a' + QString(10'000, QChar(0x301)));
        QCOMPARE(marks.text.size(), 161);
        const Excerpt balloons =
            excerpt(u"x"_s, QString(u"🎈"_s).repeated(1000) + u'x' + QString(u"🎈"_s).repeated(1000));
        QVERIFY(balloons.text.isValidUtf16());
        QCOMPARE(balloons.matches.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
