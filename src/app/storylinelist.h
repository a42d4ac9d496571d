// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QDate>

#include <vector>

namespace Weeknotes {

/// The storylines that are pinned, below them those that are proposed; headings in between.
class StorylineList : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        DetailRole = Qt::UserRole + 1, ///< "12 weeks · Oct 2019 – Nov 2026"
        PresenceRole                   ///< as that of SectionList; of a pinned one
    };

    struct Row
    {
        QString text;
        QString detail;
        QList<qreal> presence;
        bool isHeading = false;

        bool operator==(const Row &) const = default;
    };

    explicit StorylineList(QObject *parent = nullptr);

    void setStorylines(const std::vector<Row> &pinned, const std::vector<Row> &proposed);
    /// -1 where it is not in the list.
    [[nodiscard]] int rowOf(const QString &text) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<Row> m_rows;
};

} // namespace Weeknotes
