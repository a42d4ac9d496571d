// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/frontmatter.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using namespace Weeknotes::Markdown;

class tst_md_FrontMatter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void yaml();
    void toml();
    void none_data();
    void none();
    void body();
    void malformed_data();
    void malformed();
    void bombs_data();
    void bombs();
    void aliases();
};

void tst_md_FrontMatter::yaml()
{
    const auto matter = splitFrontMatter(
        u"---\ntitle: \"Week 5: ünder\"\nepisode: 5.10\nnumber: 12\npadded: 007\ndate: 2021-03-05\n"
        u"time: 2021-03-05T23:30:00+01:00\nblog: 2021-03-05 10:00:00.25 -0500\nlocal: 2021-03-05 10:00\ndraft: "
        u"true\nempty:\n"
        u"tags: [a, 'b c']\nnested:\n  - x: 1\ntext: |\n  two\n  lines\nquoted: '2021-03-05'\n---\nBody\n"_s);
    QVERIFY(matter.has_value());
    const auto &values = matter->values;
    QCOMPARE(values[u"title"_s], QVariant(u"Week 5: ünder"_s));
    QCOMPARE(values[u"episode"_s], QVariant(u"5.10"_s));
    QCOMPARE(values[u"number"_s], QVariant(qlonglong(12)));
    QCOMPARE(values[u"padded"_s], QVariant(u"007"_s));
    QCOMPARE(values[u"date"_s], QVariant(QDate(2021, 3, 5)));
    QCOMPARE(values[u"time"_s].toDateTime().date(), QDate(2021, 3, 5));
    QCOMPARE(values[u"time"_s].toDateTime().offsetFromUtc(), 3600);
    QCOMPARE(values[u"blog"_s].toDateTime(),
             QDateTime(QDate(2021, 3, 5), QTime(10, 0, 0, 250), QTimeZone::fromSecondsAheadOfUtc(-5 * 3600)));
    QCOMPARE(values[u"local"_s].toDateTime(), QDateTime(QDate(2021, 3, 5), QTime(10, 0), QTimeZone::UTC));
    QCOMPARE(values[u"draft"_s], QVariant(true));
    QVERIFY(values.contains(u"empty"_s) && !values[u"empty"_s].isValid());
    QCOMPARE(values[u"tags"_s].toStringList(), (QStringList{u"a"_s, u"b c"_s}));
    QCOMPARE(values[u"nested"_s].toList().front().toMap()[u"x"_s], QVariant(qlonglong(1)));
    QCOMPARE(values[u"text"_s], QVariant(u"two\nlines\n"_s));
    QCOMPARE(values[u"quoted"_s], QVariant(u"2021-03-05"_s));
    QCOMPARE(matter->body, u"Body\n"_s);
    QCOMPARE(matter->bodyLine, 20);
}

void tst_md_FrontMatter::toml()
{
    const auto matter = splitFrontMatter(
        u"+++\ntitle = 'Week 5'\n\"über 🙂\" = {x = 5.10} # 🙂\nepisode = 5.10\nnumber = 12\ndate = 2021-03-05\ntime = "
        u"2021-03-05T23:30:00+01:00\n"
        u"local = 2021-03-05T10:00:00\ndraft = false\ntags = [\"a\", \"b\"]\n[extra]\nkey = 'v'\n+++\nBody"_s);
    QVERIFY2(matter.has_value(), matter ? "" : qPrintable(matter.error().detail));
    const auto &values = matter->values;
    QCOMPARE(values[u"title"_s], QVariant(u"Week 5"_s));
    QCOMPARE(values[u"episode"_s], QVariant(u"5.10"_s));
    QCOMPARE(values[u"über 🙂"_s].toMap()[u"x"_s], QVariant(u"5.10"_s));
    QCOMPARE(values[u"number"_s], QVariant(qlonglong(12)));
    QCOMPARE(values[u"date"_s], QVariant(QDate(2021, 3, 5)));
    QCOMPARE(values[u"time"_s].toDateTime().offsetFromUtc(), 3600);
    QCOMPARE(values[u"local"_s].toDateTime(), QDateTime(QDate(2021, 3, 5), QTime(10, 0), QTimeZone::UTC));
    QCOMPARE(values[u"draft"_s], QVariant(false));
    QCOMPARE(values[u"tags"_s].toStringList(), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(values[u"extra"_s].toMap()[u"key"_s], QVariant(u"v"_s));
    QCOMPARE(matter->body, u"Body"_s);
    QCOMPARE(matter->bodyLine, 14);
}

void tst_md_FrontMatter::none_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("text") << u"# Title\n\ntext\n---\nmore"_s;
    QTest::newRow("a rule") << u"---\n\ntext"_s;
    QTest::newRow("words between rules") << u"---\n\nSome words: and, yes: more\n\n---\nmore"_s;
    QTest::newRow("a word between rules") << u"---\nHello\n---\nmore"_s;
    QTest::newRow("a longer rule") << u"----\na: b\n----\n"_s;
    QTest::newRow("not at the start") << u"\n---\na: b\n---\n"_s;
}

void tst_md_FrontMatter::none()
{
    QFETCH(const QString, text);
    QCOMPARE(splitFrontMatter(text).value_or(FrontMatter{}), (FrontMatter{{}, text, 1}));
}

void tst_md_FrontMatter::body()
{
    QCOMPARE(splitFrontMatter(u"\uFEFF--- \r\na: b\r\n---\r\nx\r\n"_s).value_or(FrontMatter{}),
             (FrontMatter{{{u"a"_s, u"b"_s}}, u"x\r\n"_s, 4}));
    QCOMPARE(splitFrontMatter(u"---\n---"_s).value_or(FrontMatter{{}, u"?"_s, 0}), (FrontMatter{{}, u""_s, 3}));
    QCOMPARE(splitFrontMatter(u"---\na: b\n...\nx"_s).value_or(FrontMatter{}).body, u"x"_s);
    QCOMPARE(splitFrontMatter(u"---\n# only a comment\n---\nx"_s).value_or(FrontMatter{}).body, u"x"_s);
}

void tst_md_FrontMatter::malformed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("open list") << u"---\na: 1\nb: [1, 2\n---\n"_s << 4;
    QTest::newRow("indentation") << u"---\na: 1\n  b: 2\n---\n"_s << 2;
    QTest::newRow("colon in a title") << u"---\ntitle: Week: the end\n---\n"_s << 2;
    QTest::newRow("open quote") << u"---\na: \"x\n---\n"_s << 2;
    QTest::newRow("tab") << u"---\na:\n\t- b\n---\n"_s << 3;
    QTest::newRow("unknown alias") << u"---\na: 1\nb: *x\n---\n"_s << 3;
    QTest::newRow("no end") << u"---\ntitle: x\n\ntext\n"_s << 1;
    QTest::newRow("TOML without a value") << u"+++\na = 1\nb =\n+++\n"_s << 3;
    QTest::newRow("TOML open string") << u"+++\na = \"x\n+++\n"_s << 2;
    QTest::newRow("TOML twice") << u"+++\na = 1\na = 2\n+++\n"_s << 3;
    QTest::newRow("TOML no day") << u"+++\na = 2021-02-31\n+++\n"_s << 2;
    QTest::newRow("TOML open list before a table") << u"+++\ni = [\n[e][=\n+++\n"_s << 3;
    QTest::newRow("TOML comment in a broken list") << u"+++\na = [ 1, # one\n  ? ]\n+++\n"_s << 3;
    QTest::newRow("TOML with a NUL") << u"+++\na = \"\0\"\n+++\n"_s << 2;
    QTest::newRow("TOML no end") << u"+++\na = 1\n"_s << 1;
}

void tst_md_FrontMatter::malformed()
{
    QFETCH(const QString, text);
    const auto matter = splitFrontMatter(text);
    QVERIFY(!matter);
    QCOMPARE(matter.error().kind, Error::Kind::Malformed);
    QVERIFY(!matter.error().detail.isEmpty());
    QTEST(matter.error().line, "line");
}

void tst_md_FrontMatter::bombs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Error::Kind>("kind");
    QString laughs = u"---\na0: &a0 [x, x]\n"_s;
    for (int i = 1; i < 30; ++i)
        laughs += u"a%1: &a%1 [*a%2, *a%2, *a%2, *a%2]\n"_s.arg(i).arg(i - 1);
    QTest::newRow("a billion laughs") << laughs + u"---\n"_s << Error::Kind::Malformed;
    QTest::newRow("deep flow") << u"---\na: "_s + QString(5000, u'[') + QString(5000, u']') + u"\n---\n"_s
                               << Error::Kind::Malformed;
    QTest::newRow("deep keys") << u"---\na: "_s + u"{a: "_s.repeated(5000) + u"\n---\n"_s << Error::Kind::Malformed;
    QTest::newRow("deep TOML") << u"+++\na = "_s + QString(100'000, u'[') + u"\n+++\n"_s << Error::Kind::Malformed;
    QTest::newRow("deep TOML tables") << u"+++\na = "_s + u"{b="_s.repeated(50'000) + u"\n+++\n"_s
                                      << Error::Kind::Malformed;
    QTest::newRow("brackets after a string")
        << u"+++\ns = ']]]]\"'\na = "_s + QString(50'000, u'[') + u"\n+++\n"_s << Error::Kind::Malformed;
    QTest::newRow("dotted key") << u"+++\n"_s + u"a . "_s.repeated(10'000) + u"a = 1\n+++\n"_s
                                << Error::Kind::Malformed;
    QTest::newRow("many values") << u"---\n"_s + u"- x\n"_s.repeated(30'000) + u"---\n"_s << Error::Kind::Malformed;
    QTest::newRow("large") << u"---\na: "_s + QString(300'000, u'x') + u"\n---\n"_s << Error::Kind::TooLarge;
}

void tst_md_FrontMatter::bombs()
{
    QFETCH(const QString, text);
    const auto matter = splitFrontMatter(text);
    QVERIFY(!matter);
    QTEST(matter.error().kind, "kind");
}

void tst_md_FrontMatter::aliases()
{
    const auto matter = splitFrontMatter(u"---\na: &x [1, 2]\nb: *x\n---\n"_s);
    QVERIFY(matter.has_value());
    QCOMPARE(matter->values[u"b"_s], matter->values[u"a"_s]);
}

QTEST_GUILESS_MAIN(tst_md_FrontMatter)
#include "tst_md_frontmatter.moc"
