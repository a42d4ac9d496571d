// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/plaintext.h"
#include "notebook/draftsession.h"
#include "style/palette.h"

#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <QWidget>

namespace Weeknotes {

class FindBar;
class PreviewView;
class Session;
struct LibrarySettings;
struct TitleBlock;

/// What stands above the page of a note; `document` (may be null) is what readers see of its text.
[[nodiscard]] TitleBlock previewHead(const NoteFields &fields, QDate changed, const LibrarySettings &settings,
                                     int minutes, const Markdown::Document *document);

/// The note as its page will be, beside the text. UI thread only.
class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(Session &session, QWidget *parent = nullptr);

    void setDraft(DraftSession *draft);
    void setScheme(Scheme scheme);
    /// Title, byline and so on from the draft's fields.
    void showHead();
    [[nodiscard]] PreviewView &view() const { return *m_view; }
    [[nodiscard]] FindBar &findBar() const { return *m_findBar; }

Q_SIGNALS:
    /// What readers see of the note: its length.
    void measured(int words, int minutes);
    void linkActivated(const QUrl &url);
    /// The view shows another state of the text: before the editor paints what was typed or, where that takes it
    /// longer, right after.
    void documentShown();

private:
    /// Anew, if they were loaded before.
    void loadImages();
    void showDocument();
    void measure();

    Session &m_session;
    QPointer<DraftSession> m_draft;
    PreviewView *m_view;
    FindBar *m_findBar;
    QTimer m_showSoon;
    QTimer m_measureSoon;
    std::shared_ptr<const Markdown::Document> m_shown;
    Markdown::Meter m_meter;
    int m_minutes = 1;
};

} // namespace Weeknotes
