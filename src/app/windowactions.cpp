// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowactions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::WindowActions)
};

QAction *add(QWidget *window, const QString &text, const QKeySequence &keys = {}, bool checkable = false)
{
    auto *action = new QAction(text, window);
    if (!keys.isEmpty())
        action->setShortcut(keys);
    action->setCheckable(checkable);
    window->addAction(action);
    return action;
}

/// The editor has these keys itself; the menu only names them.
QAction *name(QWidget *window, const QString &text, const QKeySequence &keys)
{
    QAction *action = add(window, text + u'\t' + keys.toString(QKeySequence::NativeText));
    return action;
}

/// Other words that people search for them by.
void nameAlso(const WindowActions &all)
{
    for (const auto &[action, words] : {std::pair(all.publish, Words::tr("export page medium html")),
                                        {all.exportNotes, Words::tr("site book pdf hugo jekyll eleventy archive")},
                                        {all.savePdf, Words::tr("export")},
                                        {all.import, Words::tr("bring my archive")},
                                        {all.history, Words::tr("versions")},
                                        {all.removeNote, Words::tr("delete")},
                                        {all.bin, Words::tr("deleted trash")},
                                        {all.markdownCopy, Words::tr("export mirror folder")},
                                        {all.backups, Words::tr("restore")},
                                        {all.lastLook, Words::tr("check before publishing findings")},
                                        {all.checkLinks, Words::tr("dead broken moved addresses")},
                                        {all.bringPictures, Words::tr("remote images download medium")},
                                        {all.details, Words::tr("tags dates number author period")},
                                        {all.timeline, Words::tr("pane sidebar")},
                                        {all.preview, Words::tr("pane page")},
                                        {all.beside, Words::tr("pane last week earlier years mention")},
                                        {all.larger, Words::tr("zoom in bigger font")},
                                        {all.smaller, Words::tr("zoom out font")},
                                        {all.usualSize, Words::tr("zoom reset")},
                                        {all.sections, Words::tr("look back headings")},
                                        {all.storylines, Words::tr("look back follow a word tag phrase")},
                                        {all.seasonReview, Words::tr("look back finale year")},
                                        {all.statistics, Words::tr("look back charts figures")},
                                        {all.dark, Words::tr("night mode theme colours")},
                                        {all.light, Words::tr("day mode theme colours")},
                                        {all.followSystem, Words::tr("theme colours")}})
        action->setProperty("alsoCalled", words);
}

} // namespace

WindowActions::WindowActions(QWidget *window)
    : newNote(add(window, Words::tr("&New note for this week"), QKeySequence::New))
    , newFortnight(add(window, Words::tr("New &fortnight note")))
    , newPost(add(window, Words::tr("New p&ost")))
    , newPause(add(window, Words::tr("New pa&use…")))
    , import(add(window, Words::tr("&Import…"), QKeySequence(u"Ctrl+Shift+I"_s)))
    , publish(add(window, Words::tr("&Publish…"), QKeySequence(u"Ctrl+Shift+P"_s)))
    , exportNotes(add(window, Words::tr("E&xport…"), QKeySequence(u"Ctrl+Shift+S"_s)))
    , print(add(window, Words::tr("P&rint…"), QKeySequence::Print))
    , savePdf(add(window, Words::tr("&Save as PDF…")))
    , history(add(window, Words::tr("&History…"), QKeySequence(u"Ctrl+Shift+H"_s)))
    , removeNote(add(window, Words::tr("&Move to the bin"), QKeySequence(u"Ctrl+Shift+Del"_s)))
    , bin(add(window, Words::tr("&Bin…")))
    , markdownCopy(add(window, Words::tr("Keep a Markdown &copy…")))
    , backups(add(window, Words::tr("Back&ups…")))
    , newLibrary(add(window, Words::tr("&New library…")))
    , openLibrary(add(window, Words::tr("&Open library…")))
    , recentLibraries(new QMenu(Words::tr("&Recent"), window))
    , moveLibrary(add(window, Words::tr("&Move this library…")))
    , seasons(add(window, Words::tr("Se&asons…")))
    , settings(add(window, Words::tr("S&ettings…"), QKeySequence(u"Ctrl+,"_s)))
    , quit(add(window, Words::tr("&Quit"), QKeySequence(u"Ctrl+Q"_s)))
    , edit(new QMenu(Words::tr("&Edit"), window))
    , undo(name(window, Words::tr("&Undo"), QKeySequence::Undo))
    , redo(name(window, Words::tr("&Redo"), QKeySequence::Redo))
    , cut(name(window, Words::tr("Cu&t"), QKeySequence::Cut))
    , copy(name(window, Words::tr("&Copy"), QKeySequence::Copy))
    , paste(name(window, Words::tr("&Paste"), QKeySequence::Paste))
    , pastePlain(add(window, Words::tr("Paste as plain te&xt"), QKeySequence(u"Ctrl+Shift+V"_s)))
    , selectAll(name(window, Words::tr("Select &all"), QKeySequence::SelectAll))
    , strong(name(window, Words::tr("&Bold"), QKeySequence::Bold))
    , emphasis(name(window, Words::tr("&Italic"), QKeySequence::Italic))
    , code(name(window, Words::tr("C&ode"), QKeySequence(u"Ctrl+E"_s)))
    , link(name(window, Words::tr("Insert &link"), QKeySequence(u"Ctrl+Shift+L"_s)))
    , find(add(window, Words::tr("&Find…"), QKeySequence(u"Ctrl+F"_s)))
    , findNext(add(window, Words::tr("Find &next"), QKeySequence(u"F3"_s)))
    , findPrevious(add(window, Words::tr("Find pre&vious"), QKeySequence(u"Shift+F3"_s)))
    , replace(add(window, Words::tr("R&eplace…"), QKeySequence(u"Ctrl+H"_s)))
    , smartMarks(add(window, Words::tr("&Smart quotes and dashes"), {}, true))
    , format(new QMenu(Words::tr("&Format"), window))
    , spelling(new QMenu(Words::tr("Spellin&g"), window))
    , lastLook(add(window, Words::tr("The last loo&k"), QKeySequence(u"Ctrl+F8"_s), true))
    , nextToLook(add(window, Words::tr("Next thing to look at"), QKeySequence(u"F8"_s)))
    , previousToLook(add(window, Words::tr("Previous thing to look at"), QKeySequence(u"Shift+F8"_s)))
    , checkLinks(add(window, Words::tr("C&heck links on the web")))
    , bringPictures(add(window, Words::tr("Bring in pictures from the &web")))
    , details(add(window, Words::tr("Note &details…"), QKeySequence(u"Ctrl+D"_s)))
    , timeline(add(window, Words::tr("&Timeline"), QKeySequence(u"Ctrl+1"_s), true))
    , preview(add(window, Words::tr("&Preview"), QKeySequence(u"Ctrl+2"_s), true))
    , beside(add(window, Words::tr("&Beside the draft"), QKeySequence(u"Ctrl+3"_s), true))
    , focus(add(window, Words::tr("Focus"), QKeySequence(u"F9"_s), true))
    , dimOthers(add(window, Words::tr("Dim other para&graphs"), {}, true))
    , typewriter(add(window, Words::tr("T&ypewriter scrolling"), {}, true))
    , fullScreen(add(window, Words::tr("F&ull screen"), QKeySequence(u"F11"_s), true))
    , goal(add(window, Words::tr("&Writing goal…")))
    , together(add(window, Words::tr("&Scroll together"), {}, true))
    , larger(add(window, Words::tr("Larger te&xt")))
    , smaller(add(window, Words::tr("S&maller text"), QKeySequence::ZoomOut))
    , usualSize(add(window, Words::tr("&Normal text size"), QKeySequence(u"Ctrl+0"_s)))
    , light(add(window, Words::tr("&Light"), {}, true))
    , dark(add(window, Words::tr("&Dark"), {}, true))
    , followSystem(add(window, Words::tr("As the &system"), {}, true))
    , thisWeek(add(window, Words::tr("This week"), QKeySequence(u"Alt+Home"_s)))
    , previousWeek(add(window, Words::tr("Previous week"), QKeySequence(u"Alt+Left"_s)))
    , nextWeek(add(window, Words::tr("Next week"), QKeySequence(u"Alt+Right"_s)))
    , search(add(window, Words::tr("&Search"), QKeySequence(u"Ctrl+K"_s)))
    , goHeading(add(window, Words::tr("To a &heading…"), QKeySequence(u"Ctrl+Shift+O"_s)))
    , lookBack(add(window, Words::tr("&Look back"), QKeySequence(u"Ctrl+L"_s), true))
    , sections(add(window, Words::tr("Sections thr&ough time")))
    , storylines(add(window, Words::tr("Stor&ylines")))
    , seasonReview(add(window, Words::tr("Season &review")))
    , statistics(add(window, Words::tr("St&atistics")))
    , goTimeline(add(window, Words::tr("To the &timeline"), QKeySequence(u"Ctrl+T"_s)))
    , filter(add(window, Words::tr("&Filter the timeline"), QKeySequence(u"Ctrl+Shift+F"_s)))
    , goText(add(window, Words::tr("To the te&xt"), QKeySequence(u"Ctrl+G"_s)))
    , openMenu(add(window, Words::tr("Menu"), QKeySequence(u"F10"_s)))
    , sample(add(window, Words::tr("&Look at the sample library")))
    , about(add(window, Words::tr("&About Weeknotes")))
{
    larger->setShortcuts({QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)}); // where + needs Shift
    nameAlso(*this);
    auto *schemes = new QActionGroup(window);
    for (QAction *scheme : {followSystem, light, dark})
        schemes->addAction(scheme);
}

QMenu *WindowActions::menu(QWidget *parent) const
{
    auto *menu = new QMenu(parent);
    QMenu *file = menu->addMenu(Words::tr("&File"));
    file->addActions({newNote, newFortnight, newPost, newPause});
    file->addSeparator();
    file->addActions({import, publish, exportNotes});
    file->addSeparator();
    file->addActions({print, savePdf});
    file->addSeparator();
    file->addActions({history, removeNote, bin});
    file->addSeparator();
    QMenu *library = file->addMenu(Words::tr("&Library"));
    library->addActions({newLibrary, openLibrary});
    library->addMenu(recentLibraries);
    library->addSeparator();
    library->addActions({backups, markdownCopy, moveLibrary});
    file->addActions({seasons, settings});
    file->addSeparator();
    file->addAction(quit);
    menu->addMenu(edit);
    addEditing(*edit);
    edit->addAction(smartMarks);
    edit->addSeparator();
    edit->addActions({find, findNext, findPrevious, replace});
    edit->addMenu(spelling);
    edit->addActions({lastLook, nextToLook, previousToLook, checkLinks, bringPictures});
    edit->addSeparator();
    edit->addAction(details);
    QMenu *view = menu->addMenu(Words::tr("&View"));
    view->addActions({timeline, preview, beside, focus, dimOthers, typewriter, fullScreen, goal});
    view->addSeparator();
    view->addAction(together);
    view->addSeparator();
    view->addActions({larger, smaller, usualSize});
    view->addSeparator();
    view->addActions({followSystem, light, dark});
    QMenu *go = menu->addMenu(Words::tr("&Go"));
    go->addActions({thisWeek, previousWeek, nextWeek});
    go->addSeparator();
    go->addActions({search, goHeading, goTimeline, filter, goText});
    go->addSeparator();
    go->addActions({lookBack, sections, storylines, seasonReview, statistics});
    QMenu *help = menu->addMenu(Words::tr("&Help"));
    help->addActions({sample, about});
    return menu;
}

void WindowActions::addEditing(QMenu &menu) const
{
    menu.addActions({undo, redo});
    menu.addSeparator();
    menu.addActions({cut, copy, paste, pastePlain, selectAll});
    menu.addSeparator();
    menu.addActions({strong, emphasis, code, link});
    menu.addMenu(format);
}

} // namespace Weeknotes
