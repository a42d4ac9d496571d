// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Weeknotes {

class AppSettings;
class MarkdownEdit;
struct WindowActions;

/// The size of the text that is written: remembered, and in the window's menu. UI thread only.
class TextSize : public QObject
{
    Q_OBJECT

public:
    /// `editor` is its owner, and none of the others may go before it.
    TextSize(MarkdownEdit &editor, const WindowActions &actions, AppSettings &settings);

    /// Whether there is a text to be seen.
    void setPossible(bool possible);

private:
    void showPossible();

    MarkdownEdit &m_editor;
    const WindowActions &m_actions;
    bool m_possible = false;
};

} // namespace Weeknotes
