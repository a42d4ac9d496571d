// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backupsdialog.h"

#include "app/background.h"
#include "app/backuplist.h"
#include "app/role.h"
#include "app/twolinedelegate.h"
#include "cli/errortext.h"
#include "style/typography.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int mostBackups = 1000; // of a kind, as `config` accepts
constexpr size_t findingsNamed = 3;
constexpr std::array numberMembers{&BackupRules::daily, &BackupRules::weekly, &BackupRules::monthly};

} // namespace

BackupsDialog::BackupsDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_backups(new BackupList(this))
    , m_list(new QListView(this))
    , m_words(new QLabel(this))
    , m_place(new QLabel(this))
    , m_openFolder(new QPushButton(tr("&Open folder"), this))
    , m_change(new QPushButton(tr("&Change…"), this))
    , m_usual(new QPushButton(tr("&Usual place"), this))
    , m_numbers{new QSpinBox(this), new QSpinBox(this), new QSpinBox(this)}
    , m_backUp(new QPushButton(tr("&Back up now"), this))
    , m_restore(new QPushButton(tr("&Restore this backup…"), this))
{
    setWindowTitle(tr("Backups"));
    layOut();
    connectControls();
    showRules();
    load();
}

void BackupsDialog::layOut()
{
    resize(150 * Metrics::step, 140 * Metrics::step);
    m_list->setModel(m_backups);
    m_list->setItemDelegate(new TwoLineDelegate(BackupList::DetailRole, m_list));
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Backups"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_backUp->setProperty("role", u"primary"_s);
    auto *close = new QPushButton(tr("Close"), this);
    for (QPushButton *button : {m_openFolder, m_change, m_usual, m_backUp, m_restore, close})
        button->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto *end = new QHBoxLayout;
    end->setSpacing(2 * Metrics::step);
    end->addWidget(m_restore);
    end->addStretch(1);
    end->addWidget(m_backUp);
    end->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6 * Metrics::step, 5 * Metrics::step, 6 * Metrics::step, 5 * Metrics::step);
    column->setSpacing(3 * Metrics::step);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    column->addLayout(settingsRows());
    column->addLayout(end);
}

QLayout *BackupsDialog::settingsRows()
{
    m_place->setWordWrap(true);
    m_place->setTextFormat(Qt::PlainText);
    m_place->setProperty("role", u"second"_s);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_usual->setAccessibleName(tr("Put backups in the usual place, in the library"));
    m_change->setAccessibleName(tr("Change the folder of the backups"));
    auto *place = new QHBoxLayout;
    place->setSpacing(2 * Metrics::step);
    place->addWidget(m_place, 1);
    for (QPushButton *button : {m_openFolder, m_change, m_usual})
        place->addWidget(button, 0, Qt::AlignTop);

    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(2 * Metrics::step);
    const std::array labels{tr("&Days kept"), tr("&Weeks"), tr("&Months")};
    const std::array names{tr("Days whose backup is kept"), tr("Weeks whose backup is kept"),
                           tr("Months whose backup is kept")};
    for (size_t i = 0; i < m_numbers.size(); ++i) {
        m_numbers[i]->setRange(0, mostBackups);
        m_numbers[i]->setKeyboardTracking(false);
        m_numbers[i]->setAccessibleName(names[i]);
        auto *label = new QLabel(labels[i], this);
        label->setBuddy(m_numbers[i]);
        numbers->addWidget(label);
        numbers->addWidget(m_numbers[i]);
    }
    numbers->addStretch(1);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(2 * Metrics::step);
    rows->addLayout(place);
    rows->addLayout(numbers);
    return rows;
}

void BackupsDialog::connectControls()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &BackupsDialog::showControls);
    connect(m_list, &QListView::activated, this, &BackupsDialog::askToRestore);
    connect(m_backUp, &QPushButton::clicked, this, &BackupsDialog::backUp);
    connect(m_restore, &QPushButton::clicked, this, &BackupsDialog::askToRestore);
    connect(m_openFolder, &QPushButton::clicked, this, &BackupsDialog::openFolder);
    connect(m_change, &QPushButton::clicked, this, &BackupsDialog::chooseFolder);
    connect(m_usual, &QPushButton::clicked, this, [this] { setFolder({}); });
    for (size_t i = 0; i < m_numbers.size(); ++i) {
        connect(m_numbers[i], &QSpinBox::valueChanged, this, [this, i](int number) {
            changeRules([i, number](BackupRules &rules) { rules.*numberMembers[i] = number; });
        });
    }
    connect(&m_session, &Session::shelfChanged, this, &BackupsDialog::showRules);
    connect(&m_session, &Session::opening, this, &QDialog::reject);
    // One that comes by itself while this is open.
    connect(&m_session.notebook(), &Notebook::backedUp, this, [this] {
        if (!m_busy)
            load();
    });
}

void BackupsDialog::load()
{
    // A restored backup of another library brings that one's id.
    m_session.notebook().libraryId().then(this, [this](const Result<QString> &id) {
        m_session.notebook().backups().then(
            this, [this, id](const Result<std::vector<Backup>> &backups) { show(backups, id.value_or(QString())); });
    });
}

void BackupsDialog::show(const Result<std::vector<Backup>> &backups, const QString &library)
{
    m_library = library;
    const QModelIndex before = m_list->currentIndex();
    const QString chosen = before.isValid() ? m_backups->backup(before.row()).path : QString();
    m_backups->setBackups(backups.value_or(std::vector<Backup>()), library);
    int row = 0;
    for (int i = 0; i < m_backups->rowCount(); ++i) {
        if (m_backups->backup(i).path == chosen)
            row = i;
    }
    m_list->setCurrentIndex(m_backups->index(row)); // none of an empty list
    showControls();
    if (!backups)
        say(errorText(backups.error()), true);
    else if (m_words->text().isEmpty() && backups->empty())
        say(tr("There is no backup yet. One is made on each day that the library changed."));
    else if (m_words->text().isEmpty())
        say(tr("One is made on each day that the library changed, and before an import or an upgrade."));
}

void BackupsDialog::showControls()
{
    const bool writable = !m_session.isReadOnly();
    const QModelIndex index = m_list->currentIndex();
    const auto &trouble = m_session.notebook().trouble();
    const bool damaged = trouble && trouble->kind == Error::Kind::Damaged; // the one that needs it most
    m_backUp->setEnabled(!m_busy && writable);
    m_restore->setEnabled(!m_busy && (writable || damaged) && index.isValid() && m_backups->backup(index.row()).sound);
    m_change->setEnabled(!m_busy && writable);
    m_usual->setEnabled(!m_busy && writable && !m_rules.folder.isEmpty());
    m_openFolder->setEnabled(!m_busy);
    for (QSpinBox *number : m_numbers)
        number->setEnabled(!m_busy && writable);
}

void BackupsDialog::showRules()
{
    if (m_saving > 0) // what the shelf has is older than what stands here
        return;
    const QString before = std::exchange(m_rules, m_session.shelf().settings().backups).folder;
    for (size_t i = 0; i < m_numbers.size(); ++i) {
        const QSignalBlocker quiet(m_numbers[i]);
        m_numbers[i]->setValue(m_rules.*numberMembers[i]);
    }
    m_place->setText(tr("They go to %1").arg(QDir::toNativeSeparators(folder())));
    showControls();
    if (before != m_rules.folder)
        load();
}

void BackupsDialog::changeRules(const std::function<void(BackupRules &rules)> &change)
{
    change(m_rules);
    ++m_saving;
    m_session.notebook()
        .changeSettings([change](LibrarySettings &settings) { change(settings.backups); })
        .then(this, [this](const Result<LibrarySettings> &saved) {
            --m_saving;
            if (saved) {
                load(); // another folder has others
            } else {
                say(errorText(saved.error()), true);
                showRules();
            }
        });
}

QString BackupsDialog::folder() const
{
    return m_rules.folder.isEmpty() ? QDir(m_session.folder()).filePath(u"backups"_s) : m_rules.folder;
}

void BackupsDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose the folder for backups"), QFileInfo(folder()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &BackupsDialog::setFolder);
    dialog->open();
}

void BackupsDialog::setFolder(const QString &folder)
{
    const QString clean = folder.isEmpty() ? QString() : QDir::cleanPath(folder);
    const bool usual = clean == QDir(m_session.folder()).filePath(u"backups"_s);
    inBackground([clean] {
        return !clean.isEmpty() && QFileInfo::exists(Library::databasePath(clean));
    }).then(this, [this, chosen = usual ? QString() : clean](bool isLibrary) {
        if (isLibrary) // its images would lie among those of the backups
            return say(tr("That folder is a library itself. Choose another one for backups."), true);
        changeRules([chosen](BackupRules &rules) { rules.folder = chosen; });
        m_place->setText(tr("They go to %1").arg(QDir::toNativeSeparators(this->folder())));
        m_words->clear();
        showControls();
    });
}

void BackupsDialog::openFolder()
{
    inBackground([path = folder()] { return QFileInfo(path).isDir(); }).then(this, [this, path = folder()](bool there) {
        if (!there)
            say(tr("“%1” is not there. Backups come to it with the first one; a drive may have to be plugged in.")
                    .arg(path),
                true);
        else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
            say(tr("No file manager could be opened. The folder is %1").arg(path), true);
    });
}

void BackupsDialog::backUp()
{
    m_busy = true;
    showControls();
    say(tr("Backing up…"));
    m_session.notebook().backUpNow().then(this, [this](const Result<Backup> &made) {
        m_busy = false;
        showControls();
        if (!made)
            return say(errorText(made.error()), true);
        say(tr("The backup is made."));
        m_list->setCurrentIndex({}); // then the newest is chosen
        load();
    });
}

void BackupsDialog::askToRestore()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_restore->isEnabled())
        return;
    const Backup backup = m_backups->backup(index.row());
    const QString what = isOfAnother(backup, m_library)
                             ? tr("Another library, as it was on %1, takes the place of this one.")
                             : tr("The library goes back to how it was on %1.");
    const QString text = what.arg(backupMomentText(backup.made)) + u' ' +
                         tr("As it is now it is kept as a backup first, so that you can come back.");
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Restore a backup"), text, QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *keep = box->addButton(tr("Leave it as it is"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    const QPushButton *restoring = box->addButton(tr("Restore the backup"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, restoring, backup](const QAbstractButton *chosen) {
        if (chosen == restoring)
            restore(backup);
    });
    box->open();
}

void BackupsDialog::restore(const Backup &backup)
{
    m_busy = true;
    showControls();
    say(tr("Restoring…"));
    m_session.restoreBackup(backup.path).then(this, [this, backup](const Result<Restored> &restored) {
        m_busy = false;
        showControls();
        if (!restored)
            return say(errorText(restored.error()), true);
        sayRestored(backup, *restored);
        load();
    });
}

void BackupsDialog::sayRestored(const Backup &backup, const Restored &restored)
{
    QStringList words{tr("The library is as it was on %1. What it replaced is the newest backup.")
                          .arg(backupMomentText(backup.made))};
    for (size_t i = 0; i < std::min(findingsNamed, restored.findings.size()); ++i)
        words << findingText(restored.findings[i]);
    if (restored.findings.size() > findingsNamed)
        words << tr("“weeknotes verify” lists what else is missing.");
    say(words.join(u'\n'), !restored.findings.empty());
}

void BackupsDialog::say(const QString &words, bool problem)
{
    m_words->setText(words);
    setRole(m_words, problem ? u"attention"_s : u"second"_s);
}

} // namespace Weeknotes
