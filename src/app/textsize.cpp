// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/textsize.h"

#include "app/appsettings.h"
#include "app/windowactions.h"
#include "editor/markdownedit.h"

#include <QAction>

namespace Weeknotes {

TextSize::TextSize(MarkdownEdit &editor, const WindowActions &actions, AppSettings &settings)
    : QObject(&editor), m_editor(editor), m_actions(actions)
{
    if (settings.editorTextSize() > 0)
        editor.setTextSize(settings.editorTextSize());
    connect(&editor, &MarkdownEdit::textSizeChanged, this, [this, &settings](int pixels) {
        settings.setEditorTextSize(pixels);
        showPossible();
    });
    connect(actions.larger, &QAction::triggered, this, [this] { m_editor.zoomTo(m_editor.textSize() + 1); });
    connect(actions.smaller, &QAction::triggered, this, [this] { m_editor.zoomTo(m_editor.textSize() - 1); });
    connect(actions.usualSize, &QAction::triggered, this, [this] { m_editor.zoomTo(MarkdownEdit::usualText()); });
}

void TextSize::setPossible(bool possible)
{
    m_possible = possible;
    showPossible();
}

void TextSize::showPossible()
{
    m_actions.larger->setEnabled(m_possible && m_editor.textSize() < MarkdownEdit::largestText);
    m_actions.smaller->setEnabled(m_possible && m_editor.textSize() > MarkdownEdit::smallestText);
    m_actions.usualSize->setEnabled(m_possible && m_editor.textSize() != MarkdownEdit::usualText());
}

} // namespace Weeknotes
