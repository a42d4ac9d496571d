// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dictionaries.h"

#include <QList>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

struct LanguageTag
{
    QString language;
    QString script;
    QString territory;
};

LanguageTag tagOf(const QString &name)
{
    static const QRegularExpression separator(u"[-_.@]"_s);
    LanguageTag tag;
    const QStringList parts = name.split(separator);
    tag.language = parts.front().toLower();
    for (const QString &part : parts.sliced(1)) {
        if (part.size() == 4 && part.front().isLetter() && tag.territory.isEmpty())
            tag.script = part.front().toUpper() + part.sliced(1).toLower();
        else if (tag.territory.isEmpty() && (part.size() == 2 || (part.size() == 3 && part.front().isDigit())))
            tag.territory = part.toUpper();
    }
    if (tag.script.isEmpty()) // what the language is written in unless something else is said
        tag.script = QLocale::scriptToCode(QLocale(tag.language).script());
    return tag;
}

/// Territories whose dictionary would do, the best first.
QStringList territories(const LanguageTag &wanted, const LanguageTag &home)
{
    // English is written the British way everywhere but around the United States.
    static const QStringList american{u"US"_s, u"PH"_s, u"PR"_s, u"LR"_s};
    QStringList all;
    for (const QString &territory : {wanted.territory, wanted.language == home.language ? home.territory : QString()}) {
        if (territory.isEmpty())
            continue;
        all << territory;
        if (wanted.language == "en"_L1)
            all << (american.contains(territory) ? u"US"_s : u"GB"_s);
    }
    return all << QLocale::territoryToCode(QLocale(wanted.language).territory());
}

} // namespace

QString nearestDictionary(const QString &language, const QStringList &dictionaries, const QString &home)
{
    const LanguageTag wanted = tagOf(language);
    const QStringList best = territories(wanted, tagOf(home));
    const auto rank = [&](const QString &name) { // the lower, the nearer
        const qsizetype at = best.indexOf(tagOf(name).territory);
        return std::tuple(at < 0 ? best.size() : at, name.size(), name);
    };
    QString nearest;
    for (const QString &name : dictionaries) {
        const LanguageTag tag = tagOf(name);
        const bool fits = tag.language == wanted.language && tag.script == wanted.script;
        if (fits && (nearest.isEmpty() || rank(name) < rank(nearest)))
            nearest = name;
    }
    return nearest;
}

bool isOurWord(const QString &word)
{
    static const QStringList ours{u"weeknote"_s, u"weeknotes"_s};
    return ours.contains(word, Qt::CaseInsensitive);
}

bool isSameLanguage(const QString &one, const QString &other)
{
    return tagOf(one).language == tagOf(other).language;
}

std::optional<QChar::Script> scriptOf(const QString &dictionary)
{
    // A language calls itself by a name in its own script.
    const QList<uint> name = QLocale(dictionary).nativeLanguageName().toUcs4();
    const auto letter = std::ranges::find_if(name, [](uint c) { return QChar::isLetter(c); });
    return letter == name.end() ? std::nullopt : std::optional(QChar::script(*letter));
}

} // namespace Weeknotes
