// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/linkchecker.h"
#include "support/webserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

using Kind = LinkAnswer::Kind;
using Page = TestData::WebServer::Page;

class TestLinkChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsTheAnswers_data();
    void tellsTheAnswers();
    void followsRedirects_data();
    void followsRedirects();
    void readsNoBody();
    void asksEachOnceAndFewAtATime();
    void asksNothingHere_data();
    void asksNothingHere();
    void givesNothingAway();
    void canBeStopped();
    void stopsWhenItGoes();

private:
    [[nodiscard]] QHash<QString, LinkAnswer> check(const QStringList &addresses)
    {
        LinkChecker checker(m_server->network(), limits);
        QHash<QString, LinkAnswer> answers;
        connect(&checker, &LinkChecker::answered, this,
                [&](const QString &address, const LinkAnswer &answer) { answers.insert(address, answer); });
        const QSignalSpy finished(&checker, &LinkChecker::finished);
        checker.check(addresses);
        [&finished] { QTRY_COMPARE(finished.size(), 1); }();
        return answers;
    }
    [[nodiscard]] LinkAnswer answerOf(const QString &address) { return check({address}).value(address); }

    const WebLimits limits{.wait = std::chrono::milliseconds(300)};
    std::unique_ptr<TestData::WebServer> m_server;
};

void TestLinkChecker::init()
{
    m_server = std::make_unique<TestData::WebServer>();
    m_server->fail(u"nowhere.example"_s, QNetworkReply::HostNotFoundError);
    m_server->fail(u"shut.example"_s, QNetworkReply::ConnectionRefusedError);
    m_server->fail(u"forged.example"_s, QNetworkReply::SslHandshakeFailedError);
    m_server->fail(u"odd.example"_s, QNetworkReply::ProxyNotFoundError);
}

void TestLinkChecker::tellsTheAnswers_data()
{
    QTest::addColumn<Page>("page");
    QTest::addColumn<LinkAnswer::Kind>("kind");
    QTest::addColumn<QByteArrayList>("methods");
    const auto row = [](const char *name, const Page &page, Kind kind, const QByteArrayList &methods) {
        QTest::newRow(name) << page << kind << methods;
    };
    row("there", {.body = "hello"}, Kind::Answers, {"HEAD"});
    row("not found", {.status = 404}, Kind::Gone, {"HEAD", "GET"});
    row("gone", {.status = 410}, Kind::Gone, {"HEAD", "GET"});
    row("knows no HEAD", {.refusesHead = true}, Kind::Answers, {"HEAD", "GET"});
    row("forbidden", {.status = 403}, Kind::Unclear, {"HEAD", "GET"});
    row("to log in", {.status = 401}, Kind::Unclear, {"HEAD", "GET"});
    row("too often", {.status = 429}, Kind::Unclear, {"HEAD"});
    row("broken", {.status = 500}, Kind::Unclear, {"HEAD", "GET"});
    row("no programs", {.status = 999}, Kind::Unclear, {"HEAD", "GET"});
    row("silent", {.hangs = true}, Kind::TimedOut, {"HEAD", "GET"});
    row("silent to HEAD", {.ignoresHead = true}, Kind::Answers, {"HEAD", "GET"});
    row("closes", {.closes = true}, Kind::Unclear, {"HEAD", "GET"});
}

void TestLinkChecker::tellsTheAnswers()
{
    QFETCH(Page, page);
    QFETCH(LinkAnswer::Kind, kind);
    QFETCH(QByteArrayList, methods);
    m_server->put("a.example/x?y", page);
    QCOMPARE(answerOf(u"https://a.example/x?y#z"_s).kind, kind);
    QByteArrayList asked;
    for (const QByteArray &each : m_server->requests()) {
        if (!asked.contains(each.split(' ').front())) // what is closed may be tried again
            asked << each.split(' ').front();
    }
    QCOMPARE(asked, methods);
    const auto answers = check({u"https://nowhere.example/"_s, u"http://shut.example/"_s, u"https://forged.example/"_s,
                                u"https://odd.example/"_s});
    QCOMPARE(answers.value(u"https://nowhere.example/"_s).kind, Kind::NoSuchHost);
    QCOMPARE(answers.value(u"http://shut.example/"_s).kind, Kind::Refused);
    QCOMPARE(answers.value(u"https://forged.example/"_s).kind, Kind::Untrusted);
    QCOMPARE(answers.value(u"https://odd.example/"_s).kind, Kind::Unreached);
}

void TestLinkChecker::followsRedirects_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<LinkAnswer>("answer");
    const auto row = [](const char *name, const QString &address, Kind kind, const QString &to = {}) {
        QTest::newRow(name) << address << LinkAnswer{kind, to};
    };
    row("for good", u"https://a.example/old"_s, Kind::Moved, u"https://b.example/new"_s);
    row("keeps the place in it", u"https://a.example/old#part"_s, Kind::Moved, u"https://b.example/new#part"_s);
    row("twice", u"https://a.example/older"_s, Kind::Moved, u"https://b.example/new"_s);
    row("for now", u"https://a.example/now"_s, Kind::Answers);
    row("for good, then for now", u"https://a.example/both"_s, Kind::Moved, u"https://a.example/now"_s);
    row("for now, then for good", u"https://a.example/mixed"_s, Kind::Answers);
    row("to what is gone", u"https://a.example/lost"_s, Kind::Gone);
    row("in a circle", u"https://a.example/circle"_s, Kind::Unclear);
    row("less safe", u"https://a.example/unsafe"_s, Kind::Unclear);
    row("safer", u"http://a.example/safer"_s, Kind::Moved, u"https://b.example/new"_s);
    row("to this network", u"https://a.example/inside"_s, Kind::Unclear);
    row("to a file", u"https://a.example/file"_s, Kind::Unclear);
    row("nowhere", u"https://a.example/nowhere"_s, Kind::Unclear);
}

void TestLinkChecker::followsRedirects()
{
    QFETCH(QString, address);
    QFETCH(LinkAnswer, answer);
    m_server->put("b.example/new", {});
    m_server->put("a.example/old", {.status = 301, .location = "https://b.example/new"});
    m_server->put("a.example/older", {.status = 308, .location = "/old"});
    m_server->put("a.example/now", {.status = 302, .location = "https://b.example/new"});
    m_server->put("a.example/both", {.status = 301, .location = "now"});
    m_server->put("a.example/mixed", {.status = 307, .location = "/old"});
    m_server->put("a.example/lost", {.status = 301, .location = "/none"});
    m_server->put("a.example/circle", {.status = 301, .location = "/circle"});
    m_server->put("a.example/unsafe", {.status = 301, .location = "http://b.example/new"});
    m_server->put("a.example/safer", {.status = 301, .location = "https://b.example/new"});
    m_server->put("a.example/inside", {.status = 301, .location = "https://192.168.1.1/"});
    m_server->put("a.example/file", {.status = 301, .location = "file:///etc/passwd"});
    m_server->put("a.example/nowhere", {.status = 301});
    QCOMPARE(answerOf(address), answer);
    QVERIFY(m_server->requests().size() <= 12);
}

void TestLinkChecker::readsNoBody()
{
    m_server->put("a.example/film", {.endless = true, .refusesHead = true});
    QCOMPARE(answerOf(u"https://a.example/film"_s).kind, Kind::Answers);
    QVERIFY2(m_server->sent() < 16'000'000, qPrintable(QString::number(m_server->sent()))); // what sockets hold
}

void TestLinkChecker::asksEachOnceAndFewAtATime()
{
    QStringList addresses;
    for (int i = 0; i < 20; ++i) {
        m_server->put("a.example/" + QByteArray::number(i), {});
        addresses << u"https://a.example/%1"_s.arg(i) << u"https://a.example/%1"_s.arg(i);
    }
    QCOMPARE(check(addresses).size(), 20);
    QCOMPARE(m_server->requests().size(), 20);
    QVERIFY2(m_server->mostAtOnce() <= limits.perHost, qPrintable(QString::number(m_server->mostAtOnce())));
}

void TestLinkChecker::asksNothingHere_data()
{
    QTest::addColumn<QString>("address");
    for (const auto *address :
         {"http://localhost/", "http://127.0.0.1:8080/", "http://[::1]/", "http://[fe80::1]/", "http://[fd00::1]/",
          "http://printer.local/", "http://intranet/", "http://10.0.0.1/", "file:///etc/passwd", "mailto:a@b.example",
          "week:2021-W01", "/about", "#part", "", "ftp://a.example/", "https://me:secret@a.example/",
          "http://localhost./", "http://0x7f.1/"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void TestLinkChecker::asksNothingHere()
{
    QFETCH(QString, address);
    QVERIFY(check({address}).isEmpty());
    QCOMPARE(m_server->made(), 0);
}

void TestLinkChecker::givesNothingAway()
{
    m_server->put("a.example/", {.status = 301, .location = "/x"});
    m_server->put("a.example/x", {});
    QCOMPARE(answerOf(u"https://a.example/#secret"_s).kind, Kind::Moved);
    QCOMPARE(m_server->heads().size(), 2);
    for (const QByteArray &head : m_server->heads()) {
        const QByteArray plain = head.toLower();
        QVERIFY2(plain.contains("user-agent: weeknotes/" WEEKNOTES_VERSION "\r\n"), head.constData());
        for (const char *word : {"cookie", "referer", "origin", "secret"})
            QVERIFY2(!plain.contains(word), head.constData());
    }
}

void TestLinkChecker::canBeStopped()
{
    m_server->put("a.example/", {.hangs = true});
    m_server->put("b.example/", {});
    LinkChecker checker(m_server->network());
    const QSignalSpy answered(&checker, &LinkChecker::answered);
    const QSignalSpy finished(&checker, &LinkChecker::finished);
    checker.check({u"https://a.example/"_s, u"https://b.example/"_s});
    QCOMPARE(checker.total(), 2);
    QTRY_COMPARE(answered.size(), 1);
    checker.stop();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(checker.done(), 1);
    m_server->put("c.example/", {});
    checker.check({u"https://c.example/"_s}); // it can be asked again
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(answered.size(), 2);
}

void TestLinkChecker::stopsWhenItGoes()
{
    m_server->put("a.example/", {.hangs = true});
    auto checker = std::make_unique<LinkChecker>(m_server->network());
    checker->check({u"https://a.example/"_s});
    QTRY_COMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->now(), 1);
    checker.reset();
    QTRY_COMPARE(m_server->now(), 0);
}

QTEST_GUILESS_MAIN(TestLinkChecker)
#include "tst_linkchecker.moc"
