// SPDX-License-Identifier: GPL-3.0-or-later
// Looking back in the real window: how it opens, what leaves it, and that the timeline stays beside it.
#include "app/emptystate.h"
#include "app/firstrun.h"
#include "app/lookback.h"
#include "app/lookbackpage.h"
#include "app/notepane.h"
#include "app/previewpane.h"
#include "app/searchgroups.h"
#include "app/timelinepane.h"
#include "gui/writingtest.h"
#include "timeline/timelineview.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QTabBar>
#include <QToolButton>

using namespace Weeknotes;
using namespace Weeknotes::TestData;
using namespace Qt::StringLiterals;

namespace {

/// A page that counts.
class FirstPage : public LookBackPage
{
    Q_OBJECT

public:
    using LookBackPage::LookBackPage;
    [[nodiscard]] QString name() const override { return u"First"_s; }
    void refresh() override { ++refreshed; }

    int refreshed = 0;
};

class SecondPage : public FirstPage
{
    Q_OBJECT

public:
    using FirstPage::FirstPage;
    [[nodiscard]] QString name() const override { return u"Second"_s; }
};

} // namespace

class LookBackTest : public WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aKeyOpensAndEscapeLeaves()
    {
        QVERIFY(!window().lookBack());
        QTest::keyClick(&editor(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(window().lookBack());
        QVERIFY(window().lookBack()->isVisible());
        QVERIFY(!window().notePane().isVisible());
        QVERIFY(!window().previewPane().isVisible());
        QVERIFY(window().timelinePane().isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!window().lookBack()->isVisible());
        QVERIFY(window().previewPane().isVisible());
        QTRY_VERIFY(editor().hasFocus());
    }

    void aButtonBelowTheTimelineOpensIt()
    {
        for (auto *button : window().timelinePane().findChildren<QToolButton *>()) {
            if (button->defaultAction() == window().actions().lookBack)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(window().lookBack());
        QVERIFY(window().lookBack()->isVisible());
    }

    void aNoteOfTheTimelineLeavesIt()
    {
        window().actions().lookBack->trigger();
        QVERIFY(window().lookBack()->isVisible());
        Q_EMIT window().timelinePane().list().noteActivated(session().draft()->noteId()); // the one that is open
        QTRY_VERIFY(!window().lookBack()->isVisible());
        QVERIFY(window().notePane().isVisible());
    }

    void focusOnTheTextLeavesItAndItLeavesFocus()
    {
        window().actions().lookBack->trigger();
        window().actions().focus->trigger();
        QVERIFY(!window().lookBack()->isVisible());
        window().actions().lookBack->trigger();
        QVERIFY(!window().actions().focus->isChecked());
        QVERIFY(window().timelinePane().isVisible());
    }

    void eachPageIsACommand()
    {
        const WindowActions &actions = window().actions();
        for (int tab = 0; const auto &[words, action] : {std::pair(u"sect"_s, actions.sections),
                                                         {u"storylines"_s, actions.storylines},
                                                         {u"season review"_s, actions.seasonReview},
                                                         {u"statistics"_s, actions.statistics}}) {
            const SearchGroup found = SearchGroups::commands(words, *actions.menu(&window()));
            QVERIFY(std::ranges::contains(found.rows, SearchTarget(QPointer(action)), &SearchRow::target));
            action->trigger();
            QVERIFY(window().lookBack()->isVisible());
            QCOMPARE(window().lookBack()->tabs().currentIndex(), tab++);
        }
        const SearchGroup all = SearchGroups::commands(u"look back"_s, *actions.menu(&window()));
        QCOMPARE(all.rows.size(), 5);
        QCOMPARE(all.rows.front().target, SearchTarget(QPointer(actions.lookBack)));
    }

    void anEmptyLibrarySaysWhatWillBeThere()
    {
        m_desk->close();
        m_desk = std::make_unique<Desk>();
        m_desk->open();
        QTRY_VERIFY(session().isOpen());
        QVERIFY(window().actions().lookBack->isEnabled());
        window().actions().lookBack->trigger();
        QVERIFY(window().lookBack()->isVisible());
        for (int tab = 0; tab < window().lookBack()->tabs().count(); ++tab) {
            window().lookBack()->tabs().setCurrentIndex(tab);
            const auto *nothing = window().lookBack()->page()->findChild<EmptyState *>();
            QTRY_VERIFY(nothing && nothing->isVisible() && !nothing->findChild<QLabel *>()->text().isEmpty());
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!window().lookBack()->isVisible()); // the three doors again
    }

    void anotherLibraryLeavesIt()
    {
        window().actions().lookBack->trigger();
        bool isBlank = false;
        connect(&session(), &Session::opening, &window(),
                [&] { isBlank = !window().findChild<FirstRun *>()->isVisible() && !window().lookBack()->isVisible(); });
        session().open(m_desk->path(u"another"_s));
        QTRY_VERIFY(session().isOpen());
        QVERIFY(isBlank);
    }

    void whatConcernsTheTextRestsMeanwhile()
    {
        window().actions().lookBack->trigger();
        QVERIFY(!window().actions().find->isEnabled());
        QVERIFY(!window().actions().publish->isEnabled());
        window().actions().lookBack->trigger();
        QVERIFY(window().actions().find->isEnabled());
    }

    void pagesAreRefreshedWhenTheyAreSeen()
    {
        auto *back = new LookBack(session(), m_desk->settings(), &window());
        auto *first = new FirstPage(back);
        auto *second = new SecondPage(back);
        back->addPage(first);
        back->addPage(second);
        QCOMPARE(first->refreshed, 0);
        back->show();
        QCOMPARE(first->refreshed, 1);
        QCOMPARE(second->refreshed, 0);
        back->tabs().setCurrentIndex(1);
        QCOMPARE(second->refreshed, 1);
        back->tabs().setCurrentIndex(0);
        QCOMPARE(first->refreshed, 1); // nothing has changed
        Q_EMIT session().shelfChanged();
        QTRY_COMPARE(first->refreshed, 2);
        QCOMPARE(second->refreshed, 1);
    }

    void thePageIsRemembered()
    {
        const auto opened = [this] {
            auto *back = new LookBack(session(), m_desk->settings(), &window());
            back->addPage(new FirstPage(back));
            back->addPage(new SecondPage(back));
            back->show();
            return back;
        };
        LookBack *before = opened();
        QCOMPARE(before->page()->name(), u"First"_s);
        before->tabs().setCurrentIndex(1);
        QCOMPARE(opened()->page()->name(), u"Second"_s);
    }

    void aNoteOfAPageIsShown()
    {
        window().actions().lookBack->trigger();
        auto *page = new FirstPage(window().lookBack());
        window().lookBack()->addPage(page);
        Q_EMIT page->noteActivated(session().draft()->noteId());
        QTRY_VERIFY(!window().lookBack()->isVisible());
    }
};

QTEST_MAIN(LookBackTest)
#include "tst_lookback.moc"
