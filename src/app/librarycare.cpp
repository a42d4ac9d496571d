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
        return lookForBackup();
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

void LibraryCare::lookForBackup()
{
    m_session.notebook().libraryId().then(this, [this](const Result<QString> &id) {
        m_session.notebook().backups().then(this, [this, id](const Result<std::vector<Backup>> &backups) {
            sayDamaged(backups.value_or(std::vector<Backup>()), id.value_or(QString()));
        });
    });
}

void LibraryCare::sayDamaged(const std::vector<Backup> &backups, const QString &library)
{
    if (const auto &trouble = m_session.notebook().trouble(); !trouble || trouble->kind != Error::Kind::Damaged)
        return; // meanwhile it is another library, or sound again
    const QString words = tr("This library is damaged. What can be read is shown, and nothing is written into it.");
    const auto sound = std::ranges::find_if(backups, [&](const Backup &backup) { // the newest, since they come first
        return backup.sound && !isOfAnother(backup, library);
    });
    if (sound == backups.end())
        return m_banner.sayClosable(words + u' ' + tr("There is no backup of it."));
    const QString made = tr("The newest sound backup is of %1; the damaged library is kept beside it.");
    const QString day = backupDayText(sound->made, m_session.clock().today());
    m_banner.sayClosable(words + u' ' + made.arg(backupMomentText(sound->made)),
                         {{tr("Restore the backup of %1").arg(day), [this, backup = *sound] { restore(backup); }}});
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
