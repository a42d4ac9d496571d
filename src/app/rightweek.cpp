// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rightweek.h"

#include "app/appsettings.h"
#include "app/banner.h"
#include "app/notehead.h"
#include "app/notepane.h"
#include "app/seasondialog.h"
#include "app/settingsdialog.h"
#include "app/weekwords.h"
#include "app/windowactions.h"
#include "cli/errortext.h"
#include "core/newnote.h"
#include "insight/titleweek.h"

#include <QAction>

#include <memory>

using namespace Qt::StringLiterals;

namespace Weeknotes {

RightWeek::RightWeek(Session &session, NotePane &note, Banner &banner, AppSettings &settings,
                     const WindowActions &actions, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_note(note)
    , m_banner(banner)
    , m_settings(settings)
    , m_actions(actions)
    , m_window(window)
{
    connect(actions.settings, &QAction::triggered, this, &RightWeek::showSettings);
    connect(actions.seasons, &QAction::triggered, this, &RightWeek::showSeasons);
    connect(&session, &Session::opening, this, &RightWeek::showPossible);
    connect(&session, &Session::opened, this, &RightWeek::showPossible);
    // When it stands in its pane, which takes away what was said of the one before.
    connect(&session, &Session::draftOpened, this, &RightWeek::lookAtNote, Qt::QueuedConnection);
    connect(&note.head(), &NoteHead::titleLeft, this, &RightWeek::lookAtTitle);
    connect(&note, &NotePane::fieldsEdited, this, [this] { // it is no longer as it was said
        if (!m_said.isEmpty() && m_note.banner().text() == std::exchange(m_said, {}))
            m_note.banner().dismiss();
    });
    showPossible();
}

void RightWeek::showPossible()
{
    m_actions.settings->setEnabled(m_session.isOpen());
    m_actions.seasons->setEnabled(m_session.isOpen());
}

void RightWeek::showSettings()
{
    auto *dialog = new SettingsDialog(m_session, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void RightWeek::showSeasons()
{
    auto *dialog = new SeasonDialog(m_session, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SeasonDialog::renumberRequested, this, &RightWeek::renumber);
    dialog->open();
}

const DraftSession *RightWeek::quietDraft() const
{
    const DraftSession *draft = m_session.draft();
    return draft && !m_session.isReadOnly() && draft->state() != DraftSession::State::Conflict ? draft : nullptr;
}

void RightWeek::lookAtNote()
{
    const DraftSession *draft = quietDraft();
    if (draft && !offerSeason(*draft))
        pointOutDay(*draft);
}

void RightWeek::lookAtTitle()
{
    const DraftSession *draft = quietDraft();
    if (draft && !pointOutNumber(*draft))
        pointOutDay(*draft);
}

void RightWeek::say(const QString &text, std::vector<Banner::Choice> choices)
{
    m_note.banner().sayClosable(text, std::move(choices));
    m_said = text;
}

bool RightWeek::pointOutDay(const DraftSession &draft)
{
    const NoteId id = draft.noteId();
    const auto wrong = wrongWeekDay(draft.fields(), m_session.shelf().rules(), m_session.clock().today(), QLocale());
    if (!wrong || m_settings.wasPointedOut(id.toString() + u"/day"_s))
        return false;
    m_settings.setPointedOut(id.toString() + u"/day"_s);
    std::vector<Banner::Choice> fixes;
    if (draft.fields().covers != wrong->week)
        fixes.push_back({useDayWords(*wrong), [this, id, week = wrong->week] {
                             change(id, [week](NoteFields &fields) { fields.covers = week; });
                         }});
    if (!wrong->title.isEmpty())
        fixes.push_back({tr("Correct the title"), [this, id, title = wrong->title] {
                             change(id, [title](NoteFields &fields) { fields.title = title; });
                         }});
    say(wrongDayWords(*wrong), std::move(fixes));
    return true;
}

bool RightWeek::pointOutNumber(const DraftSession &draft)
{
    const NoteId id = draft.noteId();
    const NoteFields &fields = draft.fields();
    const SeasonNumber said = numberSaid(fields.title, m_session.shelf().timeline().titlePattern);
    const bool differs = fields.kind != NoteKind::Post && !said.isEmpty() && said != fields.number;
    const QString key = id.toString() + u"/number "_s + said.toString();
    if (!differs || m_settings.wasPointedOut(key))
        return false;
    m_settings.setPointedOut(key);
    const NumberHabit numbers = m_session.shelf().numbers();
    const QString asSaid = numbers.text(said, fields.title);
    say(tr("The title says %1, and the note’s number is %2.").arg(asSaid, numbers.text(fields.number)),
        {{tr("Use %1").arg(asSaid),
          [this, id, said] { change(id, [said](NoteFields &changed) { changed.number = said; }); }}});
    return true;
}

bool RightWeek::offerSeason(const DraftSession &draft)
{
    const NoteFields &fields = draft.fields();
    const bool isNew = draft.savedHeader().revision == 1 && draft.text().isEmpty() && fields.kind != NoteKind::Post;
    const auto offered =
        isNew ? numbersToOffer(m_session.shelf().notes(), fields.covers, draft.noteId()) : std::vector<SeasonNumber>();
    if (offered.size() < 2 || fields.number != offered[0])
        return false;
    const NumberHabit numbers = m_session.shelf().numbers();
    const auto words = [&](const SeasonNumber &number) { return offeredNumber(number, m_session.shelf(), numbers); };
    const QString text = tr("This is %1, after a long pause.").arg(words(offered[0]));
    m_note.banner().sayClosable(text, {{tr("Make it %1").arg(words(offered[1])),
                                        [this, id = draft.noteId(), before = offered[0], after = offered[1]] {
                                            change(id, [before, after](NoteFields &changed) {
                                                changed.title = titleWithNumber(changed.title, before, after);
                                                changed.number = after;
                                            });
                                        }}});
    return true;
}

void RightWeek::change(const NoteId &id, const std::function<void(NoteFields &fields)> &change)
{
    const DraftSession *draft = m_session.draft();
    if (!draft || draft->noteId() != id)
        return;
    NoteFields fields = draft->fields();
    change(fields);
    if (fields.covers && fields.kind != NoteKind::Post)
        fields.kind = kindForDays(fields.covers->days());
    m_note.setFields(fields);
}

void RightWeek::renumber(const Renumbering &renumbering)
{
    m_session.settle([this, renumbering, notebook = &m_session.notebook()](bool safe) {
        if (!isOpen(notebook))
            return;
        if (!safe)
            return m_banner.sayClosable(tr("The open note can’t be saved yet. Nothing was renumbered."));
        const auto changes = numberChanges(m_session.shelf().notes(), renumbering);
        apply(changes, [this, changes, renumbering, notebook] {
            moveLook(renumbering.season, renumbering.newSeason, [this, changes, renumbering, notebook](bool looks) {
                m_banner.tell(tr("%Ln note(s) have new numbers.", nullptr, int(changes.size())),
                              {{tr("Undo"), [this, changes, renumbering, notebook, looks] {
                                    if (isOpen(notebook))
                                        undo(changes, renumbering, looks);
                                }}});
            });
        });
    });
}

void RightWeek::undo(const std::vector<NumberChange> &changes, const Renumbering &renumbering, bool movedLook)
{
    m_session.settle([this, changes, renumbering, movedLook, notebook = &m_session.notebook()](bool safe) {
        if (!isOpen(notebook))
            return;
        if (!safe)
            return m_banner.sayClosable(tr("The open note can’t be saved yet. The new numbers stay."));
        apply(reversed(changes), [this, renumbering, movedLook] {
            if (movedLook)
                moveLook(renumbering.newSeason, renumbering.season, [](bool) {});
        });
    });
}

bool RightWeek::isOpen(const Notebook *notebook) const
{
    return m_session.isOpen() && notebook == &m_session.notebook();
}

void RightWeek::apply(const std::vector<NumberChange> &changes, const std::function<void()> &done)
{
    Notebook &notebook = m_session.notebook();
    notebook.changeFields(fieldsChanges(changes, m_session.shelf().notes()))
        .then(this, [this, done, notebook = &notebook](const Result<std::vector<NoteHeader>> &changed) {
            if (!isOpen(notebook))
                return;
            if (!changed)
                return m_banner.sayClosable(errorText(changed.error()));
            done();
        });
}

void RightWeek::moveLook(int from, int to, const std::function<void(bool moved)> &done)
{
    Notebook &notebook = m_session.notebook();
    const auto moved = std::make_shared<bool>(false); // is written before there is an answer, and read after it
    notebook
        .changeSettings([from, to, moved](LibrarySettings &settings) {
            *moved = settings.seasons.contains(from) && !settings.seasons.contains(to);
            if (!*moved)
                return;
            auto look = settings.seasons.extract(from);
            look.key() = to;
            settings.seasons.insert(std::move(look));
        })
        .then(this, [this, done, moved, notebook = &notebook](const Result<LibrarySettings> &changed) {
            if (!isOpen(notebook))
                return;
            done(changed && *moved);
            if (!changed)
                m_banner.sayClosable(errorText(changed.error()));
        });
}

} // namespace Weeknotes
