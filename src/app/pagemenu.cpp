// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pagemenu.h"

#include "app/links.h"
#include "app/previewpane.h"
#include "app/windowactions.h"
#include "preview/previewview.h"

#include <QAction>
#include <QMenu>
#include <QUrl>

namespace Weeknotes {

PageMenu::PageMenu(PreviewPane &preview, const WindowActions &actions, Links &links)
    : QObject(&preview), m_preview(preview), m_actions(actions), m_links(links)
{
    preview.view().setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&preview.view(), &QWidget::customContextMenuRequested, this, &PageMenu::open);
}

void PageMenu::open(const QPoint &place)
{
    PreviewView &view = m_preview.view();
    auto *menu = new QMenu(&view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QUrl target(view.anchorAt(place));
    if (!target.scheme().isEmpty()) // else it leads to a footnote
        m_links.addTo(*menu, target);
    // The words of the window's menu, whose actions are the text's.
    menu->addAction(m_actions.copy->text(), &view, &QTextEdit::copy)->setEnabled(view.textCursor().hasSelection());
    menu->addAction(m_actions.selectAll->text(), &view, [&view] {
        view.fill();
        view.selectAll();
    });
    menu->addSeparator();
    menu->addAction(m_actions.find);
    menu->popup(view.viewport()->mapToGlobal(place));
}

} // namespace Weeknotes
