// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"

#include <QDialog>

class QLabel;
class QListView;
class QPushButton;

namespace Weeknotes {

class BinList;

/// The notes in the bin: puts one back, or lets all go for good.
class BinDialog : public QDialog
{
    Q_OBJECT

public:
    explicit BinDialog(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] QListView &list() const { return *m_list; }

private:
    void layOut();
    void load();
    void show(const Result<std::vector<BinnedNote>> &notes);
    void showControls();
    void putBack();
    void askToEmpty();
    void empty();
    void say(const QString &words, bool problem = false);

    Session &m_session;
    BinList *m_notes;
    QListView *m_list;
    QLabel *m_words;
    QPushButton *m_putBack;
    QPushButton *m_empty;
};

} // namespace Weeknotes
