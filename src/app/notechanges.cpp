// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notechanges.h"

#include "app/appsettings.h"
#include "app/background.h"
#include "app/banner.h"
#include "app/libraryexport.h"
#include "app/pagesfolder.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "cli/losstext.h"
#include "timeline/periodtext.h"
#include "timeline/timelinemodel.h"

#include <QDesktopServices>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

NoteChanges::NoteChanges(Session &session, Banner &banner, AppSettings &settings, QWidget *window)
    : QObject(window), m_session(session), m_banner(banner), m_settings(settings), m_window(window)
{
    connect(&session, &Session::opening, &banner, &Banner::dismiss); // what it would take back is not there
}

void NoteChanges::apply(const std::vector<Change> &changes, const QString &said)
{
    std::vector<Change> from; // as the changes were made of it; the open note may have newer words, not saved yet
    for (const Change &change : changes) {
        if (const NoteHeader *note = m_session.shelf().note(change.id))
            from.push_back({note->id, note->fields});
    }
    m_session.settle([this, from, changes, said](bool safe) {
        if (!safe)
            return m_banner.sayClosable(tr("Nothing was changed, since what you wrote last could not be saved yet."));
        std::vector<FieldsChange> wanted;
        std::vector<Change> before;
        std::vector<Change> after;
        for (const Change &change : changes) {
            const NoteHeader *note = m_session.shelf().note(change.id);
            const auto base = std::ranges::find(from, change.id, &Change::id);
            if (!note || base == from.end())
                continue;
            before.push_back({note->id, note->fields});
            after.push_back({note->id, carriedOver(note->fields, base->fields, change.fields)});
            wanted.push_back({note->id, note->revision, after.back().fields});
        }
        m_session.notebook().changeFields(wanted).then(
            this, [this, before, after, said](const Result<std::vector<NoteHeader>> &done) {
                if (!done)
                    return m_banner.sayClosable(errorText(done.error()));
                if (!said.isEmpty())
                    m_banner.tell(said, {{tr("Undo"), [=, this] { takeBack(before, after); }}});
            });
    });
}

void NoteChanges::takeBack(const std::vector<Change> &before, const std::vector<Change> &after)
{
    std::vector<Change> back;
    for (const Change &old : before) {
        const auto made = std::ranges::find(after, old.id, &Change::id);
        if (const NoteHeader *note = m_session.shelf().note(old.id); note && made != after.end())
            back.push_back({old.id, carriedOver(note->fields, made->fields, old.fields)});
    }
    apply(back, {});
}

void NoteChanges::edit(const std::vector<NoteId> &notes, const std::function<void(NoteFields &fields)> &edit,
                       const std::function<QString(int count)> &said)
{
    std::vector<Change> changes;
    for (const NoteId &id : notes) {
        const NoteHeader *note = m_session.shelf().note(id);
        if (!note)
            continue;
        NoteFields fields = note->fields;
        edit(fields);
        if (fields != note->fields)
            changes.push_back({id, fields});
    }
    if (!changes.empty())
        apply(changes, said(int(changes.size())));
}

void NoteChanges::setStatus(const std::vector<NoteId> &notes, NoteStatus status)
{
    edit(
        notes, [status](NoteFields &fields) { fields.status = status; },
        [status](int count) {
            switch (status) {
            case NoteStatus::Draft:
                return tr("%Ln note(s) are drafts now.", nullptr, count);
            case NoteStatus::Ready:
                return tr("%Ln note(s) are ready now.", nullptr, count);
            case NoteStatus::Published:
                break;
            }
            return tr("%Ln note(s) are published now.", nullptr, count);
        });
}

void NoteChanges::addTag(const std::vector<NoteId> &notes, const QString &tag)
{
    edit(
        notes,
        [&tag](NoteFields &fields) {
            if (!fields.tags.contains(tag))
                fields.tags << tag;
        },
        [&tag](int count) { return tr("%Ln note(s) have the tag “%1” now.", nullptr, count).arg(tag); });
}

void NoteChanges::removeTag(const std::vector<NoteId> &notes, const QString &tag)
{
    edit(
        notes, [&tag](NoteFields &fields) { fields.tags.removeAll(tag); },
        [&tag](int count) { return tr("%Ln note(s) lost the tag “%1”.", nullptr, count).arg(tag); });
}

void NoteChanges::moveBy(const std::vector<NoteId> &notes, int weeks)
{
    const auto move = [weeks](NoteFields &fields) {
        if (fields.covers)
            fields.covers = Period{fields.covers->first.addDays(7 * weeks), fields.covers->last.addDays(7 * weeks)};
    };
    const auto said = [&](int count) {
        const NoteHeader *note = m_session.shelf().note(notes.front());
        if (count > 1 || !note || !note->fields.covers)
            return tr("%Ln note(s) moved.", nullptr, count);
        NoteFields fields = note->fields;
        move(fields);
        return tr("The note covers %1 now.").arg(periodWithYear(*fields.covers, QLocale(), MonthStyle::Full));
    };
    edit(notes, move, said);
}

void NoteChanges::moveTo(const std::vector<NoteId> &notes, const Week &week)
{
    const WeekRules &rules = m_session.shelf().rules();
    const NoteHeader *note = notes.empty() ? nullptr : m_session.shelf().note(notes.front());
    if (!note)
        return;
    if (note->fields.covers)
        return moveBy(notes, weeksCoveredBy(*note->fields.covers, rules).front().weeksTo(week));
    // A post of no days gets those of the week.
    const Period days = week.days(rules);
    edit(
        {note->id}, [&days](NoteFields &fields) { fields.covers = days; },
        [&days](int) { return tr("The note covers %1 now.").arg(periodWithYear(days, QLocale(), MonthStyle::Full)); });
}

void NoteChanges::exportPage(const NoteId &note)
{
    askForPagesFolder(m_window, m_settings, [this, note](const QString &folder) {
        m_session.settle([this, note, folder](bool safe) {
            if (!safe)
                return m_banner.sayClosable(
                    tr("Nothing was written, since what you wrote last could not be saved yet."));
            writePage(note, folder);
        });
    });
}

void NoteChanges::writePage(const NoteId &note, const QString &folder)
{
    const ExportRequest request{.form = ExportForm::Page, .folder = folder, .notes = {note}};
    inBackground([request, library = m_session.folder(), &clock = m_session.clock()] {
        return exportFrom(library, clock, request);
    }).then(this, [this, folder](const Result<ExportReport> &done) {
        if (!done)
            return m_banner.sayClosable(errorText(done.error()));
        QStringList words{tr("The page is in %1.").arg(QDir::toNativeSeparators(folder))};
        words << remarksOn(*done);
        for (const Error &lost : done->lost)
            words << errorText(lost);
        const auto open = [](const QString &path) {
            return [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); };
        };
        const std::vector<Banner::Choice> choices{{tr("Open the page"), open(done->files.front())},
                                                  {tr("Show the folder"), open(folder)}};
        if (done->missingImages > 0)
            m_banner.sayClosable(words.join(u' '), choices);
        else
            m_banner.tell(words.join(u' '), choices);
    });
}

void NoteChanges::putPause(const Pause &pause)
{
    m_session.notebook().putPause(pause).then(this, [this](const Result<void> &put) {
        if (!put)
            m_banner.sayClosable(errorText(put.error()));
    });
}

void NoteChanges::removePause(const Pause &pause)
{
    m_session.notebook().removePause(pause.id).then(this, [this, pause](const Result<void> &removed) {
        if (!removed)
            return m_banner.sayClosable(errorText(removed.error()));
        m_banner.tell(tr("The pause is gone."), {{tr("Undo"), [this, pause] { putPause(pause); }}});
    });
}

} // namespace Weeknotes
