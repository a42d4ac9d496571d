// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notebook/draftsession.h"
#include "style/palette.h"

#include <QDialog>
#include <QPointer>

class QLabel;

namespace Weeknotes {

class DiffView;

/// How the draft differs from what somebody else saved meanwhile, and the choice between the two. The one that is not
/// chosen stays in the note's history.
class ConflictDialog : public QDialog
{
    Q_OBJECT

public:
    /// `draft` may go; the dialog then closes.
    ConflictDialog(Notebook &notebook, DraftSession &draft, Scheme scheme, QWidget *parent = nullptr);

    [[nodiscard]] DiffView &text() const { return *m_text; }

private:
    void showTheirs(const Result<Note> &theirs);

    Notebook &m_notebook;
    QPointer<DraftSession> m_draft;
    QLabel *m_words;
    DiffView *m_text;
};

} // namespace Weeknotes
