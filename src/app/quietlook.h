// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/lastlook.h"
#include "notebook/draftsession.h"

#include <QObject>
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
    [[nodiscard]] const QString &text() const { return m_text; }
    /// How many of them are more than to be known.
    [[nodiscard]] int toDo() const;
    /// Whether people are named, for which all notes are read once.
    void setNamesPeople(bool names);
    /// Calls `then()` once the findings are those of the text as it is now; not where another note comes first.
    void whenCurrent(std::function<void()> then);
    /// It is as it should be, for good.
    void leaveAlone(const LookFinding &finding);

Q_SIGNALS:
    /// There are other findings, or none.
    void looked();

private:
    void follow(DraftSession *draft);
    void forgetAround();
    void lookLater();
    void look();
    [[nodiscard]] bool readAround(const DraftSession &draft);
    void readPeople();
    [[nodiscard]] bool readImages(const DraftSession &draft);
    void take(std::vector<LookFinding> findings, const QString &text);

    Session &m_session;
    QTimer m_rest;
    std::shared_ptr<const LookInput> m_around; ///< what stands around the note; null until it is read
    std::optional<QHash<NoteId, NoteTraits>> m_traits;
    QHash<QString, ImageFacts> m_images; ///< of the note
    std::vector<LookFinding> m_findings;
    QString m_text;
    std::vector<std::function<void()>> m_waiting;
    bool m_namesPeople = false;
    bool m_readsTraits = false;
    quint64 m_edit = 0;    ///< counts what may change the findings; they are of
    quint64 m_looked = 0;  ///< this one
    quint64 m_asked = 0;   ///< counts what was asked of the library: only the newest answer counts
    quint64 m_reading = 0; ///< likewise of all texts
};

} // namespace Weeknotes
