// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/librarycare.h"

#include "app/banner.h"
#include "app/session.h"
#include "app/versionlist.h"
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
    connect(&session, &Session::recovered, this, &LibraryCare::recover);
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
    if (error.kind == Error::Kind::Damaged) {
        m_session.notebook().backups().then(this, [this](const Result<std::vector<Backup>> &backups) {
            sayDamaged(backups.value_or(std::vector<Backup>()));
        });
        return;
    }
    std::vector<Banner::Choice> choices;
    if (error.kind == Error::Kind::Gone)
        choices.push_back({tr("Write it there again"), [this] {
                               m_session.notebook().writeAnew().then(this, [this](const Result<void> &written) {
                                   if (!written)
                                       sayTrouble(written.error());
                               });
                           }});
    m_banner.say(errorText(error) + u' ' + tr("What you write is kept until it can be saved."), choices);
}

void LibraryCare::sayDamaged(const std::vector<Backup> &backups)
{
    const QString words = tr("This library is damaged. What can be read is shown, and nothing is written into it.");
    const auto sound = std::ranges::find_if(backups, &Backup::sound); // the newest, since they come first
    if (sound == backups.end())
        return m_banner.sayClosable(words + u' ' + tr("There is no backup of it."));
    const QString made = momentText(sound->made, m_session.clock().today());
    const QString how = tr("To bring back the backup (%1), close this window and run: weeknotes restore “%2”");
    m_banner.sayClosable(words + u' ' + how.arg(made, sound->path));
}

void LibraryCare::recover()
{
    if (std::exchange(m_saysTrouble, false))
        m_banner.dismiss();
    if (m_session.isReadOnly())
        m_session.open(m_session.folder()); // now to write
}

} // namespace Weeknotes
