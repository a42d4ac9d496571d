// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/librarycare.h"

#include "app/background.h"
#include "app/backuplist.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "storage/backups.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QString damagedText()
{
    return LibraryCare::tr("This library is damaged. What can be read is shown, and nothing is written into it.");
}

} // namespace

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
    if (error.kind == Error::Kind::Damaged) {
        m_banner.sayClosable(damagedText() + u' ' + tr("Looking for a sound backup…")); // each is read as a whole
        return lookForBackups([this](const std::vector<Backup> &ours) {
            const Notebook *notebook = &m_session.notebook();
            inBackground([ours] {
                return firstWhole(ours);
            }).then(this, [this, notebook](const std::optional<Backup> &newest) {
                if (notebook == &m_session.notebook())
                    sayDamaged(newest);
            });
        });
    }
    std::vector<Banner::Choice> choices;
    if (error.kind == Error::Kind::Gone)
        choices.push_back({tr("Write it there again"), [this] {
                               m_session.notebook().writeAnew().then(this, [this](const Result<void> &written) {
                                   if (!written)
                                       sayTrouble(written.error());
                               });
                           }});
    addElsewhere(choices, [this, error] { sayTrouble(error); });
    m_banner.say(errorText(error) + u' ' + tr("What you write is kept until it can be saved."), choices);
}

void LibraryCare::addElsewhere(std::vector<Banner::Choice> &choices, const std::function<void()> &again)
{
    if (m_session.draft() && !m_session.isReadOnly()) // what is typed next can't be saved either
        choices.push_back({tr("Save it elsewhere…"), [this, again] {
                               again();
                               Q_EMIT elsewhereRequested();
                           }});
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
    lookForBackups([this, error](const std::vector<Backup> &ours) {
        if (m_saysTrouble)
            return;
        const QString last = ours.empty() ? tr("There is none yet.")
                                          : tr("The last one is of %1.").arg(backupMomentText(ours.front().made));
        m_banner.sayClosable(tr("No backup could be made.") + u' ' + errorText(error) + u' ' + last);
    });
}

void LibraryCare::lookForBackups(const std::function<void(const std::vector<Backup> &ours)> &say)
{
    Notebook *notebook = &m_session.notebook();
    notebook->libraryId().then(this, [this, say, notebook](const Result<QString> &id) {
        if (notebook != &m_session.notebook())
            return;
        notebook->backups().then(this, [this, say, notebook, id](const Result<std::vector<Backup>> &backups) {
            if (notebook != &m_session.notebook())
                return;
            auto ours = backups.value_or(std::vector<Backup>());
            std::erase_if(ours, [&](const Backup &backup) {
                return !backup.sound || isOfAnother(backup, id.value_or(QString()));
            });
            say(ours);
        });
    });
}

void LibraryCare::sayDamaged(const std::optional<Backup> &newest)
{
    if (const auto &trouble = m_session.notebook().trouble(); !trouble || trouble->kind != Error::Kind::Damaged)
        return; // meanwhile it is another library, or sound again
    QString words = damagedText() + u' ';
    std::vector<Banner::Choice> choices;
    if (newest) {
        words += tr("The newest sound backup is of %1; the damaged library is kept beside it.")
                     .arg(backupMomentText(newest->made));
        const QString day = backupDayText(newest->made, m_session.clock().today());
        choices.push_back({tr("Restore the backup of %1").arg(day), [this, backup = *newest] { restore(backup); }});
    } else {
        words += tr("There is no sound backup of it.");
    }
    addElsewhere(choices, [this, newest] { sayDamaged(newest); });
    m_banner.sayClosable(words, choices);
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
