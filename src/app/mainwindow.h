// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/windowactions.h"
#include "notebook/draftsession.h"

#include <QMainWindow>

class QStackedWidget;

namespace Weeknotes {

class AppSettings;
class Banner;
class BesidePane;
class EditActions;
class Elsewhere;
class EmptyState;
class Exports;
class FirstRun;
class ImportDialog;
class Libraries;
class Links;
class LookActions;
class LookBack;
class MarkdownCopy;
class NotePane;
class PaneSplitter;
class Paper;
class PreviewPane;
class SchemeSwitch;
class SearchJump;
class SearchPopup;
class Session;
class StatusStrip;
class TextAndPage;
class TextSize;
class TimelinePane;
class TopBar;
class WaysBack;

/// The window: places the panes, and lets actions, session and panes hear of each other. It decides nothing that the
/// session could, and closes only when what was written is safe, or the person gives it up.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All three must outlive the window. `usualLibrary` is the folder of whoever chooses none.
    MainWindow(Session &session, AppSettings &settings, SchemeSwitch &schemes, const QString &usualLibrary,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    // For tests and the screenshot: the parts as they are.
    [[nodiscard]] NotePane &notePane() const { return *m_note; }
    [[nodiscard]] PreviewPane &previewPane() const { return *m_preview; }
    [[nodiscard]] BesidePane &besidePane() const { return *m_beside; }
    [[nodiscard]] TimelinePane &timelinePane() const { return *m_timeline; }
    [[nodiscard]] SearchPopup &searchPopup() const { return *m_results; }
    [[nodiscard]] const WindowActions &actions() const { return m_actions; }
    [[nodiscard]] MarkdownCopy &markdownCopy() const { return *m_copy; }
    [[nodiscard]] Libraries &libraries() const { return *m_libraries; }

    /// Null until it was asked for.
    [[nodiscard]] LookBack *lookBack() const { return m_lookBack; }

    /// Opens the import dialog, and reads `paths` at once if there are any.
    ImportDialog *importArchive(const QStringList &paths = {});
    /// To the front; shows `note` (core/noteref.h; empty: what it shows now) as soon as a library is open.
    void comeForward(const QString &note);

Q_SIGNALS:
    /// The person wants the sample library, or their own again.
    void sampleRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    void connectSession();
    void connectPanes();
    void connectActions();
    void connectCopy();
    void connectEditActions();
    void connectViewActions();
    void showDraft(DraftSession *draft);
    void showSaveState(DraftSession::State state);
    void showChanged();
    void showShelf();
    void showWeek();
    void showPanes();
    void togglePreview();
    void toggleBeside();
    void toggleTimeline();
    void goToTimeline();
    /// In a window too narrow for `pane` its action brings it nonetheless; true if that is so now.
    [[nodiscard]] bool forces(QAction *action, const QWidget *pane, int room) const;
    void showFocusable();
    void showCalled();
    void showOpening();
    void nameSample();
    void keepDraft(DraftSession::State why);
    void publish();
    void showCopy();
    void startNote(NoteKind kind);
    void writeText();
    void dress();
    void connectLookBack();
    void showInMiddle(QWidget *page);
    void makeLookBack();
    void showLookBack(bool shown);
    void showDoorsOrPanes();
    void openNote(const NoteId &id);
    [[nodiscard]] bool isLookingBack() const;

    Session &m_session;
    AppSettings &m_settings;
    SchemeSwitch &m_schemes;
    WindowActions m_actions;
    // Made as children of what they stand in: to move a widget dresses all that is in it anew.
    QWidget *m_centre;
    TopBar *m_bar;
    Banner *m_banner;
    QStackedWidget *m_pages; // a blank page until a library is open; then first run, a problem, or the three panes
    QWidget *m_blank;
    FirstRun *m_firstRun;
    EmptyState *m_problem;
    PaneSplitter *m_panes;
    TimelinePane *m_timeline;
    QStackedWidget *m_middle; // the note, or an empty week, or LookBack
    NotePane *m_note;
    EmptyState *m_emptyWeek;
    PreviewPane *m_preview;
    LookBack *m_lookBack = nullptr;      // of the middle
    QWidget *m_behindLookBack = nullptr; // what the middle shows when it is left
    BesidePane *m_beside;
    TextAndPage *m_both;
    Paper *m_paper;
    StatusStrip *m_status;
    LookActions *m_look;
    SearchPopup *m_results;
    SearchJump *m_jump = nullptr;
    WaysBack *m_waysBack;
    MarkdownCopy *m_copy;
    QString m_copyTrouble; // what the banner said of it
    Libraries *m_libraries;
    Elsewhere *m_elsewhere;
    Exports *m_exports;
    Links *m_links;
    EditActions *m_editActions;
    TextSize *m_textSize;
    bool m_previewForced = false; // shown by hand though the window is narrow
    bool m_besideForced = false;
    bool m_timelineForced = false;
    bool m_writeNext = true; // the keyboard goes to the text of what comes next
    QString m_called;        // the note to show when a library is open
    bool m_mayClose = false;
};

} // namespace Weeknotes
