// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "remote/web.h"

#include <QByteArray>
#include <QObject>

namespace Weeknotes {

class WebVisit;

/// Fetches one picture. What is none by its beginning, or larger than the limit, is given up at once; whether it is
/// whole is for whoever reads it. Destroying it stops it. Of the thread it lives on, see LinkChecker.
class ImageFetch : public QObject
{
    Q_OBJECT

public:
    explicit ImageFetch(NetworkMaker network, const WebLimits &limits = {}, QObject *parent = nullptr);
    ~ImageFetch() override;

    /// One at a time.
    void fetch(const QString &address);

Q_SIGNALS:
    /// Errors: BadValue (no address of the web), NotFound (there is nothing), NotReadable (it can't be had now),
    /// Malformed (no picture), TooLarge. Their subject is the address.
    void fetched(const Weeknotes::Result<QByteArray> &picture);

private:
    NetworkMaker m_make;
    WebLimits m_limits;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<WebVisit> m_visit; ///< goes before the network
};

} // namespace Weeknotes
