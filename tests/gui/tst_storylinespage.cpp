// SPDX-License-Identifier: GPL-3.0-or-later
// A word, tag or phrase through the weeks, in the real window.
#include "app/lookback.h"
#include "app/notepane.h"
#include "app/passagereader.h"
#include "app/storylinelist.h"
#include "app/storylinespage.h"
#include "app/timelinepane.h"
#include "editor/markdownedit.h"
#include "find/matchesinview.h"
#include "gui/windowfixture.h"
#include "timeline/yearstrip.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTextBlock>

#include <tuple>

using namespace Weeknotes;
using namespace Weeknotes::TestData;
using namespace Qt::StringLiterals;

class StorylinesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_desk->open();
        QTRY_VERIFY(session().isOpen());
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        addNote(0, u"The printer broke.\n\nNothing else."_s, {u"cloud"_s});
        addNote(1, u"A quiet week."_s);
        addNote(2, u"- the *printer* again\n- the queue\n\n<!-- private\nprinter\n-->"_s, {u"cloud"_s});
        addNote(3, u"Words."_s);
        QTRY_COMPARE(session().shelf().notes().size(), size_t(4));
        window().actions().lookBack->trigger();
        window().lookBack()->tabs().setCurrentIndex(1);
        QVERIFY(page());
        QTRY_COMPARE(rows(), (QStringList{u"What comes back"_s, u"#cloud"_s}));
    }
    void cleanup()
    {
        m_desk->close();
        m_desk.reset();
    }

    void whatIsTypedIsFollowed()
    {
        type(u"the printer"_s);
        QTRY_VERIFY(text().contains(u"the printer again"_s));
        QCOMPARE(page()->years().dots().size(), 2);
        QVERIFY(text().contains(u"The printer broke."_s));
        QVERIFY(!text().contains(u"Nothing else."_s));
        QVERIFY(!text().contains(u"queue"_s));
        QVERIFY(text().contains(u"longest gap: 1 week(s)"_s));
        QTRY_COMPARE(page()->reader().view().found().list().size(), 2); // the title is not marked
        QVERIFY(text().indexOf(u"again"_s) < text().indexOf(u"broke"_s));
    }

    void theTimelineWearsTheDotsMeanwhile()
    {
        YearStrip &beside = window().timelinePane().years();
        type(u"printer"_s);
        QTRY_COMPARE(beside.dots().size(), 2);
        QVERIFY(std::ranges::any_of(beside.rows().front().cells, [&](const YearCell &cell) {
            return beside.cellText(cell).endsWith(u"the storyline runs here"_s);
        }));
        window().lookBack()->tabs().setCurrentIndex(0);
        QVERIFY(beside.dots().isEmpty());
        window().lookBack()->tabs().setCurrentIndex(1);
        QCOMPARE(beside.dots().size(), 2);
        window().actions().lookBack->trigger();
        QVERIFY(beside.dots().isEmpty());
    }

    void aProposalIsFollowed()
    {
        type(u"printer"_s);
        QTRY_VERIFY(text().startsWith(u"printer"_s));
        QVERIFY(!page()->list().currentIndex().isValid());
        page()->list().setCurrentIndex(page()->list().model()->index(1, 0));
        QCOMPARE(page()->field().text(), u"#cloud"_s);
        QTRY_VERIFY(text().contains(u"#cloud"_s));
        QTRY_VERIFY(text().contains(u"The printer broke."_s)); // the first paragraph of a note with that tag
    }

    void aStorylineIsPinnedAndUnpinned()
    {
        type(u"printer"_s);
        QTRY_VERIFY(page()->pin().isEnabled());
        QTest::mouseClick(&page()->pin(), Qt::LeftButton);
        QTRY_COMPARE(rows(), (QStringList{u"Pinned"_s, u"printer"_s, u"What comes back"_s, u"#cloud"_s}));
        QCOMPARE(session().shelf().settings().storylines, QStringList{u"printer"_s});
        const QString detail = page()->list().model()->index(1, 0).data(StorylineList::DetailRole).toString();
        QVERIFY2(detail.startsWith(u"2 week(s) · Aug 2026"_s), qPrintable(detail));
        QTRY_COMPARE(page()->pin().text().remove(u'&'), u"Unpin"_s);
        QTest::mouseClick(&page()->pin(), Qt::LeftButton);
        QTRY_COMPARE(rows(), (QStringList{u"What comes back"_s, u"#cloud"_s}));
    }

    /// That of the first storyline does not come in place of one that somebody takes away.
    void anEmptiedFieldStaysEmpty()
    {
        QTest::keyClick(&page()->field(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&page()->field(), Qt::Key_Delete);
        QTRY_VERIFY(text().contains(u"Type a word"_s));
        addNote(4, u"More of it."_s, {u"queue"_s});
        addNote(5, u"And more."_s, {u"queue"_s});
        QTRY_VERIFY(rows().contains(u"#queue"_s));
        QCOMPARE(page()->field().text(), QString());
    }

    void nothingIsNotPinned()
    {
        type(u"printer"_s);
        QTRY_VERIFY(page()->pin().isEnabled());
        QTest::mouseClick(&page()->pin(), Qt::LeftButton);
        QTRY_COMPARE(session().shelf().settings().storylines, QStringList{u"printer"_s});
        QTRY_VERIFY(page()->pin().isEnabled());
        for (const QString &nothing : {QString(), u"  "_s}) {
            type(u"queue"_s);
            QTRY_VERIFY(page()->pin().isEnabled());
            QTRY_COMPARE(page()->pin().text().remove(u'&'), u"Pin"_s);
            page()->field().setText(nothing);
            page()->pin().click(); // before the page follows what was typed
            QTRY_VERIFY(!page()->pin().isEnabled());
            QTRY_VERIFY(text().contains(u"Type a word"_s));
            QCOMPARE(session().shelf().settings().storylines, QStringList{u"printer"_s});
        }
        type(u"queue"_s);
        QTRY_VERIFY(page()->pin().isEnabled());
        page()->pin().click();
        QTRY_COMPARE(session().shelf().settings().storylines, (QStringList{u"queue"_s, u"printer"_s}));
    }

    void escapeFirstLetsGoOfTheWords()
    {
        type(u"printer"_s);
        QTRY_COMPARE(page()->years().dots().size(), 2);
        QTest::keyClick(&page()->field(), Qt::Key_Escape);
        QCOMPARE(page()->field().text(), QString());
        QTRY_VERIFY(page()->years().dots().isEmpty());
        QVERIFY(window().lookBack()->isVisible());
        QTest::keyClick(&page()->field(), Qt::Key_Escape);
        QVERIFY(!window().lookBack()->isVisible());
    }

    void aWeekOfTheStripOpensItsNote()
    {
        type(u"printer"_s);
        QTRY_COMPARE(page()->years().dots().size(), 2);
        YearStrip &years = page()->years();
        const QRect cell = years.cellRect(Week::of(QDate(2026, 8, 3)));
        QTest::mouseClick(&years, Qt::LeftButton, {}, cell.center());
        QTRY_VERIFY(session().draft());
        QVERIFY(session().draft()->text().contains(u"The printer broke."_s));
        QVERIFY(!window().lookBack()->isVisible());
    }

    void aDotOpensItsNoteAtThePassage()
    {
        const QString above = u"Words and words.\n\n"_s.repeated(60) + u"<!-- private\nprinter\n-->\n\n"_s;
        addNote(5, above + u"Below, the printer again."_s);
        QTRY_COMPARE(session().shelf().notes().size(), size_t(5));
        type(u"printer"_s);
        QTRY_COMPARE(page()->years().dots().size(), 3);
        const Week week = Week::of(QDate(2026, 9, 7));
        const auto click = [&](YearStrip &years) {
            QTest::mouseClick(&years, Qt::LeftButton, {}, years.cellRect(week).center());
        };
        const auto isAtThePassage = [&] {
            const MarkdownEdit &editor = window().notePane().editor();
            return session().draft() && editor.isVisible() && editor.textCursor().selectedText() == u"printer"_s &&
                   editor.textCursor().block().text().startsWith(u"Below"_s) &&
                   editor.viewport()->rect().contains(editor.cursorRect().center());
        };
        click(page()->years());
        QTRY_VERIFY(isAtThePassage());
        window().notePane().editor().moveCursor(QTextCursor::Start);
        window().actions().lookBack->trigger();
        click(window().timelinePane().years()); // the note is open already
        QTRY_VERIFY(isAtThePassage());
        window().notePane().editor().moveCursor(QTextCursor::Start);
        window().actions().lookBack->trigger();
        const NoteId note = session().draft()->noteId();
        Q_EMIT page()->reader().view().linkActivated(QUrl(u"week:"_s + note.toString()));
        QTRY_VERIFY(isAtThePassage());
    }

    void theFieldLeadsToTheList()
    {
        type(u"printer"_s);
        QTRY_VERIFY(!page()->list().currentIndex().isValid());
        QTest::keyClick(&page()->field(), Qt::Key_Down);
        QVERIFY(page()->list().hasFocus());
        QCOMPARE(page()->field().text(), u"#cloud"_s);
    }

    void theListKeepsToTheRulesOfModels()
    {
        StorylineList list;
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setStorylines({{u"a"_s, {}, {}}}, {{u"b"_s, {}, {}}, {u"c"_s, {}, {}}});
        QCOMPARE(list.rowCount(), 5);
        QCOMPARE(list.rowOf(u"B"_s), 3);
        QCOMPARE(list.rowOf(u"Pinned"_s), -1);
        list.setStorylines({}, {});
        QCOMPARE(list.rowCount(), 0);
    }

private:
    MainWindow &window() { return m_desk->window(); }
    Session &session() { return m_desk->session(); }
    StorylinesPage *page() { return window().lookBack()->findChild<StorylinesPage *>(); }
    QString text() { return page()->reader().view().toPlainText(); }
    void type(const QString &words)
    {
        page()->field().setFocus();
        page()->field().selectAll();
        QTest::keyClicks(&page()->field(), words);
    }
    QStringList rows()
    {
        QStringList rows;
        const QAbstractItemModel *model = page()->list().model();
        for (int row = 0; row < model->rowCount(); ++row)
            rows << model->index(row, 0).data().toString();
        return rows;
    }
    void addNote(int week, const QString &markdown, const QStringList &tags = {})
    {
        NoteFields fields;
        const QDate monday = QDate(2026, 8, 3).addDays(7 * week);
        fields.covers = Period{monday, monday.addDays(6)};
        fields.title = u"Week %1"_s.arg(week);
        fields.tags = tags;
        std::ignore = session().notebook().addNote(fields, markdown);
    }

    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(StorylinesPageTest)
#include "tst_storylinespage.moc"
