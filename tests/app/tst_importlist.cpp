// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importlist.h"
#include "importer/corrections.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestImportList : public QObject
{
    Q_OBJECT

    const QDate today{2026, 11, 20};

    static ImportedNote note(const QString &title, QDate first, std::vector<Guess> guesses = {})
    {
        ImportedNote note;
        note.draft.fields.title = title;
        note.draft.fields.covers = Period{first, first.addDays(6)};
        note.guesses = std::move(guesses);
        return note;
    }

    static Guess guess(const QString &field, Guess::Reason why) { return {field, u"x"_s, why, {u"a"_s, u"b"_s}}; }

    static ImportBatch batch()
    {
        ImportBatch batch;
        batch.read = 3;
        batch.notes = {note(u"Boats"_s, {2026, 10, 5}), note(u"Anchors"_s, {2026, 10, 12}),
                       note(u"Cleats"_s, {2019, 10, 7}, {guess(u"year"_s, Guess::Reason::YearFromWeekdays)}),
                       note(u"Docks"_s, {2019, 10, 14}, {guess(u"year"_s, Guess::Reason::YearFromWeekdays)})};
        batch.skipped = {{Warning::Kind::Empty, u"a/empty.md"_s, 0, {}}};
        return batch;
    }

    static ImportOutcome foreseen()
    {
        ImportOutcome outcome;
        using Fate = ImportedDraft::Fate;
        for (const Fate fate : {Fate::Imported, Fate::Kept, Fate::Imported, Fate::Unchanged})
            outcome.add({fate, {}, {}, {}});
        return outcome;
    }

    static std::vector<PauseHint> pauses()
    {
        PauseHint hint;
        hint.from = QDate(2026, 8, 3);
        hint.to = QDate(2026, 8, 30);
        return {hint};
    }

    static QStringList titles(const QAbstractItemModel &model)
    {
        QStringList titles;
        for (int row = 0; row < model.rowCount(); ++row)
            titles << model.index(row, 0).data().toString();
        return titles;
    }

    static QStringList inOrder(ImportList &list, ImportList::Order order)
    {
        list.setOrder(order);
        QMap<QString, QString> sorted;
        for (int row = 0; row < list.rowCount(); ++row)
            sorted.insert(list.index(row).data(ImportList::SortRole).toString(), list.index(row).data().toString());
        QStringList titles = sorted.values();
        titles.removeIf([](const QString &title) { return title.contains(u':') || title.contains(u'.'); });
        return titles;
    }

private Q_SLOTS:
    void isAModel()
    {
        ImportList list(today, nullptr);
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(list.rowCount(), 0);
        list.setOrder(ImportList::Order::Title);
        list.set(batch(), foreseen(), pauses(), {});
        QCOMPARE(list.rowCount(), 6);
        list.setOutcome(foreseen());
        list.set({}, {}, {}, {});
        QCOMPARE(list.rowCount(), 0);
    }

    void sorts()
    {
        ImportList list(today, nullptr);
        list.set(batch(), foreseen(), pauses(), {});
        QCOMPARE(inOrder(list, ImportList::Order::Doubt),
                 QStringList({u"Docks"_s, u"Cleats"_s, u"Anchors"_s, u"Boats"_s}));
        QCOMPARE(inOrder(list, ImportList::Order::Newest),
                 QStringList({u"Anchors"_s, u"Boats"_s, u"Docks"_s, u"Cleats"_s}));
        QCOMPARE(inOrder(list, ImportList::Order::Title),
                 QStringList({u"Anchors"_s, u"Boats"_s, u"Cleats"_s, u"Docks"_s}));
        QCOMPARE(inOrder(list, ImportList::Order::AsRead),
                 QStringList({u"Boats"_s, u"Anchors"_s, u"Cleats"_s, u"Docks"_s}));
    }

    void countsWhatAPersonMayWantToSee()
    {
        ImportList list(today, nullptr);
        list.set(batch(), foreseen(), pauses(), {});
        QCOMPARE(list.count(ImportList::Part::All), 6);
        QCOMPARE(list.count(ImportList::Part::ToLookAt), 3);
        QCOMPARE(list.count(ImportList::Part::Changes), 1);
        QCOMPARE(list.count(ImportList::Part::LeftOut), 1);
    }

    void bringsWhatIsWanted()
    {
        ImportList list(today, nullptr);
        list.set(batch(), foreseen(), pauses(), {});
        const QSignalSpy changed(&list, &ImportList::wantedChanged);
        QCOMPARE(list.order().drafts.size(), 4);
        QVERIFY(list.setData(list.index(0), Qt::Unchecked, Qt::CheckStateRole)); // the pause
        QVERIFY(list.setData(list.index(1), Qt::Unchecked, Qt::CheckStateRole)); // Boats
        QVERIFY(!list.setData(list.index(5), Qt::Checked, Qt::CheckStateRole));  // what was left out
        QCOMPARE(changed.count(), 2);
        QVERIFY(list.wantedPauses().empty());
        QCOMPARE(list.wantedNotes(), (std::vector<size_t>{1, 2, 3}));
        list.setOverwrites(list.index(2), true);
        QCOMPARE(list.order().overwriting, std::set<size_t>{0}); // as they are counted there
        list.setOutcome(foreseen());
        QVERIFY(!list.setData(list.index(1), Qt::Checked, Qt::CheckStateRole));
    }

    void correctsManyAtOnce()
    {
        ImportList list(today, nullptr);
        list.set(batch(), foreseen(), {}, {});
        const QModelIndexList alike = list.alike(list.index(2));
        QCOMPARE(alike.size(), 2);
        list.correct(alike, [](ImportedNote &each) { correctYear(each, 2024, {}); });
        QCOMPARE(list.note(list.index(2))->draft.fields.covers->first, QDate(2024, 10, 7));
        QCOMPARE(list.note(list.index(3))->draft.fields.covers->first, QDate(2024, 10, 14));
        QCOMPARE(list.note(list.index(0))->draft.fields.covers->first, QDate(2026, 10, 5));
        QCOMPARE(list.count(ImportList::Part::ToLookAt), 0);
        QVERIFY(list.index(2).data(ImportList::DetailRole).toString().contains(u"you say so"_s));
    }
};

QTEST_GUILESS_MAIN(TestImportList)
#include "tst_importlist.moc"
