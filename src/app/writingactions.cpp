// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/writingactions.h"

#include "app/appsettings.h"
#include "app/session.h"
#include "app/windowactions.h"
#include "editor/formhabits.h"
#include "editor/linehabits.h"
#include "editor/markdownedit.h"
#include "editor/tablehabits.h"
#include "publisher/post.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Weeknotes {

using WritingHabits::ListForm;

WritingActions::WritingActions(MarkdownEdit &editor, const WindowActions &actions, Session &session,
                               AppSettings &settings)
    : QObject(&editor), m_editor(editor), m_menu(*actions.format)
{
    addForms();
    m_menu.addSeparator();
    addTable();
    addLines();
    connectPaste(actions.pastePlain);
    connectSmartMarks(actions.smartMarks, session, settings);
}

template <typename Habit>
QAction *WritingActions::add(const QString &words, const QKeySequence &keys, const Habit &habit)
{
    QAction *action = m_menu.addAction(words);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_editor.addAction(action);
    connect(action, &QAction::triggered, this, [this, habit] { m_editor.edit(habit); });
    return action;
}

void WritingActions::addForms()
{
    const auto heading = [](int level) {
        return [level](QTextCursor &cursor) { WritingHabits::setHeading(cursor, level); };
    };
    add(tr("Heading &1"), QKeySequence(u"Ctrl+Alt+1"_s), heading(1));
    add(tr("Heading &2"), QKeySequence(u"Ctrl+Alt+2"_s), heading(2));
    add(tr("Heading &3"), QKeySequence(u"Ctrl+Alt+3"_s), heading(3));
    add(tr("N&o heading"), QKeySequence(u"Ctrl+Alt+0"_s), heading(0));
    m_menu.addSeparator();
    const auto list = [](ListForm form) {
        return [form](QTextCursor &cursor) { WritingHabits::toggleList(cursor, form); };
    };
    add(tr("&Numbered list"), QKeySequence(u"Ctrl+Shift+7"_s), list(ListForm::Numbers));
    add(tr("&Bulleted list"), QKeySequence(u"Ctrl+Shift+8"_s), list(ListForm::Bullets));
    add(tr("&Quote"), QKeySequence(u"Ctrl+Shift+9"_s), [](QTextCursor &cursor) { WritingHabits::toggleQuote(cursor); });
    add(tr("&Task"), QKeySequence(u"Ctrl+Shift+X"_s), list(ListForm::Tasks));
    const QKeySequence tick(u"Ctrl+Return"_s);
    add(tr("Tick or &untick the task"), tick, [](QTextCursor &cursor) {
        WritingHabits::toggleTick(cursor);
    })->setShortcuts({tick, QKeySequence(u"Ctrl+Enter"_s)}); // the keypad's too
}

void WritingActions::addTable()
{
    add(tr("&Align the table"), QKeySequence(u"Ctrl+Shift+T"_s),
        [](QTextCursor &cursor) { WritingHabits::alignTable(cursor); });
}

void WritingActions::addLines()
{
    const auto move = [](bool up) { return [up](QTextCursor &cursor) { WritingHabits::moveLines(cursor, up); }; };
    add(tr("Move u&p"), QKeySequence(u"Alt+Up"_s), move(true));
    add(tr("Move &down"), QKeySequence(u"Alt+Down"_s), move(false));
    add(tr("Dupli&cate"), QKeySequence(u"Ctrl+Shift+D"_s),
        [](QTextCursor &cursor) { WritingHabits::duplicate(cursor); });
}

void WritingActions::connectPaste(QAction *plain)
{
    plain->setShortcutContext(Qt::WidgetShortcut);
    m_editor.addAction(plain);
    connect(plain, &QAction::triggered, &m_editor, &MarkdownEdit::pastePlain);
}

void WritingActions::connectSmartMarks(QAction *on, Session &session, AppSettings &settings)
{
    m_editor.setLanguageSource([&session] {
        const DraftSession *draft = session.draft();
        return draft ? headOf(draft->fields(), session.shelf().settings()).language : QString();
    });
    connect(on, &QAction::toggled, &m_editor, &MarkdownEdit::setSmartMarks);
    on->setChecked(settings.smartMarks());
    connect(on, &QAction::triggered, this, [&settings](bool checked) { settings.setSmartMarks(checked); });
}

} // namespace Weeknotes
