// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/webtask.h"
#include "core/error.h"
#include "core/note.h"
#include "remote/web.h"

#include <QStringList>

#include <vector>

namespace Weeknotes {

class NotePane;
class PictureFetch;
class QuietLook;
class Session;

/// Brings pictures that the open note shows from the web into the library, without what cameras note in them, and has
/// the text name them: all that were asked for as one step of undo, wherever they stand by then. UI thread only.
class RemotePictures : public WebTask
{
    Q_OBJECT

public:
    /// All must outlive it.
    RemotePictures(Session &session, NotePane &note, QuietLook &look, QObject *parent);

    /// Instead of the system's.
    void setNetwork(const NetworkMaker &network) { m_network = network; }
    /// The pictures at these addresses; after those that are under way.
    void bring(const QStringList &addresses);
    /// All that the text shows from the web; likewise.
    void bringAll();
    /// Those that came stay.
    void stop() override;

private:
    struct Had
    {
        QString address;
        QString name; ///< in the library
    };

    /// Whether any may be asked for.
    [[nodiscard]] bool begin();
    void add(const QStringList &addresses);
    /// How many of those asked for came, or can't.
    [[nodiscard]] int done() const { return int(m_had.size()) + int(m_missed.size()); }
    /// Whether all are; else one is under way.
    [[nodiscard]] bool isThrough() const { return done() == m_addresses.size(); }
    void next();
    void store(const ImageFile &image, const QString &address);
    /// Goes on after one that can't come in.
    void miss(const Error &error);
    void leave();
    /// Later: it may be the one who speaks.
    void letGo();
    void end();
    void write();
    /// How it ended, with so many of them in the text.
    [[nodiscard]] QString outcome(size_t named) const;

    Session &m_session;
    NotePane &m_note;
    QuietLook &m_look;
    NetworkMaker m_network = systemNetwork;
    PictureFetch *m_fetch = nullptr; ///< while it fetches
    NoteId m_of;                     ///< the note
    QStringList m_addresses;         ///< all that were asked for, in their turn
    std::vector<Had> m_had;          ///< of those
    std::vector<Error> m_missed;     ///< likewise
    quint64 m_order = 0;             ///< counts what was begun or given up: only the newest goes on
};

} // namespace Weeknotes
