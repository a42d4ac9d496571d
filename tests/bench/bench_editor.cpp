// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/formhabits.h"
#include "editor/linehabits.h"
#include "editor/markdownedit.h"
#include "editor/tablehabits.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTextBlock>

#include <algorithm>
#include <ctime>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// How long a key takes in a text of 100,000 words.
class BenchEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QString part = u"Some words of a *week* in a paragraph that goes on for a while, with more of them.\n\n"
                             "1. one thing\n2. another thing\n   - below it\n3. a third\n\n"
                             "| day | hours |\n| - | - |\n| Monday | 5 |\n\n"_s;
        m_edit = std::make_unique<MarkdownEdit>();
        m_edit->resize(700, 500);
        m_edit->setSmartMarks(true);
        m_edit->show();
        m_edit->setMarkdown(part.repeated(100'000 / 30));
        const QString text = m_edit->markdown();
        m_middle = int(text.indexOf(u"Some"_s, text.size() / 2));
        m_list = int(text.indexOf(u"one thing"_s, m_middle));
        m_table = int(text.indexOf(u"Monday"_s, m_middle));
    }
    void cleanupTestCase() { m_edit.reset(); }

    /// CPU until the first screen stands, and of the longest turn of the event loop until the whole does.
    void opening_data()
    {
        QTest::addColumn<bool>("longestTurn");
        QTest::newRow("first screen") << false;
        QTest::newRow("longest turn") << true;
    }
    void opening()
    {
        QFETCH(const bool, longestTurn);
        const QString text = m_edit->markdown();
        const auto turn = [](const auto &work) {
            const std::clock_t begin = std::clock();
            work();
            return 1000.0 * double(std::clock() - begin) / CLOCKS_PER_SEC;
        };
        const double first = turn([&] {
            m_edit->setMarkdown(text);
            m_edit->grab();
        });
        double longest = 0;
        for (QElapsedTimer since = started(); since.elapsed() < 3000;)
            longest = std::max(longest, turn([] { QCoreApplication::processEvents(); }));
        QTest::setBenchmarkResult(longestTurn ? longest : first, QTest::WalltimeMilliseconds);
    }

    void letter() { press(m_middle + 4, Qt::Key_A); }
    void quote() { press(m_middle + 5, Qt::Key_QuoteDbl); }
    void returnInAList() { press(m_list + 3, Qt::Key_Return); }
    void tabInAList() { press(m_list + 13, Qt::Key_Tab); }
    void tabInATable() { press(m_table, Qt::Key_Tab); }
    void alignTable()
    {
        change(m_table, [](QTextCursor &cursor) { WritingHabits::alignTable(cursor); });
    }
    void moveItem()
    {
        change(m_list, [](QTextCursor &cursor) { WritingHabits::moveLines(cursor, false); });
    }
    void heading()
    {
        change(m_middle, [](QTextCursor &cursor) { WritingHabits::setHeading(cursor, 2); });
    }

private:
    static QElapsedTimer started()
    {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }
    void press(int at, Qt::Key key)
    {
        QBENCHMARK
        {
            m_edit->setCursorOffset(at);
            QTest::keyClick(m_edit.get(), key);
            undoAll();
        }
    }
    template <typename Habit> void change(int at, const Habit &habit)
    {
        QBENCHMARK
        {
            m_edit->setCursorOffset(at);
            m_edit->edit(habit);
            undoAll();
        }
    }
    void undoAll()
    {
        while (m_edit->document()->isUndoAvailable())
            m_edit->undo();
    }

    std::unique_ptr<MarkdownEdit> m_edit;
    int m_middle = 0;
    int m_list = 0;
    int m_table = 0;
};

QTEST_MAIN(BenchEditor)
#include "bench_editor.moc"
