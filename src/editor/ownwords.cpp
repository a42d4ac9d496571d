// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/ownwords.h"

#include <QByteArrayList>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Weeknotes::OwnWords {

namespace {

QString fileOf(const QString &dictionary)
{
    return QDir::home().filePath(".hunspell_"_L1 + dictionary);
}

/// Bytes: other programs write it too, each in its own encoding. Nothing where it can't be read.
std::optional<QByteArrayList> linesOf(const QString &dictionary)
{
    QFile file(fileOf(dictionary));
    if (dictionary.isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArrayList lines = file.readAll().split('\n');
    return file.error() == QFileDevice::NoError ? std::optional(lines) : std::nullopt;
}

/// "word", or "word/like" for one that is declined as another.
QByteArrayView wordOf(const QByteArray &line)
{
    const qsizetype end = line.indexOf('/');
    return QByteArrayView(line).first(end < 0 ? line.size() : end).trimmed();
}

} // namespace

QString find(const QString &dictionary, const QString &word)
{
    const auto lines = linesOf(dictionary);
    if (!lines)
        return {};
    for (const QString &form : {word, word.first(1).toLower() + word.sliced(1), word.toLower()}) {
        if (std::ranges::contains(*lines, form.toUtf8(), wordOf))
            return form;
    }
    return {};
}

bool remove(const QString &dictionary, const QString &word)
{
    auto lines = linesOf(dictionary);
    QSaveFile file(fileOf(dictionary));
    if (!lines || !file.open(QIODevice::WriteOnly))
        return false;
    lines->removeIf([gone = word.toUtf8()](const QByteArray &line) { return wordOf(line) == gone; });
    file.write(lines->join('\n'));
    return file.commit();
}

} // namespace Weeknotes::OwnWords
