// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/searchfold.h"
#include "support/rounds.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// The words of a text as search compares them.
class TestSearchFold : public QObject
{
    Q_OBJECT

    struct Word
    {
        QString word;
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    static std::vector<Word> wordsOf(const QString &text)
    {
        std::vector<Word> all;
        for (SearchWords words(text); words.next();)
            all.push_back({words.word().toString(), words.begin(), words.end()});
        return all;
    }

    /// Text of all planes, with more of what is hard to fold than any language has.
    static QString randomText(QRandomGenerator &random)
    {
        constexpr std::array<std::pair<char32_t, char32_t>, 16> ranges{{{0x20, 0x7e},
                                                                        {0x20, 0x7e},
                                                                        {0, 0x1f},
                                                                        {0xa0, 0x24f},
                                                                        {0x300, 0x36f},
                                                                        {0x370, 0x52f},
                                                                        {0x590, 0x6ff},
                                                                        {0x900, 0xdff},
                                                                        {0xe00, 0x11ff},
                                                                        {0x1d00, 0x24ff},
                                                                        {0x3000, 0x33ff},
                                                                        {0x4e00, 0x9fff},
                                                                        {0xac00, 0xdfff},
                                                                        {0xf900, 0xffff},
                                                                        {0x1d100, 0x1fbff},
                                                                        {0, 0x10ffff}}};
        QString text;
        for (int i = random.bounded(60); i > 0; --i) {
            const auto [from, to] = ranges[random.bounded(quint32(ranges.size()))];
            const char32_t c = random.bounded(quint32(from), quint32(to) + 1);
            if (QChar::isSurrogate(c))
                text += QChar(char16_t(c));
            else
                text += QChar::fromUcs4(c);
        }
        return text;
    }

private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("signs") << u" — ! 🎈"_s << u""_s;
        QTest::newRow("words") << u"Tea, and BREAD: 3.09 (w/c)"_s << u"tea and bread 3 09 w c"_s;
        QTest::newRow("accents") << u"Ünïcødé Łódź Œuvre İstanbul ISPARTA ısparta"_s
                                 << u"unicode lodz oeuvre istanbul isparta isparta"_s;
        QTest::newRow("sharp s") << u"Straße STRAẞE strasse"_s << u"strasse strasse strasse"_s;
        QTest::newRow("compatible") << u"ﬁnd ｗｉｄｅ Ⅳ x² ½"_s << u"find wide iv x2 1 2"_s;
        QTest::newRow("Greek") << u"ΔΡΌΜΟΣ"_s << u"δρομοσ"_s;
        QTest::newRow("Russian") << u"Ёлка"_s << u"елка"_s;
        QTest::newRow("Chinese") << u"去图书馆2次abc"_s << u"去 图 书 馆 2 次 abc"_s;
        QTest::newRow("Japanese") << u"ガムｶﾞﾑ"_s << u"カ\u3099 ム カ\u3099 ム"_s;
        QTest::newRow("Korean") << u"학교a"_s << u"\u1112\u1161\u11a8 \u1100\u116d a"_s;
        QTest::newRow("ignored") << u"won\u00adder a\u200db a\u200bb"_s << u"wonder ab a b"_s;
        QTest::newRow("marks alone") << u"\u0301 \u3099 \u093e"_s << u""_s;
        QTest::newRow("NUL") << u"a\0b"_s << u"a b"_s;
        QTest::newRow("half a pair") << QString(u"a"_s + QChar(0xd83c) + u"b"_s) << u"a b"_s;
    }
    void folds()
    {
        QFETCH(QString, text);
        QTEST(foldForSearch(text), "folded");
    }

    void tellsWhereWordsStand()
    {
        const QString text = u"«Cafe\u0301», 𝐁old ½ 学校"_s;
        QStringList parts;
        for (const Word &word : wordsOf(text))
            parts << text.sliced(word.begin, word.end - word.begin);
        QCOMPARE(parts, QStringList({u"Cafe\u0301"_s, u"𝐁old"_s, u"½"_s, u"½"_s, u"学"_s, u"校"_s}));
    }

    void holdsForAnyText()
    {
        QRandomGenerator random(20261127);
        for (int round = 0; round < rounds(3000); ++round) {
            const QString text = randomText(random);
            const QString folded = foldForSearch(text);
            qsizetype before = 0;
            qsizetype beforeEnd = 0;
            for (const Word &word : wordsOf(text)) {
                QVERIFY(!word.word.isEmpty());
                QVERIFY(word.begin >= before && word.end >= beforeEnd);
                QVERIFY(word.begin < word.end && word.end <= text.size());
                for (const QChar c : word.word) // else FTS5 would see other words than we do
                    QVERIFY(c.unicode() >= 0x80 || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'));
                QVERIFY(foldForSearch(text.sliced(word.begin, word.end - word.begin)).contains(word.word));
                before = word.begin;
                beforeEnd = word.end;
            }
            QCOMPARE(foldForSearch(folded), folded);
            QCOMPARE(QString::fromUtf8(folded.toUtf8()), folded);
            if (text.isValidUtf16()) {
                QCOMPARE(foldForSearch(text.normalized(QString::NormalizationForm_D)), folded);
                QCOMPARE(foldForSearch(text.normalized(QString::NormalizationForm_C)), folded);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSearchFold)
#include "tst_searchfold.moc"
