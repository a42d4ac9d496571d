// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/lastlook.h"

#include <QAbstractListModel>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace Weeknotes {

/// The one of `findings` that `finding` became after an edit; null where it is gone. Points into them.
[[nodiscard]] const LookFinding *nearestLike(const LookFinding &finding, const std::vector<LookFinding> &findings);

/// The findings of a last look, each as a sentence and its place, in the order of the text; last, what is only to know
/// of the whole note.
class LastLookModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        PlaceRole = Qt::UserRole + 1 ///< "Line 12", "The note", "Line 3 · only to know"
    };

    explicit LastLookModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    /// `text` is what they were found in.
    void setFindings(std::vector<LookFinding> findings, const QString &text);
    [[nodiscard]] const LookFinding &finding(int row) const { return m_findings[size_t(row)]; }
    /// The row of that one, or of one like it, wherever it stands now; -1 where there is none.
    [[nodiscard]] int rowOf(const LookFinding &finding) const;

    [[nodiscard]] int count(LookRule rule) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString place(int row) const;

    std::vector<LookFinding> m_findings;
    std::vector<int> m_lines; ///< from 1
};

/// The last look as a list, and what can be done about the finding that is chosen. It changes nothing itself.
class LastLookList : public QWidget
{
    Q_OBJECT

public:
    explicit LastLookList(QWidget *parent = nullptr);

    /// The choice stays on what was chosen. `text` is what they were found in; those that were left alone stand behind
    /// a button.
    void setFindings(const std::vector<LookFinding> &findings, const QString &text,
                     const std::vector<LookFinding> &leftAlone = {});
    [[nodiscard]] bool showsLeftAlone() const;
    /// Whether the text may be changed, so that fixes are offered.
    void setWritable(bool writable);
    /// Whether a click on a finding leads to what it speaks of; else it only chooses the finding, and a button leads
    /// there.
    void setGoesOnClick(bool goes);
    /// Chooses that one.
    void choose(const LookFinding &finding);
    /// Whole rows in view at most, of a line and its place each; it takes all the room there is without it.
    void setMostRows(int rows);

    bool eventFilter(QObject *watched, QEvent *event) override;

    // For tests.
    [[nodiscard]] QListView &list() const { return *m_list; }
    [[nodiscard]] LastLookModel &model() const { return *m_model; }

Q_SIGNALS:
    /// The person wants to see what it speaks of.
    void goTo(const Weeknotes::LookFinding &finding);
    void fixWanted(const Weeknotes::LookFinding &finding);
    /// The pictures that the note shows from the web are to come in, all of them.
    void allPicturesWanted();
    /// It is as it should be.
    void notHereWanted(const Weeknotes::LookFinding &finding);
    /// The list is of those that were left alone, or of the others again.
    void turned();
    /// It was left alone, and is to be looked at after all.
    void hereWanted(const Weeknotes::LookFinding &finding);

private:
    [[nodiscard]] const LookFinding *chosen() const;
    void showFindings();
    void showChoice();
    void fitRows();

    std::vector<LookFinding> m_findings;
    std::vector<LookFinding> m_leftAlone;
    QString m_text;
    LastLookModel *m_model;
    QListView *m_list;
    QLabel *m_nothing;
    QPushButton *m_fix;
    QPushButton *m_all;
    QPushButton *m_notHere;
    QPushButton *m_here;
    QPushButton *m_go;
    QPushButton *m_left; ///< whether it shows those that were left alone
    int m_mostRows = 0;  ///< 0: any number
    bool m_writable = true;
    bool m_goesOnClick = true;
};

} // namespace Weeknotes
