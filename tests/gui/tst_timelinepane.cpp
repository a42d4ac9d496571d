// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/banner.h"
#include "app/dayfield.h"
#include "app/exportdialog.h"
#include "app/filterbar.h"
#include "app/namedialog.h"
#include "app/pausedialog.h"
#include "app/searchfield.h"
#include "app/timelinepane.h"
#include "gui/writingtest.h"
#include "timeline/notesmime.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelineview.h"
#include "timeline/yearstrip.h"

#include <QAccessible>
#include <QComboBox>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScopeGuard>
#include <QScrollBar>
#include <QToolButton>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using namespace Weeknotes::TestData;

/// The timeline in the real window: its filter, and what is done to notes from it.
class TestTimelinePane : public WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        for (int weeks = 1; weeks <= 4; ++weeks)
            m_notes.push_back(add(weeks));
        QTRY_COMPARE(session().shelf().notes().size(), size_t(5));
        list().setFocus();
    }
    void cleanup()
    {
        end();
        m_notes.clear();
    }

    void typingFilters()
    {
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(field().hasFocus());
        QTest::keyClicks(&field(), u"note 2"_s);
        QCOMPARE(shown(), QStringList(u"Note 2"_s));
        QTest::keyClick(&field(), Qt::Key_Escape);
        QCOMPARE(shown().size(), 5);
        QTest::keyClicks(&field(), u"tag:even status:draft"_s);
        QTest::keyClick(&field(), Qt::Key_Return); // they become chips
        QVERIFY(field().text().isEmpty());
        QCOMPARE(shown(), QStringList({u"Note 2"_s, u"Note 4"_s}));
        QVERIFY(list().hasFocus());
        QTest::mouseClick(chip(u"#even"_s), Qt::LeftButton);
        QCOMPARE(shown().size(), 5);
        QTest::keyClick(&field(), Qt::Key_Escape); // all of it
        QTest::keyClick(&field(), Qt::Key_Escape); // back to the text
        QVERIFY(editor().hasFocus());
    }

    void filtersByWhatATextHolds()
    {
        TimelineChoice choice;
        choice.filter = NoteFilter::fromText(u"section:Thanks person:priya"_s);
        window().timelinePane().filter().setChoice(choice);
        Q_EMIT window().timelinePane().filter().choiceChanged(choice);
        QTRY_COMPARE(shown(), QStringList({u"Note 1"_s, u"Note 3"_s}));
        // A note that is saved is looked at anew.
        session().showNote(m_notes[1]);
        QTRY_VERIFY(session().draft() && session().draft()->noteId() == m_notes[1]);
        write(u"## Thanks"_s);
        QTest::keyClick(&editor(), Qt::Key_Return);
        QTest::keyClicks(&editor(), u"@priya"_s);
        QTRY_COMPARE(shown(), QStringList({u"Note 1"_s, u"Note 2"_s, u"Note 3"_s}));
    }

    void keepsAViewByName()
    {
        QTest::keyClicks(&field(), u"tag:even"_s);
        QTest::keyClick(&field(), Qt::Key_Return);
        openMenu();
        action(u"Keep this view…"_s)->trigger();
        name(u" Even  weeks "_s);
        const std::vector<NamedView> kept{{u"Even weeks"_s, u"tag:even"_s}};
        QTRY_COMPARE(session().shelf().settings().views, kept);
        QTest::keyClick(&field(), Qt::Key_Escape);
        QCOMPARE(shown().size(), 5);
        openMenu();
        action(u"Even weeks"_s)->trigger();
        QCOMPARE(shown(), QStringList({u"Note 2"_s, u"Note 4"_s}));
        openMenu();
        action(u"Keep this view…"_s)->trigger();
        auto *dialog = window().findChild<NameDialog *>();
        QCOMPARE(dialog->field().selectedText(), u"#even"_s); // proposed
        QTest::keyClicks(&dialog->field(), u" "_s);
        QTest::keyClick(&dialog->field(), Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QCOMPARE(dialog->field().accessibleDescription(), u"Give it a name first."_s);
        QTest::keyClick(&dialog->field(), Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(session().shelf().settings().views, kept);
        openMenu();
        action(u"Forget “Even weeks”"_s)->trigger();
        QTRY_VERIFY(session().shelf().settings().views.empty());
    }

    void replacesAView()
    {
        const auto keep = [this](const QString &filter) {
            TimelineChoice choice;
            choice.filter = NoteFilter::fromText(filter);
            window().timelinePane().filter().setChoice(choice);
            openMenu();
            action(u"Keep this view…"_s)->trigger();
        };
        keep(u"tag:even"_s);
        name(u"Even weeks"_s);
        QTRY_COMPARE(session().shelf().settings().views.size(), size_t(1));
        keep(u"status:draft"_s);
        auto *dialog = window().findChild<NameDialog *>();
        QVERIFY(button(u"Keep"_s));
        dialog->field().selectAll();
        QTest::keyClicks(&dialog->field(), u"even WEEKS"_s);
        QCOMPARE(dialog->field().accessibleDescription(), u"This replaces the view “Even weeks”."_s);
        QVERIFY(!button(u"Keep"_s));
        QVERIFY(button(u"Replace"_s));
        QTest::keyClicks(&dialog->field(), u" 2"_s);
        QVERIFY(dialog->field().accessibleDescription().isEmpty());
        QVERIFY(button(u"Keep"_s));
        dialog->field().setText(u"even WEEKS"_s);
        QTest::mouseClick(button(u"Replace"_s), Qt::LeftButton);
        const std::vector<NamedView> replaced{{u"even WEEKS"_s, u"status:draft"_s}};
        QTRY_COMPARE(session().shelf().settings().views, replaced);
    }

    void aViewStaysInItsLibrary()
    {
        QTest::keyClicks(&field(), u"note"_s);
        openMenu();
        action(u"Keep this view…"_s)->trigger();
        QVERIFY(window().findChild<NameDialog *>());
        session().open(m_desk->path(u"another"_s));
        QTRY_VERIFY(!window().findChild<NameDialog *>());
    }

    void saysWhatChangesBesideTheKeyboard()
    {
        static QStringList said;
        said.clear();
        QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
            if (event->type() == QAccessible::Announcement)
                said << static_cast<QAccessibleAnnouncementEvent *>(event)->message();
        });
        const auto quiet = qScopeGuard([] { QAccessible::installUpdateHandler(nullptr); });
        choose({1});
        QVERIFY(said.isEmpty());
        choose({1, 2});
        QCOMPARE(said, QStringList(u"2 note(s) selected"_s));
        said.clear();
        QTest::keyClicks(&field(), u"notex"_s);
        const QString nothing = u"No title, number or tag has these words."_s;
        QCOMPARE(said, QStringList(nothing + u" Search the notes for “notex”"_s));
        QTest::keyClicks(&field(), u"y"_s); // once is enough
        QCOMPARE(said.size(), 1);
    }

    void changesTheStatusOfSeveralAndTakesItBack()
    {
        choose({1, 2});
        Q_EMIT list().menuRequested(list().chosenNotes(), {10, 10});
        action(u"Published"_s)->trigger();
        QTRY_COMPARE(note(0).status, NoteStatus::Published);
        QCOMPARE(note(1).status, NoteStatus::Published);
        QCOMPARE(note(2).status, NoteStatus::Draft);
        QCOMPARE(list().chosenNotes().size(), size_t(2)); // they stay chosen
        QTRY_VERIFY(button(u"Undo"_s));
        QCOMPARE(button(u"Undo"_s)->parentWidget()->property("role"), u"news"_s); // it wants no look
        QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
        QTRY_COMPARE(note(0).status, NoteStatus::Draft);
        QCOMPARE(note(1).status, NoteStatus::Draft);
    }

    void undoLeavesWhatWasChangedSince()
    {
        session().showNote(m_notes[0]);
        QTRY_VERIFY(session().draft() && session().draft()->noteId() == m_notes[0]);
        Q_EMIT list().menuRequested({m_notes[0]}, {10, 10});
        action(u"Ready"_s)->trigger();
        QTRY_COMPARE(session().draft()->fields().status, NoteStatus::Ready); // the open note follows
        write(u"More words"_s);
        NoteFields fields = session().draft()->fields();
        fields.title = u"Another title"_s;
        session().draft()->setFields(fields);
        QTRY_COMPARE(note(0).title, u"Another title"_s);
        QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
        QTRY_COMPARE(note(0).status, NoteStatus::Draft);
        QCOMPARE(note(0).title, u"Another title"_s);
        QCOMPARE(editor().markdown(), u"More words"_s);
    }

    void addsAndRemovesATag()
    {
        choose({1, 2});
        Q_EMIT list().menuRequested(list().chosenNotes(), {10, 10});
        action(u"Add a tag…"_s)->trigger();
        name(u" field  work "_s);
        QTRY_COMPARE(note(0).tags, QStringList(u"field work"_s));
        QCOMPARE(note(1).tags, QStringList({u"even"_s, u"field work"_s}));
        Q_EMIT list().menuRequested({m_notes[1]}, {10, 10});
        action(u"Remove “even”"_s)->trigger();
        QTRY_COMPARE(note(1).tags, QStringList(u"field work"_s));

        // It has that one already; another is completed.
        Q_EMIT list().menuRequested({m_notes[0]}, {10, 10});
        action(u"Add a tag…"_s)->trigger();
        auto *dialog = window().findChild<NameDialog *>();
        QTest::keyClicks(&dialog->field(), u"field work"_s);
        QTest::keyClick(&dialog->field(), Qt::Key_Return);
        QCOMPARE(dialog->field().accessibleDescription(), u"1 note(s) have this tag already."_s);
        dialog->field().clear();
        QTest::keyClicks(&dialog->field(), u"ev"_s);
        QCOMPARE(dialog->field().completer()->currentCompletion(), u"even"_s);
        dialog->reject();
    }

    void searchesTheTextsForItsWords()
    {
        QTest::keyClicks(&field(), u"priya"_s);
        QVERIFY(shown().isEmpty());
        QTest::mouseClick(button(u"Search the notes for “priya”"_s), Qt::LeftButton);
        QVERIFY(search().hasFocus());
        QCOMPARE(search().text(), u"priya"_s);
        field().clear();
        QTest::keyClicks(&field(), u"note"_s);
        QCOMPARE(shown().size(), 4);
        QVERIFY(button(u"Search the notes for “note”"_s)); // also where something is left
        QTest::keyClick(&field(), Qt::Key_Escape);
        QVERIFY(!button(u"Search the notes for “note”"_s));
    }

    void exportsAPageOrNone()
    {
        const auto exportOne = [this] {
            Q_EMIT list().menuRequested({m_notes[1]}, {10, 10});
            action(u"Write the page…"_s)->trigger();
            auto *dialog = window().findChild<QFileDialog *>();
            QVERIFY(dialog);
            Q_EMIT dialog->fileSelected(m_desk->path(u"pages"_s));
            dialog->reject();
            QTRY_VERIFY(!window().findChild<QFileDialog *>());
        };
        const QDir pages(m_desk->path(u"pages"_s));
        QVERIFY(pages.mkpath(u"note-2"_s));
        QFile own(pages.filePath(u"note-2/index.html"_s));
        QVERIFY(own.open(QIODevice::WriteOnly));
        own.write("By hand");
        own.close();
        exportOne();
        const auto said = [this] { return window().findChild<Banner *>()->text(); };
        QTRY_VERIFY(said().contains(u"is something else"_s));
        QVERIFY(own.remove());
        session().showNote(m_notes[1]);
        QTRY_VERIFY(session().draft() && session().draft()->noteId() == m_notes[1]);
        editor().moveCursor(QTextCursor::End);
        editor().insertPlainText(u"\n\n<!-- private\nToo long.\n-->\n"_s);
        exportOne();
        QTRY_VERIFY(said().startsWith(u"The page is in "_s));
        QVERIFY(said().endsWith(u"One passage that readers must not see was left out."_s));
        QTRY_VERIFY(button(u"Show the folder"_s));
        QVERIFY(button(u"Open the page"_s));
    }

    void severalNotesOpenTheExport()
    {
        Q_EMIT list().menuRequested({m_notes[0], m_notes[2]}, {10, 10});
        action(u"Export…"_s)->trigger();
        ExportDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = window().findChild<ExportDialog *>());
        QCOMPARE(dialog->notes().model()->rowCount(), 2); // though they are drafts
        QCOMPARE(dialog->notes().model()->index(0, 0).data().toString(), u"Note 1"_s);
        QVERIFY(button(u"Write the pages"_s)); // no site of these alone
        dialog->scopes().setCurrentIndex(0);
        QVERIFY(button(u"Ready and published"_s)->isChecked()); // the others were not chosen by hand
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!window().findChild<ExportDialog *>());
    }

    void aHeadingHasItsBook()
    {
        const QRect heading = list().visualRect(list().model()->index(0, 0));
        QContextMenuEvent event(QContextMenuEvent::Mouse, heading.center(),
                                list().viewport()->mapToGlobal(heading.center()));
        QApplication::sendEvent(list().viewport(), &event);
        action(u"Make a book of this year…"_s)->trigger();
        ExportDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = window().findChild<ExportDialog *>());
        QCOMPARE(dialog->scopes().currentText(), u"The year 2026"_s);
        QVERIFY(dialog->title().isVisible());
    }

    void anExportWithoutAnImageWantsALook()
    {
        session().showNote(m_notes[0]);
        QTRY_VERIFY(session().draft() && session().draft()->noteId() == m_notes[0]);
        std::ignore = session().notebook().addImage(m_notes[0], {u"images/a.png"_s, "not really"_ba});
        write(u"![A printer](images/a.png)"_s);
        const QDir images(m_desk->path(u"library/images"_s));
        QTRY_COMPARE(images.entryList(QDir::Files).size(), 1);
        QFile image(images.filePath(images.entryList(QDir::Files).first()));
        QVERIFY(image.remove() && image.open(QIODevice::WriteOnly) && image.write("something else") > 0);
        image.close();
        Q_EMIT list().menuRequested({m_notes[0]}, {10, 10});
        action(u"Write the page…"_s)->trigger();
        auto *dialog = window().findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(m_desk->path(u"pages"_s));
        dialog->reject();
        QTRY_VERIFY(button(u"Show the folder"_s));
        const auto *banner = window().findChild<Banner *>();
        QVERIFY2(banner->text().contains(image.fileName()), qPrintable(banner->text()));
        QVERIFY(banner->property("role") != u"news"_s);
    }

    void movesANoteToAnotherWeek()
    {
        const Period before = *note(0).covers;
        Q_EMIT list().menuRequested({m_notes[0]}, {10, 10});
        action(u"A week earlier"_s)->trigger();
        QTRY_COMPARE(note(0).covers->first, before.first.addDays(-7));
        QTRY_VERIFY(button(u"Undo"_s));
        QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
        QTRY_COMPARE(note(0).covers, before);

        // And by dragging it over the years.
        YearStrip &years = window().timelinePane().years();
        const Week target = Week::of(QDate(2026, 3, 4));
        const QPoint place = years.cellRect(target).center();
        const auto data = mimeDataOf({m_notes[0]});
        QDragEnterEvent enter(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(&years, &enter);
        QDragMoveEvent move(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(&years, &move);
        QVERIFY(move.isAccepted());
        QCOMPARE(QToolTip::text(), u"Move to week 10, 2 – 8 March 2026"_s);
        QDropEvent drop(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(&years, &drop);
        QTRY_COMPARE(note(0).covers, target.days());
    }

    void savingFilteringAndImportLeavePlaceAndChoice()
    {
        for (int weeks = 5; weeks <= 60; ++weeks)
            m_notes.push_back(add(weeks));
        QTRY_COMPARE(session().shelf().notes().size(), size_t(61));
        choose({30, 32});
        list().scrollTo(model().indexOf(m_notes[29]), QAbstractItemView::PositionAtCenter);
        const std::vector<NoteId> chosen = list().chosenNotes();
        QCOMPARE(chosen.size(), size_t(2));
        const auto top = [&] { return list().visualRect(model().indexOf(chosen.back())).top(); }; // the current one
        const int before = top();
        QVERIFY(list().viewport()->rect().contains(0, before));

        write(u"More words"_s);
        QCOMPARE(top(), before);
        QCOMPARE(list().chosenNotes(), chosen);

        QTest::keyClicks(&field(), u"tag:even"_s);
        QTest::keyClick(&field(), Qt::Key_Return);
        QCOMPARE(shown().size(), 30);
        QCOMPARE(list().chosenNotes(), chosen);
        QCOMPARE(top(), before);
        QTest::keyClick(&field(), Qt::Key_Escape);
        QCOMPARE(shown().size(), 61);
        QCOMPARE(list().chosenNotes(), chosen);
        QCOMPARE(top(), before);

        NoteDraft draft;
        draft.fields.title = u"Come by import"_s;
        draft.fields.covers = Period{QDate(2026, 8, 3), QDate(2026, 8, 9)};
        draft.text = u"Words"_s;
        draft.source = {u"text"_s, u"key"_s, "hash"};
        std::ignore = session().notebook().importNotes({{draft}});
        QTRY_COMPARE(shown().size(), 62);
        QCOMPARE(list().chosenNotes(), chosen);
        QCOMPARE(top(), before);
    }

    void saysHowManyAreChosen()
    {
        const auto said = [this](const QString &words) {
            const auto labels = window().timelinePane().findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == words; });
        };
        choose({1});
        QVERIFY(!said(u"1 note(s) selected"_s));
        choose({1, 2, 4});
        QVERIFY(said(u"3 note(s) selected"_s));
        QTest::keyClicks(&field(), u"note 4"_s); // those that are filtered away are not chosen any more
        QVERIFY(!said(u"3 note(s) selected"_s));
    }

    void binsSeveralAndPutsThemBack()
    {
        choose({1, 2});
        QTest::keyClick(&list(), Qt::Key_Delete);
        QTRY_COMPARE(session().shelf().notes().size(), size_t(3));
        QTRY_VERIFY(button(u"Put them back"_s));
        QTest::mouseClick(button(u"Put them back"_s), Qt::LeftButton);
        QTRY_COMPARE(session().shelf().notes().size(), size_t(5));
    }

    void aPauseBeginsAfterTheNoteInView()
    {
        window().actions().newPause->trigger();
        const auto *dialog = window().findChild<PauseDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->pause().from, QDate(2026, 11, 23));
    }

    void declaresAPauseAndChangesIt()
    {
        session().showWeek(Week::of(QDate(2026, 8, 5)));
        QTRY_VERIFY(!session().draft());
        window().actions().newPause->trigger();
        auto *dialog = window().findChild<PauseDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->pause().from, QDate(2026, 8, 3));
        dialog->findChild<DayField *>()->setDate(QDate(2026, 11, 18)); // it would be open from there on
        QVERIFY(button(u"Keep the pause"_s)->isEnabled());
        dialog->findChild<DayField *>()->setDate(QDate(2026, 8, 3));
        for (auto *box : dialog->findChildren<QAbstractButton *>()) {
            if (box->isCheckable())
                box->click(); // planned, and over
        }
        const QList<DayField *> days = dialog->findChildren<DayField *>();
        days[1]->setDate(QDate(2026, 9, 6));
        days[2]->setDate(QDate(2026, 8, 2));
        QVERIFY(!button(u"Keep the pause"_s)->isEnabled()); // it would end before it begins
        days[2]->setDate(QDate(2026, 8, 30));
        QTest::mouseClick(button(u"Keep the pause"_s), Qt::LeftButton);
        QTRY_COMPARE(pauses().size(), size_t(1));
        const Pause kept = pauses().front();
        QCOMPARE(kept.days({}), (Period{QDate(2026, 8, 3), QDate(2026, 8, 30)}));
        QCOMPARE(kept.plannedTo, QDate(2026, 9, 6));

        Q_EMIT list().pauseMenuRequested(kept, {10, 10});
        action(u"Remove the pause"_s)->trigger();
        QTRY_VERIFY(pauses().empty());
        QTRY_VERIFY(button(u"Undo"_s));
        QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
        QTRY_COMPARE(pauses(), std::vector{kept});
    }

private:
    NoteId add(int weeksAgo)
    {
        NoteFields fields;
        fields.covers = Week::of(QDate(2026, 11, 20)).plus(-weeksAgo).days();
        fields.title = u"Note %1"_s.arg(weeksAgo);
        if (weeksAgo % 2 == 0)
            fields.tags = {u"even"_s};
        const QString text = weeksAgo % 2 == 0 ? u"Words"_s : u"## Thanks\n\nTo @priya"_s;
        auto added = session().notebook().addNote(fields, text);
        if (!QTest::qWaitFor([&] { return added.isFinished(); }))
            return {};
        return (*added.result()).id;
    }
    [[nodiscard]] TimelineView &list() { return window().timelinePane().list(); }
    [[nodiscard]] const TimelineModel &model() { return *static_cast<TimelineModel *>(list().model()); }
    [[nodiscard]] QLineEdit &field() { return window().timelinePane().filter().field(); }
    [[nodiscard]] const NoteFields &note(size_t serial) { return session().shelf().note(m_notes[serial])->fields; }
    [[nodiscard]] const std::vector<Pause> &pauses() { return session().shelf().timeline().pauses; }
    /// The titles in the list.
    [[nodiscard]] QStringList shown()
    {
        QStringList titles;
        for (const TimelineRow &row : model().rows()) {
            if (row.kind == TimelineRow::Kind::Note)
                titles << row.note().fields.title;
        }
        return titles;
    }
    [[nodiscard]] QLineEdit &search() { return *window().findChild<SearchField *>(); }
    /// Types it into the dialog that asks for it.
    void name(const QString &words)
    {
        auto *dialog = window().findChild<NameDialog *>();
        QVERIFY(dialog);
        dialog->field().clear();
        QTest::keyClicks(&dialog->field(), words);
        QTest::keyClick(&dialog->field(), Qt::Key_Return);
        QTRY_VERIFY(!window().findChild<NameDialog *>());
    }
    void choose(const std::vector<int> &weeksAgo)
    {
        list().selectionModel()->clear();
        for (const int weeks : weeksAgo)
            list().selectionModel()->setCurrentIndex(model().indexOf(m_notes[size_t(weeks) - 1]),
                                                     QItemSelectionModel::Select);
    }
    void openMenu()
    {
        auto *menu = window().timelinePane().filter().findChild<QToolButton *>()->menu();
        Q_EMIT menu->aboutToShow();
    }
    /// The newest action with these words below the timeline.
    [[nodiscard]] QAction *action(const QString &words)
    {
        QAction *found = nullptr;
        for (QMenu *menu : window().timelinePane().findChildren<QMenu *>()) {
            for (QAction *each : menu->actions()) {
                if (each->text().remove(u'&') == words)
                    found = each;
            }
        }
        if (!found)
            QTest::qFail(qPrintable(u"no action “%1”"_s.arg(words)), __FILE__, __LINE__);
        return found;
    }
    [[nodiscard]] QToolButton *chip(const QString &words)
    {
        for (auto *each : window().timelinePane().filter().findChildren<QToolButton *>()) {
            if (each->text().startsWith(words))
                return each;
        }
        return nullptr;
    }

    std::vector<NoteId> m_notes; // of one week ago, two …
};

QTEST_MAIN(TestTimelinePane)
#include "tst_timelinepane.moc"
