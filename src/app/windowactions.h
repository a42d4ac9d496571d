// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QWidget;

namespace Weeknotes {

/// Everything that can be done in the window, with its words and keys. The window connects them.
struct WindowActions
{
    /// The actions belong to `window`, and their shortcuts work in it.
    explicit WindowActions(QWidget *window);

    /// The whole menu, owned by `parent`.
    [[nodiscard]] QMenu *menu(QWidget *parent) const;
    /// Adds what is done to the text, as the menu `edit` begins.
    void addEditing(QMenu &menu) const;

    QAction *newNote;
    QAction *newFortnight;
    QAction *newPost;
    QAction *newPause;
    QAction *import;
    QAction *publish;
    QAction *exportNotes;
    QAction *print;
    QAction *savePdf;
    QAction *history;
    QAction *removeNote;
    QAction *bin;
    QAction *markdownCopy;
    QAction *backups;
    QAction *newLibrary;
    QAction *openLibrary;
    QMenu *recentLibraries; ///< filled by whoever knows them
    QAction *moveLibrary;
    QAction *seasons;
    QAction *settings;
    QAction *quit;

    QMenu *edit; ///< filled by menu()
    QAction *undo;
    QAction *redo;
    QAction *cut;
    QAction *copy;
    QAction *paste;
    QAction *pastePlain;
    QAction *selectAll;
    QAction *strong;
    QAction *emphasis;
    QAction *code;
    QAction *link;
    QAction *find;
    QAction *findNext;
    QAction *findPrevious;
    QAction *replace;
    QAction *smartMarks; ///< checkable
    QMenu *format;       ///< filled by WritingActions
    QMenu *spelling;     ///< filled by SpellingActions
    QAction *lastLook;   ///< checkable: the list is shown
    QAction *nextToLook;
    QAction *previousToLook;
    QAction *checkLinks;
    QAction *bringPictures; ///< that the note shows from the web
    QAction *details;

    QAction *timeline;   ///< checkable: the pane is shown
    QAction *preview;    ///< likewise
    QAction *beside;     ///< likewise
    QAction *focus;      ///< checkable: the text alone
    QAction *dimOthers;  ///< checkable
    QAction *typewriter; ///< checkable
    QAction *fullScreen; ///< checkable
    QAction *goal;
    QAction *together; ///< checkable: text and preview scroll together
    QAction *larger;   ///< text
    QAction *smaller;
    QAction *usualSize;
    QAction *light;
    QAction *dark;
    QAction *followSystem;

    QAction *thisWeek;
    QAction *previousWeek;
    QAction *nextWeek;
    QAction *search;
    QAction *goHeading;
    QAction *lookBack; ///< checkable: LookBack stands in the place of text and preview
    QAction *sections; ///< a page of it; likewise
    QAction *storylines;
    QAction *seasonReview;
    QAction *statistics;
    QAction *goTimeline;
    QAction *filter; ///< the timeline
    QAction *goText;

    QAction *openMenu;
    QAction *sample;
    QAction *about;
};

} // namespace Weeknotes
