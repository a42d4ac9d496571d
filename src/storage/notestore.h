// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "storage/database.h"
#include "storage/engine.h"
#include "storage/library.h"

#include <functional>

namespace Weeknotes {

/// Notes with their texts, sections, tags and text index. Whoever calls what writes holds a Transaction.
class NoteStore
{
public:
    NoteStore(Database &database, Engine &engine) : m_database(database), m_engine(engine) {}

    /// A note's key in the tables, the revision its last import made, and when it went to the bin.
    struct Row
    {
        qint64 pk = 0;
        qint64 sourceRevision = 0;
        std::optional<QDateTime> deleted;
        NoteHeader header;
    };

    /// In no order, without those in the bin.
    [[nodiscard]] Result<std::vector<NoteHeader>> all();
    /// Hands `count` of them, those with the next keys after `after`, to `visit` with their texts, one at a time; the
    /// last one's key, 0 if there are no more.
    [[nodiscard]] Result<qint64> some(qint64 after, int count, const std::function<void(const Note &)> &visit);
    /// What can be read of a damaged database, in the bin or not, in no order. Cost: a query a key.
    [[nodiscard]] std::vector<Row> readable();
    /// Those in the bin, the one that went there last first.
    [[nodiscard]] Result<std::vector<BinnedNote>> bin();
    /// In the bin or not. Errors: NotFound.
    [[nodiscard]] Result<Row> row(const NoteId &id);
    [[nodiscard]] Result<std::optional<Row>> rowBySource(const QString &kind, const QString &key);
    /// See Library::notesByContent.
    [[nodiscard]] Result<std::vector<Row>> rowsByContent(const QString &kind, const QByteArray &hash,
                                                         const QString &title);
    [[nodiscard]] Result<QString> markdown(qint64 pk);
    /// When a note was written, or put into the bin, last; to within a day, since texts in several time zones compare.
    [[nodiscard]] Result<std::optional<QDateTime>> lastChange();

    /// Writes `header` as a new row; its key.
    [[nodiscard]] Result<qint64> add(const NoteHeader &header, const StoredText &text);
    /// Writes fields, text and measure over the row if it still has `baseRevision`; from the bin it comes back.
    /// Errors: NotFound, Conflict.
    [[nodiscard]] Result<Row> save(const NoteId &id, qint64 baseRevision, const NoteFields &fields,
                                   const StoredText &text, const QDateTime &now);
    /// Writes `fields` alone over a row as it is. Errors: BadValue.
    [[nodiscard]] Result<void> saveFields(const Row &row, const NoteFields &fields, const QDateTime &now);
    /// The row's present revision came from `source`.
    [[nodiscard]] Result<void> setSource(qint64 pk, const Provenance &source);
    /// Its source is this one now, whatever revision came from it.
    [[nodiscard]] Result<void> followSource(qint64 pk, const Provenance &source);
    /// Into the bin, or out of it without a moment.
    [[nodiscard]] Result<void> setDeleted(qint64 pk, const std::optional<QDateTime> &moment);
    /// For good.
    [[nodiscard]] Result<void> erase(qint64 pk);
    /// Day findings.
    [[nodiscard]] Result<std::vector<Finding>> check();

private:
    [[nodiscard]] Result<std::vector<Row>> rows(const QString &where, const QVariantList &values = {});
    [[nodiscard]] Result<std::optional<Row>> firstRow(const QString &where, const QVariantList &values);
    [[nodiscard]] Result<QStringList> tagsOf(qint64 pk);
    [[nodiscard]] qint64 lastKey();
    [[nodiscard]] Result<int> update(const NoteId &id, qint64 baseRevision, const NoteFields &fields,
                                     const QDateTime &now);
    [[nodiscard]] Result<void> writeText(qint64 pk, const NoteFields &fields, const StoredText &text);
    [[nodiscard]] Result<void> writeTags(qint64 pk, const QStringList &tags);
    [[nodiscard]] Result<void> writeSections(qint64 pk, const std::vector<Section> &sections);

    Database &m_database;
    Engine &m_engine;
};

} // namespace Weeknotes
