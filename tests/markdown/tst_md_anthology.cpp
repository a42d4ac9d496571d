// SPDX-License-Identifier: GPL-3.0-or-later
// Passages of several notes in one document.
#include "markdown/anthology.h"
#include "markdown/htmlwriter.h"
#include "markdown/plaintext.h"

#include <QTest>

using namespace Weeknotes::Markdown;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 20);

std::shared_ptr<const Document> together(const QStringList &texts)
{
    Anthology anthology;
    for (int number = 1; const QString &text : texts) {
        const auto document = Document::parse(text)->forReaders(today);
        anthology.addDateline(u"Week %1"_s.arg(number), u"week:%1"_s.arg(number));
        anthology.add(passageOf(*document, 0, document->blocks().size()), u"n%1"_s.arg(number));
        ++number;
    }
    return std::move(anthology).document();
}

QString htmlOf(const Document &document)
{
    return HtmlWriter().write(document);
}

} // namespace

class AnthologyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passagesStandInOrderBelowTheirLines()
    {
        QCOMPARE(toPlainText(*together({u"One *good* week."_s, u"- a\n- b"_s})).simplified(),
                 u"Week 1 One good week. Week 2 a b"_s);
    }

    void footnotesOfOneNameStayApart()
    {
        const auto document = together({u"One[^1].\n\n[^1]: first"_s, u"Two[^1] and one[^1].\n\n[^1]: second"_s});
        QCOMPARE(document->footnotes().size(), size_t(2));
        QCOMPARE(toPlainText(document->footnotes()[0].blocks), u"first"_s);
        QCOMPARE(toPlainText(document->footnotes()[1].blocks), u"second"_s);
        QCOMPARE(document->footnotes()[1].number, 2);
        QCOMPARE(document->footnotes()[1].references, 2);
    }

    void aFootnoteThatNobodyRefersToIsLeftOut()
    {
        const auto note = Document::parse(u"First[^1].\n\nSecond.\n\n[^1]: words"_s);
        Anthology anthology;
        anthology.add(passageOf(*note, 1, 2), u"n"_s);
        const auto document = std::move(anthology).document();
        QVERIFY(document->footnotes().empty());
        QCOMPARE(toPlainText(*document).trimmed(), u"Second."_s);
    }

    void headingsHaveAnchorsOfTheirOwn()
    {
        const QString html = htmlOf(*together({u"### What we did\n\na"_s, u"### What we did\n\nb"_s}));
        QVERIFY(html.contains(u"id=\"what-we-did\""_s));
        QVERIFY(html.contains(u"id=\"what-we-did-1\""_s) || html.contains(u"id=\"what-we-did-2\""_s));
    }

    void imagesOfOneNameStayApart()
    {
        const auto document =
            together({u"![a](images/a.png)"_s, u"![a](images/a.png) ![b](https://example.org/b.png)"_s});
        QStringList targets;
        visitInlines(*document, [&targets](const Inline &piece) {
            if (piece.kind == Inline::Kind::Image)
                targets << piece.target;
        });
        QCOMPARE(targets, (QStringList{u"n1/images/a.png"_s, u"n2/images/a.png"_s, u"https://example.org/b.png"_s}));
        const Anthology::Image image = Anthology::imageOf(targets[1]);
        QCOMPARE(image.note, u"n2"_s);
        QCOMPARE(image.name, u"images/a.png"_s);
    }

    void whatANoteLeavesOpenEndsWithIt_data()
    {
        QTest::addColumn<QString>("open");
        QTest::newRow("fence") << u"```\ncode"_s;
        QTest::newRow("comment") << u"<!-- comment"_s;
        QTest::newRow("private") << u"<!-- private\nsecret"_s;
        QTest::newRow("html") << u"<style>"_s;
        QTest::newRow("quote") << u"> quoted"_s;
        QTest::newRow("emphasis") << u"**strong"_s;
    }
    void whatANoteLeavesOpenEndsWithIt()
    {
        QFETCH(const QString, open);
        const auto document = together({open, u"Second.\n\n-->\n\nThird."_s});
        QVERIFY(htmlOf(*document).contains(u"<p>Second.</p>"_s));
        QVERIFY(!toPlainText(*document).contains(u"secret"_s));
    }

    void placesFollowEachOther()
    {
        const auto document = together({u"One.\n\nTwo."_s, u"Three."_s});
        for (size_t i = 1; i < document->blocks().size(); ++i) {
            const int before = document->blocks()[i - 1].source.end + document->shift(i - 1);
            QVERIFY(before < document->blocks()[i].source.begin + document->shift(i));
        }
    }

    void readersSeeAllOfIt()
    {
        const auto document = together({u"One <!-- aside --> week.\n\n<!-- private\nsecret\n-->"_s});
        QCOMPARE(document->forReaders(today).get(), document.get());
        QVERIFY(!htmlOf(*document).contains(u"secret"_s));
    }
};

QTEST_APPLESS_MAIN(AnthologyTest)
#include "tst_md_anthology.moc"
