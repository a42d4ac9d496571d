// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"
#include "style/palette.h"

#include <QDialog>
#include <QPointer>

class QCheckBox;
class QLabel;
class QListView;
class QPushButton;

namespace Weeknotes {

class DiffView;
class VersionList;

/// The history of the open note: its versions, how each differs from the text of now, and the way back to one of them
/// or to a piece of it. It changes nothing itself; it says what is wanted, and follows the draft meanwhile.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    /// `draft` may go; the dialog then closes.
    HistoryDialog(Session &session, DraftSession &draft, Scheme scheme, QWidget *parent = nullptr);

    [[nodiscard]] DiffView &text() const { return *m_text; }
    [[nodiscard]] QListView &list() const { return *m_list; }

    /// The piece is back, or can't come: shows how the texts differ now.
    void answer();

Q_SIGNALS:
    /// The whole version is to stand there again, with the images that the note had at that revision.
    void restoreRequested(const QString &title, const QString &text, qint64 revision);
    /// In `text`, if that is still the text of now, `length` characters from `begin` on are to be `older` again. Until
    /// `answer`, or a change of the text, no other piece is asked for.
    void pieceRequested(const QString &text, int begin, int length, const QString &older);

private:
    void layOut();
    void load();
    void choose();
    void showVersion();
    void showControls();
    void say(const QString &words, bool problem = false);

    Session &m_session;
    QPointer<DraftSession> m_draft;
    VersionList *m_versions;
    QListView *m_list;
    QLabel *m_words;
    DiffView *m_text;
    QCheckBox *m_changesOnly;
    QPushButton *m_previous;
    QPushButton *m_next;
    QPushButton *m_piece;
    QPushButton *m_whole;
    QString m_title;       ///< of the version in view,
    QString m_older;       ///< its text
    qint64 m_revision = 0; ///< and its revision
    QString m_newer;       ///< the text of now, when it was compared
    bool m_loaded = false;
    bool m_awaitsPiece = false;
    quint64 m_asked = 0; ///< counts questions: only the newest answer is shown
};

} // namespace Weeknotes
