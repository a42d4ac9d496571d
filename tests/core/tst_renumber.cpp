// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/renumber.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestRenumber : public QObject
{
    Q_OBJECT

    [[nodiscard]] static NoteHeader note(int serial, const SeasonNumber &number, const QString &title)
    {
        NoteHeader header;
        header.id = NoteId(createUuidV7(serial));
        header.revision = serial;
        header.fields.number = number;
        header.fields.title = title;
        header.fields.covers = Period{QDate(2026, 1, 5).addDays(7 * serial), QDate(2026, 1, 11).addDays(7 * serial)};
        return header;
    }
    /// "5.9 → 6.1 6.01 — tea" each.
    [[nodiscard]] static QStringList outline(const std::vector<NumberChange> &changes)
    {
        QStringList lines;
        for (const NumberChange &change : changes)
            lines << u"%1 → %2 %3"_s.arg(change.before.toString(), change.after.toString(), change.titleAfter);
        return lines;
    }
    const std::vector<NoteHeader> m_notes{
        note(5, {5, 11}, u"5.11 — tea, 11 cups"_s),   note(4, {5, 10}, u"5.10 — rain"_s),
        note(3, {5, 9, 10}, u"S5 #09–10"_s),          note(2, {4, 7}, u"4.07 — ink"_s),
        note(6, {5, {}}, u"Season 5, a look back"_s),
    };

private Q_SLOTS:
    void titlesSayTheNewNumber_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("changed"); // 5.9 becomes 6.10
        QTest::newRow("dot") << u"5.9 — weeknotes — 9 lives"_s << u"6.10 — weeknotes — 9 lives"_s;
        QTest::newRow("two digits") << u"5.09 — weeknotes"_s << u"6.10 — weeknotes"_s;
        QTest::newRow("words") << u"Season 5, episode 9: tea"_s << u"Season 6, episode 10: tea"_s;
        QTest::newRow("elsewhere") << u"In 2026: S5-ep9"_s << u"In 2026: S6-ep10"_s;
        QTest::newRow("other number") << u"4.9 — tea"_s << u"4.9 — tea"_s;
        QTest::newRow("no number") << u"Tea"_s << u"Tea"_s;
        QTest::newRow("long number") << u"5.99999999999999999999"_s << u"5.99999999999999999999"_s;
    }
    void titlesSayTheNewNumber()
    {
        QFETCH(QString, title);
        QTEST(titleWithNumber(title, {5, 9}, {6, 10}), "changed");
    }

    void keepsTheDigitsOfTitles()
    {
        QCOMPARE(titleWithNumber(u"5.10 — tea"_s, {5, 10}, {5, 9}), u"5.9 — tea"_s);
        QCOMPARE(titleWithNumber(u"5.10 — tea"_s, {5, 10}, {5, 9}, 2), u"5.09 — tea"_s);
        QCOMPARE(titleWithNumber(u"5.010 — tea"_s, {5, 10}, {5, 9}), u"5.009 — tea"_s);
        QCOMPARE(titleWithNumber(u"#67–68"_s, {{}, 67, 68}, {{}, 7, 8}), u"#7–8"_s);
    }

    void aSeasonMovesAsAWhole()
    {
        const Renumbering all{5, 6, 1, true};
        QCOMPARE(outline(numberChanges(m_notes, all)),
                 QStringList({u"5.9–10 → 6.1–2 S6 #01–02"_s, u"5.10 → 6.2 6.02 — rain"_s,
                              u"5.11 → 6.3 6.03 — tea, 11 cups"_s, u"5 → 6 Season 5, a look back"_s}));
        QCOMPARE(outline(numberChanges(m_notes, {5, 5, 10, false})),
                 QStringList({u"5.9–10 → 5.10–11 S5 #09–10"_s, u"5.10 → 5.11 5.10 — rain"_s,
                              u"5.11 → 5.12 5.11 — tea, 11 cups"_s}));
        QVERIFY(numberChanges(m_notes, {5, 5, 9, true}).empty());
        QVERIFY(numberChanges(m_notes, {5, 5, {}, true}).empty());
        QVERIFY(numberChanges(m_notes, {8, 9, 1, true}).empty());
        QCOMPARE(firstEpisodeOf(m_notes, 5), 9);
        QVERIFY(!firstEpisodeOf(m_notes, 8));
    }

    void countsNumbersThatAreTaken()
    {
        QCOMPARE(numbersTaken(numberChanges(m_notes, {4, 5, 10, true}), m_notes), 1);
        QCOMPARE(numbersTaken(numberChanges(m_notes, {4, 5, 12, true}), m_notes), 0);
        QCOMPARE(numbersTaken(numberChanges(m_notes, {5, 5, 10, true}), m_notes), 0); // all of them move on
    }

    void isTakenBackFromNotesAsTheyAreThen()
    {
        const auto changes = numberChanges(m_notes, {5, 6, 1, true});
        std::vector<NoteHeader> notes = m_notes;
        const auto apply = [&notes](const std::vector<FieldsChange> &fields) {
            for (const FieldsChange &change : fields) {
                const auto found = std::ranges::find(notes, change.id, &NoteHeader::id);
                QCOMPARE(change.baseRevision, found->revision);
                found->fields = change.fields;
                ++found->revision;
            }
        };
        apply(fieldsChanges(changes, notes));
        QCOMPARE(notes[0].fields.number, (SeasonNumber{6, 3}));
        QCOMPARE(notes[3].fields, m_notes[3].fields);
        notes[0].fields.title = u"Another one"_s; // written meanwhile
        notes[1].fields.number = {7, 1};
        notes.erase(notes.begin() + 2);
        apply(fieldsChanges(reversed(changes), notes));
        QCOMPARE(notes[0].fields.number, (SeasonNumber{5, 11}));
        QCOMPARE(notes[0].fields.title, u"Another one"_s);
        QCOMPARE(notes[1].fields.number, (SeasonNumber{7, 1}));
        QCOMPARE(notes[1].fields.title, u"5.10 — rain"_s);
        QVERIFY(fieldsChanges(reversed(changes), notes).empty());
    }
};

QTEST_APPLESS_MAIN(TestRenumber)
#include "tst_renumber.moc"
