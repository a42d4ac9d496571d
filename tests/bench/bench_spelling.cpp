// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/threadtime.h"
#include "editor/markdownedit.h"
#include "editor/spelling.h"
#include "editor/spellsearch.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// What spelling costs in a text of 100,000 words, whose paragraphs have misspelt ones.
class BenchSpelling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QString part = u"Some words of a *week* in a paragraf that goes on for a while, with `code` and more "
                             u"of thier [links](https://example.org/a/b), which never end.\n\n"_s;
        m_edit = std::make_unique<MarkdownEdit>();
        m_edit->setLanguageSource([] { return u"en-GB"_s; });
        m_edit->resize(700, 900);
        m_edit->show();
        m_edit->setMarkdown(part.repeated(100'000 / 24));
        m_edit->setCursorOffset(int(part.size()) * 2000 + 4);
        m_edit->ensureCursorVisible();
        QTRY_VERIFY_WITH_TIMEOUT(m_edit->isSettled(), 60'000);
    }
    void cleanupTestCase() { m_edit.reset(); }

    void keys_data()
    {
        QTest::addColumn<bool>("on");
        QTest::newRow("off") << false;
        QTest::newRow("on") << true;
    }
    /// A key until all is painted and looked at.
    void keys()
    {
        QFETCH(bool, on);
        m_edit->spelling().setOn(on);
        QTRY_VERIFY(!on || m_edit->spelling().marks().size() > 10);
        constexpr int count = 300;
        std::vector<double> key;
        std::vector<double> after;
        for (int i = 0; i < count; ++i) {
            const double before = threadTime();
            QTest::sendKeyEvent(QTest::Click, m_edit.get(), i % 6 == 5 ? Qt::Key_Space : Qt::Key_A,
                                i % 6 == 5 ? u' ' : u'a', Qt::NoModifier);
            key.push_back(threadTime() - before);
            for (int turn = 0; turn < 4; ++turn)
                QCoreApplication::processEvents();
            after.push_back(threadTime() - before);
        }
        say("key, before it returns", key);
        say("key, with painting and turns", after);
        while (m_edit->document()->isUndoAvailable())
            m_edit->undo();
    }

    void allThroughTheText()
    {
        m_edit->setMarkdown(
            u"Some words of a *week* in a paragraph that goes on for a while, with `code` and more "
            u"of their [links](https://example.org/a/b), which never end.\n\n"_s.repeated(100'000 / 24));
        QTRY_VERIFY_WITH_TIMEOUT(m_edit->isSettled(), 60'000);
        SpellSearch search(*m_edit);
        const QSignalSpy nothing(&search, &SpellSearch::nothingFound);
        std::vector<double> turns;
        QElapsedTimer whole;
        whole.start();
        search.find(1);
        while (nothing.isEmpty()) {
            const double before = threadTime();
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            turns.push_back(threadTime() - before);
        }
        qInfo("F7 through the whole text: %.0f ms", double(whole.nsecsElapsed()) / 1e6);
        say("one turn", turns);
    }

private:
    static void say(const char *what, std::vector<double> &times)
    {
        std::ranges::sort(times);
        const auto at = [&](double share) { return times[size_t(double(times.size() - 1) * share)]; };
        qInfo("%s: median %.2f, p95 %.2f, longest %.2f ms", what, at(0.5), at(0.95), at(1));
    }

    std::unique_ptr<MarkdownEdit> m_edit;
};

QTEST_MAIN(BenchSpelling)
#include "bench_spelling.moc"
