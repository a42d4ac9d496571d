// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace Weeknotes {

class MarkdownCopy;
class Session;

/// Chooses the folder of the Markdown copy, and says how the copy stands.
class CopyDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive it.
    CopyDialog(Session &session, MarkdownCopy &copy, QWidget *parent = nullptr);

    /// Keeps the copy there from now on; none where it is empty.
    void setFolder(const QString &folder);

private:
    void layOut();
    void chooseFolder();
    void keepIn(const QString &clean);
    void showState();
    void say(const QString &words, bool problem = false);

    Session &m_session;
    MarkdownCopy &m_copy;
    QLabel *m_place;
    QLabel *m_words;
    QPushButton *m_choose;
    QPushButton *m_stop;
};

} // namespace Weeknotes
