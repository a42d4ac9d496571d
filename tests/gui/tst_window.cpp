// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/banner.h"
#include "app/emptystate.h"
#include "app/firstrun.h"
#include "app/growingline.h"
#include "app/importdialog.h"
#include "app/importlist.h"
#include "app/notedetails.h"
#include "app/notehead.h"
#include "app/notepane.h"
#include "app/previewpane.h"
#include "app/publishdialog.h"
#include "app/publishplaces.h"
#include "app/samplelibrary.h"
#include "app/searchfield.h"
#include "app/searchpopup.h"
#include "app/statusstrip.h"
#include "app/targetchoice.h"
#include "app/timelinepane.h"
#include "editor/markdownedit.h"
#include "gui/windowfixture.h"
#include "preview/previewview.h"
#include "storage/libraryfixture.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelineview.h"

#include <QAction>
#include <QClipboard>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using namespace std::chrono_literals;

namespace {

QPushButton *buttonSaying(const QWidget &in, const QString &words)
{
    for (QPushButton *button : in.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&').contains(words) && button->isVisibleTo(&in))
            return button;
    }
    return nullptr;
}

/// Events are heard, but those of no timer, such as that of the next save.
template <typename Is> bool comesWithoutTimers(Is is)
{
    for (const QDeadlineTimer end(10s); !end.hasExpired(); QThread::yieldCurrentThread()) {
        QCoreApplication::sendPostedEvents();
        if (is())
            return true;
    }
    return false;
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aSentenceIsSeenKeptAndFound();
    void theFirstDoorsWork();
    void switchingNotesSaves();
    void anArchiveComesIn();
    void aPauseOfAnArchiveIsDecided();
    void aPageGoesOut();
    void thePageHasItsFoot();
    void thePageLeadsWhereItGoes();
    void keysGoThroughPublishInItsOrder();
    void markingAsPublishedKeepsTheText();
    void aNoteGoesToTheClipboard();
    void changedSincePublished();
    void publishesAgainToTheSamePlace_data();
    void publishesAgainToTheSamePlace();
    void theStripSaysWhatChangedSincePublished();
    void theLinkOfAPageIsCopied();
    void aPublishedPageSaysWhereItStands();
    void headFieldsAreSaved();
    void turningAwaySavesAtOnce();
    void aLongTitleIsSeenWhole();
    void aRightToLeftNoteKeepsItsHead();
    void theKeyboardReachesAll();
    void panesCanBeHidden();
    void darkAndLightAtOnce();
    void editorAndPageShareAFrame_data();
    void editorAndPageShareAFrame();
    void aNoteCanBeNamed();
    void aNoteNamedWhileOpeningIsShown();
    void aChangeElsewhereIsAConflict();
    void theSampleStandsBesideOnesOwn();
    void onesOwnLibraryIsNotMadeAnewAfterTheSample();
    void aFolderThatIsNoLibraryIsSaid();
    void nothingIsTypedBeforeThereIsANote();
    void aReloadWhileOpeningLosesNothing();
    void aConflictKeepsTheDraftUntilDecided();
    void closingSavesFirst();
    void closingOnAFailedSaveAsks();
    void whatCantBeSavedGoesElsewhere();
    void aReadOnlyLibraryTakesNoWords();
    void detailsGoWithTheFieldsTheyShow();
    void aRefusedSwitchKeepsTheList();
    void aDoubleStartIsOneNote();
    void aFortnightDoesNotOverlap();
    void aMovedPeriodMovesTheWeekInView();
    void quickStepsAddUp();
    void aNarrowWindowShowsTheTimelineWhenAsked();

private:
    void openEmpty();
    void writeTwoWeeks();
    void startNote(const QString &title, const QString &text);
    /// Publish of the open note; null where it does not come.
    [[nodiscard]] PublishDialog *openPublish();
    [[nodiscard]] bool isSaved() { return m_desk->session().draft()->state() == DraftSession::State::Saved; }
    [[nodiscard]] MarkdownEdit &editor() { return m_desk->window().notePane().editor(); }
    /// Saves the open note in the library as somebody else would.
    void saveElsewhere(const QString &text);
    /// Leaves the draft in a conflict with the text "Theirs".
    void quarrel();
    [[nodiscard]] QString preview() { return m_desk->window().previewPane().view().toPlainText(); }
    [[nodiscard]] TimelineView &list() { return m_desk->window().timelinePane().list(); }

    std::unique_ptr<TestData::Desk> m_desk;
};

void TestWindow::init()
{
    m_desk = std::make_unique<TestData::Desk>();
}

void TestWindow::cleanup()
{
    m_desk->close();
    m_desk.reset();
}

void TestWindow::openEmpty()
{
    m_desk->open();
    const QSignalSpy shown(&m_desk->session(), &Session::weekShown);
    QTRY_VERIFY(!shown.isEmpty());
    QVERIFY(QTest::qWaitForWindowActive(&m_desk->window()));
}

PublishDialog *TestWindow::openPublish()
{
    m_desk->window().actions().publish->trigger();
    PublishDialog *dialog = nullptr;
    (void)QTest::qWaitFor([&] { return (dialog = m_desk->window().findChild<PublishDialog *>()) != nullptr; });
    return dialog;
}

void TestWindow::startNote(const QString &title, const QString &text)
{
    const QSignalSpy opened(&m_desk->session(), &Session::draftOpened);
    m_desk->session().startNote(m_desk->session().week());
    QTRY_VERIFY(!opened.isEmpty());
    auto *line = m_desk->window().notePane().head().findChild<GrowingLine *>();
    line->setFocus();
    QTest::keyClicks(line, title);
    editor().setFocus();
    QTest::keyClicks(&editor(), text);
    QTRY_VERIFY(isSaved());
}

void TestWindow::saveElsewhere(const QString &text)
{
    const SystemClock clock;
    auto other = Library::open(m_desk->session().folder(), clock);
    QVERIFY(other);
    const auto note = (*other)->note(m_desk->session().draft()->noteId());
    QVERIFY(note);
    QVERIFY((*other)->saveNote(note->header.id, note->header.revision, note->header.fields, {text, text, 1, 1, {}}));
}

void TestWindow::quarrel()
{
    QTest::keyClicks(&editor(), u" and more"_s);
    saveElsewhere(u"Theirs"_s);
    QTRY_VERIFY(m_desk->window().notePane().banner().isVisible());
    QCOMPARE(m_desk->session().draft()->state(), DraftSession::State::Conflict);
}

void TestWindow::aSentenceIsSeenKeptAndFound()
{
    openEmpty();
    startNote(u"The counter"_s, u"Eleven people asked for a printer."_s);
    QVERIFY(preview().contains(u"Eleven people asked for a printer."_s));
    QVERIFY(preview().contains(u"The counter"_s));

    m_desk->close();
    m_desk->open();
    QTRY_COMPARE(editor().markdown(), u"Eleven people asked for a printer."_s);
    QVERIFY(QTest::qWaitForWindowActive(&m_desk->window()));

    m_desk->window().actions().search->trigger();
    auto *field = m_desk->window().findChild<SearchField *>();
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"eleven prin"_s);
    const SearchResults &results = m_desk->window().searchPopup().results();
    QTRY_COMPARE(results.rowCount(), 1);
    QVERIFY(m_desk->window().searchPopup().isVisible());
    QCOMPARE(results.index(0, 0).data().toString(), u"The counter"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!m_desk->window().searchPopup().isVisible());
    QTRY_VERIFY(editor().hasFocus());
}

void TestWindow::theFirstDoorsWork()
{
    openEmpty();
    auto *doors = m_desk->window().findChild<FirstRun *>();
    QVERIFY(doors->isVisible());
    QTRY_VERIFY(buttonSaying(*doors, u"Start this week"_s)->hasFocus());
    m_desk->window().actions().nextWeek->trigger();
    QTRY_VERIFY(buttonSaying(*doors, u"Start that week"_s));
    m_desk->window().actions().thisWeek->trigger();
    QTRY_VERIFY(buttonSaying(*doors, u"Start this week"_s));
    const QSignalSpy sample(&m_desk->window(), &MainWindow::sampleRequested);
    QTest::mouseClick(buttonSaying(*doors, u"sample"_s), Qt::LeftButton);
    QCOMPARE(sample.count(), 1);
    buttonSaying(*doors, u"Start"_s)->setFocus();
    QTest::keyClick(buttonSaying(*doors, u"Start"_s), Qt::Key_Return);
    QTRY_VERIFY(m_desk->session().draft());
    QVERIFY(!doors->isVisible());
    QVERIFY(editor().isVisible());
    QCOMPARE(m_desk->session().draft()->fields().covers->first, QDate(2026, 11, 16)); // Friday: this week
}

void TestWindow::switchingNotesSaves()
{
    openEmpty();
    startNote(u"One"_s, u"First."_s);
    const NoteId first = m_desk->session().draft()->noteId();
    const QSignalSpy shown(&m_desk->session(), &Session::weekShown);
    m_desk->window().actions().previousWeek->trigger();
    QTRY_VERIFY(!m_desk->session().draft());
    startNote(u"Two"_s, u"Second."_s);
    QTest::keyClicks(&editor(), u" And"_s); // not saved yet
    m_desk->window().actions().nextWeek->trigger();
    QTRY_VERIFY(m_desk->session().draft() && m_desk->session().draft()->noteId() == first);
    QCOMPARE(editor().markdown(), u"First."_s);
    m_desk->window().actions().previousWeek->trigger();
    QTRY_COMPARE(editor().markdown(), u"Second. And"_s);
    QTRY_COMPARE(list().model()->rowCount(), 3); // a heading, two notes
}

void TestWindow::anArchiveComesIn()
{
    openEmpty();
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(m_desk->path(name));
        return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    };
    const QStringList files{
        write(u"a.md"_s, "---\ntitle: 3.08\ndate: 2026-09-25\n---\n\nA week before.\n"),
        write(u"b.md"_s, "---\ntitle: \"3.09 \xe2\x80\x94 weeknotes \xe2\x80\x94 bread and butter\"\ndate: "
                         "2026-10-02\n---\n\nA plain week.\n"),
    };
    ImportDialog *dialog = m_desk->window().importArchive(files);
    QPushButton *bring = nullptr;
    QTRY_VERIFY(bring = buttonSaying(*dialog, u"Bring in"_s));
    const QAbstractItemModel *found = dialog->findChild<QListView *>(u"rows"_s)->model();
    QCOMPARE(found->rowCount(), 2);
    const QModelIndex row = found->index(0, 0); // of two alike the newer
    QVERIFY(row.data().toString().contains(u"bread and butter"_s));
    QCOMPARE(row.data(ImportList::NumberRole).toString(), u"3.09"_s);
    QVERIFY(row.data(ImportList::DetailRole).toString().contains(u"the week of"_s));
    const QSignalSpy imported(dialog, &ImportDialog::imported);
    QTest::mouseClick(bring, Qt::LeftButton);
    QTRY_COMPARE(imported.count(), 1);
    QTRY_VERIFY(m_desk->session().draft());
    QTRY_VERIFY(preview().contains(u"A plain week."_s)); // the newest is open
    QVERIFY(!m_desk->window().findChild<FirstRun *>()->isVisible());
    QTest::mouseClick(buttonSaying(*dialog, u"Close"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_desk->window().findChild<ImportDialog *>());

    dialog = m_desk->window().importArchive({m_desk->path(u"none.md"_s)});
    QTRY_VERIFY(!dialog->isBusy());
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"none.md"_s); }));
    QVERIFY(!buttonSaying(*dialog, u"Bring in"_s));
}

void TestWindow::aPauseOfAnArchiveIsDecided()
{
    openEmpty();
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(m_desk->path(name));
        return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    };
    ImportDialog *dialog = m_desk->window().importArchive(
        {write(u"a.md"_s,
               "---\ntitle: Weeknote, time for a pause\ndate: 2026-07-31\n---\n\nI am pausing the weeknotes now.\n"),
         write(u"b.md"_s, "---\ntitle: Weeknote, back again\ndate: 2026-09-04\n---\n\nIt was good.\n")});
    QTRY_VERIFY(buttonSaying(*dialog, u"Bring in"_s));
    auto *found = dialog->findChild<QListView *>(u"rows"_s);
    const QModelIndex pause = found->model()->index(0, 0);
    QCOMPARE(pause.data(Qt::CheckStateRole), Qt::Checked);
    QTest::mouseClick(found->viewport(), Qt::RightButton, {}, found->visualRect(pause).center());
    QCOMPARE(pause.data(Qt::CheckStateRole), Qt::Checked);
    QTest::mouseClick(found->viewport(), Qt::LeftButton, {}, found->visualRect(pause).center());
    QCOMPARE(pause.data(Qt::CheckStateRole), Qt::Unchecked);
    QTest::keyClick(found, Qt::Key_Space);
    QCOMPARE(pause.data(Qt::CheckStateRole), Qt::Checked);
    QTest::mouseClick(buttonSaying(*dialog, u"Bring in"_s), Qt::LeftButton);
    QTRY_COMPARE(m_desk->session().shelf().timeline().pauses.size(), size_t(1));
    QTRY_COMPARE(m_desk->session().shelf().notes().size(), size_t(2));
}

void TestWindow::aPageGoesOut()
{
    openEmpty();
    startNote(u"The counter"_s, u"Eleven people asked for a printer."_s);
    PublishDialog *dialog = openPublish();
    QVERIFY(dialog);
    dialog->setFolder(m_desk->path(u"pages"_s));
    const QSignalSpy written(dialog, &PublishDialog::written);
    QTRY_VERIFY(buttonSaying(*dialog, u"Write the page"_s)->isEnabled());
    QTest::mouseClick(buttonSaying(*dialog, u"Write the page"_s), Qt::LeftButton);
    QTRY_COMPARE(written.count(), 1);
    QFile page(dialog->resultPath());
    QVERIFY(page.open(QFile::ReadOnly));
    QVERIFY(page.readAll().contains("Eleven people asked for a printer."));
    QCOMPARE(m_desk->settings().publishFolder(m_desk->session().folder(), u"page"_s), m_desk->path(u"pages"_s));
}

void TestWindow::thePageHasItsFoot()
{
    openEmpty();
    startNote(u"The counter"_s, u"Eleven people."_s);
    NoteFields fields = m_desk->session().draft()->fields();
    fields.tags = {u"Printers"_s};
    m_desk->window().notePane().setFields(fields);
    QTRY_VERIFY(isSaved());
    std::ignore = m_desk->session().notebook().changeSettings(
        [](LibrarySettings &settings) { settings.page.footer = u"© *Robin*"_s; });
    QTRY_VERIFY(!m_desk->session().shelf().settings().page.footer.isEmpty());
    PublishDialog *dialog = openPublish();
    QVERIFY(dialog);
    const auto *page = dialog->findChild<PreviewView *>();
    QTRY_VERIFY2(page->toPlainText().contains(u"Eleven people.\nPrinters\n© Robin"_s), qPrintable(page->toPlainText()));
}

/// A note that stands nowhere has a page on the site alone, where there is none of a note that does not exist.
void TestWindow::thePageLeadsWhereItGoes()
{
    openEmpty();
    NoteFields ready;
    ready.kind = NoteKind::Weeknote;
    ready.title = u"The queue"_s;
    ready.covers = Week::of(QDate(2026, 11, 13)).days();
    ready.status = NoteStatus::Ready;
    std::ignore = m_desk->session().notebook().addNote(ready, u"It was long."_s);
    startNote(u"The counter"_s, u"[Last week](week:2026-W46), [never](week:2019-W01), ![the desk](images/desk.png)."_s);
    QTRY_COMPARE(m_desk->session().shelf().notes().size(), size_t(2));
    PublishDialog *dialog = openPublish();
    QVERIFY(dialog);
    const auto *page = dialog->findChild<PreviewView *>();
    const auto says = [&](const QString &words) { return page->toPlainText().contains(words); };
    const auto linkOf = [&](const QString &words) { return page->document()->find(words).charFormat().anchorHref(); };
    dialog->setTarget(u"page"_s);
    QTRY_VERIFY(buttonSaying(*dialog, u"Write the page"_s)->isEnabled());
    QVERIFY2(says(u"Last week, never, the desk."_s), qPrintable(page->toPlainText()));
    QCOMPARE(linkOf(u"Last week"_s), QString());
    QVERIFY(!says(u"The queue"_s));
    dialog->setTarget(u"site"_s);
    QCOMPARE(linkOf(u"Last week"_s), u"../the-queue/"_s);
    QCOMPARE(linkOf(u"never"_s), QString());
    QVERIFY(says(u"The queue"_s)); // the note before
    const auto losses = [&] {      // in words
        QStringList words;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            words << label->text();
        return words.filter(u"nowhere"_s).join(u' ');
    };
    QVERIFY2(losses().contains(u"A link to a note"_s), qPrintable(losses()));
    dialog->setTarget(u"page"_s);
    QVERIFY2(losses().contains(u"2 links to notes"_s), qPrintable(losses()));
}

void TestWindow::keysGoThroughPublishInItsOrder()
{
    openEmpty();
    startNote(u"The counter"_s, u"Eleven people, [a link](https://a.example) and another person. TODO"_s);
    PublishDialog *dialog = openPublish();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY(buttonSaying(*dialog, u"Write the page"_s)->isEnabled());
    QTRY_VERIFY(buttonSaying(*dialog, u"Not here"_s));
    QTRY_VERIFY(buttonSaying(*dialog, u"Write the page"_s)->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // from the last to the first
    QStringList order;
    for (int i = 0; i < 6; ++i) {
        const QWidget *at = QApplication::focusWidget();
        const auto *button = qobject_cast<const QAbstractButton *>(at);
        order << (button ? button->text().remove(u'&') : QString::fromLatin1(at->metaObject()->className()));
        QTest::keyClick(const_cast<QWidget *>(at), Qt::Key_Tab);
    }
    QCOMPARE(order, (QStringList{u"Desktop"_s, u"Weeknotes::PreviewView"_s, u"Check links"_s, u"QListView"_s,
                                 u"Not here"_s, u"Show in the text"_s}));
}

void TestWindow::markingAsPublishedKeepsTheText()
{
    openEmpty();
    startNote(u"The counter"_s, u"Eleven people."_s);
    PublishDialog *dialog = openPublish();
    QVERIFY(dialog);
    QPushButton *mark = buttonSaying(*dialog, u"Mark as published"_s);
    QVERIFY(mark->isEnabled()); // it may have gone out where it has no address
    auto *address = dialog->findChild<PublishPlaces *>()->findChild<QLineEdit *>();
    const QSignalSpy written(dialog, &PublishDialog::written);
    QTest::keyClick(address, Qt::Key_Return); // says nothing
    QVERIFY(mark->isEnabled());
    const QSignalSpy refused(dialog->findChild<PublishPlaces *>(), &PublishPlaces::failed);
    address->setText(u"javascript:alert(1)"_s);
    QTest::mouseClick(mark, Qt::LeftButton);
    QCOMPARE(refused.count(), 1);
    address->setText(u"not an address"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(refused.count(), 2);
    QVERIFY(buttonSaying(*dialog, u"Mark as published"_s)->isEnabled());
    address->setText(u"example.org/counter"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_COMPARE(m_desk->session().draft()->fields().status, NoteStatus::Published);
    QTRY_VERIFY(address->text().isEmpty());
    QVERIFY(!mark->isEnabled());
    QCOMPARE(written.count(), 0);
    QTest::mouseClick(buttonSaying(*dialog, u"Close"_s), Qt::LeftButton);
    editor().setFocus();
    QTest::keyClick(&editor(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(&editor(), u" More."_s);
    QTRY_VERIFY(isSaved());
    QCOMPARE(editor().markdown(), u"Eleven people. More."_s);
    QCOMPARE(m_desk->session().draft()->savedHeader().fields.canonical, QUrl(u"https://example.org/counter"_s));
}

void TestWindow::aNoteGoesToTheClipboard()
{
    openEmpty();
    startNote(u"The counter"_s, u"Eleven people."_s);
    editor().moveCursor(QTextCursor::End);
    editor().insertPlainText(u"\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- private\nsecretword\n-->\n\nThe end."_s);
    QTRY_VERIFY(isSaved());
    PublishDialog *dialog = openPublish();
    QVERIFY(dialog);
    const auto says = [dialog](const QString &words) {
        return std::ranges::any_of(dialog->findChildren<QLabel *>(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    QTest::mouseClick(buttonSaying(*dialog, u"Medium"_s), Qt::LeftButton);
    QTRY_VERIFY(says(u"table"_s)); // what does not survive there
    for (const auto &target : {u"Medium"_s, u"WordPress"_s, u"Document"_s, u"Markdown"_s, u"Plain text"_s}) {
        QTest::mouseClick(buttonSaying(*dialog, target), Qt::LeftButton);
        QGuiApplication::clipboard()->clear();
        QTRY_VERIFY(buttonSaying(*dialog, u"Copy"_s)->isEnabled());
        QTest::mouseClick(buttonSaying(*dialog, u"Copy"_s), Qt::LeftButton);
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        QVERIFY2(copied->text().contains(u"Eleven people."_s), qPrintable(target));
        QVERIFY2(!copied->text().contains(u"secretword"_s) && !copied->html().contains(u"secretword"_s),
                 qPrintable(target));
        QVERIFY(says(u"on the clipboard"_s));
        QVERIFY(says(u"One passage that readers must not see was left out."_s));
    }
    editor().replaceAll(u"Twelve people."_s); // as a fix of the last look does
    QTest::mouseClick(buttonSaying(*dialog, u"Copy"_s), Qt::LeftButton);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"Twelve people."_s));
    // It is remembered, for this library.
    QCOMPARE(m_desk->settings().publishTarget(m_desk->session().folder()), u"clip-text"_s);
    QVERIFY(m_desk->settings().publishTarget(u"/another"_s).isEmpty());
}

void TestWindow::changedSincePublished()
{
    openEmpty();
    startNote(u"The counter"_s, u"Eleven people."_s);
    const NoteId id = m_desk->session().draft()->noteId();
    std::ignore =
        m_desk->session().notebook().setPublished(id, QUrl(u"https://example.org/counter"_s), QDate(2026, 11, 18));
    QTRY_COMPARE(m_desk->session().draft()->savedHeader().fields.status, NoteStatus::Published);
    editor().setFocus();
    QTest::keyClick(&editor(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(&editor(), u" More."_s);
    QTRY_VERIFY(isSaved());
    PublishDialog *dialog = openPublish();
    QVERIFY(dialog);
    dialog->setFolder(m_desk->path(u"pages"_s));
    QTRY_VERIFY(dialog->findChild<Banner *>()->text().contains(u"Changed since"_s));
    QTRY_VERIFY(buttonSaying(*dialog, u"example.org/counter"_s));
    QTRY_VERIFY(buttonSaying(*dialog, u"Write the page"_s)->isEnabled());
    const QSignalSpy written(dialog, &PublishDialog::written);
    QTest::mouseClick(buttonSaying(*dialog, u"Publish again"_s), Qt::LeftButton);
    QTRY_COMPARE(written.count(), 1);
}

void TestWindow::publishesAgainToTheSamePlace_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("site") << u"https://example.org/notes/counter/"_s << u"pdf"_s << u"Update the site"_s << u"Site"_s;
    QTest::newRow("Medium") << u"https://medium.com/@a/counter"_s << u"pdf"_s << u"Copy for Medium"_s << u"Medium"_s;
    QTest::newRow("WordPress") << u"https://a.wordpress.com/counter"_s << u"pdf"_s << u"Copy for WordPress"_s
                               << u"WordPress"_s;
    QTest::newRow("anywhere") << u"https://elsewhere.example/counter"_s << u"clip-text"_s << u"Publish again"_s
                              << u"Plain text"_s;
}

void TestWindow::publishesAgainToTheSamePlace()
{
    QFETCH(QString, place);
    QFETCH(QString, last);
    QFETCH(QString, choice);
    QFETCH(QString, chosen);
    openEmpty();
    startNote(u"The counter"_s, u"Eleven people."_s);
    const QString library = m_desk->session().folder();
    m_desk->settings().setPublishTarget(library, last);
    m_desk->settings().setPublishFolder(library, u"site"_s, m_desk->path(u"site"_s));
    std::ignore = m_desk->session().notebook().changeSettings(
        [](LibrarySettings &settings) { settings.baseUrl = QUrl(u"https://example.org/notes/"_s); });
    std::ignore = m_desk->session().notebook().setPublished(m_desk->session().draft()->noteId(), QUrl(place),
                                                            QDate(2026, 11, 18));
    QTRY_COMPARE(m_desk->session().draft()->savedHeader().fields.status, NoteStatus::Published);
    editor().moveCursor(QTextCursor::End);
    editor().insertPlainText(u" More."_s);
    QTRY_VERIFY(isSaved());
    QGuiApplication::clipboard()->clear();
    PublishDialog *dialog = openPublish();
    QVERIFY(dialog);
    const QSignalSpy written(dialog, &PublishDialog::written);
    QTRY_VERIFY(buttonSaying(*dialog->findChild<Banner *>(), choice)); // perhaps before the text was read
    QTest::mouseClick(buttonSaying(*dialog->findChild<Banner *>(), choice), Qt::LeftButton);
    QTRY_VERIFY(written.count() == 1 || QGuiApplication::clipboard()->text().contains(u"Eleven people. More."_s));
    QVERIFY(buttonSaying(*dialog->findChild<TargetChoice *>(), chosen)->isChecked());
    QVERIFY(buttonSaying(*dialog->findChild<Banner *>(), choice)); // until it is up to date there
    QCOMPARE(QFile::exists(m_desk->path(u"site/counter/index.html"_s)), chosen == u"Site"_s);
}

void TestWindow::theStripSaysWhatChangedSincePublished()
{
    openEmpty();
    startNote(u"The counter"_s, u"Eleven people."_s);
    const auto strip = [this] {
        return buttonSaying(*m_desk->window().findChild<StatusStrip *>(), u"Changed since published"_s);
    };
    std::ignore = m_desk->session().notebook().setPublished(
        m_desk->session().draft()->noteId(), QUrl(u"https://example.org/counter"_s), QDate(2026, 11, 18));
    QTRY_COMPARE(m_desk->session().draft()->savedHeader().fields.status, NoteStatus::Published);
    QVERIFY(!strip());
    editor().setFocus();
    QTest::keyClick(&editor(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(&editor(), u" More."_s);
    QTRY_VERIFY(strip());
    const QModelIndex row =
        static_cast<const TimelineModel *>(list().model())->indexOf(m_desk->session().draft()->noteId());
    QVERIFY(row.data(TimelineModel::ChangedRole).toBool());
    QTest::mouseClick(strip(), Qt::LeftButton);
    PublishDialog *dialog = nullptr;
    QTRY_VERIFY(dialog = m_desk->window().findChild<PublishDialog *>());
    QTRY_VERIFY(dialog->findChild<Banner *>()->text().contains(u"18 November"_s));
    dialog->reject();
    QTRY_VERIFY(!m_desk->window().findChild<PublishDialog *>());
    editor().replaceAll(u"Eleven people."_s); // as it stands there
    QTRY_VERIFY(!strip());
    QVERIFY(!row.data(TimelineModel::ChangedRole).toBool());
}

void TestWindow::theLinkOfAPageIsCopied()
{
    openEmpty();
    startNote(u"The counter"_s, u"Eleven people."_s);
    PublishDialog *dialog = openPublish();
    QVERIFY(dialog);
    QVERIFY(!buttonSaying(*dialog, u"Copy link"_s)); // nobody knows where it will stand
    dialog->reject();
    QTRY_VERIFY(!m_desk->window().findChild<PublishDialog *>());
    const QUrl base(u"https://example.org/notes/"_s);
    std::ignore =
        m_desk->session().notebook().changeSettings([base](LibrarySettings &settings) { settings.baseUrl = base; });
    QTRY_COMPARE(m_desk->session().shelf().settings().baseUrl, base);
    dialog = openPublish();
    QVERIFY(dialog);
    dialog->setFolder(m_desk->path(u"pages"_s));
    QPushButton *copy = buttonSaying(*dialog, u"Copy link"_s);
    QVERIFY(copy && !copy->isEnabled());
    QTRY_VERIFY(buttonSaying(*dialog, u"Write the page"_s)->isEnabled());
    QTest::mouseClick(buttonSaying(*dialog, u"Write the page"_s), Qt::LeftButton);
    QTRY_VERIFY(copy->isEnabled());
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"https://example.org/notes/the-counter/"_s);
    QTest::mouseClick(buttonSaying(*dialog, u"Plain text"_s), Qt::LeftButton);
    QVERIFY(!buttonSaying(*dialog, u"Copy link"_s));
}

void TestWindow::aPublishedPageSaysWhereItStands()
{
    openEmpty();
    startNote(u"The counter"_s, u"Eleven people."_s);
    const QUrl base(u"https://example.org/notes/"_s);
    std::ignore =
        m_desk->session().notebook().changeSettings([base](LibrarySettings &settings) { settings.baseUrl = base; });
    QTRY_COMPARE(m_desk->session().shelf().settings().baseUrl, base);
    PublishDialog *dialog = openPublish();
    QVERIFY(dialog);
    dialog->setFolder(m_desk->path(u"pages"_s));
    QCOMPARE(dialog->resultPath(), m_desk->path(u"pages/the-counter/index.html"_s));
    dialog->findChild<PublishPlaces *>()->findChild<QLineEdit *>()->setText(u"https://example.org/notes/eleven"_s);
    QTest::mouseClick(buttonSaying(*dialog, u"Mark as published"_s), Qt::LeftButton);
    const QString path = m_desk->path(u"pages/eleven/index.html"_s);
    QTRY_COMPARE(dialog->resultPath(), path);
    const QSignalSpy written(dialog, &PublishDialog::written);
    QTRY_VERIFY(buttonSaying(*dialog, u"Write the page"_s)->isEnabled());
    QTest::mouseClick(buttonSaying(*dialog, u"Write the page"_s), Qt::LeftButton);
    QTRY_COMPARE(written.count(), 1);
    QCOMPARE(written.front().front().toString(), path);
    QTRY_VERIFY(buttonSaying(*dialog, u"Open it"_s)->isEnabled());
    QFile page(path);
    QVERIFY(page.open(QFile::ReadOnly));
    const QByteArray html = page.readAll();
    QVERIFY(html.contains("https://example.org/notes/eleven"));
    QVERIFY(html.contains("2026-11-20"));
}

void TestWindow::headFieldsAreSaved()
{
    openEmpty();
    startNote(u"The counter"_s, u"Text."_s);
    const auto lines = m_desk->window().notePane().head().findChildren<GrowingLine *>();
    QCOMPARE(lines.size(), 2);
    lines[0]->setFocus();
    QTest::keyClick(lines[0], Qt::Key_Return); // on to the subtitle
    QVERIFY(lines[1]->hasFocus());
    QTest::keyClicks(lines[1], u"with a queue"_s);
    QTest::keyClick(lines[1], Qt::Key_Return); // on to the text
    QVERIFY(editor().hasFocus());
    QVERIFY(preview().contains(u"with a queue"_s));
    QTRY_VERIFY(isSaved());
    QCOMPARE(m_desk->session().draft()->savedHeader().fields.subtitle, u"with a queue"_s);
    QTRY_VERIFY(list().model()->rowCount() == 2);
    QTRY_COMPARE(list().model()->index(1, 0).data().toString(), u"The counter"_s);
}

void TestWindow::turningAwaySavesAtOnce()
{
    openEmpty();
    startNote(u"The counter"_s, u"Text."_s);
    QTRY_VERIFY(isSaved());
    for (QWidget *field : {static_cast<QWidget *>(&editor()),
                           static_cast<QWidget *>(m_desk->window().notePane().head().findChild<GrowingLine *>())}) {
        field->setFocus();
        QTest::keyClicks(field, u"More. "_s);
        QVERIFY(!isSaved());
        list().setFocus();
        QVERIFY(comesWithoutTimers([this] { return isSaved(); }));
    }
}

void TestWindow::aLongTitleIsSeenWhole()
{
    openEmpty();
    startNote(u"The counter"_s, u"Text."_s);
    auto *title = m_desk->window().notePane().head().findChild<GrowingLine *>();
    const int low = title->height();
    title->setFocus();
    const QString tail = u" and a very long queue"_s.repeated(8);
    QApplication::clipboard()->setText(u"\n"_s + tail.trimmed() + u"\r\n"_s);
    title->moveCursor(QTextCursor::End);
    title->paste();
    QCOMPARE(title->line(), u"The counter"_s + tail + u' '); // no line breaks
    QTRY_VERIFY(title->height() >= 3 * low);
    QVERIFY(title->document()->size().height() <= title->viewport()->height());
    QTest::keyClick(title, Qt::Key_Up); // within the title
    QVERIFY(title->hasFocus());
    QVERIFY(!title->textCursor().atEnd());
    QTest::keyClick(title, Qt::Key_Down);
    QTest::keyClick(title, Qt::Key_Down); // out of it
    QVERIFY(!title->hasFocus());
    title->setFocus();
    QTest::keyClick(title, Qt::Key_K, Qt::ControlModifier); // deletes nothing
    QVERIFY(m_desk->window().findChild<SearchField *>()->hasFocus());
    title->setLine(u"Short"_s);
    QTRY_COMPARE(title->height(), low);
}

void TestWindow::aRightToLeftNoteKeepsItsHead()
{
    openEmpty();
    startNote(u"The counter"_s, u"Text."_s);
    const auto *title = m_desk->window().notePane().head().findChild<GrowingLine *>();
    const QRect before = title->geometry();
    editor().selectAll();
    QInputMethodEvent typed;
    typed.setCommitString(u"שבוע ארוך"_s);
    QApplication::sendEvent(&editor(), &typed);
    QTRY_COMPARE(preview().contains(u"שבוע"_s), true);
    m_desk->window().resize(m_desk->window().size() + QSize(0, 10)); // the head aligns itself again
    QTRY_VERIFY(editor().document()->firstBlock().textDirection() == Qt::RightToLeft);
    QTRY_VERIFY(qAbs(title->geometry().left() - before.left()) <= 2 && qAbs(title->width() - before.width()) <= 2);
}

void TestWindow::theKeyboardReachesAll()
{
    openEmpty();
    startNote(u"The counter"_s, u"Text."_s);
    MainWindow &window = m_desk->window();
    // Once around with Tab, from the search field on: every stop can be seen and has a name.
    window.actions().search->trigger();
    QSet<QWidget *> met;
    for (int i = 0; i < 60; ++i) {
        QWidget *stop = QApplication::focusWidget();
        QVERIFY(stop);
        QVERIFY(stop->isVisible());
        if (stop == &editor() || met.contains(stop)) {
            if (met.contains(stop))
                break;
            met.insert(stop);
            window.actions().search->trigger(); // the text keeps Tab for itself
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
            continue;
        }
        met.insert(stop);
        QTest::keyClick(stop, Qt::Key_Tab);
    }
    QVERIFY(met.size() >= 8);

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::ControlModifier);
    QVERIFY(list().hasFocus());
    QTest::keyClick(&list(), Qt::Key_Return);
    QVERIFY(editor().hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(!m_desk->session().draft());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right, Qt::AltModifier);
    QTRY_VERIFY(m_desk->session().draft());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
    auto *field = window.findChild<SearchField *>();
    QVERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(editor().hasFocus());
    QTest::keyClick(&editor(), Qt::Key_D, Qt::ControlModifier);
    NoteDetails *details = nullptr;
    QTRY_VERIFY(details = window.findChild<NoteDetails *>());
    QTest::keyClick(details->findChild<QLineEdit *>(), Qt::Key_Escape);
    QTRY_VERIFY(!window.findChild<NoteDetails *>());
    QCOMPARE(editor().markdown(), u"Text."_s); // none of these keys edits the text
}

void TestWindow::panesCanBeHidden()
{
    openEmpty();
    startNote(u"The counter"_s, u"Text."_s);
    MainWindow &window = m_desk->window();
    window.actions().timeline->trigger();
    QVERIFY(!window.timelinePane().isVisible());
    window.actions().preview->trigger();
    QVERIFY(!window.previewPane().isVisible());
    QVERIFY(!m_desk->settings().isPaneShown(AppSettings::Pane::Preview));
    window.actions().preview->trigger();
    window.actions().timeline->trigger();
    window.actions().focus->trigger();
    QVERIFY(!window.previewPane().isVisible() && !window.timelinePane().isVisible());
    window.actions().focus->trigger();
    QVERIFY(window.previewPane().isVisible() && window.timelinePane().isVisible());

    window.resize(700, 500); // no room: the preview goes, and comes when it is asked for
    QTRY_VERIFY(!window.previewPane().isVisible());
    window.actions().preview->trigger();
    QVERIFY(window.previewPane().isVisible());
}

void TestWindow::darkAndLightAtOnce()
{
    openEmpty();
    startNote(u"The counter"_s, u"Text."_s);
    const auto ground = [this] {
        return m_desk->window().grab().toImage().pixelColor(m_desk->window().width() / 2, 300).lightness();
    };
    QVERIFY(ground() > 200);
    m_desk->window().actions().dark->trigger();
    QTRY_VERIFY(ground() < 60);
    QCOMPARE(m_desk->settings().scheme(), SchemeChoice::Dark);
    m_desk->window().actions().light->trigger();
    QTRY_VERIFY(ground() > 200);
}

void TestWindow::editorAndPageShareAFrame_data()
{
    QTest::addColumn<int>("paragraphs");
    QTest::addColumn<bool>("inFrame");
    QTest::newRow("up to 10,000 words") << 1000 << true;
    QTest::newRow("the editor first beyond") << 2000 << false;
}

void TestWindow::editorAndPageShareAFrame()
{
    QFETCH(int, paragraphs);
    QFETCH(bool, inFrame);
    openEmpty();
    startNote(u"The counter"_s, u"First words."_s);
    editor().insertPlainText(u"\n\nSome words of what happened this week."_s.repeated(paragraphs));
    QTRY_COMPARE(preview().count(u"happened"_s), paragraphs);
    struct Painted : QObject
    {
        std::function<bool()> isOnPage;
        std::optional<bool> was;
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Paint && !was)
                was = isOnPage();
            return false;
        }
    } painted;
    painted.isOnPage = [this] { return preview().contains(u"Q"_s); };
    QCoreApplication::processEvents();
    editor().viewport()->installEventFilter(&painted);
    QTest::keyClicks(&editor(), u"Q"_s);
    QTRY_VERIFY(painted.was.has_value());
    QCOMPARE(*painted.was, inFrame);
    QTRY_VERIFY(preview().contains(u"Q"_s));
}

/// This week's note and the last one's, and no window any more.
void TestWindow::writeTwoWeeks()
{
    openEmpty();
    startNote(u"One"_s, u"First."_s);
    m_desk->window().actions().previousWeek->trigger();
    QTRY_VERIFY(!m_desk->session().draft());
    startNote(u"Two"_s, u"Second."_s);
    m_desk->close();
}

void TestWindow::aNoteCanBeNamed()
{
    writeTwoWeeks();
    m_desk->open(u"2026-W46"_s);
    QTRY_COMPARE(editor().markdown(), u"Second."_s);
    m_desk->close();
    m_desk->open(u"no such note"_s);
    QTRY_VERIFY(std::ranges::any_of(m_desk->window().findChildren<Banner *>(), [](const Banner *banner) {
        return banner->isVisible() && banner->text().contains(u"no such note"_s);
    }));
}

void TestWindow::aNoteNamedWhileOpeningIsShown()
{
    writeTwoWeeks();
    m_desk->open(u"2026-W47"_s);
    QVERIFY(!m_desk->session().isOpen());
    m_desk->window().comeForward(u"2026-W46"_s); // a second start
    QTRY_COMPARE(editor().markdown(), u"Second."_s);
    m_desk->window().comeForward(u"2026-W47"_s);
    QTRY_COMPARE(editor().markdown(), u"First."_s);
}

void TestWindow::aChangeElsewhereIsAConflict()
{
    openEmpty();
    startNote(u"One"_s, u"Mine"_s);
    Session &session = m_desk->session();
    const NoteHeader before = session.draft()->savedHeader();
    // Another window saves the same note; here something is being written.
    SystemClock clock;
    auto other = Library::open(session.folder(), clock);
    QVERIFY(other);
    QTest::keyClicks(&editor(), u" and more"_s);
    QVERIFY((*other)->saveNote(before.id, before.revision, before.fields, {u"Theirs"_s, u"Theirs"_s, 1, 1, {}}));
    Banner &banner = m_desk->window().notePane().banner();
    QTRY_VERIFY(banner.isVisible());
    QCOMPARE(editor().markdown(), u"Mine and more"_s);
    QTest::mouseClick(buttonSaying(banner, u"Keep mine"_s), Qt::LeftButton);
    QTRY_VERIFY(isSaved());
    QVERIFY(!banner.isVisible());
    QCOMPARE((*other)->note(before.id)->text, u"Mine and more"_s);
    const auto versions = (*other)->versions(before.id);
    QVERIFY(versions && !versions->empty());
    QVERIFY(std::ranges::any_of(*versions, [&](const Version &version) {
        return (*other)->versionText(version.id) == u"Theirs"_s; // nothing is lost
    }));
}

void TestWindow::theSampleStandsBesideOnesOwn()
{
    openEmpty();
    startNote(u"One"_s, u"First."_s);
    const NoteId note = m_desk->session().draft()->noteId();
    const QString own = m_desk->session().folder();
    SampleLibrary sample(m_desk->session(), own, Notebook::Missing::Refuse);
    connect(&m_desk->window(), &MainWindow::sampleRequested, &sample, &SampleLibrary::toggle);
    m_desk->window().actions().sample->trigger();
    QTRY_COMPARE(m_desk->session().folder(), SampleLibrary::folder());
    QTRY_VERIFY(m_desk->session().draft());
    QTRY_VERIFY(list().model()->rowCount() > 12);
    QVERIFY(preview().contains(m_desk->session().draft()->fields().title));
    QVERIFY(!m_desk->session().shelf().note(note));
    m_desk->window().actions().sample->trigger();
    QTRY_COMPARE(m_desk->session().folder(), own);
    QTRY_COMPARE(editor().markdown(), u"First."_s);
    QCOMPARE(m_desk->session().draft()->noteId(), note);
    QCOMPARE(m_desk->session().shelf().notes().size(), size_t(1));
}

void TestWindow::onesOwnLibraryIsNotMadeAnewAfterTheSample()
{
    openEmpty();
    const QString own = m_desk->session().folder();
    SampleLibrary sample(m_desk->session(), own, Notebook::Missing::Make);
    sample.toggle();
    QTRY_VERIFY(m_desk->session().draft());
    sample.toggle();
    QTRY_VERIFY(m_desk->session().isOpen() && m_desk->session().folder() == own);
    sample.toggle();
    QTRY_VERIFY(m_desk->session().draft());
    QVERIFY(QDir().rename(own, own + u"-away"_s)); // as a drive that is pulled out
    const QSignalSpy failed(&m_desk->session(), &Session::openFailed);
    sample.toggle();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!QFileInfo::exists(own));
    QVERIFY(buttonSaying(m_desk->window(), u"Try again"_s));
    QVERIFY(m_desk->window().actions().sample->text().contains(u"sample"_s));
}

void TestWindow::aFolderThatIsNoLibraryIsSaid()
{
    QDir().mkpath(m_desk->path(u"library"_s));
    QFile file(m_desk->path(u"library/notes.sqlite"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("no database at all, but long enough to be read as one, if one did not look closely");
    file.close();
    m_desk->open();
    QTRY_VERIFY(std::ranges::any_of(m_desk->window().findChildren<QLabel *>(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"could not be opened"_s);
    }));
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(file.readAll().startsWith("no database")); // untouched
}

void TestWindow::nothingIsTypedBeforeThereIsANote()
{
    m_desk->open();
    const WindowActions &actions = m_desk->window().actions();
    QVERIFY(!editor().isVisible());
    QTest::keyClicks(&editor(), u"lost"_s);
    QCOMPARE(editor().markdown(), QString());
    for (const QAction *action : {actions.newNote, actions.import, actions.publish, actions.nextWeek})
        QVERIFY(!action->isEnabled());
    QTRY_VERIFY(actions.newNote->isEnabled());
    QTRY_VERIFY(m_desk->window().findChild<FirstRun *>()->isVisible());
    startNote(u"One"_s, u"First."_s);
    QCOMPARE(editor().markdown(), u"First."_s);

    m_desk->session().open(m_desk->path(u"another"_s));
    QVERIFY(!editor().isVisible());
    QVERIFY(!actions.newNote->isEnabled());
    QTRY_VERIFY(actions.newNote->isEnabled());
}

void TestWindow::aReloadWhileOpeningLosesNothing()
{
    openEmpty();
    startNote(u"One"_s, u"First."_s);
    m_desk->close();
    m_desk->open();
    QTimer again; // often enough to meet the first shelf being read, and not so often that reading never ends
    connect(&again, &QTimer::timeout, &m_desk->session(), &Session::reload);
    connect(&m_desk->session(), &Session::opened, &again, &QTimer::stop);
    again.start(1ms);
    QTRY_VERIFY(m_desk->session().draft());
    QCOMPARE(editor().markdown(), u"First."_s);
    QCOMPARE(m_desk->session().shelf().notes().size(), 1);
}

void TestWindow::aConflictKeepsTheDraftUntilDecided()
{
    openEmpty();
    startNote(u"One"_s, u"Mine"_s);
    quarrel();
    Banner &banner = m_desk->window().notePane().banner();
    const NoteId id = m_desk->session().draft()->noteId();
    const QString question = banner.text();
    Q_EMIT m_desk->window().notePane().head().detailsChanged({}, m_desk->session().draft()->fields());
    QCOMPARE(banner.text(), question);
    banner.dismiss();
    m_desk->window().actions().previousWeek->trigger();
    QTRY_VERIFY(banner.isVisible());
    banner.dismiss();
    QVERIFY(!m_desk->window().close());
    QTRY_VERIFY(banner.isVisible());
    banner.dismiss();
    m_desk->window().actions().publish->trigger();
    QTRY_VERIFY(banner.isVisible());
    QVERIFY(!m_desk->window().findChild<PublishDialog *>());
    QVERIFY(m_desk->window().isVisible());
    QVERIFY(m_desk->session().draft() && m_desk->session().draft()->noteId() == id);
    QCOMPARE(editor().markdown(), u"Mine and more"_s);

    QTest::mouseClick(buttonSaying(banner, u"Take theirs"_s), Qt::LeftButton);
    QTRY_VERIFY(isSaved());
    QCOMPARE(editor().markdown(), u"Theirs"_s);
    const auto labels = m_desk->window().findChild<StatusStrip *>()->findChildren<QLabel *>();
    QVERIFY(std::ranges::none_of(labels, [](const QLabel *label) { return label->text().contains(u"Not saved"_s); }));
    QVERIFY(m_desk->window().close());
}

void TestWindow::closingSavesFirst()
{
    openEmpty();
    startNote(u"One"_s, u"First."_s);
    QTest::keyClicks(&editor(), u" More."_s);
    QVERIFY(!m_desk->window().close()); // not before the words are on disk
    QTRY_VERIFY(!m_desk->window().isVisible());
    QVERIFY(isSaved());
    m_desk->close();
    m_desk->open();
    QTRY_COMPARE(editor().markdown(), u"First. More."_s);
}

void TestWindow::closingOnAFailedSaveAsks()
{
    openEmpty();
    startNote(u"One"_s, u"First."_s);
    const QString library = m_desk->session().folder();
    QVERIFY(QDir().rename(library, library + u"-away"_s)); // as a drive that is pulled out
    QTest::keyClicks(&editor(), u" More."_s);
    QVERIFY(!m_desk->window().close());
    QMessageBox *box = nullptr;
    QTRY_VERIFY(box = m_desk->window().findChild<QMessageBox *>());
    QTest::mouseClick(buttonSaying(*box, u"Keep writing"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_desk->window().findChild<QMessageBox *>());
    QVERIFY(m_desk->window().isVisible());
    QVERIFY(!m_desk->window().close());
    QTRY_VERIFY(box = m_desk->window().findChild<QMessageBox *>());
    QTest::mouseClick(buttonSaying(*box, u"lose it"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_desk->window().isVisible());
}

void TestWindow::whatCantBeSavedGoesElsewhere()
{
    openEmpty();
    startNote(u"The counter"_s, u"First."_s);
    MainWindow &window = m_desk->window();
    const auto put = [this, &window](const QString &name) {
        const auto *dialog = window.findChild<QFileDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
        QVERIFY(dialog->selectedFiles().constFirst().endsWith(u"/the-counter.md"));
        Q_EMIT window.findChild<QFileDialog *>()->fileSelected(m_desk->path(name));
        window.findChild<QFileDialog *>()->close();
        QTRY_VERIFY(!window.findChild<QFileDialog *>());
    };
    const auto banner = [&window] { return window.findChildren<Banner *>().constFirst(); };
    const QString library = m_desk->session().folder();
    QVERIFY(QDir().rename(library, library + u"-away"_s)); // as a drive that is pulled out
    QTest::keyClicks(&editor(), u" More."_s);
    QTRY_VERIFY(buttonSaying(*banner(), u"Save it elsewhere"_s));
    QTest::mouseClick(buttonSaying(*banner(), u"Save it elsewhere"_s), Qt::LeftButton);
    QVERIFY(!banner()->text().isEmpty()); // the trouble lasts
    put(u"none/there.md"_s);
    QTRY_VERIFY(banner()->text().contains(u"none"_s));

    QVERIFY(!window.close());
    QMessageBox *box = nullptr;
    QTRY_VERIFY(box = window.findChild<QMessageBox *>());
    QTest::mouseClick(buttonSaying(*box, u"Save it elsewhere"_s), Qt::LeftButton);
    QTRY_VERIFY(!window.findChild<QMessageBox *>());
    put(u"kept.md"_s);
    QTRY_VERIFY(!window.isVisible());
    QFile file(m_desk->path(u"kept.md"_s));
    QVERIFY(file.open(QFile::ReadOnly));
    const QString kept = QString::fromUtf8(file.readAll());
    QVERIFY(kept.startsWith(u"---\n"));
    QVERIFY(kept.contains(u"The counter"_s));
    QVERIFY(kept.endsWith(u"First. More."));
}

void TestWindow::aReadOnlyLibraryTakesNoWords()
{
    openEmpty();
    startNote(u"One"_s, u"First."_s);
    m_desk->close();
    const Test::ReadOnlyForAll readOnly({m_desk->path({}), m_desk->path(u"library"_s)});
    const Test::Unprivileged user;
    if (!user.isEffective())
        QSKIP("rights can't be given up here");
    m_desk->open();
    QTRY_COMPARE(editor().markdown(), u"First."_s);
    editor().setFocus();
    QTest::keyClicks(&editor(), u"lost"_s);
    QTest::keyClick(&editor(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(editor().markdown(), u"First."_s);
    const WindowActions &actions = m_desk->window().actions();
    for (const QAction *action : {actions.newNote, actions.import, actions.details, actions.strong})
        QVERIFY(!action->isEnabled());
    QVERIFY(actions.publish->isEnabled());
    QVERIFY(m_desk->window().close());
}

void TestWindow::detailsGoWithTheFieldsTheyShow()
{
    openEmpty();
    startNote(u"One"_s, u"First."_s);
    NoteHead &head = m_desk->window().notePane().head();
    head.showDetails();
    QVERIFY(m_desk->window().findChild<NoteDetails *>());
    NoteFields fields = head.fields();
    head.setFields(fields);
    QVERIFY(m_desk->window().findChild<NoteDetails *>()->isVisible());
    fields.status = NoteStatus::Published;
    head.setFields(fields);
    QTRY_VERIFY(!m_desk->window().findChild<NoteDetails *>());
    QCOMPARE(head.fields().status, NoteStatus::Published);
}

void TestWindow::aRefusedSwitchKeepsTheList()
{
    openEmpty();
    startNote(u"One"_s, u"First."_s);
    const NoteId first = m_desk->session().draft()->noteId();
    m_desk->window().actions().previousWeek->trigger();
    QTRY_VERIFY(!m_desk->session().draft());
    startNote(u"Two"_s, u"Second."_s);
    const NoteId second = m_desk->session().draft()->noteId();
    QTRY_COMPARE(list().model()->rowCount(), 3);
    quarrel();
    const Week week = m_desk->session().week();
    const QSignalSpy kept(&m_desk->session(), &Session::draftKept);
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Up);
    QTRY_COMPARE(kept.count(), 1);
    QCOMPARE(m_desk->session().draft()->noteId(), second);
    QCOMPARE(m_desk->session().week(), week);
    QCOMPARE(list().currentIndex(), static_cast<TimelineModel *>(list().model())->indexOf(second));
    QTRY_VERIFY(buttonSaying(m_desk->window().notePane().banner(), u"Take theirs"_s)); // after a look at theirs
    QTest::mouseClick(buttonSaying(m_desk->window().notePane().banner(), u"Take theirs"_s), Qt::LeftButton);
    QTRY_VERIFY(isSaved());
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Up);
    QTRY_COMPARE(m_desk->session().draft()->noteId(), first);
    QVERIFY(list().hasFocus()); // the keyboard went nowhere
}

void TestWindow::aDoubleStartIsOneNote()
{
    openEmpty();
    QPushButton *start = buttonSaying(*m_desk->window().findChild<FirstRun *>(), u"Start"_s);
    QTest::mouseDClick(start, Qt::LeftButton);
    Q_EMIT start->clicked();
    QTRY_VERIFY(m_desk->session().draft());
    Q_EMIT start->clicked();
    QCOMPARE(m_desk->session().shelf().notes().size(), 1);
}

void TestWindow::aFortnightDoesNotOverlap()
{
    openEmpty();
    startNote(u"One"_s, u"First."_s);
    const NoteId first = m_desk->session().draft()->noteId();
    const QSignalSpy occupied(&m_desk->session(), &Session::occupied);
    m_desk->window().actions().newFortnight->trigger();
    QCOMPARE(occupied.count(), 1);
    QCOMPARE(m_desk->session().draft()->noteId(), first);
    m_desk->session().showWeek(m_desk->session().week().plus(-3));
    QTRY_VERIFY(!m_desk->session().draft());
    m_desk->window().actions().newFortnight->trigger();
    QTRY_VERIFY(m_desk->session().draft());
    const Period days = *m_desk->session().draft()->fields().covers;
    QCOMPARE(days, (Period{QDate(2026, 10, 19), QDate(2026, 11, 1)}));
    QCOMPARE(m_desk->session().week(), Week::of(days.last));
}

void TestWindow::aMovedPeriodMovesTheWeekInView()
{
    openEmpty();
    startNote(u"One"_s, u"First."_s);
    NoteFields fields = m_desk->session().draft()->fields();
    fields.covers = Period{QDate(2026, 11, 2), QDate(2026, 11, 8)};
    m_desk->session().draft()->setFields(fields);
    QTRY_COMPARE(m_desk->session().week(), Week::of(QDate(2026, 11, 2)));
    QVERIFY(isSaved());
}

void TestWindow::quickStepsAddUp()
{
    openEmpty();
    startNote(u"One"_s, u"First."_s);
    const Week week = m_desk->session().week();
    QTest::keyClicks(&editor(), u" More."_s); // leaving it takes a save
    for (int i = 0; i < 3; ++i)
        m_desk->window().actions().previousWeek->trigger();
    QTRY_COMPARE(m_desk->session().week(), week.plus(-3));
    m_desk->window().actions().newNote->trigger(); // of this week, wherever one is
    QTRY_COMPARE(m_desk->session().week(), week);
    QCOMPARE(editor().markdown(), u"First. More."_s);
}

void TestWindow::aNarrowWindowShowsTheTimelineWhenAsked()
{
    openEmpty();
    startNote(u"One"_s, u"First."_s);
    MainWindow &window = m_desk->window();
    window.resize(600, 500);
    QTRY_VERIFY(!window.timelinePane().isVisible());
    window.actions().timeline->trigger();
    QVERIFY(window.timelinePane().isVisible());
    window.actions().timeline->trigger();
    QVERIFY(!window.timelinePane().isVisible());
    window.actions().goTimeline->trigger();
    QVERIFY(list().isVisible() && list().hasFocus());
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
