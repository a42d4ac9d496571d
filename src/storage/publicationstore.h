// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "storage/publication.h"

#include <unordered_map>

namespace Weeknotes {

/// By which a text is known again: its SHA-256, in hex.
[[nodiscard]] QString contentHash(const QString &markdown);

/// Where notes stand. Whoever calls what writes holds a Transaction.
class PublicationStore
{
public:
    explicit PublicationStore(Database &database) : m_database(database) {}

    /// Of the note with that key, whose text is `markdown` now; the last first.
    [[nodiscard]] Result<std::vector<Publication>> all(qint64 note, const QString &markdown);
    /// NoteHeader::changedSince of the notes that `where` leaves of the table notes, by their keys. Reads no texts but
    /// those that an older program saved.
    [[nodiscard]] Result<std::unordered_map<qint64, QDate>> changed(const QString &where, const QVariantList &values);
    /// `markdown` went out there.
    [[nodiscard]] Result<void> record(qint64 note, const QUrl &address, const QDateTime &moment,
                                      const QString &markdown);
    /// Errors: NotFound.
    [[nodiscard]] Result<void> remove(qint64 note, const QUrl &address);

private:
    Database &m_database;
};

} // namespace Weeknotes
