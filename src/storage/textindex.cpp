// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/textindex.h"

#include "core/searchfold.h"
#include "storage/excerpt.h"
#include "storage/rows.h"
#include "storage/searchquery.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <ranges>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// Grows with each change of what goes into the index: another SearchWords, another order of columns.
constexpr int version = 1;
constexpr int indexedAtOnce = 100;
constexpr int mostTitles = 200;
constexpr int mostTexts = 400;
constexpr int mostWaiting = 1000;
constexpr int mostWithHeadings = 2000;
/// So often a word counts in one text.
constexpr size_t mostHits = 5;

const auto tagsOfNote = u"(SELECT group_concat(name, char(10) ORDER BY position) FROM tags WHERE note = n.pk)"_s;
const auto waitingNotes = u"SELECT note FROM search_rows WHERE digest IS NULL"_s;
/// The day a note stands at, as a column has it.
const auto dayOfNote = u"coalesce(n.covers_to, substr(n.published, 1, 10), n.written, substr(n.created, 1, 10))"_s;

/// The keys of notes as json_each() reads them.
QString keysOf(const auto &ofNotes)
{
    QStringList keys;
    for (const auto &each : ofNotes)
        keys << QString::number(each.note);
    return u"[%1]"_s.arg(keys.join(u','));
}

} // namespace

/// What the index has of a note.
struct TextIndex::Entry
{
    qint64 note = 0;
    QString title;
    QString subtitle;
    QString tags;
    QString plain;
    QByteArray digest;   ///< of what it had when it was written; null if it waits
    bool hasRow = false; ///< in the tables beside the index

    static const QString columns;
    static const QString tables;
    static QString select() { return u"SELECT "_s + columns + tables; }
    static Entry fromRow(const QSqlQuery &row)
    {
        return {.note = row.value(0).toLongLong(),
                .title = row.value(1).toString(),
                .subtitle = row.value(2).toString(),
                .tags = row.value(3).toString(),
                .plain = row.value(4).toString(),
                .digest = row.value(5).toByteArray(),
                .hasRow = row.value(6).toBool()};
    }
    [[nodiscard]] QByteArray newDigest() const
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(QByteArray::number(version));
        for (const QString &part : {title, subtitle, tags, plain}) {
            hash.addData(QByteArrayView("\0", 1));
            hash.addData(part.toUtf8());
        }
        return hash.result();
    }
};

const QString TextIndex::Entry::columns =
    u"n.pk, n.title, n.subtitle, "_s + tagsOfNote + u", t.plain, r.digest, r.note IS NOT NULL AND t.note IS NOT NULL"_s;
const QString TextIndex::Entry::tables =
    u" FROM notes n LEFT JOIN search_texts t ON t.note = n.pk LEFT JOIN search_rows r ON r.note = n.pk"_s;

/// A note that may be shown.
struct TextIndex::Candidate
{
    qint64 note = 0;
    QString subtitle;
    QString tags;
    QString day; ///< it stands at
    QString plain;
    SearchHit hit;

    static QString select()
    {
        return u"SELECT n.pk, n.id, n.title, n.subtitle, "_s + tagsOfNote + u", n.covers_from, n.covers_to, "_s +
               dayOfNote + u" FROM "_s;
    }
    static Candidate fromRow(const QSqlQuery &row)
    {
        return {.note = row.value(0).toLongLong(),
                .subtitle = row.value(3).toString(),
                .tags = row.value(4).toString(),
                .day = row.value(7).toString(),
                .plain = {},
                .hit = {.id = Rows::id<NoteId>(row, 1),
                        .title = row.value(2).toString(),
                        .covers = Rows::period(row, 5, 6),
                        .snippet = {},
                        .matches = {},
                        .rank = 0}};
    }

    /// Whether all that is wanted is there, each term as a whole in a field, and nothing else.
    [[nodiscard]] bool holds(const SearchQuery &query) const
    {
        QSet<int> terms;
        for (const QString &field : {hit.title, subtitle, tags, plain}) {
            if (query.excludes(field))
                return false;
            for (const SearchQuery::Hit &found : query.hits(field))
                terms << found.term;
        }
        return terms.size() == query.termCount();
    }

    /// From 1 to 10: the mean of what the place of each term is worth.
    void rankByFields(const SearchQuery &query)
    {
        std::vector<double> best(size_t(query.termCount()), 1.0);
        const auto look = [&](const QString &field, double whole, double beginning) {
            for (const SearchQuery::Hit &found : query.hits(field)) {
                double &worth = best[size_t(found.term)];
                worth = std::max(worth, found.isWhole ? whole : beginning);
            }
        };
        look(hit.title, 10, 7);
        look(subtitle, 4, 3);
        look(tags, 4, 3);
        hit.rank = std::reduce(best.begin(), best.end()) / double(best.size());
    }

    /// A little for how often the text has the terms.
    void readText(const SearchQuery &query)
    {
        auto found = query.hits(plain, mostHits);
        hit.rank += 0.1 * double(std::min(found.size(), mostHits));
        Excerpt excerpt = excerptOf(plain, std::move(found));
        hit.snippet = std::move(excerpt.text);
        hit.matches = std::move(excerpt.matches);
    }

    [[nodiscard]] bool isBetterThan(const Candidate &other) const
    {
        if (hit.rank != other.hit.rank)
            return hit.rank > other.hit.rank;
        return day != other.day ? day > other.day : note > other.note;
    }
};

/// A heading that may be shown.
struct TextIndex::Heading
{
    qint64 note = 0;
    int rank = 0; ///< the greater the better
    QString day;  ///< its note stands at
    HeadingHit hit;

    /// What there is to compare; all that a driver reads of a row takes it time.
    static Heading fromRow(const QSqlQuery &row)
    {
        Heading heading{.note = row.value(0).toLongLong(), .day = {}, .hit = {}};
        heading.hit.section = row.value(1).toInt();
        heading.hit.heading = row.value(2).toString();
        return heading;
    }

    void takeNote(const Candidate &candidate)
    {
        day = candidate.day;
        hit.note = candidate.hit.id;
        hit.title = candidate.hit.title;
        hit.covers = candidate.hit.covers;
    }

    /// Rank and matches; false if a term is missing.
    [[nodiscard]] bool read(const SearchQuery &query, const QString &folded)
    {
        auto found = query.hits(hit.heading);
        if (found.empty())
            return false;
        QSet<int> terms;
        for (const SearchQuery::Hit &match : found)
            terms << match.term;
        if (terms.size() != query.termCount())
            return false;
        if (foldForSearch(hit.heading) == folded)
            rank = 2;
        else if (std::ranges::all_of(found, &SearchQuery::Hit::isWhole))
            rank = 1;
        Excerpt line = excerptOf(hit.heading, std::move(found));
        hit.heading = std::move(line.text);
        hit.matches = std::move(line.matches);
        return true;
    }

    [[nodiscard]] bool isBetterThan(const Heading &other) const
    {
        if (rank != other.rank)
            return rank > other.rank;
        return day != other.day ? day > other.day : hit.section < other.hit.section;
    }
};

Result<void> TextIndex::put(qint64 note, const QString &plain)
{
    return m_database
        .change(u"INSERT INTO search_texts (note, plain) VALUES (?, ?) "
                "ON CONFLICT (note) DO UPDATE SET plain = excluded.plain WHERE plain IS NOT excluded.plain"_s,
                {note, plain})
        .and_then([&](int) { return touch(note); });
}

Result<void> TextIndex::touch(qint64 note)
{
    return m_database
        .change(u"INSERT INTO search_rows (note) VALUES (?) "
                "ON CONFLICT (note) DO UPDATE SET digest = NULL WHERE digest IS NOT NULL"_s,
                {note})
        .and_then([&](int) { return indexWaiting(note, indexedAtOnce); })
        .transform([](int) {});
}

Result<void> TextIndex::remove(qint64 note)
{
    return m_database.change(u"DELETE FROM note_search WHERE rowid = ?"_s, {note})
        .and_then([&](int) { return m_database.change(u"DELETE FROM title_search WHERE rowid = ?"_s, {note}); })
        .transform([](int) {});
}

/// Takes up to `most` of the notes that wait into the index; how many it were.
Result<int> TextIndex::indexWaiting(qint64 except, int most)
{
    const auto entries =
        m_database.rows(Entry::select() + u" WHERE n.pk IN ("_s + waitingNotes + u" AND note <> ? LIMIT ?)"_s,
                        {except, most}, Entry::fromRow);
    if (!entries)
        return std::unexpected(entries.error());
    for (const Entry &entry : *entries) {
        if (auto done = write(entry); !done)
            return std::unexpected(done.error());
    }
    return int(entries->size());
}

Result<void> TextIndex::write(const Entry &entry)
{
    const QString title = foldForSearch(entry.title);
    return m_database
        .change(
            u"INSERT OR REPLACE INTO note_search (rowid, title, subtitle, tags, body) VALUES (?, ?, ?, ?, ?)"_s,
            {entry.note, title, foldForSearch(entry.subtitle), foldForSearch(entry.tags), foldForSearch(entry.plain)})
        .and_then([&](int) {
            return m_database.change(u"INSERT OR REPLACE INTO title_search (rowid, title) VALUES (?, ?)"_s,
                                     {entry.note, title});
        })
        .and_then([&](int) {
            return m_database.change(u"UPDATE search_rows SET digest = ? WHERE note = ?"_s,
                                     {entry.newDigest(), entry.note});
        })
        .transform([](int) {});
}

Result<bool> TextIndex::isCurrent()
{
    return m_database
        .first(u"SELECT version, (SELECT count(*) FROM search_rows WHERE digest IS NULL) FROM search_state"_s, {},
               [](const QSqlQuery &row) { return row.value(0).toInt() == version && row.value(1).toInt() <= 1; })
        .transform([](std::optional<bool> current) { return current.value_or(false); });
}

Result<bool> TextIndex::renew()
{
    const auto isOurs = m_database.first(u"SELECT 1 FROM search_state WHERE version = ?"_s, {version},
                                         [](const QSqlQuery &) { return true; });
    if (!isOurs)
        return std::unexpected(isOurs.error());
    const auto anew = {u"INSERT INTO note_search (note_search) VALUES ('delete-all')"_s,
                       u"INSERT INTO title_search (title_search) VALUES ('delete-all')"_s,
                       u"UPDATE search_rows SET digest = NULL WHERE digest IS NOT NULL"_s,
                       u"UPDATE search_state SET version = %1"_s.arg(version)};
    for (const QString &statement : anew) {
        if (*isOurs)
            break;
        if (auto done = m_database.change(statement); !done)
            return std::unexpected(done.error());
    }
    return indexWaiting(0, indexedAtOnce).transform([](int count) { return count < indexedAtOnce; });
}

Result<std::vector<SearchHit>> TextIndex::search(const QString &typed, int limit)
{
    const SearchQuery query(typed);
    if (query.isEmpty() || limit <= 0)
        return {};
    auto found = candidates(query, limit);
    if (!found)
        return std::unexpected(found.error());
    for (Candidate &candidate : *found)
        candidate.rankByFields(query);
    std::ranges::sort(*found, &Candidate::isBetterThan);
    found->resize(std::min(found->size(), size_t(limit)));
    if (auto read = addTexts(*found); !read)
        return std::unexpected(read.error());
    for (Candidate &candidate : *found)
        candidate.readText(query);
    std::ranges::sort(*found, &Candidate::isBetterThan);
    std::vector<SearchHit> hits;
    hits.reserve(found->size());
    for (Candidate &candidate : *found)
        hits.push_back(std::move(candidate.hit));
    return hits;
}

/// Those that wait are compared here; the index may have an older form of them.
Result<std::vector<TextIndex::Candidate>> TextIndex::waitingCandidates(const SearchQuery &query)
{
    auto found = m_database.rows(Candidate::select() + u"notes n WHERE n.deleted IS NULL AND n.pk IN ("_s +
                                     waitingNotes + u" ORDER BY note DESC LIMIT ?)"_s,
                                 {mostWaiting}, Candidate::fromRow);
    if (!found)
        return found;
    if (auto read = addTexts(*found); !read)
        return std::unexpected(read.error());
    std::erase_if(*found, [&](const Candidate &candidate) { return !candidate.holds(query); });
    return found;
}

Result<std::vector<TextIndex::Candidate>> TextIndex::candidates(const SearchQuery &query, int limit)
{
    auto found = waitingCandidates(query);
    if (!found)
        return found;
    QSet<qint64> seen;
    for (const Candidate &candidate : *found)
        seen << candidate.note;
    // CROSS JOIN keeps SQLite to this order: rows come as FTS5 reads them, and it reads no more than are wanted.
    const QString unwanted = query.toUnwantedMatch();
    for (const auto &[index, most] :
         {std::pair(u"title_search"_s, mostTitles), std::pair(u"note_search"_s, mostTexts)}) {
        QString sql = Candidate::select() +
                      u"%1 s CROSS JOIN notes n ON n.pk = s.rowid "
                      "WHERE %1 MATCH ? AND n.deleted IS NULL AND n.pk NOT IN (%2) "_s.arg(index, waitingNotes);
        QVariantList values{query.toMatch()};
        if (!unwanted.isEmpty()) {
            sql += u"AND s.rowid NOT IN (SELECT rowid FROM note_search WHERE note_search MATCH ?) "_s;
            values << unwanted;
        }
        values << std::max(most, limit);
        auto more = m_database.rows(sql + u"ORDER BY s.rowid DESC LIMIT ?"_s, values, Candidate::fromRow);
        if (!more)
            return more;
        for (Candidate &candidate : *more) {
            if (!seen.contains(candidate.note))
                found->push_back(std::move(candidate));
        }
        for (const Candidate &candidate : *found)
            seen << candidate.note;
    }
    return found;
}

Result<std::vector<HeadingHit>> TextIndex::headings(const QString &typed, int limit)
{
    const SearchQuery query(typed);
    if (query.isEmpty() || limit <= 0)
        return {};
    auto waiting = waitingCandidates(query);
    if (!waiting)
        return std::unexpected(waiting.error());
    // The words of a heading are in its note's text, and of what very many notes hold the newest are read.
    QString noteMatch = u"body : (%1)"_s.arg(query.toMatch());
    if (const QString unwanted = query.toUnwantedMatch(); !unwanted.isEmpty())
        noteMatch = u"(%1) NOT (%2)"_s.arg(noteMatch, unwanted);
    const QString sql =
        u"SELECT n.pk, x.position, x.heading FROM (SELECT value AS pk FROM json_each(?) UNION ALL SELECT * FROM "
        "(SELECT rowid FROM note_search WHERE note_search MATCH ? AND rowid NOT IN (%1) ORDER BY rowid DESC LIMIT ?)) "
        "s "
        "CROSS JOIN notes n ON n.pk = s.pk CROSS JOIN sections x ON x.note = n.pk "
        "WHERE x.level > 0 AND n.deleted IS NULL"_s.arg(waitingNotes);
    auto found = m_database.rows(sql, {keysOf(*waiting), noteMatch, mostWithHeadings}, Heading::fromRow);
    if (!found)
        return std::unexpected(found.error());
    const QString folded = foldForSearch(typed);
    std::erase_if(*found, [&](Heading &heading) { return !heading.read(query, folded); });
    if (auto read = addNotes(*found); !read)
        return std::unexpected(read.error());
    std::ranges::sort(*found, &Heading::isBetterThan);
    found->resize(std::min(found->size(), size_t(limit)));
    std::vector<HeadingHit> hits;
    hits.reserve(found->size());
    for (Heading &heading : *found)
        hits.push_back(std::move(heading.hit));
    return hits;
}

Result<void> TextIndex::addNotes(std::vector<Heading> &headings)
{
    std::unordered_map<qint64, Candidate> notes;
    return m_database
        .rows(Candidate::select() + u"notes n WHERE n.pk IN (SELECT value FROM json_each(?))"_s, {keysOf(headings)},
              [&](const QSqlQuery &row) {
                  Candidate note = Candidate::fromRow(row);
                  return notes.emplace(note.note, std::move(note)).second;
              })
        .transform([&](const std::vector<bool> &) {
            for (Heading &heading : headings)
                heading.takeNote(notes.at(heading.note));
        });
}

Result<void> TextIndex::addTexts(std::vector<Candidate> &candidates)
{
    std::unordered_map<qint64, Candidate *> candidateOf;
    for (Candidate &candidate : candidates)
        candidateOf[candidate.note] = &candidate;
    return m_database
        .rows(u"SELECT note, plain FROM search_texts WHERE note IN (SELECT value FROM json_each(?))"_s,
              {keysOf(candidates)},
              [&](const QSqlQuery &row) {
                  candidateOf.at(row.value(0).toLongLong())->plain = row.value(1).toString();
                  return true;
              })
        .transform([](const std::vector<bool> &) {});
}

Result<std::vector<Finding>> TextIndex::check()
{
    const auto toFinding = [](const QSqlQuery &row) {
        const Entry entry = Entry::fromRow(row);
        const bool isIndexed = entry.digest == entry.newDigest() && row.value(7).toBool();
        const bool waits = entry.digest.isNull();
        return entry.hasRow && (waits || isIndexed)
                   ? Finding{}
                   : Finding{.kind = Finding::Kind::Search, .subject = entry.title, .detail = row.value(8).toString()};
    };
    auto findings = m_database.rows(
        u"SELECT "_s + Entry::columns +
            u", n.pk IN (SELECT rowid FROM note_search) AND n.pk IN (SELECT rowid FROM title_search), n.id"_s +
            Entry::tables,
        {}, toFinding);
    if (!findings)
        return findings;
    std::erase(*findings, Finding{});
    const auto strays = m_database.rows(
        u"SELECT rowid FROM note_search WHERE rowid NOT IN (SELECT pk FROM notes) "
        "UNION SELECT rowid FROM title_search WHERE rowid NOT IN (SELECT pk FROM notes)"_s,
        {}, [](const QSqlQuery &) {
            return Finding{.kind = Finding::Kind::Reference, .subject = u"note_search"_s, .detail = u"→ notes"_s};
        });
    if (!strays)
        return strays;
    findings->insert(findings->end(), strays->begin(), strays->end());
    return findings;
}

} // namespace Weeknotes
