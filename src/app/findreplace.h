// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/findinview.h"

namespace Weeknotes {

class MarkdownEdit;
class NotePane;

/// Finds and replaces in the text that is being written. UI thread only.
class FindReplace : public FindInView
{
    Q_OBJECT

public:
    /// `note` must outlive it.
    FindReplace(NotePane &note, QObject *parent);

private:
    void replace();
    void replaceAll();

    MarkdownEdit &m_editor;
    FindBar &m_bar;
};

} // namespace Weeknotes
