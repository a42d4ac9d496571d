// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"

#include <QDialog>

#include <array>
#include <functional>

class QLabel;
class QListView;
class QPushButton;
class QSpinBox;

namespace Weeknotes {

class BackupList;

/// The backups of the library: makes one, restores one, and says where they go and how many of them stay.
class BackupsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit BackupsDialog(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] QListView &list() const { return *m_list; }
    /// Where backups go from now on; empty: the usual place, in the library.
    void setFolder(const QString &folder);

private:
    void layOut();
    [[nodiscard]] QLayout *settingsRows();
    void connectControls();
    void load();
    void show(const Result<std::vector<Backup>> &backups, const QString &library);
    void showControls();
    void showRules();
    /// Here and in the library, whatever else was changed there.
    void changeRules(const std::function<void(BackupRules &rules)> &change);
    void chooseFolder();
    void openFolder();
    [[nodiscard]] QString folder() const;
    void backUp();
    void askToRestore();
    void restore(const Backup &backup);
    void sayRestored(const Backup &backup, const Restored &restored);
    void say(const QString &words, bool problem = false);

    Session &m_session;
    BackupRules m_rules;
    QString m_library; // its id, as far as it can be read
    BackupList *m_backups;
    QListView *m_list;
    QLabel *m_words;
    QLabel *m_place;
    QPushButton *m_openFolder;
    QPushButton *m_change;
    QPushButton *m_usual;
    std::array<QSpinBox *, 3> m_numbers; // of days, weeks and months
    QPushButton *m_backUp;
    QPushButton *m_restore;
    bool m_busy = false;
    int m_saving = 0; // settings that the library has not answered
};

} // namespace Weeknotes
