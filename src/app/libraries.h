// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "notebook/notebook.h"
#include "storage/movelibrary.h"

#include <QObject>

#include <functional>
#include <vector>

class QFileDialog;
class QWidget;

namespace Weeknotes {

class AppSettings;
class Banner;
class EmptyState;
class Session;
struct WindowActions;

/// Which library the window has open: makes, opens and moves libraries, remembers those that were open, names in the
/// title one that is not the usual, and says what can be done where one does not open. Belongs to the window; UI thread
/// only.
class Libraries : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. `usual` is the library of whoever chooses none; `problem` is the page for one that does not
    /// open.
    Libraries(Session &session, AppSettings &settings, Banner &banner, EmptyState &problem,
              const WindowActions &actions, const QString &usual, QWidget *window);

    // What the dialogs end in. A folder that does not fit is said in the banner, and all stays as it is.
    void make(const QString &folder);
    void open(const QString &folder);
    void moveTo(const QString &folder);
    /// Enables what can be done with what is open.
    void showPossible();

private:
    using Choices = std::vector<std::pair<QString, std::function<void()>>>;

    void askWhereToMake();
    void askWhatToOpen();
    void askWhereToMove();
    [[nodiscard]] QFileDialog *folderDialog(const QString &title, bool isNew);
    void openRecent(const QString &folder);
    void enter(const QString &folder, Notebook::Missing missing);
    void fillRecent();
    void settleIn();
    void showTitle();
    void onMoved(const QString &from, const Result<MovedLibrary> &moved);
    void showProblem(const Error &error);
    void offerBackup(const QString &head, const QString &line, const std::vector<Backup> &backups);
    void restore(const Backup &backup);
    /// The first is what to do next.
    void showChoices(const QString &head, const QString &line, Choices choices);
    [[nodiscard]] Choices otherLibraries();

    Session &m_session;
    AppSettings &m_settings;
    Banner &m_banner;
    EmptyState &m_problem;
    const WindowActions &m_actions;
    QString m_usual;
    QWidget *m_window;
    QString m_chosen;   // in the menu, and not open yet
    QString m_sentence; // to say when a library is open again
    bool m_moving = false;
    Choices m_choices; // of the problem page
};

} // namespace Weeknotes
