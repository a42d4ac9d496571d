// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notepane.h"
#include "editor/markdownedit.h"
#include "gui/windowfixture.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace Weeknotes::TestData {

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
