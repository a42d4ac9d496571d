// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publishdialog.h"
#include "app/statusstrip.h"
#include "app/translators.h"
#include "gui/lookingtest.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QToolButton>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// The last look while one writes, in the real window.
class TestLastLookWindow : public TestData::LookingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslators(*qApp); }
    void init()
    {
        begin();
        NoteFields fields = session().draft()->fields();
        fields.title = u"A week"_s;
        window().notePane().setFields(fields);
    }
    void cleanup() { end(); }
    void saysHowMuchThereIs();
    void stepsThroughTheText();
    void listLeadsToThePlace();
    void mendsInOneStep();
    void mendsTheTextAsItIsNow();
    void waitsForWhatIsParsedElsewhere();
    void waitingOnesHaveTheTextAsItIs();
    void leavesAloneForGood();
    void takesNotHereBack();
    void namesPeople();
    void namesNobodyOncePublishIsClosed();
    void hearsOfTheTitle();
    void anotherNoteHasOthers();
    void escapeClosesIt();
    void theListIsAModel();
    void theListKeepsItsChoice();
    void theListShowsWholeRows();

private:
    [[nodiscard]] QPushButton *strip() // the button at its end
    {
        for (auto *each : window().findChild<StatusStrip *>()->findChildren<QPushButton *>()) {
            if (each->text().endsWith(u"to look at"))
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] QString selected() { return editor().textCursor().selectedText(); }
};

void TestLastLookWindow::saysHowMuchThereIs()
{
    QTRY_COMPARE(look().findings().size(), size_t(1)); // how long it takes to read
    QVERIFY(!strip());
    QTest::keyClicks(&editor(), u" I saw the the cat today."_s);
    QTRY_VERIFY(strip());
    QCOMPARE(strip()->text(), u"2 to look at"_s);
    QVERIFY(strip()->isVisible());
    QTest::mouseClick(strip(), Qt::LeftButton);
    QVERIFY(list()->isVisible());
    QVERIFY(list()->list().hasFocus());
    QTest::mouseClick(strip(), Qt::LeftButton);
    QVERIFY(!list()->isVisible());
    QVERIFY(editor().hasFocus());
}

void TestLastLookWindow::stepsThroughTheText()
{
    writeAndLook(u"One the the cat.\n\nTwo today.\n\nThree TODO.\n"_s,
                 {u"doubled-word"_s, u"ageing-word"_s, u"placeholder"_s});
    editor().setCursorOffset(0);
    const QStringList there{u"the the"_s, u"today"_s, u"TODO"_s, u"the the"_s};
    for (const QString &words : there) {
        QTest::keyClick(&editor(), Qt::Key_F8);
        QCOMPARE(selected(), words);
    }
    QTest::keyClick(&editor(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(selected(), u"TODO"_s);
    editor().setCursorOffset(int(editor().markdown().indexOf(u"Three")));
    QTest::keyClick(&editor(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(selected(), u"today"_s);
    QVERIFY(editor().hasFocus());

    // Of the text as it is, though writing does not rest yet.
    editor().setCursorOffset(0);
    QTest::keyClicks(&editor(), u"Zero "_s);
    QTest::keyClick(&editor(), Qt::Key_F8);
    QTRY_COMPARE(selected(), u"the the"_s);
}

void TestLastLookWindow::listLeadsToThePlace()
{
    writeAndLook(u"One the the cat.\n\nTwo today.\n"_s, {u"doubled-word"_s, u"ageing-word"_s});
    openList();
    const LastLookModel &model = list()->model();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0).data().toString(), u"“the” stands there twice."_s);
    QCOMPARE(model.index(1).data(LastLookModel::PlaceRole).toString(), u"Line 3"_s);
    QCOMPARE(model.index(2).data().toString(), u"It takes 1 minute to read."_s);
    QCOMPARE(model.index(2).data(LastLookModel::PlaceRole).toString(), u"The note · only to know"_s);
    QTest::keyClick(&list()->list(), Qt::Key_Down);
    QTest::keyClick(&list()->list(), Qt::Key_Return);
    QTRY_COMPARE(selected(), u"today"_s);
    QVERIFY(editor().hasFocus());
    QTest::mouseClick(list()->list().viewport(), Qt::LeftButton, {},
                      list()->list().visualRect(model.index(0)).center());
    QCOMPARE(selected(), u"the the"_s);
}

void TestLastLookWindow::mendsInOneStep()
{
    const QString text = u"Won* this.\n\n* well, nearly\n"_s;
    writeAndLook(text, {u"asterisk-footnote"_s});
    openList();
    QPushButton *fix = button(u"Make it a footnote"_s);
    QVERIFY(fix);
    QTest::keyClick(&list()->list(), Qt::Key_Tab);
    QVERIFY(fix->hasFocus());
    QTest::keyClick(fix, Qt::Key_Return);
    QTRY_COMPARE(editor().markdown(), u"Won[^1] this.\n\n[^1]: well, nearly\n"_s);
    QTRY_COMPARE(rules(), QStringList());
    QVERIFY(!fix->isVisible());
    editor().setFocus();
    editor().undo();
    QCOMPARE(editor().markdown(), text);
    QTRY_COMPARE(rules(), QStringList{u"asterisk-footnote"_s});
}

void TestLastLookWindow::mendsTheTextAsItIsNow()
{
    writeAndLook(u"One the the cat.\n"_s, {u"doubled-word"_s});
    openList();
    QPushButton *fix = button(u"Remove one"_s);
    editor().replaceAside(0, 0, u"More before. "_s);
    QTest::mouseClick(fix, Qt::LeftButton);
    QTRY_COMPARE(editor().markdown(), u"More before. One the cat.\n"_s);
}

void TestLastLookWindow::waitsForWhatIsParsedElsewhere()
{
    const QString text = u"A long line of words.\n\n"_s.repeated(8000);
    editor().replaceAll(text);
    bool isCurrent = false;
    look().whenCurrent(this, [&isCurrent] { isCurrent = true; });
    QTRY_VERIFY(isCurrent && session().draft()->isParsed());
    std::optional<TestData::HeldPool> held(std::in_place);
    editor().replaceAll(u"```\n"_s + text);
    QVERIFY(!session().draft()->isParsed());
    QString seen;
    look().whenCurrent(this, [&, this] { seen = look().text(); });
    QVERIFY(seen.isEmpty());
    held.reset();
    QTRY_VERIFY(!seen.isEmpty());
    QVERIFY(seen == editor().markdown());
}

void TestLastLookWindow::waitingOnesHaveTheTextAsItIs()
{
    writeAndLook(u"One the the cat.\n"_s, {u"doubled-word"_s});
    const LookFinding doubled = *std::ranges::find(look().findings(), LookRule::DoubledWord, &LookFinding::rule);
    std::optional<TestData::HeldPool> held(std::in_place);
    editor().replaceAside(0, 0, u"More before. "_s);
    QStringList seen;
    look().whenCurrent(this, [&, this] {
        seen << look().text();
        editor().replaceAside(0, 0, u"And "_s);
    });
    look().whenCurrent(this, [&, this] { seen << look().text(); });
    auto gone = std::make_unique<QObject>(); // such as a window that was closed meanwhile
    look().whenCurrent(gone.get(), [&] { seen << u"of nobody"_s; });
    gone.reset();
    look().leaveAlone(doubled); // has nobody go on with the text before
    QVERIFY(seen.isEmpty());
    held.reset();
    QTRY_COMPARE(seen, (QStringList{u"More before. One the the cat.\n"_s, u"And More before. One the the cat.\n"_s}));
}

void TestLastLookWindow::leavesAloneForGood()
{
    writeAndLook(u"One the the cat.\n\nTwo today.\n"_s, {u"doubled-word"_s, u"ageing-word"_s});
    openList();
    QTest::keyClick(&list()->list(), Qt::Key_Down);
    QTest::mouseClick(button(u"Not here"_s), Qt::LeftButton);
    QCOMPARE(rules(), QStringList{u"doubled-word"_s});
    QTRY_COMPARE(session().shelf().settings().notHere.size(), size_t(1));
    QCOMPARE(session().shelf().settings().notHere.front().rule, u"ageing-word"_s);
    editor().setFocus();
    QTest::keyClicks(&editor(), u"More. "_s);
    const QSignalSpy looked(&look(), &QuietLook::looked);
    QTRY_VERIFY(!looked.isEmpty());
    QTRY_COMPARE(rules(), QStringList{u"doubled-word"_s});

    QPushButton *notHere = button(u"Not here"_s);
    notHere->setFocus();
    while (list()->model().rowCount() > 0) {
        QVERIFY(notHere->hasFocus());
        QTest::keyClick(notHere, Qt::Key_Space);
    }
    QVERIFY(list()->list().hasFocus()); // the button has gone
}

void TestLastLookWindow::takesNotHereBack()
{
    writeAndLook(u"One the the cat.\n\nTwo today.\n"_s, {u"doubled-word"_s, u"ageing-word"_s});
    openList();
    QVERIFY(!button(u"1 left alone"_s));
    QTest::keyClick(&list()->list(), Qt::Key_Down);
    QTest::mouseClick(button(u"Not here"_s), Qt::LeftButton);
    QTRY_COMPARE(session().shelf().settings().notHere.size(), size_t(1));
    QTest::mouseClick(button(u"1 left alone"_s), Qt::LeftButton);
    QCOMPARE(list()->model().rowCount(), 1);
    QVERIFY(list()->model().index(0).data().toString().contains(u"today"_s));
    QVERIFY(!button(u"Not here"_s));
    QVERIFY(button(u"Back to the others"_s));
    editor().setCursorOffset(0);
    QTest::keyClick(&list()->list(), Qt::Key_Return); // leads there, too
    QTRY_COMPARE(selected(), u"today"_s);
    QPushButton *here = button(u"Look at it after all"_s);
    here->setFocus();
    QTest::keyClick(here, Qt::Key_Space);
    QVERIFY(list()->list().hasFocus());                                    // the button has gone
    QCOMPARE(rules(), QStringList({u"doubled-word"_s, u"ageing-word"_s})); // in the order of the text
    QCOMPARE(list()->model().rowCount(), 3);
    QVERIFY(button(u"Not here"_s));
    QTRY_VERIFY(session().shelf().settings().notHere.empty());
    const QSignalSpy looked(&look(), &QuietLook::looked);
    QTRY_VERIFY(!looked.isEmpty());
    QCOMPARE(rules(), QStringList({u"doubled-word"_s, u"ageing-word"_s}));
}

void TestLastLookWindow::namesPeople()
{
    QTRY_COMPARE(look().findings().size(), size_t(1));
    writeAndLook(u"Thanks to Sam.\n"_s, {});
    openList();
    QTRY_COMPARE(list()->model().rowCount(), 2);
    QCOMPARE(list()->model().index(0).data().toString(), u"Sam is named, for the first time."_s);
}

void TestLastLookWindow::namesNobodyOncePublishIsClosed()
{
    writeAndLook(u"Thanks to Sam.\n"_s, {});
    const auto isNamed = [this] {
        return std::ranges::contains(look().findings(), LookRule::Person, &LookFinding::rule);
    };
    window().actions().publish->trigger();
    PublishDialog *dialog = nullptr;
    QTRY_VERIFY(dialog = window().findChild<PublishDialog *>());
    QTRY_VERIFY(isNamed());
    dialog->reject();
    QTRY_VERIFY(!isNamed());
    QTest::keyClicks(&editor(), u"More. "_s);
    const QSignalSpy looked(&look(), &QuietLook::looked);
    QTRY_VERIFY(!looked.isEmpty());
    QVERIFY(!isNamed());
}

void TestLastLookWindow::hearsOfTheTitle()
{
    QTRY_COMPARE(rules(), QStringList());
    NoteFields fields = session().draft()->fields();
    fields.title.clear();
    window().notePane().setFields(fields);
    QTRY_COMPARE(rules(), QStringList{u"title"_s});
}

void TestLastLookWindow::anotherNoteHasOthers()
{
    writeAndLook(u"One the the cat.\n"_s, {u"doubled-word"_s});
    openList();
    session().startNote(session().week().previous());
    QTRY_VERIFY(session().draft() && session().draft()->text().isEmpty());
    QTRY_VERIFY(!rules().contains(u"doubled-word"_s));
    QTRY_VERIFY(!look().findings().empty());
    QVERIFY(!rules().contains(u"doubled-word"_s));
}

void TestLastLookWindow::escapeClosesIt()
{
    writeAndLook(u"One the the cat.\n"_s, {u"doubled-word"_s});
    openList();
    QTest::keyClick(&list()->list(), Qt::Key_Escape);
    QVERIFY(!list()->isVisible());
    QVERIFY(editor().hasFocus());
    QVERIFY(!window().actions().lastLook->isChecked());
}

void TestLastLookWindow::theListIsAModel()
{
    LastLookModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const LookFinding title{.rule = LookRule::Title};
    const LookFinding words{.rule = LookRule::DoubledWord, .range = {8, 15}, .words = u"the"_s, .key = u"a"_s};
    model.setFindings({title, words}, u"a\nb\n\nOn the the."_s);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1).data(LastLookModel::PlaceRole).toString(), u"Line 4"_s);
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"“the” stands there twice. Line 4"_s);
    QVERIFY(!model.index(0).data(Qt::AccessibleTextRole).toString().isEmpty());
    model.setFindings({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestLastLookWindow::theListShowsWholeRows()
{
    std::vector<LookFinding> findings;
    for (int i = 0; i < 6; ++i) {
        findings.emplace_back().rule = LookRule::DoubledWord;
        findings.back().range = {i, i + 1};
        findings.back().words = u"words "_s.repeated(i * 3);
    }
    LastLookList shown;
    shown.setMostRows(3);
    shown.setFindings(findings, u"0123456789"_s);
    shown.resize(300, 600);
    shown.show();
    QVERIFY(QTest::qWaitForWindowExposed(&shown));
    const auto isWhole = [&shown] {
        int height = 0;
        for (int row = 0; row < 6 && height < shown.list().height(); ++row)
            height += shown.list().sizeHintForRow(row);
        return height == shown.list().height();
    };
    QTRY_VERIFY(isWhole());
    const int narrow = shown.list().height();
    shown.resize(1500, 600);
    QTRY_VERIFY(isWhole() && shown.list().height() > 0);
    QCOMPARE_LE(shown.list().height(), 3 * shown.list().sizeHintForRow(0));
    QVERIFY(narrow > 0);
}

void TestLastLookWindow::theListKeepsItsChoice()
{
    LastLookList shown;
    const LookFinding title{.rule = LookRule::Title};
    LookFinding words{.rule = LookRule::DoubledWord, .range = {2, 9}, .words = u"the"_s, .key = u"a"_s};
    words.fix = {{{5, 9}, {}}};
    shown.setFindings({title, words}, u"a the the b"_s);
    shown.choose(words);
    QCOMPARE(shown.list().currentIndex().row(), 1);
    LookFinding moved = words;
    moved.range = {4, 11};
    shown.setFindings({moved}, u"  a the the b"_s);
    QCOMPARE(shown.list().currentIndex().row(), 0);
    QSignalSpy wanted(&shown, &LastLookList::fixWanted);
    auto *fix = shown.findChildren<QPushButton *>().front();
    QVERIFY(fix->isEnabled());
    fix->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().value<LookFinding>().range, moved.range);
    shown.setWritable(false);
    QVERIFY(!fix->isEnabled());
}

QTEST_MAIN(TestLastLookWindow)
#include "tst_lastlookwindow.moc"
