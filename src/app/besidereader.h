// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "style/palette.h"

#include <QWidget>

namespace Weeknotes {

class PreviewView;
class Session;

/// One note to be read whole, with the way back and the way to it. UI thread only.
class BesideReader : public QWidget
{
    Q_OBJECT

public:
    explicit BesideReader(Session &session, QWidget *parent = nullptr);

    void show(const Note &note);
    void setScheme(Scheme scheme);
    [[nodiscard]] const NoteId &note() const { return m_note; }
    [[nodiscard]] PreviewView &view() const { return *m_view; }

Q_SIGNALS:
    void left();
    void noteActivated(const Weeknotes::NoteId &id);
    void linkActivated(const QUrl &url);

private:
    Session &m_session;
    PreviewView *m_view;
    NoteId m_note;
};

} // namespace Weeknotes
