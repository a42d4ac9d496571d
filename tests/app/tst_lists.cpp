// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binlist.h"
#include "app/versionlist.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

const QDate today(2026, 11, 20);

QDateTime moment(int daysAgo)
{
    return today.addDays(-daysAgo).startOfDay().addSecs(14 * 3600 + 180);
}

} // namespace

/// The models of history and bin.
class TestLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesMoments_data()
    {
        QTest::addColumn<int>("daysAgo");
        QTest::addColumn<QString>("text");
        QTest::newRow("today") << 0 << u"Today 14:03"_s;
        QTest::newRow("yesterday") << 1 << u"Yesterday 14:03"_s;
        QTest::newRow("this week") << 6 << u"Sat 14 Nov 14:03"_s;
        QTest::newRow("earlier") << 7 << u"13 Nov 2026 14:03"_s;
        QTest::newRow("a clock that jumped") << -1 << u"21 Nov 2026 14:03"_s;
    }
    void namesMoments()
    {
        QFETCH(int, daysAgo);
        QFETCH(QString, text);
        QCOMPARE(momentText(moment(daysAgo), today), text);
    }

    void listsVersions()
    {
        VersionList list;
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setVersions({{{}, 2, Version::Reason::Publish, moment(0), u"A"_s}, {{}, 1, {}, moment(1), u"A"_s}}, today);
        QCOMPARE(list.rowCount(), 2);
        QCOMPARE(list.index(0).data().toString(), u"Today 14:03"_s);
        QCOMPARE(list.index(0).data(VersionList::DetailRole).toString(), u"Published"_s);
        QCOMPARE(list.index(1).data(Qt::AccessibleTextRole).toString(), u"Yesterday 14:03, As you left it"_s);
        list.setVersions({}, today);
        QCOMPARE(list.rowCount(), 0);
    }

    void listsTheBin()
    {
        BinList list;
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        NoteHeader named;
        named.fields.title = u"A week"_s;
        list.setNotes({{named, moment(2)}, {{}, moment(40)}}, today);
        QCOMPARE(list.index(0).data().toString(), u"A week"_s);
        QVERIFY(list.index(0).data(BinList::DetailRole).toString().contains(u"28"_s));
        QCOMPARE(list.index(1).data().toString(), u"Untitled"_s);
        QVERIFY(list.index(1).data(BinList::DetailRole).toString().contains(u"0 "_s));
    }
};

QTEST_MAIN(TestLists)
#include "tst_lists.moc"
