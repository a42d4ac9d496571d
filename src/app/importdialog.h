// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numberhabit.h"
#include "importer/importer.h"
#include "insight/pausehints.h"
#include "notebook/importnotes.h"

#include <QDialog>
#include <QFutureWatcher>

#include <atomic>
#include <memory>

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QStandardItemModel;

namespace Weeknotes {

class EmptyState;
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
    /// Notes came in; `newest` is the newest of them.
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

    void layOut();
    void chooseFiles();
    void chooseFolder();
    void setStage(Stage stage);
    void showRead(const Result<ImportBatch> &batch, const std::vector<PauseHint> &pauses);
    void addNoteRow(const ImportedNote &note, const NumberHabit &numbers);
    void addPauseRow(const PauseHint &hint);
    void keepPauses();
    void bring();
    void showOutcome();
    [[nodiscard]] NoteId newestOf(const ImportOutcome &outcome) const;
    void say(const QString &words, bool problem = false);

    Session &m_session;
    Stage m_stage = Stage::Choose;
    QLabel *m_words;
    EmptyState *m_choose;
    QStandardItemModel *m_rows;
    QListView *m_found;
    QProgressBar *m_progress;
    QPushButton *m_others;
    QPushButton *m_bring;
    QPushButton *m_close;
    std::vector<NoteDraft> m_drafts;
    std::vector<QDate> m_days;       ///< of what is brought in, in the drafts' order
    std::vector<PauseHint> m_pauses; ///< proposed, to be kept where their rows are checked
    std::shared_ptr<std::atomic_bool> m_stopReading;
    QFutureWatcher<Result<ImportOutcome>> m_writing;
};

} // namespace Weeknotes
