// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QPoint;

namespace Weeknotes {

class Links;
class PreviewPane;
struct WindowActions;

/// The menu of a place in the preview. UI thread only.
class PageMenu : public QObject
{
    Q_OBJECT

public:
    /// `preview` is its owner; the others must be there as long as somebody can act.
    PageMenu(PreviewPane &preview, const WindowActions &actions, Links &links);

private:
    void open(const QPoint &place);

    PreviewPane &m_preview;
    const WindowActions &m_actions;
    Links &m_links;
};

} // namespace Weeknotes
