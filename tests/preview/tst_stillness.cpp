// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at in the preview stays where it is, whatever comes and goes around it.
#include "markdown/document.h"
#include "preview/picture.h"
#include "preview/previewview.h"
#include "support/rounds.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using Weeknotes::Test::picture;

namespace {

constexpr qreal still = 2; // px

QString piece(QRandomGenerator &random, int number)
{
    const QString words = u"words of a week "_s.repeated(1 + random.bounded(40));
    switch (random.bounded(9)) {
    case 0:
        return u"## Heading %1"_s.arg(number);
    case 1:
        return u"- item %1\n- %2\n  - inner"_s.arg(number).arg(words);
    case 2:
        return u"> Quote %1 %2"_s.arg(number).arg(words);
    case 3:
        return u"```\ncode %1\n\n\nmore\n```"_s.arg(number);
    case 4:
        return u"![alt](images/%1.png)"_s.arg(random.bounded(1000));
    case 5:
        return u"| a | b |\n|---|---|\n| %1 | %2 |"_s.arg(number).arg(words);
    default:
        return u"Paragraph %1 %2."_s.arg(number).arg(words);
    }
}

/// A page of many blocks, each in a line of its own list, which random hands change.
class Page
{
public:
    explicit Page(quint32 seed) : m_random(seed)
    {
        view.resize(800, 600);
        view.setHead({.kicker = {}, .title = u"A title"_s, .subtitle = {}, .author = u"Robin"_s, .meta = {}});
        view.setImageLoader([this](const QString &, const PreviewView::ImageDone &done) { waiting.push_back(done); });
        for (int i = 0; i < 60; ++i)
            blocks << piece(m_random, i);
        show();
        view.show();
    }
    void show()
    {
        text = blocks.join("\n\n"_L1);
        view.setDocument(Markdown::Document::parse(text), text);
    }
    [[nodiscard]] int scrolled() const { return view.verticalScrollBar()->value(); }
    void scrollTo(double share)
    {
        (void)view.document()->size();
        view.scrollTo(share * (view.document()->size().height() - view.viewport()->height()));
    }
    [[nodiscard]] int offsetOf(int block) const
    {
        int offset = 0;
        for (int i = 0; i < block; ++i)
            offset += int(blocks[i].size()) + 2;
        return offset;
    }
    /// The first block of the list that begins in view; -1: none.
    [[nodiscard]] int eye() const
    {
        for (int block = 0; block < blocks.size(); ++block) {
            const qreal y = placeOf(block);
            if (y >= 0 && y < view.viewport()->height() / 2.0)
                return block;
        }
        return -1;
    }
    /// Of its top, in the viewport.
    [[nodiscard]] qreal placeOf(int block) const
    {
        return view.stretch(view.stretchOfSource(offsetOf(block))).top - scrolled();
    }
    [[nodiscard]] bool atEnd() const { return scrolled() >= view.verticalScrollBar()->maximum(); }
    QRandomGenerator &random() { return m_random; }

    PreviewView view;
    QStringList blocks;
    QString text;
    std::vector<PreviewView::ImageDone> waiting;

private:
    QRandomGenerator m_random;
};

} // namespace

class TestStillness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsElsewhereMoveNothing();
    void editsInViewMoveNothingAbove();
    void imagesMoveNothing();
    void widthsMoveNothing();
    void theTopStaysTheTop();
    void stretchesRise();
    void aHiddenBlockIsShownAndNothingElseMoves();
};

void TestStillness::editsElsewhereMoveNothing()
{
    Page page(1);
    QVERIFY(QTest::qWaitForWindowExposed(&page.view));
    for (int round = 0; round < rounds(150); ++round) {
        page.scrollTo(0.2 + 0.5 * page.random().generateDouble());
        int eye = page.eye();
        if (eye < 0)
            continue;
        const qreal before = page.placeOf(eye);
        const bool above = page.random().bounded(2) == 0;
        const int count = int(page.blocks.size());
        const int at = above ? page.random().bounded(std::max(eye - 1, 1)) : count - 1 - page.random().bounded(5);
        if (above == (at >= eye)) // no room above
            continue;
        const int kind = page.random().bounded(3);
        if (kind == 0 || count < 50) {
            page.blocks.insert(at, piece(page.random(), 1000 + round));
            eye += above;
        } else if (kind == 1 && count > 40) {
            page.blocks.removeAt(at);
            eye -= above;
        } else {
            page.blocks[at] = piece(page.random(), 2000 + round);
        }
        page.show();
        if (page.scrolled() > 0 && !page.atEnd())
            QVERIFY2(std::abs(page.placeOf(eye) - before) <= still, qPrintable(QString::number(round)));
    }
}

void TestStillness::editsInViewMoveNothingAbove()
{
    Page page(2);
    QVERIFY(QTest::qWaitForWindowExposed(&page.view));
    for (int round = 0; round < rounds(100); ++round) {
        page.scrollTo(0.2 + 0.5 * page.random().generateDouble());
        const int eye = page.eye();
        if (eye < 0 || eye + 1 >= page.blocks.size())
            continue;
        const qreal before = page.placeOf(eye);
        const bool marked = page.random().bounded(2) == 0; // somebody writes there
        page.view.setMarkedSource(marked ? page.offsetOf(eye) : -1);
        if (marked)
            page.blocks[eye] = piece(page.random(), round);
        else
            page.blocks[eye + 1] = piece(page.random(), round);
        page.show();
        if (page.scrolled() > 0 && !page.atEnd())
            QVERIFY2(std::abs(page.placeOf(eye) - before) <= still, qPrintable(QString::number(round)));
    }
}

void TestStillness::imagesMoveNothing()
{
    for (int round = 0; round < rounds(6); ++round) {
        Page page(quint32(30 + round));
        QVERIFY(QTest::qWaitForWindowExposed(&page.view));
        page.scrollTo(0.5);
        QTRY_VERIFY(!page.waiting.empty());
        while (!page.waiting.empty()) {
            const auto done = page.waiting.back();
            page.waiting.pop_back();
            page.scrollTo(0.3 + 0.4 * page.random().generateDouble());
            const int eye = page.eye();
            if (eye < 0)
                continue;
            const qreal before = page.placeOf(eye);
            const qreal height = page.view.document()->size().height();
            done(picture({100 + page.random().bounded(900), 20 + page.random().bounded(900)}));
            QTRY_VERIFY(page.view.document()->size().height() != height);
            if (page.scrolled() > 0 && !page.atEnd())
                QVERIFY(std::abs(page.placeOf(eye) - before) <= still);
        }
    }
}

void TestStillness::widthsMoveNothing()
{
    Page page(4);
    QVERIFY(QTest::qWaitForWindowExposed(&page.view));
    for (int round = 0; round < rounds(40); ++round) {
        page.scrollTo(0.2 + 0.5 * page.random().generateDouble());
        int eye = page.view.stretchAt(page.scrolled());
        while (page.view.stretch(eye).top < page.scrolled())
            ++eye;
        const qreal before = page.view.stretch(eye).top - page.scrolled();
        if (before > page.view.viewport()->height() / 2.0)
            continue;
        page.view.resize(300 + page.random().bounded(900), 600);
        if (page.scrolled() > 0 && !page.atEnd())
            QVERIFY(std::abs(page.view.stretch(eye).top - page.scrolled() - before) <= still);
    }
}

void TestStillness::theTopStaysTheTop()
{
    Page page(5);
    QVERIFY(QTest::qWaitForWindowExposed(&page.view));
    for (int round = 0; round < rounds(20); ++round) {
        page.blocks.insert(page.random().bounded(10), piece(page.random(), round));
        page.show();
        page.view.setHead({.kicker = u"Season %1"_s.arg(round),
                           .title = u"A title of many words "_s.repeated(1 + page.random().bounded(20)),
                           .subtitle = {},
                           .author = u"Robin"_s,
                           .meta = {}});
        page.view.resize(300 + page.random().bounded(900), 600);
        QCOMPARE(page.scrolled(), 0);
    }
}

void TestStillness::stretchesRise()
{
    for (int round = 0; round < rounds(30); ++round) {
        Page page(quint32(60 + round));
        page.blocks << u"Told[^b] and told[^a].\n\n[^a]: One.\n\n[^b]: Two."_s << u"- - deep\n- [ ] task"_s;
        if (round % 2)
            page.blocks.insert(5, u"Again[^c].\n\n[^c]: Three."_s);
        page.show();
        PreviewView::Stretch last;
        for (int i = 0; i < page.view.stretchCount(); ++i) {
            const PreviewView::Stretch now = page.view.stretch(i);
            QVERIFY(now.begin >= last.begin && now.top >= last.top && now.end >= now.begin && now.bottom >= now.top);
            QCOMPARE(page.view.stretchOfSource(now.end),
                     i + (i + 1 < page.view.stretchCount() && page.view.stretch(i + 1).begin <= now.end));
            QCOMPARE(page.view.stretchAt(now.top + 1), i);
            last = now;
        }
        QVERIFY(page.view.stretchCount() > 60);
    }
}

void TestStillness::aHiddenBlockIsShownAndNothingElseMoves()
{
    Page page(7);
    QVERIFY(QTest::qWaitForWindowExposed(&page.view));
    page.blocks << u"A very long paragraph "_s.repeated(400);
    page.show();
    const int height = page.view.viewport()->height();
    for (int round = 0; round < rounds(100); ++round) {
        page.scrollTo(page.random().generateDouble());
        const int before = page.scrolled();
        const int block = page.random().bounded(int(page.blocks.size()));
        const int within = page.random().bounded(int(page.blocks[block].size()));
        const PreviewView::Stretch part = page.view.stretch(page.view.stretchOfSource(page.offsetOf(block) + within));
        page.view.showSource(page.offsetOf(block) + within);
        if (part.top >= before && part.bottom <= before + height)
            QCOMPARE(page.scrolled(), before);
        else if (part.bottom - part.top < height / 2.0)
            QVERIFY(part.top >= page.scrolled() - 1 && part.bottom <= page.scrolled() + height + 1);
        else
            QVERIFY(part.top < page.scrolled() + height && part.bottom > page.scrolled());
    }
}

QTEST_MAIN(TestStillness)
#include "tst_stillness.moc"
