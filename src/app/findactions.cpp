// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findactions.h"

#include "app/previewpane.h"
#include "app/windowactions.h"
#include "preview/previewview.h"

#include <QAction>
#include <QApplication>

namespace Weeknotes {

FindActions::FindActions(NotePane &note, PreviewPane &preview, const WindowActions &actions, QObject *parent)
    : QObject(parent)
    , m_preview(preview)
    , m_text(note, nullptr)
    , m_page(preview.view().found(), preview.findBar(), preview, nullptr)
{
    connect(actions.find, &QAction::triggered, this, [this] { meant().open(false); });
    connect(actions.replace, &QAction::triggered, this, [this] { m_text.open(true); });
    connect(actions.findNext, &QAction::triggered, this, [this] { meant().step(1); });
    connect(actions.findPrevious, &QAction::triggered, this, [this] { meant().step(-1); });
    // In the same frame as the words, since those of a paragraph that is written come anew with each letter.
    connect(&preview, &PreviewPane::documentShown, &m_page, &FindInView::followNow);
}

FindInView &FindActions::meant()
{
    if (!m_preview.isAncestorOf(QApplication::focusWidget()))
        return m_text;
    m_preview.view().fill(); // what is looked for may stand further on
    return m_page;
}

} // namespace Weeknotes
