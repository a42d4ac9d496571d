// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/libraryfixture.h"

using namespace Weeknotes;
using namespace Weeknotes::Test;

/// A library of 10,000 notes of 600 words: far more weeks than anybody lives through.
class BenchStorage : public QObject
{
    Q_OBJECT

    static constexpr int noteCount = 10'000;
    LibraryFixture m_fixture;
    std::unique_ptr<Library> m_library;
    NoteHeader m_note;

    /// One of 20,000 words of two to four syllables.
    [[nodiscard]] static QString word(int number)
    {
        QString letters;
        for (int rest = number % 20'000; rest > 0 || letters.size() < 4; rest /= 60)
            letters += u"bdfghklmnprt"_s[rest % 12] + QString(u"aeiou"_s[rest / 12 % 5]);
        return letters;
    }
    [[nodiscard]] static StoredText words(int seed)
    {
        QString all;
        for (int i = 0; i < 600; ++i)
            all += word(seed * 31 + i * i * 7) + u' ';
        return text(all);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = m_fixture.open();
        for (int i = 0; i < noteCount; ++i) {
            NoteFields fields = titled(u"3.%1 — weeknotes"_s.arg(i));
            const QDate monday = QDate(1840, 1, 6).addDays(7 * i);
            fields.covers = Period{monday, monday.addDays(6)};
            fields.tags = {u"tea"_s, u"bread"_s};
            m_note = valueOf(m_library->addNote(fields, words(i)));
        }
    }

    void opens()
    {
        QBENCHMARK
        {
            QVERIFY(m_fixture.open(Library::Access::ReadOnly));
        }
    }

    void lists()
    {
        QBENCHMARK
        {
            QCOMPARE(valueOf(m_library->notes()).size(), size_t(noteCount));
        }
    }

    void searches_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("word") << word(19'993);
        QTest::newRow("two words") << word(7) + u' ' + word(28);
        QTest::newRow("one letter typed") << u"p"_s;
        QTest::newRow("two letters typed") << u"pa"_s;
        QTest::newRow("three letters typed") << u"pam"_s;
        QTest::newRow("in every title") << u"weeknotes"_s;
    }
    void searches()
    {
        QFETCH(QString, query);
        QBENCHMARK
        {
            QVERIFY(m_library->search(query, 50));
        }
    }

    void reads()
    {
        QBENCHMARK
        {
            QVERIFY(m_library->note(m_note.id));
        }
    }

    void saves()
    {
        const StoredText stored = words(1);
        QBENCHMARK
        {
            m_note = valueOf(m_library->saveNote(m_note.id, m_note.revision, m_note.fields, stored));
        }
    }
};

QTEST_GUILESS_MAIN(BenchStorage)
#include "bench_storage.moc"
