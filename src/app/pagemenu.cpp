// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pagemenu.h"

#include "app/previewpane.h"
#include "app/windowactions.h"
#include "preview/previewview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace Weeknotes {

PageMenu::PageMenu(PreviewPane &preview, const WindowActions &actions)
    : QObject(&preview), m_preview(preview), m_actions(actions)
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
        addLink(*menu, target);
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

void PageMenu::addLink(QMenu &menu, const QUrl &target)
{
    menu.addAction(tr("&Open the link"), &m_preview, [this, target] { Q_EMIT m_preview.linkActivated(target); });
    menu.addAction(tr("Copy the link’s a&ddress"), &m_preview,
                   [target] { QGuiApplication::clipboard()->setText(target.toString(QUrl::FullyEncoded)); });
    menu.addSeparator();
}

} // namespace Weeknotes
