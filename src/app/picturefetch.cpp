// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturefetch.h"

#include "app/background.h"
#include "app/storepicture.h"
#include "cli/errortext.h"
#include "cli/lastlooktext.h"
#include "publisher/cleanimage.h"
#include "remote/imagefetch.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QLocale>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

struct PictureText
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::RemotePictures)
};

} // namespace

Result<ImageFile> pictureFrom(const QByteArray &data, const QString &name)
{
    auto clean = cleanImage(data);
    if (clean) {
        QBuffer bytes(&clean->data);
        if (QImageReader(&bytes).read().isNull())
            clean.reset();
    }
    if (!clean)
        return std::unexpected(Error{.kind = Error::Kind::Malformed, .subject = name});
    const QString base = pictureName(name);
    return ImageFile{(base.isEmpty() ? u"picture"_s : base) + u'.' + clean->ending, clean->data};
}

QString pictureMissedText(const Error &error)
{
    const QString address = shownAddress(error.subject);
    switch (error.kind) {
    case Error::Kind::NotFound:
        return PictureText::tr("The picture %1 is not there any more.").arg(address);
    case Error::Kind::TooLarge:
        return PictureText::tr("The picture %1 is larger than %2.")
            .arg(address, QLocale().formattedDataSize(error.detail.toLongLong(), 0, QLocale::DataSizeSIFormat));
    case Error::Kind::Malformed:
        return PictureText::tr("%1 is no picture that a page can show: PNG, JPEG, GIF, WebP and SVG are.").arg(address);
    case Error::Kind::NotReadable:
    case Error::Kind::BadValue:
        return PictureText::tr("The picture %1 can’t be had just now.").arg(address);
    default: // the library's
        return errorText(error);
    }
}

PictureFetch::PictureFetch(const NetworkMaker &network, QObject *parent)
    : QObject(parent), m_fetch(new ImageFetch(network, {}, this))
{
}

void PictureFetch::fetch(const QString &address)
{
    connect(m_fetch, &ImageFetch::fetched, this, [this, address](const Result<QByteArray> &data) {
        if (!data) {
            Q_EMIT fetched(std::unexpected(data.error()));
            return;
        }
        inBackground([data = *data, name = QUrl(address).fileName()] {
            return pictureFrom(data, name);
        }).then(this, [this, address](const Result<ImageFile> &picture) {
            Q_EMIT fetched(picture.transform_error([&](Error error) {
                error.subject = address;
                return error;
            }));
        });
    });
    m_fetch->fetch(address);
}

} // namespace Weeknotes
