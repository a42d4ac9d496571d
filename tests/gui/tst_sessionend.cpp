// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notepane.h"
#include "app/sessionend.h"
#include "editor/markdownedit.h"
#include "gui/windowfixture.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using namespace std::chrono_literals;

class TestSessionEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aSignalClosesWhenTheWordsAreSafe_data();
    void aSignalClosesWhenTheWordsAreSafe();
    void aLogoutWaitsForTheWords();
    void theHandlersBeforeComeBack();

private:
    [[nodiscard]] QString savedText();

    std::unique_ptr<TestData::Desk> m_desk;
    NoteId m_note;
};

void TestSessionEnd::init()
{
    m_desk = std::make_unique<TestData::Desk>();
    m_desk->open();
    const QSignalSpy shown(&m_desk->session(), &Session::weekShown);
    QTRY_VERIFY(!shown.isEmpty());
    m_desk->session().startNote(m_desk->session().week());
    QTRY_VERIFY(m_desk->session().draft());
    m_note = m_desk->session().draft()->noteId();
    QTest::keyClicks(&m_desk->window().notePane().editor(), u"The last words."_s);
    QCOMPARE(m_desk->session().draft()->state(), DraftSession::State::Edited);
}

void TestSessionEnd::cleanup()
{
    m_desk->close();
    m_desk.reset();
}

QString TestSessionEnd::savedText()
{
    const SystemClock clock;
    const auto library = Library::open(m_desk->path(u"library"_s), clock, Library::Access::ReadOnly);
    return library ? (*library)->note(m_note).value_or(Note()).text : QString();
}

void TestSessionEnd::aSignalClosesWhenTheWordsAreSafe_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("kill") << SIGTERM;
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("the terminal goes") << SIGHUP;
}

void TestSessionEnd::aSignalClosesWhenTheWordsAreSafe()
{
    QFETCH(int, number);
    const SessionEnd end(m_desk->session(), m_desk->window());
    QCOMPARE(std::raise(number), 0);
    QTRY_VERIFY(!m_desk->window().isVisible());
    QCOMPARE(savedText(), u"The last words."_s);
}

void TestSessionEnd::aLogoutWaitsForTheWords()
{
    SessionEnd end(m_desk->session(), m_desk->window());
    QVERIFY(end.saveNow(10s));
    QCOMPARE(savedText(), u"The last words."_s);
    QVERIFY(m_desk->window().isVisible()); // the person may still call the logout off
    QVERIFY(end.saveNow(0s));              // nothing to wait for
}

void TestSessionEnd::theHandlersBeforeComeBack()
{
    struct sigaction before = {};
    QCOMPARE(::sigaction(SIGTERM, nullptr, &before), 0);
    {
        const SessionEnd end(m_desk->session(), m_desk->window());
        struct sigaction during = {};
        QCOMPARE(::sigaction(SIGTERM, nullptr, &during), 0);
        QVERIFY(during.sa_handler != before.sa_handler);
    }
    struct sigaction after = {};
    QCOMPARE(::sigaction(SIGTERM, nullptr, &after), 0);
    QVERIFY(after.sa_handler == before.sa_handler);
}

QTEST_MAIN(TestSessionEnd)
#include "tst_sessionend.moc"
