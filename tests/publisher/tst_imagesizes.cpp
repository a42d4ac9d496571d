// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/cleanimage.h"
#include "publisher/imagesizes.h"
#include "publisher/portrait.h"
#include "publisher/post.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

/// Noise, so that a smaller image is a smaller file, with a red corner at the top left.
QImage picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    QRandomGenerator random(5);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, random.generate());
    }
    QPainter(&image).fillRect(0, 0, width / 4, height / 4, Qt::red);
    return image;
}

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray data;
    QBuffer buffer(&data);
    image.save(&buffer, format);
    return data;
}

PostImage postImage(const QByteArray &data)
{
    const auto clean = cleanImage(data);
    return clean ? PostImage{.file = {u"images/a."_s + clean->ending, clean->data}, .size = clean->size} : PostImage();
}

std::vector<std::pair<QString, int>> namesAndWidths(const ImageSizes &sizes)
{
    std::vector<std::pair<QString, int>> all;
    for (const ImageSizes::Size &size : sizes.sizes)
        all.emplace_back(size.file.name, size.width);
    return all;
}

/// A photograph that lies on its side, with a place and an owner.
QByteArray turnedPhotograph(const QImage &upright)
{
    QByteArray data = encoded(upright.transformed(QTransform().rotate(-90)), "JPG");
    const QByteArray exif = QByteArray::fromHex("4578696600004d4d002a00000008"
                                                "0002"
                                                "011200030000000100060000"
                                                "829800020000001000000026"
                                                "00000000") +
                            "GPS 51.5 Owner" + QByteArray(20, 0);
    QByteArray segment("\xFF\xE1");
    segment += char((exif.size() + 2) >> 8);
    segment += char((exif.size() + 2) & 0xFF);
    return data.insert(2, segment + exif);
}

} // namespace

class TestImageSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void widths_data();
    void widths();
    void turnedPhotographsStandUpright();
    void filmsStayFilms();
    void portraits();
};

void TestImageSizes::widths_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QList<int>>("wanted");
    QTest::newRow("wide photograph") << 3000 << "JPG"_ba << QList{1360, 680};
    QTest::newRow("screenshot") << 1500 << "PNG"_ba << QList{1360, 680};
    QTest::newRow("twice the column") << 1360 << "JPG"_ba << QList{1360, 680};
    QTest::newRow("little more than the column") << 900 << "JPG"_ba << QList{900};
    QTest::newRow("small") << 120 << "PNG"_ba << QList{120};
}

void TestImageSizes::widths()
{
    QFETCH(const int, width);
    QFETCH(const QByteArray, format);
    QFETCH(const QList<int>, wanted);
    const PostImage image = postImage(encoded(picture(width, width / 2), format.constData()));
    const ImageSizes sizes = imageSizes(image);
    QCOMPARE(qsizetype(sizes.sizes.size()), wanted.size());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const ImageSizes::Size &size = sizes.sizes[size_t(i)];
        QCOMPARE(size.width, wanted[i]);
        QCOMPARE(QImage::fromData(size.file.data).width(), wanted[i]);
        QVERIFY(size.file.data.size() <= image.file.data.size());
    }
    QCOMPARE(sizes.widest().name, image.file.name);
    QCOMPARE(sizes.shown, QSize(wanted.front(), wanted.front() / 2));
    QCOMPARE(namesAndWidths(imageSizes(image)), namesAndWidths(sizes)); // again the same
}

void TestImageSizes::turnedPhotographsStandUpright()
{
    const PostImage image = postImage(turnedPhotograph(picture(1600, 1000)));
    QCOMPARE(image.size, QSize(1600, 1000));
    const ImageSizes sizes = imageSizes(image);
    QCOMPARE(sizes.sizes.size(), 2u);
    for (const ImageSizes::Size &size : sizes.sizes) {
        const QImage shown = QImage::fromData(size.file.data); // as its bytes have it, whatever notes say
        QVERIFY(shown.width() > shown.height());
        const QColor corner = shown.pixelColor(10, 10);
        QVERIFY2(corner.red() > 200 && corner.green() < 80, qPrintable(corner.name()));
        QVERIFY(!size.file.data.contains("GPS") && !size.file.data.contains("Owner"));
    }
}

void TestImageSizes::filmsStayFilms()
{
    const QByteArray gif = QByteArray::fromHex("47494638396101000100800000ff0000ffffff21f90400000000002c00000000010001"
                                               "0000020244010021f90400000000002c000000000100010000020244010 03b");
    PostImage image{.file = {u"images/a.gif"_s, gif}, .size = QSize(4000, 10)};
    QCOMPARE(imageSizes(image).sizes.size(), 1u);
    QCOMPARE(imageSizes(image).widest().data, gif);
}

void TestImageSizes::portraits()
{
    const auto wide = portraitOf(encoded(picture(800, 300), "JPG"));
    QVERIFY(wide);
    QCOMPARE(QImage::fromData(*wide).size(), QSize(portraitSide, portraitSide));
    QVERIFY(wide->size() < 64 * 1024);
    QCOMPARE(portraitOf("no picture").error().kind, Error::Kind::BadValue);
    QImage clear(50, 50, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    QVERIFY(portraitOf(encoded(clear, "PNG"))->startsWith("\x89PNG"));
}

QTEST_GUILESS_MAIN(TestImageSizes)
#include "tst_imagesizes.moc"
