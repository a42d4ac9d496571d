// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "markdown/document.h"
#include "notebook/notebook.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace Weeknotes {

/// One note being written: takes its text a burst at a time, parses it, and saves it soon after, off the UI thread.
/// Lives on the UI thread and never blocks it.
///
/// Words are not lost: while somebody else's change stands in the way, each save keeps the draft as a version of the
/// note (Version::Reason::Aside) and overwrites nothing; a save that fails is tried again; and the destructor hands
/// what is unsaved to the notebook, which must outlive the session and waits for it at its own end. To learn of a
/// failure before closing, wait for `flush()`.
class DraftSession : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Saved,   ///< the library has what is here
        Edited,  ///< it does not, and will soon
        Failed,  ///< saving failed and will be tried again
        Conflict ///< somebody else saved the note: `keepMine` or `takeTheirs`
    };
    Q_ENUM(State)

    struct Pace
    {
        std::chrono::milliseconds idle{250};   ///< saves when nothing was edited for so long,
        std::chrono::milliseconds cap{500};    ///< and no later than this after the first unsaved edit
        std::chrono::milliseconds retry{5000}; ///< after a failure
        qsizetype parseAtOnce = 100'000;       ///< characters; longer texts are parsed on another thread, where an edit
                                               ///< reaches far in them (Markdown::Document::edited)
    };

    DraftSession(Notebook &notebook, const Note &note, Pace pace, QObject *parent = nullptr);
    DraftSession(Notebook &notebook, const Note &note, QObject *parent = nullptr);
    ~DraftSession() override;

    [[nodiscard]] const NoteId &noteId() const { return m_header.id; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const NoteFields &fields() const { return m_fields; }
    /// The header as it was saved last; `fields()` may be newer.
    [[nodiscard]] const NoteHeader &savedHeader() const { return m_header; }
    [[nodiscard]] State state() const { return m_state; }
    /// The newest tree there is; never null. Older than `text()` only while a long text is being parsed.
    [[nodiscard]] const std::shared_ptr<const Markdown::Document> &document() const { return m_document; }
    /// Whether it is that of `text()`; `documentChanged` tells.
    [[nodiscard]] bool isParsed() const { return !m_isStale; }

    void setText(const QString &text);
    void setFields(const NoteFields &fields);

    /// Saves what is unsaved at once. The future tells how the edits made so far fared, and is canceled if the
    /// session goes first.
    [[nodiscard]] QFuture<Result<NoteHeader>> flush();
    /// Like `flush`, and keeps the note as it then stands as a version.
    [[nodiscard]] QFuture<Result<void>> keepVersion(Version::Reason reason);
    /// See Library::bringBackImages; `imagesChanged` tells.
    [[nodiscard]] QFuture<Result<void>> bringBackImages(qint64 revision);
    /// In a conflict: saves this draft over theirs, which is kept as a version. Ends in `saved` or `saveFailed`.
    void keepMine();
    /// In a conflict: takes theirs; this draft is kept as a version. Ends in `reloaded` or `saveFailed`.
    void takeTheirs();

Q_SIGNALS:
    void documentChanged(const std::shared_ptr<const Weeknotes::Markdown::Document> &document);
    void stateChanged(Weeknotes::DraftSession::State state);
    void saved(const Weeknotes::NoteHeader &header, const QDateTime &at);
    void saveFailed(const Weeknotes::Error &error);
    /// Somebody else saved the note as `theirs`; the draft is safe. Said once a conflict, and again
    /// where `keepMine` or `takeTheirs` did not get through.
    void conflict(const Weeknotes::NoteHeader &theirs);
    /// Text and fields were replaced by what somebody else saved: nothing unsaved was here, or `takeTheirs` asked for
    /// it.
    void reloaded(const Weeknotes::Note &note);
    /// The names in the text may stand for other images.
    void imagesChanged();

private:
    struct Line;
    struct Waiting
    {
        quint64 edit;
        Answer<Result<NoteHeader>> answer;
    };

    void edited();
    void parse();
    void parseElsewhere();
    void setDocument(std::shared_ptr<const Markdown::Document> document);
    /// With `keepTheirs` over what somebody else saved, which is kept as a version under that id.
    void save(std::optional<VersionId> keepTheirs = {});
    static Result<NoteHeader> saveUpon(Library &library, const Line &line, const NoteFields &fields,
                                       const StoredText &text);
    static Result<NoteHeader> writeDraft(Library &library, Line &line, const NoteFields &fields, const StoredText &text,
                                         const std::optional<VersionId> &keepTheirs);
    [[nodiscard]] VersionId newVersionId() const;
    void onSaved(quint64 edit, const Result<NoteHeader> &outcome, bool keptMine);
    void sayConflict();
    /// People know the note by its title, not by its id.
    [[nodiscard]] Error named(Error error) const;
    void answerWaiting(quint64 edit, const Result<NoteHeader> &outcome);
    void setState(State state);
    void lookAtTheirs();
    /// Keeps the text as a version of the note, beside what comes instead.
    void putAside();
    void reload(const Note &note);
    void adopt(const Note &note);

    Notebook &m_notebook;
    const Pace m_pace;
    NoteHeader m_header;
    NoteFields m_fields;
    QString m_text;
    std::shared_ptr<const Markdown::Document> m_document;
    std::shared_ptr<Line> m_line; // where the next save starts from; of the writer thread alone
    quint64 m_edit = 0;           // counts edits; the numbers below are of the newest edit that …
    quint64 m_sent = 0;           // … went to the writer
    quint64 m_saved = 0;          // … is in the library
    State m_state = State::Saved;
    bool m_parsing = false;    ///< on another thread
    bool m_isStale = false;    ///< m_document is not of m_text yet
    bool m_isReplaced = false; // another file took the library's place since the last save
    int m_inFlight = 0;        // saves that the writer has not answered
    std::vector<Waiting> m_waiting;
    QTimer m_idle;
    QTimer m_cap;
};

} // namespace Weeknotes
