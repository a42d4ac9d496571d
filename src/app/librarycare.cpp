// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/librarycare.h"

#include "app/backuplist.h"
#include "app/banner.h"
#include "app/session.h"
#include "cli/errortext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

LibraryCare::LibraryCare(Session &session, Banner &banner, QObject *parent)
    : QObject(parent), m_session(session), m_banner(banner)
{
    // After what the window itself says of a library that was opened.
    connect(&session, &Session::opened, this, &LibraryCare::greet, Qt::QueuedConnection);
    connect(&session, &Session::troubled, this, &LibraryCare::sayTrouble);
    connect(&session, &Session::libraryReplaced, this, &LibraryCare::sayReplaced);
    connect(&session, &Session::backupFailed, this, &LibraryCare::sayNotBackedUp);
    connect(&session, &Session::recovered, this, &LibraryCare::recover, Qt::QueuedConnection); // it may open anew
}

void LibraryCare::greet()
{
    m_saysTrouble = false;
    if (!m_session.isOpen())
        return;
    if (const auto &trouble = m_session.notebook().trouble(); trouble && trouble->kind == Error::Kind::Damaged)
        return sayTrouble(*trouble);
    const Place &place = m_session.notebook().place();
    if (place.kind == Place::Kind::Synced)
        m_banner.sayClosable(
            tr("%1 copies this library to other computers. Close it here before you write in it there.")
                .arg(place.name));
    else if (place.kind == Place::Kind::Network)
        m_banner.sayClosable(
            tr("This library lies on a network drive (%1). Only one computer may write in it at a time.")
                .arg(place.name));
}

void LibraryCare::sayTrouble(const Error &error)
{
    if (m_session.isOpen() && m_session.isReadOnly() && error.kind != Error::Kind::Damaged)
        return; // the window has said so
    m_saysTrouble = true;
    if (error.kind == Error::Kind::Damaged)
        return lookForBackup([this](const std::optional<Backup> &newest) { sayDamaged(newest); });
    std::vector<Banner::Choice> choices;
    if (error.kind == Error::Kind::Gone)
        choices.push_back({tr("Write it there again"), [this] {
                               m_session.notebook().writeAnew().then(this, [this](const Result<void> &written) {
                                   if (!written)
                                       sayTrouble(written.error());
                               });
                           }});
    const DraftSession *draft = m_session.draft();
    if (draft && draft->state() != DraftSession::State::Saved)
        choices.push_back({tr("Save it elsewhere…"), [this, error] {
                               sayTrouble(error); // as long as it lasts
                               Q_EMIT elsewhereRequested();
                           }});
    m_banner.say(errorText(error) + u' ' + tr("What you write is kept until it can be saved."), choices);
}

void LibraryCare::sayReplaced(const Backup &kept)
{
    m_saysTrouble = false; // a trouble ends with it, and this stays
    m_banner.sayClosable(tr("Another file took the place of this library, and is shown now. What stood there before is "
                            "the backup of %1.")
                             .arg(backupMomentText(kept.made)));
}

void LibraryCare::sayNotBackedUp(const Error &error)
{
    const QDate today = m_session.clock().today();
    if (m_saysTrouble || std::exchange(m_saidNotBackedUp, today) == today)
        return;
    lookForBackup([this, error](const std::optional<Backup> &newest) {
        if (m_saysTrouble)
            return;
        const QString last =
            newest ? tr("The last one is of %1.").arg(backupMomentText(newest->made)) : tr("There is none yet.");
        m_banner.sayClosable(tr("No backup could be made.") + u' ' + errorText(error) + u' ' + last);
    });
}

void LibraryCare::lookForBackup(const std::function<void(const std::optional<Backup> &newest)> &say)
{
    Notebook *notebook = &m_session.notebook();
    notebook->libraryId().then(this, [this, say, notebook](const Result<QString> &id) {
        if (notebook != &m_session.notebook())
            return;
        notebook->backups().then(this, [this, say, notebook, id](const Result<std::vector<Backup>> &backups) {
            if (notebook != &m_session.notebook())
                return;
            const auto all = backups.value_or(std::vector<Backup>());
            const auto sound =
                std::ranges::find_if(all, [&](const Backup &backup) { // the newest, since they come first
                    return backup.sound && !isOfAnother(backup, id.value_or(QString()));
                });
            say(sound == all.end() ? std::nullopt : std::optional(*sound));
        });
    });
}

void LibraryCare::sayDamaged(const std::optional<Backup> &newest)
{
    if (const auto &trouble = m_session.notebook().trouble(); !trouble || trouble->kind != Error::Kind::Damaged)
        return; // meanwhile it is another library, or sound again
    const QString words = tr("This library is damaged. What can be read is shown, and nothing is written into it.");
    if (!newest)
        return m_banner.sayClosable(words + u' ' + tr("There is no backup of it."));
    const QString made = tr("The newest sound backup is of %1; the damaged library is kept beside it.");
    const QString day = backupDayText(newest->made, m_session.clock().today());
    m_banner.sayClosable(words + u' ' + made.arg(backupMomentText(newest->made)),
                         {{tr("Restore the backup of %1").arg(day), [this, backup = *newest] { restore(backup); }}});
}

void LibraryCare::restore(const Backup &backup)
{
    m_banner.say(tr("Restoring the backup of %1…").arg(backupMomentText(backup.made)));
    m_session.restoreBackup(backup.path).then(this, [this](const Result<Restored> &restored) {
        if (restored)
            m_banner.dismiss();
        else
            m_banner.sayClosable(errorText(restored.error()));
    });
}

void LibraryCare::recover()
{
    if (std::exchange(m_saysTrouble, false))
        m_banner.dismiss();
    if (m_session.isReadOnly())
        m_session.open(m_session.folder()); // now to write
}

} // namespace Weeknotes
