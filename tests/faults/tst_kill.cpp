// SPDX-License-Identifier: GPL-3.0-or-later
// A child types through the real draft session and is killed at a random moment. Every key goes to a pipe with its
// time, so it is known what was typed and when. The page cache outlives a kill; for power see tst_powercut.

#include "notebook/notebookfixture.h"
#include "support/rounds.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <unistd.h>

using namespace Weeknotes;
using namespace Weeknotes::Test;
using namespace std::chrono_literals;

namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds keyPause = 50ms; // 20 keys a second
constexpr Milliseconds mayBeLost = 1s;
constexpr int typists = 15; // at once

/// The same clock in every process.
Milliseconds now()
{
    return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

/// A note of 2,500 words to begin with.
QString beginning()
{
    return u"One word after the other, and so on. "_s.repeated(8 * 40).replace(u"on. One"_s, u"on.\n\nOne"_s);
}

QString keyAt(qsizetype place)
{
    return QString(QChar(char16_t(u'a' + place % 26)));
}

/// ctest keeps to itself what a test says that passes; ./dev soak prints this file in the end.
void report(const QString &line)
{
    qInfo("%s", qPrintable(line));
    const QString path = qEnvironmentVariable("WEEKNOTES_REPORT");
    if (QFile file(path); !path.isEmpty() && file.open(QIODevice::Append))
        file.write("tst_kill: " + line.toUtf8() + '\n');
}

/// A child that types.
struct Typist
{
    LibraryFixture fixture;
    NoteHeader note;
    QProcess process;
    std::vector<Milliseconds> keys; // when each was typed
    Milliseconds killed{};

    void start()
    {
        note = valueOf(fixture.open()->addNote(titled(u"A"_s), text(beginning())));
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(), {u"--type"_s, fixture.path(), note.id.toString()});
    }

    void kill()
    {
        process.kill();
        killed = now();
    }

    /// Once the process is gone.
    void readKeys()
    {
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            if (!line.isEmpty())
                keys.emplace_back(line.toLongLong());
        }
    }

    /// How long before its end the oldest key was typed that is missing.
    [[nodiscard]] Milliseconds lossAfter(const QString &kept) const
    {
        const size_t there = size_t(kept.size() - beginning().size());
        return there < keys.size() ? killed - keys[there] : 0ms;
    }
};

} // namespace

class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesAtMostASecondOfTyping()
    {
        m_random.seed(quint32(now().count()));
        const int runs = qEnvironmentVariableIntValue("WEEKNOTES_SOAK") > 1 ? 500 : 30;
        for (int done = 0; done < runs; done += typists) {
            killSome(std::min(typists, runs - done));
            if (QTest::currentTestFailed())
                return;
        }
        std::ranges::sort(m_losses);
        report(u"%1 kills; of typing was lost at most %2 ms, in the middle %3 ms"_s.arg(runs)
                   .arg(m_losses.back().count())
                   .arg(m_losses[m_losses.size() / 2].count()));
        QVERIFY(m_losses.back() <= mayBeLost);
    }

private:
    void killSome(int count)
    {
        std::vector<std::unique_ptr<Typist>> some;
        for (int i = 0; i < count; ++i) {
            some.push_back(std::make_unique<Typist>());
            some.back()->start();
        }
        for (const auto &typist : some)
            QTRY_VERIFY_WITH_TIMEOUT(typist->process.bytesAvailable() > 0, 30'000); // types
        for (const auto &typist : some)
            QTimer::singleShot(Milliseconds(m_random.bounded(4000)), &typist->process,
                               [&typist = *typist] { typist.kill(); });
        for (const auto &typist : some)
            QTRY_COMPARE_WITH_TIMEOUT(typist->process.state(), QProcess::NotRunning, 30'000);
        for (const auto &typist : some) {
            typist->readKeys();
            check(*typist);
        }
    }

    void check(const Typist &typist)
    {
        QCOMPARE(typist.process.exitStatus(), QProcess::CrashExit);
        const auto library = typist.fixture.open();
        QVERIFY(library);
        QVERIFY(valueOf(library->verify()).empty());
        const QString kept = valueOf(library->note(typist.note.id)).text;
        QVERIFY(kept.startsWith(beginning()));
        for (qsizetype place = beginning().size(); place < kept.size(); ++place)
            QCOMPARE(kept.sliced(place, 1), keyAt(place));
        m_losses.push_back(typist.lossAfter(kept));
    }

    QRandomGenerator m_random;
    std::vector<Milliseconds> m_losses;
};

/// Types at the end of the note for ever, and says when each key was typed before it takes effect.
static int type(const QString &folder, const NoteId &id)
{
    const SystemClock clock;
    Notebook notebook(clock);
    outcomeOf(notebook.open(folder));
    DraftSession session(notebook, outcomeOf(notebook.note(id)));
    QTimer keys;
    keys.setTimerType(Qt::PreciseTimer);
    QObject::connect(&keys, &QTimer::timeout, &session, [&session] {
        const QByteArray line = QByteArray::number(qlonglong(now().count())) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
            QCoreApplication::exit(1);
        session.setText(session.text() + keyAt(session.text().size()));
    });
    keys.start(keyPause);
    return QCoreApplication::exec();
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments[1] == u"--type")
        return type(arguments[2], *NoteId::parse(arguments[3]));
    TestKill tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_kill.moc"
