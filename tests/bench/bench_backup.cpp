// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/markdownedit.h"
#include "notebook/notebookfixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace Weeknotes;
using namespace Weeknotes::Test;

/// Typing while a library of 1,040 notes with 200 MB of images is backed up: the longest that an event waits for its
/// turn on the UI thread, in ms.
class BenchBackup : public QObject
{
    Q_OBJECT

    static constexpr int noteCount = 1040;
    static constexpr int imageCount = 400;
    static constexpr int imageBytes = 500'000;
    NotebookFixture m_fixture;
    std::unique_ptr<DraftSession> m_draft;
    MarkdownEdit m_edit;

    /// Types 20 keys a second until `isDone`, for two seconds at least; the longest wait.
    template <typename Done> qint64 typeUntil(Done isDone)
    {
        qint64 longest = 0;
        QElapsedTimer sinceTick;
        QTimer tick; // what an event would have to wait
        tick.setTimerType(Qt::PreciseTimer);
        tick.setInterval(1);
        QObject::connect(&tick, &QTimer::timeout, &tick, [&] { longest = std::max(longest, sinceTick.restart() - 1); });
        QTimer key;
        key.setInterval(50);
        QObject::connect(&key, &QTimer::timeout, &key, [&] { QTest::keyClick(&m_edit, Qt::Key_A); });
        QElapsedTimer sinceStart;
        sinceStart.start();
        sinceTick.start();
        tick.start();
        key.start();
        while (sinceStart.elapsed() < 2000 || !isDone())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return longest;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto library = m_fixture.elsewhere();
        const QString words = u"We met the printers and talked about the plan. "_s.repeated(60);
        QRandomGenerator random(1);
        for (int i = 0; i < noteCount; ++i) {
            std::vector<ImageFile> images;
            if (i < imageCount) {
                QByteArray bytes(imageBytes, Qt::Uninitialized);
                for (qsizetype at = 0; at + 4 <= bytes.size(); at += 4)
                    qToUnaligned(random.generate(), bytes.data() + at);
                images.push_back({u"a.jpg"_s, bytes});
            }
            valueOf(library->addNote(titled(u"Note %1"_s.arg(i)), text(words), {}, images));
        }
        m_draft = std::make_unique<DraftSession>(*m_fixture.notebook, m_fixture.add(u"This week"_s, words));
        m_edit.setMarkdown(words);
        connect(&m_edit, &MarkdownEdit::textEdited, m_draft.get(), [this] { m_draft->setText(m_edit.markdown()); });
        m_edit.resize(700, 900);
        m_edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_edit));
    }

    void types()
    {
        QTest::setBenchmarkResult(double(typeUntil([] { return true; })), QTest::WalltimeMilliseconds);
    }

    void typesDuringABackup_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("copies, elsewhere") << m_fixture.path(u"stick"_s);
        QTest::newRow("links, in the library") << QString();
        QTest::newRow("the images are there") << QString();
    }
    void typesDuringABackup()
    {
        QFETCH(QString, folder);
        outcomeOf(
            m_fixture.notebook->changeSettings([&](LibrarySettings &settings) { settings.backups.folder = folder; }));
        auto made = m_fixture.notebook->backUpNow();
        QElapsedTimer sinceStart;
        sinceStart.start();
        qint64 took = 0;
        const qint64 longest = typeUntil([&] {
            if (made.isFinished() && took == 0)
                took = sinceStart.elapsed();
            return took > 0;
        });
        qInfo("the backup took %lld ms", static_cast<long long>(took));
        valueOf(made.result());
        QTest::setBenchmarkResult(double(longest), QTest::WalltimeMilliseconds);
    }
};

QTEST_MAIN(BenchBackup)
#include "bench_backup.moc"
