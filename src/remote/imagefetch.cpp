// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/imagefetch.h"

#include "core/webaddress.h"
#include "remote/webvisit.h"

#include <algorithm>
#include <array>

namespace Weeknotes {
namespace {

/// Whether it may be the beginning of a picture that a page can show.
bool mayBePicture(const QByteArray &begin)
{
    static constexpr std::array marks{QByteArrayView("\xFF\xD8\xFF"), QByteArrayView("\x89PNG\r\n\x1A\n"),
                                      QByteArrayView("GIF87a"), QByteArrayView("GIF89a"), QByteArrayView("RIFF")};
    constexpr qsizetype enough = 4096; // an SVG names itself until then
    const auto fits = [&begin](QByteArrayView mark) {
        const qsizetype length = std::min(mark.size(), begin.size());
        return mark.first(length) == QByteArrayView(begin).first(length);
    };
    if (std::ranges::any_of(marks, fits))
        return true;
    const QByteArray text = begin.first(std::min(begin.size(), enough)).trimmed();
    return text.contains("<svg") ||
           (begin.size() < enough && (text.isEmpty() || text.startsWith('<') || text.startsWith('\xEF')));
}

Result<QByteArray> pictureOf(const WebVisit::Arrival &arrival, const QString &address, qsizetype most)
{
    const auto failed = [&address](Error::Kind kind, const QString &detail = {}) {
        return std::unexpected(Error{kind, address, detail});
    };
    if (arrival.status == 404 || arrival.status == 410 || arrival.trouble == LinkAnswer::Kind::NoSuchHost)
        return failed(Error::Kind::NotFound);
    if (arrival.status < 200 || arrival.status >= 300)
        return failed(Error::Kind::NotReadable);
    if (arrival.tooLarge)
        return failed(Error::Kind::TooLarge, QString::number(most));
    const QByteArray &body = arrival.body;
    const bool isText = body.trimmed().startsWith('<') || body.startsWith('\xEF'); // its beginning was all of it
    if (arrival.isRefused || body.isEmpty() || (isText && !body.contains("<svg")))
        return failed(Error::Kind::Malformed);
    return body;
}

} // namespace

ImageFetch::ImageFetch(NetworkMaker network, const WebLimits &limits, QObject *parent)
    : QObject(parent), m_make(std::move(network)), m_limits(limits)
{
}

ImageFetch::~ImageFetch() = default;

void ImageFetch::fetch(const QString &address)
{
    const QUrl url(address);
    if (!isWebAddress(url)) {
        Q_EMIT fetched(std::unexpected(Error{Error::Kind::BadValue, address, {}}));
        return;
    }
    if (!m_network)
        m_network = m_make();
    m_visit = std::make_unique<WebVisit>(*m_network, url, WebVisit::Way::Body, m_limits, nullptr);
    m_visit->setAccepts(mayBePicture);
    connect(m_visit.get(), &WebVisit::arrived, this, [this, address](const WebVisit::Arrival &arrival) {
        m_visit.release()->deleteLater(); // it is speaking
        Q_EMIT fetched(pictureOf(arrival, address, m_limits.bytes));
    });
    m_visit->start();
}

} // namespace Weeknotes
