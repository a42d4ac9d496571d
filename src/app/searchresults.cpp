// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/searchresults.h"

#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QString textOf(const QString &html)
{
    return QTextDocumentFragment::fromHtml(html).toPlainText();
}

} // namespace

void SearchResults::setGroups(const std::vector<SearchGroup> &groups)
{
    beginResetModel();
    m_lines.clear();
    m_count = 0;
    for (const SearchGroup &group : groups) {
        if (!group.rows.empty() && !group.name.isEmpty())
            m_lines.push_back({.group = group.name, .isHeading = true});
        for (const SearchRow &row : group.rows) {
            m_lines.push_back({.group = &row == &group.rows.front() ? group.name : QString(), .row = row});
            ++m_count;
        }
    }
    endResetModel();
}

int SearchResults::next(int row, int step) const
{
    if (m_count == 0)
        return -1;
    const int lines = rowCount();
    if (row < 0 && step < 0)
        row = 0;
    do {
        row = (row + step + lines) % lines;
    } while (m_lines[size_t(row)].isHeading);
    return row;
}

int SearchResults::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant SearchResults::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[group, isHeading, row] = m_lines[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return isHeading ? group : textOf(row.title);
    case Qt::AccessibleTextRole: {
        QStringList words{group};
        if (!isHeading)
            words << textOf(row.title) << row.aside << row.detail << row.offer;
        words.removeAll(QString());
        return words.join(", "_L1);
    }
    case IsHeadingRole:
        return isHeading;
    case TitleRole:
        return row.title;
    case AsideRole:
        return row.aside;
    case DetailRole:
        return row.detail;
    case SnippetRole:
        return row.snippet;
    case OfferRole:
        return row.offer;
    default:
        return {};
    }
}

Qt::ItemFlags SearchResults::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (m_lines[size_t(index.row())].isHeading)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace Weeknotes
