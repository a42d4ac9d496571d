// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"

#include <QDialog>
#include <QHash>
#include <QSet>
#include <QTimer>

class QGridLayout;
class QLabel;
class QScrollArea;

namespace Weeknotes {

class PatternField;

/// The settings of the library, each with what it comes to today beside it. What is entered counts at once; what means
/// nothing is said at its field and not taken. The control of a setting has its key (core/settings.h) for a name.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Session &session, QWidget *parent = nullptr);
    ~SettingsDialog() override;

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
    };

    void layOut();
    void addSections(QGridLayout *grid);
    /// `more` says below it what it is about; may be empty.
    void addHeading(QGridLayout *grid, const QString &words, const QString &more = {});
    void addRow(QGridLayout *grid, const QString &key, const QString &words, QWidget *control);
    void addChoices(QGridLayout *grid, const QString &key, const QString &words, const std::vector<Choice> &choices);
    void addText(QGridLayout *grid, const QString &key, const QString &words, const QString &placeholder);
    void addSwitch(QGridLayout *grid, const QString &key, const QString &words);
    void addPattern(QGridLayout *grid, const QString &words);
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
    /// At its field, which comes into view.
    void sayProblem(const QString &key, const QString &problem);

    Session &m_session;
    QScrollArea *m_area = nullptr;
    LibrarySettings m_settings; ///< as they are here, saved or not
    QHash<QString, Row> m_rows;
    QHash<QString, QString> m_unsaved; ///< by key
    QSet<QString> m_untaken;           ///< whose field holds what means nothing, or nothing yet
    QTimer m_soon;
    int m_saving = 0; ///< answers that are awaited
    PatternField *m_pattern = nullptr;
};

} // namespace Weeknotes
