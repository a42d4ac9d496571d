// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/imagefetch.h"
#include "support/webserver.h"

#include <QBuffer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

using Page = TestData::WebServer::Page;

class TestImageFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesPictures_data();
    void fetchesPictures();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void givesUpWhatIsTooLarge();
    void stopsWhenItGoes();

private:
    [[nodiscard]] Result<QByteArray> fetch(const QString &address)
    {
        ImageFetch fetch(m_server.network(), limits);
        Result<QByteArray> result;
        int times = 0;
        connect(&fetch, &ImageFetch::fetched, this, [&](const Result<QByteArray> &picture) {
            result = picture;
            ++times;
        });
        fetch.fetch(address);
        [&times] { QTRY_COMPARE(times, 1); }();
        return result;
    }

    const WebLimits limits{.wait = std::chrono::milliseconds(300), .bytes = 200'000};
    TestData::WebServer m_server;
};

namespace {

QByteArray picture(const char *format)
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    image.save(&bytes, format);
    return bytes.data();
}

} // namespace

void TestImageFetch::fetchesPictures_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("png") << picture("PNG");
    QTest::newRow("jpeg") << picture("JPEG");
    QTest::newRow("svg") << "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>"_ba;
}

void TestImageFetch::fetchesPictures()
{
    QFETCH(QByteArray, data);
    m_server.put("a.example/p", {.status = 302, .location = "https://b.example/q"});
    m_server.put("b.example/q", {.body = data});
    const auto fetched = fetch(u"https://a.example/p"_s);
    QVERIFY(fetched);
    QCOMPARE(*fetched, data);
}

void TestImageFetch::saysWhatIsWrong_data()
{
    QTest::addColumn<Page>("page");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("page") << Page{.body = "<!doctype html><p>Log in"} << Error::Kind::Malformed;
    QTest::newRow("long page") << Page{.body = "<!doctype html>" + QByteArray(9000, 'x')} << Error::Kind::Malformed;
    QTest::newRow("text") << Page{.body = "hello"} << Error::Kind::Malformed;
    QTest::newRow("nothing") << Page{} << Error::Kind::Malformed;
    QTest::newRow("gone") << Page{.status = 404} << Error::Kind::NotFound;
    QTest::newRow("forbidden") << Page{.status = 403, .body = picture("PNG")} << Error::Kind::NotReadable;
    QTest::newRow("silent") << Page{.hangs = true} << Error::Kind::NotReadable;
    QTest::newRow("closes") << Page{.closes = true} << Error::Kind::NotReadable;
    QTest::newRow("circle") << Page{.status = 301, .location = "/p"} << Error::Kind::NotReadable;
}

void TestImageFetch::saysWhatIsWrong()
{
    QFETCH(Page, page);
    QFETCH(Error::Kind, kind);
    m_server.put("a.example/p", page);
    const auto fetched = fetch(u"https://a.example/p"_s);
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().kind, kind);
    QCOMPARE(fetched.error().subject, u"https://a.example/p"_s);
    QCOMPARE(fetch(u"http://localhost/p.png"_s).error().kind, Error::Kind::BadValue);
    m_server.fail(u"nowhere.example"_s, QNetworkReply::HostNotFoundError);
    QCOMPARE(fetch(u"https://nowhere.example/p.png"_s).error().kind, Error::Kind::NotFound);
}

void TestImageFetch::givesUpWhatIsTooLarge()
{
    m_server.put("a.example/endless", {.body = picture("PNG"), .endless = true});
    const auto fetched = fetch(u"https://a.example/endless"_s);
    QCOMPARE(fetched.error().kind, Error::Kind::TooLarge);
    QCOMPARE(fetched.error().detail, u"200000"_s);
    QVERIFY2(m_server.sent() < 16'000'000, qPrintable(QString::number(m_server.sent())));
    m_server.put("a.example/film", {.body = "\x1A\x45\xDF\xA3", .endless = true});
    QCOMPARE(fetch(u"https://a.example/film"_s).error().kind, Error::Kind::Malformed);
}

void TestImageFetch::stopsWhenItGoes()
{
    m_server.put("a.example/p", {.hangs = true});
    auto fetch = std::make_unique<ImageFetch>(m_server.network());
    const qsizetype before = m_server.requests().size();
    fetch->fetch(u"https://a.example/p"_s);
    QTRY_COMPARE(m_server.requests().size(), before + 1);
    QTRY_COMPARE(m_server.now(), 1); // those of the tests before have gone
    fetch.reset();
    QTRY_COMPARE(m_server.now(), 0);
}

QTEST_GUILESS_MAIN(TestImageFetch)
#include "tst_imagefetch.moc"
