// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the window, as the search offers them.
#include "app/searchgroups.h"
#include "core/searchfold.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

struct CommandWords
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::SearchGroups)
};

/// How a menu names it, without the mark of its letter and the keys behind the tab.
QString wordsOf(const QAction &action)
{
    QString words = action.text().section(u'\t', 0, 0);
    constexpr QChar marked(0x1a);
    words.replace("&&"_L1, marked).remove(u'&').replace(marked, u'&');
    return words;
}

QString keysOf(const QAction &action)
{
    const QString named = action.text().section(u'\t', 1); // the editor has these keys itself
    return named.isEmpty() ? action.shortcut().toString(QKeySequence::NativeText) : named;
}

struct FoundCommand
{
    QAction *action = nullptr;
    QString words;
    QString path;
    int rank = 0; ///< the lower the better
};

/// Whether each of `sought` begins one of the words of `text`.
bool begunByAll(const QStringList &sought, const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(sought, [&](const QString &begin) {
        return std::ranges::any_of(words, [&](const QString &word) { return word.startsWith(begin); });
    });
}

void collect(const QMenu &menu, const QString &path, const QStringList &sought, std::vector<FoundCommand> &found)
{
    for (QAction *action : menu.actions()) {
        if (action->isSeparator() || !action->isEnabled() || !action->isVisible())
            continue;
        const QString words = wordsOf(*action);
        if (const QMenu *inner = action->menu()) {
            collect(*inner, path.isEmpty() ? words : CommandWords::tr("%1, %2").arg(path, words), sought, found);
            continue;
        }
        const QString name = foldForSearch(words);
        const QString also = foldForSearch(action->property("alsoCalled").toString());
        if (name.startsWith(sought.join(u' ')))
            found.push_back({action, words, path, 0});
        else if (begunByAll(sought, name))
            found.push_back({action, words, path, 1});
        else if (begunByAll(sought, name + u' ' + foldForSearch(path) + u' ' + also))
            found.push_back({action, words, path, 2});
    }
}

} // namespace

SearchGroup SearchGroups::commands(const QString &words, const QMenu &menu)
{
    std::vector<FoundCommand> found;
    const QStringList sought = foldForSearch(words).split(u' ', Qt::SkipEmptyParts);
    collect(menu, {}, sought, found);
    std::ranges::stable_sort(found, {}, &FoundCommand::rank);
    SearchGroup group{CommandWords::tr("Commands"), {}};
    for (const auto &[action, name, path, rank] : found) {
        group.rows.push_back({.target = QPointer(action),
                              .title = name.toHtmlEscaped(),
                              .aside = action->isChecked() ? CommandWords::tr("%1, on").arg(path) : path,
                              .detail = keysOf(*action),
                              .snippet = {},
                              .offer = {}});
    }
    return group;
}

} // namespace Weeknotes
