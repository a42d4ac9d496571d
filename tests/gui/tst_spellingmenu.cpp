// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statusstrip.h"
#include "app/windowactions.h"
#include "editor/spelling.h"
#include "gui/writingtest.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// What the real window offers for misspelt words.
class TestSpellingMenu : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(QDir::homePath().contains("test-homes"_L1)); // nobody's own dictionary
        WritingTest::begin();
        editor().setLanguageSource([this] { return m_language; });
        m_language = u"en-GB"_s;
    }
    void cleanup() { end(); }

    void isOnAtFirstAndRemembered();
    void aSuggestionTakesTheWordsPlace();
    void itKeepsTheView();
    void itTakesTheTextsApostrophe();
    void theKeyOpensItAtTheCursor();
    void aRightWordHasTheUsualMenu();
    void addsTheWord();
    void takesTheWordOutAgain();
    void ignoresTheWord();
    void saysWhatDictionaryThereIs();
    void theKeysGoFromWordToWord();

private:
    [[nodiscard]] QMenu &spelling() { return *window().actions().spelling; }
    [[nodiscard]] QAction *action(const QMenu &menu, const QString &words)
    {
        for (QAction *each : menu.actions()) {
            if (each->text().remove(u'&').section(u'\t', 0, 0) == words)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] QAction *checks() { return action(spelling(), u"Check spelling"_s); }
    [[nodiscard]] int marks() { return editor().spelling().marks().size(); }
    /// Shows `text`, and waits until `count` of its words are marked.
    void show(const QString &text, int count)
    {
        editor().setMarkdown(text);
        QTRY_COMPARE(marks(), count);
    }
    [[nodiscard]] QMenu *openMenu() { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    /// The menu of a click on the character at `offset`.
    void click(int offset)
    {
        QTextCursor at(editor().document());
        at.setPosition(offset);
        const QPoint place = editor().cursorRect(at).center();
        QWidget *viewport = editor().viewport();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, viewport->mapToGlobal(place));
        QApplication::sendEvent(viewport, &event);
        QTRY_VERIFY(openMenu());
    }
    void choose(const QString &words)
    {
        QMenu *menu = openMenu();
        QVERIFY(menu);
        QAction *chosen = action(*menu, words);
        QVERIFY2(chosen, qPrintable(words));
        QVERIFY(chosen->isEnabled());
        chosen->trigger();
        menu->close();
        QTRY_VERIFY(!openMenu());
    }
    [[nodiscard]] bool stripSays(const QString &words)
    {
        const auto labels = window().findChild<StatusStrip *>()->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel *label) { return label->isVisible() && label->text() == words; });
    }

    QString m_language;
};

void TestSpellingMenu::isOnAtFirstAndRemembered()
{
    QVERIFY(checks()->isChecked());
    show(u"Teh week"_s, 1);
    checks()->trigger();
    QCOMPARE(marks(), 0);
    end();
    m_desk = std::make_unique<TestData::Desk>(); // with settings of its own
    m_desk->settings().setChecksSpelling(false);
    m_desk->open();
    QVERIFY(!checks()->isChecked());
    QVERIFY(!editor().spelling().isOn());
    checks()->trigger();
    QVERIFY(m_desk->settings().checksSpelling());
}

void TestSpellingMenu::aSuggestionTakesTheWordsPlace()
{
    show(u"One teh week"_s, 1);
    editor().setCursorOffset(12);
    click(5);
    const QList<QAction *> actions = openMenu()->actions();
    QVERIFY(actions.size() > 5);
    for (int i = 0; i < 5; ++i)
        QVERIFY(actions[i]->font().bold());
    QVERIFY(actions[5]->isSeparator());
    QVERIFY(action(*openMenu(), u"Select all"_s));
    choose(u"the"_s);
    QCOMPARE(editor().markdown(), u"One the week"_s);
    QCOMPARE(editor().cursorOffset(), 12);
    QTRY_COMPARE(marks(), 0);
    editor().undo();
    QCOMPARE(editor().markdown(), u"One teh week"_s);
    QVERIFY(!editor().document()->isUndoAvailable());
}

void TestSpellingMenu::itKeepsTheView()
{
    show(u"Fine.\n\n"_s.repeated(100) + u"teh\n\n"_s, 0);
    editor().scrollTo(editor().topOfLine(700) - 100);
    QTRY_COMPARE(marks(), 1);
    const int scrolled = editor().verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    click(701);
    choose(u"the"_s);
    QVERIFY(editor().markdown().contains(u"the"_s));
    QCOMPARE(editor().verticalScrollBar()->value(), scrolled);
}

void TestSpellingMenu::itTakesTheTextsApostrophe()
{
    for (const QString &apostrophe : {u"'"_s, u"’"_s}) {
        show(u"Weve doen’t"_s.replace(u"’"_s, apostrophe), 2);
        click(7);
        QAction *better = openMenu()->actions().value(0);
        QVERIFY(better->text().contains(u'\'') || better->text().contains(u'’'));
        better->trigger();
        openMenu()->close();
        QVERIFY2(editor().markdown().contains(apostrophe), qPrintable(editor().markdown()));
        QTRY_VERIFY(!openMenu());
    }
}

void TestSpellingMenu::theKeyOpensItAtTheCursor()
{
    show(u"One teh week"_s, 1);
    editor().setCursorOffset(7); // behind the word
    QTest::keyClick(&editor(), Qt::Key_F10, Qt::ShiftModifier);
    QTRY_VERIFY(openMenu());
    const QPoint caret = editor().viewport()->mapToGlobal(editor().cursorRect().bottomLeft());
    QVERIFY((openMenu()->pos() - caret).manhattanLength() < 40);
    QVERIFY(action(*openMenu(), u"the"_s));
    openMenu()->close();
    QTRY_VERIFY(!openMenu());
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(&editor(), &event);
    QTRY_VERIFY(openMenu());
    choose(u"the"_s);
    QCOMPARE(editor().markdown(), u"One the week"_s);
}

void TestSpellingMenu::aRightWordHasTheUsualMenu()
{
    show(u"One teh week"_s, 1);
    click(1);
    QVERIFY(action(*openMenu(), u"Select all"_s));
    QVERIFY(!action(*openMenu(), u"the"_s));
    QVERIFY(!openMenu()->actions().constFirst()->font().bold());
    openMenu()->close();
}

void TestSpellingMenu::addsTheWord()
{
    const QString file = QDir::home().filePath(u".hunspell_en_GB"_s);
    QFile::remove(file);
    show(u"One Frumbleby week, wrod"_s, 2);
    click(6);
    choose(u"Add “Frumbleby” to the dictionary"_s);
    QTRY_COMPARE(marks(), 1);
    QVERIFY(QFile::exists(file));
    QFile::remove(file);

    show(u"One Grumbleby week, wrod"_s, 2);
    QVERIFY(QDir().mkdir(file)); // where no file can be
    click(6);
    choose(u"Add “Grumbleby” to the dictionary"_s);
    QTRY_VERIFY(stripSays(u"“Grumbleby” could not be written to your dictionary."_s));
    QVERIFY(QDir().rmdir(file));
}

void TestSpellingMenu::takesTheWordOutAgain()
{
    QFile file(QDir::home().filePath(u".hunspell_en_GB"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("plumbleby\nfrumbleby\nbumble/word\n");
    file.close();
    end();
    init(); // a window that opens reads it, and one that is open may have read what was there before
    show(u"One Frumbleby week, wrod"_s, 1);
    click(1); // a word that everybody has
    QVERIFY(!openMenu()->actions().constFirst()->text().contains(u"dictionary"_s));
    openMenu()->close();
    QTRY_VERIFY(!openMenu());
    click(6);
    choose(u"Remove “frumbleby” from the dictionary"_s);
    QTRY_COMPARE(marks(), 2);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("plumbleby\nbumble/word\n"));
    file.close();
    click(6);
    QVERIFY(action(*openMenu(), u"Add “Frumbleby” to the dictionary"_s));
    openMenu()->close();
    QTRY_VERIFY(!openMenu());

    show(u"One plumbleby week, wrod"_s, 1);
    click(6);
    QFile::remove(file.fileName());
    QVERIFY(QDir().mkdir(file.fileName())); // where no file can be
    choose(u"Remove “plumbleby” from the dictionary"_s);
    QTRY_VERIFY(stripSays(u"“plumbleby” could not be taken out of your dictionary."_s));
    QVERIFY(QDir().rmdir(file.fileName()));
}

void TestSpellingMenu::ignoresTheWord()
{
    show(u"One Drumbleby week, wrod"_s, 2);
    click(6);
    choose(u"Ignore “Drumbleby” until you quit"_s);
    QTRY_COMPARE(marks(), 1);
    QVERIFY(!QFile::exists(QDir::home().filePath(u".hunspell_en_GB"_s)));
}

void TestSpellingMenu::saysWhatDictionaryThereIs()
{
    show(u"One teh week"_s, 1);
    Q_EMIT spelling().aboutToShow();
    const QList<QAction *> lines = spelling().actions();
    const QAction *says = lines[lines.size() - 2];
    QTRY_COMPARE(says->text(), u"Dictionary: British English"_s);
    QVERIFY(!says->isEnabled());
    QCOMPARE(lines.constLast()->text(), u"Packages called hunspell-… bring other languages"_s);
    QVERIFY(!lines.constLast()->isEnabled());
    m_language = u"vo"_s;
    editor().viewport()->update();
    QTRY_COMPARE(marks(), 0);
    const QString none = u"No dictionary for Volapük is installed."_s;
    const QString whence = u"A package such as hunspell-vo brings one."_s;
    Q_EMIT spelling().aboutToShow();
    QTRY_COMPARE(says->text(), none);
    QCOMPARE(lines.constLast()->text(), whence);
    click(5);
    QVERIFY(action(*openMenu(), none) && !action(*openMenu(), none)->isEnabled());
    QVERIFY(action(*openMenu(), whence) && !action(*openMenu(), whence)->isEnabled());
    openMenu()->close();
    QTRY_VERIFY(!openMenu());
    QTest::keyClick(&window(), Qt::Key_F7);
    QTRY_VERIFY(stripSays(none + u' ' + whence));
}

void TestSpellingMenu::theKeysGoFromWordToWord()
{
    show(u"Teh week.\n\nAnd mroe."_s, 2);
    const auto selects = [this](const QString &word) { return editor().textCursor().selectedText() == word; };
    QTest::keyClick(&window(), Qt::Key_F7);
    QTRY_VERIFY(selects(u"Teh"_s));
    QTest::keyClick(&window(), Qt::Key_F7);
    QTRY_VERIFY(selects(u"mroe"_s));
    QTest::keyClick(&window(), Qt::Key_F7, Qt::ShiftModifier);
    QTRY_VERIFY(selects(u"Teh"_s));
    show(u"The week."_s, 0);
    QTest::keyClick(&window(), Qt::Key_F7);
    QTRY_VERIFY(stripSays(u"No misspelt words."_s));
}

QTEST_MAIN(TestSpellingMenu)
#include "tst_spellingmenu.moc"
