// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of text and preview where the pointer is.
#include "app/editactions.h"
#include "app/previewpane.h"
#include "app/windowactions.h"
#include "gui/writingtest.h"
#include "preview/previewview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QMenu>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestTextMenus : public TestData::WritingTest
{
    Q_OBJECT

public:
    /// As the program for web addresses, where a test wants one: this platform has none.
    Q_INVOKABLE void open(const QUrl &target) { m_opened << target; }

private Q_SLOTS:
    void init()
    {
        begin();
        QApplication::clipboard()->clear();
    }
    void cleanup()
    {
        closeMenu();
        QDesktopServices::unsetUrlHandler(u"https"_s);
        end();
    }

    void theTextOffersWhatTheEditMenuDoes();
    void onlyWhatIsPossibleIsOffered();
    void aTextToReadIsCopied();
    void thePageIsCopied();
    void aLinkIsOpenedAndCopied();

private:
    [[nodiscard]] const WindowActions &actions() { return window().actions(); }
    [[nodiscard]] PreviewView &page() { return window().previewPane().view(); }
    [[nodiscard]] static QMenu *menu() { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    static void ask(QWidget *viewport, const QPoint &place)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, viewport->mapToGlobal(place));
        QApplication::sendEvent(viewport, &event);
        QTRY_VERIFY(menu());
    }
    void askAtCursor() { ask(editor().viewport(), editor().cursorRect().center()); }
    void closeMenu()
    {
        if (QMenu *open = menu())
            open->close();
        QTRY_VERIFY(!menu());
    }
    /// The words of its lines, without mnemonics and keys; "-" for a separator.
    [[nodiscard]] static QStringList lines(const QMenu &menu)
    {
        QStringList lines;
        for (const QAction *action : menu.actions())
            lines << (action->isSeparator() ? u"-"_s : action->text().remove(u'&').section(u'\t', 0, 0));
        return lines;
    }

    QList<QUrl> m_opened;
};

void TestTextMenus::theTextOffersWhatTheEditMenuDoes()
{
    askAtCursor();
    const QList<QAction *> offered = menu()->actions();
    const QStringList expected{
        u"Undo"_s,       u"Redo"_s, u"-"_s,    u"Cut"_s,    u"Copy"_s, u"Paste"_s,       u"Paste as plain text"_s,
        u"Select all"_s, u"-"_s,    u"Bold"_s, u"Italic"_s, u"Code"_s, u"Insert link"_s, u"Format"_s};
    QCOMPARE(lines(*menu()), expected);
    QCOMPARE(lines(*actions().edit).first(expected.size()), expected);
    QStringList mnemonics;
    for (const QAction *action : offered) {
        if (!action->isSeparator())
            mnemonics << action->text().section(u'&', 1).first(1).toLower();
    }
    QCOMPARE(mnemonics.removeDuplicates(), 0);
    closeMenu();
    editor().setCursorOffset(1);
    askAtCursor();
    menu()->setActiveAction(actions().strong);
    QTest::keyClick(menu(), Qt::Key_Return);
    QCOMPARE(editor().markdown(), u"**One** good week."_s);
}

void TestTextMenus::onlyWhatIsPossibleIsOffered()
{
    const auto possible = [this](std::initializer_list<const QAction *> all) {
        return std::ranges::all_of(all, &QAction::isEnabled);
    };
    editor().setMarkdown(u"Words"_s);
    askAtCursor();
    QVERIFY(possible({actions().selectAll, actions().strong}));
    for (const QAction *each :
         {actions().undo, actions().redo, actions().cut, actions().copy, actions().paste, actions().pastePlain})
        QVERIFY2(!each->isEnabled(), qPrintable(each->text()));
    closeMenu();
    QVERIFY(actions().pastePlain->isEnabled()); // its key works, whatever the clipboard held

    QTest::keyClicks(&editor(), u"More"_s);
    editor().selectAll();
    QApplication::clipboard()->setText(u"x"_s);
    askAtCursor();
    QVERIFY(possible({actions().undo, actions().cut, actions().copy, actions().paste, actions().pastePlain}));
    QVERIFY(!actions().redo->isEnabled());
    closeMenu();
    editor().undo();
    Q_EMIT actions().edit->aboutToShow();
    QVERIFY(possible({actions().redo}));
    editor().setMarkdown({});
    Q_EMIT actions().edit->aboutToShow();
    QVERIFY(!actions().selectAll->isEnabled());
}

void TestTextMenus::aTextToReadIsCopied()
{
    editor().findChild<EditActions *>()->setPossible(true, false);
    askAtCursor();
    QCOMPARE(lines(*menu()), QStringList({u"Copy"_s, u"Select all"_s}));
    QVERIFY(!actions().copy->isEnabled());
    closeMenu();
    QVERIFY(!actions().strong->isEnabled() && !actions().format->isEnabled() && !actions().pastePlain->isEnabled());
}

void TestTextMenus::thePageIsCopied()
{
    ask(page().viewport(), QPoint(2, 2));
    QCOMPARE(lines(*menu()), QStringList({u"Copy"_s, u"Select all"_s, u"-"_s, u"Find…"_s}));
    QVERIFY(!menu()->actions().constFirst()->isEnabled());
    menu()->actions().at(1)->trigger();
    closeMenu();
    QVERIFY(page().textCursor().selectedText().contains(u"One good week."_s));
    QVERIFY(!editor().textCursor().hasSelection());
    ask(page().viewport(), QPoint(2, 2));
    menu()->actions().constFirst()->trigger();
    QVERIFY(QApplication::clipboard()->text().contains(u"One good week."_s));
}

void TestTextMenus::aLinkIsOpenedAndCopied()
{
    editor().replaceAll(u"[Linked](https://example.org/a%20b) and a note[^1]\n\n[^1]: Its words."_s);
    const auto askAt = [this](const QString &words) {
        const QTextCursor found = page().document()->find(words);
        QVERIFY(!found.isNull());
        QTextCursor at(page().document());
        at.setPosition(found.selectionEnd());
        ask(page().viewport(), page().cursorRect(at).center() - QPoint(3, 0));
    };
    askAt(u"Linked"_s);
    QCOMPARE(lines(*menu()).first(3), QStringList({u"Open the link"_s, u"Copy the link’s address"_s, u"-"_s}));
    QDesktopServices::setUrlHandler(u"https"_s, this, "open");
    menu()->actions().at(0)->trigger();
    QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.org/a%20b"_s)});
    menu()->actions().at(1)->trigger();
    QCOMPARE(QApplication::clipboard()->text(), u"https://example.org/a%20b"_s);
    closeMenu();
    editor().setCursorOffset(3);
    askAtCursor();
    QCOMPARE(lines(*menu()).first(3), QStringList({u"Open the link"_s, u"Copy the link’s address"_s, u"-"_s}));
    menu()->actions().at(0)->trigger();
    QCOMPARE(m_opened.size(), 2);
    closeMenu();
    askAt(u"a note1"_s); // the number of the footnote
    QCOMPARE(lines(*menu()).constFirst(), u"Copy"_s);
}

QTEST_MAIN(TestTextMenus)
#include "tst_textmenus.moc"
