// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/spelling.h"

#include "core/spellwords.h"
#include "editor/markdownedit.h"
#include "highlight/markdownhighlighter.h"

#include <QAbstractTextDocumentLayout>
#include <QDeadlineTimer>
#include <QScrollBar>
#include <QTextDocument>
#include <QTimerEvent>

#include <algorithm>
#include <chrono>

namespace Weeknotes {

using namespace std::chrono_literals;

namespace {

constexpr auto turnLength = 2ms; // a line more or less
constexpr auto restBefore = 250ms;
constexpr qsizetype mostLooked = 2000; // lines; beyond, those out of view are forgotten

bool touches(TextRange word, int offset)
{
    return word.begin <= offset && offset <= word.end;
}

bool isField(const QString &line)
{
    return line.contains(u':') || line.contains(u'=');
}

/// Where front matter ends, if the text begins with some: the line of its second mark.
int frontMatterEnd(const QTextDocument &text)
{
    constexpr int longest = 100; // lines
    const QTextBlock first = text.firstBlock();
    const QString mark = first.text().trimmed();
    if ((mark != QStringLiteral("---") && mark != QStringLiteral("+++")) || !isField(first.next().text()))
        return -1;
    QTextBlock line = first.next();
    while (line.isValid() && line.blockNumber() < longest && line.text().trimmed() != mark)
        line = line.next();
    return line.isValid() && line.blockNumber() < longest ? line.blockNumber() : -1;
}

} // namespace

Spelling::Spelling(MarkdownEdit &editor, const MarkdownHighlighter &highlighter)
    : QObject(&editor), m_editor(editor), m_highlighter(highlighter)
{
    connect(editor.document(), &QTextDocument::contentsChange, this, &Spelling::follow);
    connect(&highlighter, &MarkdownHighlighter::turnEnded, this, &Spelling::lookSoonAndAgain);
    connect(&editor, &MarkdownEdit::textEdited, this, [this] {
        const int cursor = m_editor.cursorOffset(); // elsewhere, it did not type
        m_typed = m_edited.begin <= cursor && cursor <= m_edited.end ? cursor : -1;
    });
    connect(&editor, &QTextEdit::cursorPositionChanged, this, &Spelling::lookSoon);
    connect(&m_speller, &Speller::answered, this, &Spelling::lookSoon);
    connect(&m_speller, &Speller::changed, this, &Spelling::lookAgain);
}

void Spelling::setOn(bool on)
{
    if (m_on == on)
        return;
    m_on = on;
    dropMarks();
    lookAgain();
}

void Spelling::dropMarks()
{
    if (m_marks.isEmpty())
        return;
    m_marks = {};
    m_editor.viewport()->update();
}

void Spelling::followLanguage()
{
    m_speller.setLanguage(m_editor.language());
}

std::optional<std::vector<Spelling::Word>> Spelling::wordsOf(const QTextBlock &line) const
{
    const auto prose = m_highlighter.proseOf(line);
    if (!prose)
        return std::nullopt;
    std::vector<Word> words;
    if (line.blockNumber() <= frontMatterEnd(*m_editor.document()))
        return words;
    const QString text = line.text();
    for (const auto &[start, length] : *prose) {
        for (SpellWord &word : spellWords(text, start, length, m_speller.script()))
            words.push_back({{line.position() + word.start, line.position() + word.end()}, std::move(word.text)});
    }
    return words;
}

std::optional<Spelling::Word> Spelling::wordAt(int offset) const
{
    for (Word &word : wordsOf(m_editor.document()->findBlock(offset)).value_or(std::vector<Word>())) {
        if (touches(word.range, offset))
            return std::move(word);
    }
    return std::nullopt;
}

std::optional<Spelling::Word> Spelling::misspeltAt(int offset)
{
    const auto word = wordAt(offset);
    return word && m_speller.isMisspelt(word->text).value_or(false) ? word : std::nullopt;
}

void Spelling::follow(int position, int removed, int added)
{
    if (removed != added) // else it mostly is how a line looks, or what is composed in it, which come as changes, too
        m_marks.follow(position, removed, added);
    m_edited = {position, position + added};
    const QTextDocument *text = m_editor.document();
    const int first = text->findBlock(position).blockNumber();
    const bool moved = std::exchange(m_lines, text->blockCount()) != text->blockCount();
    const int last = moved ? m_lines : text->findBlock(position + added).blockNumber();
    erase_if(m_looked, [&](int line) { return line >= first && (moved || line <= last || last < 0); });
    if (m_on && position == 0 && !text->isEmpty()) // mostly another text: its dictionary is read while it is laid out
        followLanguage();
    lookSoonAndAgain();
}

void Spelling::lookSoonAndAgain()
{
    if (!m_on)
        return;
    lookSoon();
    m_rest.start(restBefore, this); // what is code and what is prose may have changed elsewhere
}

void Spelling::lookSoon()
{
    if (m_on && !m_turn.isActive())
        m_turn.start(0ms, this);
}

void Spelling::lookAgain()
{
    m_looked.clear();
    lookSoon();
}

void Spelling::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_turn.timerId()) {
        m_turn.stop();
        look();
    } else if (event->timerId() == m_rest.timerId()) {
        m_rest.stop();
        lookAgain();
    }
}

void Spelling::look()
{
    const QDeadlineTimer until(turnLength);
    if (!m_on || !m_editor.isVisible())
        return;
    followLanguage();
    if (!m_speller.isReady()) // it says when
        return;
    if (m_speller.dictionary().isEmpty())
        return dropMarks();
    leaveTyped();
    const QTextDocument *text = m_editor.document();
    const QAbstractTextDocumentLayout *layout = text->documentLayout();
    const int top = m_editor.verticalScrollBar()->value();
    const int bottom = top + m_editor.viewport()->height();
    QStringList unknown;
    QTextBlock line = text->findBlock(std::max(layout->hitTest(QPointF(0, top), Qt::FuzzyHit), 0));
    const int begin = line.position();
    for (; line.isValid() && layout->blockBoundingRect(line).top() <= bottom; line = line.next()) {
        if (m_looked.contains(line.blockNumber()))
            continue;
        if (until.hasExpired()) {
            lookSoon();
            break;
        }
        lookAt(line, unknown);
    }
    m_speller.ask(unknown);
    keepNear({begin, line.isValid() ? line.position() : text->characterCount()});
}

void Spelling::lookAt(const QTextBlock &line, QStringList &unknown)
{
    const auto words = wordsOf(line);
    if (!words)
        return; // the highlighter is on its way, and says when it was there
    const qsizetype knownBefore = unknown.size();
    std::vector<TextRange> misspelt;
    for (const Word &word : *words) {
        const auto answer = m_speller.isMisspelt(word.text);
        if (!answer)
            unknown << word.text;
        else if (*answer && !isTyped(word.range))
            misspelt.push_back(word.range);
    }
    if (unknown.size() > knownBefore)
        return; // until the answer comes, what is marked stays
    m_looked.insert(line.blockNumber());
    if (!m_marks.replaceWithin({line.position(), line.position() + line.length()}, misspelt))
        return;
    const QRectF place = m_editor.document()->documentLayout()->blockBoundingRect(line);
    m_editor.viewport()->update(place.translated(0, -m_editor.verticalScrollBar()->value()).toAlignedRect());
}

bool Spelling::isTyped(TextRange word) const
{
    return m_typed >= 0 && touches(word, m_typed);
}

/// Once the cursor has left the word that was typed, that is a word like any other.
void Spelling::leaveTyped()
{
    const int cursor = m_editor.cursorOffset();
    if (m_typed < 0 || m_typed == cursor)
        return;
    const QTextBlock line = m_editor.document()->findBlock(m_typed);
    const auto words = wordsOf(line);
    const bool within = words && std::ranges::any_of(*words, [&](const Word &word) {
                            return isTyped(word.range) && touches(word.range, cursor);
                        });
    if (within)
        return;
    m_typed = -1;
    m_looked.remove(line.blockNumber());
}

/// Nothing grows, however far somebody scrolls.
void Spelling::keepNear(TextRange view)
{
    if (m_looked.size() <= mostLooked)
        return;
    m_looked.clear();
    const std::span<const TextRange> near = m_marks.within(view);
    m_marks = MatchList({near.begin(), near.end()});
}

} // namespace Weeknotes
