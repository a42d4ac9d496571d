// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storylinelist.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Weeknotes {

StorylineList::StorylineList(QObject *parent) : QAbstractListModel(parent) {}

void StorylineList::setStorylines(const std::vector<Row> &pinned, const std::vector<Row> &proposed)
{
    std::vector<Row> rows;
    const auto add = [&rows](const QString &heading, const std::vector<Row> &group) {
        if (group.empty())
            return;
        rows.push_back({heading, {}, {}, true});
        std::ranges::copy(group, std::back_inserter(rows));
    };
    add(tr("Pinned"), pinned);
    add(tr("What comes back"), proposed);
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int StorylineList::rowOf(const QString &text) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&text](const Row &row) { return !row.isHeading && row.text.compare(text, Qt::CaseInsensitive) == 0; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int StorylineList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant StorylineList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case DetailRole:
        return row.detail;
    case PresenceRole:
        return QVariant::fromValue(row.presence);
    case Qt::AccessibleTextRole:
        return row.isHeading ? row.text : QStringList{row.text, row.detail}.join(u", "_s);
    default:
        return {};
    }
}

Qt::ItemFlags StorylineList::flags(const QModelIndex &index) const
{
    const bool isHeading = index.isValid() && m_rows[size_t(index.row())].isHeading;
    return isHeading ? Qt::NoItemFlags : QAbstractListModel::flags(index);
}

} // namespace Weeknotes
