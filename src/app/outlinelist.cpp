// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outlinelist.h"

#include "core/searchfold.h"

#include <algorithm>

namespace Weeknotes {

OutlineList::OutlineList(QObject *parent) : QAbstractListModel(parent) {}

void OutlineList::setHeadings(std::vector<Markdown::OutlineEntry> headings)
{
    beginResetModel();
    m_headings = std::move(headings);
    m_highest = m_headings.empty() ? 1 : std::ranges::min(m_headings, {}, &Markdown::OutlineEntry::level).level;
    m_shown.clear();
    for (size_t place = 0; place < m_headings.size(); ++place)
        m_shown.push_back(place);
    endResetModel();
}

void OutlineList::setFilter(const QString &words)
{
    const QString sought = foldForSearch(words);
    beginResetModel();
    m_shown.clear();
    for (size_t place = 0; place < m_headings.size(); ++place) {
        if (sought.isEmpty() || foldForSearch(m_headings[place].text).contains(sought))
            m_shown.push_back(place);
    }
    endResetModel();
}

int OutlineList::rowAt(int offset) const
{
    int row = rowCount() - 1;
    while (row > 0 && heading(row).source.begin > offset)
        --row;
    return row;
}

int OutlineList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant OutlineList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Markdown::OutlineEntry &entry = heading(index.row());
    const QString words = entry.text.isEmpty() ? tr("Empty heading") : entry.text;
    switch (role) {
    case Qt::DisplayRole:
        return words;
    case DepthRole:
        return entry.level - m_highest;
    case Qt::AccessibleTextRole:
        return tr("%1, level %2").arg(words).arg(entry.level);
    default:
        return {};
    }
}

} // namespace Weeknotes
