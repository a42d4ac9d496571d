// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "editor/markdownedit.h"

#include <QObject>
#include <QTextCursor>

#include <deque>
#include <memory>

namespace Weeknotes {

class NotePane;
class Session;

/// Brings pictures that are pasted or dropped into the library with the open note, one after the other, and writes
/// them into its text at the place where they were put. Reading, encoding and storing go on elsewhere. UI thread only.
class Pictures : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 largest = 64 * 1024 * 1024; ///< bytes, as in an archive

    /// Both must outlive it.
    Pictures(Session &session, NotePane &note, QObject *parent);

private:
    struct Job
    {
        OfferedPicture picture;
        NoteId note;
        QTextCursor place;
        ImageFile image; ///< once it is read
    };

    void take(const QList<OfferedPicture> &pictures);
    void next();
    void store(const std::shared_ptr<Job> &job);
    void write(const Job &job);
    /// Goes on after a picture that can't come in.
    void refuse(const QString &words);
    [[nodiscard]] bool isOpen(const NoteId &note) const;
    /// False once it was given up.
    [[nodiscard]] bool isUnderWay(const std::shared_ptr<Job> &job) const;

    Session &m_session;
    NotePane &m_note;
    std::deque<std::shared_ptr<Job>> m_jobs; ///< the first one is under way
};

} // namespace Weeknotes
