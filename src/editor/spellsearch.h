// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/spelling.h"

namespace Weeknotes {

/// Goes from one misspelt word of a text to the next, round its end, in turns of a few ms, however long it is. What is
/// typed, or where the cursor goes, meanwhile ends it. UI thread only.
class SpellSearch final : public QObject
{
    Q_OBJECT

public:
    /// Of `editor`, its owner.
    explicit SpellSearch(MarkdownEdit &editor);

    /// Selects the next one, 1, or the one before, -1; or says why it selects none. Where the speller, or the
    /// highlighter, has not come so far yet, it waits for them.
    void find(int direction);

Q_SIGNALS:
    /// All words are right.
    void nothingFound();
    /// There is no dictionary for the language.
    void noDictionary();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void search();
    void stop();
    [[nodiscard]] QTextBlock line(int step) const;
    [[nodiscard]] bool isAhead(TextRange word, int step) const;
    [[nodiscard]] bool selectIn(const std::vector<Spelling::Word> &words, int step, QStringList &unknown);

    MarkdownEdit &m_editor;
    Spelling &m_spelling;
    int m_direction = 0; ///< 0: does not search
    TextRange m_start;   ///< what was selected
    int m_step = 0;      ///< lines from the one where it began; that one comes twice
    QBasicTimer m_turn;
};

} // namespace Weeknotes
