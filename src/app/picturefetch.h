// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/note.h"
#include "remote/web.h"

#include <QObject>

namespace Weeknotes {

class ImageFetch;

/// The picture in `data` as it may go into a library: whole, and without what cameras note in it. Its name is made from
/// `name`, the last part of an address. From any thread. Errors: Malformed (no picture that a page can show).
[[nodiscard]] Result<ImageFile> pictureFrom(const QByteArray &data, const QString &name);

/// Why a picture of the web did not come in: one sentence.
[[nodiscard]] QString pictureMissedText(const Error &error);

/// Fetches a picture from the web and looks whether it may go into a library. Destroying it stops it. UI thread only.
class PictureFetch : public QObject
{
    Q_OBJECT

public:
    PictureFetch(const NetworkMaker &network, QObject *parent);

    /// Once in its life.
    void fetch(const QString &address);

Q_SIGNALS:
    /// Errors: those of ImageFetch, and of `pictureFrom`; their subject is the address.
    void fetched(const Weeknotes::Result<Weeknotes::ImageFile> &picture);

private:
    ImageFetch *m_fetch;
};

} // namespace Weeknotes
