// SPDX-License-Identifier: GPL-3.0-or-later
// What MainWindow shows of its panes, and in which colours.
#include "app/appsettings.h"
#include "app/besidepane.h"
#include "app/exports.h"
#include "app/lookback.h"
#include "app/lookbackpage.h"
#include "app/mainwindow.h"
#include "app/notepane.h"
#include "app/panesplitter.h"
#include "app/previewpane.h"
#include "app/quietwriting.h"
#include "app/schemeswitch.h"
#include "app/searchjump.h"
#include "app/seasonreview.h"
#include "app/sectionspage.h"
#include "app/session.h"
#include "app/statisticspage.h"
#include "app/statusstrip.h"
#include "app/storylinespage.h"
#include "app/textandpage.h"
#include "app/timelinepane.h"
#include "app/topbar.h"
#include "app/writinggoal.h"
#include "editor/markdownedit.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelineview.h"

#include <QAction>
#include <QApplication>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

// A pane has no room in a window narrower than this, px.
constexpr int roomForPreview = 1080; // or for what stands beside the draft in its place
constexpr int roomForBoth = 1500;
constexpr int roomForTimeline = 640;

} // namespace

void MainWindow::connectViewActions()
{
    m_actions.timeline->setChecked(m_settings.isPaneShown(AppSettings::Pane::Timeline));
    m_actions.preview->setChecked(m_settings.isPaneShown(AppSettings::Pane::Preview));
    connect(m_actions.timeline, &QAction::triggered, this, &MainWindow::toggleTimeline);
    m_actions.beside->setChecked(m_settings.isPaneShown(AppSettings::Pane::Beside));
    connect(m_actions.preview, &QAction::triggered, this, &MainWindow::togglePreview);
    connect(m_actions.beside, &QAction::triggered, this, &MainWindow::toggleBeside);
    connect(m_actions.focus, &QAction::toggled, this, &MainWindow::showPanes);
    const auto *quiet = new QuietWriting(*this, *m_bar, *m_status, m_note->editor(), m_actions, m_settings);
    connect(m_status, &StatusStrip::said, quiet, &QuietWriting::say);
    connect(m_actions.openMenu, &QAction::triggered, m_bar, &TopBar::openMenu); // once the bar is there
    new WritingGoal(m_session, *m_preview, *m_status, m_actions, m_settings, this);
    m_actions.together->setChecked(m_settings.isScrolledTogether());
    m_both->setTogether(m_actions.together->isChecked());
    connect(m_actions.together, &QAction::toggled, this, [this](bool together) {
        m_settings.setScrolledTogether(together);
        m_both->setTogether(together);
    });

    const SchemeChoice choice = m_schemes.choice();
    m_actions.followSystem->setChecked(choice == SchemeChoice::System);
    m_actions.light->setChecked(choice == SchemeChoice::Light);
    m_actions.dark->setChecked(choice == SchemeChoice::Dark);
    const auto choose = [this](QAction *action, SchemeChoice wanted) {
        connect(action, &QAction::triggered, this, [this, wanted] {
            m_settings.setScheme(wanted);
            m_schemes.setChoice(wanted);
        });
    };
    choose(m_actions.followSystem, SchemeChoice::System);
    choose(m_actions.light, SchemeChoice::Light);
    choose(m_actions.dark, SchemeChoice::Dark);
    connect(&m_schemes, &SchemeSwitch::schemeChanged, this, &MainWindow::dress);
}

void MainWindow::dress()
{
    const Scheme scheme = m_schemes.scheme();
    m_timeline->setScheme(scheme);
    m_note->setScheme(scheme);
    m_preview->setScheme(scheme);
    m_beside->setScheme(scheme);
}

void MainWindow::showPanes()
{
    const bool focus = m_actions.focus->isChecked();
    const bool note = m_session.draft() != nullptr;
    const bool previewFits = width() >= roomForPreview || m_previewForced;
    const bool timelineFits = width() >= roomForTimeline || m_timelineForced;
    const bool back = isLookingBack();
    m_timeline->setVisible(!focus && m_actions.timeline->isChecked() && timelineFits);
    const bool besideFits = width() >= roomForPreview || m_besideForced;
    const bool beside = !back && !focus && note && m_actions.beside->isChecked() && besideFits;
    const bool inItsPlace = beside && width() < roomForBoth;
    m_preview->setVisible(!back && !focus && note && m_actions.preview->isChecked() && previewFits && !inItsPlace);
    m_beside->setVisible(beside);
    m_middle->setCurrentWidget(back ? m_lookBack : m_behindLookBack);
    if (m_lookBack) { // a stack is as wide as its widest page, also where that is behind
        const auto room = back ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_lookBack->setSizePolicy(room, room);
    }
    m_panes->place();
}

bool MainWindow::isLookingBack() const
{
    return m_lookBack && m_actions.lookBack->isChecked();
}

void MainWindow::showInMiddle(QWidget *page)
{
    m_behindLookBack = page;
    if (!isLookingBack())
        m_middle->setCurrentWidget(page);
}

void MainWindow::connectLookBack()
{
    m_timeline->addAtFoot(m_actions.lookBack);
    connect(m_actions.lookBack, &QAction::toggled, this, &MainWindow::showLookBack);
    for (int tab = 0;
         QAction * action : {m_actions.sections, m_actions.storylines, m_actions.seasonReview, m_actions.statistics}) {
        connect(action, &QAction::triggered, this, [this, tab] {
            m_actions.lookBack->setChecked(true);
            m_lookBack->tabs().setCurrentIndex(tab);
        });
        ++tab;
    }
    const auto leave = [this] { m_actions.lookBack->setChecked(false); };
    connect(&m_session, &Session::draftOpened, this, leave);
    connect(&m_session, &Session::weekShown, this, leave);
    connect(&m_session, &Session::opening, this, leave);
    connect(m_actions.goText, &QAction::triggered, this, leave);
    connect(m_actions.focus, &QAction::toggled, this, [leave](bool focus) {
        if (focus)
            leave();
    });
}

/// From a page that looks back, at what it shows of the note.
void MainWindow::openNote(const NoteId &id)
{
    const StoryTerm term = isLookingBack() ? m_lookBack->page()->placeIn(id) : StoryTerm();
    if (term.isEmpty())
        m_session.showNote(id);
    else
        m_jump->openAt(id, term);
}

/// Only when it is first asked for: most days nobody does.
void MainWindow::makeLookBack()
{
    m_lookBack = new LookBack(m_session, m_settings, m_middle);
    m_lookBack->addPage(new SectionsPage(m_session, m_settings, m_schemes, *m_links, m_lookBack));
    m_lookBack->addPage(
        new StorylinesPage(m_session, m_settings, m_schemes, *m_links, m_timeline->years(), m_lookBack));
    auto *review = new SeasonReview(m_session, m_schemes, m_lookBack);
    connect(review, &SeasonReview::bookRequested, m_exports,
            [this](const Stretch &stretch) { m_exports->openFor(stretch, u"book"_s); });
    m_lookBack->addPage(review);
    m_lookBack->addPage(new StatisticsPage(m_session, m_schemes, m_lookBack));
    m_middle->addWidget(m_lookBack);
    connect(m_lookBack, &LookBack::left, m_actions.lookBack, [this] { m_actions.lookBack->setChecked(false); });
    connect(m_lookBack, &LookBack::noteActivated, this, &MainWindow::openNote);
}

void MainWindow::showLookBack(bool shown)
{
    if (!m_lookBack && shown)
        makeLookBack();
    if (shown)
        m_actions.focus->setChecked(false);
    if (m_session.isOpen()) // while another library opens there is neither
        showDoorsOrPanes();
    const bool hadFocus = m_lookBack && m_lookBack->isAncestorOf(QApplication::focusWidget());
    showFocusable();
    if (shown)
        m_lookBack->setFocus(Qt::ShortcutFocusReason);
    else if (hadFocus)
        writeText();
}

bool MainWindow::forces(QAction *action, const QWidget *pane, int room) const
{
    const bool narrow = width() < room;
    if (narrow && !action->isChecked() && pane->isHidden())
        action->setChecked(true); // it was hidden for want of room alone
    return narrow && action->isChecked();
}

void MainWindow::togglePreview()
{
    if (m_beside->isVisible() && width() < roomForBoth) { // it comes back to its place
        m_actions.preview->setChecked(true);
        m_actions.beside->setChecked(false);
        m_settings.setPaneShown(AppSettings::Pane::Beside, false);
    }
    if (m_session.draft())
        m_previewForced = forces(m_actions.preview, m_preview, roomForPreview);
    m_settings.setPaneShown(AppSettings::Pane::Preview, m_actions.preview->isChecked());
    showPanes();
}

void MainWindow::toggleBeside()
{
    if (m_session.draft())
        m_besideForced = forces(m_actions.beside, m_beside, roomForPreview);
    m_settings.setPaneShown(AppSettings::Pane::Beside, m_actions.beside->isChecked());
    showPanes();
}

void MainWindow::toggleTimeline()
{
    m_timelineForced = forces(m_actions.timeline, m_timeline, roomForTimeline);
    m_settings.setPaneShown(AppSettings::Pane::Timeline, m_actions.timeline->isChecked());
    showPanes();
}

void MainWindow::goToTimeline()
{
    m_actions.focus->setChecked(false);
    m_actions.timeline->setChecked(true);
    m_timelineForced = width() < roomForTimeline;
    m_settings.setPaneShown(AppSettings::Pane::Timeline, true);
    showPanes();
    m_timeline->list().setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::showChanged()
{
    const NoteHeader *note = m_session.draft() ? m_session.shelf().note(m_session.draft()->noteId()) : nullptr;
    m_status->showChanged(note && isChangedSincePublished(*note) ? note->changedSince : std::nullopt);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    if (width() >= roomForPreview)
        m_previewForced = m_besideForced = false;
    if (width() >= roomForTimeline)
        m_timelineForced = false;
    showPanes();
    QMainWindow::resizeEvent(event);
}

} // namespace Weeknotes
