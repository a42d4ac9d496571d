// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/worddiff.h"
#include "support/rounds.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

using Kind = DiffRun::Kind;

/// "[-gone-]", "{+added+}", the rest as it is.
QString shown(const std::vector<DiffRun> &runs)
{
    QString text;
    for (const DiffRun &run : runs) {
        text += run.kind == Kind::Same   ? run.text
                : run.kind == Kind::Gone ? u"[-"_s + run.text + u"-]"_s
                                         : u"{+"_s + run.text + u"+}"_s;
    }
    return text;
}

QString without(const std::vector<DiffRun> &runs, Kind kind)
{
    QString text;
    for (const DiffRun &run : runs)
        text += run.kind == kind ? QString() : run.text;
    return text;
}

void check(const QString &older, const QString &newer)
{
    const auto runs = wordDiff(older, newer);
    QCOMPARE(without(runs, Kind::Added), older);
    QCOMPARE(without(runs, Kind::Gone), newer);
    for (size_t i = 0; i < runs.size(); ++i) {
        QVERIFY(!runs[i].text.isEmpty());
        QVERIFY(i == 0 || runs[i].kind != runs[i - 1].kind);
        QVERIFY(i == 0 || runs[i - 1].kind != Kind::Added || runs[i].kind == Kind::Same);
    }
}

} // namespace

class TestWordDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWords_data()
    {
        QTest::addColumn<QString>("older");
        QTest::addColumn<QString>("newer");
        QTest::addColumn<QString>("shownAs");
        const auto row = [](const char *name, const QString &older, const QString &newer, const QString &shownAs) {
            QTest::newRow(name) << older << newer << shownAs;
        };
        row("nothing", {}, {}, {});
        row("the same", u"One.\nTwo.\n"_s, u"One.\nTwo.\n"_s, u"One.\nTwo.\n"_s);
        row("all new", {}, u"One."_s, u"{+One.+}"_s);
        row("all gone", u"One."_s, {}, u"[-One.-]"_s);
        row("a word", u"a good week"_s, u"a long week"_s, u"a [-good-]{+long+} week"_s);
        row("two words as one change", u"a very good week"_s, u"a quite long week"_s,
            u"a [-very good-]{+quite long+} week"_s);
        row("little in common", u"of the week"_s, u"The lamps went out on the quay of Tuesday"_s,
            u"[-of the week-]{+The lamps went out on the quay of Tuesday+}"_s);
        row("a line between", u"one\nthree\n"_s, u"one\ntwo\nthree\n"_s, u"one\n{+two\n+}three\n"_s);
        row("a paragraph gone", u"a\n\nb\n\nc\n"_s, u"a\n\nc\n"_s, u"a\n\n[-b\n\n-]c\n"_s);
        row("accents and emoji", u"ünï 🎈 day"_s, u"ünï 🎉 day"_s, u"ünï [-🎈-]{+🎉+} day"_s);
        row("an ending", u"the end"_s, u"the end."_s, u"the end{+.+}"_s);
    }
    void showsWords()
    {
        QFETCH(QString, older);
        QFETCH(QString, newer);
        QFETCH(QString, shownAs);
        QCOMPARE(shown(wordDiff(older, newer)), shownAs);
        check(older, newer);
    }

    void makesBothTextsAlways()
    {
        QRandomGenerator random(20261127);
        const auto make = [&random](int length) {
            const QString pieces[] = {u"a"_s, u"b"_s, u" "_s, u"\n"_s, u"week "_s, u"é"_s, u"🎈"_s, u"\n\n"_s, u". "_s};
            QString text;
            while (length-- > 0)
                text += pieces[random.bounded(int(std::size(pieces)))];
            return text;
        };
        for (int i = 0; i < rounds(3000); ++i)
            check(make(int(random.bounded(30))), make(int(random.bounded(30))));
    }

    void takesTextsWithNothingInCommon()
    {
        QString older;
        QString newer;
        for (int i = 0; i < 5000; ++i) {
            older += u"o%1 "_s.arg(i);
            newer += u"n%1\n"_s.arg(i);
        }
        check(older, newer);
        QVERIFY(wordDiff(older, newer).size() < 5);
    }
};

QTEST_GUILESS_MAIN(TestWordDiff)
#include "tst_worddiff.moc"
