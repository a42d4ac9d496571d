// SPDX-License-Identifier: GPL-3.0-or-later
// A document that follows the edits of its text is the one that the text parses to.
#include "markdown/document.h"
#include "markdown/invariants.h"
#include "markdown/plaintext.h"
#include "support/randomedits.h"
#include "support/rounds.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Weeknotes;
using namespace Weeknotes::Markdown;
using namespace Qt::StringLiterals;

namespace {

/// Blocks of all kinds, with and without an empty line between them.
QString note(QRandomGenerator &random)
{
    static const QStringList blocks{
        u"Some *words* of a week"_s,
        u"Two lines\nof **words** with [a link](https://a.example)"_s,
        u"More words, and `code`"_s,
        u"![alt](images/a.png \"caption\")"_s,
        u"https://www.youtube.com/watch?v=abc"_s,
        u"Tune of the week: [it](https://a.example)"_s,
        u"# Heading"_s,
        u"## Heading"_s,
        u"### Heading 2"_s,
        u"- ## Heading\n- # Set\n- last"_s, // md4c 0.5.2 may lose its place after a heading that ends a list
        u"> # Heading\n>\n> ## Section"_s,
        u"Set\n==="_s,
        u"- one\n- two\n\n  still two\n- three"_s,
        u"1. one\n2. two\n   - deeper"_s,
        u"- [ ] open\n- [x] done"_s,
        u"> quoted\n> more\nlazy"_s,
        u"```cpp\nint a;\n\n- b\n```"_s,
        u"    indented code\n\n    goes on"_s,
        u"| a | b |\n|---|---|\n| 1 | 2 |"_s,
        u"---"_s,
        u"<div>\nhtml\n</div>"_s,
        u"<pre>\nhtml\n\nstill\n</pre>"_s,
        u"ünïcødé 🎈 שבוע"_s,
    };
    static const QStringList definitions{u"Told[^1]\n\n[^1]: # Heading\n"_s, u"[^n]: A note[^1]\n"_s,
                                         u"[a]: https://a.example\n"_s, u"<!-- private\n# Heading\n-->\n"_s};
    QString text;
    for (int i = random.bounded(1, 14); i > 0; --i)
        text += pick(blocks, random) + (random.bounded(5) != 0 ? u"\n\n"_s : u"\n"_s);
    if (random.bounded(8) == 0)
        text += pick(definitions, random);
    return text;
}

/// What differs between `document` and the one that `text` parses to; empty if nothing does.
QString difference(const Document &document, const QString &text)
{
    const auto parsed = Document::parse(text);
    const auto blocks = blocksOf(document);
    const auto expected = blocksOf(*parsed);
    if (blocks == expected)
        return {};
    return u"%1\nis\n%2instead of\n%3"_s.arg(text, dump(blocks), dump(expected));
}

void collectAnchors(const std::vector<Block> &blocks, QStringList &anchors)
{
    for (const Block &block : blocks) {
        if (!block.anchor.isEmpty())
            anchors += block.anchor;
        collectAnchors(block.children, anchors);
    }
}

QString manyParagraphs()
{
    QString text = u"# Week\n\n"_s;
    for (int i = 0; i < 50; ++i)
        text += u"Paragraph %1 of the week.\n\n- item\n\n"_s.arg(i);
    return text;
}

} // namespace

class tst_md_Edits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTyping();
    void followsHeadings_data();
    void followsHeadings();
    void sharesWhatStandsStill();
    void leavesWhatReachesFar_data();
    void leavesWhatReachesFar();
    void randomEdits();
    void randomEditsOfRealNotes();

private:
    void compareEdits(QString text, int count, QRandomGenerator &random, const QString &where, int &followed);
};

void tst_md_Edits::followsTyping()
{
    QString text = manyParagraphs();
    auto document = Document::parse(text);
    auto at = text.indexOf(u"20 of"_s);
    for (const QChar letter : u" and *then* some\n\nNew paragraph\n\n- a\n- b\n"_s) {
        text.insert(at++, letter);
        document = document->edited(text);
        QVERIFY2(document, qPrintable(text.left(at)));
        QCOMPARE(difference(*document, text), QString());
    }
    while (text != manyParagraphs()) {
        text.remove(--at, 1);
        document = document->edited(text);
        QVERIFY2(document, qPrintable(text.left(at)));
        QCOMPARE(difference(*document, text), QString());
    }
}

void tst_md_Edits::followsHeadings_data()
{
    QTest::addColumn<QString>("old");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("anchors"); // of all headings
    QTest::newRow("its words") << u"# Week\n"_s << u"# Weeks\n"_s << u"weeks,end,week,end-2"_s;
    QTest::newRow("one that is again") << u"# Week\n"_s << u"# End\n"_s << u"end,end-2,week,end-3"_s;
    QTest::newRow("one that is called like that") << u"# Week\n"_s << u"# End 2\n"_s << u"end-2,end,week,end-3"_s;
    QTest::newRow("a new one") << u"20 of"_s << u"20\n\n# End\n\nof"_s << u"week,end,end-2,week-2,end-3"_s;
    QTest::newRow("one less") << u"# Week\n"_s << u"Week\n"_s << u"end,week,end-2"_s;
    QTest::newRow("in a list") << u"20 of"_s << u"20\n\n- # End\n\nof"_s << u"week,end,end-2,week-2,end-3"_s;
    QTest::newRow("only its level") << u"# Week\n"_s << u"## Week\n"_s << u"week,end,week-2,end-2"_s;
}

void tst_md_Edits::followsHeadings()
{
    QFETCH(const QString, old);
    QFETCH(const QString, typed);
    QFETCH(const QString, anchors);
    const QString text =
        manyParagraphs().replace(u"10 of"_s, u"10\n\n# End\n\nof"_s) + u"> ## Week\n\nWords.\n\n- # End\n"_s;
    const qsizetype at = text.indexOf(old);
    const QString edited = QString(text).replace(at, old.size(), typed);
    const auto before = Document::parse(text);
    const auto document = before->edited(edited);
    QVERIFY(document);
    QCOMPARE(difference(*document, edited), QString());
    QStringList found;
    collectAnchors(blocksOf(*document), found);
    QCOMPARE(found.join(u','), anchors);
    QCOMPARE(&document->blocks()[document->blocks().size() - 2], &before->blocks()[before->blocks().size() - 2]);
}

void tst_md_Edits::sharesWhatStandsStill()
{
    const QString text = manyParagraphs();
    const auto before = Document::parse(text);
    const auto after = before->edited(QString(text).replace(u"20 of"_s, u"20, of"_s));
    QVERIFY(after);
    const auto blocks = before->blocks();
    QCOMPARE(after->blocks().size(), blocks.size());
    int shared = 0;
    for (size_t i = 0; i < blocks.size(); ++i)
        shared += int(&after->blocks()[i] == &blocks[i]);
    QCOMPARE_GE(shared, int(blocks.size()) - 4);
    QCOMPARE(&after->blocks().back(), &blocks.back());
    QCOMPARE(after->shift(blocks.size() - 1), 1);
    QCOMPARE(after->forReaders({2026, 11, 20}), after);
}

void tst_md_Edits::leavesWhatReachesFar_data()
{
    QTest::addColumn<QString>("old");
    QTest::addColumn<QString>("typed");
    QTest::newRow("a fence") << u"20 of"_s << u"\n\n```\n20 of"_s;
    QTest::newRow("HTML that does not end") << u"20 of"_s << u"\n\n<pre>\n20 of"_s;
    QTest::newRow("a definition") << u"20 of"_s << u"\n\n[a]: b\n\nof"_s;
    QTest::newRow("what md4c reads by its place") << u"20 of"_s << u"20\n\n- a\n\n\n  b\n\nof"_s;
    QTest::newRow("a comment") << u"20 of"_s << u"<!-- private"_s;
}

void tst_md_Edits::leavesWhatReachesFar()
{
    QFETCH(const QString, old);
    QFETCH(const QString, typed);
    QVERIFY(!Document::parse(manyParagraphs())->edited(manyParagraphs().replace(old, typed)));
}

/// Edits `text` so many times: what follows an edit is what a whole parse makes. `followed` counts those that need
/// none.
void tst_md_Edits::compareEdits(QString text, int count, QRandomGenerator &random, const QString &where, int &followed)
{
    auto document = Document::parse(text);
    Meter meter;
    for (int i = 0; i < count; ++i) {
        const QString before = text;
        change(text, random);
        auto next = document->edited(text);
        if (next) {
            ++followed;
            const QString wrong = difference(*next, text);
            QVERIFY2(wrong.isEmpty(),
                     qPrintable((where + u": "_s + before + u"\nbecame "_s + wrong).replace(QChar(0), u"NUL"_s)));
        }
        document = next ? next : Document::parse(text);
        const auto readers = document->forReaders(QDate(2020, 1, 1));
        QCOMPARE(meter.measure(readers), measure(*readers));
    }
}

void tst_md_Edits::randomEdits()
{
    QRandomGenerator random(1);
    int followed = 0;
    int edits = 0;
    for (int round = 0; round < rounds(400); ++round) {
        const QString text = note(random);
        compareEdits(text, 12, random, u"round %1"_s.arg(round), followed);
        if (QTest::currentTestFailed())
            return;
        edits += 12;
    }
    QCOMPARE_GT(followed, edits / 4);
}

void tst_md_Edits::randomEditsOfRealNotes()
{
    QRandomGenerator random(2);
    int followed = 0;
    int edits = 0;
    for (const QString &path : corpusFiles()) {
        const QString text = corpusText(path);
        const int count = rounds(12);
        compareEdits(text, count, random, path, followed);
        if (QTest::currentTestFailed())
            return;
        edits += count;
    }
    if (edits == 0)
        QSKIP("./dev judge names the folder of real notes");
    qInfo("%d of %d edits without a whole parse", followed, edits);
    QCOMPARE_GE(edits, 10'000);
}

QTEST_GUILESS_MAIN(tst_md_Edits)
#include "tst_md_edits.moc"
