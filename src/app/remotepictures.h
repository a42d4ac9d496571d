// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/webtask.h"
#include "core/error.h"
#include "core/note.h"
#include "remote/web.h"

#include <QStringList>

#include <vector>

namespace Weeknotes {

class ImageFetch;
class NotePane;
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
    /// The pictures at these addresses.
    void bring(const QStringList &addresses);
    /// All that the text shows from the web.
    void bringAll();
    /// Those that came stay.
    void stop() override;

private:
    struct Had
    {
        QString address;
        QString name; ///< in the library
    };

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
    ImageFetch *m_fetch = nullptr; ///< while it fetches
    NoteId m_of;                   ///< the note
    QStringList m_addresses;       ///< still to come
    std::vector<Had> m_had;        ///< of those asked for
    std::vector<Error> m_missed;   ///< likewise
    int m_total = 0;
    quint64 m_order = 0; ///< counts what was begun or given up: only the newest goes on
};

} // namespace Weeknotes
