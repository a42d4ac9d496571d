// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/linkat.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestLinkAt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
};

void TestLinkAt::finds_data()
{
    QTest::addColumn<QString>("line"); // "|" before the character
    QTest::addColumn<QString>("target");
    QTest::newRow("words") << u"a [w|ords](https://b.org) c"_s << u"https://b.org"_s;
    QTest::newRow("address") << u"a [words](https://b|.org \"title\") c"_s << u"https://b.org"_s;
    QTest::newRow("before") << u"a| [words](https://b.org) c"_s << QString();
    QTest::newRow("behind") << u"a [words](https://b.org)| c"_s << QString();
    QTest::newRow("the second") << u"[a](b) [|c](d)"_s << u"d"_s;
    QTest::newRow("in brackets") << u"[a|](<b c>)"_s << u"b c"_s;
    QTest::newRow("parentheses") << u"[a|](https://b.org/c_(d))"_s << u"https://b.org/c_(d)"_s;
    QTest::newRow("a picture in a link") << u"[![a|](b.png)](https://c.org)"_s << u"https://c.org"_s;
    QTest::newRow("a picture") << u"![a|](b.png)"_s << QString();
    QTest::newRow("code") << u"`[a|](b)`"_s << QString();
    QTest::newRow("angles") << u"<week:2026|-W40>"_s << u"week:2026-W40"_s;
    QTest::newRow("mail") << u"<a@|b.org>"_s << u"mailto:a@b.org"_s;
    QTest::newRow("bare") << u"(see https://b.org/|c_(d)?e=f)."_s << u"https://b.org/c_(d)?e=f"_s;
    QTest::newRow("the sign behind") << u"see https://b.org|."_s << QString();
    QTest::newRow("an entity") << u"[a|](https://b.org/?c=1&amp;d=2&copy=3&ampx;&#x65;)"_s
                               << u"https://b.org/?c=1&d=2&copy=3&ampx;e"_s;
    QTest::newRow("a space as an entity") << u"[a|](<b&#32;c>)"_s << u"b c"_s;
    QTest::newRow("escapes") << uR"([a|](https://b.org/c\_\(d\&amp;\e))"_s << uR"(https://b.org/c_(d&amp;\e)"_s;
    QTest::newRow("escapes in brackets") << uR"([a|](<b\>\*c>))"_s << u"b>*c"_s;
    QTest::newRow("an escaped bracket") << uR"(\[a|](https://b.org))"_s << QString();
    QTest::newRow("an escaped bracket in the words") << uR"([a\]|b](https://c.org))"_s << u"https://c.org"_s;
    QTest::newRow("an escaped parenthesis at the end") << uR"([a|](b\))"_s << QString();
    QTest::newRow("a backslash is escaped") << uR"(\\[a|](b))"_s << u"b"_s;
    QTest::newRow("an escaped picture is a link") << uR"(\![a|](b))"_s << u"b"_s;
    QTest::newRow("a backslash before a bare one") << uR"(\https://b|.org)"_s << u"https://b.org"_s;
    QTest::newRow("none") << u"just| words [here]"_s << QString();
}

void TestLinkAt::finds()
{
    QFETCH(QString, line);
    QFETCH(QString, target);
    const qsizetype at = line.indexOf(u'|');
    QCOMPARE(linkAt(line.remove(at, 1), at), QUrl(target));
}

QTEST_MAIN(TestLinkAt)
#include "tst_linkat.moc"
