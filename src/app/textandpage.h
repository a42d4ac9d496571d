// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QPoint;

namespace Weeknotes {

class MarkdownEdit;
class PreviewView;

/// Lets text and page follow each other: the one moves with the other, what is written stays in view in the page and
/// has a mark there, and clicks in the page lead into the text and tick its tasks. UI thread only.
class TextAndPage : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    TextAndPage(MarkdownEdit &text, PreviewView &page, QObject *parent);

    /// Whether they scroll together, as they do at first. Turned on, the page comes to where the text is.
    void setTogether(bool together);
    /// The page comes to where the text is, if they scroll together.
    void align();
    /// The page shows a newer state of the text.
    void showChange();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchText();
    void watchPage();
    void alignNow();
    void cursorMoved();
    void movePage(int textBefore);
    void moveText();
    void showMark();
    void goTo(int offset, const QPoint &globalPosition);
    void tick(int mark, bool done);

    MarkdownEdit &m_text;
    PreviewView &m_page;
    QTimer m_alignSoon;
    QTimer m_settled; // the next turn of the event loop
    bool m_together = true;
    bool m_alignWhenFilled = false; // the page came where the text is as far as it could
    bool m_changed = false;         // the text, in this turn
    bool m_moved = false;           // likewise
    bool m_led = false;             // the cursor goes where the page says
    bool m_shown = false;           // likewise: the page shows it
    bool m_showCursor = false;      // what was typed is on its way to the page
    int m_movedFrom = 0;            // where the text's scroll bar stood before this turn
    int m_textAt = 0;               // where the scroll bars stood last
    int m_pageAt = 0;
};

} // namespace Weeknotes
