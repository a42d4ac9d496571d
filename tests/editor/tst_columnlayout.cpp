// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/columnlayout.h"

#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextLayout>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

constexpr qreal margin = 20;

/// A document of lines as the editor has them, laid out by Qt's own layout.
std::unique_ptr<QTextDocument> theirs(const QString &text)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false); // or the format of the lines could be undone
    document->setPageSize({400, -1});
    QTextFrameFormat frame = document->rootFrame()->frameFormat();
    frame.setMargin(margin);
    document->rootFrame()->setFrameFormat(frame);
    QTextBlockFormat line;
    line.setLineHeight(150, QTextBlockFormat::ProportionalHeight);
    QTextCursor cursor(document.get());
    cursor.setBlockFormat(line);
    cursor.insertText(text);
    document->setUndoRedoEnabled(true);
    return document;
}

std::unique_ptr<QTextDocument> ours(const QString &text)
{
    auto document = theirs(text);
    document->setDocumentLayout(new ColumnLayout(document.get()));
    return document;
}

/// Signs before the first letter, as a list's.
int leadOf(const QTextBlock &block)
{
    const QString line = block.text();
    return int(std::ranges::find_if(line, [](QChar c) { return c.isLetter(); }) - line.begin());
}

std::unique_ptr<QTextDocument> hung(const QString &text)
{
    auto document = theirs(text);
    auto *layout = new ColumnLayout(document.get());
    layout->setLead(leadOf);
    document->setDocumentLayout(layout);
    return document;
}

QString prose(int lines)
{
    QString text;
    for (int i = 0; i < lines; ++i)
        text += u"Line %1 goes on for a while, "_s.arg(i).repeated(1 + i % 5) + u'\n';
    return text;
}

/// Where each line of each block stands, top to bottom.
QList<QRectF> linesOf(const QTextDocument &document)
{
    QList<QRectF> lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QPointF place = document.documentLayout()->blockBoundingRect(block).topLeft();
        for (int i = 0; i < block.layout()->lineCount(); ++i)
            lines.append(block.layout()->lineAt(i).naturalTextRect().translated(place));
    }
    return lines;
}

} // namespace

class TestColumnLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesBreakWhereQtBreaksThem();
    void linesHangUnderTheirWords_data();
    void linesHangUnderTheirWords();
    void aDeepHangLeavesRoom();
    void anyEditLeavesWhatAWholeLayoutWould();
    void glyphsOfTheLastEditAloneAreKept();
    void pointsLeadToTheLettersUnderThem();
    void aLongTextTakesTurns();
    void aLookIsExactAtOnce();
    void whatMovedIsPaintedAnew();
    void linesThatLookTheSameStay();
    void selectionsArePainted();
    void bothDirectionsShareAText();
};

void TestColumnLayout::linesBreakWhereQtBreaksThem()
{
    const QString text = prose(40) + u"\n\nעברית ועוד מילים רבות בשורה אחת ארוכה מאוד שנשברת בסוף\n日本語のテキスト"_s;
    const auto column = ours(text);
    const auto other = theirs(text);
    const QList<QRectF> here = linesOf(*column);
    const QList<QRectF> there = linesOf(*other);
    QCOMPARE(here.size(), there.size());
    for (qsizetype i = 0; i < here.size(); ++i) {
        QCOMPARE(here[i].left(), there[i].left());
        QCOMPARE(here[i].width(), there[i].width());
        // A line is a whole number of pixels high here.
        QVERIFY(std::abs(here[i].top() - there[i].top()) <= 0.5 * double(i) + 1);
    }
}

void TestColumnLayout::linesHangUnderTheirWords_data()
{
    QTest::addColumn<QString>("lead");
    QTest::addColumn<QString>("word");
    for (const QString &lead : {u""_s, u"- "_s, u"12. "_s, u"    - "_s, u"\t- "_s, u"> - "_s}) {
        QTest::addRow("left to right, '%s'", qPrintable(lead)) << lead << u"words "_s;
        QTest::addRow("right to left, '%s'", qPrintable(lead)) << lead << u"מילים "_s;
    }
}

void TestColumnLayout::linesHangUnderTheirWords()
{
    QFETCH(QString, lead);
    QFETCH(QString, word);
    const auto document = hung(lead + word.repeated(40).trimmed());
    const QTextBlock block = document->firstBlock();
    (void)document->documentLayout()->blockBoundingRect(block);
    const QTextLayout &layout = *block.layout();
    QVERIFY(layout.lineCount() > 3);
    const qreal words = layout.lineAt(0).cursorToX(int(lead.size()));
    const bool leftToRight = block.textDirection() == Qt::LeftToRight;
    for (int i = 1; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        QVERIFY(std::abs(line.cursorToX(line.textStart()) - words) < 1);
        const QRectF rect = line.naturalTextRect();
        QVERIFY(leftToRight ? rect.right() <= 400 - 2 * margin : rect.left() >= 0);
    }
}

void TestColumnLayout::aDeepHangLeavesRoom()
{
    const auto document = hung(QString(60, u' ') + u"- "_s + u"words "_s.repeated(20));
    const QTextBlock block = document->firstBlock();
    (void)document->documentLayout()->blockBoundingRect(block);
    const QTextLayout &layout = *block.layout();
    QCOMPARE(layout.lineAt(layout.lineCount() - 1).x(), 0.3 * (400 - 2 * margin));
}

void TestColumnLayout::anyEditLeavesWhatAWholeLayoutWould()
{
    QRandomGenerator random(11);
    const QStringList pieces{
        u"word "_s, u"\n"_s,    u"- "_s,  u"a longer stretch of words that takes more than one line of the page"_s,
        prose(3),   prose(200), QString()};
    for (int round = 0; round < 30; ++round) {
        const auto document = hung(prose(random.bounded(300)));
        QTextCursor cursor(document.get());
        for (int edit = 0; edit < 12; ++edit) {
            const int last = document->characterCount() - 1;
            cursor.setPosition(random.bounded(last + 1));
            cursor.setPosition(std::min(cursor.position() + random.bounded(random.bounded(10) == 0 ? 4000 : 30), last),
                               QTextCursor::KeepAnchor);
            cursor.insertText(pieces[random.bounded(pieces.size())]);
            if (random.bounded(3) == 0)
                document->undo();
            if (random.bounded(4) == 0)
                (void)document->documentLayout()->hitTest({50, double(random.bounded(5000))}, Qt::FuzzyHit);
            if (random.bounded(8) == 0)
                document->setPageSize({double(200 + random.bounded(400)), -1});
            if (random.bounded(3) == 0)
                QCoreApplication::processEvents();
        }
        const auto whole = hung(document->toPlainText());
        whole->setPageSize(document->pageSize());
        QCOMPARE(linesOf(*document), linesOf(*whole));
        QCOMPARE(document->size(), whole->size());
    }
}

void TestColumnLayout::glyphsOfTheLastEditAloneAreKept()
{
    const auto document = ours(prose(40));
    const auto kept = [&document] {
        QList<int> numbers;
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            if (block.layout()->cacheEnabled())
                numbers.append(block.blockNumber());
        }
        return numbers;
    };
    QCOMPARE(kept(), QList<int>());
    QTextCursor cursor(document.get());
    for (const int number : {20, 5, 39}) {
        cursor.setPosition(document->findBlockByNumber(number).position());
        cursor.insertText(u"x"_s);
        QCOMPARE(kept(), QList<int>{number});
        QVERIFY(document->findBlockByNumber(number).layout()->lineCount() > 0);
    }
    cursor.movePosition(QTextCursor::Start);
    cursor.insertText(u"a\nb"_s);
    QCOMPARE(kept(), (QList<int>{0, 1})); // the one before, now a line further down, is none of them
    cursor.insertText(u"\n"_s.repeated(10));
    QCOMPARE(kept(), QList<int>());
}

void TestColumnLayout::pointsLeadToTheLettersUnderThem()
{
    const auto document = hung(u"- "_s + prose(60).replace(u'\n', u"\n- "_s));
    const QAbstractTextDocumentLayout *layout = document->documentLayout();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        const QPointF place = layout->blockBoundingRect(block).topLeft();
        for (int at = 0; at < block.length() - 1; ++at) {
            if (block.text().at(at) == u' ') // none where a line ends
                continue;
            const QTextLine line = block.layout()->lineForTextPosition(at);
            const QPointF letter = place + QPointF(line.cursorToX(at) + 1, line.y() + line.height() / 2);
            QCOMPARE(layout->hitTest(letter, Qt::ExactHit), block.position() + at);
            QCOMPARE(layout->hitTest(letter, Qt::FuzzyHit), block.position() + at);
        }
    }
    QCOMPARE(layout->hitTest({0, -50}, Qt::FuzzyHit), 0);
    QCOMPARE(layout->hitTest({0, -50}, Qt::ExactHit), -1);
    QCOMPARE(layout->hitTest({390, 1e6}, Qt::FuzzyHit), document->characterCount() - 1);
}

void TestColumnLayout::aLongTextTakesTurns()
{
    const auto document = ours(prose(20'000));
    auto *layout = static_cast<ColumnLayout *>(document->documentLayout());
    QSignalSpy turns(layout, &ColumnLayout::turnEnded);
    QVERIFY(!layout->isSettled());
    const QSizeF guess = layout->documentSize();
    bool busy = true;
    layout->setBusy([&] { return busy; });
    QCoreApplication::processEvents();
    QCOMPARE(turns.size(), 0);
    busy = false;
    QTRY_VERIFY(layout->isSettled());
    QVERIFY(turns.size() > 1);
    const QTextBlock last = document->lastBlock();
    QCOMPARE(layout->documentSize().height(), layout->blockBoundingRect(last).bottom() + margin);
    QVERIFY(std::abs(guess.height() / layout->documentSize().height() - 1) < 0.2);
}

void TestColumnLayout::aLookIsExactAtOnce()
{
    const auto document = ours(prose(2000));
    const QAbstractTextDocumentLayout *layout = document->documentLayout();
    const QTextBlock block = document->findBlockByNumber(1500);
    const QRectF rect = layout->blockBoundingRect(block);
    QCOMPARE(rect.top() + rect.height(), layout->blockBoundingRect(block.next()).top());
    QCOMPARE(layout->hitTest(rect.topLeft() + QPointF(1, 1), Qt::ExactHit), block.position());
}

void TestColumnLayout::whatMovedIsPaintedAnew()
{
    const auto document = ours(prose(50));
    auto *layout = static_cast<ColumnLayout *>(document->documentLayout());
    QTRY_VERIFY(layout->isSettled());
    QSignalSpy updates(layout, &QAbstractTextDocumentLayout::update);
    const QTextBlock block = document->findBlockByNumber(20); // one line, with room at its end
    QTextCursor cursor(block);
    cursor.insertText(u"a"_s);
    QCOMPARE(updates.size(), 1);
    const QRectF rect = layout->blockBoundingRect(block);
    const auto updated = updates.takeFirst().at(0).toRectF();
    QCOMPARE(updated.top(), rect.top());
    QCOMPARE(updated.bottom(), rect.bottom());
    QSignalSpy sizes(layout, &QAbstractTextDocumentLayout::documentSizeChanged);
    cursor.insertBlock();
    QVERIFY(updates.takeFirst().at(0).toRectF().bottom() > layout->documentSize().height());
    QCOMPARE(sizes.size(), 1);
}

void TestColumnLayout::linesThatLookTheSameStay()
{
    const QString word(20, u'm'); // a line of its own
    const auto document = ours(QStringList(5, word).join(u' '));
    auto *layout = static_cast<ColumnLayout *>(document->documentLayout());
    const QTextBlock block = document->firstBlock();
    const qreal top = layout->blockBoundingRect(block).top();
    const auto lineTop = [&](int line) { return top + block.layout()->lineAt(line).y(); };
    QCOMPARE(block.layout()->lineCount(), 5);
    QSignalSpy updates(layout, &QAbstractTextDocumentLayout::update);
    QTextCursor cursor(block);
    cursor.setPosition(2 * int(word.size() + 1) + 5);
    cursor.insertText(u"m"_s);
    const auto typed = updates.takeFirst().at(0).toRectF();
    QCOMPARE(typed.top(), lineTop(2));
    QCOMPARE(typed.bottom(), lineTop(3));
    cursor.deletePreviousChar();
    QCOMPARE(updates.takeFirst().at(0).toRectF(), typed);
    cursor.insertText(u" "_s); // now there is room for a piece of it above
    const auto broken = updates.takeFirst().at(0).toRectF();
    QCOMPARE(broken.top(), lineTop(1));
    QCOMPARE(broken.bottom(), lineTop(3));
    cursor.movePosition(QTextCursor::Start);
    cursor.insertText(u"\u05d0"_s); // all lines go over to the right
    QCOMPARE(updates.takeFirst().at(0).toRectF().bottom(), layout->blockBoundingRect(block).bottom());
}

void TestColumnLayout::selectionsArePainted()
{
    const auto document = ours(u"first\nsecond\nthird"_s);
    QImage page(400, 200, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black);
    QTextCursor cursor(document.get());
    cursor.setPosition(2);
    cursor.setPosition(8, QTextCursor::KeepAnchor);
    QTextCharFormat selected;
    selected.setBackground(Qt::green);
    context.selections.append({cursor, selected});
    document->documentLayout()->draw(&painter, context);
    painter.end();
    const auto isMarked = [&](int position) {
        const QTextBlock block = document->findBlock(position);
        const QTextLine line = block.layout()->lineAt(0);
        const QPointF place = document->documentLayout()->blockBoundingRect(block).topLeft();
        const QPointF above(line.cursorToX(position - block.position()) + 1, line.y() + 1);
        return page.pixelColor((place + above).toPoint()) == Qt::green;
    };
    QVERIFY(!isMarked(1));
    QVERIFY(isMarked(2));
    QVERIFY(isMarked(7));
    QVERIFY(!isMarked(9));
}

void TestColumnLayout::bothDirectionsShareAText()
{
    const auto document = ours(u"left\nימין"_s);
    const QList<QRectF> lines = linesOf(*document);
    QCOMPARE(lines[0].left(), margin);
    QCOMPARE(lines[1].right(), 400 - margin);
}

QTEST_MAIN(TestColumnLayout)
#include "tst_columnlayout.moc"
