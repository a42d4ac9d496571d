// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/appsettings.h"
#include "app/banner.h"
#include "app/besidepane.h"
#include "app/copydialog.h"
#include "app/editactions.h"
#include "app/elsewhere.h"
#include "app/emptystate.h"
#include "app/exports.h"
#include "app/findactions.h"
#include "app/firstrun.h"
#include "app/importdialog.h"
#include "app/libraries.h"
#include "app/librarycare.h"
#include "app/links.h"
#include "app/lookactions.h"
#include "app/markdowncopy.h"
#include "app/notechanges.h"
#include "app/notehead.h"
#include "app/notepane.h"
#include "app/notesmenu.h"
#include "app/outlinepopup.h"
#include "app/pagemenu.h"
#include "app/panesplitter.h"
#include "app/paper.h"
#include "app/pictures.h"
#include "app/previewpane.h"
#include "app/publishdialog.h"
#include "app/rightweek.h"
#include "app/samplelibrary.h"
#include "app/schemeswitch.h"
#include "app/searchfield.h"
#include "app/searchjump.h"
#include "app/searchpopup.h"
#include "app/selectionlength.h"
#include "app/session.h"
#include "app/spellingactions.h"
#include "app/statusstrip.h"
#include "app/textandpage.h"
#include "app/textsize.h"
#include "app/timelinefilter.h"
#include "app/timelinepane.h"
#include "app/topbar.h"
#include "app/waysback.h"
#include "app/writingactions.h"
#include "cli/errortext.h"
#include "editor/markdownedit.h"
#include "preview/previewview.h"
#include "style/typography.h"
#include "timeline/periodtext.h"
#include "timeline/timelineview.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr QSize firstSize(1280, 800);
constexpr QSize smallest(560, 400);
constexpr int roomForText = 96 * Metrics::step; // the timeline is narrower first

} // namespace

MainWindow::MainWindow(Session &session, AppSettings &settings, SchemeSwitch &schemes, const QString &usualLibrary,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_settings(settings)
    , m_schemes(schemes)
    , m_actions(this)
    , m_centre(new QWidget(this))
    , m_bar(new TopBar(m_actions, m_actions.menu(this), m_centre))
    , m_banner(new Banner(m_centre))
    , m_pages(new QStackedWidget(m_centre))
    , m_blank(new QWidget(m_pages))
    , m_firstRun(new FirstRun(m_pages))
    , m_problem(new EmptyState(m_pages))
    , m_panes(new PaneSplitter(m_pages))
    , m_timeline(new TimelinePane(m_panes))
    , m_middle(new QStackedWidget(m_panes))
    , m_note(new NotePane(m_middle))
    , m_emptyWeek(new EmptyState(m_middle))
    , m_preview(new PreviewPane(session, m_panes))
    , m_beside(new BesidePane(session, m_note->editor(), m_panes))
    , m_both(new TextAndPage(m_note->editor(), m_preview->view(), this))
    , m_paper(new Paper(session, *m_preview, *m_banner, this))
    , m_status(new StatusStrip(m_centre))
    , m_results(new SearchPopup(&m_bar->search(), session, m_bar->menu(), this))
    , m_waysBack(new WaysBack(session, *m_note, *m_banner, schemes, m_actions, this))
    , m_copy(new MarkdownCopy(session, this))
    , m_libraries(new Libraries(session, settings, *m_banner, *m_problem, m_actions, usualLibrary, this))
    , m_elsewhere(new Elsewhere(session, *m_banner, this))
    , m_exports(new Exports(session, settings, *m_banner, m_actions, this))
    , m_links(new Links(session, *m_status, this))
    , m_editActions(new EditActions(m_note->editor(), m_actions, *m_links))
    , m_textSize(new TextSize(m_note->editor(), m_actions, settings))
{
    const auto *care = new LibraryCare(session, *m_banner, this);
    new RightWeek(session, *m_note, *m_banner, settings, m_actions, this);
    connect(care, &LibraryCare::elsewhereRequested, this, [this] { m_elsewhere->save(); });
    setWindowTitle(tr("Weeknotes"));
    setMinimumSize(smallest);
    setAcceptDrops(true);
    resize(firstSize);
    layOut();
    connectSession();
    connectPanes();
    connectActions();
    connectCopy();
    connectEditActions();
    connectViewActions();
    connectLookBack();
    restoreGeometry(settings.geometry());
    dress();
    showFocusable();
}

MainWindow::~MainWindow()
{
    disconnect(qApp, nullptr, this, nullptr); // what it holds loses the focus after its own part is gone
}

void MainWindow::layOut()
{
    m_middle->addWidget(m_note);
    m_middle->addWidget(m_emptyWeek);
    m_middle->setMinimumWidth(roomForText);
    m_behindLookBack = m_note;
    const QList<int> widths = m_settings.paneWidths();
    m_panes->setHandleWidth(Metrics::hairline);
    m_panes->setWidths(widths.size() == m_panes->count() ? widths
                                                         : QList<int>{Metrics::sideWidth, 2 * Metrics::sideWidth,
                                                                      2 * Metrics::sideWidth, Metrics::sideWidth});
    m_blank->setProperty("role", u"paper"_s);
    m_blank->setAttribute(Qt::WA_StyledBackground);
    m_pages->addWidget(m_blank);
    m_pages->addWidget(m_panes);
    m_pages->addWidget(m_firstRun);
    m_pages->addWidget(m_problem);

    auto *column = new QVBoxLayout(m_centre);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_bar);
    auto *messages = new QVBoxLayout;
    messages->setContentsMargins(3 * Metrics::step, 0, 3 * Metrics::step, 0);
    messages->addWidget(m_banner);
    column->addLayout(messages);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    setCentralWidget(m_centre);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::shelfChanged, this, &MainWindow::showShelf);
    connect(&m_session, &Session::noteChanged, this, [this](const NoteHeader &header) {
        m_timeline->updateNote(header, m_session.shelf());
        m_note->head().setShelf(m_session.shelf());
        m_status->showRun(m_session.shelf().run());
        showChanged();
    });
    connect(&m_session, &Session::draftOpened, this, &MainWindow::showDraft);
    connect(&m_session, &Session::draftClosed, this, [this] { showDraft(nullptr); });
    connect(&m_session, &Session::draftOpened, m_banner, &Banner::leaveNote);
    connect(&m_session, &Session::draftClosed, m_banner, &Banner::leaveNote);
    connect(&m_session, &Session::weekShown, this, [this] {
        showWeek();
        if (std::exchange(m_writeNext, false))
            writeText();
    });
    connect(&m_session, &Session::draftKept, this, &MainWindow::keepDraft);
    connect(&m_session, &Session::opening, this, &MainWindow::showOpening);
    connect(&m_session, &Session::openFailed, this, [this] {
        m_pages->setCurrentWidget(m_problem);
        nameSample();
        showFocusable();
    });
    // After what is shown because nobody named a note.
    connect(&m_session, &Session::opened, this, &MainWindow::showCalled, Qt::QueuedConnection);
    const auto showWhatMayBegin = [this] {
        showWeek();
        showFocusable();
    };
    connect(&m_session, &Session::troubled, this, showWhatMayBegin);
    connect(&m_session, &Session::recovered, this, showWhatMayBegin);
    connect(&m_session, &Session::failed, this, [this](const Error &error) {
        m_writeNext = false;
        m_timeline->setOpenNote(m_session.draft() ? m_session.draft()->noteId() : NoteId());
        m_banner->sayClosable(errorText(error));
    });
    connect(&m_session, &Session::occupied, this, [this](const NoteHeader &there) {
        m_writeNext = false;
        const bool isOpen = m_session.draft() && m_session.draft()->noteId() == there.id;
        const QString words = tr("“%1” covers some of these days already.").arg(there.fields.title);
        if (isOpen)
            return m_banner->sayOfNote(words);
        m_banner->sayOfNote(words, {{tr("Open it"), [this, id = there.id] { m_session.showNote(id); }}});
    });
    connect(&m_session, &Session::opened, this, [this] {
        m_banner->dismiss();
        m_note->setReadOnly(m_session.isReadOnly());
        showFocusable();
        nameSample();
        if (m_session.isReadOnly())
            m_banner->sayClosable(tr("This library can’t be written to. You can read it, and publish from it."));
        else if (m_session.folder() == SampleLibrary::folder())
            m_banner->tell(tr("A sample library of invented notes. Yours is untouched."),
                           {{tr("Back to my own library"), [this] { Q_EMIT sampleRequested(); }}});
    });
}

void MainWindow::connectPanes()
{
    connect(m_timeline, &TimelinePane::noteActivated, this, &MainWindow::openNote);
    connect(m_timeline, &TimelinePane::editRequested, this, [this](const NoteId &id) {
        m_writeNext = true;
        m_session.showNote(id);
    });
    auto *changes = new NoteChanges(m_session, *m_banner, m_settings, this);
    auto *notesMenu = new NotesMenu(*m_timeline, m_session, *changes, *m_exports);
    new TimelineFilter(*m_timeline, m_session, m_settings);
    connect(&m_timeline->filter(), &FilterBar::left, this, &MainWindow::writeText);
    connect(&m_timeline->filter(), &FilterBar::searchRequested, this, [this](const QString &words) {
        m_actions.search->trigger();
        m_bar->search().setText(words);
    });
    connect(m_actions.filter, &QAction::triggered, this, [this] {
        goToTimeline();
        m_timeline->filter().field().setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_actions.newPause, &QAction::triggered, notesMenu, &NotesMenu::askForPause);
    connect(m_timeline, &TimelinePane::weekActivated, &m_session, &Session::showWeek);
    connect(m_timeline, &TimelinePane::writeRequested, this, [this](const Week &week) {
        m_writeNext = true;
        m_session.startNote(week);
    });
    connect(m_timeline, &TimelinePane::pauseRequested, &m_session, &Session::addPause);
    connect(m_note, &NotePane::fieldsEdited, m_preview, &PreviewPane::showHead);
    connect(m_preview, &PreviewPane::documentShown, m_both, &TextAndPage::showChange);
    connect(m_preview, &PreviewPane::measured, m_status, &StatusStrip::showLength);
    connect(m_preview, &PreviewPane::linkActivated, m_links, &Links::follow);
    connect(m_beside, &BesidePane::linkActivated, m_links, &Links::follow);
    connect(m_beside, &BesidePane::noteActivated, &m_session, &Session::showNote);
    connect(m_emptyWeek, &EmptyState::chosen, this, [this] { startNote(NoteKind::Weeknote); });
    connect(m_firstRun, &FirstRun::startChosen, this, [this] { startNote(NoteKind::Weeknote); });
    connect(m_firstRun, &FirstRun::bringChosen, this, [this] { importArchive(); });
    connect(m_firstRun, &FirstRun::sampleChosen, this, &MainWindow::sampleRequested);
    m_jump = new SearchJump(m_session, *m_note, this);
    connect(m_results, &SearchPopup::noteChosen, this, [this](const FoundNote &found) {
        m_writeNext = true;
        m_jump->open(found);
    });
    connect(m_results, &SearchPopup::weekChosen, this, [this](const FoundWeek &found) {
        m_writeNext = true;
        if (found.toWrite)
            m_session.startNote(found.week);
        else
            m_session.showWeek(found.week);
    });
    connect(m_results, &SearchPopup::closed, this, &MainWindow::writeText);
    const auto saveNow = [this] { m_session.settle([](bool) {}); };
    connect(m_status, &StatusStrip::retryRequested, this, saveNow);
    connect(qApp, &QApplication::focusChanged, this, [this, saveNow] { // whoever turns away may pull out the drive next
        if (m_session.draft() && m_session.draft()->state() == DraftSession::State::Edited)
            saveNow();
    });
}

void MainWindow::connectActions()
{
    connect(m_actions.newNote, &QAction::triggered, this, [this] {
        m_writeNext = true;
        m_session.startNote(Week::of(m_session.clock().today(), m_session.shelf().rules()));
    });
    connect(m_actions.newFortnight, &QAction::triggered, this, [this] { startNote(NoteKind::Fortnight); });
    connect(m_actions.newPost, &QAction::triggered, this, [this] { startNote(NoteKind::Post); });
    connect(m_actions.import, &QAction::triggered, this, [this] { importArchive(); });
    connect(m_actions.publish, &QAction::triggered, this, &MainWindow::publish);
    connect(m_status, &StatusStrip::publishRequested, m_actions.publish, &QAction::trigger);
    connect(m_actions.print, &QAction::triggered, m_paper, &Paper::print);
    connect(m_actions.savePdf, &QAction::triggered, m_paper, &Paper::savePdf);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.thisWeek, &QAction::triggered, this,
            [this] { m_session.showWeek(Week::of(m_session.clock().today(), m_session.shelf().rules())); });
    connect(m_actions.previousWeek, &QAction::triggered, this, [this] { m_session.showNeighbour(-1); });
    connect(m_actions.nextWeek, &QAction::triggered, this, [this] { m_session.showNeighbour(1); });
    connect(m_actions.search, &QAction::triggered, this, [this] {
        m_bar->search().setFocus(Qt::ShortcutFocusReason);
        m_bar->search().selectAll();
    });
    connect(m_actions.goTimeline, &QAction::triggered, this, &MainWindow::goToTimeline);
    connect(m_actions.goText, &QAction::triggered, this, &MainWindow::writeText);
    connect(m_actions.sample, &QAction::triggered, this, &MainWindow::sampleRequested);
    connect(m_actions.about, &QAction::triggered, this, [this] {
        QMessageBox::about(this, tr("About Weeknotes"),
                           tr("Weeknotes %1\nDraft a weekly note, look back over the weeks, publish a page.\n\n"
                              "Free software under the GNU General Public License, version 3 or later.")
                               .arg(QStringLiteral(WEEKNOTES_VERSION)));
    });
}

void MainWindow::connectCopy()
{
    connect(m_actions.markdownCopy, &QAction::triggered, this, &MainWindow::showCopy);
    connect(m_copy, &MarkdownCopy::failed, this, [this](const Error &error) {
        m_copyTrouble = copyErrorText(error);
        m_banner->sayClosable(m_copyTrouble);
    });
    connect(m_copy, &MarkdownCopy::recovered, this, [this] {
        if (m_banner->text() == std::exchange(m_copyTrouble, {}))
            m_banner->dismiss();
    });
}

void MainWindow::connectEditActions()
{
    MarkdownEdit *editor = &m_note->editor();
    new WritingActions(*editor, m_actions, m_session, m_settings);
    new Pictures(m_session, *m_note, this);
    connect(m_actions.details, &QAction::triggered, &m_note->head(), &NoteHead::showDetails);
    new FindActions(*m_note, *m_preview, m_actions, this);
    new OutlinePopup(*m_note, m_session, m_actions, this);
    new SpellingActions(*editor, m_actions, *m_editActions, m_settings, *m_status);
    m_look = new LookActions(*m_note, m_session, m_actions, *m_status, this);
    connect(m_editActions, &EditActions::menuBegun, m_look, &LookActions::addTo);
    new PageMenu(*m_preview, m_actions, *m_links);
    const auto *selected = new SelectionLength(*editor, m_session.clock(), this);
    connect(selected, &SelectionLength::counted, m_status, &StatusStrip::showSelection);
}

void MainWindow::showDraft(DraftSession *draft)
{
    m_note->setDraft(draft);
    m_preview->setDraft(draft);
    if (!draft) {
        m_status->clear();
        return showFocusable();
    }
    connect(draft, &DraftSession::stateChanged, this, &MainWindow::showSaveState);
    connect(draft, &DraftSession::saved, this, [this, draft] {
        if (draft->state() == DraftSession::State::Edited) // again, while that was on its way
            showSaveState(draft->state());
    });
    connect(draft, &DraftSession::saveFailed, this,
            [this](const Error &error) { m_status->showFailed(errorText(error)); });
    showSaveState(draft->state());
    showChanged();
    showInMiddle(m_note);
    m_timeline->setOpenNote(draft->noteId());
    showFocusable();
    m_both->align();
}

void MainWindow::showSaveState(DraftSession::State state)
{
    if (state == DraftSession::State::Saved)
        m_status->showSaved(m_session.draft()->savedHeader().updated, m_session.clock().today());
    else if (state == DraftSession::State::Edited)
        m_status->showUnsaved();
    else if (state == DraftSession::State::Conflict)
        m_status->showFailed(tr("Somebody else changed this note."));
}

void MainWindow::showShelf()
{
    m_timeline->setShelf(m_session.shelf());
    m_note->head().setShelf(m_session.shelf());
    m_status->showRun(m_session.shelf().run());
    showChanged();
    showDoorsOrPanes();
    showWeek();
}

void MainWindow::showDoorsOrPanes()
{
    const bool first = m_session.shelf().isEmpty() && !m_session.draft() && !m_session.isAdding() && !isLookingBack();
    m_pages->setCurrentWidget(first ? static_cast<QWidget *>(m_firstRun) : m_panes);
}

void MainWindow::showWeek()
{
    const WeekRules &rules = m_session.shelf().rules();
    const Week &week = m_session.week();
    const DraftSession *draft = m_session.draft();
    m_timeline->showWeek(week);
    const bool dated = draft && draft->fields().covers;
    const Period days = dated ? *draft->fields().covers : week.days(rules);
    const std::vector<Week> weeks = weeksCoveredBy(days, rules);
    const auto number = [&rules](const Week &each) { return each.number(rules).number; };
    const QString name = weeks.size() > 1 ? tr("Weeks %1–%2").arg(number(weeks.front())).arg(number(weeks.back()))
                                          : tr("Week %1").arg(number(week));
    m_bar->showWeek(name, periodWithYear(days, QLocale(), MonthStyle::Full));
    m_status->showWeek(m_pages->currentWidget() == m_panes ? name.toLower() : QString());
    if (draft)
        return;
    m_timeline->setOpenNote({});
    const Week thisWeek = Week::of(m_session.clock().today(), rules);
    const bool now = week == thisWeek;
    const QString daysText = periodWithYear(days, QLocale(), MonthStyle::Full);
    using enum FirstRun::Which;
    m_firstRun->setWeek(daysText, now ? ThisWeek : week == thisWeek.plus(-1) ? LastWeek : Another);
    const QString start = now ? tr("Start this week’s note") : tr("Write about these days");
    m_emptyWeek->setWords(now ? tr("Nothing written this week yet") : tr("Nothing written for these days"), daysText,
                          m_session.mayBegin() ? start : QString());
    showInMiddle(m_emptyWeek);
    showFocusable();
}

void MainWindow::nameSample()
{
    const bool sample = m_session.folder() == SampleLibrary::folder();
    m_actions.sample->setText(sample ? tr("Back to my own &library") : tr("&Look at the sample library"));
}

void MainWindow::showOpening()
{
    m_pages->setCurrentWidget(m_blank);
    m_status->clear();
    showFocusable();
}

void MainWindow::keepDraft(DraftSession::State why)
{
    m_writeNext = false;
    m_timeline->setOpenNote(m_session.draft()->noteId());
    if (why == DraftSession::State::Conflict)
        m_note->askAboutConflict();
    else
        m_banner->sayClosable(tr("This note stays open, since what you wrote last could not be saved yet."),
                              {{tr("Save it elsewhere…"), [this] { m_elsewhere->save(); }}});
}

void MainWindow::showFocusable()
{
    const bool open = m_session.isOpen();
    const bool note = open && m_session.draft() && !isLookingBack();
    const bool writable = open && !m_session.isReadOnly();
    for (QAction *action :
         {m_actions.newNote, m_actions.newFortnight, m_actions.newPost, m_actions.newPause, m_actions.import})
        action->setEnabled(m_session.mayBegin());
    m_editActions->setPossible(note, writable);
    m_textSize->setPossible(note);
    for (QAction *action : {m_actions.details, m_actions.replace, m_actions.bringPictures})
        action->setEnabled(note && writable);
    for (QAction *action : {m_actions.publish, m_actions.print, m_actions.savePdf, m_actions.find, m_actions.findNext,
                            m_actions.findPrevious, m_actions.goHeading, m_actions.lastLook, m_actions.nextToLook,
                            m_actions.previousToLook, m_actions.checkLinks})
        action->setEnabled(note);
    m_preview->view().setTasksTickable(note && writable);
    for (QAction *action : {m_actions.thisWeek, m_actions.previousWeek, m_actions.nextWeek, m_actions.lookBack,
                            m_actions.sections, m_actions.storylines, m_actions.seasonReview, m_actions.statistics})
        action->setEnabled(open);
    m_waysBack->showPossible();
    m_actions.markdownCopy->setEnabled(open);
    m_libraries->showPossible();
    showPanes();
}

void MainWindow::publish()
{
    if (!m_session.draft())
        return;
    m_session.settle([this](bool safe) {
        const DraftSession *draft = m_session.draft();
        if (!draft)
            return;
        if (!safe)
            return keepDraft(draft->state());
        auto *dialog =
            new PublishDialog(m_session, m_settings, {draft->savedHeader(), draft->text()}, m_schemes.scheme(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setLook(*m_look);
        connect(dialog, &PublishDialog::placeWanted, m_look, &LookActions::go);
        connect(dialog, &PublishDialog::fixWanted, m_look, &LookActions::mend);
        dialog->open();
    });
}

void MainWindow::showCopy()
{
    auto *dialog = new CopyDialog(m_session, *m_copy, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::comeForward(const QString &note)
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    if (note.isEmpty())
        return;
    m_called = note;
    showCalled();
}

void MainWindow::showCalled()
{
    if (m_session.isOpen() && !m_called.isEmpty())
        m_session.show(std::exchange(m_called, {}));
}

ImportDialog *MainWindow::importArchive(const QStringList &paths)
{
    auto *dialog = new ImportDialog(m_session, m_schemes.scheme(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, &m_session, &Session::showNote);
    dialog->open();
    dialog->read(paths);
    return dialog;
}

void MainWindow::startNote(NoteKind kind)
{
    m_writeNext = true;
    m_pages->setCurrentWidget(m_panes);
    m_session.startNote(m_session.week(), kind);
}

void MainWindow::writeText()
{
    if (m_session.draft())
        m_note->focusWriting();
    else if (m_pages->currentWidget() == m_firstRun)
        m_firstRun->setFocus();
    else
        m_middle->currentWidget()->setFocus();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // In dialogs Qt lets Return press the button that has the focus, in windows it does not.
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (button && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        button->click();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const DraftSession *draft = m_session.draft();
    if (m_mayClose || !draft || draft->state() == DraftSession::State::Saved) {
        m_settings.setGeometry(saveGeometry());
        m_settings.setPaneWidths(m_panes->widths());
        return event->accept();
    }
    event->ignore(); // closes when the words are on disk
    m_session.settle([this](bool safe) {
        m_mayClose = safe || m_elsewhere->hasAll();
        if (m_mayClose)
            close();
        else if (m_session.draft() && m_session.draft()->state() == DraftSession::State::Conflict)
            m_note->askAboutConflict();
        else
            m_elsewhere->askBeforeClosing([this] {
                m_mayClose = true;
                close();
            });
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (m_actions.import->isEnabled() && std::ranges::any_of(urls, &QUrl::isLocalFile))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    event->acceptProposedAction();
    importArchive(paths);
}

} // namespace Weeknotes
