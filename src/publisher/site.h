// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "core/timeline.h"
#include "insight/sectionlines.h"
#include "publisher/page.h"

#include <functional>

namespace Weeknotes {

/// What a site needs to know of a note's text beside its page. Kept from one export to the next, so that only notes
/// that changed are read again.
struct SiteFacts
{
    struct Section
    {
        SectionMention mention;
        QString anchor; ///< of its heading on the page; empty where it has none
        QString beginning;
    };

    QString beginning; ///< of the text
    QList<Section> sections;
    QStringList references; ///< what its links to other notes name, without "week:"
    QDate nextRelease;      ///< these two: see Markdown::Document
    int hiddenPassages = 0;
};

/// Of a text, and of what readers may see of it.
[[nodiscard]] SiteFacts siteFactsOf(const Markdown::Document &whole, const Markdown::Document &readable,
                                    const QString &title, QDate today);

struct SiteNote
{
    NoteHeader header;
    QString slug;
    SiteFacts facts;
};

/// A page of a site that is no note's: a list of notes, mostly.
struct SiteList
{
    QString file; ///< its place in the site: "season/5/index.html"
    QString form; ///< the name of its template
    PageHead head;
    SiteFrame frame;
    QByteArray inputs; ///< another one wherever the page would be
    std::function<QVariantHash()> values;
};

/// The pages around a site's notes. A value; any thread.
class Site
{
public:
    /// `notes` newest first, without their facts; those without a day come last. `pauses` and `today` are for the weeks
    /// without a note.
    Site(LibrarySettings settings, std::vector<SiteNote> notes, const std::vector<Pause> &pauses, QDate today);

    [[nodiscard]] const std::vector<SiteNote> &notes() const { return m_notes; }
    /// What is known of a note by its text; lists() go by it.
    void setFacts(size_t note, SiteFacts facts) { m_notes[note].facts = std::move(facts); }
    [[nodiscard]] const LibrarySettings &settings() const { return m_settings; }
    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &language() const { return m_language; }
    /// What pages call a note.
    [[nodiscard]] QString titleOf(const SiteNote &note) const;
    /// What stands around the pages that are `depth` folders below the front page.
    [[nodiscard]] SiteFrame frame(int depth) const;
    /// The address of a file, "season/5/index.html"; empty where the site's is unknown.
    [[nodiscard]] QUrl address(const QString &file) const;
    /// Where a tag's page lies from a note's.
    [[nodiscard]] const QHash<QString, QString> &tagPages() const { return m_tagPages; }

    /// All of them: front page, archive, seasons, years, tags, sections, about, 404. Their values are had of this site.
    [[nodiscard]] std::vector<SiteList> lists() const;

private:
    struct Row
    {
        const SiteNote *note = nullptr;
        QString anchor = {};
        QString summary = {};
    };
    struct Shelf
    {
        QString path; ///< "season/5"
        QString kicker;
        QString title;
        QString detail;
        std::vector<Row> rows = {};
    };
    struct Year
    {
        int year = 0;
        std::vector<TimelineWeek::State> weeks = {};
        int noted = 0;
        bool hasNotes = false; ///< without a week
    };

    [[nodiscard]] std::vector<Shelf> seasons() const;
    [[nodiscard]] std::vector<Shelf> years() const;
    [[nodiscard]] Shelf undated() const;
    [[nodiscard]] std::vector<Shelf> tags() const;
    [[nodiscard]] std::vector<Shelf> sections() const;
    void readWeeks(const std::vector<NoteHeader> &headers, const std::vector<Pause> &pauses, QDate today);
    [[nodiscard]] SiteList front() const;
    [[nodiscard]] SiteList archive(const std::vector<Shelf> &seasons, const Shelf &undated,
                                   const std::vector<Shelf> &tags, const std::vector<Shelf> &sections) const;
    [[nodiscard]] std::vector<SiteList> pagesOf(const std::vector<Shelf> &shelves, bool inOrder) const;
    [[nodiscard]] SiteList about() const;
    [[nodiscard]] SiteList missing() const;
    [[nodiscard]] SiteList list(const QString &file, const QString &form, const QString &title) const;

    [[nodiscard]] QVariantHash rowValues(const Row &row, const QString &root) const;
    [[nodiscard]] QVariantList rowsValues(const std::vector<Row> &rows, const QString &root) const;
    [[nodiscard]] QVariantList yearValues(const QString &root) const;
    [[nodiscard]] QByteArray rowsDigest(const std::vector<Row> &rows) const;
    [[nodiscard]] QByteArray yearsDigest() const;
    [[nodiscard]] std::vector<Row> newest(size_t from, size_t count) const;

    LibrarySettings m_settings;
    std::vector<SiteNote> m_notes;
    QString m_title;
    QString m_language;
    QHash<NoteId, QVariantHash> m_rows;  ///< what rows say of a note, but for its place
    QHash<NoteId, QByteArray> m_digests; ///< of those
    QHash<QString, QString> m_tagPages;
    std::vector<Year> m_years; ///< the newest first
};

} // namespace Weeknotes
