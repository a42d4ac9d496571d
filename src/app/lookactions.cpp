// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lookactions.h"

#include "app/announce.h"
#include "app/lastlooklist.h"
#include "app/linkcheck.h"
#include "app/notepane.h"
#include "app/quietlook.h"
#include "app/remotepictures.h"
#include "app/session.h"
#include "app/statusstrip.h"
#include "app/webbar.h"
#include "app/windowactions.h"
#include "cli/lastlooktext.h"
#include "editor/markdownedit.h"
#include "style/typography.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int rowsInView = 4;

std::vector<LookFinding> toStepThrough(const std::vector<LookFinding> &findings)
{
    std::vector<LookFinding> some = findings;
    std::erase_if(some, [](const LookFinding &each) { return each.severity() == LookSeverity::Info; });
    return some;
}

} // namespace

LookActions::LookActions(NotePane &note, Session &session, const WindowActions &actions, StatusStrip &status,
                         QObject *parent)
    : QObject(parent)
    , m_note(note)
    , m_shown(*actions.lastLook)
    , m_status(status)
    , m_look(new QuietLook(session, this))
    , m_links(new LinkCheck(session, *m_look, this))
    , m_pictures(new RemotePictures(session, note, *m_look, this))
{
    connect(m_look, &QuietLook::looked, this, &LookActions::show);
    connect(&status, &StatusStrip::lookRequested, &m_shown, &QAction::trigger);
    connect(&m_shown, &QAction::toggled, this, &LookActions::showPanel);
    connect(actions.nextToLook, &QAction::triggered, this, [this] { m_look->whenCurrent(this, [this] { step(1); }); });
    connect(actions.previousToLook, &QAction::triggered, this,
            [this] { m_look->whenCurrent(this, [this] { step(-1); }); });
    connect(actions.checkLinks, &QAction::triggered, this, [this] {
        m_shown.setChecked(true); // where its answers come
        m_links->start();
    });
    connect(actions.bringPictures, &QAction::triggered, m_pictures, &RemotePictures::bringAll);
    connect(m_links, &WebTask::changed, this, [this] {
        if (!m_links->isRunning() && !m_links->words().isEmpty()) // once, though two heads may show it
            announce(&m_status, m_links->words());
    });
    connect(m_pictures, &WebTask::changed, this, [this] {
        if (m_pictures->isRunning())
            m_status.showStep(m_pictures->words());
        else if (!m_pictures->words().isEmpty())
            m_status.say(m_pictures->words());
    });
}

void LookActions::makePanel()
{
    m_panel = new QWidget(&m_note);
    m_panel->setProperty("role", u"tools"_s);
    m_panel->setAttribute(Qt::WA_StyledBackground);
    m_panel->hide();
    auto *title = new QLabel(tr("The last look"), m_panel);
    title->setProperty("role", u"second"_s);
    auto *close = new QToolButton(m_panel);
    close->setProperty("role", u"quiet"_s);
    close->setText(u"×"_s);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Esc"));
    m_list = new LastLookList(m_panel);
    m_list->setMostRows(rowsInView);
    m_list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto *head = new WebBar(title, *m_links, {m_links, m_pictures}, m_panel);
    head->setContentsMargins(4 * Metrics::step, Metrics::step, 3 * Metrics::step, 0);
    head->addButton(close);
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(0, Metrics::hairline, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_list);
    m_note.addBelow(m_panel);

    m_panel->setAccessibleName(title->text());
    m_panel->setFocusProxy(m_list);
    m_panel->installEventFilter(this);
    connect(close, &QToolButton::clicked, &m_shown, [this] { m_shown.setChecked(false); });
    connect(m_list, &LastLookList::goTo, this, &LookActions::go);
    connect(m_list, &LastLookList::fixWanted, this, &LookActions::mend);
    connect(m_list, &LastLookList::allPicturesWanted, m_pictures, &RemotePictures::bringAll);
    connect(m_list, &LastLookList::notHereWanted, m_look, &QuietLook::leaveAlone);
    connect(m_list, &LastLookList::hereWanted, m_look, &QuietLook::lookAgain);
}

void LookActions::showPanel(bool shown)
{
    if (!m_panel)
        makePanel();
    m_look->setNamesPeople(this, shown);
    show();
    m_panel->setVisible(shown);
    if (shown)
        m_panel->setFocus();
    else
        m_note.editor().setFocus();
}

bool LookActions::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_panel && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_shown.setChecked(false);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void LookActions::show()
{
    m_status.showToLookAt(m_look->toDo());
    if (!m_list || !m_shown.isChecked())
        return;
    m_list->setWritable(!m_note.editor().isReadOnly());
    m_list->setFindings(m_look->findings(), m_look->text(), m_look->leftAlone());
}

void LookActions::step(int direction)
{
    const std::vector<LookFinding> findings = toStepThrough(m_look->findings());
    if (findings.empty())
        return m_status.say(tr("Nothing to look at."));
    const int count = int(findings.size());
    const TextRange at = m_note.editor().selection();
    const auto here = std::ranges::find(
        findings, at, [](const LookFinding &each) { return TextRange{each.range.begin, each.range.end}; });
    const auto begin = [](const LookFinding &each) { return each.range.begin; };
    int next = 0;
    if (here != findings.end()) // the last step led there
        next = int(here - findings.begin()) + direction;
    else if (direction > 0)
        next = int(std::ranges::lower_bound(findings, at.end, {}, begin) - findings.begin());
    else
        next = int(std::ranges::lower_bound(findings, at.begin, {}, begin) - findings.begin()) - 1;
    const LookFinding &found = findings[size_t((next + count) % count)];
    go(found);
    m_status.say(lookText(found));
}

void LookActions::go(const LookFinding &finding)
{
    m_look->whenCurrent(this, [this, finding] {
        const LookFinding *now = nearestLike(finding, m_look->findings());
        if (!now)
            now = nearestLike(finding, m_look->leftAlone());
        if (!now)
            return;
        m_note.editor().select({now->range.begin, now->range.end});
        m_note.editor().setFocus();
        if (m_list)
            m_list->choose(*now);
    });
}

void LookActions::mend(const LookFinding &finding)
{
    if (finding.rule == LookRule::RemoteImage)
        return m_pictures->bring({finding.words});
    m_look->whenCurrent(this, [this, finding] {
        const LookFinding *now = nearestLike(finding, m_look->findings());
        if (!now || m_note.editor().isReadOnly())
            return;
        std::vector<TextReplacement> replacements;
        for (const LookEdit &edit : now->fix)
            replacements.push_back({{edit.range.begin, edit.range.end}, edit.text});
        m_note.editor().replaceEach(replacements);
        m_look->whenCurrent(this, [] {}); // without a rest
    });
}

void LookActions::addTo(QMenu &menu, int offset)
{
    if (m_note.editor().isReadOnly() || m_look->text() != m_note.editor().markdown())
        return;
    const auto picture = std::ranges::find_if(m_look->findings(), [offset](const LookFinding &each) {
        return each.rule == LookRule::RemoteImage && each.range.contains(offset);
    });
    if (picture == m_look->findings().end())
        return;
    menu.addAction(tr("&Bring this picture in"), m_pictures,
                   [this, words = picture->words] { m_pictures->bring({words}); });
    menu.addSeparator();
}

} // namespace Weeknotes
