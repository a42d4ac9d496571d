// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findreplace.h"

#include "app/findbar.h"
#include "app/notepane.h"
#include "app/windowactions.h"
#include "editor/markdownedit.h"

#include <QAction>
#include <QApplication>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QTextDocument>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto betweenLetters = 60ms;
constexpr auto afterTyping = 600ms;
constexpr int longestSelection = 200; // more is a passage, not something to look for

} // namespace

FindReplace::FindReplace(NotePane &note, const WindowActions &actions, QObject *parent)
    : QObject(parent)
    , m_editor(note.editor())
    , m_bar(note.findBar())
    , m_escape(new QShortcut(Qt::Key_Escape, &note, nullptr, nullptr, Qt::WidgetWithChildrenShortcut))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(betweenLetters);
    m_complaint.setSingleShot(true);
    m_complaint.setInterval(afterTyping);
    connect(&m_soon, &QTimer::timeout, this, &FindReplace::search);
    connect(&m_complaint, &QTimer::timeout, this,
            [this] { m_bar.complain(tr("This is not a regular expression: %1.").arg(m_finder.problem())); });
    connectActions(actions);
    connectText();
}

void FindReplace::connectActions(const WindowActions &actions)
{
    connect(actions.find, &QAction::triggered, this, [this] { open(false); });
    connect(actions.replace, &QAction::triggered, this, [this] { open(true); });
    connect(actions.findNext, &QAction::triggered, this, [this] { step(1); });
    connect(actions.findPrevious, &QAction::triggered, this, [this] { step(-1); });
    connect(&m_bar, &FindBar::soughtChanged, this, [this] {
        m_sought = true;
        m_complaint.stop();
        m_soon.start();
    });
    connect(&m_bar, &FindBar::stepRequested, this, &FindReplace::step);
    connect(&m_bar, &FindBar::replaceRequested, this, &FindReplace::replace);
    connect(&m_bar, &FindBar::replaceAllRequested, this, &FindReplace::replaceAll);
    connect(&m_bar, &FindBar::closeRequested, this, &FindReplace::close);
    m_escape->setEnabled(false);
    connect(m_escape, &QShortcut::activated, this, &FindReplace::close);
}

void FindReplace::connectText()
{
    connect(m_editor.document(), &QTextDocument::contentsChange, this, [this] {
        if (!m_bar.isHidden())
            m_soon.start();
    });
    const auto follow = [this] {
        if (m_seeking)
            return;
        m_origin = m_editor.selection().begin;
        showCount();
    };
    connect(&m_editor, &MarkdownEdit::cursorPositionChanged, this, follow);
    connect(&m_editor, &MarkdownEdit::selectionChanged, this, follow);
}

void FindReplace::open(bool withReplacement)
{
    if (!m_bar.isHidden())
        catchUp();
    if (!m_bar.isAncestorOf(QApplication::focusWidget()))
        fillFromSelection();
    m_bar.open(withReplacement);
    m_escape->setEnabled(true);
    m_sought = false; // the words are those of before, or are selected: nobody wants to be elsewhere
    search();
}

void FindReplace::fillFromSelection()
{
    const QString words = m_editor.textCursor().selectedText();
    if (words.isEmpty() || words.size() > longestSelection || words.contains(QChar::ParagraphSeparator))
        return;
    const std::vector<TextRange> known = m_bar.finder().find(words).ranges;
    if (known != std::vector{TextRange{0, int(words.size())}}) // else it is what was looked for last
        m_bar.setSought(words);
}

void FindReplace::close()
{
    catchUp();
    m_complaint.stop();
    m_escape->setEnabled(false);
    m_bar.close();
    m_editor.setMatches({});
    m_editor.setFocus();
}

void FindReplace::catchUp()
{
    if (m_soon.isActive())
        search();
}

void FindReplace::search()
{
    m_soon.stop();
    m_finder = m_bar.finder();
    TextFinder::Found found = m_finder.find(m_editor.markdown());
    m_editor.setMatches(std::move(found.ranges));
    const bool gaveUpBefore = std::exchange(m_gaveUp, found.gaveUp);
    const bool sought = std::exchange(m_sought, false);
    if (m_gaveUp)
        m_bar.complain(tr("This expression takes too long in this text."));
    else if (sought || gaveUpBefore)
        m_bar.say({});
    if (!m_finder.problem().isEmpty())
        m_complaint.start();
    if (sought)
        seek();
    showCount();
}

void FindReplace::seek()
{
    const QScopedValueRollback seeking(m_seeking, true);
    const MatchList &all = m_editor.matches();
    if (const int match = all.nextFrom(m_origin); match >= 0)
        m_editor.select(all.at(match));
    else if (!m_finder.isEmpty())
        m_editor.select({m_origin, m_origin});
}

void FindReplace::step(int direction)
{
    const bool hidden = m_bar.isHidden();
    if (hidden && !m_bar.finder().isEmpty()) // nothing is marked, but the words are known
        search();
    catchUp();
    const MatchList all = m_editor.matches();
    const TextRange here = m_editor.selection();
    const int match = direction > 0 ? all.nextFrom(here.end) : all.previousFrom(here.begin);
    if (hidden)
        m_editor.setMatches({});
    if (match < 0) {
        if (hidden)
            open(false);
        return;
    }
    m_editor.select(all.at(match));
    m_bar.say({});
    if (hidden)
        m_editor.setFocus();
}

template <typename Change> void FindReplace::change(const Change &change)
{
    {
        const QScopedValueRollback seeking(m_seeking, true); // what there was before is not counted once more
        change();
    }
    m_origin = m_editor.selection().begin;
    search();
}

void FindReplace::replace()
{
    catchUp();
    const TextRange here = m_editor.selection();
    if (m_editor.matches().indexOf(here) < 0)
        return step(1);
    const QString words = m_finder.replacementOf(m_editor.markdown(), here, m_bar.replacement());
    change([&] { m_editor.replace(here.begin, here.length(), words); });
    step(1);
}

void FindReplace::replaceAll()
{
    catchUp();
    if (m_editor.matches().isEmpty()) // among others, of an expression that was given up
        return;
    const std::vector<TextReplacement> all = m_finder.replacements(m_editor.markdown(), m_bar.replacement());
    if (all.empty())
        return;
    change([&] { m_editor.replaceEach(all); });
    m_bar.say(tr("%Ln match(es) replaced.", nullptr, int(all.size())));
}

void FindReplace::showCount()
{
    if (m_bar.isHidden())
        return;
    if (m_finder.isEmpty() || !m_finder.problem().isEmpty() || m_gaveUp)
        return m_bar.showNoCount();
    const MatchList &all = m_editor.matches();
    m_bar.showCount(all.indexOf(m_editor.selection()) + 1, all.size());
}

} // namespace Weeknotes
