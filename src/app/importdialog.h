// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/importer.h"
#include "insight/pausehints.h"
#include "notebook/importnotes.h"

#include <QDialog>
#include <QFutureWatcher>

#include <atomic>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace Weeknotes {

class Session;

/// Brings an archive: choose or drop files and folders, see what was read and what was guessed, then bring it in.
/// Reading and writing happen elsewhere; Escape stops either, and what is in the library by then stays.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(Session &session, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// Reads these at once.
    void read(const QStringList &paths);
    [[nodiscard]] bool isBusy() const { return m_stage == Stage::Reading || m_stage == Stage::Writing; }

Q_SIGNALS:
    /// Notes came in; `newest` is one of them.
    void imported(const Weeknotes::NoteId &newest);

protected:
    void reject() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class Stage
    {
        Choose,
        Reading,
        Look,
        Writing,
        Done
    };

    void chooseFiles();
    void chooseFolder();
    void setStage(Stage stage);
    void showRead(const Result<ImportBatch> &batch);
    void addNoteRow(const ImportedNote &note);
    void addWarningRow(const Warning &warning);
    void addPauseRow(const PauseHint &hint);
    void keepPauses();
    void bring();
    void showOutcome();
    void say(const QString &words, bool problem = false);

    Session &m_session;
    Stage m_stage = Stage::Choose;
    QLabel *m_words;
    QPushButton *m_files;
    QPushButton *m_folder;
    QTreeWidget *m_found;
    QProgressBar *m_progress;
    QPushButton *m_bring;
    QPushButton *m_close;
    std::vector<NoteDraft> m_drafts;
    std::vector<std::pair<QTreeWidgetItem *, PauseHint>> m_pauses; ///< proposed, to be kept where they are checked
    std::shared_ptr<std::atomic_bool> m_stopReading;
    QFutureWatcher<Result<ImportOutcome>> m_writing;
};

} // namespace Weeknotes
