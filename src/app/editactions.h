// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;

namespace Weeknotes {

class Links;
class MarkdownEdit;
struct WindowActions;

/// What is done to the text as to any other, in the menu `edit` of the window and in the text's own: undone, copied,
/// pasted, made bold. UI thread only.
class EditActions : public QObject
{
    Q_OBJECT

public:
    /// Connects those of `actions`. `editor` is its owner; the others must be there as long as somebody
    /// can act.
    EditActions(MarkdownEdit &editor, const WindowActions &actions, Links &links);

    /// Whether there is a note, and whether it may be written.
    void setPossible(bool note, bool writable);
    /// Adds to the menu of a place in the text what can be done there.
    void addTo(QMenu &menu, int offset);

Q_SIGNALS:
    /// A menu of that place in the text begins.
    void menuBegun(QMenu &menu, int offset);

private:
    void followMenu(const QMenu &menu);
    void showPossible();

    MarkdownEdit &m_editor;
    const WindowActions &m_actions;
    Links &m_links;
    bool m_note = false;
    bool m_writable = false;
};

} // namespace Weeknotes
