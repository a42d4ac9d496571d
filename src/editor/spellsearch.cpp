// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/spellsearch.h"

#include "editor/markdownedit.h"

#include <QDeadlineTimer>
#include <QTextDocument>
#include <QTimerEvent>

#include <chrono>
#include <ranges>
#include <utility>

namespace Weeknotes {

using namespace std::chrono_literals;

namespace {

constexpr auto searchTurn = 2ms; // a line more or less
constexpr auto untilColoured = 20ms;

} // namespace

SpellSearch::SpellSearch(MarkdownEdit &editor) : QObject(&editor), m_editor(editor), m_spelling(editor.spelling())
{
    connect(editor.document(), &QTextDocument::contentsChange, this, &SpellSearch::stop);
    connect(&editor, &QTextEdit::cursorPositionChanged, this, &SpellSearch::stop);
    const auto goOn = [this] {
        if (m_direction != 0)
            m_turn.start(0ms, this);
    };
    connect(&m_spelling.speller(), &Speller::answered, this, goOn);
    connect(&m_spelling.speller(), &Speller::changed, this, goOn);
}

void SpellSearch::find(int direction)
{
    m_spelling.followLanguage();
    m_direction = direction;
    m_start = m_editor.selection();
    m_step = 0;
    m_turn.start(0ms, this);
}

void SpellSearch::stop()
{
    m_direction = 0;
    m_turn.stop();
}

void SpellSearch::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_turn.timerId())
        return;
    m_turn.stop();
    search();
}

QTextBlock SpellSearch::line(int step) const
{
    const QTextDocument *text = m_editor.document();
    const int from = text->findBlock(m_direction > 0 ? m_start.end : m_start.begin).blockNumber();
    const int lines = text->blockCount();
    return text->findBlockByNumber((from + m_direction * (step % lines) + lines) % lines);
}

/// In the line where it began, the words on one side come first and those on the other last.
bool SpellSearch::isAhead(TextRange word, int step) const
{
    const bool ahead = m_direction > 0 ? word.begin >= m_start.end : word.end <= m_start.begin;
    if (step == 0)
        return ahead;
    return step < m_editor.document()->blockCount() || !ahead;
}

void SpellSearch::search()
{
    Speller &speller = m_spelling.speller();
    if (!speller.isReady())
        return; // it says when
    if (speller.dictionary().isEmpty()) {
        stop();
        Q_EMIT noDictionary();
        return;
    }
    const QDeadlineTimer until(searchTurn);
    const int last = m_editor.document()->blockCount();
    QStringList unknown;
    // Past the first word that is not known none can be selected, but asked for at once.
    for (int step = m_step; step <= last && !until.hasExpired(); ++step) {
        const auto words = m_spelling.wordsOf(line(step));
        if (!words)
            return m_turn.start(untilColoured, this);
        if (selectIn(*words, step, unknown))
            return;
        if (unknown.isEmpty())
            m_step = step + 1;
    }
    if (!unknown.isEmpty())
        return speller.ask(unknown);
    if (m_step <= last)
        return m_turn.start(0ms, this);
    stop();
    Q_EMIT nothingFound();
}

bool SpellSearch::selectIn(const std::vector<Spelling::Word> &words, int step, QStringList &unknown)
{
    const auto visit = [&](const Spelling::Word &word) {
        const auto answer = isAhead(word.range, step) ? m_spelling.speller().isMisspelt(word.text) : false;
        if (!answer)
            unknown << word.text;
        const bool found = answer.value_or(false) && unknown.isEmpty();
        if (found) {
            stop();
            m_editor.select(word.range);
        }
        return found;
    };
    if (m_direction > 0)
        return std::ranges::any_of(words, visit);
    return std::ranges::any_of(words | std::views::reverse, visit);
}

} // namespace Weeknotes
