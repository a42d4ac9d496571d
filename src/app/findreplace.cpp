// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findreplace.h"

#include "app/findbar.h"
#include "app/notepane.h"
#include "editor/markdownedit.h"

namespace Weeknotes {

FindReplace::FindReplace(NotePane &note, QObject *parent)
    : FindInView(note.editor().found(), note.findBar(), note, parent), m_editor(note.editor()), m_bar(note.findBar())
{
    connect(&m_bar, &FindBar::replaceRequested, this, &FindReplace::replace);
    connect(&m_bar, &FindBar::replaceAllRequested, this, &FindReplace::replaceAll);
}

void FindReplace::replace()
{
    catchUp();
    const TextRange here = m_editor.selection();
    if (m_editor.matches().indexOf(here) < 0)
        return step(1);
    const QString words = finder().replacementOf(m_editor.found().text(), here, m_bar.replacement());
    change([&] { m_editor.replace(here.begin, here.length(), words); });
    step(1);
}

void FindReplace::replaceAll()
{
    catchUp();
    if (m_editor.matches().isEmpty()) // among others, of an expression that was given up
        return;
    const std::vector<TextReplacement> all = finder().replacements(m_editor.found().text(), m_bar.replacement());
    if (all.empty())
        return;
    change([&] { m_editor.replaceEach(all); });
    m_bar.say(tr("%Ln match(es) replaced.", nullptr, int(all.size())));
}

} // namespace Weeknotes
