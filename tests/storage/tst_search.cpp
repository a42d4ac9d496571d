// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/libraryfixture.h"
#include "storage/sqliteengine.h"

using namespace Weeknotes;
using namespace Weeknotes::Test;

class TestSearch : public QObject
{
    Q_OBJECT

    LibraryFixture m_fixture;
    std::unique_ptr<Library> m_library;

    [[nodiscard]] QStringList titles(const QString &query, int limit = 20) const
    {
        QStringList all;
        for (const SearchHit &hit : valueOf(m_library->search(query, limit)))
            all << hit.title;
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = m_fixture.open();
        const auto add = [&](const QString &title, const QString &words, const QStringList &tags = {}) {
            NoteFields fields = titled(title);
            fields.covers = Period{QDate(2026, 11, 2), QDate(2026, 11, 8)};
            fields.tags = tags;
            valueOf(m_library->addNote(fields, text(words)));
        };
        add(u"Printers"_s, u"We moved house and wrote it all down for later on."_s);
        add(u"The bread edition"_s, u"A café in Zürich lent us a printer, and the printer worked.\n\nThen tea."_s);
        add(u"3.09 — weeknotes"_s, u"Worked on the w/c dates. The tea went cold twice."_s, {u"procurement"_s});
        add(u"Long"_s, QString(u"filler words "_s).repeated(300) + u"the needle stands here "_s +
                           QString(u"more filler "_s).repeated(300));
    }

    void findsWords_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("found");
        const QStringList none;
        QTest::newRow("one word") << u"house"_s << QStringList{u"Printers"_s};
        QTest::newRow("all words, anywhere") << u"worked zürich"_s << QStringList{u"The bread edition"_s};
        QTest::newRow("not one of two") << u"worked house"_s << none;
        QTest::newRow("no accents") << u"CAFE zurich"_s << QStringList{u"The bread edition"_s};
        QTest::newRow("title first") << u"print"_s << QStringList{u"Printers"_s, u"The bread edition"_s};
        QTest::newRow("only the last is a beginning") << u"print worked"_s << none;
        QTest::newRow("phrase") << u"\"tea went cold\""_s << QStringList{u"3.09 — weeknotes"_s};
        QTest::newRow("phrase, other order") << u"\"cold tea\""_s << none;
        QTest::newRow("phrase is whole words") << u"\"tea went col\""_s << none;
        QTest::newRow("phrase being typed") << u"\"tea went col"_s << QStringList{u"3.09 — weeknotes"_s};
        QTest::newRow("phrase and word") << u"\"went cold\" date"_s << QStringList{u"3.09 — weeknotes"_s};
        QTest::newRow("number") << u"3.09"_s << QStringList{u"3.09 — weeknotes"_s};
        QTest::newRow("slash") << u"w/c"_s << QStringList{u"3.09 — weeknotes"_s};
        QTest::newRow("tag") << u"procurement"_s << QStringList{u"3.09 — weeknotes"_s};
        QTest::newRow("dash between") << u"weeknotes — tea"_s << QStringList{u"3.09 — weeknotes"_s};
        QTest::newRow("operators are words") << u"tea OR house"_s << none;
        QTest::newRow("column names are words") << u"title:printers"_s << none;
    }
    void findsWords()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, found);
        QCOMPARE(titles(query), found);
    }

    void takesAnyText_data()
    {
        QTest::addColumn<QString>("query");
        for (const QString &query : {u""_s,
                                     u" "_s,
                                     u"\""_s,
                                     u"\"\""_s,
                                     u"\"\"\""_s,
                                     u"*"_s,
                                     u"^tea"_s,
                                     u"(tea"_s,
                                     u"tea)"_s,
                                     u"-tea"_s,
                                     u"NEAR(tea house)"_s,
                                     u"tea AND"_s,
                                     u"NOT tea"_s,
                                     u"{title body}: tea"_s,
                                     u"tea*\"*"_s,
                                     u"'; DROP TABLE notes"_s,
                                     u"—"_s,
                                     u"🎈"_s,
                                     u"\u0301"_s,
                                     u"\uFFFF"_s,
                                     QString(QChar(0xd800)),
                                     QString(QChar(u'\0')),
                                     u"a\0b"_s,
                                     u"%_\\"_s,
                                     QString(10'000, u'a'),
                                     QString(u"tea "_s).repeated(5'000),
                                     QString(u"\" "_s).repeated(5'000)})
            QTest::newRow(qPrintable(query.left(12))) << query;
    }
    void takesAnyText()
    {
        QFETCH(QString, query);
        QVERIFY(m_library->search(query, 10));
    }

    void findsNothingInNothing()
    {
        QVERIFY(titles(u""_s).isEmpty());
        QVERIFY(titles(u"— !"_s).isEmpty());
        QVERIFY(titles(u"tea"_s, 0).isEmpty());
        QVERIFY(titles(u"tea"_s, -1).isEmpty());
        QCOMPARE(titles(u"tea"_s, 1).size(), 1);
    }

    void showsTheMatchInItsPlace()
    {
        const SearchHit hit = valueOf(m_library->search(u"needle"_s, 5)).front();
        QCOMPARE(hit.covers, (Period{QDate(2026, 11, 2), QDate(2026, 11, 8)}));
        QCOMPARE(hit.matches.size(), 1);
        const auto [begin, end] = hit.matches.front();
        QCOMPARE(hit.snippet.sliced(begin, end - begin), u"needle"_s);
        QVERIFY(hit.snippet.size() < 300);
        QVERIFY(!hit.snippet.contains(u'\n'));
        QVERIFY(hit.snippet.startsWith(u'…') && hit.snippet.endsWith(u'…'));
        const SearchHit lines = valueOf(m_library->search(u"printer worked then"_s, 5)).front();
        QCOMPARE(lines.snippet, u"A café in Zürich lent us a printer, and the printer worked. Then tea."_s);
        for (const auto &match : lines.matches)
            QVERIFY(QStringList({u"printer"_s, u"worked"_s, u"Then"_s})
                        .contains(lines.snippet.sliced(match.begin, match.end - match.begin)));
        QCOMPARE(lines.matches.size(), 4);
    }

    void ranksGreaterFirst()
    {
        const auto hits = valueOf(m_library->search(u"tea"_s, 5));
        QCOMPARE(hits.size(), 2);
        QVERIFY(hits[0].rank >= hits[1].rank);
        QVERIFY(hits[1].rank > 0);
    }

    void followsEdits()
    {
        const NoteHeader note = valueOf(m_library->addNote(titled(u"Zebra"_s), text(u"giraffe"_s)));
        valueOf(m_library->saveNote(note.id, 1, titled(u"Lion"_s), text(u"tiger"_s)));
        QVERIFY(titles(u"zebra"_s).isEmpty());
        QVERIFY(titles(u"giraffe"_s).isEmpty());
        QCOMPARE(titles(u"tig"_s), QStringList{u"Lion"_s});
        valueOf(m_library->removeNote(note.id));
        QVERIFY(titles(u"lion"_s).isEmpty());
    }

    void quotesEverything()
    {
        QCOMPARE(SqliteEngine::toMatch(u"  one two"_s), u"\"one\" \"two\"*"_s);
        QCOMPARE(SqliteEngine::toMatch(u"\"one two\" three"_s), u"\"one two\" \"three\"*"_s);
        QCOMPARE(SqliteEngine::toMatch(u"one \"two three\""_s), u"\"one\" \"two three\""_s);
        QCOMPARE(SqliteEngine::toMatch(u"one t"_s), u"\"one\" \"t\""_s);
        QCOMPARE(SqliteEngine::toMatch(u"– \" \" *"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
