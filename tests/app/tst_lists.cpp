// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backuplist.h"
#include "app/binlist.h"
#include "app/outlinelist.h"
#include "app/sectionlist.h"
#include "app/storylinelist.h"
#include "app/versionlist.h"

#include <QAbstractItemModelTester>
#include <QPainter>
#include <QRandomGenerator>
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

/// The models of the lists in panes and dialogs.
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

    void listsBackups()
    {
        BackupList list;
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Backup sound{.path = u"/b/one"_s, .made = QDateTime(QDate(2026, 11, 24), QTime(14, 3)), .library = {}};
        sound.reason = Backup::Reason::Hand;
        sound.notes = 12;
        sound.bytes = 1536;
        sound.sound = true;
        Backup damaged = sound;
        damaged.reason = Backup::Reason::Import;
        damaged.sound = false;
        list.setBackups({sound, damaged});
        QCOMPARE(list.rowCount(), 2);
        QCOMPARE(list.index(0).data().toString(), u"Tuesday, 24 November 2026, 14:03"_s);
        const QString detail = list.index(0).data(BackupList::DetailRole).toString();
        QVERIFY(detail.startsWith(u"Made by hand · "_s));
        QVERIFY(detail.contains(u"12"_s));
        QVERIFY(detail.contains(u"1.5"_s));
        QVERIFY(!detail.contains(u"amaged"_s));
        const QString broken = list.index(1).data(Qt::AccessibleTextRole).toString();
        QVERIFY(broken.startsWith(u"Tuesday, 24 November 2026, 14:03, Before an import"_s));
        QVERIFY(broken.contains(u"Damaged"_s));
        sound.library = u"ours"_s;
        damaged.library = u"theirs"_s;
        list.setBackups({sound, damaged}, u"ours"_s);
        QVERIFY(!list.index(0).data(BackupList::DetailRole).toString().contains(u"another"_s));
        QVERIFY(list.index(1).data(BackupList::DetailRole).toString().startsWith(u"Of another library"_s));
        list.setBackups(std::vector(400, sound));
        QCOMPARE(list.rowCount(), 400);
        list.setBackups({});
        QCOMPARE(list.rowCount(), 0);
    }

    void namesTheDayOfABackup_data()
    {
        QTest::addColumn<int>("daysAgo");
        QTest::addColumn<QString>("text");
        QTest::newRow("today") << 0 << u"Friday"_s;
        QTest::newRow("this week") << 6 << u"Saturday"_s;
        QTest::newRow("earlier") << 7 << u"13 November 2026"_s;
        QTest::newRow("a clock that jumped") << -1 << u"21 November 2026"_s;
    }
    void namesTheDayOfABackup()
    {
        QFETCH(int, daysAgo);
        QFETCH(QString, text);
        QCOMPARE(backupDayText(moment(daysAgo), today), text);
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

    void aHeadingIsReadThoughItCannotBeChosen()
    {
        StorylineList list;
        list.setStorylines({{u"a"_s, {}, {}}}, {});
        const PresenceDelegate delegate(StorylineList::DetailRole, StorylineList::PresenceRole);
        QStyleOptionViewItem option;
        option.rect = QRect(0, 0, 200, 40);
        option.palette.setColor(QPalette::Active, QPalette::PlaceholderText, Qt::black);
        option.palette.setColor(QPalette::Disabled, QPalette::PlaceholderText, Qt::white);
        option.palette.setCurrentColorGroup(QPalette::Disabled);
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        delegate.paint(&painter, option, list.index(0));
        painter.end();
        QImage empty(option.rect.size(), QImage::Format_RGB32);
        empty.fill(Qt::white);
        QVERIFY(image != empty);
    }

    void randomEditsKeepToTheRulesOfModels()
    {
        BackupList backups;
        BinList bin;
        OutlineList outline;
        SectionList sections;
        StorylineList storylines;
        VersionList versions;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (QAbstractItemModel *model :
             std::initializer_list<QAbstractItemModel *>{&backups, &bin, &outline, &sections, &storylines, &versions})
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                model, QAbstractItemModelTester::FailureReportingMode::QtTest));
        QRandomGenerator random(20261129);
        const auto some = [&random](auto make) {
            std::vector<decltype(make(0))> all;
            for (int count = random.bounded(5); count > 0; --count)
                all.push_back(make(random.bounded(40)));
            return all;
        };
        const auto words = [&random] { return random.bounded(2) ? QString() : QString::number(random.bounded(10)); };
        for (int round = 0; round < 100; ++round) {
            const auto newBackups =
                some([](int days) { return Backup{.path = {}, .made = moment(days), .library = {}}; });
            backups.setBackups(newBackups);
            QCOMPARE(backups.rowCount(), newBackups.size());
            const auto binned = some([](int days) { return BinnedNote{{}, moment(days)}; });
            bin.setNotes(binned, today);
            QCOMPARE(bin.rowCount(), binned.size());
            const auto kept = some([](int days) { return Version{{}, days, {}, moment(days), u"A"_s}; });
            versions.setVersions(kept, today);
            QCOMPARE(versions.rowCount(), kept.size());
            outline.setHeadings(
                some([](int name) { return Markdown::OutlineEntry{1 + name % 6, QString::number(name), {}}; }));
            outline.setFilter(words());
            sections.setLines(some([](int name) {
                                  SectionLine line;
                                  line.heading = QString::number(name);
                                  line.keys = {line.heading};
                                  line.notes = {NoteId(), NoteId()};
                                  line.days = {today.addDays(-name), today};
                                  return line;
                              }),
                              {words()});
            sections.setFilter(words());
            const auto row = [](int name) { return StorylineList::Row{QString::number(name), {}, {}}; };
            storylines.setStorylines(some(row), some(row));
        }
    }
};

QTEST_MAIN(TestLists)
#include "tst_lists.moc"
