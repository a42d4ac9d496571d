// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/outline.h"

#include <QAbstractListModel>

namespace Weeknotes {

/// The headings of a note as a list, or those of them that hold some words.
class OutlineList : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        DepthRole = Qt::UserRole + 1 ///< 0 for the highest level that the note has
    };

    explicit OutlineList(QObject *parent = nullptr);

    /// Shows all of them.
    void setHeadings(std::vector<Markdown::OutlineEntry> headings);
    /// Shows those that hold `words`, whatever their case and accents; all without words.
    void setFilter(const QString &words);
    /// Whether there are any, shown or not.
    [[nodiscard]] bool hasHeadings() const { return !m_headings.empty(); }

    [[nodiscard]] const Markdown::OutlineEntry &heading(int row) const { return m_headings[m_shown[size_t(row)]]; }
    /// The row of the heading that `offset` into the text stands under; the first where it stands under none that is
    /// shown; -1 without rows.
    [[nodiscard]] int rowAt(int offset) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<Markdown::OutlineEntry> m_headings;
    std::vector<size_t> m_shown; // their places in m_headings
    int m_highest = 1;           // level
};

} // namespace Weeknotes
