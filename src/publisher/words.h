// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/cards.h"

#include <QDate>
#include <QString>

namespace Weeknotes {

/// The words that a page adds to those of its writer, in the note's language. "%1" stands for what the name says.
struct PageWords
{
    QString minutesToRead; ///< "4 min read"
    QString untitled;
    QString notes;      ///< above the footnotes
    QString note;       ///< "Note 1", of a reference, for screen readers
    QString backToText; ///< "Back to note 1 in the text"
    QString table;      ///< "Table 1", for screen readers
    QString code;       ///< "Code", for screen readers
    Markdown::CardWords cards;
    QString lostImage;        ///< in place of one without a description
    QString firstPublishedAt; ///< "First published at example.org"
    QString tags;
    QString otherNotes; ///< of the links to the notes before and after, for screen readers
    QString previous;
    QString next;
    // Of a site.
    QString site; ///< of the links at the top, for screen readers
    QString archive;
    QString about;
    QString feed;
    QString newest;
    QString timeline;
    QString earlier;
    QString allNotes;
    QString goOn;
    QString otherLists; ///< of the links to the season or year before and after, for screen readers
    QString seasons;
    QString season; ///< "Season 5"
    QString years;
    QString undated; ///< of notes of which no day is known
    QString sections;
    QString section;
    QString tag;
    QString weeksNoted; ///< "2025: 48 of 52 weeks", for screen readers
    QString missing;
    QString missingHint;
    QString moved;
    QString contents; ///< of a book
};

/// The words for a BCP 47 tag; English where we have none.
[[nodiscard]] const PageWords &pageWords(const QString &language);

/// `language` as HTML wants it: its language, script and region if they exist; empty where it makes no sense.
[[nodiscard]] QString languageTag(const QString &language);

/// The day as pages show it in that language, with the month's short name and no weekday: "Mar 5, 2021", "5 mars 2021".
[[nodiscard]] QString pageDate(QDate day, const QString &language);

} // namespace Weeknotes
