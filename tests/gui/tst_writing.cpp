// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appsettings.h"
#include "gui/writingtest.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// What the editor does for a writer beyond letters, in the real window: menu, keys, paste and drop.
class TestWriting : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void keysAndMenuGiveLinesAForm();
    void keysMoveLines();
    void smartMarksAreRemembered();
    void noKeyMeansTwoThings();

private:
    void setText(const QString &text, int cursor)
    {
        editor().replaceAll(text);
        editor().setFocus();
        editor().setCursorOffset(cursor);
    }
    /// The entry with these words in any menu.
    [[nodiscard]] QAction *entry(const QString &words)
    {
        for (const QMenu *menu : window().findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (action->text().remove(u'&').section(u'\t', 0, 0) == words)
                    return action;
            }
        }
        return nullptr;
    }
};

void TestWriting::keysAndMenuGiveLinesAForm()
{
    setText(u"words"_s, 3);
    QTest::keyClick(&editor(), Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(editor().markdown(), u"## words"_s);
    QTest::keyClick(&editor(), Qt::Key_0, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(editor().markdown(), u"words"_s);
    QVERIFY(entry(u"Heading 1"_s));
    entry(u"Heading 1"_s)->trigger();
    QCOMPARE(editor().markdown(), u"# words"_s);
    entry(u"Task"_s)->trigger();
    QCOMPARE(editor().markdown(), u"- [ ] words"_s);
    QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(editor().markdown(), u"- [x] words"_s);
    QTest::keyClick(&editor(), Qt::Key_7, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(editor().markdown(), u"1. words"_s);
    QTRY_VERIFY(isSaved());
    QCOMPARE(session().draft()->text(), u"1. words"_s);
}

void TestWriting::keysMoveLines()
{
    setText(u"1. one\n2. two"_s, 9);
    QTest::keyClick(&editor(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(editor().markdown(), u"1. two\n2. one"_s);
    QTest::keyClick(&editor(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(editor().markdown(), u"1. two\n2. two\n3. one"_s);
    editor().undo();
    editor().undo();
    QCOMPARE(editor().markdown(), u"1. one\n2. two"_s);
}

void TestWriting::smartMarksAreRemembered()
{
    setText(QString(), 0);
    QTest::keyClicks(&editor(), u"\"a\""_s);
    QCOMPARE(editor().markdown(), u"\"a\""_s);
    QVERIFY(!m_desk->settings().smartMarks());
    entry(u"Smart quotes and dashes"_s)->trigger();
    QVERIFY(m_desk->settings().smartMarks());
    m_desk->close();
    m_desk->open();
    QTRY_VERIFY(session().draft());
    QVERIFY(entry(u"Smart quotes and dashes"_s)->isChecked());
    NoteFields fields = session().draft()->fields();
    fields.language = u"de"_s;
    session().draft()->setFields(fields);
    setText(QString(), 0);
    QTest::keyClicks(&editor(), u"\"a\""_s);
    QCOMPARE(editor().markdown(), u"„a“"_s);
    QTRY_VERIFY(isSaved());
}

void TestWriting::noKeyMeansTwoThings()
{
    QHash<QString, QString> taken;
    for (const QAction *action : window().findChildren<QAction *>()) {
        const QString keys = action->shortcut().isEmpty() ? action->text().section(u'\t', 1, 1)
                                                          : action->shortcut().toString(QKeySequence::NativeText);
        if (keys.isEmpty())
            continue;
        QVERIFY2(!taken.contains(keys), qPrintable(keys + u": "_s + action->text() + u", "_s + taken.value(keys)));
        taken.insert(keys, action->text());
    }
    QVERIFY(taken.size() > 20);
}

QTEST_MAIN(TestWriting)
#include "tst_writing.moc"
