// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"
#include "core/renumber.h"
#include "insight/titlehabit.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSpinBox;
class QStandardItemModel;

namespace Weeknotes {

class PatternField;

/// The seasons: names one, sets how its titles are written, and shows what other numbers would make of it. Name and
/// pattern count at once; to renumber is asked for.
class SeasonDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SeasonDialog(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] QListView &seasons() const { return *m_list; }
    [[nodiscard]] QListView &preview() const { return *m_preview; }

Q_SIGNALS:
    void renumberRequested(const Weeknotes::Renumbering &renumbering);

private:
    void layOut();
    [[nodiscard]] QWidget *makePage();
    void addHead(QGridLayout *grid);
    void addNumbers(QGridLayout *grid);
    void load();
    void showSeason();
    void showPattern();
    void findPatterns();
    void offerPatterns();
    void showPreview();
    void take();
    void save();
    void say(const QString &problem);
    [[nodiscard]] std::optional<int> season() const;
    [[nodiscard]] SeasonLook look() const;
    /// The season with its first episode.
    [[nodiscard]] SeasonNumber firstNumber() const;
    [[nodiscard]] Renumbering renumbering() const;

    Session &m_session;
    QStandardItemModel *m_rows;
    QStandardItemModel *m_changes;
    QListView *m_list;
    QLabel *m_none;
    QWidget *m_page;
    QLabel *m_title;
    QLineEdit *m_name;
    PatternField *m_pattern;
    QLabel *m_example;
    QLabel *m_problem;
    QSpinBox *m_season;
    QSpinBox *m_episode;
    QCheckBox *m_titles;
    QListView *m_preview;
    QLabel *m_words;
    QPushButton *m_renumber;
    std::optional<int> m_edited; // the season whose name or pattern is not saved yet
    SeasonLook m_look;           // and what they are
    QTimer m_soon;
    std::vector<TitleSeries> m_series; // of all notes
};

} // namespace Weeknotes
