// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notepane.h"
#include "editor/markdownedit.h"
#include "gui/windowfixture.h"

#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <memory>

namespace Weeknotes::TestData {

/// Work in the background begins when it goes: else some is done before the next line, and some is not.
class HeldPool
{
public:
    HeldPool()
    {
        m_pool.setMaxThreadCount(1);
        m_pool.start([go = m_go] { go->acquire(); });
    }
    ~HeldPool()
    {
        m_go->release();
        m_pool.setMaxThreadCount(m_threads);
    }
    Q_DISABLE_COPY_MOVE(HeldPool)

private:
    QThreadPool &m_pool = *QThreadPool::globalInstance();
    int m_threads = m_pool.maxThreadCount();
    std::shared_ptr<QSemaphore> m_go = std::make_shared<QSemaphore>();
};

/// A test in the real window, which begins with a note of this week, written and saved.
class WritingTest : public QObject
{
protected:
    void begin()
    {
        m_desk = std::make_unique<Desk>();
        m_desk->open();
        const QSignalSpy shown(&session(), &Session::weekShown);
        QTRY_VERIFY(!shown.isEmpty());
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        session().startNote(session().week());
        QTRY_VERIFY(session().draft());
        write(QStringLiteral("One good week."));
        QTRY_VERIFY(session().shelf().note(session().draft()->noteId()));
    }
    void end()
    {
        m_desk->close();
        m_desk.reset();
    }

    [[nodiscard]] MainWindow &window() { return m_desk->window(); }
    [[nodiscard]] Session &session() { return m_desk->session(); }
    [[nodiscard]] MarkdownEdit &editor() { return window().notePane().editor(); }
    [[nodiscard]] bool isSaved()
    {
        return session().draft() && session().draft()->state() == DraftSession::State::Saved;
    }
    /// In place of all that is there.
    void write(const QString &text)
    {
        editor().setFocus();
        editor().selectAll();
        QTest::keyClicks(&editor(), text);
        QTRY_VERIFY(isSaved());
    }
    /// The visible button with these words in any window.
    [[nodiscard]] QPushButton *button(const QString &words)
    {
        for (auto *each : window().findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text().remove(u'&') == words)
                return each;
        }
        return nullptr;
    }

    std::unique_ptr<Desk> m_desk;
};

} // namespace Weeknotes::TestData
