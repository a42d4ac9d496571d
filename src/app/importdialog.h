// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importlist.h"
#include "app/importresult.h"
#include "style/palette.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QFutureWatcher>

#include <atomic>
#include <memory>

class QComboBox;
class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;

namespace Weeknotes {

class EmptyState;
class ImportDelegate;
class ImportSide;
class Session;

/// Brings an archive: choose, drop or paste it, look over what was read and put right what was guessed wrong, then
/// bring it in, and take it back as a whole. Nothing is written before. Reading and writing happen elsewhere; Escape
/// stops either, and the library stands as it did.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(Session &session, Scheme scheme, QWidget *parent = nullptr);
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
    void keyPressEvent(QKeyEvent *event) override;

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
    [[nodiscard]] QWidget *layOutTop();
    [[nodiscard]] QLayout *layOutEnd();
    void connectParts();
    void chooseFiles();
    void chooseFolder();
    void paste();
    void setStage(Stage stage);
    using Read = std::function<Result<ImportBatch>(const ImportOptions &options)>;
    void readBy(const Read &read);
    void showReading(const ReadingProgress &progress);
    void foresee(const Result<ImportBatch> &batch);
    void look(ImportBatch batch, const Result<ImportOutcome> &foreseen);
    void sayWhatWasRead();
    void showPart();
    void showWanted();
    void showDifference(const QModelIndex &row);
    void bring();
    void showWriting();
    void showOutcome();
    void keepPauses();
    void takeBack();
    void saveReport();
    /// Looks for pictures on the web in what came in, and offers to bring them.
    void lookForPictures();
    void showPictures();
    void say(const QString &words, bool problem = false);

    Session &m_session;
    const Scheme m_scheme;
    Stage m_stage = Stage::Choose;
    ImportList *m_list;
    QSortFilterProxyModel *m_sorted;
    QLabel *m_words;
    EmptyState *m_choose;
    QWidget *m_top;
    QComboBox *m_part;
    QComboBox *m_order;
    QWidget *m_found; ///< list and side
    QListView *m_rows;
    ImportDelegate *m_delegate;
    ImportSide *m_side;
    QProgressBar *m_progress;
    QPushButton *m_others;
    QPushButton *m_pictures;
    QPushButton *m_report;
    QPushButton *m_takeBack;
    QPushButton *m_bring;
    QPushButton *m_close;
    QElapsedTimer m_since;
    std::shared_ptr<std::atomic_bool> m_stopReading;
    QFutureWatcher<Result<ImportOutcome>> m_writing;
    ImportResult m_result;
    std::vector<PauseId> m_keptPauses;
    std::vector<ImportPicture> m_remote; ///< pictures that notes of m_result show from the web
};

} // namespace Weeknotes
