// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"
#include "exporter/exporter.h"
#include "insight/writingfacts.h"

#include <QDialog>
#include <QSet>

#include <atomic>
#include <memory>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

namespace Weeknotes {

class AppSettings;
class ExportList;
class ExportPlace;
class ExportRun;
class TargetChoice;

/// Many notes at once: which of them, what they become, and where that goes. What is made is made on another thread,
/// and can be stopped; what stood there before stays as it is then. The form that was made last is remembered, and for
/// each form its folder and the status that notes must have, for each library; a site gets drafts only from whoever
/// asks for them each time.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Of all notes, as they are saved. Both must outlive it.
    ExportDialog(Session &session, AppSettings &settings, QWidget *parent = nullptr);
    ~ExportDialog() override;

    /// Those of a season or a year.
    void chooseStretch(const Stretch &stretch);
    /// These, whatever their status; no site, which would have these alone.
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
    [[nodiscard]] bool isOfGiven() const;
    [[nodiscard]] bool isOfSite() const;
    [[nodiscard]] NoteStatus leastStatus() const;
    /// What that is where nobody chose it here of this form.
    [[nodiscard]] NoteStatus usualStatus() const;
    void setLeastStatus(NoteStatus status);
    void showScope();
    void showNotes();
    void showTarget();
    void showPlace();
    [[nodiscard]] QStringList remarks() const;
    void readLosses();
    [[nodiscard]] QString bookName() const;
    [[nodiscard]] QString file() const;
    [[nodiscard]] ExportRequest request() const;
    void make();

    Session &m_session;
    AppSettings &m_settings;
    std::vector<Stretch> m_stretches; ///< by the rows of m_scopes, after the first; the last row may be m_given
    QSet<NoteId> m_given;             ///< chosen elsewhere
    std::vector<NoteId> m_notes;      ///< that go out
    int m_drafts = 0;                 ///< of them
    int m_leftOut = 0;                ///< notes for a site that are none of them
    bool m_wasOfGiven = false;
    std::optional<NoteStatus> m_status; ///< that the person chose here
    QString m_folder;                   ///< of the target
    std::shared_ptr<std::atomic_bool> m_stopLooking;
    QComboBox *m_scopes;
    QButtonGroup *m_statuses;
    QLabel *m_count;
    ExportList *m_rows;
    QListView *m_list;
    QLabel *m_nothing;
    TargetChoice *m_choice;
    QLabel *m_titleLabel;
    QLineEdit *m_title; ///< of a book
    ExportPlace *m_place;
    ExportRun *m_run;
};

} // namespace Weeknotes
