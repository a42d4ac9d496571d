// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/spellcheck.h"

#include "core/dictionaries.h"

#include <QLocale>

#include <Sonnet/Speller>
#include <memory>

using namespace Qt::StringLiterals;

namespace Weeknotes {

std::function<bool(const QString &word)> spellCheck(const QString &language)
{
    const auto sonnet = std::make_shared<Sonnet::Speller>(u"none"_s); // it would open another dictionary
    const QString name = nearestDictionary(language, sonnet->availableLanguages(), QLocale().name());
    if (name.isEmpty())
        return {};
    sonnet->setLanguage(name);
    if (!sonnet->isValid())
        return {};
    return [sonnet](const QString &word) { return !isOurWord(word) && sonnet->isMisspelled(word); };
}

} // namespace Weeknotes
