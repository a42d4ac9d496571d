// SPDX-License-Identifier: GPL-3.0-or-later
// A section through time, in the real window.
#include "app/lookback.h"
#include "app/notepane.h"
#include "app/passagereader.h"
#include "app/sectionlist.h"
#include "app/sectionspage.h"
#include "editor/markdownedit.h"
#include "gui/windowfixture.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

#include <tuple>

using namespace Weeknotes;
using namespace Weeknotes::TestData;
using namespace Qt::StringLiterals;

class SectionsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_desk->open();
        QTRY_VERIFY(session().isOpen());
        addNote(0,
                u"## Reflecting on something\n\nThe printer.\n\n<!-- private\nA secret.\n-->\n\n## Tune\n\nBrass."_s);
        addNote(1, u"## Reflecting on something\n\nThe queue.\n\n## Tune\n\nStrings."_s);
        addNote(2, u"## Something I’ve learned\n\nTo wait.\n\n## Tune\n\nA choir."_s);
        addNote(3, u"## Something I’ve learned\n\nTo ask.\n\n## Tune\n\nA drum."_s);
        addNote(4, u"## Something I’ve learned\n\nTo rest."_s);
        addNote(5, u"## Something I’ve learned\n\nTo walk."_s);
        QTRY_COMPARE(session().shelf().notes().size(), size_t(6));
        window().actions().lookBack->trigger();
        QVERIFY(page());
        QTRY_COMPARE(names(), (QStringList{u"Something I’ve learned"_s, u"Tune"_s, u"Reflecting on something"_s}));
    }
    void cleanup()
    {
        m_desk->close();
        m_desk.reset();
    }

    void theChosenSectionIsReadAcrossTheWeeks()
    {
        choose(u"Tune"_s);
        QTRY_COMPARE(passages(), (QStringList{u"A drum."_s, u"A choir."_s, u"Strings."_s, u"Brass."_s}));
        page()->reader().order().setCurrentIndex(1);
        QCOMPARE(passages(), (QStringList{u"Brass."_s, u"Strings."_s, u"A choir."_s, u"A drum."_s}));
    }

    void privatePassagesAreNotThere()
    {
        choose(u"Reflecting on something"_s);
        QTRY_VERIFY(text().contains(u"The printer."_s));
        QVERIFY(!text().contains(u"secret"_s));
        press(u"Copy"_s);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"The printer."_s));
        QVERIFY(!QGuiApplication::clipboard()->text().contains(u"secret"_s));
        QVERIFY(!QGuiApplication::clipboard()->mimeData()->html().contains(u"secret"_s));
    }

    void whatIsTypedFilters()
    {
        choose(u"Tune"_s);
        QTRY_VERIFY(text().contains(u"Brass."_s));
        QTest::keyClicks(&page()->reader().filter(), u"a DRUM"_s);
        QTRY_COMPARE(passages(), QStringList{u"A drum."_s});
        QTest::keyClicks(&page()->filter(), u"learned"_s);
        QCOMPARE(names(), QStringList{u"Something I’ve learned"_s});
    }

    void whatTheListHidesStaysInView()
    {
        choose(u"Tune"_s);
        QTRY_VERIFY(text().contains(u"Brass."_s));
        QTest::keyClicks(&page()->filter(), u"learned"_s);
        QVERIFY(!page()->list().currentIndex().isValid());
        QVERIFY(text().contains(u"Brass."_s));
        page()->filter().clear();
        QCOMPARE(page()->list().currentIndex().data().toString(), u"Tune"_s);
        choose(u"Reflecting on something"_s);
        QTRY_VERIFY(text().contains(u"The printer."_s));
    }

    void aChoiceMeanwhileKeepsTheNewList()
    {
        choose(u"Tune"_s);
        QTRY_VERIFY(text().contains(u"Brass."_s));
        addNote(6, u"## Boats\n\nOne."_s);
        addNote(7, u"## Boats\n\nTwo."_s);
        QTRY_COMPARE(session().shelf().notes().size(), size_t(8));
        page()->refresh();
        choose(u"Reflecting on something"_s);
        QTRY_VERIFY(names().contains(u"Boats"_s));
        QTRY_VERIFY(text().contains(u"The printer."_s));
        QCOMPARE(page()->list().currentIndex().data().toString(), u"Reflecting on something"_s);
    }

    void theFieldLeadsToTheList()
    {
        page()->filter().setFocus();
        QTest::keyClicks(&page()->filter(), u"t"_s);
        QTest::keyClick(&page()->filter(), Qt::Key_Return);
        QCOMPARE(page()->list().currentIndex().row(), 0);
        QTRY_VERIFY(text().contains(names().first()));
        page()->filter().setText(u"tune"_s);
        QTest::keyClick(&page()->filter(), Qt::Key_Return);
        QTRY_VERIFY(text().contains(u"Brass."_s));
        page()->filter().setText(u"reflecting"_s);
        QTest::keyClick(&page()->filter(), Qt::Key_Down);
        QVERIFY(page()->list().hasFocus());
        QTRY_VERIFY(text().contains(u"The printer."_s));
        page()->filter().setText(u"thing"_s);
        QCOMPARE(names(), (QStringList{u"Something I’ve learned"_s, u"Reflecting on something"_s}));
        page()->list().setCurrentIndex(page()->list().model()->index(1, 0));
        page()->filter().setFocus();
        QTest::keyClick(&page()->filter(), Qt::Key_Down); // what is chosen stays
        QVERIFY(page()->list().hasFocus());
        QCOMPARE(page()->list().currentIndex().row(), 1);
    }

    void aRenameIsAskedAboutAndAnswered()
    {
        choose(u"Something I’ve learned"_s);
        QVERIFY(page()->question().isVisible());
        QCOMPARE(names().size(), 3); // nothing is joined by itself
        QVERIFY2(said().contains(
                     u"One was last there in Aug 2026, the other first in Aug 2026, and both say “Something”."_s),
                 qPrintable(said().join(u'\n')));
        press(u"Read them as one"_s);
        QTRY_COMPARE(names(), (QStringList{u"Something I’ve learned"_s, u"Tune"_s}));
        QTRY_COMPARE(passages(), (QStringList{u"To walk."_s, u"To rest."_s, u"To ask."_s, u"To wait."_s,
                                              u"The queue."_s, u"The printer."_s}));
        QVERIFY(page()->question().isVisible());
        press(u"Take them apart"_s);
        QTRY_COMPARE(names().size(), 3);
        QTRY_VERIFY(!page()->question().isVisible()); // it was answered
    }

    void nothingIsAskedOfALineOutOfView()
    {
        for (int week = 0; week < 6; ++week)
            addNote(week + 20, week < 3 ? u"## Garden beds\n\nA."_s : u"## Garden paths\n\nA."_s);
        QTRY_COMPARE(names().size(), 5);
        QTRY_COMPARE(renamed().size(), 1);
        choose(renamed().first());
        QVERIFY(page()->question().isVisible());
        const QStringList asked = said();
        page()->filter().setText(u"nothing like it"_s);
        QVERIFY(names().isEmpty());
        QVERIFY(!page()->question().isVisible());
        page()->refresh();
        page()->filter().clear();
        QVERIFY(page()->question().isVisible());
        QCOMPARE(said(), asked);
    }

    void whatWasJoinedCanBeTakenApartWhileSomethingIsAsked()
    {
        choose(u"Something I’ve learned"_s);
        press(u"Read them as one"_s);
        QTRY_COMPARE(names(), (QStringList{u"Something I’ve learned"_s, u"Tune"_s}));
        for (int week = 6; week < 12; ++week)
            addNote(week, u"## Something new to me\n\nA word."_s);
        QTRY_COMPARE(names().size(), 3);
        choose(u"Something I’ve learned"_s);
        QTRY_COMPARE(buttons(), (QStringList{u"Read them as one"_s, u"Not the same"_s, u"Take them apart"_s}));
        press(u"Take them apart"_s);
        QTRY_COMPARE(names().size(), 4);
    }

    void oneLineAtATimeIsAskedAbout()
    {
        for (int week = 0; week < 6; ++week)
            addNote(week + 20, week < 3 ? u"## Garden beds\n\nA."_s : u"## Garden paths\n\nA."_s);
        QTRY_COMPARE(names().size(), 5);
        QTRY_COMPARE(renamed().size(), 1);
        const QString first = renamed().first();
        choose(first);
        press(u"Not the same"_s);
        QTRY_VERIFY(renamed().size() == 1 && renamed().first() != first);
        choose(renamed().first());
        QTRY_VERIFY(page()->question().isVisible());
        press(u"Not the same"_s);
        QTRY_VERIFY(renamed().isEmpty());
    }

    void anAnswerIsRemembered()
    {
        choose(u"Something I’ve learned"_s);
        press(u"Not the same"_s);
        QTRY_VERIFY(!page()->question().isVisible());
        QCOMPARE(session().shelf().settings().sectionRenames.size(), size_t(1));
        QVERIFY(!session().shelf().settings().sectionRenames.front().same);
    }

    void theLineAboveAPassageOpensItsNote()
    {
        choose(u"Tune"_s);
        QTRY_VERIFY(text().contains(u"Brass."_s));
        PreviewView &view = page()->reader().view();
        const QTextBlock line = view.document()->find(u"A drum."_s).block().previous();
        const QUrl target(line.begin().fragment().charFormat().anchorHref());
        QCOMPARE(target.scheme(), u"week"_s);
        Q_EMIT view.linkActivated(target);
        QTRY_VERIFY(session().draft());
        QVERIFY(session().draft()->text().contains(u"A drum."_s));
        QVERIFY(!window().lookBack()->isVisible());
    }

    void thePageIsExported()
    {
        choose(u"Reflecting on something"_s);
        QTRY_VERIFY(text().contains(u"The printer."_s));
        const QSignalSpy exported(&page()->reader(), &PassageReader::exported);
        page()->reader().exportTo(m_desk->path(u"pages"_s));
        QTRY_COMPARE(exported.size(), 1);
        QFile file(exported.front().front().toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString html = QString::fromUtf8(file.readAll());
        QVERIFY(html.contains(u"The printer."_s));
        QVERIFY(html.contains(u"class=\"dateline\""_s));
        QVERIFY(!html.contains(u"secret"_s));
    }

    void aFilteredPageIsExportedAsItIsShown()
    {
        choose(u"Tune"_s);
        QTRY_VERIFY(text().contains(u"Brass."_s));
        QTest::keyClicks(&page()->reader().filter(), u"drum"_s);
        QTRY_COMPARE(passages(), QStringList{u"A drum."_s});
        const QString subtitle = text().section(u'\n', 1, 1);
        QVERIFY2(subtitle.contains(u"drum"_s), qPrintable(subtitle));
        const QSignalSpy exported(&page()->reader(), &PassageReader::exported);
        page()->reader().exportTo(m_desk->path(u"pages"_s));
        QTRY_COMPARE(exported.size(), 1);
        QFile file(exported.front().front().toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString html = QString::fromUtf8(file.readAll());
        QVERIFY2(html.contains(subtitle), qPrintable(html));
        QVERIFY(!html.contains(u"Brass."_s));
    }

    void anExportLeavesThePageOfANoteAlone()
    {
        addNote(6, u"Words."_s, u"Tune"_s);
        QTRY_COMPARE(session().shelf().notes().size(), size_t(7));
        choose(u"Tune"_s);
        QTRY_VERIFY(text().contains(u"Brass."_s));
        const QSignalSpy exported(&page()->reader(), &PassageReader::exported);
        page()->reader().exportTo(m_desk->path(u"pages"_s));
        QTRY_COMPARE(exported.size(), 1);
        QCOMPARE(exported.front().front().toString(), m_desk->path(u"pages/tune-2/index.html"_s));
    }

    void whatIsWrittenMeanwhileComesIn()
    {
        choose(u"Tune"_s);
        QTRY_COMPARE(passages().size(), 4);
        addNote(6, u"## Tune\n\nA harp."_s);
        QTRY_COMPARE(passages().size(), 5);
        QCOMPARE(passages().first(), u"A harp."_s);
    }

private:
    MainWindow &window() { return m_desk->window(); }
    Session &session() { return m_desk->session(); }
    SectionsPage *page() { return window().lookBack() ? window().lookBack()->findChild<SectionsPage *>() : nullptr; }
    QStringList names()
    {
        QStringList names;
        const QAbstractItemModel *model = page()->list().model();
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, 0).data().toString();
        return names;
    }
    void choose(const QString &name)
    {
        page()->list().setCurrentIndex(page()->list().model()->index(int(names().indexOf(name)), 0));
    }
    /// Lines that something is asked of.
    QStringList renamed()
    {
        QStringList renamed;
        const QAbstractItemModel *model = page()->list().model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data(SectionList::DetailRole).toString().contains(u"renamed?"_s))
                renamed << names()[row];
        }
        return renamed;
    }
    QStringList buttons()
    {
        QStringList words;
        for (auto *each : page()->question().findChildren<QPushButton *>()) {
            if (each->isVisible())
                words << each->text().remove(u'&');
        }
        return words;
    }
    QStringList said()
    {
        QStringList words;
        for (auto *each : page()->question().findChildren<QLabel *>())
            words << each->text();
        return words;
    }
    QString text() { return page()->reader().view().toPlainText(); }
    /// The paragraphs below the lines of days.
    QStringList passages()
    {
        QStringList found;
        bool below = false;
        for (const QString &line : text().split(u'\n', Qt::SkipEmptyParts)) {
            if (below)
                found << line;
            below = line.contains(u"2026"_s) && line != text().section(u'\n', 1, 1);
        }
        return found;
    }
    void press(const QString &words)
    {
        for (auto *each : page()->findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text().remove(u'&') == words)
                return QTest::mouseClick(each, Qt::LeftButton);
        }
        QFAIL("no such button");
    }
    void addNote(int week, const QString &markdown, const QString &title = {})
    {
        NoteFields fields;
        const QDate monday = QDate(2026, 8, 3).addDays(7 * week);
        fields.covers = Period{monday, monday.addDays(6)};
        fields.title = title.isEmpty() ? u"Week %1"_s.arg(week) : title;
        std::ignore = session().notebook().addNote(fields, markdown);
    }

    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(SectionsPageTest)
#include "tst_sectionspage.moc"
