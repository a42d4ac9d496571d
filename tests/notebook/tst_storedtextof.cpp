// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/storedtextof.h"

#include <QTest>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

class TestStoredTextOf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresWhatReadersSee()
    {
        const QString markdown = u"One *two* three.\n\n<!-- private\nNobody reads these four words\n-->\n\n"
                                 "<!-- until 2026-12-01\nLater words\n-->\n"_s;
        const StoredText before = storedTextOf(markdown, QDate(2026, 11, 20));
        QCOMPARE(before.markdown, markdown);
        QCOMPARE(before.words, 3);
        QCOMPARE(before.minutes, 1);
        QVERIFY(before.plain.contains(u"Nobody reads"_s)); // the writer finds it
        QVERIFY(!before.plain.contains(u'*'));
        QCOMPARE(storedTextOf(markdown, QDate(2026, 12, 1)).words, 5);
    }

    void cutsSections()
    {
        const StoredText stored = storedTextOf(u"Start.\n\n## Tea\n\nGreen.\n\n### Milk\n"_s, QDate(2026, 11, 20));
        QCOMPARE(stored.sections.size(), 3);
        QCOMPARE(stored.sections[0].level, 0);
        QCOMPARE(stored.sections[0].text.trimmed(), u"Start."_s);
        QCOMPARE(stored.sections[1].level, 2);
        QCOMPARE(stored.sections[1].heading, u"Tea"_s);
        QCOMPARE(stored.sections[1].text.trimmed(), u"Green."_s);
        QCOMPARE(stored.sections[2].heading, u"Milk"_s);
    }

    void countsLongTextsAsMinutes()
    {
        QCOMPARE(storedTextOf(QString(u"word "_s).repeated(530), QDate(2026, 11, 20)).minutes, 2);
        QCOMPARE(storedTextOf(QString(), QDate(2026, 11, 20)).words, 0);
    }
};

QTEST_GUILESS_MAIN(TestStoredTextOf)
#include "tst_storedtextof.moc"
