// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/readingtime.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Weeknotes {

/// The line at the bottom: is it saved, how long is it, which week is it. A failed save can't be overlooked.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    /// No note is open.
    void clear();
    /// Since the last save, or for the first time. Says so only once it takes longer than a save should: while somebody
    /// writes, it stands still.
    void showUnsaved();
    /// The time of day if it was `today`, else the day.
    void showSaved(const QDateTime &when, QDate today);
    void showFailed(const QString &why);
    void showLength(int words, int minutes);
    /// How many words the note should have; 0: as many as it has.
    void showGoal(int words);
    /// A kind word, for a while, since the note has that many words now; 0 takes it back.
    void praise(int words);
    /// The words that are selected take the place of the length; none give it back.
    void showSelection(std::optional<int> words);
    /// "week 47"; empty for a note without a period.
    void showWeek(const QString &week);
    /// 0 and 1 show nothing: a run has two weeks at least.
    void showRun(int weeks);
    /// How many things there are to look at; 0 shows nothing.
    void showToLookAt(int count);
    /// The day since which the note that is open stands somewhere with another text; none shows nothing.
    void showChanged(const std::optional<QDate> &since);
    /// How far something is, for some seconds. Screen readers are not told of each step.
    void showStep(const QString &words);
    /// Says `sentence` for some seconds; to screen readers as well.
    void say(const QString &sentence);

Q_SIGNALS:
    void retryRequested();
    /// To be shown elsewhere too, where the strip is hidden.
    void said(const QString &sentence);
    /// The person wants another goal, or one at all.
    void goalRequested();
    /// The person wants to see what there is to look at.
    void lookRequested();
    /// The person wants to publish the note again.
    void publishRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWords();
    void showProgress();
    void showSaid(const QString &sentence);
    void setSaveState(const QString &text, const QString &role);

    QLabel *m_saved;
    QTimer m_late; // with a save
    QPushButton *m_retry;
    QWidget *m_facts;
    QPushButton *m_length;
    QProgressBar *m_progress; // towards the goal
    QLabel *m_praise;
    QLabel *m_week;
    QLabel *m_run;
    QPushButton *m_changed;
    QPushButton *m_toLookAt;
    struct Length
    {
        int words = 0;
        int minutes = 0;
    };
    std::optional<Length> m_whole; // of the note that is open
    std::optional<int> m_selected;
    int m_goal = 0;
    QTimer m_praised;
    QLabel *m_said;
    QTimer m_saidLongEnough;
};

} // namespace Weeknotes
