// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "style/palette.h"
#include "typeset/titleblock.h"

#include <QFrame>

#include <memory>

namespace Weeknotes {

class PreviewView;
class Session;

/// The page of a note as readers will have it, as wide as on a desk or on a phone.
class PublishPage : public QWidget
{
    Q_OBJECT

public:
    PublishPage(Session &session, Scheme scheme, QWidget *parent = nullptr);

    /// `readable` is what readers see of its text.
    void setNote(const NoteHeader &header, const QString &text,
                 const std::shared_ptr<const Markdown::Document> &readable);
    /// What stands below the text, and what it refers to, on the page where it goes; that of the text before until
    /// then.
    void setSurroundings(const PageFoot &foot, const PageReferences &references);
    [[nodiscard]] PreviewView &view() const { return *m_view; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setPhone(bool phone);
    void askForImages();

    Session &m_session;
    QFrame *m_device; ///< what the page is shown on
    PreviewView *m_view;
    NoteId m_note;
    TitleBlock m_head;
};

} // namespace Weeknotes
