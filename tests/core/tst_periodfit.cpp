// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/periodfit.h"
#include "core/week.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestPeriodFit : public QObject
{
    Q_OBJECT

    const QDate m_today = QDate(2026, 11, 20);

    [[nodiscard]] static Period weeks(int first, int last)
    {
        return {Week::fromIso(2026, first)->days().first, Week::fromIso(2026, last)->days().last};
    }
    [[nodiscard]] static NoteHeader note(int serial, const Period &covers)
    {
        NoteHeader header;
        header.id = NoteId(createUuidV7(serial));
        header.fields.covers = covers;
        header.fields.number = {5, serial};
        return header;
    }
    [[nodiscard]] static Pause pause(const Period &days)
    {
        Pause pause;
        pause.from = days.first;
        pause.to = days.last;
        return pause;
    }

private Q_SLOTS:
    void tellsOverlapsOldestFirst()
    {
        NoteHeader post = note(9, weeks(10, 12));
        post.fields.kind = NoteKind::Post;
        const std::vector notes{note(3, weeks(12, 12)), note(1, weeks(9, 10)), note(2, weeks(11, 11)), post};
        const PeriodFit fit = fitOf(weeks(10, 11), notes[2].id, notes, {}, m_today);
        QCOMPARE(fit.overlaps, std::vector{notes[1]});
        QVERIFY(fit.gaps.empty());
        QCOMPARE(fitOf(weeks(10, 12), {}, notes, {}, m_today).overlaps, (std::vector{notes[1], notes[2], notes[0]}));
    }

    void tellsGapsUpToTheNextNote()
    {
        const std::vector notes{note(1, weeks(8, 8)), note(2, weeks(14, 14)), note(3, weeks(6, 6))};
        const auto gaps = [&](const Period &period, const std::vector<Pause> &pauses = {}) {
            return fitOf(period, {}, notes, pauses, m_today).gaps;
        };
        QCOMPARE(gaps(weeks(11, 11)), (std::vector{weeks(9, 10), weeks(12, 13)}));
        QCOMPARE(gaps(weeks(9, 13)), std::vector<Period>());
        QCOMPARE(gaps(weeks(16, 16)), std::vector{weeks(15, 15)}); // nothing comes after it
        QCOMPARE(gaps(weeks(4, 4)), std::vector{weeks(5, 5)});
        // Paused days are not left out.
        QCOMPARE(gaps(weeks(11, 11), {pause(weeks(9, 10))}), std::vector{weeks(12, 13)});
        QCOMPARE(gaps(weeks(11, 11), {pause(weeks(9, 9)), pause(weeks(12, 15))}), std::vector{weeks(10, 10)});
        // Nor are those of a note that reaches into it.
        std::vector overlapping = notes;
        overlapping.push_back(note(4, weeks(10, 11)));
        QCOMPARE(fitOf(weeks(11, 11), {}, overlapping, {}, m_today).gaps, std::vector{weeks(12, 13)});
        // Nor are weekends.
        Period toFriday = weeks(8, 8);
        toFriday.last = toFriday.last.addDays(-2);
        QVERIFY(fitOf(weeks(9, 9), {}, {note(1, toFriday)}, {}, m_today).gaps.empty());
        QVERIFY(fitOf(weeks(9, 9), {}, {}, {pause(weeks(2, 3))}, m_today).gaps.empty());
    }
};

QTEST_APPLESS_MAIN(TestPeriodFit)
#include "tst_periodfit.moc"
