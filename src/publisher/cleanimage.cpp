// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/cleanimage.h"

#include <QBuffer>
#include <QImageReader>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>
#include <QtEndian>

#include <algorithm>

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
        if (marker < 0xC0 || (marker >= 0xD0 && marker <= 0xD8)) // begins no segment; behind a scan it is part of it
            return std::nullopt;
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

constexpr auto svgNamespace = "http://www.w3.org/2000/svg"_L1;
constexpr auto xlinkNamespace = "http://www.w3.org/1999/xlink"_L1;

QSet<QString> wordsOf(const QString &text)
{
    const QStringList words = text.split(u' ');
    return {words.begin(), words.end()};
}

/// All that an SVG image needs to draw, and to move of itself.
bool isDrawing(const QString &element)
{
    static const QSet<QString> known =
        wordsOf(u"svg g defs symbol use switch view title desc a style path rect circle ellipse line polyline polygon "
                "text tspan textPath image linearGradient radialGradient stop pattern marker clipPath mask filter "
                "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
                "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur "
                "feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile "
                "feTurbulence animateTransform animateMotion mpath"_s);
    return known.contains(element);
}

bool isOfDrawing(const QString &attribute)
{
    static const QSet<QString> known = wordsOf(
        u"accumulate additive alignment-baseline amplitude aria-describedby aria-hidden aria-label aria-labelledby "
        "attributeName azimuth baseFrequency baseline-shift begin bias by calcMode class clip clip-path clip-rule "
        "clipPathUnits color color-interpolation color-interpolation-filters color-rendering cursor cx cy d "
        "diffuseConstant direction display divisor dominant-baseline dur dx dy edgeMode elevation end exponent fill "
        "fill-opacity fill-rule filter filterUnits flood-color flood-opacity font font-family font-feature-settings "
        "font-size font-size-adjust font-stretch font-style font-variant font-variant-caps font-variant-ligatures "
        "font-variant-numeric font-variation-settings font-weight fr from fx fy glyph-orientation-horizontal "
        "glyph-orientation-vertical gradientTransform gradientUnits height href id image-rendering in in2 "
        "inline-size intercept isolation k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines keyTimes "
        "lang lengthAdjust letter-spacing lighting-color limitingConeAngle marker-end marker-mid marker-start "
        "markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits max media method min "
        "mix-blend-mode mode numOctaves offset opacity operator order orient origin overflow paint-order path "
        "pathLength patternContentUnits patternTransform patternUnits pointer-events points pointsAtX pointsAtY "
        "pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY repeatCount repeatDur "
        "requiredExtensions requiredFeatures result role rotate rx ry scale seed shape-rendering side slope spacing "
        "specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles stop-color stop-opacity "
        "stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
        "stroke-width style surfaceScale systemLanguage tabindex tableValues targetX targetY text-align text-anchor "
        "text-decoration text-indent text-orientation text-rendering textLength to transform transform-origin type "
        "unicode-bidi values vector-effect version viewBox visibility white-space width word-spacing writing-mode x "
        "x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan"_s);
    return known.contains(attribute);
}

/// Whether an element of SVG, in whatever letters, or one of a page could run something. What else we do not know is
/// not drawn by anybody, and goes.
bool isHarmful(QStringView space, QStringView element)
{
    static const QStringList harmful{u"script"_s, u"foreignobject"_s, u"iframe"_s,
                                     u"set"_s,    u"animate"_s,       u"handler"_s};
    static const QStringList pages{u"http://www.w3.org/1999/xhtml"_s, u"http://www.w3.org/1998/Math/MathML"_s};
    return pages.contains(space) || harmful.contains(element.toString().toLower());
}

/// Whether a style sheet or a value would fetch something.
bool fetches(const QString &style)
{
    static const QRegularExpression fetching(
        u"url\\s*\\(\\s*['\"]?\\s*[^#'\"\\s]|\\b(?:image-set|image|src|expression)\\s*\\(|@import|\\\\"_s,
        QRegularExpression::CaseInsensitiveOption);
    return style.contains(fetching);
}

/// A browser shows an SVG image without its scripts, but a person can open it by itself, where they run. So it is
/// written anew, of what is known to draw: nothing in it is then read in another way than here, and what editors
/// note (their names, folders, settings) is gone too.
class SvgCleaner
{
public:
    explicit SvgCleaner(const QByteArray &data) : m_xml(data), m_writer(&m_clean) {}

    std::optional<QByteArray> clean()
    {
        while (!m_xml.atEnd()) {
            if (!take(m_xml.readNext()))
                return std::nullopt;
        }
        return m_xml.hasError() ? std::nullopt : std::optional(m_clean);
    }

private:
    bool take(QXmlStreamReader::TokenType token)
    {
        switch (token) {
        case QXmlStreamReader::StartElement:
            return takeElement();
        case QXmlStreamReader::EndElement:
            m_writer.writeEndElement();
            m_open.removeLast();
            return true;
        case QXmlStreamReader::Characters:
            if (!m_open.isEmpty())
                m_writer.writeCharacters(m_xml.text());
            return true;
        case QXmlStreamReader::DTD: // many programs name that of SVG 1.1; one that declares something is none of theirs
            return !m_xml.text().contains(u'[');
        case QXmlStreamReader::StartDocument:
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Comment:
            return true;
        default:
            return false;
        }
    }

    bool takeElement()
    {
        const QString name = m_xml.name().toString();
        const bool isSvg = m_xml.namespaceUri() == svgNamespace;
        if (m_open.isEmpty() && (!isSvg || name != "svg"_L1))
            return false;
        // draw.io: a page's words, with plain ones to take their place; a hint for programs that show neither.
        const bool isChoice = isSvg && !m_open.isEmpty() && m_open.last() == "switch"_L1 &&
                              (name == "foreignObject"_L1 || name == "a"_L1);
        if (!isChoice && isHarmful(m_xml.namespaceUri(), name))
            return false;
        if (isChoice || !isSvg || !isDrawing(name)) {
            m_xml.skipCurrentElement();
            return true;
        }
        m_writer.writeStartElement(name);
        if (m_open.isEmpty()) {
            m_writer.writeDefaultNamespace(svgNamespace);
            m_writer.writeNamespace(xlinkNamespace, u"xlink"_s);
        }
        m_open << name;
        const QXmlStreamAttributes attributes = m_xml.attributes();
        return std::ranges::all_of(attributes, [this](const auto &attribute) { return takeAttribute(attribute); }) &&
               (name != "style"_L1 || takeStyle());
    }

    /// What is written in pieces is read as one.
    bool takeStyle()
    {
        const QString style = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
        m_writer.writeCharacters(style);
        return take(QXmlStreamReader::EndElement) && !fetches(style);
    }

    bool takeAttribute(const QXmlStreamAttribute &attribute)
    {
        const QString name = attribute.name().toString();
        const QString value = attribute.value().toString();
        const bool isLink = name.compare("href"_L1, Qt::CaseInsensitive) == 0 || name == "src"_L1;
        // Those that move something may move what they are named for, and no link.
        const bool leads =
            (isLink && !value.startsWith(u'#')) || (name == "attributeName"_L1 && !value.endsWith("ransform"_L1));
        if (leads || name.startsWith("on"_L1, Qt::CaseInsensitive))
            return false;
        const QStringView space = attribute.namespaceUri();
        if (space == xlinkNamespace && name == "href"_L1)
            m_writer.writeAttribute(u"xlink:href"_s, value);
        else if (attribute.qualifiedName() == "xml:space"_L1 || attribute.qualifiedName() == "xml:lang"_L1)
            m_writer.writeAttribute(attribute.qualifiedName().toString(), value);
        else if (space.isEmpty() && isOfDrawing(name))
            m_writer.writeAttribute(name, value);
        else
            return true;
        return !fetches(value);
    }

    QXmlStreamReader m_xml;
    QByteArray m_clean;
    QXmlStreamWriter m_writer;
    QStringList m_open; ///< the elements that are open
};

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
    } else {
        ending = u"svg"_s;
        clean = SvgCleaner(data).clean();
    }
    if (!clean)
        return std::nullopt;
    QSize size = shownSize(*clean);
    if (size.isEmpty())
        size = QSize();
    return CleanImage{*clean, ending, size};
}

} // namespace Weeknotes
