// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/noteref.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestNoteRef : public QObject
{
    Q_OBJECT

    std::vector<NoteHeader> m_notes;

    const NoteHeader &add(NoteKind kind, std::optional<Period> covers, SeasonNumber number)
    {
        NoteHeader header;
        header.id = NoteId(createUuidV7(1));
        header.fields.kind = kind;
        header.fields.covers = covers;
        header.fields.number = number;
        return m_notes.emplace_back(header);
    }

private Q_SLOTS:
    void init()
    {
        m_notes.clear();
        add(NoteKind::Weeknote, Period{QDate(2026, 11, 16), QDate(2026, 11, 22)}, {3, 9});
        add(NoteKind::Post, Period{QDate(2026, 11, 18), QDate(2026, 11, 18)}, {});
        add(NoteKind::Fortnight, Period{QDate(2026, 11, 2), QDate(2026, 11, 15)}, {4, 9});
        m_notes[1].fields.published = QDateTime(QDate(2026, 12, 1), QTime(9, 0));
        m_notes[2].fields.written = QDate(2026, 11, 30);
    }

    void findsTheNoteThatIsMeant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("index");
        QTest::newRow("week: weeknote before post") << u"2026-W47"_s << 0;
        QTest::newRow("a fortnight's first week") << u"2026-W45"_s << 2;
        QTest::newRow("day") << u"2026-11-22"_s << 0;
        QTest::newRow("day of publication") << u"2026-12-01"_s << 1;
        QTest::newRow("day of writing") << u"2026-11-30"_s << 2;
        QTest::newRow("number") << u"3.09"_s << 0;
        QTest::newRow("number, with spaces") << u" S4-ep9 "_s << 2;
    }
    void findsTheNoteThatIsMeant()
    {
        QFETCH(QString, text);
        QFETCH(int, index);
        const auto found = findNote(text, m_notes, {});
        QVERIFY(found);
        QCOMPARE(*found, m_notes[size_t(index)]);
    }

    void findsAnId() { QCOMPARE(*findNote(m_notes[1].id.toString(), m_notes, {}), m_notes[1]); }

    void findsTheEndOfAnId()
    {
        const QString end = shortReference(m_notes[1].id);
        QCOMPARE(*findNote(end, m_notes, {}), m_notes[1]);
        QCOMPARE(*findNote(end.toUpper(), m_notes, {}), m_notes[1]);
        QCOMPARE(findNote(end.last(7) + u'x', m_notes, {}).error().kind, Error::Kind::BadValue);
    }

    void saysWhyThereIsNone()
    {
        QCOMPARE(findNote(u"2026-W01"_s, m_notes, {}).error().kind, Error::Kind::NotFound);
        QCOMPARE(findNote(NoteId(createUuidV7(5)).toString(), m_notes, {}).error().kind, Error::Kind::NotFound);
        QCOMPARE(findNote(u"the last one"_s, m_notes, {}).error().kind, Error::Kind::BadValue);
        const auto both = findNote(u"#9"_s, m_notes, {});
        QCOMPARE(both.error().kind, Error::Kind::Ambiguous);
        QVERIFY(both.error().detail.contains(m_notes[0].id.toString()));
        QVERIFY(both.error().detail.contains(m_notes[2].id.toString()));
    }
};

QTEST_APPLESS_MAIN(TestNoteRef)
#include "tst_noteref.moc"
