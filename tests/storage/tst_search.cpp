// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/libraryfixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>

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
        QTest::newRow("beginning") << u"print* worked"_s << QStringList{u"The bread edition"_s};
        QTest::newRow("beginning in a phrase") << u"\"tea wen*\""_s << QStringList{u"3.09 — weeknotes"_s};
        QTest::newRow("without a word") << u"print -bread"_s << QStringList{u"Printers"_s};
        QTest::newRow("without a word of the text") << u"print -café"_s << QStringList{u"Printers"_s};
        QTest::newRow("only as a whole") << u"print -caf"_s << QStringList({u"Printers"_s, u"The bread edition"_s});
        QTest::newRow("without a beginning") << u"print -caf*"_s << QStringList{u"Printers"_s};
        QTest::newRow("without a phrase") << u"tea -\"went cold\""_s << QStringList{u"The bread edition"_s};
        QTest::newRow("without a tag") << u"tea -procurement"_s << QStringList{u"The bread edition"_s};
        QTest::newRow("without either") << u"-house tea -zürich"_s << QStringList{u"3.09 — weeknotes"_s};
        QTest::newRow("a dash is no minus") << u"bread - tea"_s << QStringList{u"The bread edition"_s};
        QTest::newRow("nothing but without") << u"-house"_s << none;
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
                                     u"👩‍💻"_s,
                                     u"שלום ‏\u202eabc"_s,
                                     QString(10'000, u'京'),
                                     QString(10'000, u'a'),
                                     QString(u"tea "_s).repeated(5'000),
                                     QString(u"\" "_s).repeated(5'000)})
            QTest::newRow(qPrintable(query.left(12))) << query;
    }
    void takesAnyText()
    {
        QFETCH(QString, query);
        QVERIFY(m_library->search(query, 10));
        QVERIFY(m_library->headings(query, 10));
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
        valueOf(m_library->removeNotes({note.id}));
        QVERIFY(titles(u"lion"_s).isEmpty());
    }

    /// Of the note that waits for the index, too.
    void excludesInWhatWaits()
    {
        const NoteHeader note = valueOf(m_library->addNote(titled(u"Otter"_s), text(u"weir and reeds"_s)));
        QCOMPARE(titles(u"otter"_s), QStringList{u"Otter"_s});
        QCOMPARE(titles(u"otter -reeds"_s), QStringList());
        valueOf(m_library->removeNotes({note.id}));
    }

    void findsHeadings()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        const auto add = [&](int day, const QStringList &headings) {
            NoteFields fields = titled(u"Day %1"_s.arg(day));
            fields.covers = Period{QDate(2026, 1, day), QDate(2026, 1, day)};
            StoredText words = text(headings.join(u'\n'));
            words.sections.push_back({0, {}, u"hello"_s});
            for (const QString &heading : headings)
                words.sections.push_back({2, heading, u"under it"_s});
            return valueOf(library->addNote(fields, words));
        };
        const auto found = [&](const QString &query, int limit = 9) {
            QStringList all;
            for (const HeadingHit &hit : valueOf(library->headings(query, limit)))
                all << u"%1 %2 %3"_s.arg(hit.title).arg(hit.section).arg(hit.heading);
            return all;
        };
        add(1, {u"Reading"_s, u"Something I’ve learned"_s});
        add(2, {u"Reading and learning"_s});
        const NoteHeader last = add(3, {u"Reading"_s, u"Ffrindiau ŷm ni"_s}); // waits
        QCOMPARE(found(u"read"_s),
                 QStringList({u"Day 3 1 Reading"_s, u"Day 2 1 Reading and learning"_s, u"Day 1 1 Reading"_s}));
        QCOMPARE(found(u"reading"_s, 2), QStringList({u"Day 3 1 Reading"_s, u"Day 1 1 Reading"_s})); // no more than it
        QCOMPARE(found(u"something learned"_s), QStringList{u"Day 1 2 Something I’ve learned"_s});
        QCOMPARE(found(u"ym"_s), QStringList{u"Day 3 2 Ffrindiau ŷm ni"_s});
        QCOMPARE(found(u"reading -learn*"_s), QStringList{u"Day 3 1 Reading"_s});
        QCOMPARE(found(u"reading -ffrindiau"_s).size(), 2);
        QCOMPARE(found(u"hello"_s), QStringList());
        QCOMPARE(found(u"under"_s), QStringList());
        const HeadingHit hit = valueOf(library->headings(u"learn"_s, 1)).front();
        QCOMPARE(hit.covers, (Period{QDate(2026, 1, 2), QDate(2026, 1, 2)}));
        QCOMPARE(hit.matches, (std::vector<SearchHit::Match>{{12, 20}}));
        valueOf(library->removeNotes({last.id}));
        QCOMPARE(found(u"ym"_s), QStringList());
    }

    void takesOneLetter()
    {
        QCOMPARE(titles(u"z"_s), QStringList{u"The bread edition"_s});
        QCOMPARE(titles(u"tea w"_s).size(), 2);
        QCOMPARE(titles(u"tea g"_s), QStringList());
    }

    void findsInEveryScript_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("shown");
        QTest::newRow("ß") << u"Die Straße war leer."_s << u"STRASSE"_s << u"Straße"_s;
        QTest::newRow("ss") << u"Die Schulstrasse war leer."_s << u"schulstraße"_s << u"Schulstrasse"_s;
        QTest::newRow("accents apart") << u"Cre\u0301pes au lait"_s << u"crépes"_s << u"Cre\u0301pes"_s;
        QTest::newRow("strokes") << u"Łódź and Ørsted"_s << u"lodz orsted"_s << u"Łódź Ørsted"_s;
        QTest::newRow("ligature") << u"An oﬃce of Cæsar"_s << u"office caesar"_s << u"oﬃce Cæsar"_s;
        QTest::newRow("final sigma") << u"Ο ΔΡΟΜΟΣ"_s << u"δρομος"_s << u"ΔΡΟΜΟΣ"_s;
        QTest::newRow("Chinese") << u"昨天下午我们去图书馆借书。"_s << u"图书馆"_s << u"图书馆"_s;
        QTest::newRow("Chinese, one") << u"昨天下午我们去图书馆借书。"_s << u"借"_s << u"借"_s;
        QTest::newRow("Chinese, two") << u"昨天下午我们去图书馆借书。"_s << u"图书馆 下午"_s << u"下午 图书馆"_s;
        QTest::newRow("Japanese") << u"今週は東京タワーへ行きました。"_s << u"タワー"_s << u"タワー"_s;
        QTest::newRow("half width") << u"今週は東京ﾀﾜｰへ行きました。"_s << u"タワー"_s << u"ﾀﾜｰ"_s;
        QTest::newRow("Latin in it") << u"新しいScannerを買った"_s << u"scanner"_s << u"Scanner"_s;
        QTest::newRow("Korean") << u"어제 학교에서 만났다"_s << u"학교"_s << u"학교"_s;
        QTest::newRow("Korean, being typed") << u"어제 학교에서 만났다"_s << u"하"_s << u"학"_s;
        QTest::newRow("Thai") << u"เราไปห้องสมุดเมื่อวาน"_s << u"ห้องสมุด"_s << u"ห้องสมุด"_s;
        QTest::newRow("Hebrew") << u"הלכנו לַסִּפְרִיָּה אתמול"_s << u"לספריה"_s << u"לַסִּפְרִיָּה"_s;
        QTest::newRow("Arabic") << u"ذهبنا إلى المَكْتَبَة أمس"_s << u"المكتبة"_s << u"المَكْتَبَة"_s;
        QTest::newRow("emoji around") << u"🎈balloon👩‍💻code"_s << u"balloon code"_s << u"balloon code"_s;
        QTest::newRow("soft hyphen") << u"a won\u00adder"_s << u"wonder"_s << u"won\u00adder"_s;
    }
    void findsInEveryScript()
    {
        QFETCH(QString, words);
        QFETCH(QString, query);
        QFETCH(QString, shown);
        const NoteHeader note = valueOf(m_library->addNote(titled(u"Scripts"_s), text(words)));
        const auto check = [&] {
            const auto hits = valueOf(m_library->search(query, 5));
            QCOMPARE(hits.size(), 1);
            QStringList parts;
            for (const auto &[begin, end] : hits.front().matches)
                parts << hits.front().snippet.sliced(begin, end - begin);
            QCOMPARE(parts.join(u' '), shown);
        };
        check(); // while it waits for the index
        valueOf(m_library->addNote(titled(u"Another"_s), text(u"nothing"_s)));
        check();
        valueOf(m_library->removeNotes({note.id}));
        valueOf(m_library->emptyBin());
        QVERIFY(titles(query).isEmpty());
    }

    void leavesTheBinOut()
    {
        const NoteHeader note = valueOf(m_library->addNote(titled(u"Heron"_s), text(u"kingfisher"_s)));
        for (const bool indexed : {false, true}) {
            if (indexed)
                valueOf(m_library->addNote(titled(u"Another"_s), text(u"nothing"_s)));
            QCOMPARE(titles(u"kingfisher"_s), QStringList{u"Heron"_s});
            valueOf(m_library->removeNotes({note.id}));
            QVERIFY(titles(u"kingfisher"_s).isEmpty());
            QVERIFY(titles(u"heron"_s).isEmpty());
            valueOf(m_library->restoreNotes({note.id}));
        }
        QCOMPARE(titles(u"heron"_s), QStringList{u"Heron"_s});
    }

    void prefersTitleThenNewest()
    {
        const LibraryFixture fixture;
        const auto library = fixture.open();
        for (const int day : {3, 1, 2}) {
            NoteFields fields = titled(u"Day %1"_s.arg(day));
            fields.covers = Period{QDate(2026, 1, day), QDate(2026, 1, day)};
            valueOf(library->addNote(fields, text(u"osprey"_s)));
        }
        NoteFields old = titled(u"The ospreys"_s);
        old.covers = Period{QDate(1990, 1, 1), QDate(1990, 1, 1)};
        valueOf(library->addNote(old, text(u"nothing"_s)));
        QStringList found;
        for (const SearchHit &hit : valueOf(library->search(u"osprey"_s, 3)))
            found << hit.title;
        QCOMPARE(found, QStringList({u"The ospreys"_s, u"Day 3"_s, u"Day 2"_s}));
    }

    void renewsAnIndexOfAnotherProgram()
    {
        const LibraryFixture fixture;
        auto library = fixture.open();
        for (int i = 0; i < 250; ++i)
            valueOf(library->addNote(titled(u"Note %1"_s.arg(i)), text(u"cormorant"_s)));
        library.reset();
        {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"meddling"_s);
            database.setDatabaseName(fixture.path(u"library/notes.sqlite"_s));
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(u"UPDATE search_state SET version = 4711"_s));
            QVERIFY(query.exec(u"DELETE FROM note_search WHERE rowid < 200"_s));
            database.close();
        }
        QSqlDatabase::removeDatabase(u"meddling"_s);
        library = fixture.open();
        QCOMPARE(valueOf(library->search(u"cormorant"_s, 1000)).size(), 250);
        QVERIFY(valueOf(library->verify()).empty());
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
