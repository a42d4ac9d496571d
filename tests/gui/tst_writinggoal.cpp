// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statusstrip.h"
#include "app/translators.h"
#include "gui/writingtest.h"

#include <QAccessible>
#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QProgressBar>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// A goal for the words of a note, in the real window.
class TestWritingGoal : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslators(*qApp); }
    void init() { begin(); }
    void cleanup() { end(); }
    void thereIsNoneAtFirst();
    void isSetByKeys();
    void theLengthLeadsToIt();
    void aKindWordComesOnce();
    void whatIsLongAlreadyIsNotPraised();
    void isReadAloud();
    void isRemembered();

private:
    [[nodiscard]] StatusStrip &strip() { return *window().findChild<StatusStrip *>(); }
    [[nodiscard]] QProgressBar &progress() { return *strip().findChild<QProgressBar *>(); }
    [[nodiscard]] QPushButton *length(const QString &words) { return button(words); }
    [[nodiscard]] QStringList labels()
    {
        QStringList words;
        for (const QLabel *label : strip().findChildren<QLabel *>()) {
            if (label->isVisible())
                words << label->text();
        }
        return words;
    }
    void setGoal(const QString &words)
    {
        window().actions().goal->trigger();
        auto *dialog = window().findChild<QDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *field = dialog->findChild<QSpinBox *>();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, words);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!window().findChild<QDialog *>());
    }
};

void TestWritingGoal::thereIsNoneAtFirst()
{
    QTRY_VERIFY(length(u"3 words · 1 min read"_s));
    QVERIFY(!progress().isVisible());
}

void TestWritingGoal::isSetByKeys()
{
    setGoal(u"5"_s);
    QTRY_VERIFY(length(u"3 of 5 words · 1 min read"_s)); // told without colour
    QVERIFY(progress().isVisible());
    QCOMPARE(progress().value(), 3);
    QCOMPARE(progress().maximum(), 5);
    setGoal(u"1"_s);
    QTRY_VERIFY(length(u"3 of 1 word · 1 min read"_s));
    QCOMPARE(progress().value(), 1);
    setGoal(u"0"_s);
    QTRY_VERIFY(length(u"3 words · 1 min read"_s));
    QVERIFY(!progress().isVisible());
}

void TestWritingGoal::theLengthLeadsToIt()
{
    QTRY_VERIFY(length(u"3 words · 1 min read"_s));
    QTest::mouseClick(length(u"3 words · 1 min read"_s), Qt::LeftButton);
    auto *dialog = window().findChild<QDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QSpinBox *>()->text(), u"No goal"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!window().findChild<QDialog *>());
    QVERIFY(length(u"3 words · 1 min read"_s));
    QVERIFY(length(u"3 words · 1 min read"_s)->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(length(u"3 words · 1 min read"_s), Qt::Key_Space);
    QVERIFY(window().findChild<QDialog *>());
}

void TestWritingGoal::aKindWordComesOnce()
{
    const QString kind = u"✓ That’s your goal of 5 words. Well done."_s;
    setGoal(u"5"_s);
    QVERIFY(!labels().contains(kind));
    editor().goToEnd();
    QTest::keyClicks(&editor(), u" And more."_s);
    QTRY_VERIFY(labels().contains(kind));
    strip().praise(0);
    for (int letter = 0; letter < 6; ++letter)
        QTest::keyClick(&editor(), Qt::Key_Backspace);
    QTRY_VERIFY(length(u"4 of 5 words · 1 min read"_s));
    QTest::keyClicks(&editor(), u" less."_s);
    QTRY_VERIFY(length(u"5 of 5 words · 1 min read"_s));
    QVERIFY(!labels().contains(kind));
}

void TestWritingGoal::whatIsLongAlreadyIsNotPraised()
{
    const QString kind = u"✓ That’s your goal of 2 words. Well done."_s;
    setGoal(u"2"_s);
    const NoteId first = session().draft()->noteId();
    session().startNote(session().week().plus(-1));
    QTRY_VERIFY(session().draft() && session().draft()->noteId() != first);
    session().showNote(first);
    QTRY_VERIFY(length(u"3 of 2 words · 1 min read"_s));
    QVERIFY(!labels().contains(kind));
}

void TestWritingGoal::isReadAloud()
{
    setGoal(u"5"_s);
    QTRY_COMPARE(progress().value(), 3);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&progress());
    QCOMPARE(face->text(QAccessible::Name), u"Writing goal"_s);
    QCOMPARE(face->role(), QAccessible::ProgressBar);
    QCOMPARE(face->valueInterface()->currentValue().toInt(), 3);
    QCOMPARE(face->valueInterface()->maximumValue().toInt(), 5);
    window().actions().goal->trigger();
    face = QAccessible::queryAccessibleInterface(window().findChild<QDialog *>()->findChild<QSpinBox *>());
    QCOMPARE(face->text(QAccessible::Name), u"Words in a note"_s);
}

void TestWritingGoal::isRemembered()
{
    setGoal(u"500"_s);
    m_desk->close();
    m_desk->open();
    QTRY_VERIFY(session().draft());
    QTRY_VERIFY(length(u"3 of 500 words · 1 min read"_s));
}

QTEST_MAIN(TestWritingGoal)
#include "tst_writinggoal.moc"
