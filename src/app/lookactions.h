// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/lastlook.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace Weeknotes {

class LastLookList;
class LinkCheck;
class NotePane;
class QuietLook;
class RemotePictures;
class Session;
class StatusStrip;
struct WindowActions;

/// The last look while one writes: how much there is to look at, in the line at the bottom; the way from one finding to
/// the next in the text; a list of them below it; and what may be asked of the web about them. UI thread only.
class LookActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    LookActions(NotePane &note, Session &session, const WindowActions &actions, StatusStrip &status, QObject *parent);

    [[nodiscard]] QuietLook &look() const { return *m_look; }
    [[nodiscard]] LinkCheck &links() const { return *m_links; }
    [[nodiscard]] RemotePictures &pictures() const { return *m_pictures; }
    /// Selects what it speaks of in the text.
    void go(const LookFinding &finding);
    /// Its fix in the text, as one step of undo.
    void mend(const LookFinding &finding);
    /// Adds to the menu of a place in the text what can be done about a picture there.
    void addTo(QMenu &menu, int offset);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makePanel();
    void showPanel(bool shown);
    void show();
    /// To the next finding from the cursor on, or to the one before it.
    void step(int direction);

    NotePane &m_note;
    QAction &m_shown;
    StatusStrip &m_status;
    QuietLook *m_look;
    LinkCheck *m_links;
    RemotePictures *m_pictures;
    QWidget *m_panel = nullptr; ///< until it is asked for
    LastLookList *m_list = nullptr;
};

} // namespace Weeknotes
