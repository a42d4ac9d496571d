// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/cleanimage.h"

#include <QBuffer>
#include <QImageReader>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtEndian>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

template <typename T> T bigEndian(const QByteArray &data, qsizetype at)
{
    return qFromBigEndian<T>(data.constData() + at);
}

/// The orientation (1 to 8) in an Exif segment's content; 1 where there is none.
int exifOrientation(const QByteArray &exif)
{
    constexpr qsizetype tiff = 6; // after "Exif\0\0"
    if (exif.size() < tiff + 8)
        return 1;
    const bool little = exif.at(tiff) == 'I';
    const auto number = [&](qsizetype at, int bytes) -> qsizetype {
        if (at < 0 || at + bytes > exif.size())
            return 0;
        const char *from = exif.constData() + at;
        if (bytes == 2)
            return little ? qFromLittleEndian<quint16>(from) : qFromBigEndian<quint16>(from);
        return little ? qFromLittleEndian<quint32>(from) : qFromBigEndian<quint32>(from);
    };
    const qsizetype directory = tiff + number(tiff + 4, 4);
    const qsizetype entries = number(directory, 2);
    for (qsizetype entry = 0; entry < entries; ++entry) {
        const qsizetype at = directory + 2 + entry * 12;
        if (number(at, 2) == 0x0112) {
            const qsizetype value = number(at + 8, 2);
            return value >= 1 && value <= 8 ? int(value) : 1;
        }
    }
    return 1;
}

/// An Exif segment that says which side is up and nothing else.
QByteArray orientationSegment(int orientation)
{
    QByteArray segment = QByteArray::fromHex("ffe10022"                 // APP1, 34 bytes
                                             "457869660000"             // "Exif"
                                             "4d4d002a00000008"         // TIFF, big-endian, its directory at 8
                                             "0001"                     // with one entry:
                                             "011200030000000100000000" // Orientation, one short
                                             "00000000");
    segment[segment.size() - 7] = char(orientation);
    return segment;
}

/// From the first byte after a scan's header to the next marker that ends it.
qsizetype scanEnd(const QByteArray &data, qsizetype at)
{
    for (; at + 1 < data.size(); ++at) {
        const auto next = quint8(data.at(at + 1));
        const bool within = next == 0x00 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
        if (quint8(data.at(at)) == 0xFF && !within)
            return at;
    }
    return -1;
}

std::optional<QByteArray> cleanJpeg(const QByteArray &data)
{
    QByteArray clean = data.first(2);
    qsizetype at = 2;
    while (at + 4 <= data.size() || data.sliced(at).startsWith("\xFF\xD9")) {
        const auto marker = quint8(data.at(at + 1));
        if (quint8(data.at(at)) != 0xFF)
            return std::nullopt;
        if (marker == 0xFF) { // filling
            ++at;
            continue;
        }
        if (marker == 0xD9)
            return clean + "\xFF\xD9"; // what follows is no part of the image: previews, films
        const qsizetype length = 2 + bigEndian<quint16>(data, at + 2);
        if (length < 4 || at + length > data.size())
            return std::nullopt;
        const QByteArray content = data.sliced(at + 4, length - 4);
        const bool application = marker >= 0xE0 && marker <= 0xEF;
        const bool wanted = marker == 0xE0 || marker == 0xEE || (marker == 0xE2 && content.startsWith("ICC_PROFILE"));
        if (marker == 0xE1 && content.startsWith("Exif")) {
            if (const int orientation = exifOrientation(content); orientation != 1)
                clean += orientationSegment(orientation);
        } else if ((!application || wanted) && marker != 0xFE) {
            clean += data.sliced(at, length);
        }
        at += length;
        if (marker == 0xDA) {
            const qsizetype end = scanEnd(data, at);
            if (end < 0) // broken off, as half a download is; readers see what there is
                return clean + data.sliced(at) + "\xFF\xD9";
            clean += data.sliced(at, end - at);
            at = end;
        }
    }
    return std::nullopt;
}

std::optional<QByteArray> cleanPng(const QByteArray &data)
{
    static const QByteArrayList unwanted{"tEXt", "zTXt", "iTXt", "eXIf", "tIME"};
    QByteArray clean = data.first(8);
    for (qsizetype at = 8; at + 12 <= data.size();) {
        const qsizetype length = 12 + qsizetype(bigEndian<quint32>(data, at));
        if (length > data.size() - at)
            return std::nullopt;
        const QByteArray type = data.sliced(at + 4, 4);
        if (!unwanted.contains(type))
            clean += data.sliced(at, length);
        if (type == "IEND")
            return clean;
        at += length;
    }
    return std::nullopt;
}

std::optional<QByteArray> cleanWebp(const QByteArray &data)
{
    const qsizetype end = 8 + qsizetype(qFromLittleEndian<quint32>(data.constData() + 4));
    if (end > data.size())
        return std::nullopt;
    QByteArray clean = data.first(12);
    for (qsizetype at = 12; at + 8 <= end;) {
        const qsizetype content = qFromLittleEndian<quint32>(data.constData() + at + 4);
        const qsizetype length = 8 + content + content % 2;
        if (length > end - at)
            return std::nullopt;
        QByteArray chunk = data.sliced(at, length);
        if (chunk.startsWith("VP8X") && content > 0)
            chunk[8] = char(chunk.at(8) & ~0x0C); // no Exif, no XMP
        if (!chunk.startsWith("EXIF") && !chunk.startsWith("XMP "))
            clean += chunk;
        at += length;
    }
    qToLittleEndian(quint32(clean.size() - 8), clean.data() + 4);
    return clean;
}

/// Past the sub-blocks at `at` and the empty one that ends them; -1 if they are broken off.
qsizetype subBlocksEnd(const QByteArray &data, qsizetype at)
{
    while (at < data.size() && data.at(at) != 0)
        at += 1 + quint8(data.at(at));
    return at < data.size() ? at + 1 : -1;
}

/// The size of a colour table that the flags of a GIF's header or image speak of.
qsizetype colourTableSize(char flags)
{
    return (flags & 0x80) ? qsizetype(3) << ((flags & 0x07) + 1) : 0;
}

/// Comments go, and what programs noted (XMP), but not how often the film runs and the colours' profile.
std::optional<QByteArray> cleanGif(const QByteArray &data)
{
    constexpr qsizetype headerSize = 13;
    qsizetype at = data.size() < headerSize ? headerSize : headerSize + colourTableSize(data.at(10));
    if (at > data.size())
        return std::nullopt;
    QByteArray clean = data.first(at);
    while (at + 2 <= data.size() && data.at(at) != ';') {
        const bool extension = data.at(at) == '!';
        const bool image = data.at(at) == ',' && at + 10 <= data.size();
        if (!extension && !image)
            return std::nullopt;
        const qsizetype blocks = extension ? at + 2 : at + 10 + colourTableSize(data.at(at + 9)) + 1;
        const qsizetype end = subBlocksEnd(data, blocks);
        if (end < 0) // broken off, as half a download is; readers see what there is
            return (image ? clean + data.sliced(at) : clean) + ';';
        const auto label = quint8(data.at(at + 1));
        const QByteArray application = data.sliced(blocks, std::min<qsizetype>(12, end - blocks));
        const bool wanted = label == 0x01 || label == 0xF9 ||
                            (label == 0xFF && (application == "\x0BNETSCAPE2.0" ||
                                               application == "\x0B"
                                                              "ANIMEXTS1.0" ||
                                               application == "\x0BICCRGBG1012"));
        if (image || wanted)
            clean += data.sliced(at, end - at);
        at = end;
    }
    return clean + ';'; // what follows is no part of the image
}

/// A browser shows an SVG image without its scripts, but a person can open it by itself, where they run.
bool isHarmlessSvg(const QByteArray &data)
{
    static const QStringList harmful{u"script"_s, u"foreignobject"_s, u"iframe"_s,
                                     u"set"_s,    u"animate"_s,       u"handler"_s};
    static const QRegularExpression fetches(
        u"url\\s*\\(\\s*['\"]?\\s*[^#'\"\\s]|\\b(?:image-set|image|src)\\s*\\(|@import|\\\\"_s,
        QRegularExpression::CaseInsensitiveOption);
    QXmlStreamReader xml(data);
    bool isSvg = false;
    QStringList words; // of each element that is open: comments part them for us, but not for a browser
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::ProcessingInstruction)
            return false;
        if (token == QXmlStreamReader::Characters && !words.isEmpty())
            words.back() += xml.text();
        if (token == QXmlStreamReader::EndElement && words.takeLast().contains(fetches))
            return false;
        if (token != QXmlStreamReader::StartElement)
            continue;
        isSvg = isSvg || xml.name() == "svg"_L1;
        if (!isSvg || harmful.contains(xml.name().toString().toLower()))
            return false;
        words += QString();
        for (const auto &attribute : xml.attributes()) {
            const QStringView name = attribute.name();
            const bool leads = name.compare("href"_L1, Qt::CaseInsensitive) == 0 || name == "src"_L1;
            if (name.startsWith("on"_L1, Qt::CaseInsensitive) || (leads && !attribute.value().startsWith(u'#')) ||
                attribute.value().contains(fetches))
                return false;
        }
    }
    return isSvg && !xml.hasError();
}

QSize shownSize(QByteArray data)
{
    QBuffer buffer(&data);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    return turned ? size.transposed() : size;
}

} // namespace

std::optional<CleanImage> cleanImage(const QByteArray &data)
{
    std::optional<QByteArray> clean;
    QString ending;
    if (data.startsWith("\xFF\xD8\xFF")) {
        ending = u"jpg"_s;
        clean = cleanJpeg(data);
    } else if (data.startsWith("\x89PNG\r\n\x1A\n")) {
        ending = u"png"_s;
        clean = cleanPng(data);
    } else if (data.startsWith("GIF87a") || data.startsWith("GIF89a")) {
        ending = u"gif"_s;
        clean = cleanGif(data);
    } else if (data.startsWith("RIFF") &&
               data.sliced(4).sliced(std::min<qsizetype>(4, data.size() - 4)).startsWith("WEBP")) {
        ending = u"webp"_s;
        clean = cleanWebp(data);
    } else if (isHarmlessSvg(data)) {
        ending = u"svg"_s;
        clean = data;
    }
    if (!clean)
        return std::nullopt;
    QSize size = shownSize(*clean);
    if (size.isEmpty())
        size = QSize();
    return CleanImage{*clean, ending, size};
}

} // namespace Weeknotes
