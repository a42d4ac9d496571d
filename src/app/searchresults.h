// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/week.h"
#include "storage/library.h"

#include <QAbstractListModel>

#include <variant>

namespace Weeknotes {

class Shelf;

/// What a search found, best first: the week or note that the words name, then notes that hold them.
class SearchResults : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        DetailRole = Qt::UserRole + 1,
        SnippetRole
    };
    using Target = std::variant<NoteId, Week>;

    explicit SearchResults(QObject *parent = nullptr);

    void setResults(const QString &query, const std::vector<SearchHit> &hits, const Shelf &shelf);
    [[nodiscard]] const Target &target(int row) const { return m_rows[size_t(row)].target; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        Target target;
        QString title;
        QString detail;  ///< its days
        QString snippet; ///< HTML: matches are bold
    };

    std::vector<Row> m_rows;
};

/// The week that `text` names, as "2026-W47", "week 47" or a day; nothing if it is none.
[[nodiscard]] std::optional<Week> weekNamed(const QString &text, const Shelf &shelf);

} // namespace Weeknotes
