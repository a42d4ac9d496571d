// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"

#include <QDialog>
#include <QUrl>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Weeknotes {

class AppSettings;
class DayField;

/// Writes the note's page into a folder the person chooses, opens it in a browser, and notes down where it stands in
/// the world. The page is made and written on another thread.
class PublishDialog : public QDialog
{
    Q_OBJECT

public:
    /// `note` as it is saved.
    PublishDialog(Session &session, AppSettings &settings, Note note, QWidget *parent = nullptr);

    void setFolder(const QString &folder);
    [[nodiscard]] QString pagePath() const;

Q_SIGNALS:
    void written(const QString &path);

private:
    void chooseFolder();
    [[nodiscard]] QString slug() const;
    void showPlace();
    void write();
    void openPage();
    /// What is typed, though without "https://"; invalid where it is no address of a page.
    [[nodiscard]] QUrl address() const;
    void markPublished();
    void say(const QString &words, bool problem = false);

    Session &m_session;
    AppSettings &m_settings;
    Note m_note;
    QString m_slug;
    QString m_folder;
    quint64 m_looked = 0; // counts looks for the page: only the newest answer counts
    QLabel *m_place;
    QPushButton *m_write;
    QPushButton *m_open;
    QLineEdit *m_address;
    DayField *m_day;
    QPushButton *m_mark;
    QLabel *m_words;
};

} // namespace Weeknotes
