// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/codehighlighter.h"

#include "highlight/repository.h"
#include "highlight/tokenroles.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <QHash>
#include <QRegularExpression>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestCode = 200'000;
constexpr qsizetype longestCodeLine = 10'000; // some definitions' expressions go quadratic on a line

class RunCollector final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    explicit RunCollector(const KSyntaxHighlighting::Definition &definition) { setDefinition(definition); }

    std::vector<CodeRun> runs(QStringView code)
    {
        KSyntaxHighlighting::State state;
        const auto lines = code.split(u'\n');
        for (const QStringView line : lines) {
            m_lineStart = int(line.data() - code.data());
            state = highlightLine(line, state);
        }
        return std::move(m_runs);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const TokenRole role = roleOf(format.textStyle());
        if (length == 0 || role == TokenRole::Normal)
            return;
        const int start = m_lineStart + offset;
        const bool goesOn = offset > 0 && !m_runs.empty() && m_runs.back().role == role &&
                            m_runs.back().start + m_runs.back().length == start;
        if (goesOn)
            m_runs.back().length += length;
        else
            m_runs.push_back({start, length, role});
    }

private:
    std::vector<CodeRun> m_runs;
    int m_lineStart = 0;
};

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

KSyntaxHighlighting::Definition definitionOf(const QString &language)
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

bool hasLineOver(const QString &code, qsizetype limit)
{
    qsizetype start = 0;
    for (qsizetype end = code.indexOf(u'\n'); end >= 0; end = code.indexOf(u'\n', start)) {
        if (end - start > limit)
            return true;
        start = end + 1;
    }
    return code.size() - start > limit;
}

} // namespace

std::vector<CodeRun> highlightCode(const QString &code, const QString &language)
{
    if (code.size() > longestCode || hasLineOver(code, longestCodeLine))
        return {};
    const auto definition = definitionOf(language);
    if (!definition.isValid())
        return {};
    return RunCollector(definition).runs(code);
}

} // namespace Weeknotes
