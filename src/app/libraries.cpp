// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/libraries.h"

#include "app/appsettings.h"
#include "app/background.h"
#include "app/backuplist.h"
#include "app/banner.h"
#include "app/emptystate.h"
#include "app/menutext.h"
#include "app/samplelibrary.h"
#include "app/session.h"
#include "app/windowactions.h"
#include "cli/errortext.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr qsizetype longestPath = 48; // characters of a folder in the menu

enum class Found
{
    Nothing,
    EmptyFolder,
    Library,
    Other
};

/// Asks the disk, which may be slow.
Found whatIsIn(const QString &folder)
{
    if (QFileInfo::exists(Library::databasePath(folder)))
        return Found::Library;
    if (!QFileInfo::exists(folder))
        return Found::Nothing;
    const auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    return QFileInfo(folder).isDir() && QDir(folder).isEmpty(everything) ? Found::EmptyFolder : Found::Other;
}

QString cleanFolder(const QString &folder)
{
    return QDir::cleanPath(QDir(folder).absolutePath()); // as Session::folder() has it
}

QString nameOf(const QString &folder)
{
    const QString name = QFileInfo(folder).fileName();
    return name.isEmpty() ? folder : name;
}

/// "1 Team notes", and where it is in the column of the keys.
QString recentText(int number, const QString &folder)
{
    QString place = QDir::toNativeSeparators(QFileInfo(folder).path());
    if (place.size() > longestPath)
        place = u'…' + place.last(longestPath);
    return u"&%1 %2\t%3"_s.arg(number).arg(menuText(nameOf(folder)), menuText(place));
}

} // namespace

Libraries::Libraries(Session &session, AppSettings &settings, Banner &banner, EmptyState &problem,
                     const WindowActions &actions, const QString &usual, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_settings(settings)
    , m_banner(banner)
    , m_problem(problem)
    , m_actions(actions)
    , m_usual(cleanFolder(usual))
    , m_window(window)
{
    actions.recentLibraries->setToolTipsVisible(true);
    connect(actions.newLibrary, &QAction::triggered, this, &Libraries::askWhereToMake);
    connect(actions.openLibrary, &QAction::triggered, this, &Libraries::askWhatToOpen);
    connect(actions.moveLibrary, &QAction::triggered, this, &Libraries::askWhereToMove);
    connect(actions.recentLibraries, &QMenu::aboutToShow, this, &Libraries::fillRecent);
    // After what the window itself says of a library that was opened.
    connect(&session, &Session::opened, this, &Libraries::settleIn, Qt::QueuedConnection);
    connect(&session, &Session::openFailed, this, &Libraries::showProblem);
    const auto choose = [this](size_t index) {
        if (index < m_choices.size())
            std::function(m_choices[index].second)(); // a copy: it may show other choices
    };
    connect(&problem, &EmptyState::chosen, this, [choose] { choose(0); });
    connect(&problem, &EmptyState::otherChosen, this, [choose](int index) { choose(size_t(index) + 1); });
    fillRecent();
}

void Libraries::showPossible()
{
    for (QAction *action : {m_actions.newLibrary, m_actions.openLibrary})
        action->setEnabled(!m_moving);
    m_actions.recentLibraries->setEnabled(!m_moving && !m_settings.recentLibraries().isEmpty());
    m_actions.moveLibrary->setEnabled(m_session.isOpen() && !m_session.isReadOnly() &&
                                      m_session.folder() != SampleLibrary::folder());
}

QFileDialog *Libraries::folderDialog(const QString &title, bool isNew)
{
    auto *dialog = new QFileDialog(m_window, title, QFileInfo(m_session.folder()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // A new folder is given a name, as a file is that is saved.
    dialog->setFileMode(isNew ? QFileDialog::AnyFile : QFileDialog::Directory);
    dialog->setAcceptMode(isNew ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setOption(isNew ? QFileDialog::DontConfirmOverwrite : QFileDialog::ShowDirsOnly);
    return dialog;
}

void Libraries::askWhereToMake()
{
    QFileDialog *dialog = folderDialog(tr("The folder of the new library"), true);
    dialog->setLabelText(QFileDialog::Accept, tr("Make it"));
    connect(dialog, &QFileDialog::fileSelected, this, &Libraries::make);
    dialog->open();
}

void Libraries::askWhatToOpen()
{
    QFileDialog *dialog = folderDialog(tr("Choose the folder of a library"), false);
    connect(dialog, &QFileDialog::fileSelected, this, &Libraries::open);
    dialog->open();
}

void Libraries::askWhereToMove()
{
    QFileDialog *dialog = folderDialog(tr("The folder to move the library to"), true);
    dialog->setLabelText(QFileDialog::Accept, tr("Move it"));
    dialog->selectFile(nameOf(m_session.folder()));
    connect(dialog, &QFileDialog::fileSelected, this, &Libraries::moveTo);
    dialog->open();
}

void Libraries::make(const QString &path)
{
    const QString folder = cleanFolder(path);
    inBackground([folder] { return whatIsIn(folder); }).then(this, [this, folder](Found found) {
        if (found == Found::Library)
            m_banner.sayClosable(tr("There is a library in “%1” already.").arg(folder),
                                 {{tr("Open it"), [this, folder] { enter(folder, Notebook::Missing::Refuse); }}});
        else if (found == Found::Other)
            m_banner.sayClosable(tr("“%1” holds something else. Choose a new or an empty folder.").arg(folder));
        else
            enter(folder, Notebook::Missing::Make);
    });
}

void Libraries::open(const QString &path)
{
    const QString folder = cleanFolder(path);
    inBackground([folder] { return whatIsIn(folder); }).then(this, [this, folder](Found found) {
        if (found == Found::Library)
            enter(folder, Notebook::Missing::Refuse);
        else if (found == Found::EmptyFolder)
            m_banner.sayClosable(tr("There is no library in “%1” yet.").arg(folder),
                                 {{tr("Make one there"), [this, folder] { enter(folder, Notebook::Missing::Make); }}});
        else if (found == Found::Other)
            m_banner.sayClosable(tr("“%1” is no library of Weeknotes.").arg(folder));
        else
            m_banner.sayClosable(tr("“%1” is not there.").arg(folder));
    });
}

void Libraries::openRecent(const QString &folder)
{
    inBackground([folder] { return whatIsIn(folder); }).then(this, [this, folder](Found found) {
        if (found == Found::Library)
            return enter(folder, Notebook::Missing::Refuse);
        m_settings.removeRecentLibrary(folder);
        showPossible();
        m_banner.sayClosable(tr("There is no library in “%1” now. It was taken off the list.").arg(folder));
    });
}

void Libraries::enter(const QString &folder, Notebook::Missing missing)
{
    if (m_session.isOpen() && m_session.folder() == folder)
        return;
    m_chosen = folder;
    m_session.open(folder, {}, missing);
}

void Libraries::fillRecent()
{
    QMenu *menu = m_actions.recentLibraries;
    menu->clear();
    for (int number = 1; const QString &folder : m_settings.recentLibraries()) {
        QAction *action = menu->addAction(recentText(number++, folder));
        action->setToolTip(Qt::convertFromPlainText(folder, Qt::WhiteSpaceNormal)); // it would guess at HTML
        action->setEnabled(folder != m_session.folder() || !m_session.isOpen());
        connect(action, &QAction::triggered, this, [this, folder] { openRecent(folder); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Forget this list")), &QAction::triggered, this, [this] {
        m_settings.forgetRecentLibraries();
        showPossible();
    });
}

void Libraries::settleIn()
{
    if (!m_session.isOpen())
        return;
    const QString folder = m_session.folder();
    if (folder != SampleLibrary::folder())
        m_settings.addRecentLibrary(folder);
    if (std::exchange(m_chosen, {}) == folder)
        m_settings.setChosenLibrary(folder == m_usual ? QString() : folder);
    showTitle();
    showPossible();
    if (!m_sentence.isEmpty())
        m_banner.sayClosable(std::exchange(m_sentence, {}));
}

void Libraries::showTitle()
{
    const QString folder = m_session.folder();
    const bool named = folder != m_usual && folder != SampleLibrary::folder();
    m_window->setWindowTitle(named ? tr("%1 — Weeknotes", "a library in the window's title").arg(nameOf(folder))
                                   : tr("Weeknotes"));
}

void Libraries::moveTo(const QString &path)
{
    const QString to = cleanFolder(path);
    const QString from = m_session.folder();
    m_moving = true;
    m_banner.say(tr("Moving the library to “%1”…").arg(to), {{tr("Stop"), [this] { m_session.stopMoving(); }}});
    showPossible();
    m_session.moveLibrary(to).then(this, [this, from](const Result<MovedLibrary> &moved) { onMoved(from, moved); });
}

void Libraries::onMoved(const QString &from, const Result<MovedLibrary> &moved)
{
    m_moving = false;
    if (moved) {
        m_settings.removeRecentLibrary(from);
        m_chosen = moved->folder;
        m_sentence = tr("The library is in “%1” now.").arg(moved->folder);
        if (!moved->left.isEmpty())
            m_sentence += u' ' + tr("Not all of “%1” could be taken away.").arg(moved->left);
        if (from == m_usual)
            m_sentence += u' ' + tr("On the command line, give it with --library.");
    } else if (moved.error().kind == Error::Kind::BadValue) {
        m_sentence = tr("A library can’t be moved into itself.");
    } else if (moved.error().kind == Error::Kind::Exists) {
        m_sentence = tr("“%1” holds something already. Choose a new or an empty folder.").arg(moved.error().subject);
    } else if (moved.error().kind == Error::Kind::Stopped) {
        m_sentence = tr("The library stays where it was.");
    } else {
        m_sentence = errorText(moved.error());
    }
    if (m_session.isOpen()) // it never was closed
        m_banner.sayClosable(std::exchange(m_sentence, {}));
    showPossible();
}

void Libraries::showProblem(const Error &error)
{
    showTitle();
    if (!m_sentence.isEmpty())
        m_banner.sayClosable(std::exchange(m_sentence, {}));
    const bool missing = error.kind == Error::Kind::NotFound;
    const QString head = missing ? tr("The library is not there") : tr("The library could not be opened");
    const QString line =
        missing ? tr("There is none in “%1”. If that is on a drive, plug it in and try again.").arg(m_session.folder())
                : errorText(error);
    Choices choices = otherLibraries();
    const auto how = missing ? Notebook::Missing::Refuse : Notebook::Missing::Make;
    choices.emplace(choices.begin(), tr("Try again"), [this, how] { m_session.open(m_session.folder(), {}, how); });
    showChoices(head, line, std::move(choices));
    if (error.kind != Error::Kind::Damaged && error.kind != Error::Kind::NotALibrary)
        return;
    m_session.notebook().backups().then(
        this, [=, this, notebook = &m_session.notebook()](const Result<std::vector<Backup>> &backups) {
            if (backups && notebook == &m_session.notebook() && !m_session.isOpen())
                offerBackup(head, line, *backups);
        });
}

void Libraries::offerBackup(const QString &head, const QString &line, const std::vector<Backup> &backups)
{
    const auto sound = std::ranges::find_if(backups, &Backup::sound); // the newest, since they come first
    if (sound == backups.end())
        return;
    Choices choices = otherLibraries();
    choices.emplace(choices.begin(),
                    tr("Restore the backup of %1").arg(backupDayText(sound->made, m_session.clock().today())),
                    [this, backup = *sound] { restore(backup); });
    showChoices(head,
                line + u' ' +
                    tr("The newest sound backup is of %1; what stands there is kept beside it.")
                        .arg(backupMomentText(sound->made)),
                std::move(choices));
}

void Libraries::restore(const Backup &backup)
{
    m_problem.setEnabled(false);
    m_banner.say(tr("Restoring the backup of %1…").arg(backupMomentText(backup.made)));
    m_session.restoreBackup(backup.path).then(this, [this](const Result<Restored> &restored) {
        m_problem.setEnabled(true);
        m_banner.dismiss();
        if (!restored)
            showProblem(restored.error());
    });
}

Libraries::Choices Libraries::otherLibraries()
{
    Choices choices;
    if (m_session.folder() != m_usual)
        choices.emplace_back(tr("Open the usual library"), [this] { enter(m_usual, Notebook::Missing::Make); });
    choices.emplace_back(tr("Choose another library…"), [this] { askWhatToOpen(); });
    return choices;
}

void Libraries::showChoices(const QString &head, const QString &line, Choices choices)
{
    m_choices = std::move(choices);
    QStringList others;
    for (size_t i = 1; i < m_choices.size(); ++i)
        others << m_choices[i].first;
    m_problem.setWords(head, line, m_choices.front().first, others);
}

} // namespace Weeknotes
