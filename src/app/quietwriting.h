// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QLabel;
class QWidget;

namespace Weeknotes {

class AppSettings;
class HiddenBar;
class MarkdownEdit;
struct WindowActions;

/// Lets what stands around the words step back: other paragraphs, and with the full screen all but the text, where a
/// line says how to come back; and lets the line that is written stand still. Belongs to the window; UI thread only.
class QuietWriting : public QObject
{
    Q_OBJECT

public:
    /// `above` and `below` are the bars of `window`. All must outlive it.
    QuietWriting(QWidget &window, QWidget &above, QWidget &below, MarkdownEdit &editor, const WindowActions &actions,
                 AppSettings &settings);

    /// Says over the text what the bar that is hidden can't; nothing while it is there.
    void say(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillScreen(bool full);
    void showBars();
    void sayHowToLeave();
    void showHint(const QString &sentence);
    void placeHint();

    QWidget &m_window;
    HiddenBar *m_above;
    QWidget &m_below;
    QLabel *m_hint;
    QTimer m_saidLongEnough;
    const WindowActions &m_actions;
    bool m_wasFocused = false; ///< when the screen was filled
    bool m_quiet = false;
};

} // namespace Weeknotes
