// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/cleanimage.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QTest>
#include <QtEndian>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

const QByteArray secret = "GPS 51.5072N 0.1276W";

QByteArray encoded(const char *format)
{
    QImage image(40, 30, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(6 * x, 8 * y, 120));
    }
    QByteArray data;
    QBuffer buffer(&data);
    return image.save(&buffer, format) ? data : QByteArray();
}

QByteArray jpegSegment(quint8 marker, const QByteArray &content)
{
    QByteArray segment("\xFF");
    segment += char(marker);
    segment += char((content.size() + 2) >> 8);
    segment += char((content.size() + 2) & 0xFF);
    return segment + content;
}

/// An Exif segment of a camera that was held in that orientation, with a place in it.
QByteArray exif(quint8 orientation, bool little)
{
    QByteArray content("Exif\0\0", 6);
    content +=
        little ? QByteArray::fromHex("49492a0008000000020012010300010000000000000025880400010000000000000000000000")
               : QByteArray::fromHex("4d4d002a00000008000201120003000000010000000088250004000000010000000000000000");
    content[little ? 24 : 25] = char(orientation);
    return jpegSegment(0xE1, content + secret);
}

/// A JPEG with segments put behind its first marker.
QByteArray jpegWith(const QByteArray &segments)
{
    QByteArray data = encoded("JPG");
    return data.insert(2, segments);
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &content)
{
    QByteArray length(4, '\0');
    qToBigEndian(quint32(content.size()), length.data());
    return length + type + content + QByteArray(4, '\0'); // nobody looks at the sum of a chunk that goes
}

QImage decoded(const QByteArray &data)
{
    QByteArray copy = data;
    QBuffer buffer(&copy);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    return reader.read();
}

} // namespace

class TestCleanImage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jpegLosesWhatTheCameraNoted();
    void jpegKeepsItsColours();
    void jpegStaysUpright_data();
    void jpegStaysUpright();
    void pngLosesItsWords();
    void webpLosesItsNotes();
    void gifLosesItsNotes();
    void svg_data();
    void svg();
    void svgIsWrittenAnew_data();
    void svgIsWrittenAnew();
    void noImage_data();
    void noImage();
    void damagedImages_data();
    void damagedImages();
};

void TestCleanImage::jpegLosesWhatTheCameraNoted()
{
    const QByteArray noted =
        jpegWith(exif(1, true) + jpegSegment(0xED, "Photoshop 3.0" + secret) + jpegSegment(0xFE, secret)) +
        "a film after the image: " + secret;
    const auto clean = cleanImage(noted);
    QVERIFY(clean);
    QVERIFY(!clean->data.contains(secret));
    QVERIFY(!clean->data.contains("Exif"));
    QCOMPARE(clean->ending, u"jpg"_s);
    QCOMPARE(clean->size, QSize(40, 30));
    QCOMPARE(decoded(clean->data), decoded(encoded("JPG")));
    QCOMPARE(cleanImage(clean->data)->data, clean->data);
}

void TestCleanImage::jpegKeepsItsColours()
{
    const auto clean = cleanImage(jpegWith(jpegSegment(0xE2, QByteArray("ICC_PROFILE\0\1\1", 14) + "profile") +
                                           jpegSegment(0xE2, "MPF" + secret)));
    QVERIFY(clean);
    QVERIFY(clean->data.contains("ICC_PROFILE"));
    QVERIFY(!clean->data.contains(secret));
}

void TestCleanImage::jpegStaysUpright_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<bool>("little");
    QTest::addColumn<QSize>("size");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const QSize size = orientation >= 5 ? QSize(30, 40) : QSize(40, 30);
        QTest::addRow("%d, little-endian", orientation) << orientation << true << size;
        QTest::addRow("%d, big-endian", orientation) << orientation << false << size;
    }
}

void TestCleanImage::jpegStaysUpright()
{
    QFETCH(const int, orientation);
    QFETCH(const bool, little);
    QFETCH(const QSize, size);
    const QByteArray turned = jpegWith(exif(quint8(orientation), little));
    const auto clean = cleanImage(turned);
    QVERIFY(clean);
    QVERIFY(!clean->data.contains(secret));
    QCOMPARE(clean->size, size);
    QCOMPARE(decoded(clean->data), decoded(turned));
    QCOMPARE(decoded(clean->data).size(), size);
}

void TestCleanImage::pngLosesItsWords()
{
    QByteArray noted = encoded("PNG");
    constexpr int afterHeader = 8 + 25;
    noted.insert(afterHeader, pngChunk("tEXt", secret) + pngChunk("eXIf", secret) + pngChunk("iTXt", secret));
    const auto clean = cleanImage(noted + secret);
    QVERIFY(clean);
    QVERIFY(!clean->data.contains(secret));
    QCOMPARE(clean->ending, u"png"_s);
    QCOMPARE(clean->size, QSize(40, 30));
    QCOMPARE(decoded(clean->data), decoded(encoded("PNG")));
}

void TestCleanImage::webpLosesItsNotes()
{
    const auto chunk = [](const QByteArray &type, QByteArray content) {
        QByteArray length(4, '\0');
        qToLittleEndian(quint32(content.size()), length.data());
        if (content.size() % 2)
            content += '\0';
        return type + length + content;
    };
    const QByteArray noted =
        chunk("RIFF", "WEBP" + chunk("VP8X", QByteArray::fromHex("0c000000270000001d0000").left(10)) +
                          chunk("VP8L", "pixels!") + chunk("EXIF", secret) + chunk("XMP ", secret));
    const auto clean = cleanImage(noted);
    QVERIFY(clean);
    QVERIFY(!clean->data.contains(secret));
    QVERIFY(clean->data.contains("pixels!"));
    QCOMPARE(clean->data.at(20), '\0'); // VP8X says so too
    QCOMPARE(qFromLittleEndian<quint32>(clean->data.constData() + 4), quint32(clean->data.size() - 8));
}

void TestCleanImage::gifLosesItsNotes()
{
    const QByteArray head = "GIF89a" + QByteArray::fromHex("01000100800000ffffff000000");
    const QByteArray runs = QByteArray::fromHex("21ff0b") + "NETSCAPE2.0" + QByteArray::fromHex("0301000000");
    const QByteArray image = QByteArray::fromHex("21f9040000000000"
                                                 "2c000000000100010000"
                                                 "02024c0100");
    const auto noted = [](const QByteArray &label) { return label + char(secret.size()) + secret + '\0'; };
    const QByteArray notes = noted("!\xFE") + noted("!\xFF\x0BXMP DataXMP");
    const auto clean = cleanImage(head + notes + runs + notes + image + notes + ';' + secret);
    QVERIFY(clean);
    QCOMPARE(clean->data, head + runs + image + ';');
    QCOMPARE(clean->ending, u"gif"_s);
    QCOMPARE(clean->size, QSize(1, 1));
    QCOMPARE(cleanImage(head + notes.first(5)).value().data, head + ';');
    QCOMPARE(cleanImage(head + image.chopped(1)).value().data, head + image.chopped(1) + ';');
    QVERIFY(!cleanImage(head + secret));
    QVERIFY(!cleanImage(head.first(15)));
}

void TestCleanImage::svg_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("harmless");
    QTest::addColumn<QByteArray>("root");
    const QByteArray usual = "svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'";
    QTest::newRow("a path") << QByteArray("<path d='M0 0h9' style='fill:url(#a)'/><use href='#a'/>") << true << usual;
    QTest::newRow("a style") << QByteArray("<style>path { fill: red }</style>") << true << usual;
    QTest::newRow("script") << QByteArray("<script>alert(1)</script>") << false << usual;
    QTest::newRow("script of a prefix") << QByteArray("<s:script xmlns:s='http://www.w3.org/2000/svg'/>") << false
                                        << usual;
    QTest::newRow("handler") << QByteArray("<path onload='alert(1)'/>") << false << usual;
    QTest::newRow("link") << QByteArray("<a href='javascript:alert(1)'><path/></a>") << false << usual;
    QTest::newRow("old link") << QByteArray("<a xmlns:x='http://www.w3.org/1999/xlink' x:href='//x.example'/>") << false
                              << usual;
    QTest::newRow("remote image") << QByteArray("<image href='https://x.example/pixel.png'/>") << false << usual;
    QTest::newRow("remote fill") << QByteArray("<path fill=\"url( 'https://x.example/a')\"/>") << false << usual;
    QTest::newRow("remote style") << QByteArray("<style>@import 'https://x.example/a.css';</style>") << false << usual;
    QTest::newRow("escaped style") << QByteArray("<style>\\40 import 'https://x.example/a.css';</style>") << false
                                   << usual;
    QTest::newRow("image set") << QByteArray("<path style='fill:-webkit-image-set( \"https://x.example/a.png\" 1x)'/>")
                               << false << usual;
    QTest::newRow("source") << QByteArray("<style>path{fill:src('//x.example/a')}</style>") << false << usual;
    QTest::newRow("a comment in a style")
        << QByteArray("<style>path{fill:u<!---->rl(//x.example/a)}</style>") << false << usual;
    QTest::newRow("an element in a style")
        << QByteArray("<style>path{fill:u<b>x</b>rl(//x.example/a)}</style>") << false << usual;
    QTest::newRow("words") << QByteArray("<text>an image (<tspan>of url</tspan>s)</text>") << true << usual;
    QTest::newRow("foreign") << QByteArray("<foreignObject/>") << false << usual;
    QTest::newRow("set") << QByteArray("<a><set attributeName='href' to='javascript:alert(1)'/></a>") << false << usual;
    QTest::newRow("broken") << QByteArray("<path>") << false << usual;
    QTest::newRow("an address for all links")
        << QByteArray("<use xml:base='//x.example/' href='#a'/>") << true << usual;
    QTest::newRow("expression") << QByteArray("<path style='x:expression(alert(1))'/>") << false << usual;
    QTest::newRow("a link moved") << QByteArray(
                                         "<a><animateTransform attributeName='href' to='javascript:alert(1)'/></a>")
                                  << false << usual;
    QTest::newRow("a page's words") << QByteArray("<p xmlns='http://www.w3.org/1999/xhtml'>words</p>") << false
                                    << usual;
    QTest::newRow("formulas") << QByteArray("<math xmlns='http://www.w3.org/1998/Math/MathML' href='javascript:x'/>")
                              << false << usual;
    QTest::newRow("an instruction") << QByteArray("<?xml-stylesheet href='//x.example/a.css'?>") << false << usual;
    QTest::newRow("an entity") << QByteArray("<text>&b;</text>") << false << usual;
    QTest::newRow("a film") << QByteArray("<video src='//x.example/a'/>") << true
                            << usual; // nobody knows it, so it goes
    const QByteArray page = "svg xmlns='http://www.w3.org/1999/xhtml'";
    QTest::newRow("a page: form") << QByteArray("<form><button formaction='javascript:alert(1)'>x</button></form>")
                                  << false << page;
    QTest::newRow("a page: moves on") << QByteArray("<meta http-equiv='refresh' content='0;url=//x.example'/>") << false
                                      << page;
    QTest::newRow("a page: image set") << QByteArray("<img srcset='https://t.example/x 1x'/>") << false << page;
    QTest::newRow("a page: object") << QByteArray("<object data='data:text/html,x'/>") << false << page;
    QTest::newRow("a page: nothing") << QByteArray() << false << page;
    QTest::newRow("no namespace") << QByteArray("<path/>") << false << QByteArray("svg");
    QTest::newRow("another namespace") << QByteArray("<path/>") << false << QByteArray("svg xmlns='urn:x'");
    QTest::newRow("another root") << QByteArray("<svg/>") << false
                                  << QByteArray("g xmlns='http://www.w3.org/2000/svg'");
    QTest::newRow("handler of the root") << QByteArray("<path/>") << false << usual + " onload='alert(1)'";
    QTest::newRow("a page within") << QByteArray("<x:meta http-equiv='refresh'/>") << false
                                   << usual + " xmlns:x='http://www.w3.org/1999/xhtml'";
}

void TestCleanImage::svg()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, harmless);
    QFETCH(const QByteArray, root);
    const QByteArray whole = '<' + root + '>' + body + "</" + root.split(' ').constFirst() + '>';
    const auto clean = cleanImage(whole);
    QCOMPARE(clean.has_value(), harmless);
    QVERIFY(!cleanImage("<!DOCTYPE svg [<!ENTITY a 'b'>]>" + whole));
    if (clean) {
        QVERIFY(!clean->data.contains("x.example"));
        QCOMPARE(cleanImage(clean->data).value().data, clean->data);
    }
}

void TestCleanImage::svgIsWrittenAnew_data()
{
    QTest::addColumn<QByteArray>("image");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("Inkscape")
        << QByteArray("<?xml version='1.0' encoding='UTF-8'?><!-- Created with Inkscape -->"
                      "<svg width='9' height='8' inkscape:version='1.2' sodipodi:docname='GPS 51.5072N 0.1276W.svg' "
                      "xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' "
                      "xmlns:xlink='http://www.w3.org/1999/xlink' "
                      "xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' "
                      "xmlns='http://www.w3.org/2000/svg' xmlns:s='http://www.w3.org/2000/svg'>"
                      "<sodipodi:namedview inkscape:zoom='1'><inkscape:grid/></sodipodi:namedview>"
                      "<metadata><a>GPS 51.5072N 0.1276W</a></metadata>"
                      "<g inkscape:label='1'><s:use xlink:href='#a' id='b' data-x='y'/></g></svg>")
        << QByteArray("<g><use xlink:href=\"#a\" id=\"b\"/></g></svg>");
    QTest::newRow("draw.io")
        << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9px' "
                      "height='8px' content='&lt;mxfile host=&quot;GPS 51.5072N 0.1276W&quot;'><g><switch>"
                      "<foreignObject width='1'><div xmlns='http://www.w3.org/1999/xhtml' onclick='x'>word</div>"
                      "</foreignObject><text x='1'>word</text></switch></g><switch><g requiredFeatures='f'/>"
                      "<a xlink:href='https://x.example/help'><text>Text is not SVG</text></a></switch></svg>")
        << QByteArray("<g><switch><text x=\"1\">word</text></switch></g>"
                      "<switch><g requiredFeatures=\"f\"/></switch></svg>");
    QTest::newRow("matplotlib")
        << QByteArray("<?xml version='1.0' encoding='utf-8' standalone='no'?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG "
                      "1.1//EN'\n  'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n"
                      "<svg xmlns='http://www.w3.org/2000/svg' width='9pt' height='8pt' version='1.1'><metadata>"
                      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata><defs>"
                      "<style type='text/css'><![CDATA[*{stroke-linejoin: round}]]></style></defs>"
                      "<path d='M 0 9' clip-path='url(#p1)' style='fill: none'/></svg>")
        << QByteArray("<defs><style type=\"text/css\">*{stroke-linejoin: round}</style></defs>"
                      "<path d=\"M 0 9\" clip-path=\"url(#p1)\" style=\"fill: none\"/></svg>");
}

/// What real programs write stays, but for what nobody sees.
void TestCleanImage::svgIsWrittenAnew()
{
    QFETCH(const QByteArray, image);
    QFETCH(const QByteArray, kept);
    const auto clean = cleanImage(image);
    QVERIFY(clean);
    QCOMPARE(clean->ending, u"svg"_s);
    QVERIFY2(clean->data.endsWith(kept), clean->data.constData());
    QVERIFY(clean->data.startsWith("<svg "));
    QVERIFY(!clean->data.contains(secret));
    QCOMPARE(cleanImage(clean->data).value().data, clean->data);
}

void TestCleanImage::noImage_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("just words");
    QTest::newRow("a page") << QByteArray("<html><script>alert(1)</script></html>");
    QTest::newRow("a page with an image") << QByteArray("<html><svg xmlns='http://www.w3.org/2000/svg'/></html>");
    QTest::newRow("a stub of each") << QByteArray("RIFF");
    QTest::newRow("jpeg stub") << QByteArray("\xFF\xD8\xFF");
    QTest::newRow("jpeg of which a comment parts two halves of a scan")
        << "\xFF\xD8" + jpegSegment(0xDA, "scan") + jpegSegment(0xFE, secret) + jpegSegment(0xD6, "more of it") +
               "\xFF\xD9";
    QTest::newRow("png stub") << QByteArray("\x89PNG\r\n\x1A\n");
    QTest::newRow("webp stub") << QByteArray("RIFF\xFF\xFF\xFF\xFFWEBP");
}

void TestCleanImage::noImage()
{
    QFETCH(const QByteArray, data);
    QVERIFY(!cleanImage(data));
}

void TestCleanImage::damagedImages_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("jpeg") << jpegWith(exif(6, true));
    QTest::newRow("png") << encoded("PNG");
    QTest::newRow("gif") << QByteArray::fromHex(
        "47494638396101000100800000ffffff0000002c00000000010001000002024401003b");
}

/// Cut off anywhere, or with any byte changed, an image is refused or cleaned; nothing else happens.
void TestCleanImage::damagedImages()
{
    QFETCH(const QByteArray, data);
    QVERIFY(cleanImage(data));
    for (qsizetype at = 0; at < data.size(); ++at) {
        (void)cleanImage(data.first(at));
        QByteArray changed = data;
        changed[at] = char(changed.at(at) ^ 0xFF);
        if (const auto clean = cleanImage(changed))
            QVERIFY(clean->data.size() <= changed.size() + 36);
    }
}

QTEST_GUILESS_MAIN(TestCleanImage)
#include "tst_cleanimage.moc"
