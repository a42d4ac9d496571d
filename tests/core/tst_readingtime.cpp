// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readingtime.h"

#include <QTest>

using namespace Weeknotes;

class TestReadingTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsMediumDoes_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<int>("cjk");
        QTest::addColumn<int>("images");
        QTest::addColumn<int>("minutes");
        QTest::newRow("nothing") << 0 << 0 << 0 << 1;
        QTest::newRow("a minute to the word") << 265 << 0 << 0 << 1;
        QTest::newRow("a word more") << 266 << 0 << 0 << 2;
        QTest::newRow("many whole minutes") << 265 * 37 << 0 << 0 << 37;
        QTest::newRow("one image tips it over") << 265 << 0 << 1 << 2;
        QTest::newRow("an image in the spare time") << 212 << 0 << 1 << 1; // 48 s + 12 s
        QTest::newRow("two images") << 212 << 0 << 2 << 2;
        QTest::newRow("ten images: 12 + 11 + … + 3 = 75 s") << 0 << 0 << 10 << 2;
        QTest::newRow("twenty-five: 75 + 15 × 3 = 120 s") << 0 << 0 << 25 << 2;
        QTest::newRow("twenty-six") << 0 << 0 << 26 << 3;
        QTest::newRow("CJK") << 0 << 1500 << 0 << 3;
        QTest::newRow("both scripts") << 265 << 500 << 0 << 2;
    }
    void countsAsMediumDoes()
    {
        QFETCH(int, words);
        QFETCH(int, cjk);
        QFETCH(int, images);
        QTEST(readingMinutes({words, cjk, images}), "minutes");
    }
};

QTEST_APPLESS_MAIN(TestReadingTime)
#include "tst_readingtime.moc"
