// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QPoint;
class QUrl;

namespace Weeknotes {

class PreviewPane;
struct WindowActions;

/// The menu of a place in the preview. UI thread only.
class PageMenu : public QObject
{
    Q_OBJECT

public:
    /// `actions` must outlive it. `preview` is its owner.
    PageMenu(PreviewPane &preview, const WindowActions &actions);

private:
    void open(const QPoint &place);
    void addLink(QMenu &menu, const QUrl &target);

    PreviewPane &m_preview;
    const WindowActions &m_actions;
};

} // namespace Weeknotes
