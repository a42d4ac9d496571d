// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/findreplace.h"

namespace Weeknotes {

class PreviewPane;
struct WindowActions;

/// The window's actions for finding: they mean the page while the keyboard is in its pane, else the text. UI thread
/// only.
class FindActions : public QObject
{
    Q_OBJECT

public:
    /// `note`, `preview` and `actions` must outlive it.
    FindActions(NotePane &note, PreviewPane &preview, const WindowActions &actions, QObject *parent);

private:
    [[nodiscard]] FindInView &meant();

    PreviewPane &m_preview;
    FindReplace m_text;
    FindInView m_page;
};

} // namespace Weeknotes
