// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/library.h"

#include <QAbstractListModel>

namespace Weeknotes {

/// The versions of a note as a list: when, and why it was kept.
class VersionList : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        DetailRole = Qt::UserRole + 1
    };

    explicit VersionList(QObject *parent = nullptr);

    /// Newest first; moments read as on `today`.
    void setVersions(std::vector<Version> versions, QDate today);
    [[nodiscard]] const Version &version(int row) const { return m_versions[size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<Version> m_versions;
    QDate m_today;
};

/// "Today 14:03", "Tue 17 Nov 09:12", "3 Mar 2025 17:40".
[[nodiscard]] QString momentText(const QDateTime &moment, QDate today);

} // namespace Weeknotes
