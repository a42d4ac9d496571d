// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/markdownedit.h"
#include "notebook/draftsession.h"
#include "style/palette.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QFrame;

namespace Weeknotes {

class Banner;
class FindBar;
class NoteHead;

/// Where a note is written: its head and its text, in step with a draft. UI thread only.
class NotePane : public QWidget
{
    Q_OBJECT

public:
    explicit NotePane(QWidget *parent = nullptr);

    /// Shows `draft` until another one is set or it goes; null for none. A note that was shown before is shown where it
    /// was left, another one where writing goes on, at its end, or, once it is published, at its beginning.
    void setDraft(DraftSession *draft);
    /// Takes no edits, whatever the draft. Without a draft it takes none anyway.
    void setReadOnly(bool readOnly);
    void setScheme(Scheme scheme);
    /// Cursor in the title of an empty note, else in the text.
    void focusWriting();
    /// Puts another title and text in the draft's place, as if they were typed: Undo takes the text back.
    void setTitleAndText(const QString &title, const QString &text);
    /// Puts other fields in the draft's place, as if they were entered.
    void setFields(const NoteFields &fields);
    /// Puts `part`, whose parent it is, below the text.
    void addBelow(QWidget *part);
    /// Asks which of two versions should stand, for as long as the draft is in a conflict.
    void askAboutConflict();

    [[nodiscard]] MarkdownEdit &editor() const { return *m_editor; }
    [[nodiscard]] NoteHead &head() const { return *m_head; }
    [[nodiscard]] FindBar &findBar() const { return *m_findBar; }
    [[nodiscard]] Banner &banner() const { return *m_banner; }

Q_SIGNALS:
    void fieldsEdited(const Weeknotes::NoteFields &fields);
    /// In a conflict: how do the two texts differ?
    void differenceRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void alignHead();
    void showWritable();

    QPointer<DraftSession> m_draft;
    QHash<NoteId, MarkdownEdit::Place> m_places; // of the notes shown since the start
    bool m_readOnly = false;
    Banner *m_banner;
    NoteHead *m_head;
    QFrame *m_seam; // shown where text is out of view below it
    MarkdownEdit *m_editor;
    FindBar *m_findBar;
};

} // namespace Weeknotes
