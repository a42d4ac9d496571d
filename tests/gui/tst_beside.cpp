// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/besidecard.h"
#include "app/besidepane.h"
#include "app/besidereader.h"
#include "app/previewpane.h"
#include "app/translators.h"
#include "gui/writingtest.h"
#include "preview/previewview.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// What stands beside the draft, in the real window.
class TestBeside : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        installTranslators(*qApp);
    }
    void init()
    {
        WritingTest::begin();
        draft = session().draft()->noteId();
        window().resize(1280, 800);
    }
    void cleanup() { end(); }
    void takesThePlaceOfThePreview();
    void isRemembered();
    void isQuietWithoutAnythingBefore();
    void showsWhatCameBefore();
    void staysWhileOneTypes();
    void findsTheLastMention();
    void readsACardAndComesBack();
    void opensANote();
    void noCardIsCut();
    void readsRightToLeft();

private:
    [[nodiscard]] BesidePane &pane() { return window().besidePane(); }
    [[nodiscard]] QStringList titles()
    {
        QStringList all;
        for (const BesideCard *card : pane().cards())
            all << card->accessibleName();
        return all;
    }
    void toggle() { QTest::keyClick(&editor(), Qt::Key_3, Qt::ControlModifier); }
    void addNote(const QString &title, QDate monday, const QString &text)
    {
        NoteFields fields;
        fields.title = title;
        fields.covers = Period{monday, monday.addDays(6)};
        const auto added = session().notebook().addNote(fields, text);
        QTRY_VERIFY(added.isFinished());
        QVERIFY(added.result());
        QTRY_VERIFY(session().shelf().note(added.result()->id));
    }
    /// Last week, the year before, and long ago; the draft is of 16 November 2026.
    void addNotes()
    {
        addNote(u"Last"_s, QDate(2026, 11, 9), u"We met Priya. It was late.\n\n- [ ] ask about R&D\n- [x] done\n"_s);
        addNote(u"Year"_s, QDate(2025, 11, 10), u"A year ago Priya said so. And #tea came."_s);
        addNote(u"Old"_s, QDate(2024, 11, 18), u"Nobody."_s);
        addNote(u"Next"_s, QDate(2026, 11, 23), u"Priya will come."_s);
        session().showNote(draft);
        QTRY_COMPARE(session().draft()->noteId(), draft);
        editor().setFocus();
    }

    NoteId draft;
};

void TestBeside::takesThePlaceOfThePreview()
{
    QVERIFY(!pane().isVisible() && window().previewPane().isVisible());
    toggle();
    QVERIFY(pane().isVisible() && !window().previewPane().isVisible());
    QVERIFY(editor().hasFocus());
    QTest::keyClick(&editor(), Qt::Key_2, Qt::ControlModifier); // and back
    QVERIFY(!pane().isVisible() && window().previewPane().isVisible());
    QVERIFY(!window().actions().beside->isChecked());
    toggle();
    toggle();
    QVERIFY(!pane().isVisible() && window().previewPane().isVisible());
    window().resize(1700, 900);
    toggle();
    QVERIFY(pane().isVisible() && window().previewPane().isVisible());
    QTest::keyClick(&editor(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(pane().isVisible() && !window().previewPane().isVisible());
    window().resize(900, 700);
    QVERIFY(!pane().isVisible());
    toggle(); // by hand nonetheless
    QVERIFY(pane().isVisible());
    window().actions().focus->trigger();
    QVERIFY(!pane().isVisible());
}

void TestBeside::isRemembered()
{
    toggle();
    m_desk->close();
    m_desk->open();
    QTRY_VERIFY(session().draft());
    QVERIFY(window().actions().beside->isChecked());
    QVERIFY(pane().isVisible());
}

void TestBeside::isQuietWithoutAnythingBefore()
{
    toggle();
    QTRY_VERIFY(pane().cards().isEmpty());
    QVERIFY(pane().headings().isEmpty());
    const auto labels = pane().findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(u"Nothing was written before"_s);
    }));
}

void TestBeside::showsWhatCameBefore()
{
    toggle();
    addNotes();
    QTRY_COMPARE(pane().headings(), QStringList({u"The week before"_s, u"This week in earlier years"_s}));
    QCOMPARE(titles(), QStringList({u"Last, Week 46 · 9 – 15 Nov 2026"_s, u"Year, Week 46 · 10 – 16 Nov 2025"_s,
                                    u"Old, Week 47 · 18 – 24 Nov 2024"_s}));
    QTRY_VERIFY(pane().cards()[0]->accessibleDescription().contains(u"ask about R&D"_s)); // its open end
    QVERIFY(!pane().cards()[0]->accessibleDescription().contains(u"○ done"_s));
    QTRY_COMPARE(pane().cards()[2]->words(), u"Nobody."_s);
}

void TestBeside::staysWhileOneTypes()
{
    toggle();
    addNotes();
    QTRY_COMPARE(pane().cards().size(), 3);
    const BesideCard *card = pane().cards().front();
    write(u"nothing with a capital"_s);
    QCoreApplication::processEvents();
    QCOMPARE(pane().cards().front(), card); // a save makes no new cards
}

void TestBeside::findsTheLastMention()
{
    toggle();
    addNotes();
    write(u"So Priya came"_s);
    QTextCursor cursor = editor().textCursor();
    cursor.setPosition(5);
    editor().setTextCursor(cursor);
    QTRY_COMPARE(pane().headings().value(0), u"Last mention of “Priya”"_s);
    QTRY_COMPARE(pane().cards().size(), 5); // two of them, none of next week
    QCOMPARE(pane().cards()[0]->words(), u"We met <b>Priya</b>."_s);
    QCOMPARE(pane().cards()[1]->words(), u"A year ago <b>Priya</b> said so."_s);
    write(u"and #tea"_s);
    QTRY_COMPARE(pane().headings().value(0), u"Last mention of “#tea”"_s);
    QTRY_COMPARE(pane().cards().size(), 4);
    QCOMPARE(pane().cards()[0]->words(), u"And <b>#tea</b> came."_s);
    write(u"then Zebra"_s); // nowhere
    QTRY_COMPARE(pane().headings().size(), 2);
}

void TestBeside::readsACardAndComesBack()
{
    toggle();
    addNotes();
    QTRY_COMPARE(pane().cards().size(), 3);
    BesideCard *card = pane().cards()[1];
    QVERIFY(card->focusPolicy() & Qt::TabFocus);
    card->setFocus();
    QTest::keyClick(card, Qt::Key_Return);
    QTRY_VERIFY(pane().reader());
    PreviewView &view = pane().reader()->view();
    QTRY_VERIFY(view.toPlainText().contains(u"A year ago Priya said so."_s));
    QVERIFY(view.toPlainText().contains(u"Year"_s));
    QVERIFY(view.hasFocus());
    QCOMPARE(session().draft()->noteId(), draft); // which stays
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(!pane().reader());
    QVERIFY(card->hasFocus());
}

void TestBeside::opensANote()
{
    toggle();
    addNotes();
    QTRY_COMPARE(pane().cards().size(), 3);
    const NoteId last = pane().cards()[0]->note();
    QTest::mouseClick(pane().cards()[0], Qt::LeftButton);
    QTRY_VERIFY(pane().reader());
    for (auto *button : pane().reader()->findChildren<QToolButton *>()) {
        if (button->text() == "Open this note"_L1)
            button->click();
    }
    QTRY_COMPARE(session().draft()->noteId(), last);
    QVERIFY(!pane().reader());
    QTRY_COMPARE(titles().front(), u"Year, Week 46 · 10 – 16 Nov 2025"_s); // beside that one now
}

void TestBeside::noCardIsCut()
{
    toggle();
    const QString text = QString(u"many words of which some will not fit "_s).repeated(10);
    for (int year = 2010; year < 2026; ++year)
        addNote(u"In %1"_s.arg(year), Week::fromIso(year, 47)->days().first, text);
    QTRY_COMPARE(pane().cards().size(), 17); // the last of them stands before it, too
    QTRY_VERIFY(!pane().cards().back()->words().isEmpty());
    const auto *bar = pane().findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(bar->isVisible());
    const auto standsWhole = [&] {
        int bottom = 0;
        return std::ranges::all_of(pane().cards(), [&](const BesideCard *card) {
            const int top = card->mapTo(&pane(), QPoint()).y();
            const bool below = top >= bottom;
            bottom = top + card->height();
            return below && card->height() > 80 && card->width() <= pane().width() - bar->width();
        });
    };
    QTRY_VERIFY(standsWhole());
}

void TestBeside::readsRightToLeft()
{
    window().setLayoutDirection(Qt::RightToLeft);
    toggle();
    addNotes();
    QTRY_COMPARE(pane().cards().size(), 3);
    QVERIFY(pane().mapTo(&window(), QPoint()).x() < editor().mapTo(&window(), QPoint()).x());
    QTRY_COMPARE(pane().cards()[2]->words(), u"Nobody."_s);
    const auto inkedEdge = [](QWidget &widget) { // where the words begin, from the left
        const QImage picture = widget.grab().toImage();
        for (int x = 0; x < picture.width(); ++x) {
            for (int y = 0; y < picture.height(); ++y) {
                if (picture.pixel(x, y) != picture.pixel(0, 0))
                    return x;
            }
        }
        return picture.width();
    };
    BesideCard &card = *pane().cards()[2]; // of few words
    QVERIFY(inkedEdge(card) > card.width() / 4);
    window().setLayoutDirection(Qt::LeftToRight);
    QTRY_VERIFY(inkedEdge(card) < card.width() / 4);
}

QTEST_MAIN(TestBeside)
#include "tst_beside.moc"
