// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notepages.h"
#include "app/publishtargets.h"
#include "app/session.h"
#include "insight/lastlook.h"
#include "style/palette.h"

#include <QDialog>
#include <QUrl>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QProgressBar;
class QPushButton;

namespace Weeknotes {

class AppSettings;
class Banner;
class LastLookList;
class PublishPage;
class PublishPlaces;
class QuietLook;

/// The last step of a note: its page as readers will see it, what can be made of it, and where it stands then. What is
/// made is made on another thread, and can be stopped; what stood there before stays as it is then.
class PublishDialog : public QDialog
{
    Q_OBJECT

public:
    /// `note` as it is saved.
    PublishDialog(Session &session, AppSettings &settings, Note note, Scheme scheme, QWidget *parent = nullptr);
    ~PublishDialog() override;

    void setTarget(const QString &key);
    /// Of the target that is chosen.
    void setFolder(const QString &folder);
    /// What there is to open once it is made.
    [[nodiscard]] QString resultPath() const;

    /// The last look at the note, which must outlive this.
    void setLook(QuietLook &look);

    void reject() override;

Q_SIGNALS:
    void written(const QString &path);
    /// The person wants to see in the text what the finding speaks of; or wants its fix.
    void placeWanted(const Weeknotes::LookFinding &finding);
    void fixWanted(const Weeknotes::LookFinding &finding);

private:
    [[nodiscard]] QWidget *makeSide();
    void addTargets(QBoxLayout &column);
    void addResult(QBoxLayout &column);
    [[nodiscard]] QBoxLayout *makeEnd();
    void showNote(const NoteHeader &note);
    void showTarget();
    void showLosses();
    void readNote();
    void readPost();
    void showChange();
    void chooseFolder();
    [[nodiscard]] QString slug() const;
    [[nodiscard]] ExportRequest request() const;
    void make();
    void copy();
    void showMade(const Result<ExportReport> &made);
    void setBusy(bool busy);
    void say(const QString &words, bool problem = false);
    void lookForResult();

    Session &m_session;
    AppSettings &m_settings;
    Note m_note;
    std::vector<PublishTarget> m_targets;
    size_t m_target = 0;
    QString m_folder;                         ///< of that target
    std::optional<Post> m_post;               ///< once it is read
    std::shared_ptr<std::atomic_bool> m_stop; ///< while something is made
    quint64 m_looked = 0;                     ///< counts looks for the result: only the newest answer counts
    PublishPage *m_page;
    QLabel *m_title;
    QLabel *m_state;
    Banner *m_change;
    LastLookList *m_look;
    QLabel *m_lookTitle;
    QButtonGroup *m_choices;
    QLabel *m_what;
    QLabel *m_losses; ///< what does not survive there
    QWidget *m_files; ///< where files go
    QLabel *m_place;
    QWidget *m_result; ///< what can be done with it
    PublishPlaces *m_places;
    QLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_close;
    QPushButton *m_make;
};

} // namespace Weeknotes
