// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/lastlook.h"
#include "notebook/draftsession.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>

namespace Weeknotes {

class Session;

/// The last look at the note that is open, taken again on another thread whenever writing rests: a key costs the start
/// of a timer. Spelling is not in it, since the text shows that. UI thread only.
class QuietLook : public QObject
{
    Q_OBJECT

public:
    /// `session` must outlive it.
    explicit QuietLook(Session &session, QObject *parent = nullptr);

    /// Without those that are to be left alone; of text().
    [[nodiscard]] const std::vector<LookFinding> &findings() const { return m_findings; }
    /// Those.
    [[nodiscard]] const std::vector<LookFinding> &leftAlone() const { return m_leftAlone; }
    [[nodiscard]] const QString &text() const { return m_text; }
    /// How many of them are more than to be known.
    [[nodiscard]] int toDo() const;
    /// Whether people are named, for which all notes are read once: as long as somebody wants it.
    void setNamesPeople(const QObject *whom, bool wants);
    /// Calls `then()` once the findings are those of the text as it is now, and the draft's document is, too; not where
    /// another note comes first, nor after failed(), nor once `context` is gone.
    void whenCurrent(const QObject *context, std::function<void()> then);
    /// What links of the note answered; until another note is open.
    void setAnswers(const QHash<QString, LinkAnswer> &answers);
    /// It is as it should be, for good.
    void leaveAlone(const LookFinding &finding);
    /// Takes that back.
    void lookAgain(const LookFinding &finding);

Q_SIGNALS:
    /// There are other findings, or none.
    void looked();
    /// What stands around the note can't be read just now. Who waits in whenCurrent() is let go.
    void failed();

private:
    void follow(DraftSession *draft);
    void forgetAround();
    void lookLater();
    void look();
    [[nodiscard]] bool readAround(const DraftSession &draft);
    void readPeople();
    [[nodiscard]] bool readImages(const DraftSession &draft);
    /// What was found in a text.
    struct Found
    {
        std::vector<LookFinding> findings;
        std::vector<LookFinding> leftAlone;
    };
    void show(Found found);
    void changeNotHere(const std::function<void(std::vector<NotHere> &notHere)> &change);

    Session &m_session;
    QTimer m_rest;
    std::shared_ptr<const LookInput> m_around; ///< what stands around the note; null until it is read
    std::optional<QHash<NoteId, NoteTraits>> m_traits;
    QHash<QString, ImageFacts> m_images;  ///< of the note
    QHash<QString, LinkAnswer> m_answers; ///< likewise
    std::vector<LookFinding> m_findings;
    std::vector<LookFinding> m_leftAlone;
    QString m_text;
    struct Waiting
    {
        QPointer<const QObject> context;
        std::function<void()> then;
    };
    std::vector<Waiting> m_waiting;
    QSet<const QObject *> m_namePeople; ///< who wants it
    bool m_readsTraits = false;
    quint64 m_edit = 0;    ///< counts what may change the findings; they are of
    quint64 m_looked = 0;  ///< this one
    quint64 m_asked = 0;   ///< counts what was asked of the library: only the newest answer counts
    quint64 m_reading = 0; ///< likewise of all texts
};

} // namespace Weeknotes
