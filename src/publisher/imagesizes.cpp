// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/imagesizes.h"

#include "publisher/post.h"
#include "style/typography.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>

#include <optional>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

/// Upright, so that it needs no note of which side is up.
QByteArray scaledTo(const PostImage &image, int width, const QString &ending)
{
    QBuffer source;
    source.setData(image.file.data);
    QImageReader reader(&source);
    reader.setAutoTransform(true);
    // JPEG is decoded small at once: a photograph of 50 megapixels need not be in memory.
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize size = image.size.scaled(width, image.size.height(), Qt::KeepAspectRatio);
    reader.setScaledSize(turned ? size.transposed() : size);
    const QImage scaled = reader.read();
    QByteArray data;
    QBuffer target(&data);
    QImageWriter writer(&target, ending.toLatin1());
    constexpr int quality = 84;
    if (ending != "png"_L1)
        writer.setQuality(quality);
    return writer.write(scaled) ? data : QByteArray();
}

} // namespace

ImageSizes imageSizes(const PostImage &image)
{
    const int column = desktopPage().column;
    const QString ending = image.file.name.section(u'.', -1);
    const bool scales = ending == "jpg"_L1 || ending == "png"_L1 || ending == "webp"_L1;
    ImageSizes all{.sizes = {{image.file, image.size.width()}}, .shown = image.size};
    const auto add = [&](int width) {
        const QString name = image.file.name.section(u'.', 0, -2);
        QByteArray data = scaledTo(image, width, ending);
        if (data.isEmpty() || data.size() >= all.sizes.back().file.data.size())
            return;
        // No name of a post has a dot but before its ending.
        all.sizes.push_back({{name + u'.' + QString::number(width) + u'.' + ending, std::move(data)}, width});
    };
    if (!scales || image.size.isEmpty())
        return all;
    if (image.size.width() > 2 * column) {
        add(2 * column);
        if (all.sizes.size() > 1) { // it takes the place, and the name, of the one that nobody needs
            all.sizes.erase(all.sizes.begin());
            all.sizes.front().file.name = image.file.name;
            all.shown = image.size.scaled(2 * column, image.size.height(), Qt::KeepAspectRatio);
        }
    }
    if (image.size.width() >= column * 3 / 2)
        add(column);
    return all;
}

} // namespace Weeknotes
