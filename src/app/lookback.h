// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QStackedWidget;
class QTabBar;

namespace Weeknotes {

class AppSettings;
class LookBackPage;
class Session;

/// Ways to look back over the weeks, a tab each, in the place of text and preview. A page is refreshed when it comes
/// into view and the library has changed since it last was; which one that is, the computer remembers. UI thread only.
class LookBack : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    LookBack(Session &session, AppSettings &settings, QWidget *parent = nullptr);

    /// Takes `page` over and gives it the last tab.
    void addPage(LookBackPage *page);
    /// The page in view; null before there is any.
    [[nodiscard]] LookBackPage *page() const;
    [[nodiscard]] QTabBar &tabs() const { return *m_tabs; }

Q_SIGNALS:
    void noteActivated(const Weeknotes::NoteId &id);
    /// The person has seen enough: Escape, where no field has words to let go of.
    void left();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showTab(int tab);
    void forget();
    void refreshShown();

    AppSettings &m_settings;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    std::vector<bool> m_stale; // by tab
    QTimer m_soon;
};

} // namespace Weeknotes
