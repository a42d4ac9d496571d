// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spellingactions.h"

#include "app/appsettings.h"
#include "app/editactions.h"
#include "app/menutext.h"
#include "app/statusstrip.h"
#include "app/windowactions.h"
#include "editor/markdownedit.h"
#include "editor/spellsearch.h"

#include <QAction>
#include <QLocale>
#include <QMenu>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr qsizetype mostSuggestions = 5;
constexpr QChar printApostrophe(0x2019);

} // namespace

SpellingActions::SpellingActions(MarkdownEdit &editor, const WindowActions &actions, EditActions &edit,
                                 AppSettings &settings, StatusStrip &status)
    : QObject(&editor)
    , m_editor(editor)
    , m_spelling(editor.spelling())
    , m_search(*new SpellSearch(editor))
    , m_edit(edit)
    , m_status(status)
    , m_smartMarks(*actions.smartMarks)
{
    fillMenu(*actions.spelling, settings);
    connect(&editor, &MarkdownEdit::menuRequested, this, &SpellingActions::openMenu);
    auto *menuKey = new QAction(&editor); // where a keyboard has no key of its own for it
    menuKey->setShortcut(QKeySequence(u"Shift+F10"_s));
    menuKey->setShortcutContext(Qt::WidgetShortcut);
    editor.addAction(menuKey);
    connect(menuKey, &QAction::triggered, &editor, &MarkdownEdit::requestMenu);
}

void SpellingActions::fillMenu(QMenu &menu, AppSettings &settings)
{
    QAction *checks = menu.addAction(tr("&Check spelling"));
    checks->setCheckable(true);
    connect(checks, &QAction::toggled, &m_spelling, &Spelling::setOn);
    checks->setChecked(settings.checksSpelling());
    connect(checks, &QAction::triggered, this, [&settings](bool on) { settings.setChecksSpelling(on); });
    menu.addSeparator();
    addSearch(menu);
    menu.addSeparator();
    m_dictionary = menu.addAction(QString());
    m_dictionary->setEnabled(false);
    m_others = menu.addAction(QString());
    m_others->setEnabled(false);
    connect(&menu, &QMenu::aboutToShow, this, [this] {
        m_spelling.followLanguage();
        showDictionary();
    });
    connect(&m_spelling.speller(), &Speller::changed, this, &SpellingActions::showDictionary);
}

void SpellingActions::addSearch(QMenu &menu)
{
    const auto add = [&](const QString &words, const QKeySequence &keys, int direction) {
        QAction *action = menu.addAction(words);
        action->setShortcut(keys);
        m_editor.addAction(action);
        connect(action, &QAction::triggered, this, [this, direction] {
            if (m_editor.isVisible())
                m_search.find(direction);
        });
    };
    add(tr("&Next misspelt word"), QKeySequence(u"F7"_s), 1);
    add(tr("&Previous misspelt word"), QKeySequence(u"Shift+F7"_s), -1);
    connect(&m_search, &SpellSearch::nothingFound, this, [this] { m_status.say(tr("No misspelt words.")); });
    connect(&m_search, &SpellSearch::noDictionary, this, [this] { m_status.say(noDictionary() + u' ' + whereFrom()); });
}

void SpellingActions::showDictionary()
{
    const Speller &speller = m_spelling.speller();
    m_dictionary->setVisible(speller.isReady());
    m_dictionary->setText(speller.dictionary().isEmpty()
                              ? noDictionary()
                              : tr("Dictionary: %1").arg(QLocale(speller.dictionary()).nativeLanguageName()));
    m_others->setVisible(speller.isReady());
    m_others->setText(whereFrom());
}

/// What to do for another language than the one in use.
QString SpellingActions::whereFrom() const
{
    const Speller &speller = m_spelling.speller();
    if (speller.dictionary().isEmpty())
        return tr("A package such as hunspell-%1 brings one.").arg(speller.language().section(u'-', 0, 0).toLower());
    if (!speller.hasOtherLanguages())
        return tr("Packages called hunspell-… bring other languages");
    return tr("It is chosen by the language of the note");
}

QString SpellingActions::noDictionary() const
{
    const QString &language = m_spelling.speller().language();
    const QLocale locale(language);
    return tr("No dictionary for %1 is installed.")
        .arg(locale == QLocale::c() ? language : QLocale::languageToString(locale.language()));
}

void SpellingActions::openMenu(const QPoint &place, int offset)
{
    const auto later = [this, place, offset, revision = m_editor.document()->revision()](const Spelt &spelt) {
        if (m_editor.document()->revision() == revision && m_editor.isVisible())
            offer(place, offset, spelt);
    };
    Speller &speller = m_spelling.speller();
    if (m_editor.isReadOnly() || !m_spelling.isOn())
        return offer(place, offset, {});
    if (const auto wrong = m_spelling.misspeltAt(offset))
        speller.suggestions(wrong->text).then(this, [later, wrong](const QStringList &better) {
            later({.word = wrong, .suggestions = better, .ownWord = {}});
        });
    else if (const auto word = m_spelling.wordAt(offset))
        speller.ownWord(word->text).then(this, [later](const QString &own) {
            later({.word = {}, .suggestions = {}, .ownWord = own});
        });
    else
        offer(place, offset, {});
}

void SpellingActions::offer(const QPoint &place, int offset, const Spelt &spelt)
{
    auto *menu = new QMenu(&m_editor);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Speller &speller = m_spelling.speller();
    if (spelt.word) {
        addSuggestions(*menu, *spelt.word, spelt.suggestions);
        addDictionaryActions(*menu, *spelt.word);
        menu->addSeparator();
    } else if (!spelt.ownWord.isEmpty()) {
        addRemoval(*menu, spelt.ownWord);
        menu->addSeparator();
    } else if (m_spelling.isOn() && speller.isReady() && speller.dictionary().isEmpty()) {
        for (const QString &line : {noDictionary(), whereFrom()})
            menu->addAction(menuText(line))->setEnabled(false);
        menu->addSeparator();
    }
    m_edit.addTo(*menu, offset);
    menu->popup(place);
}

void SpellingActions::addSuggestions(QMenu &menu, const Spelling::Word &word, const QStringList &suggestions)
{
    for (const QString &better : suggestions.first(std::min(suggestions.size(), mostSuggestions))) {
        QAction *action = menu.addAction(menuText(better));
        QFont bold = menu.font();
        bold.setBold(true);
        action->setFont(bold);
        connect(action, &QAction::triggered, this, [this, word, better] { replace(word, better); });
    }
    if (suggestions.isEmpty())
        menu.addAction(tr("No suggestions"))->setEnabled(false);
    menu.addSeparator();
}

void SpellingActions::addDictionaryActions(QMenu &menu, const Spelling::Word &word)
{
    QAction *add = menu.addAction(tr("Add “%1” to the &dictionary").arg(menuText(word.text)));
    connect(add, &QAction::triggered, this, [this, text = word.text] {
        m_spelling.speller().add(text).then(this, [this, text](bool added) {
            if (!added)
                m_status.say(tr("“%1” could not be written to your dictionary.").arg(text));
        });
    });
    QAction *ignore = menu.addAction(tr("I&gnore “%1” until you quit").arg(menuText(word.text)));
    connect(ignore, &QAction::triggered, this, [this, text = word.text] { m_spelling.speller().ignore(text); });
}

void SpellingActions::addRemoval(QMenu &menu, const QString &ownWord)
{
    QAction *remove = menu.addAction(tr("Remove “%1” from the &dictionary").arg(menuText(ownWord)));
    connect(remove, &QAction::triggered, this, [this, ownWord] {
        m_spelling.speller().remove(ownWord).then(this, [this, ownWord](bool removed) {
            if (!removed)
                m_status.say(tr("“%1” could not be taken out of your dictionary.").arg(ownWord));
        });
    });
}

/// With the apostrophes of the text, whichever the dictionary has.
void SpellingActions::replace(const Spelling::Word &word, QString better)
{
    const int length = word.range.length();
    const QString written = m_editor.markdown().mid(word.range.begin, length);
    const bool print = written.contains(printApostrophe) || (m_smartMarks.isChecked() && !written.contains(u'\''));
    better.replace(print ? u'\'' : printApostrophe, print ? printApostrophe : u'\'');
    m_editor.replaceAside(word.range.begin, length, better);
}

} // namespace Weeknotes
