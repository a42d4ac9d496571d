// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/spelling.h"

#include <QObject>

class QAction;
class QMenu;

namespace Weeknotes {

class AppSettings;
class EditActions;
class MarkdownEdit;
class SpellSearch;
class StatusStrip;
struct WindowActions;

/// What can be done about the spelling of the text, in the window's menu and in the text's own, with words and keys.
class SpellingActions : public QObject
{
    Q_OBJECT

public:
    /// Fills the menu `spelling` of `actions`. `editor` is its owner, and none of the others may go before it.
    SpellingActions(MarkdownEdit &editor, const WindowActions &actions, EditActions &edit, AppSettings &settings,
                    StatusStrip &status);

private:
    void fillMenu(QMenu &menu, AppSettings &settings);
    void addSearch(QMenu &menu);
    void showDictionary();
    void openMenu(const QPoint &place, int offset);
    struct Spelt
    {
        std::optional<Spelling::Word> word; ///< a misspelt one
        QStringList suggestions;
        QString ownWord; ///< of a right one
    };
    void offer(const QPoint &place, int offset, const Spelt &spelt);
    void addSuggestions(QMenu &menu, const Spelling::Word &word, const QStringList &suggestions);
    void addDictionaryActions(QMenu &menu, const Spelling::Word &word);
    void addRemoval(QMenu &menu, const QString &ownWord);
    void replace(const Spelling::Word &word, QString better);
    [[nodiscard]] QString noDictionary() const;
    [[nodiscard]] QString whereFrom() const;

    MarkdownEdit &m_editor;
    Spelling &m_spelling;
    SpellSearch &m_search;
    EditActions &m_edit;
    StatusStrip &m_status;
    const QAction &m_smartMarks;
    QAction *m_dictionary = nullptr; ///< names the one in use
    QAction *m_others = nullptr;     ///< says where others come from
};

} // namespace Weeknotes
