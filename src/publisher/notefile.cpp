// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/notefile.h"

#include "core/isotext.h"
#include "publisher/frontmatterwriter.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

QString fileOf(const Note &note, FrontMatterWriter writer)
{
    const NoteFields &fields = note.header.fields;
    writer.text("title"_L1, fields.title);
    writer.text("subtitle"_L1, fields.subtitle);
    writeWeekFields(writer, fields);
    writer.text("author"_L1, fields.author);
    writer.text("language"_L1, fields.language);
    if (fields.published)
        writer.plain("published"_L1, isoMoment(*fields.published, Qt::ISODateWithMs));
    writer.text("canonical"_L1, fields.canonical.toString(QUrl::FullyEncoded));
    writer.texts("tags"_L1, fields.tags);
    return writer.block() + u'\n' + note.text;
}

} // namespace

void writeWeekFields(FrontMatterWriter &writer, const NoteFields &fields)
{
    writer.text("kicker"_L1, fields.kicker);
    writer.plain("kind"_L1, nameOf(fields.kind));
    if (fields.covers) {
        writer.plain("covers"_L1,
                     u"{from: %1, to: %2}"_s.arg(isoDay(fields.covers->first), isoDay(fields.covers->last)));
    }
    writer.number("season"_L1, fields.number.season);
    writer.number("episode"_L1, fields.number.episode);
    writer.number("episode_last"_L1, fields.number.lastEpisode);
    writer.plain("status"_L1, nameOf(fields.status));
    writer.day("written"_L1, fields.written);
}

QString noteFile(const Note &note)
{
    return fileOf(note, {});
}

QString noteFileWithId(const Note &note)
{
    FrontMatterWriter writer;
    writer.plain("id"_L1, note.header.id.toString());
    return fileOf(note, std::move(writer));
}

} // namespace Weeknotes
