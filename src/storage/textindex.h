// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "storage/engine.h"

namespace Weeknotes {

class SearchQuery;

/// The text index of a library in SQLite: FTS5 over folded words, without the texts, which stand in a table of their
/// own. Whoever types saves the same note again and again, and indexing it takes longer than saving it; so the note
/// that was written last waits until another one is written, and `search` reads those few that wait.
/// Whoever calls what writes holds a Transaction.
class TextIndex
{
public:
    explicit TextIndex(Database &database) : m_database(database) {}

    /// Keeps the text of a note, whose other fields have been written, and lets it wait for the index.
    [[nodiscard]] Result<void> put(qint64 note, const QString &plain);
    /// Lets a note wait for the index anew whose other fields changed, and whose text did not.
    [[nodiscard]] Result<void> touch(qint64 note);
    [[nodiscard]] Result<void> remove(qint64 note);

    /// Whether this program made all of it, and nothing waits since an upgrade.
    [[nodiscard]] Result<bool> isCurrent();
    /// Does a part of what is missing for that; whether nothing is left.
    [[nodiscard]] Result<bool> renew();

    /// See Library::search. Of what many notes hold it ranks the newest in the library, those with it in the title
    /// first, so that the time it takes is bounded.
    [[nodiscard]] Result<std::vector<SearchHit>> search(const QString &typed, int limit);
    /// See Library::headings.
    [[nodiscard]] Result<std::vector<HeadingHit>> headings(const QString &typed, int limit);
    /// Search findings, and Reference ones of the index.
    [[nodiscard]] Result<std::vector<Finding>> check();

private:
    struct Entry;
    struct Candidate;
    struct Heading;
    [[nodiscard]] Result<int> indexWaiting(qint64 except, int most);
    [[nodiscard]] Result<void> write(const Entry &entry);
    [[nodiscard]] Result<std::vector<Candidate>> waitingCandidates(const SearchQuery &query);
    [[nodiscard]] Result<std::vector<Candidate>> candidates(const SearchQuery &query, int limit);
    [[nodiscard]] Result<void> addNotes(std::vector<Heading> &headings);
    [[nodiscard]] Result<void> addTexts(std::vector<Candidate> &candidates);

    Database &m_database;
};

} // namespace Weeknotes
