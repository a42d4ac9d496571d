// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/waysback.h"

#include "app/backupsdialog.h"
#include "app/banner.h"
#include "app/bindialog.h"
#include "app/conflictdialog.h"
#include "app/historydialog.h"
#include "app/notepane.h"
#include "app/schemeswitch.h"
#include "app/session.h"
#include "app/windowactions.h"
#include "cli/errortext.h"
#include "editor/markdownedit.h"

#include <QAction>

namespace Weeknotes {

WaysBack::WaysBack(Session &session, NotePane &note, Banner &banner, const SchemeSwitch &schemes,
                   const WindowActions &actions, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_note(note)
    , m_banner(banner)
    , m_schemes(schemes)
    , m_actions(actions)
    , m_window(window)
{
    connect(actions.history, &QAction::triggered, this, &WaysBack::showHistory);
    connect(actions.bin, &QAction::triggered, this, &WaysBack::showBin);
    connect(actions.backups, &QAction::triggered, this, &WaysBack::showBackups);
    connect(actions.removeNote, &QAction::triggered, this, [this] {
        if (const DraftSession *draft = m_session.draft())
            m_session.removeNotes({draft->noteId()});
    });
    connect(&note, &NotePane::differenceRequested, this, &WaysBack::showDifference);
    connect(&session, &Session::notesBinned, this, &WaysBack::sayBinned);
    connect(&session, &Session::noteGone, this, &WaysBack::sayGone);
}

void WaysBack::showPossible()
{
    const bool note = m_session.isOpen() && m_session.draft();
    m_actions.history->setEnabled(note);
    m_actions.removeNote->setEnabled(note && !m_session.isReadOnly());
    m_actions.bin->setEnabled(m_session.isOpen());
    m_actions.backups->setEnabled(m_session.isOpen());
}

void WaysBack::showHistory()
{
    DraftSession *draft = m_session.draft();
    if (!draft)
        return;
    auto *dialog = new HistoryDialog(m_session, *draft, m_schemes.scheme(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HistoryDialog::restoreRequested, this,
            [this, dialog](const QString &title, const QString &text, qint64 revision) {
                dialog->accept();
                bringBack(title, text, revision);
            });
    connect(dialog, &HistoryDialog::pieceRequested, this,
            [this, shown = QPointer(dialog)](const QString &text, int begin, int length, const QString &older) {
                const auto answer = [shown] {
                    if (shown)
                        shown->answer();
                };
                change(
                    [=, this] {
                        if (m_session.draft()->text() == text) // else the piece lies elsewhere by now
                            m_note.editor().replace(begin, length, older);
                    },
                    answer);
            });
    dialog->open();
}

void WaysBack::showDifference()
{
    DraftSession *draft = m_session.draft();
    if (!draft)
        return;
    auto *dialog = new ConflictDialog(m_session.notebook(), *draft, m_schemes.scheme(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::rejected, this, [this] {
        const DraftSession *open = m_session.draft();
        if (open && open->state() == DraftSession::State::Conflict)
            m_note.askAboutConflict();
    });
    dialog->open();
}

void WaysBack::showBin()
{
    auto *dialog = new BinDialog(m_session, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WaysBack::showBackups()
{
    auto *dialog = new BackupsDialog(m_session, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WaysBack::change(const std::function<void()> &change, const std::function<void()> &done)
{
    const QPointer<DraftSession> draft = m_session.draft();
    if (!draft)
        return;
    draft->keepVersion(Version::Reason::Restore).then(this, [this, draft, change, done](const Result<void> &kept) {
        if (!kept)
            m_banner.sayClosable(errorText(kept.error()));
        else if (draft && draft == m_session.draft())
            change();
        if (done)
            done();
    });
}

void WaysBack::bringBack(const QString &title, const QString &text, qint64 revision)
{
    const auto put = [this](const QString &newTitle, const QString &newText, qint64 imagesOf) {
        m_note.setTitleAndText(newTitle, newText);
        m_session.draft()->bringBackImages(imagesOf).then(this, [this](const Result<void> &brought) {
            if (!brought)
                m_banner.sayClosable(errorText(brought.error()));
        });
    };
    change([this, put, title, text, revision] {
        const qint64 revisionBefore = m_session.draft()->savedHeader().revision;
        const QString titleBefore = m_session.draft()->fields().title;
        const QString textBefore = m_session.draft()->text();
        const NoteId id = m_session.draft()->noteId();
        put(title, text, revision);
        m_banner.sayOfNote(tr("The earlier version stands here again."),
                           {{tr("Undo"), [=, this] {
                                 const DraftSession *open = m_session.draft();
                                 if (open && open->noteId() == id)
                                     change([=] { put(titleBefore, textBefore, revisionBefore); });
                             }}});
        // Once it is written on, going back is a matter of the editor's own undo, and of the history.
        connect(&m_note.editor(), &MarkdownEdit::textEdited, &m_banner, &Banner::leaveNote, Qt::SingleShotConnection);
        connect(&m_note, &NotePane::fieldsEdited, &m_banner, &Banner::leaveNote, Qt::SingleShotConnection);
    });
}

void WaysBack::sayGone(const Note &note)
{
    const QString &title = note.header.fields.title;
    const QString text = title.isEmpty() ? tr("The note that stood here is no longer in the library.")
                                         : tr("“%1” is no longer in the library.").arg(title);
    m_banner.sayClosable(text, {{tr("Add it again"), [this, note] {
                                     m_session.notebook()
                                         .addNote(note.header.fields, note.text)
                                         .then(this, [this](const Result<NoteHeader> &added) {
                                             if (added)
                                                 m_session.showNote(added->id);
                                             else
                                                 m_banner.sayClosable(errorText(added.error()));
                                         });
                                 }}});
}

void WaysBack::sayBinned(const std::vector<NoteHeader> &notes)
{
    std::vector<NoteId> ids;
    for (const NoteHeader &note : notes)
        ids.push_back(note.id);
    const QString &title = notes.front().fields.title;
    const QString text = notes.size() > 1  ? tr("%Ln note(s) are in the bin.", nullptr, int(notes.size()))
                         : title.isEmpty() ? tr("The note is in the bin.")
                                           : tr("“%1” is in the bin.").arg(title);
    m_banner.tell(text, {{notes.size() > 1 ? tr("Put them back") : tr("Put it back"),
                          [this, ids] { m_session.restoreNotes(ids); }}});
}

} // namespace Weeknotes
