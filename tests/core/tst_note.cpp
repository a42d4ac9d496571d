// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/initials.h"
#include "core/note.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreReadBack()
    {
        for (const NoteKind kind : {NoteKind::Weeknote, NoteKind::Fortnight, NoteKind::Longer, NoteKind::Post})
            QCOMPARE(noteKindFromString(nameOf(kind)), kind);
        for (const NoteStatus status : {NoteStatus::Draft, NoteStatus::Ready, NoteStatus::Published})
            QCOMPARE(noteStatusFromString(nameOf(status)), status);
        QVERIFY(!noteKindFromString(u"Weeknote"));
        QVERIFY(!noteStatusFromString(u""));
    }

    void daysMakeTheKind()
    {
        QCOMPARE(kindForDays(7), NoteKind::Weeknote);
        QCOMPARE(kindForDays(14), NoteKind::Fortnight);
        QCOMPARE(kindForDays(21), NoteKind::Longer);
        QCOMPARE(kindForDays(5), NoteKind::Longer);
    }

    void initialsStandForAPortrait()
    {
        QCOMPARE(initialsOf(u"Robin Ellery"_s), u"RE"_s);
        QCOMPARE(initialsOf(u"  robin  van der ellery "_s), u"RE"_s);
        QCOMPARE(initialsOf(u"Robin"_s), u"R"_s);
        QCOMPARE(initialsOf(u"𐐀𐐁 x"_s), u"𐐀X"_s); // beyond the basic plane
        QCOMPARE(initialsOf(u" "_s), QString());
    }

    void newestComesFirst()
    {
        const auto note = [](std::optional<Period> covers, SeasonNumber number, std::optional<QDate> written) {
            NoteHeader header;
            header.fields.covers = covers;
            header.fields.number = number;
            header.fields.written = written;
            header.created = QDateTime(QDate(2020, 1, 1), QTime(12, 0), QTimeZone::UTC);
            return header;
        };
        const Period week{QDate(2026, 11, 16), QDate(2026, 11, 22)};
        const QList<NoteHeader> sorted{
            note(Period{QDate(2026, 11, 23), QDate(2026, 11, 29)}, {}, {}),
            note(week, {5, 10}, {}),
            note(week, {5, 9}, {}),
            note({}, {}, QDate(2026, 11, 20)), // a post stands at the day it was written
            note({}, {}, {}),                  // and else at the day it was made
        };
        QVERIFY(std::ranges::is_sorted(sorted, newerFirst));
        QCOMPARE(sortDay(sorted.back()), QDate(2020, 1, 1));
    }
};

QTEST_APPLESS_MAIN(TestNote)
#include "tst_note.moc"
