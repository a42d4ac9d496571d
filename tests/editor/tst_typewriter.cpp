// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/markdownedit.h"

#include <QProxyStyle>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QWheelEvent>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

class Style final : public QProxyStyle
{
public:
    int duration = 0; ///< ms

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration ? duration : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

} // namespace

class TestTypewriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_edit.reset(); }
    void theLineStands_data();
    void theLineStands();
    void nothingElseMovesIt();
    void comesBackInAMoment();
    void scrollingEndsTheMoment();
    void theDocumentHearsNothing();
    void staysInAnotherSize();
    void goesAway();
    void beginsInPlace();

private:
    [[nodiscard]] int height() const { return int(0.45 * m_edit->viewport()->height()); }
    [[nodiscard]] int line() const { return m_edit->cursorRect().center().y(); }
    [[nodiscard]] QScrollBar &bar() const { return *m_edit->verticalScrollBar(); }
    void turnWheel(int lines)
    {
        const QPointF place = m_edit->viewport()->rect().center();
        QWheelEvent event(place, m_edit->viewport()->mapToGlobal(place), {}, {0, -120 * lines}, {}, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_edit->viewport(), &event);
    }

    Style m_style;
    int m_maximum = 0; // of the bar, without the typewriter
    std::unique_ptr<MarkdownEdit> m_edit;
};

void TestTypewriter::init()
{
    m_style.duration = 0;
    m_edit = std::make_unique<MarkdownEdit>();
    m_edit->setStyle(&m_style);
    m_edit->resize(700, 600);
    m_edit->setMarkdown(u"Some words of a line.\n\n"_s.repeated(60));
    m_edit->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_edit.get()));
    m_maximum = bar().maximum();
    m_edit->setTypewriter(true);
}

void TestTypewriter::theLineStands_data()
{
    QTest::addColumn<int>("offset");
    QTest::newRow("first") << 0;
    QTest::newRow("middle") << 30 * 23;
    QTest::newRow("last") << 60 * 23;
}

void TestTypewriter::theLineStands()
{
    QFETCH(int, offset);
    m_edit->setCursorOffset(offset);
    for (const QString &typed : {u"a"_s, u" word and another one, "_s.repeated(10), u"b"_s}) {
        QTest::keyClicks(m_edit.get(), typed);
        QCOMPARE(line(), height());
        QTest::keyClick(m_edit.get(), Qt::Key_Return);
        QCOMPARE(line(), height());
        QTest::keyClick(m_edit.get(), Qt::Key_Backspace);
        QCOMPARE(line(), height());
    }
}

void TestTypewriter::nothingElseMovesIt()
{
    m_edit->setCursorOffset(30 * 23);
    QTest::keyClicks(m_edit.get(), u"a"_s);
    const int before = bar().value();
    turnWheel(2);
    const int scrolled = bar().value();
    QCOMPARE_GT(scrolled, before);
    QTest::mouseClick(m_edit->viewport(), Qt::LeftButton, {}, {60, 40});
    QCOMPARE(bar().value(), scrolled);
    QCOMPARE_LT(line(), height() / 2);
    QTest::keyClick(m_edit.get(), Qt::Key_Down);
    QCOMPARE(bar().value(), scrolled);
    m_edit->replaceAside(0, 1, u"s"_s);
    QCOMPARE(bar().value(), scrolled);
    QTest::keyClicks(m_edit.get(), u"b"_s);
    QCOMPARE(line(), height());
}

void TestTypewriter::comesBackInAMoment()
{
    m_style.duration = 200;
    m_edit->setCursorOffset(30 * 23);
    QTest::mouseClick(m_edit->viewport(), Qt::LeftButton, {}, {60, 20});
    const int from = line();
    QElapsedTimer clock;
    clock.start();
    QTest::keyClicks(m_edit.get(), u"b"_s);
    QVERIFY(line() < height()); // not at once
    const QSignalSpy steps(&bar(), &QAbstractSlider::valueChanged);
    int last = from;
    while (line() != height() && clock.elapsed() < 5000) {
        QTest::qWait(1);         // lets the event loop turn
        QVERIFY(line() >= last); // and never back
        last = line();
    }
    QCOMPARE(line(), height());
    QVERIFY(!steps.isEmpty());
    QTest::keyClicks(m_edit.get(), u"cd"_s);
    QTest::keyClick(m_edit.get(), Qt::Key_Return); // a line more goes at once
    QCOMPARE(line(), height());
}

void TestTypewriter::scrollingEndsTheMoment()
{
    m_style.duration = 200;
    m_edit->setCursorOffset(30 * 23);
    QTest::mouseClick(m_edit->viewport(), Qt::LeftButton, {}, {60, 20});
    QTest::keyClicks(m_edit.get(), u"b"_s);
    QVERIFY(line() < height());
    turnWheel(1);
    const int there = bar().value();
    const QSignalSpy steps(&bar(), &QAbstractSlider::valueChanged);
    QVERIFY(!QTest::qWaitFor([&] { return !steps.isEmpty(); }, 200));
    QCOMPARE(bar().value(), there);
}

void TestTypewriter::theDocumentHearsNothing()
{
    const QSignalSpy edited(m_edit.get(), &MarkdownEdit::textEdited);
    const QSignalSpy changed(m_edit->document(), &QTextDocument::contentsChange);
    m_edit->setTypewriter(false);
    m_edit->setTypewriter(true);
    m_edit->resize(700, 400);
    QVERIFY(edited.isEmpty() && changed.isEmpty());
    QVERIFY(!m_edit->document()->isModified() && !m_edit->document()->isUndoAvailable());
}

void TestTypewriter::staysInAnotherSize()
{
    m_edit->setCursorOffset(60 * 23);
    QTest::keyClicks(m_edit.get(), u"a"_s);
    for (const QSize size : {QSize(400, 600), QSize(400, 300), QSize(900, 700)}) {
        m_edit->resize(size);
        QTRY_COMPARE(m_edit->size(), size);
        QCOMPARE(line(), height());
    }
    m_edit->setCursorOffset(0);
    bar().setValue(0);
    m_edit->resize(700, 500); // what is read stays as well
    QCOMPARE(bar().value(), 0);
}

void TestTypewriter::goesAway()
{
    m_edit->setCursorOffset(0);
    QTest::keyClicks(m_edit.get(), u"a"_s);
    QCOMPARE_LT(bar().value(), 0);
    m_edit->setTypewriter(false);
    QCOMPARE(bar().value(), 0);
    QCOMPARE(bar().minimum(), 0);
    QCOMPARE(bar().maximum(), m_maximum);
    m_edit->setMarkdown(u"Short."_s);
    QTRY_COMPARE(bar().maximum(), 0);
}

void TestTypewriter::beginsInPlace()
{
    m_edit->setMarkdown({});
    m_edit->goToEnd();
    QCOMPARE(line(), height());
    QTest::keyClicks(m_edit.get(), u"First words"_s);
    QCOMPARE(line(), height());
}

QTEST_MAIN(TestTypewriter)
#include "tst_typewriter.moc"
