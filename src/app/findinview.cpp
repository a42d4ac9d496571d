// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findinview.h"

#include "app/findbar.h"
#include "find/matchesinview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QTextDocument>
#include <QTextEdit>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto betweenLetters = 60ms;
constexpr auto afterTyping = 600ms;
constexpr auto nextToNothing = 2ms;
constexpr int longestSelection = 200; // more is a passage, not something to look for

} // namespace

FindInView::FindInView(MatchesInView &found, FindBar &bar, QWidget &pane, QObject *parent)
    : QObject(parent)
    , m_found(found)
    , m_bar(bar)
    , m_escape(new QShortcut(Qt::Key_Escape, &pane, nullptr, nullptr, Qt::WidgetWithChildrenShortcut))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(betweenLetters);
    m_complaint.setSingleShot(true);
    m_complaint.setInterval(afterTyping);
    connect(&m_soon, &QTimer::timeout, this, &FindInView::search);
    connect(&m_complaint, &QTimer::timeout, this,
            [this] { m_bar.complain(tr("This is not a regular expression: %1.").arg(m_finder.problem())); });
    connectBar();
    connectView();
}

void FindInView::connectBar()
{
    connect(&m_bar, &FindBar::soughtChanged, this, [this] {
        m_sought = true;
        m_complaint.stop();
        m_soon.start();
    });
    connect(&m_bar, &FindBar::stepRequested, this, &FindInView::step);
    connect(&m_bar, &FindBar::closeRequested, this, &FindInView::close);
    m_escape->setEnabled(false);
    connect(m_escape, &QShortcut::activated, this, &FindInView::close);
}

void FindInView::connectView()
{
    const QTextEdit &view = m_found.view();
    connect(view.document(), &QTextDocument::contentsChange, this, [this] {
        if (!m_bar.isHidden())
            m_soon.start();
    });
    const auto follow = [this] {
        if (m_seeking)
            return;
        m_origin = m_found.selection().begin;
        if (!m_soon.isActive()) // else what was found is not what there is
            showCount();
    };
    connect(&view, &QTextEdit::cursorPositionChanged, this, follow);
    connect(&view, &QTextEdit::selectionChanged, this, follow);
}

void FindInView::open(bool withReplacement)
{
    if (!m_bar.isHidden())
        catchUp();
    if (!m_bar.isAncestorOf(QApplication::focusWidget()))
        fillFromSelection();
    m_bar.open(withReplacement);
    m_escape->setEnabled(true);
    m_sought = false; // the words are those of before, or are selected: nobody wants to be elsewhere
    beginHere();
    search();
}

void FindInView::beginHere()
{
    m_origin = m_found.place().begin;
}

void FindInView::fillFromSelection()
{
    const TextRange selected = m_found.selection();
    const QString words = m_found.text().sliced(selected.begin, selected.length());
    if (words.isEmpty() || words.size() > longestSelection || words.contains(u'\n'))
        return;
    const std::vector<TextRange> known = m_bar.finder().find(words).ranges;
    if (known != std::vector{TextRange{0, int(words.size())}}) // else it is what was looked for last
        m_bar.setSought(words);
}

void FindInView::close()
{
    catchUp();
    m_complaint.stop();
    m_escape->setEnabled(false);
    m_bar.close();
    m_found.set({});
    m_found.view().setFocus();
}

void FindInView::catchUp()
{
    if (m_soon.isActive())
        search();
}

void FindInView::followNow()
{
    if (m_took < nextToNothing)
        catchUp();
}

void FindInView::search()
{
    m_soon.stop();
    QElapsedTimer clock;
    clock.start();
    m_finder = m_bar.finder();
    TextFinder::Found found = m_finder.find(m_found.text());
    m_found.set(std::move(found.ranges));
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
    else
        holdCurrent();
    showCount();
    m_took = clock.durationElapsed();
}

void FindInView::seek()
{
    const QScopedValueRollback seeking(m_seeking, true);
    const MatchList &all = m_found.list();
    if (const int match = all.nextFrom(m_origin); match >= 0)
        m_found.select(all.at(match));
    else if (!m_finder.isEmpty())
        m_found.select({m_origin, m_origin});
}

void FindInView::holdCurrent()
{
    const MatchList &all = m_found.list();
    const bool writes = !m_found.view().isReadOnly(); // and so knows where the cursor went
    if (m_current < 0 || writes || all.isEmpty() || all.indexOf(m_found.selection()) >= 0)
        return;
    const QScopedValueRollback seeking(m_seeking, true);
    const int match = all.size() == m_count ? m_current : all.nextFrom(m_found.selection().begin);
    m_found.selectAside(all.at(match));
}

void FindInView::step(int direction)
{
    const bool hidden = m_bar.isHidden();
    if (hidden && !m_bar.finder().isEmpty()) // nothing is marked, but the words are known
        search();
    catchUp();
    const MatchList all = m_found.list();
    const TextRange here = m_found.place();
    const int match = direction > 0 ? all.nextFrom(here.end) : all.previousFrom(here.begin);
    if (hidden)
        m_found.set({});
    if (match < 0) {
        if (hidden)
            open(false);
        return;
    }
    m_found.select(all.at(match));
    m_bar.say({});
    if (hidden)
        m_found.view().setFocus();
}

void FindInView::showCount()
{
    const MatchList &all = m_found.list();
    m_current = all.indexOf(m_found.selection());
    m_count = all.size();
    if (m_bar.isHidden())
        return;
    if (m_finder.isEmpty() || !m_finder.problem().isEmpty() || m_gaveUp)
        return m_bar.showNoCount();
    m_bar.showCount(m_current + 1, all.size());
}

} // namespace Weeknotes
