// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/links.h"

#include "app/session.h"
#include "app/statusstrip.h"
#include "cli/errortext.h"
#include "core/noteref.h"
#include "core/week.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Weeknotes {
Links::Links(Session &session, StatusStrip &status, QObject *parent)
    : QObject(parent), m_session(session), m_status(status)
{
}

void Links::follow(const QUrl &target)
{
    const QString scheme = target.scheme();
    if (scheme == "week"_L1)
        return showNote(target.path());
    if (scheme == "http"_L1 || scheme == "https"_L1 || scheme == "mailto"_L1) {
        if (QDesktopServices::openUrl(target))
            return;
        m_status.say(scheme == "mailto"_L1 ? tr("No mail program opened this. Copy the address from the link’s menu.")
                                           : tr("No web browser opened this. Copy the address from the link’s menu."));
    } else if (scheme.isEmpty()) {
        m_status.say(tr("This link is only part of an address. Begin it with https://."));
    } else if (target.isLocalFile()) {
        m_status.say(tr("Readers can’t reach a file on this computer. Link to the web instead."));
    } else {
        m_status.say(tr("Links lead to the web, to mail or to a week; pages leave this one out."));
    }
}

void Links::showNote(const QString &name)
{
    const auto found = findNote(name, m_session.shelf().notes(), m_session.shelf().rules());
    if (found)
        m_session.showNote(found->id);
    else if (const auto week = Week::parse(name))
        m_session.showWeek(*week);
    else
        m_status.say(errorText(found.error()));
}

void Links::addTo(QMenu &menu, const QUrl &target)
{
    menu.addAction(tr("Open the lin&k"), this, [this, target] { follow(target); });
    menu.addAction(tr("Copy the link’s addr&ess"), this,
                   [target] { QGuiApplication::clipboard()->setText(target.toString(QUrl::FullyEncoded)); });
    menu.addSeparator();
}

} // namespace Weeknotes
