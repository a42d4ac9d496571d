// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <optional>

namespace Weeknotes {

class Clock;
class MarkdownEdit;

/// Counts the words that are selected in the text, as the length of the note counts them. Belongs to the window; UI
/// thread only.
class SelectionLength : public QObject
{
    Q_OBJECT

public:
    /// `editor` and `clock` must outlive it.
    SelectionLength(const MarkdownEdit &editor, const Clock &clock, QObject *parent);

Q_SIGNALS:
    /// Soon after the selection changed; at once, and without a number, when nothing is selected any more.
    void counted(std::optional<int> words);

private:
    void follow();
    void count();

    const MarkdownEdit &m_editor;
    const Clock &m_clock;
    QTimer m_soon;
};

} // namespace Weeknotes
