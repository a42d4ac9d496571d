// SPDX-License-Identifier: GPL-3.0-or-later
// A long page is filled by and by; nobody notices but by its scroll bar.
#include "markdown/document.h"
#include "preview/previewview.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

QStringList paragraphs(int count)
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list += u"Paragraph %1 with words enough that it takes more than a single line of the page."_s.arg(i);
    return list;
}

} // namespace

class TestLongPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<PreviewView>();
        m_view->resize(800, 600);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_blocks = paragraphs(600);
        m_blocks[0] += u"[^1]"_s;
        m_blocks += u"[^1]: The note."_s;
    }
    void cleanup() { m_view.reset(); }
    void isFilledByAndBy();
    void aVeryLongOneIsFilledAsFarAsSomebodyLooks();
    void isTypedInMeanwhile();
    void showsAFarPlaceOnceItIsThere();
    void leavesWhoScrollsAlone();
    void isThereForWhoeverLooksFurther_data();
    void isThereForWhoeverLooksFurther();
    void aFootnoteIsReached();
    void staysWhereItIsReadInAnotherScheme();

private:
    void show()
    {
        m_text = m_blocks.join("\n\n"_L1);
        m_view->setDocument(Markdown::Document::parse(m_text), m_text);
    }
    [[nodiscard]] int offsetOf(const QString &words) const { return int(m_text.indexOf(words)); }
    /// Of the words, in the viewport.
    [[nodiscard]] QRect placeOf(const QString &words) const
    {
        return m_view->cursorRect(m_view->document()->find(words));
    }
    [[nodiscard]] bool isInView(const QString &words) const
    {
        return !m_view->document()->find(words).isNull() && m_view->viewport()->rect().contains(placeOf(words));
    }
    [[nodiscard]] QScrollBar &bar() const { return *m_view->verticalScrollBar(); }

    std::unique_ptr<PreviewView> m_view;
    QStringList m_blocks;
    QString m_text;
};

void TestLongPage::isFilledByAndBy()
{
    const QSignalSpy filled(m_view.get(), &PreviewView::filled);
    show();
    QVERIFY(!m_view->isFilled());
    QVERIFY(isInView(u"Paragraph 0 "_s));
    QVERIFY(!m_view->toPlainText().contains(u"Paragraph 500 "_s));
    const int guessed = bar().maximum();
    QTRY_COMPARE(filled.count(), 1);
    QVERIFY(m_view->isFilled());
    QVERIFY(m_view->toPlainText().contains(u"Paragraph 599 "_s));
    QVERIFY(m_view->toPlainText().contains(u"The note."_s));
    QVERIFY(guessed > 0.8 * bar().maximum() && guessed < 1.2 * bar().maximum());
    QCOMPARE(bar().value(), 0);
}

void TestLongPage::aVeryLongOneIsFilledAsFarAsSomebodyLooks()
{
    m_blocks = paragraphs(8'000);
    show();
    QTRY_VERIFY(m_view->isFilled());
    const int first = m_view->stretchCount();
    QCOMPARE_GT(first, 2'000);
    QCOMPARE_LT(first, 6'000);
    m_blocks[1] += u'x';
    show();
    QVERIFY(m_view->isFilled());
    bar().setValue(bar().maximum() / 2);
    QVERIFY(!m_view->isFilled());
    QTRY_VERIFY(m_view->isFilled());
    QCOMPARE_GT(m_view->stretchCount(), first);
    QVERIFY(m_view->stretchAt(bar().value()) > 3'500 && m_view->stretchAt(bar().value()) < 4'500);
    m_view->showSource(offsetOf(u"Paragraph 7990 "_s));
    QTRY_VERIFY(isInView(u"Paragraph 7990 "_s));
    QTRY_COMPARE(m_view->stretchCount(), 8'000);
}

void TestLongPage::isTypedInMeanwhile()
{
    show();
    for (int i = 0; !m_view->isFilled() || i < 20; ++i) {
        m_blocks[i % 2 == 0 ? 3 : 500] += u'x';
        m_blocks.insert(i, u"Another one."_s);
        m_blocks.removeAt(m_blocks.size() - 5);
        show();
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(m_view->isFilled());
    PreviewView fresh;
    fresh.resize(m_view->size());
    fresh.setDocument(Markdown::Document::parse(m_text), m_text);
    fresh.fill();
    QCOMPARE(m_view->toPlainText(), fresh.toPlainText());
}

void TestLongPage::showsAFarPlaceOnceItIsThere()
{
    show();
    m_view->showSource(offsetOf(u"Paragraph 500 "_s));
    QCOMPARE(bar().value(), 0);
    QTRY_VERIFY(isInView(u"Paragraph 500 "_s));
    QTRY_VERIFY(m_view->isFilled());
    QVERIFY(isInView(u"Paragraph 500 "_s));
}

void TestLongPage::leavesWhoScrollsAlone()
{
    show();
    m_view->showSource(offsetOf(u"Paragraph 500 "_s));
    bar().setSliderPosition(60); // by hand
    QTRY_VERIFY(m_view->isFilled());
    QCOMPARE(bar().value(), 60);
}

void TestLongPage::isThereForWhoeverLooksFurther_data()
{
    QTest::addColumn<QKeySequence>("keys");
    QTest::newRow("the end") << QKeySequence(QKeySequence::MoveToEndOfDocument);
    QTest::newRow("all") << QKeySequence(QKeySequence::SelectAll);
    QTest::newRow("to the end") << QKeySequence(QKeySequence::SelectEndOfDocument);
    QTest::newRow("the next link") << QKeySequence(Qt::Key_Tab);
}

void TestLongPage::isThereForWhoeverLooksFurther()
{
    QFETCH(const QKeySequence, keys);
    show();
    QVERIFY(!m_view->isFilled());
    m_view->setFocus();
    QTest::keySequence(m_view.get(), keys);
    QVERIFY(m_view->isFilled());
    if (keys == QKeySequence(QKeySequence::SelectAll)) {
        m_view->copy();
        QVERIFY(QApplication::clipboard()->mimeData()->text().contains(u"Paragraph 599 "_s));
    }
}

void TestLongPage::aFootnoteIsReached()
{
    show();
    m_view->activateWindow();
    m_view->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    show(); // anew, or the wait has filled it
    QTextCursor reference = m_view->document()->find(u"1"_s, int(m_blocks[0].size()) - 8);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->cursorRect(reference).center() - QPoint(3, 0));
    QVERIFY(isInView(u"The note."_s));
}

void TestLongPage::staysWhereItIsReadInAnotherScheme()
{
    show();
    m_view->fill();
    m_view->showSource(offsetOf(u"Paragraph 400 "_s));
    const QRect before = placeOf(u"Paragraph 400 "_s);
    m_view->setScheme(Scheme::Dark);
    QVERIFY(!m_view->isFilled());
    QCOMPARE(placeOf(u"Paragraph 400 "_s), before);
    QTRY_VERIFY(m_view->isFilled());
    QCOMPARE(placeOf(u"Paragraph 400 "_s), before);
}

QTEST_MAIN(TestLongPage)
#include "tst_longpage.moc"
