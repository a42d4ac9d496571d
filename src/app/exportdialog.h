// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"
#include "exporter/exporter.h"
#include "insight/writingfacts.h"

#include <QDialog>

#include <atomic>
#include <memory>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace Weeknotes {

class AppSettings;
class ExportPlace;
class ExportRun;
class TargetChoice;

/// Many notes at once: which of them, what they become, and where that goes. What is made is made on another thread,
/// and can be stopped; what stood there before stays as it is then. The form, its folder and the status that notes must
/// have are remembered, for each library.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Of all notes, as they are saved. Both must outlive it.
    ExportDialog(Session &session, AppSettings &settings, QWidget *parent = nullptr);
    ~ExportDialog() override;

    /// Those of a season or a year.
    void chooseStretch(const Stretch &stretch);
    /// These, whatever their status.
    void chooseNotes(const std::vector<NoteId> &notes);
    void setTarget(const QString &key);
    /// Of the target that is chosen.
    void setFolder(const QString &folder);
    /// What there is to open, or to look at, once it is made.
    [[nodiscard]] QString resultPath() const;

    void reject() override;

    // For tests: the parts as they are.
    [[nodiscard]] QComboBox &scopes() const { return *m_scopes; }
    [[nodiscard]] QListView &notes() const { return *m_list; }
    [[nodiscard]] QLineEdit &title() const { return *m_title; }

Q_SIGNALS:
    void written(const QString &path);

private:
    void layOut();
    [[nodiscard]] QWidget *makeNotes();
    [[nodiscard]] QWidget *makeSide();
    void connectParts();
    void fillScopes();
    [[nodiscard]] Stretch stretch() const;
    [[nodiscard]] bool isOfAll() const;
    [[nodiscard]] NoteStatus leastStatus() const;
    void setLeastStatus(NoteStatus status);
    void showNotes();
    void showTarget();
    void showPlace();
    [[nodiscard]] QString remark() const;
    void readLosses();
    [[nodiscard]] QString bookName() const;
    [[nodiscard]] QString file() const;
    [[nodiscard]] ExportRequest request() const;

    Session &m_session;
    AppSettings &m_settings;
    std::vector<Stretch> m_stretches; ///< by the rows of m_scopes, after the first; the last row may be m_given
    std::vector<NoteId> m_given;      ///< chosen elsewhere
    std::vector<NoteId> m_notes;      ///< that go out
    QString m_folder;                 ///< of the target
    std::shared_ptr<std::atomic_bool> m_stopLooking;
    QComboBox *m_scopes;
    QButtonGroup *m_statuses;
    QLabel *m_count;
    QStandardItemModel *m_rows;
    QListView *m_list;
    QLabel *m_nothing;
    TargetChoice *m_choice;
    QLabel *m_titleLabel;
    QLineEdit *m_title; ///< of a book
    QLabel *m_remark;
    ExportPlace *m_place;
    ExportRun *m_run;
};

} // namespace Weeknotes
