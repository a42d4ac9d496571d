// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rounds.h"
#include "typeset/partdiff.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Weeknotes;

namespace {

using Hashes = std::vector<size_t>;

Hashes applied(const Hashes &before, const Hashes &after, const std::vector<PartChange> &changes)
{
    Hashes result;
    int done = 0;
    for (const PartChange &change : changes) {
        result.insert(result.end(), before.begin() + done, before.begin() + change.oldBegin);
        if (int(result.size()) != change.newBegin)
            return {};
        result.insert(result.end(), after.begin() + change.newBegin, after.begin() + change.newBegin + change.newCount);
        done = change.oldBegin + change.oldCount;
    }
    result.insert(result.end(), before.begin() + done, before.end());
    return result;
}

} // namespace

class TestPartDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void smallChangesAreSmall_data()
    {
        QTest::addColumn<Hashes>("before");
        QTest::addColumn<Hashes>("after");
        QTest::addColumn<std::vector<PartChange>>("changes");
        using Changes = std::vector<PartChange>;
        QTest::newRow("equal") << Hashes{1, 2} << Hashes{1, 2} << Changes{};
        QTest::newRow("from nothing") << Hashes{} << Hashes{1, 2} << Changes{{0, 0, 0, 2}};
        QTest::newRow("to nothing") << Hashes{1, 2} << Hashes{} << Changes{{0, 2, 0, 0}};
        QTest::newRow("one") << Hashes{1, 2, 3} << Hashes{1, 9, 3} << Changes{{1, 1, 1, 1}};
        QTest::newRow("inserted") << Hashes{1, 2} << Hashes{1, 9, 2} << Changes{{1, 0, 1, 1}};
        QTest::newRow("removed") << Hashes{1, 9, 2} << Hashes{1, 2} << Changes{{1, 1, 1, 0}};
        QTest::newRow("first and last") << Hashes{1, 2, 3, 4} << Hashes{8, 2, 3, 9}
                                        << Changes{{0, 1, 0, 1}, {3, 1, 3, 1}};
        QTest::newRow("repeats around an anchor")
            << Hashes{1, 5, 5, 2, 5, 3} << Hashes{9, 5, 5, 2, 5, 8} << Changes{{0, 1, 0, 1}, {5, 1, 5, 1}};
        QTest::newRow("one of many equal") << Hashes{5, 5, 5} << Hashes{5, 5, 5, 5} << Changes{{3, 0, 3, 1}};
    }

    void smallChangesAreSmall()
    {
        QFETCH(Hashes, before);
        QFETCH(Hashes, after);
        QFETCH(std::vector<PartChange>, changes);
        QVERIFY(differences(before, after) == changes);
    }

    void anyChangeLeadsToTheNewSequence()
    {
        QRandomGenerator random(20261122);
        for (int round = 0; round < rounds(3000); ++round) {
            const int alphabet = 1 + random.bounded(12);
            Hashes before;
            Hashes after;
            for (int i = random.bounded(14); i > 0; --i)
                before.push_back(size_t(random.bounded(alphabet)));
            for (int i = random.bounded(14); i > 0; --i)
                after.push_back(size_t(random.bounded(alphabet)));
            QVERIFY(applied(before, after, differences(before, after)) == after);
        }
    }

    void movesOfUniquePartsCostOnlyWhatMoves()
    {
        Hashes before(1000);
        std::iota(before.begin(), before.end(), size_t(0));
        Hashes after = before;
        std::rotate(after.begin() + 100, after.begin() + 101, after.begin() + 900);
        int replaced = 0;
        for (const PartChange &change : differences(before, after))
            replaced += change.oldCount + change.newCount;
        QCOMPARE(replaced, 2);
    }
};

QTEST_APPLESS_MAIN(TestPartDiff)
#include "tst_partdiff.moc"
