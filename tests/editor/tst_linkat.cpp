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
