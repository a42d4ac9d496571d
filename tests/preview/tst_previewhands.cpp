// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/document.h"
#include "preview/previewview.h"
#include "typeset/pagepainter.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QImage>
#include <QMimeData>
#include <QPdfWriter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

/// Where the character at `at` of the first `words` in the page stands, in the viewport.
QPoint placeOf(const PreviewView &view, const QString &words, int at = 1)
{
    QTextCursor cursor = view.document()->find(words, 0, QTextDocument::FindCaseSensitively);
    cursor.setPosition(cursor.selectionStart() + at);
    return view.cursorRect(cursor).center();
}

QPoint boxOf(const PreviewView &view, const QString &words)
{
    const QTextBlock block = view.document()->find(words).block();
    const QRectF box = taskBox(*view.document(), block);
    return box.isNull() ? QPoint() : box.center().toPoint() - QPoint(0, view.verticalScrollBar()->value());
}

} // namespace

class TestPreviewHands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickFindsTheWord_data();
    void aClickFindsTheWord();
    void aClickFindsTheWordBesideALargeLetter();
    void whatHasNoSourceLeadsNowhere();
    void tasksAreTicked();
    void tasksAreTickedByKeyboard();
    void tasksOfOthersStayAsTheyAre();
    void footnotesAreToldAndLeftAgain();
    void theMarkCostsNoLayout();
    void paperHoldsAll();
    void linksLeadOutOfAPdf();
    void imagesAreWaitedFor();

private:
    static void show(PreviewView &view, const QString &text)
    {
        view.setDocument(Markdown::Document::parse(text), text);
        view.show();
        view.activateWindow();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&view));
    }
};

void TestPreviewHands::aClickFindsTheWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");   // in the page
    QTest::addColumn<QString>("written"); // in the source
    const auto row = [](const char *name, const QString &text, const QString &words, const QString &written = {}) {
        QTest::newRow(name) << text << words << (written.isEmpty() ? words : written);
    };
    row("paragraph", u"One two three."_s, u"three"_s);
    row("second line", u"One two\nthree four."_s, u"four"_s);
    row("strong", u"One **two three** four."_s, u"three"_s);
    row("behind strong", u"One **two** *three* four."_s, u"four"_s);
    row("nested", u"One **two *three* four** five."_s, u"four"_s);
    row("code", u"One `two` three."_s, u"two"_s);
    row("behind an escape", u"One \\* two \\_ three."_s, u"three"_s);
    row("behind an entity", u"One &amp; two &lt; three &eacute; four."_s, u"four"_s);
    row("behind an emoji entity", u"One &#x1F600; two."_s, u"two"_s);
    row("behind a link", u"One [two](https://a.example/long) three."_s, u"three"_s);
    row("behind an image", u"One ![alt](a.png) two."_s, u"two"_s);
    row("behind an image elsewhere", u"One ![alt](https://www.a.example/b.png) two."_s, u"two"_s);
    row("behind one in a link", u"One [![alt](https://a.example/b.png)](https://c.example) two."_s, u"two"_s);
    row("behind one without words in a link", u"One [![](https://a.example/b.png)](https://c.example) two."_s,
        u"two"_s);
    row("behind one in a cell", u"| a |\n|---|\n| ![b](https://a.example/b.png) two |"_s, u"two"_s);
    row("caption of one", u"![alt](https://a.example/b.png \"A caption\")"_s, u"caption"_s);
    row("behind a footnote", u"One[^note] two.\n\n[^note]: Words."_s, u"two"_s);
    row("behind a comment", u"One <!-- quiet --> two."_s, u"two"_s);
    row("heading", u"## One two"_s, u"two"_s);
    row("heading, underlined", u"One two\n---"_s, u"two"_s);
    row("item", u"- one\n- two three\n  - four five"_s, u"five"_s);
    row("second paragraph of an item", u"- one\n\n  two three"_s, u"three"_s);
    row("task", u"- [ ] one two\n- [x] three four"_s, u"four"_s);
    row("quote", u"> one two\n> three four\n>\n> five six"_s, u"four"_s);
    row("fenced code", u"```cpp\nint a = 1;\n\n  int b = 2;\n```"_s, u"b = 2"_s);
    row("indented code", u"Text.\n\n    one\n    two three"_s, u"three"_s);
    row("code in a list", u"- item\n\n  ```\n  one\n    two\n  ```"_s, u"two"_s);
    row("cell", u"| a | b |\n|---|---|\n| one | two **three** |"_s, u"three"_s);
    row("caption", u"![alt](images/a.png \"A caption\")"_s, u"caption"_s);
    row("footnote's words", u"One[^n].\n\n[^n]: Two three."_s, u"three"_s);
    row("right to left", u"ملاحظات الأسبوع"_s, u"الأسبوع"_s);
}

void TestPreviewHands::aClickFindsTheWord()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QFETCH(QString, written);
    text = u"Before it all.\n\n"_s + text + u"\n\nAfter it all."_s;
    PreviewView view;
    view.resize(700, 900);
    show(view, text);
    const QSignalSpy clicked(&view, &PreviewView::sourceActivated);
    for (const int at : {0, 1, int(words.size()) - 1}) {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, placeOf(view, words, at));
        QVERIFY(!clicked.isEmpty());
        QCOMPARE(clicked.last()[0].toInt(), int(text.indexOf(written)) + at);
    }
}

void TestPreviewHands::aClickFindsTheWordBesideALargeLetter()
{
    PreviewView view;
    view.resize(700, 600);
    view.setHead({.kicker = {}, .title = u"Title"_s, .subtitle = {}, .author = {}, .meta = {}, .dropCap = true});
    const QString text = u"Words that stand beside it. "_s.repeated(10);
    show(view, text);
    const QSignalSpy clicked(&view, &PreviewView::sourceActivated);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, placeOf(view, u"stand"_s, 0));
    QCOMPARE(clicked.last()[0].toInt(), int(text.indexOf(u"stand"_s)));
    view.selectAll();
    view.copy();
    QVERIFY(QGuiApplication::clipboard()->text().contains("Words that"_L1));
    QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains("<p>Words that"_L1));
}

void TestPreviewHands::whatHasNoSourceLeadsNowhere()
{
    PreviewView view;
    view.resize(700, 600);
    view.setHead({.kicker = {}, .title = u"Title"_s, .subtitle = {}, .author = u"Robin"_s, .meta = {}});
    show(view, u"Text."_s);
    const QSignalSpy clicked(&view, &PreviewView::sourceActivated);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, placeOf(view, u"Title"_s));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, placeOf(view, u"Robin"_s));
    QCOMPARE(clicked.count(), 0);
}

void TestPreviewHands::tasksAreTicked()
{
    PreviewView view;
    view.resize(700, 600);
    view.setTasksTickable(true);
    QString text = u"Text.\n\n- [ ] open\n- [x] done\n  1. [ ] inner\n\n> - [ ] quoted\n\n- plain"_s;
    show(view, text);
    const QSignalSpy toggled(&view, &PreviewView::taskToggled);
    const QSignalSpy clicked(&view, &PreviewView::sourceActivated);
    for (const QString &words : {u"open"_s, u"done"_s, u"inner"_s, u"quoted"_s}) {
        const auto earlier = toggled.count();
        QTest::mouseMove(view.viewport(), placeOf(view, u"Text."_s));
        QTest::mouseMove(view.viewport(), boxOf(view, words));
        QTRY_COMPARE(view.viewport()->cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, boxOf(view, words));
        QCOMPARE(toggled.count(), earlier + 1);
        const int mark = toggled.last()[0].toInt();
        QCOMPARE(text.sliced(mark - 1, 3 + 1 + words.size()), (words == u"done"_s ? u"[x] "_s : u"[ ] "_s) + words);
        QCOMPARE(toggled.last()[1].toBool(), words != u"done"_s);
        const QString before = text;
        text[mark] = toggled.last()[1].toBool() ? u'x' : u' ';
        view.setDocument(Markdown::Document::parse(text), text);
        QCOMPARE(view.replacedParts(), 1);
        text = before;
        view.setDocument(Markdown::Document::parse(text), text);
    }
    QTest::mouseMove(view.viewport(), placeOf(view, u"Text."_s));
    QTRY_VERIFY(view.viewport()->cursor().shape() != Qt::PointingHandCursor);
    QCOMPARE(clicked.count(), 0);
    // Pressed on the box, let go elsewhere: nothing.
    const auto before = toggled.count();
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, boxOf(view, u"open"_s));
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, placeOf(view, u"plain"_s));
    QCOMPARE(toggled.count(), before);
    view.setTasksTickable(false);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, boxOf(view, u"open"_s));
    QCOMPARE(toggled.count(), before);
}

void TestPreviewHands::tasksAreTickedByKeyboard()
{
    PreviewView view;
    view.resize(700, 600);
    view.setTasksTickable(true);
    const QString text = u"A [link](https://a.example/1).\n\n- [ ] [inside](https://a.example/2)\n- [x] two\n\n"
                         "[Last](https://a.example/3)."_s;
    show(view, text);
    const QSignalSpy reached(&view, &PreviewView::taskReached);
    const QSignalSpy toggled(&view, &PreviewView::taskToggled);
    const QSignalSpy links(&view, &PreviewView::linkActivated);
    const auto step = [&](Qt::Key key) { QTest::keyClick(&view, key); };
    QStringList stops;
    const auto note = [&] {
        const auto ticks = toggled.count();
        const auto followed = links.count();
        step(Qt::Key_Return);
        stops += toggled.count() > ticks    ? u"task "_s + QString::number(toggled.last()[0].toInt())
                 : links.count() > followed ? links.last()[0].toString()
                                            : u"nothing"_s;
    };
    for (int i = 0; i < 5; ++i) {
        step(Qt::Key_Tab);
        note();
    }
    const QString first = u"task "_s + QString::number(text.indexOf(u"[ ]"_s) + 1);
    const QString second = u"task "_s + QString::number(text.indexOf(u"[x]"_s) + 1);
    QCOMPARE(stops, QStringList(
                        {u"https://a.example/1"_s, first, u"https://a.example/2"_s, second, u"https://a.example/3"_s}));
    stops.clear();
    for (int i = 0; i < 4; ++i) {
        step(Qt::Key_Backtab);
        note();
    }
    QCOMPARE(stops, QStringList({second, u"https://a.example/2"_s, first, u"https://a.example/1"_s}));
    QVERIFY(!reached.isEmpty());
}

void TestPreviewHands::tasksOfOthersStayAsTheyAre()
{
    PreviewView view;
    view.resize(700, 600);
    const QString text = u"- [ ] open"_s;
    show(view, text);
    const QSignalSpy toggled(&view, &PreviewView::taskToggled);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, boxOf(view, u"open"_s));
    view.setTasksTickable(true);
    view.setDocument(Markdown::Document::parse(text)); // its source is not known
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, boxOf(view, u"open"_s));
    QCOMPARE(toggled.count(), 0);
}

void TestPreviewHands::footnotesAreToldAndLeftAgain()
{
    PreviewView view;
    view.resize(600, 300);
    show(view, u"Early[^x].\n\n"_s + u"Words.\n\n"_s.repeated(40) + u"Told[^y] here, and again[^x].\n\n"_s +
                   u"Words.\n\n"_s.repeated(40) + u"[^x]: The \\<words> of it.\n\n    More.\n\n[^y]: Other."_s);
    QScrollBar *bar = view.verticalScrollBar();
    view.showSource(int(u"Early[^x].\n\n"_s.size() + u"Words.\n\n"_s.size() * 40));
    const QTextCursor second = view.document()->find(u"again"_s);
    QTextCursor reference(view.document());
    reference.setPosition(second.selectionEnd());
    const auto place = [&] { return view.cursorRect(reference).center() + QPoint(3, 0); };
    QVERIFY(view.viewport()->rect().contains(place()));
    QHelpEvent hover(QEvent::ToolTip, place(), view.viewport()->mapToGlobal(place()));
    QApplication::sendEvent(view.viewport(), &hover);
    QVERIFY2(QToolTip::text().contains(u"The &lt;words&gt; of it."_s), qPrintable(QToolTip::text()));
    QVERIFY(QToolTip::text().contains(u"More."_s) && !QToolTip::text().contains(u"Other"_s));
    QVERIFY(!QToolTip::text().contains(u'↩'));
    QToolTip::hideText();

    const int before = bar->value();
    const QSignalSpy byHand(&view, &PreviewView::scrolledByHand);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place());
    QVERIFY(bar->value() > before);
    QVERIFY(view.viewport()->rect().contains(placeOf(view, u"The <words>"_s)));
    QCOMPARE(byHand.count(), 1);
    const int below = bar->value();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, placeOf(view, u"More."_s, 8) + QPoint(6, 0));
    QVERIFY(view.viewport()->rect().contains(place()));
    bar->setValue(below);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, placeOf(view, u"More."_s, 6) + QPoint(6, 0));
    QVERIFY(view.viewport()->rect().contains(placeOf(view, u"Early"_s)));
}

void TestPreviewHands::theMarkCostsNoLayout()
{
    PreviewView view;
    view.resize(900, 600);
    const QString text = u"First.\n\nSecond.\n\n"_s + u"Words.\n\n"_s.repeated(40);
    show(view, text);
    const QImage plain = view.grab().toImage();
    const QSignalSpy laidOut(view.document()->documentLayout(), &QAbstractTextDocumentLayout::update);
    view.setMarkedSource(int(text.indexOf(u"Second"_s)));
    QCOMPARE(laidOut.count(), 0);
    const QImage marked = view.grab().toImage();
    QRect differs;
    for (int y = 0; y < plain.height(); ++y) {
        for (int x = 0; x < plain.width(); ++x) {
            if (plain.pixel(x, y) != marked.pixel(x, y))
                differs |= QRect(x, y, 1, 1);
        }
    }
    const QPoint words = view.viewport()->mapTo(&view, placeOf(view, u"Second"_s));
    QVERIFY(differs.width() <= 3 && differs.top() <= words.y() && differs.bottom() >= words.y());
    QVERIFY(differs.right() < view.viewport()->x());
    view.setMarkedSource(-1);
    QCOMPARE(view.grab().toImage(), plain);
}

void TestPreviewHands::paperHoldsAll()
{
    const auto pages = [](const QByteArray &pdf) { return pdf.count("/Type /Page\n"); };
    const auto print = [](const PreviewView &view) {
        QByteArray pdf;
        QBuffer buffer(&pdf);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        view.paintPages(writer);
        return pdf;
    };
    PreviewView view;
    view.resize(700, 600);
    QCOMPARE(pages(print(view)), 1);
    int before = 0;
    for (int paragraphs = 1; paragraphs < 60; ++paragraphs) { // each end of a page is met
        const QString text = u"## Head\n\nSome words of it.\n\n"_s.repeated(paragraphs);
        view.setDocument(Markdown::Document::parse(text), text);
        const int now = int(pages(print(view)));
        QVERIFY(now >= before && now <= before + 1);
        before = now;
    }
    QVERIFY(before > 3 && before < 9);
}

void TestPreviewHands::linksLeadOutOfAPdf()
{
    const QString text = u"[one](https://a.example/x?q=1&b=2) and [two](<https://b.example/(a)/)>), "
                         "<mailto:me@c.example>, [a note](week:2019-W36), [another](week:2019-W37)[^1]\n\n"_s +
                         u"Words.\n\n"_s.repeated(60) +
                         u"| a |\n|---|\n| [three](http://d.example/ü) |\n\n[^1]: A footnote."_s;
    PreviewView view;
    view.resize(700, 600);
    view.setDocument(Markdown::Document::parse(text), text);
    QByteArray pdf;
    {
        QBuffer buffer(&pdf);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        view.paintPages(writer,
                        {.noteTargets = {{u"week:2019-W37"_s, QUrl(u"https://e.example/37"_s)}}, .lostImages = {}});
    }
    QVERIFY(!pdf.contains("fnref"));
    QList<QByteArray> addresses;
    for (qsizetype at = pdf.indexOf("/URI ("); at >= 0; at = pdf.indexOf("/URI (", at + 1))
        addresses << pdf.sliced(at + 6, pdf.indexOf(")\n", at) - at - 6);
    QCOMPARE(addresses, (QList<QByteArray>{"https://a.example/x?q=1&b=2", "https://b.example/%28a%29/%29",
                                           "mailto:me@c.example", "https://e.example/37", "http://d.example/%C3%BC"}));
    QCOMPARE(pdf.count("/Subtype /Link"), addresses.size());
}

void TestPreviewHands::imagesAreWaitedFor()
{
    std::vector<PreviewView::ImageDone> waiting;
    PreviewView view;
    view.resize(700, 600);
    view.setImageLoader([&](const QString &, const PreviewView::ImageDone &done) { waiting.push_back(done); });
    int ready = 0;
    view.whenComplete([&] { ++ready; });
    QCOMPARE(ready, 1); // there are none
    const QString text = u"![a](images/a.png)\n\n"_s + u"Words.\n\n"_s.repeated(200) + u"![b](images/b.png)"_s;
    view.setDocument(Markdown::Document::parse(text), text);
    view.whenComplete([&] { ++ready; });
    QTRY_COMPARE(waiting.size(), size_t(2));
    waiting[0]({});
    QTRY_COMPARE(view.document()->isEmpty(), false);
    QCOMPARE(ready, 1);
    waiting[1]({});
    QTRY_COMPARE(ready, 2);
}

QTEST_MAIN(TestPreviewHands)
#include "tst_previewhands.moc"
