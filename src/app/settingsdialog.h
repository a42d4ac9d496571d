// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"

#include <QDialog>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QListWidget;
class QScrollArea;
class QStackedWidget;

namespace Weeknotes {

class PatternField;
class PictureField;

/// The settings of the library in their sections, each with what it comes to today beside it. What is entered counts at
/// once; what means nothing is said at its field and not taken. The control of a setting has its key (core/settings.h)
/// for a name.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Session &session, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    /// Brings its section into view; nothing happens where it is not here.
    void showSetting(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Choice
    {
        QString value;
        QString words;
    };
    /// A control, and what is said about it.
    struct Row
    {
        QWidget *control = nullptr;
        QLabel *example = nullptr;
        QLabel *problem = nullptr;
        QScrollArea *section = nullptr;
        std::function<void(const QString &value)> show; ///< in the control; says nothing
    };

    void layOut();
    [[nodiscard]] QBoxLayout *makeEnd();
    void addWeekSection();
    void addWritingSections();
    void addPageSections();
    /// The rows of a new one; `more` says above them what it is about, and may be empty.
    [[nodiscard]] QGridLayout *addSection(const QString &words, const QString &more = {});
    /// `show` puts a value into the control.
    void addRow(QGridLayout *grid, const QString &key, const QString &words, QWidget *control,
                std::function<void(const QString &value)> show);
    /// The last row's control is as wide as it can be, and what it comes to stands below.
    void widenRow(QGridLayout *grid, const QString &key);
    void addChoices(QGridLayout *grid, const QString &key, const QString &words, const std::vector<Choice> &choices);
    void addText(QGridLayout *grid, const QString &key, const QString &words, const QString &placeholder);
    /// Several lines, of which that many are shown at once.
    void addLines(QGridLayout *grid, const QString &key, const QString &words, const QString &placeholder, int shown);
    void addSwitch(QGridLayout *grid, const QString &key, const QString &words);
    void addPattern(QGridLayout *grid, const QString &words);
    void addPicture(QGridLayout *grid, const QString &words);
    void addColour(QGridLayout *grid, const QString &words);
    void addTemplates(QGridLayout *grid, const QString &words);
    /// What of the program's templates the folder takes the place of.
    void showTemplates();
    void findPatterns();
    /// Lets the setting be what was entered, or says that it means nothing.
    void take(const QString &key, const QString &text);
    /// Whether it means something; what does not has no example.
    bool read(LibrarySettings &settings, const QString &key, const QString &text);
    /// The same of what is being typed: soon, and what means nothing yet is not said yet.
    void takeSoon(const QString &key, const QString &text);
    void save();
    void follow();
    void fillIn();
    /// Of these settings; of all where none is named.
    void showExamples(const QStringList &keys = {});
    /// At its field, which comes into view unless that would only take the person away from where they are.
    void sayProblem(const QString &key, const QString &problem, bool reveal = true);

    Session &m_session;
    QListWidget *m_sections;
    QStackedWidget *m_pages;
    LibrarySettings m_settings; ///< as they are here, saved or not
    QHash<QString, Row> m_rows;
    QHash<QString, QString> m_unsaved; ///< by key
    QSet<QString> m_untaken;           ///< whose field holds what means nothing, or nothing yet
    QTimer m_soon;
    int m_saving = 0; ///< answers that are awaited
    PatternField *m_pattern = nullptr;
    PictureField *m_picture = nullptr;
    quint64 m_looks = 0; ///< for templates: only the newest answer counts
};

} // namespace Weeknotes
