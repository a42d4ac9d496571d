// SPDX-License-Identifier: GPL-3.0-or-later
// A bus of the test's own, with somebody on it who speaks as logind does.

#include "app/sleepguard.h"
#include "gui/writingtest.h"

#include <QDBusPendingCallWatcher>
#include <QDir>
#include <QProcess>

#include <array>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

/// A bus that ends with it.
class Bus
{
public:
    Bus()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead())
            m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
    }
    ~Bus()
    {
        for (const QString &name : m_names)
            QDBusConnection::disconnectFromBus(name);
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Bus)

    [[nodiscard]] QDBusConnection connection(const QString &name)
    {
        m_names << name;
        return QDBusConnection::connectToBus(m_address, name);
    }

private:
    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};

} // namespace

/// The part of org.freedesktop.login1.Manager that puts the computer to sleep.
class Logind : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    explicit Logind(QDBusConnection bus)
    {
        m_isThere = bus.registerObject(u"/org/freedesktop/login1"_s, this,
                                       QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
                    bus.registerService(u"org.freedesktop.login1"_s);
    }
    ~Logind() override
    {
        if (m_pipe >= 0)
            ::close(m_pipe);
    }
    Q_DISABLE_COPY_MOVE(Logind)

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] int asked() const { return m_asked; }
    /// Whether somebody has a lock that is not closed yet.
    [[nodiscard]] bool isHeldBack() const
    {
        char byte = 0;
        return m_pipe >= 0 && ::read(m_pipe, &byte, 1) != 0; // 0 when the other end is closed
    }

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why, const QString &mode)
    {
        if (what != "sleep"_L1 || who.isEmpty() || why.isEmpty() || mode != "delay"_L1)
            return {};
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_NONBLOCK | O_CLOEXEC) != 0)
            return {};
        if (m_pipe >= 0)
            ::close(m_pipe);
        m_pipe = ends[0];
        ++m_asked;
        QDBusUnixFileDescriptor lock;
        lock.giveFileDescriptor(ends[1]);
        return lock;
    }

Q_SIGNALS:
    void PrepareForSleep(bool begins);

private:
    int m_pipe = -1;
    int m_asked = 0;
    bool m_isThere = false;
};

class TestSleepGuard : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void sleepWaitsForTheWords();
    void sleepDoesNotWaitForALibraryThatIsGone();
    void aBusWithoutLogindDoesNoHarm();

private:
    void type(const QString &words);
    [[nodiscard]] DraftSession::State state() { return session().draft()->state(); }
};

void TestSleepGuard::type(const QString &words)
{
    QTest::keyClicks(&editor(), words);
    QCOMPARE(state(), DraftSession::State::Edited);
}

void TestSleepGuard::sleepWaitsForTheWords()
{
    Bus bus;
    Logind logind(bus.connection(u"logind"_s));
    QVERIFY(logind.isThere());
    SleepGuard guard(session());
    guard.listen(bus.connection(u"weeknotes"_s));
    QTRY_VERIFY(logind.isHeldBack());
    type(u"The last words."_s);
    Q_EMIT logind.PrepareForSleep(true);
    QTRY_VERIFY(!logind.isHeldBack());
    QCOMPARE(state(), DraftSession::State::Saved);

    Q_EMIT logind.PrepareForSleep(false); // awake again, and ready for the next time
    QTRY_COMPARE(logind.asked(), 2);
    QTRY_VERIFY(logind.isHeldBack());
    Q_EMIT logind.PrepareForSleep(true); // with nothing to save
    QTRY_VERIFY(!logind.isHeldBack());
}

void TestSleepGuard::sleepDoesNotWaitForALibraryThatIsGone()
{
    Bus bus;
    Logind logind(bus.connection(u"logind"_s));
    SleepGuard guard(session());
    guard.listen(bus.connection(u"weeknotes"_s));
    QTRY_VERIFY(logind.isHeldBack());
    QVERIFY(QDir().rename(m_desk->path(u"library"_s), m_desk->path(u"away"_s)));
    type(u"Words in memory."_s);
    Q_EMIT logind.PrepareForSleep(true);
    QTRY_VERIFY(!logind.isHeldBack());
    QCOMPARE(state(), DraftSession::State::Failed);
    QVERIFY(QDir().rename(m_desk->path(u"away"_s), m_desk->path(u"library"_s)));
    QTRY_COMPARE(state(), DraftSession::State::Saved);
}

void TestSleepGuard::aBusWithoutLogindDoesNoHarm()
{
    Bus bus;
    const QDBusConnection connection = bus.connection(u"weeknotes"_s);
    QVERIFY(connection.isConnected());
    SleepGuard guard(session());
    guard.listen(connection);
    QTRY_VERIFY(guard.findChildren<QDBusPendingCallWatcher *>().isEmpty()); // it was refused
    type(u"The last words."_s);
    QTRY_COMPARE(state(), DraftSession::State::Saved);
}

QTEST_MAIN(TestSleepGuard)
#include "tst_sleepguard.moc"
