// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/library.h"

#include <QAbstractListModel>

namespace Weeknotes {

/// The notes in the bin as a list: their titles, and until when each can come back.
class BinList : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        DetailRole = Qt::UserRole + 1
    };

    explicit BinList(QObject *parent = nullptr);

    /// The one that went there last first; days read as on `today`.
    void setNotes(std::vector<BinnedNote> notes, QDate today);
    [[nodiscard]] const BinnedNote &note(int row) const { return m_notes[size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<BinnedNote> m_notes;
    QDate m_today;
};

} // namespace Weeknotes
