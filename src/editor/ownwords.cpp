// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/ownwords.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes::OwnWords {

namespace {

QString fileOf(const QString &dictionary)
{
    return QDir::home().filePath(".hunspell_"_L1 + dictionary);
}

QStringList linesOf(const QString &dictionary)
{
    QFile file(fileOf(dictionary));
    if (dictionary.isEmpty() || !file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

/// "word", or "word/like" for one that is declined as another.
QStringView wordOf(const QString &line)
{
    const qsizetype end = line.indexOf(u'/');
    return QStringView(line).first(end < 0 ? line.size() : end);
}

} // namespace

QString find(const QString &dictionary, const QString &word)
{
    const QStringList lines = linesOf(dictionary);
    for (const QString &form : {word, word.first(1).toLower() + word.sliced(1), word.toLower()}) {
        if (std::ranges::contains(lines, form, [](const QString &line) { return wordOf(line); }))
            return form;
    }
    return {};
}

bool remove(const QString &dictionary, const QString &word)
{
    QStringList lines = linesOf(dictionary);
    lines.removeIf([&](const QString &line) { return wordOf(line) == word; });
    QSaveFile file(fileOf(dictionary));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Text))
        return false;
    for (const QString &line : lines)
        file.write(line.toUtf8() + '\n');
    return file.commit();
}

} // namespace Weeknotes::OwnWords
