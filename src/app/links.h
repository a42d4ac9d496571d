// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QUrl;

namespace Weeknotes {

class Session;
class StatusStrip;

/// Opens what links of a note lead to: web pages and mail in the programs for them, other notes in the window. Where it
/// can't, the status strip says why, and what to do. UI thread only.
class Links : public QObject
{
    Q_OBJECT

public:
    /// It asks nothing of them but in its own functions, and may outlive them.
    Links(Session &session, StatusStrip &status, QObject *parent);

    void follow(const QUrl &target);
    /// Adds to the menu of a link what can be done with it.
    void addTo(QMenu &menu, const QUrl &target);

private:
    void showNote(const QString &name);

    Session &m_session;
    StatusStrip &m_status;
};

} // namespace Weeknotes
