// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notesmenu.h"

#include "app/exports.h"
#include "app/menutext.h"
#include "app/namedialog.h"
#include "app/notechanges.h"
#include "app/pausedialog.h"
#include "app/session.h"
#include "app/timelinepane.h"
#include "insight/writingfacts.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelineview.h"
#include "timeline/yearstrip.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

NotesMenu::NotesMenu(TimelinePane &timeline, Session &session, NoteChanges &changes, Exports &exports)
    : QObject(&timeline), m_timeline(timeline), m_session(session), m_changes(changes), m_exports(exports)
{
    connect(&timeline.list(), &TimelineView::menuRequested, this, &NotesMenu::openForNotes);
    connect(&timeline.list(), &TimelineView::pauseMenuRequested, this, &NotesMenu::openForPause);
    connect(&timeline.list(), &TimelineView::headingMenuRequested, this, &NotesMenu::openForHeading);
    connect(&timeline.list(), &TimelineView::pauseActivated, this, &NotesMenu::showPause);
    connect(&timeline.list(), &TimelineView::removeRequested, &session, &Session::removeNotes);
    connect(&timeline.years(), &YearStrip::notesDropped, &changes, &NoteChanges::moveTo);
    connect(&timeline.list(), &TimelineView::notesDropped, &changes, &NoteChanges::moveTo);
}

void NotesMenu::openForNotes(const std::vector<NoteId> &notes, const QPoint &place)
{
    auto *menu = new QMenu(&m_timeline);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (notes.size() == 1)
        menu->addAction(tr("&Open"), this, [this, id = notes.front()] { Q_EMIT m_timeline.editRequested(id); });
    const bool writable = m_session.mayBegin();
    if (writable) {
        addStatus(*menu, notes);
        addTags(*menu, notes);
        const bool dated = std::ranges::any_of(notes, [this](const NoteId &id) {
            const NoteHeader *note = m_session.shelf().note(id);
            return note && note->fields.covers;
        });
        QMenu *move = menu->addMenu(tr("&Move"));
        move->addAction(tr("A week &earlier"), this, [this, notes] { m_changes.moveBy(notes, -1); });
        move->addAction(tr("A week &later"), this, [this, notes] { m_changes.moveBy(notes, 1); });
        move->setEnabled(dated);
    }
    if (notes.size() == 1)
        menu->addAction(tr("&Write the page…"), this, [this, id = notes.front()] { m_changes.exportPage(id); });
    else
        menu->addAction(tr("E&xport…"), this, [this, notes] { m_exports.openForNotes(notes); });
    if (writable) {
        menu->addSeparator();
        menu->addAction(tr("Move to the &bin"), QKeySequence::Delete, this,
                        [this, notes] { m_session.removeNotes(notes); });
    }
    menu->popup(place);
}

void NotesMenu::addStatus(QMenu &menu, const std::vector<NoteId> &notes)
{
    QMenu *statuses = menu.addMenu(tr("&Status"));
    for (const NoteStatus status : {NoteStatus::Draft, NoteStatus::Ready, NoteStatus::Published}) {
        QAction *action = statuses->addAction(statusName(status), this,
                                              [this, notes, status] { m_changes.setStatus(notes, status); });
        action->setCheckable(true);
        action->setChecked(std::ranges::all_of(notes, [&](const NoteId &id) {
            const NoteHeader *note = m_session.shelf().note(id);
            return note && note->fields.status == status;
        }));
    }
}

void NotesMenu::addTags(QMenu &menu, const std::vector<NoteId> &notes)
{
    QMenu *tags = menu.addMenu(tr("&Tags"));
    tags->addAction(tr("&Add a tag…"), this, [this, notes] { askForTag(notes); });
    QStringList present;
    for (const NoteId &id : notes) {
        if (const NoteHeader *note = m_session.shelf().note(id))
            present += note->fields.tags;
    }
    present.removeDuplicates();
    present.sort(Qt::CaseInsensitive);
    if (!present.isEmpty())
        tags->addSeparator();
    for (const QString &tag : present) {
        tags->addAction(tr("Remove “%1”").arg(menuText(tag)), this,
                        [this, notes, tag] { m_changes.removeTag(notes, tag); });
    }
}

void NotesMenu::askForTag(const std::vector<NoteId> &notes)
{
    QStringList known;
    for (const NoteHeader &note : m_session.shelf().notes())
        known += note.fields.tags;
    known.removeDuplicates();
    known.sort(Qt::CaseInsensitive);
    const auto problemOf = [this, notes](const QString &tag) {
        const bool isNew = std::ranges::any_of(notes, [&](const NoteId &id) {
            const NoteHeader *note = m_session.shelf().note(id);
            return note && !note->fields.tags.contains(tag);
        });
        return tag.isEmpty()        ? tr("Type a tag first.")
               : tag.contains(u',') ? tr("One tag at a time, without commas.")
               : isNew              ? QString()
                                    : tr("%Ln note(s) have this tag already.", nullptr, int(notes.size()));
    };
    auto *dialog =
        new NameDialog({tr("Add a tag"), tr("A tag for %Ln note(s), as one word or a few.", nullptr, int(notes.size())),
                        tr("Tag"), tr("Add")},
                       known, problemOf, m_timeline.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NameDialog::named, this, [this, notes](const QString &tag) { m_changes.addTag(notes, tag); });
    connect(&m_session, &Session::opening, dialog, &QDialog::reject);
    dialog->open();
}

void NotesMenu::openForPause(const Pause &pause, const QPoint &place)
{
    if (!m_session.mayBegin())
        return;
    auto *menu = new QMenu(&m_timeline);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Change the pause…"), this, [this, pause] { showPause(pause); });
    const QDate today = m_session.shelf().today();
    if (!pause.to && pause.from < today) {
        menu->addAction(tr("It ended &yesterday"), this, [this, pause, today] {
            Pause ended = pause;
            ended.to = today.addDays(-1);
            m_changes.putPause(ended);
        });
    }
    menu->addSeparator();
    menu->addAction(tr("&Remove the pause"), this, [this, pause] { m_changes.removePause(pause); });
    menu->popup(place);
}

void NotesMenu::openForHeading(const TimelineRow &heading, const QPoint &place)
{
    if (heading.month > 0 || heading.notes == 0 || (!heading.season && heading.year == 0))
        return;
    const Stretch stretch{.season = heading.season,
                          .year = heading.season ? std::nullopt : std::optional(heading.year)};
    auto *menu = new QMenu(&m_timeline);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(stretch.season ? tr("Make a &book of this season…") : tr("Make a &book of this year…"), this,
                    [this, stretch] { m_exports.openFor(stretch, u"book"_s); });
    menu->addAction(tr("E&xport…"), this, [this, stretch] { m_exports.openFor(stretch); });
    menu->popup(place);
}

void NotesMenu::askForPause()
{
    const Shelf &shelf = m_session.shelf();
    const NoteHeader *note = shelf.noteOf(m_session.week());
    showPause({.id = PauseId(createUuidV7(m_session.clock().now().toMSecsSinceEpoch())),
               .from = note ? note->fields.covers->last.addDays(1) : m_session.week().days(shelf.rules()).first,
               .plannedTo = {},
               .to = {},
               .note = {}});
}

void NotesMenu::showPause(const Pause &pause)
{
    if (!m_session.mayBegin())
        return;
    auto *dialog =
        new PauseDialog(pause, m_session.shelf().timeline().pauses, m_session.shelf().today(), m_timeline.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PauseDialog::decided, &m_changes, &NoteChanges::putPause);
    connect(&m_session, &Session::opening, dialog, &QDialog::reject);
    dialog->open();
}

} // namespace Weeknotes
