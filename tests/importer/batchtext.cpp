// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/batchtext.h"

#include <QFileInfo>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

void add(QString &text, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        text += name + u": "_s + value + u'\n';
}

QString number(std::optional<int> value)
{
    return value ? QString::number(*value) : u"-"_s;
}

QString warningLine(const Warning &warning)
{
    return u"%1 %2:%3 [%4]"_s.arg(int(warning.kind))
        .arg(QFileInfo(warning.subject).fileName())
        .arg(warning.line)
        .arg(warning.facts.join(u" | "_s));
}

} // namespace

QString noteText(const ImportedNote &note)
{
    const NoteFields &fields = note.draft.fields;
    QString text;
    add(text, u"title"_s, fields.title);
    add(text, u"subtitle"_s, fields.subtitle);
    add(text, u"kicker"_s, fields.kicker);
    add(text, u"kind"_s, nameOf(fields.kind));
    if (fields.covers)
        add(text, u"covers"_s,
            fields.covers->first.toString(Qt::ISODate) + u" to "_s + fields.covers->last.toString(Qt::ISODate));
    if (!fields.number.isEmpty())
        add(text, u"number"_s,
            number(fields.number.season) + u' ' + number(fields.number.episode) + u' ' +
                number(fields.number.lastEpisode));
    add(text, u"author"_s, fields.author);
    add(text, u"language"_s, fields.language);
    add(text, u"status"_s, nameOf(fields.status));
    add(text, u"written"_s, fields.written.value_or(QDate()).toString(Qt::ISODate));
    add(text, u"published"_s, fields.published.value_or(QDateTime()).toString(Qt::ISODate));
    add(text, u"canonical"_s, fields.canonical.toString());
    add(text, u"tags"_s, fields.tags.join(u", "_s));
    for (const Guess &guess : note.guesses)
        add(text, u"guess"_s,
            u"%1 = %2 (%3: %4)"_s.arg(guess.field, guess.value).arg(int(guess.why)).arg(guess.facts.join(u" | "_s)));
    for (const Warning &warning : note.warnings)
        add(text, u"warning"_s, warningLine(warning));
    for (const DraftImage &image : note.draft.images)
        add(text, u"image"_s, u"%1, %2 bytes"_s.arg(image.name).arg(image.size));
    add(text, u"left out"_s, note.leftOut.join(u" | "_s));
    return text + u"----\n"_s + note.draft.text + u"====\n"_s;
}

QString batchText(const ImportBatch &batch)
{
    QString text = u"read: %1\n"_s.arg(batch.read);
    for (const Warning &warning : batch.skipped)
        add(text, u"skipped"_s, warningLine(warning));
    text += u"====\n"_s;
    for (const ImportedNote &note : batch.notes)
        text += noteText(note);
    return text;
}

} // namespace Weeknotes
