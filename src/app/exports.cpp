// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports.h"

#include "app/banner.h"
#include "app/exportdialog.h"
#include "app/windowactions.h"

#include <QAction>

namespace Weeknotes {

Exports::Exports(Session &session, AppSettings &settings, Banner &banner, const WindowActions &actions, QWidget *window)
    : QObject(window), m_session(session), m_settings(settings), m_banner(banner), m_window(window)
{
    QAction *action = actions.exportNotes;
    action->setEnabled(session.isOpen());
    connect(action, &QAction::triggered, this, [this] { open([](ExportDialog &) {}); });
    connect(&session, &Session::opening, action, [action] { action->setEnabled(false); });
    connect(&session, &Session::opened, action, [action] { action->setEnabled(true); });
}

void Exports::openFor(const Stretch &stretch, const QString &target)
{
    open([stretch, target](ExportDialog &dialog) {
        dialog.chooseStretch(stretch);
        if (!target.isEmpty())
            dialog.setTarget(target);
    });
}

void Exports::openForNotes(const std::vector<NoteId> &notes)
{
    open([notes](ExportDialog &dialog) { dialog.chooseNotes(notes); });
}

void Exports::open(const std::function<void(ExportDialog &dialog)> &prepare)
{
    m_session.settle([this, prepare](bool safe) {
        if (!safe)
            return m_banner.sayClosable(tr("Nothing was exported, since what you wrote last could not be saved yet."));
        if (m_dialog && m_dialog->isVisible())
            return;
        m_dialog = new ExportDialog(m_session, m_settings, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        prepare(*m_dialog);
        m_dialog->open();
    });
}

} // namespace Weeknotes
