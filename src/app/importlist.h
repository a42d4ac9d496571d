// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numberhabit.h"
#include "core/settings.h"
#include "importer/importer.h"
#include "insight/pausehints.h"
#include "notebook/importnotes.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace Weeknotes {

/// What an archive holds, as the person looks it over before it comes in: pauses that are proposed, notes, and what was
/// left out. Rows that are checked are wanted.
class ImportList : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        DaysRole = Qt::UserRole + 1,
        NumberRole,
        FateRole,   ///< what will become of it, or did: "new", "an update" …
        DetailRole, ///< kind, status, and the guess that is most in doubt
        DoubtRole,  ///< whether that wants a look
        SortRole,   ///< by `order`
        PartsRole,  ///< those of `Part` that it belongs to
    };
    /// What a person may want to see alone.
    enum class Part
    {
        All,
        ToLookAt, ///< much in doubt, or read with a loss
        Changes,  ///< here already, and other there
        LeftOut
    };
    enum class Order
    {
        Doubt, ///< what is to be looked at first
        Newest,
        Title,
        AsRead
    };

    ImportList(QDate today, QObject *parent);

    /// `foreseen` is of the batch's notes, in their order.
    void set(ImportBatch batch, ImportOutcome foreseen, std::vector<PauseHint> pauses, const LibrarySettings &settings);
    /// What became of the notes that `wantedNotes` told of; nothing can be chosen any more.
    void setOutcome(const ImportOutcome &outcome);
    void setOrder(Order order);

    [[nodiscard]] const ImportBatch &batch() const { return m_batch; }
    [[nodiscard]] int count(Part part) const;
    /// Null for a row that is no note.
    [[nodiscard]] const ImportedNote *note(const QModelIndex &index) const;
    [[nodiscard]] ImportedDraft::Fate fate(const QModelIndex &index) const;
    /// Of a note that is here already.
    [[nodiscard]] NoteId counterpart(const QModelIndex &index) const;
    [[nodiscard]] bool overwrites(const QModelIndex &index) const;
    /// Of one that changed on both sides: whether theirs comes in its place.
    void setOverwrites(const QModelIndex &index, bool overwrites);
    /// The rows of all notes that were guessed in the same way, that one included.
    [[nodiscard]] QModelIndexList alike(const QModelIndex &index) const;
    [[nodiscard]] QModelIndexList notes() const;
    void correct(const QModelIndexList &rows, const std::function<void(ImportedNote &note)> &correction);

    /// Indexes of the batch's notes that are to come in.
    [[nodiscard]] std::vector<size_t> wantedNotes() const;
    [[nodiscard]] ImportOrder order() const;
    [[nodiscard]] std::vector<PauseHint> wantedPauses() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void wantedChanged();

private:
    enum class Kind
    {
        Pause,
        Note,
        LeftOut
    };
    /// Of the row, and its place among those of its kind.
    [[nodiscard]] std::pair<Kind, size_t> place(int row) const;
    [[nodiscard]] QVariant ofNote(size_t index, int role) const;
    [[nodiscard]] QString detailOf(const ImportedNote &note) const;
    [[nodiscard]] QString sortKey(int row) const;
    void makeSortKeys();
    [[nodiscard]] bool isIn(int row, Part part) const;
    [[nodiscard]] bool mayChoose(int row) const;

    QDate m_today;
    ImportBatch m_batch;
    ImportOutcome m_foreseen;
    std::vector<PauseHint> m_pauses;
    NumberHabit m_numbers;
    std::vector<bool> m_wanted; ///< pauses and notes
    std::set<size_t> m_overwriting;
    Order m_order = Order::Doubt;
    std::vector<QString> m_sortKeys; ///< of the rows
    bool m_done = false;
};

} // namespace Weeknotes
