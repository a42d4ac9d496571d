// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace Weeknotes {

class SearchField;
struct WindowActions;

/// The bar at the top. It shows actions; it has none of its own. What has no room in a narrow window goes, least
/// needed first; all of it is in the menu too.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    TopBar(const WindowActions &actions, QMenu *menu, QWidget *parent = nullptr);

    /// "Week 47" and "16 – 22 November 2026".
    void showWeek(const QString &name, const QString &days);
    [[nodiscard]] SearchField &search() const { return *m_search; }
    [[nodiscard]] const QMenu &menu() const;
    void openMenu();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QToolButton *addButton(QAction *action, const QString &role = {});

    /// As much of them as there is room for.
    void elideDays();

    QString m_daysText;
    QToolButton *m_previous;
    QLabel *m_week;
    QLabel *m_days;
    QToolButton *m_next;
    QToolButton *m_thisWeek;
    SearchField *m_search;
    QToolButton *m_focus;
    QToolButton *m_publish;
    QToolButton *m_menu;
};

} // namespace Weeknotes
