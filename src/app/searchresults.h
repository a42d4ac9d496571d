// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "core/week.h"

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>

#include <optional>
#include <variant>
#include <vector>

namespace Weeknotes {

/// Where a result of the search leads.
struct FoundNote
{
    NoteId id;
    QString query = {};              ///< to its first match in the text; empty: to where the note was left
    std::optional<int> section = {}; ///< to this heading instead, see HeadingHit
    bool operator==(const FoundNote &) const = default;
};
struct FoundWeek
{
    Week week;
    bool toWrite = false; ///< its note is to be begun
    bool operator==(const FoundWeek &) const = default;
};
/// Other words to search for.
struct NarrowerSearch
{
    QString words;
    bool operator==(const NarrowerSearch &) const = default;
};
using SearchTarget = std::variant<FoundNote, FoundWeek, NarrowerSearch, QPointer<QAction>>;

struct SearchRow
{
    SearchTarget target;
    QString title;   ///< HTML: matches are bold
    QString aside;   ///< behind it, in the second ink
    QString detail;  ///< at the other end: its days, its keys
    QString snippet; ///< in a second line, if there is one; HTML as well
    QString offer;   ///< what choosing it does, where that is more than going there
};
struct SearchGroup
{
    QString name;
    std::vector<SearchRow> rows;
};

/// What a search found, best first, in groups below headings that can't be chosen.
class SearchResults : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        IsHeadingRole = Qt::UserRole + 1,
        TitleRole, ///< HTML
        AsideRole,
        DetailRole,
        SnippetRole,
        OfferRole
    };

    using QAbstractListModel::QAbstractListModel;

    /// Groups without rows are left out; one without a name stands without a heading.
    void setGroups(const std::vector<SearchGroup> &groups);
    [[nodiscard]] const SearchTarget &target(int row) const { return m_lines[size_t(row)].row.target; }
    /// How many rows can be chosen.
    [[nodiscard]] int count() const { return m_count; }
    /// The row to choose `step` (1, -1) from `row`, from -1 and past the last the first one; -1 if there is none.
    [[nodiscard]] int next(int row, int step) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line
    {
        QString group; ///< its heading, and the first row below it, bear the name
        bool isHeading = false;
        SearchRow row = {NarrowerSearch{}, {}, {}, {}, {}, {}};
    };

    std::vector<Line> m_lines;
    int m_count = 0;
};

} // namespace Weeknotes
