// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/draftsession.h"

#include "notebook/storedtextof.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace Weeknotes {

/// Where a save starts from. Only the writer thread looks at it, so saves that queue up follow on each other without
/// a way back here in between.
struct DraftSession::Line
{
    NoteId id;
    qint64 revision = 0;
    QDateTime updated; ///< when that was made; a file that took the library's place may count revisions alike
    VersionId aside;   ///< under which the draft is kept while it can't be saved
};

DraftSession::DraftSession(Notebook &notebook, const Note &note, QObject *parent)
    : DraftSession(notebook, note, Pace(), parent)
{
}

DraftSession::DraftSession(Notebook &notebook, const Note &note, Pace pace, QObject *parent)
    : QObject(parent), m_notebook(notebook), m_pace(pace), m_document(Markdown::Document::parse(note.text))
{
    adopt(note);
    m_idle.setSingleShot(true);
    m_cap.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { save(); });
    connect(&m_cap, &QTimer::timeout, this, [this] { save(); });
    connect(&notebook, &Notebook::libraryReplaced, this, [this] { m_isReplaced = true; });
    connect(&notebook, &Notebook::changedElsewhere, this, &DraftSession::lookAtTheirs);
    connect(&notebook, &Notebook::notesImported, this, &DraftSession::lookAtTheirs);
    connect(&notebook, &Notebook::recovered, this, [this] {
        if (m_state == State::Failed)
            save();
    });
    connect(&notebook, &Notebook::noteSaved, this, [this](const NoteHeader &header) {
        if (header.id == m_header.id) // our own saves too, but then there is something unsaved still
            lookAtTheirs();
    });
    connect(&notebook, &Notebook::notesChanged, this, [this](const std::vector<NoteHeader> &headers) {
        if (std::ranges::contains(headers, m_header.id, &NoteHeader::id))
            lookAtTheirs();
    });
}

DraftSession::~DraftSession()
{
    if (m_sent < m_edit || m_state == State::Failed)
        save();
}

void DraftSession::adopt(const Note &note)
{
    m_header = note.header;
    m_fields = note.header.fields;
    m_text = note.text;
    m_saved = m_sent = m_edit;
    m_line = std::make_shared<Line>(Line{m_header.id, m_header.revision, m_header.updated, newVersionId()});
}

VersionId DraftSession::newVersionId() const
{
    return VersionId(createUuidV7(m_notebook.clock().now().toMSecsSinceEpoch()));
}

void DraftSession::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_isStale = true; // the tree, until it is parsed
    edited();
    parse();
}

void DraftSession::setFields(const NoteFields &fields)
{
    if (fields == m_fields)
        return;
    m_fields = fields;
    edited();
}

void DraftSession::edited()
{
    ++m_edit;
    m_idle.start(m_pace.idle);
    if (!m_cap.isActive())
        m_cap.start(m_pace.cap);
    if (m_state == State::Saved)
        setState(State::Edited);
}

void DraftSession::parse()
{
    if (auto document = m_document->edited(m_text))
        setDocument(std::move(document));
    else if (m_text.size() <= m_pace.parseAtOnce)
        setDocument(Markdown::Document::parse(m_text));
    else
        parseElsewhere();
}

void DraftSession::parseElsewhere()
{
    if (std::exchange(m_parsing, true))
        return;
    QtConcurrent::run([text = m_text] {
        return std::pair(text, Markdown::Document::parse(text));
    }).then(this, [this](const std::pair<QString, std::shared_ptr<const Markdown::Document>> &parsed) {
        m_parsing = false;
        if (parsed.first == m_text)
            setDocument(parsed.second);
        else if (m_isStale)
            parseElsewhere(); // edited meanwhile
    });
}

void DraftSession::setDocument(std::shared_ptr<const Markdown::Document> document)
{
    m_document = std::move(document);
    m_isStale = false;
    Q_EMIT documentChanged(m_document);
}

QFuture<Result<NoteHeader>> DraftSession::flush()
{
    const Answer<Result<NoteHeader>> answer;
    m_waiting.push_back({m_edit, answer});
    if (m_saved == m_edit)
        answerWaiting(m_edit, m_header);
    else if (m_sent < m_edit || m_inFlight == 0)
        save();
    return answer.future();
}

QFuture<Result<void>> DraftSession::keepVersion(Version::Reason reason)
{
    const Answer<Result<void>> answer;
    flush().then(this, [this, reason, answer](const Result<NoteHeader> &saved) {
        if (!saved)
            return answer(std::unexpected(saved.error()));
        const auto keep = [id = m_header.id, reason](Library &library) { return library.keepVersion(id, reason); };
        m_notebook.m_writer.run(keep, answer);
    });
    return answer.future();
}

QFuture<Result<void>> DraftSession::bringBackImages(qint64 revision)
{
    auto brought = m_notebook.write(
        [id = m_header.id, revision](Library &library) { return library.bringBackImages(id, revision); },
        [](const Result<void> &) {});
    return brought.then(this, [this](const Result<void> &outcome) {
        if (outcome)
            Q_EMIT imagesChanged();
        return outcome;
    });
}

void DraftSession::save(std::optional<VersionId> keepTheirs)
{
    m_idle.stop();
    m_cap.stop();
    m_sent = m_edit;
    ++m_inFlight;
    auto work = [line = m_line, fields = m_fields, text = m_text, document = m_isStale ? nullptr : m_document,
                 today = m_notebook.clock().today(), keepTheirs](Library &library) {
        const StoredText stored = document ? storedTextOf(*document, text, today) : storedTextOf(text, today);
        return writeDraft(library, *line, fields, stored, keepTheirs);
    };
    auto announce = [notebook = &m_notebook](const Result<NoteHeader> &saved) { Q_EMIT notebook->noteSaved(*saved); };
    m_notebook.write(std::move(work), announce)
        .then(this, [this, edit = m_edit, keptMine = keepTheirs.has_value()](const Result<NoteHeader> &outcome) {
            --m_inFlight;
            onSaved(edit, outcome, keptMine);
        });
}

Result<NoteHeader> DraftSession::saveUpon(Library &library, const Line &line, const NoteFields &fields,
                                          const StoredText &text)
{
    const auto present = library.note(line.id);
    if (present && present->header.revision == line.revision && present->header.updated != line.updated) {
        return std::unexpected(Error{
            .kind = Error::Kind::Conflict, .subject = line.id.toString(), .detail = QString::number(line.revision)});
    }
    return library.saveNote(line.id, line.revision, fields, text);
}

Result<NoteHeader> DraftSession::writeDraft(Library &library, Line &line, const NoteFields &fields,
                                            const StoredText &text, const std::optional<VersionId> &keepTheirs)
{
    if (keepTheirs) {
        const auto theirs = library.note(line.id);
        if (!theirs)
            return std::unexpected(theirs.error());
        const auto kept =
            library.keepAside(line.id, *keepTheirs, theirs->header.revision, theirs->header.fields.title, theirs->text);
        if (!kept)
            return std::unexpected(kept.error());
        line.revision = theirs->header.revision;
        line.updated = theirs->header.updated;
    }
    auto saved = saveUpon(library, line, fields, text);
    if (saved) {
        line.revision = saved->revision;
        line.updated = saved->updated;
    } else if (saved.error().kind == Error::Kind::Conflict) {
        const auto kept = library.keepAside(line.id, line.aside, line.revision, fields.title, text.markdown);
        if (!kept)
            return std::unexpected(kept.error());
    }
    return saved;
}

void DraftSession::onSaved(quint64 edit, const Result<NoteHeader> &outcome, bool keptMine)
{
    const bool asked = m_state == State::Conflict && !keptMine; // the question stands already
    if (outcome) {
        m_header = *outcome;
        m_saved = edit;
        m_isReplaced = false;
        setState(m_saved == m_edit ? State::Saved : State::Edited);
        Q_EMIT saved(*outcome, outcome->updated);
    } else if (outcome.error().kind == Error::Kind::Conflict) {
        setState(State::Conflict);
        if (!asked)
            sayConflict();
    } else {
        if (m_state != State::Conflict)
            setState(State::Failed);
        m_idle.start(m_pace.retry);
        Q_EMIT saveFailed(named(outcome.error()));
        if (m_state == State::Conflict && !asked)
            sayConflict();
    }
    answerWaiting(edit, outcome);
}

Error DraftSession::named(Error error) const
{
    if (error.subject == m_header.id.toString() && !m_fields.title.isEmpty())
        error.subject = m_fields.title;
    return error;
}

void DraftSession::sayConflict()
{
    m_notebook.note(m_header.id).then(this, [this](const Result<Note> &theirs) {
        if (theirs)
            Q_EMIT conflict(theirs->header);
        else
            Q_EMIT saveFailed(named(theirs.error()));
    });
}

void DraftSession::keepMine()
{
    if (m_state == State::Conflict)
        save(newVersionId());
}

void DraftSession::takeTheirs()
{
    if (m_state != State::Conflict)
        return;
    if (m_sent < m_edit)
        save(); // puts it aside
    // Asked of the writer, so that it comes after what was put aside.
    m_notebook.m_writer.run([id = m_header.id](Library &library) { return library.note(id); })
        .then(this, [this, edit = m_edit](const Result<Note> &theirs) {
            if (!theirs) {
                Q_EMIT saveFailed(named(theirs.error()));
                sayConflict();
            } else if (m_edit != edit) {
                takeTheirs(); // edited meanwhile
            } else {
                reload(*theirs);
            }
        });
}

void DraftSession::lookAtTheirs()
{
    if (m_state != State::Saved)
        return; // the next save finds out
    m_notebook.note(m_header.id).then(this, [this, asked = m_header](const Result<Note> &theirs) {
        if (!theirs || m_state != State::Saved)
            return;
        // A file that took the library's place may have an older one.
        const bool isOther = m_header == asked && theirs->header != asked;
        if (!isOther && theirs->header.revision <= m_header.revision)
            return;
        if (std::exchange(m_isReplaced, false) && theirs->text != m_text)
            putAside(); // that file may never have had it
        reload(*theirs);
    });
}

void DraftSession::putAside()
{
    std::ignore = m_notebook.write(
        [id = m_header.id, aside = newVersionId(), revision = m_header.revision, title = m_fields.title,
         text = m_text](Library &library) { return library.keepAside(id, aside, revision, title, text); },
        [](const Result<void> &) {});
}

void DraftSession::reload(const Note &note)
{
    m_idle.stop();
    m_cap.stop();
    adopt(note);
    setState(State::Saved);
    setDocument(Markdown::Document::parse(m_text));
    Q_EMIT reloaded(note);
}

void DraftSession::answerWaiting(quint64 edit, const Result<NoteHeader> &outcome)
{
    std::vector<Waiting> answered;
    const auto later =
        std::ranges::partition(m_waiting, [edit](const Waiting &waiting) { return waiting.edit > edit; });
    std::ranges::move(later, std::back_inserter(answered));
    m_waiting.erase(later.begin(), later.end());
    for (const Waiting &waiting : answered)
        waiting.answer(outcome);
}

void DraftSession::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

} // namespace Weeknotes
