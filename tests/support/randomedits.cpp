// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/randomedits.h"

#include <QDirIterator>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

/// Where the words of some heading begin; any place where there is none.
int inHeading(const QString &text, QRandomGenerator &random)
{
    const auto at = text.indexOf(u"# "_s, random.bounded(int(text.size()) + 1));
    return at < 0 ? random.bounded(int(text.size()) + 1) : int(at) + 2;
}

} // namespace

QString pick(const QStringList &from, QRandomGenerator &random)
{
    return from[random.bounded(int(from.size()))];
}

void change(QString &text, QRandomGenerator &random)
{
    static const QStringList pieces{u"a"_s,
                                    u"b"_s,
                                    u" "_s,
                                    u"\n"_s,
                                    u"\n\n"_s,
                                    u"*"_s,
                                    u"`"_s,
                                    u"```\n"_s,
                                    u"~~~"_s,
                                    u"- "_s,
                                    u"1. "_s,
                                    u"> "_s,
                                    u"#"_s,
                                    u"# "_s,
                                    u"===\n"_s,
                                    u"|"_s,
                                    u"    "_s,
                                    u"\t"_s,
                                    u"<pre>"_s,
                                    u"</pre>"_s,
                                    u"<div>"_s,
                                    u"<?"_s,
                                    u"[^1]"_s,
                                    u"[a]"_s,
                                    u"\\"_s,
                                    u"&"_s,
                                    u"words "_s,
                                    u"---\n"_s,
                                    u"🎈"_s,
                                    u"\r\n"_s,
                                    u"]:"_s,
                                    u"<!-- "_s,
                                    u"-->"_s,
                                    u"<script>"_s,
                                    u"|---|---|\n"_s,
                                    QString(QChar(0xD800)),
                                    QString(QChar(0)),
                                    u"Heading"_s,
                                    u"# Heading\n"_s,
                                    u" 2"_s,
                                    u"-2"_s,
                                    u"[^1]: "_s};
    const auto at = random.bounded(3) == 0 ? inHeading(text, random) : random.bounded(int(text.size()) + 1);
    switch (random.bounded(4)) {
    case 0:
        text.remove(at, random.bounded(1, 6));
        break;
    case 1:
        text.replace(at, random.bounded(1, 4), pick(pieces, random));
        break;
    default:
        text.insert(at, pick(pieces, random));
    }
}

QStringList corpusFiles()
{
    QStringList files;
    const QString folder = qEnvironmentVariable("WEEKNOTES_CORPUS");
    if (folder.isEmpty())
        return files;
    QDirIterator each(folder, {u"*.md"_s, u"*.txt"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext())
        files += each.next();
    files.sort();
    return files;
}

QString corpusText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace Weeknotes
