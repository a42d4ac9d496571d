// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace Weeknotes {

class LinkCheck;
class WebTask;

/// The head of a last look: its title, the button that checks links, and how far what asks the network is, which the
/// same button stops.
class WebBar : public QWidget
{
    Q_OBJECT

public:
    /// `tasks` are all that may be under way, `links` among them; they must outlive it. It takes `title` over.
    WebBar(QLabel *title, LinkCheck &links, const QList<WebTask *> &tasks, QWidget *parent);

    /// Puts `button` at the end of the title's line.
    void addButton(QWidget *button);
    [[nodiscard]] QPushButton *button() const { return m_button; } ///< that asks the web

private:
    void show(const WebTask &task);

    LinkCheck &m_links;
    QList<WebTask *> m_tasks;
    QHBoxLayout *m_line;
    QPushButton *m_button;
    QLabel *m_words;
};

} // namespace Weeknotes
