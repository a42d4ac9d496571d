// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/lookingback.h"
#include "core/week.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <map>
#include <optional>
#include <vector>

namespace Weeknotes {

/// Where a library's backups go and how many of them stay; see storage/backuprotation.h.
struct BackupRules
{
    QString folder; ///< absolute; empty: `backups` in the library
    int daily = 7;
    int weekly = 4;
    int monthly = 12;

    bool operator==(const BackupRules &) const = default;
};

/// How the person counts their runs; see core/run.h.
struct RunRules
{
    bool shown = true;           ///< or nothing is said of runs at all
    bool lateCounts = true;      ///< a note that was written after the days of grace counts all the same
    bool fortnightCounts = true; ///< a note for several weeks counts for each of them, else for one

    bool operator==(const RunRules &) const = default;
};

/// A filter of the timeline under a name; see NoteFilter::fromText.
struct NamedView
{
    QString name;
    QString filter;

    bool operator==(const NamedView &) const = default;
};

/// What a writer says of one season.
struct SeasonLook
{
    QString name;    ///< "The big move"; empty: it has its number alone
    QString pattern; ///< of its titles, see TitlePattern; empty: as the library's

    [[nodiscard]] bool isEmpty() const { return name.isEmpty() && pattern.isEmpty(); }
    bool operator==(const SeasonLook &) const = default;
};

/// By the season's number; of a season that has nothing to say there is none.
using SeasonLooks = std::map<int, SeasonLook>;

/// How all pages look beside their notes, and what a site says around them.
struct PageSettings
{
    QString colour;       ///< "#1a8917": of marks and links back; empty: ours
    QByteArray picture;   ///< of the author: a small JPEG or PNG, square (see publisher/portrait.h); empty: initials
    QString footer;       ///< Markdown, below each page
    bool dropCap = false; ///< the first letter of a text is a large one
    QString templates;    ///< the folder, absolute, whose templates take the place of ours; empty: none
    QString siteTitle;    ///< empty: the author's name
    QString siteDescription;
    QString siteAbout; ///< Markdown

    bool operator==(const PageSettings &) const = default;
};

/// The settings that belong to a library and travel with it; `weeknotes config` lists them.
struct LibrarySettings
{
    QString author;
    QString language;     ///< BCP 47; empty: the system's
    QUrl baseUrl;         ///< where exported pages will stand; empty: unknown
    QString titlePattern; ///< of new notes, see TitlePattern; empty: the title is left to the writer
    WeekRules week;
    Qt::DayOfWeek graceUntil = Qt::Thursday; ///< through this day the app opens on last week, if that is unwritten
    RunRules run;
    std::vector<NamedView> views; ///< by name
    BackupRules backups;
    std::vector<SectionRename> sectionRenames; ///< in the order they were made
    std::vector<NotHere> notHere;              ///< findings of the last look that are to be left alone
    QStringList storylines;                    ///< followed through the weeks, the newest first
    QString markdownCopy; ///< the folder, absolute, that a copy of all notes is kept in; empty: none
    SeasonLooks seasons;
    PageSettings page;

    /// The pattern of titles in that season; empty where there is none.
    [[nodiscard]] QString titlePatternOf(std::optional<int> season) const;

    bool operator==(const LibrarySettings &) const = default;
};

/// The keys of `config`, sorted: "author", "backup-daily", "backup-folder", "backup-monthly", "backup-weekly",
/// "base-url", "grace-until", "language", "markdown-copy", "not-here", "page-colour", "page-drop-cap",
/// "page-footer", "page-picture", "page-templates", "run-fortnight", "run-late", "run-shown", "section-renames",
/// "site-about", "site-description", "site-title", "storylines", "title-pattern", "views", "week-naming",
/// "week-numbering", "week-start"; and for what `settings` says of a season, in their order, "season-5-name" and
/// "season-5-pattern", which any season may have.
[[nodiscard]] QStringList settingKeys(const LibrarySettings &settings = {});
/// The value as `config KEY` prints it and storage keeps it. Errors: NotFound (no such key; `detail` lists the keys).
[[nodiscard]] Result<QString> settingValue(const LibrarySettings &settings, const QString &key);
/// Sets it from text; an empty value sets the default. Errors: NotFound, BadValue (`detail` lists what is accepted).
[[nodiscard]] Result<void> setSetting(LibrarySettings &settings, const QString &key, const QString &value);

} // namespace Weeknotes
