// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"
#include "exporter/exporter.h"
#include "insight/lastlook.h"
#include "style/palette.h"

#include <QDialog>

class QLabel;
class QVBoxLayout;

namespace Weeknotes {

class AppSettings;
class Banner;
class ExportPlace;
class ExportRun;
class LastLookList;
class LookActions;
class PublishPage;
class PublishPlaces;
class TargetChoice;

/// The last step of a note: its page as readers will see it, what can be made of it, and where it stands then. What is
/// made is made on another thread, and can be stopped; what stood there before stays as it is then.
class PublishDialog : public QDialog
{
    Q_OBJECT

public:
    /// `note` as it is saved.
    PublishDialog(Session &session, AppSettings &settings, Note note, Scheme scheme, QWidget *parent = nullptr);

    void setTarget(const QString &key);
    /// Of the target that is chosen.
    void setFolder(const QString &folder);
    /// What there is to open once it is made.
    [[nodiscard]] QString resultPath() const;

    /// The last look at the note, which must outlive this.
    void setLook(LookActions &actions);

    void reject() override;

Q_SIGNALS:
    void written(const QString &path);
    /// The person wants to see in the text what the finding speaks of; or wants its fix.
    void placeWanted(const Weeknotes::LookFinding &finding);
    void fixWanted(const Weeknotes::LookFinding &finding);

private:
    void layOut();
    [[nodiscard]] QWidget *makeSide();
    void connectParts();
    void showNote(const NoteHeader &note);
    void showTarget();
    void showPost();
    [[nodiscard]] Post postThere() const;
    void readNote();
    void readPost();
    void takePost(const Result<Post> &post);
    void showChange();
    void publishAgain();
    /// The key of the target by which it came to that place; empty where that can't be told.
    [[nodiscard]] QString targetOf(const QUrl &place) const;
    [[nodiscard]] QString slug() const;
    /// Where its page will stand; empty where that is not known.
    [[nodiscard]] QUrl address() const;
    [[nodiscard]] ExportRequest request() const;
    void make();
    void makeSaved();
    void copy();
    void takeMade(const ExportReport &made);

    Session &m_session;
    AppSettings &m_settings;
    Note m_note;
    QString m_folder;           ///< of the target
    std::optional<Post> m_post; ///< of the text as it is; once it is read
    quint64 m_reads = 0;        ///< only the newest answer counts
    bool m_copiesSoon = false;  ///< once it is read
    QString m_again;            ///< the target of what is out of date, if that is known
    PublishPage *m_page;
    QLabel *m_title;
    QLabel *m_state;
    Banner *m_change;
    LastLookList *m_look;
    QLabel *m_lookTitle;
    QVBoxLayout *m_lookHead; ///< for what stands above the list
    TargetChoice *m_choice;
    ExportPlace *m_place;
    PublishPlaces *m_places;
    ExportRun *m_run;
};

} // namespace Weeknotes
