// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/languages.h"

#include "highlight/repository.h"

#include <KSyntaxHighlighting/Repository>

#include <QHash>
#include <QRegularExpression>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

/// What people write after a fence where KSyntaxHighlighting knows neither the name nor the ending, or means another
/// language by it.
QString definitionName(const QString &language)
{
    static const QHash<QString, QString> names{
        {u"c#"_s, u"C#"_s},
        {u"console"_s, u"Bash"_s},
        {u"docker"_s, u"Dockerfile"_s},
        {u"elisp"_s, u"Common Lisp"_s},
        {u"golang"_s, u"Go"_s},
        {u"jsx"_s, u"JavaScript React (JSX)"_s},
        {u"js"_s, u"JavaScript"_s},
        {u"make"_s, u"Makefile"_s},
        {u"node"_s, u"JavaScript"_s},
        {u"objc"_s, u"Objective-C"_s},
        {u"powershell"_s, u"PowerShell"_s},
        {u"py"_s, u"Python"_s},
        {u"python3"_s, u"Python"_s},
        {u"rb"_s, u"Ruby"_s},
        {u"sh"_s, u"Bash"_s},
        {u"shell"_s, u"Bash"_s},
        {u"shell-session"_s, u"Bash"_s},
        {u"svg"_s, u"XML"_s},
        {u"ts"_s, u"TypeScript"_s},
        {u"tsx"_s, u"TypeScript React (TSX)"_s},
        {u"yml"_s, u"YAML"_s},
        {u"zsh"_s, u"Zsh"_s},
    };
    return names.value(language, language);
}

} // namespace

KSyntaxHighlighting::Definition definitionOfLanguage(const QString &language)
{
    // "{.python .numberLines}" is Pandoc's way, "js{1,3}" and "js:file.js" are those of site generators.
    QString word = language.trimmed().toLower();
    while (word.startsWith(u'{') || word.startsWith(u'.'))
        word.remove(0, 1);
    const qsizetype end = word.indexOf(QRegularExpression(u"[\\s{}:,]"_s));
    word = word.left(end < 0 ? word.size() : end);
    if (word.isEmpty() || word.size() > 40 || word.contains(u'/'))
        return {};
    auto &repository = syntaxRepository();
    const auto byName = repository.definitionForName(definitionName(word));
    return byName.isValid() ? byName : repository.definitionForFileName(u"x."_s + word);
}

} // namespace Weeknotes
