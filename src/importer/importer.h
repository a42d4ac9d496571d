// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/note.h"
#include "core/week.h"

#include <QDate>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace Weeknotes {

/// Something the archive does not say in so many words, and why we take it to be so.
struct Guess
{
    enum class Reason
    {
        YearFromLinks, ///< of the years named by links (else by the text) this is the one in which most dated titles
                       ///< fall on the week's first (or last) day; facts: how many do, of how many, the years named
        YearFromWords, ///< the same, of the years the texts name
        YearFromNeighbours, ///< a title of the same text has one
        YearFromWeekdays,   ///< the latest year in which they do; facts: how many do, of how many
        YearFromSeasons,    ///< facts: "2=2020", "3=2021" … (season=year), then the day of the week it makes
        YearFromWritingDay, ///< the latest year in which that day is a Friday, or what it is called; facts: the day of
                            ///< the week
        YearFromDates,      ///< the one that lies nearest to the day written or published; facts: that day
        YearFromPerson,     ///< given with the import
        WeekOfDay,          ///< the week that holds the day written or published; facts: that day, its day of the week
        WeekBeforeDay,      ///< the week before it, since it lies early in the week; facts: the same
        FortnightBeforeDay, ///< two weeks up to then, by its own words; facts: the words, that day
        FortnightFromStart, ///< two weeks from the stated day on, by its own words; facts: the words
        WeeksOfNumbers, ///< as many weeks up to the day as it has numbers; facts: how many, that day, its day of the
                        ///< week
        WeekOfNamedDay, ///< the day named as the week's first (or last) is not; facts: that day, its day of the week
        WeekNumber,     ///< a week of the year is named; facts: "2025-W17"
        NamedDays,      ///< days named elsewhere than in the title; facts: the words
        Gap,            ///< it stands between these two in its text; facts: the titles before and after
        FileName,       ///< facts: the file's name
        FolderName,     ///< facts: the folder's name
        TitleWords,     ///< the title says so; facts: the words
        FirstLine,      ///< the first line or heading that could be a title
        NumberInTitle,  ///< a bare number in the title counts notes; facts: the words
        Person,         ///< the person who imports it says so
    };
    QString field; ///< "year", "covers", "kind", "written", "title", "episode": stable, as `import --json` prints it
    QString value; ///< as JSON prints the field: "2019", "2019-08-05/2019-08-25", "longer" …
    Reason why = Reason::FirstLine;
    QStringList facts;

    bool operator==(const Guess &) const = default;
};

/// What a person should know about something that was read only in part, or not at all.
struct Warning
{
    enum class Kind
    {
        NotFound,         ///< no such file or folder; left out
        NotReadable,      ///< the system does not let us read it; facts: its message; left out
        TooLarge,         ///< over the limit; facts: the limit in bytes; left out
        NotText,          ///< binary data; left out
        Empty,            ///< nothing in it; left out
        NotANote,         ///< a README, licence or section page beside the notes; left out
        LinkedFolder,     ///< a link to a folder, inside an imported one; not followed
        NothingFound,     ///< a folder without a text in it
        TooMany,          ///< more files than the limit; facts: the limit; the rest is left out
        DamagedText,      ///< bytes that are no UTF-8 became U+FFFD; facts: how many
        GuessedEncoding,  ///< read as another encoding; facts: its name
        DamagedFields,    ///< front matter that breaks its format's rules and stays in the text; line: where
        UnknownDate,      ///< a date in the front matter that reads as none; facts: key and value
        YearUnknown,      ///< a day without a year, and nothing to tell it by; facts: the day
        PeriodUnknown,    ///< a weeknote, but no telling which days it covers
        ImageMissing,     ///< facts: the addresses in the text; they stay as they are
        ImageOutside,     ///< images outside of the imported folder are not read; facts: the addresses
        ImageTooLarge,    ///< facts: the limits of an image and of a note's images in bytes, then the addresses
        NotAnImage,       ///< their bytes are none we know; facts: the addresses
        HtmlLeftOut,      ///< scripts, styles and frames can't go into a note; facts: the elements' names
        TemplateKept,     ///< a site generator's template stays as text; facts: the first of them
        FurnitureLeftOut, ///< words of the page around the note; facts: the lines, only those that are not plain
                          ///< furniture
        FieldsByLine,     ///< front matter that breaks its format's rules, read line by line; line: where; facts: the
                          ///< lines that are no "key: value", which stand at the end of the text now
        LinkedFile,       ///< a link to a file outside of the imported folder; not followed
        Response,         ///< answers somebody's story on Medium; left out of a folder
        OtherItems,       ///< what an export holds beside posts, left out; facts: "page=10", "comment=3", …
        Broken,           ///< an export that breaks its format's rules at `line`; left out
        NeedsPandoc,      ///< a word processor's document, and no pandoc here to read it; left out
        BreaksOff,        ///< an export that can't be read from `line` on; what stands before was
        NoArticle,        ///< an HTML page without one: a list of posts, an application; left out
        Encrypted,        ///< locked with a password; left out
        Damaged,          ///< a zip file, or what lies in one, that breaks off or is packed in no way we know; left out
        OtherForm,        ///< XML, JSON or the like, and no export that we know, or not of the form asked for; left out
    };
    Kind kind = Kind::NotFound;
    QString subject; ///< the path as given (or found in a given folder)
    int line = 0;    ///< 1-based; 0 where a line means nothing
    QStringList facts;

    bool operator==(const Warning &) const = default;
};

struct ImportedNote
{
    NoteDraft draft;
    std::vector<Guess> guesses;
    std::vector<Warning> warnings;
    QStringList leftOut; ///< the lines of the source that are page furniture, not note ("4 min read", "Follow", …)

    bool operator==(const ImportedNote &) const = default;
};

struct ImportBatch
{
    int read = 0;                    ///< files
    std::vector<ImportedNote> notes; ///< by path, then as they stand in their file
    std::vector<Warning> skipped;
    QString author;        ///< whose account's export it is, where it says so
    QString authorPicture; ///< its address on the web

    bool operator==(const ImportBatch &) const = default;
};

/// How far the reading of an archive is.
struct ReadingProgress
{
    qint64 done = 0; ///< bytes
    qint64 total = 0;
    int notes = 0; ///< found so far
};

struct ImportOptions
{
    enum class From
    {
        Auto,      ///< each file by its content
        Medium,    ///< posts of Medium's account export alone
        WordPress, ///< exports of WordPress alone
        Ghost,     ///< exports of Ghost alone
        Html,      ///< HTML pages alone
        Markdown,  ///< all are Markdown
        Text       ///< all are plain text
    };

    From from = From::Auto;
    std::optional<int> year; ///< of days whose year is not written; from `earliestYear` to `latestYear`
    QDate today;             ///< nothing is dated after it by a guess
    WeekRules rules;
    std::vector<NoteHeader> known; ///< the library's notes: evidence for years
    std::function<bool(const ReadingProgress &)>
        progress; ///< called for each file, and within long ones, in the calling thread; false ends the reading
};

/// Reads files, folders and zip files into drafts: Markdown, plain text, HTML pages, word processors' documents (where
/// pandoc is installed), the posts of Medium's account export, and
/// exports of WordPress and Ghost; a file may hold many notes. Writes nothing and opens no network. The result depends
/// on the files' content and `options` alone, not on the order of `paths`. What can't be read is in `skipped` as long
/// as anything could; otherwise the error is that of the first path: NotFound, NotReadable, TooLarge, NotText,
/// Encrypted, NeedsPandoc, Malformed, or NothingToImport. Safe to call from any thread; takes a few milliseconds a
/// note.
[[nodiscard]] Result<ImportBatch> readArchive(const QStringList &paths, const ImportOptions &options);

/// Of its notes, in their order.
[[nodiscard]] std::vector<NoteDraft> draftsOf(const ImportBatch &batch);

/// The same of a text without a file, which is called `name`: a paste. Errors: NothingToImport.
[[nodiscard]] Result<ImportBatch> readPasted(const QString &text, const QString &name, const ImportOptions &options);

/// Days outside of these years are taken for slips of the pen.
inline constexpr int earliestYear = 1900;
inline constexpr int latestYear = 2200;

/// The most that one text, an export in a zip file, and one image may hold, in bytes.
inline constexpr qint64 maximumTextSize = 32 * 1024 * 1024;
inline constexpr qint64 maximumExportSize = 128 * 1024 * 1024;
inline constexpr qint64 maximumImageSize = 64 * 1024 * 1024;
/// The most that all images of a note may hold, in bytes.
inline constexpr qint64 maximumImagesSize = 256 * 1024 * 1024;

} // namespace Weeknotes
