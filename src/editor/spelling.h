// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/speller.h"
#include "find/matchlist.h"

#include <QBasicTimer>
#include <QObject>
#include <QSet>
#include <QTextBlock>

namespace Weeknotes {

class MarkdownEdit;
class MarkdownHighlighter;

/// The spelling of the text in an editor: which of its words are misspelt. They are looked at in turns of a few ms, and
/// only those in view, so that no key waits. Off at first. UI thread only.
class Spelling final : public QObject
{
    Q_OBJECT

public:
    /// Of `editor`, its owner, whose text `highlighter` reads.
    Spelling(MarkdownEdit &editor, const MarkdownHighlighter &highlighter);

    /// Whether misspelt words are marked.
    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_on; }

    struct Word
    {
        TextRange range; ///< in the text
        QString text;    ///< as dictionaries write it
    };
    /// The words of a line that a dictionary should know. Nothing while the highlighter has not come to it.
    [[nodiscard]] std::optional<std::vector<Word>> wordsOf(const QTextBlock &line) const;
    /// The word at `offset`, or that ends there.
    [[nodiscard]] std::optional<Word> wordAt(int offset) const;
    /// Likewise, if it is known to be misspelt.
    [[nodiscard]] std::optional<Word> misspeltAt(int offset);

    [[nodiscard]] Speller &speller() { return m_speller; }
    /// Gives the speller the language that the text has now.
    void followLanguage();

    /// In order: those that are marked, of all that was looked at.
    [[nodiscard]] const MatchList &marks() const { return m_marks; }
    /// Has what is in view, and was not looked at yet, looked at.
    void lookSoon();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void follow(int position, int removed, int added);
    void lookSoonAndAgain();
    void look();
    void lookAt(const QTextBlock &line, QStringList &unknown);
    void leaveTyped();
    void lookAgain();
    void dropMarks();
    void keepNear(TextRange view);
    [[nodiscard]] bool isTyped(TextRange word) const;

    MarkdownEdit &m_editor;
    const MarkdownHighlighter &m_highlighter;
    Speller m_speller;
    MatchList m_marks;
    QSet<int> m_looked; ///< lines, by number
    int m_lines = 1;
    TextRange m_edited; ///< by the last edit
    int m_typed = -1;   ///< where the cursor was after the last key, while it has not left that word
    bool m_on = false;
    QBasicTimer m_turn;
    QBasicTimer m_rest; ///< after the last key, and the last turn of the highlighter
};

} // namespace Weeknotes
