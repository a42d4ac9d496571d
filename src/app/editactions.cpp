// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editactions.h"

#include "app/links.h"
#include "app/windowactions.h"
#include "editor/markdownedit.h"

#include <QAction>
#include <QMenu>
#include <QUrl>

namespace Weeknotes {

EditActions::EditActions(MarkdownEdit &editor, const WindowActions &actions, Links &links)
    : QObject(&editor), m_editor(editor), m_actions(actions), m_links(links)
{
    connect(actions.undo, &QAction::triggered, &editor, &QTextEdit::undo);
    connect(actions.redo, &QAction::triggered, &editor, &QTextEdit::redo);
    connect(actions.cut, &QAction::triggered, &editor, &QTextEdit::cut);
    connect(actions.copy, &QAction::triggered, &editor, &QTextEdit::copy);
    connect(actions.paste, &QAction::triggered, &editor, &QTextEdit::paste);
    connect(actions.selectAll, &QAction::triggered, &editor, &QTextEdit::selectAll);
    connect(actions.strong, &QAction::triggered, &editor, &MarkdownEdit::toggleStrong);
    connect(actions.emphasis, &QAction::triggered, &editor, &MarkdownEdit::toggleEmphasis);
    connect(actions.code, &QAction::triggered, &editor, &MarkdownEdit::toggleCode);
    connect(actions.link, &QAction::triggered, &editor, &MarkdownEdit::insertLink);
    connect(&editor, &MarkdownEdit::linkActivated, &links, &Links::follow);
    followMenu(*actions.edit);
}

void EditActions::setPossible(bool note, bool writable)
{
    m_note = note;
    m_writable = note && writable;
    for (QAction *action : {m_actions.pastePlain, m_actions.strong, m_actions.emphasis, m_actions.code, m_actions.link})
        action->setEnabled(m_writable);
    m_actions.format->setEnabled(m_writable);
    showPossible();
}

void EditActions::addTo(QMenu &menu, int offset)
{
    if (const QUrl target = m_editor.linkAt(offset); !target.isEmpty())
        m_links.addTo(menu, target);
    Q_EMIT menuBegun(menu, offset);
    if (m_writable)
        m_actions.addEditing(menu);
    else
        menu.addActions({m_actions.copy, m_actions.selectAll});
    followMenu(menu);
}

/// What is possible changes with each key and each click, but is looked at in menus alone.
void EditActions::followMenu(const QMenu &menu)
{
    connect(&menu, &QMenu::aboutToShow, this, [this] {
        showPossible();
        m_actions.pastePlain->setEnabled(m_actions.paste->isEnabled());
    });
    connect(&menu, &QMenu::aboutToHide, this,
            [this] { m_actions.pastePlain->setEnabled(m_writable); }); // its key works
}

void EditActions::showPossible()
{
    const bool selected = m_editor.textCursor().hasSelection();
    m_actions.undo->setEnabled(m_writable && m_editor.document()->isUndoAvailable());
    m_actions.redo->setEnabled(m_writable && m_editor.document()->isRedoAvailable());
    m_actions.cut->setEnabled(m_writable && selected);
    m_actions.copy->setEnabled(m_note && selected);
    m_actions.paste->setEnabled(m_writable && m_editor.canPaste());
    m_actions.selectAll->setEnabled(m_note && !m_editor.document()->isEmpty());
}

} // namespace Weeknotes
