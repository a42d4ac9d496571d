// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/notejson.h"

#include "core/isotext.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

void writePeriod(JsonWriter &json, const std::optional<Period> &period)
{
    if (!period) {
        json.null();
        return;
    }
    json.beginObject();
    json.member("from"_L1, isoDay(period->first));
    json.member("to"_L1, isoDay(period->last));
    json.endObject();
}

void writeSource(JsonWriter &json, const Provenance &source)
{
    if (source.kind.isEmpty()) {
        json.null();
        return;
    }
    json.beginObject();
    json.member("kind"_L1, source.kind);
    json.member("key"_L1, source.key);
    json.endObject();
}

void writeNoteMembers(JsonWriter &json, const NoteHeader &note, const WeekRules &rules)
{
    const NoteFields &fields = note.fields;
    const auto weekOf = [&](const Period &covers) { return weeksCoveredBy(covers, rules).front().toString(); };
    json.member("id"_L1, note.id.toString());
    json.member("kind"_L1, nameOf(fields.kind));
    json.key("covers"_L1);
    writePeriod(json, fields.covers);
    json.member("week"_L1, fields.covers.transform(weekOf));
    json.member("season"_L1, fields.number.season);
    json.member("episode"_L1, fields.number.episode);
    json.member("episode_last"_L1, fields.number.lastEpisode);
    json.member("title"_L1, fields.title);
    json.memberOrNull("subtitle"_L1, fields.subtitle);
    json.memberOrNull("author"_L1, fields.author);
    json.memberOrNull("language"_L1, fields.language);
    json.member("status"_L1, nameOf(fields.status));
    json.member("words"_L1, note.words);
    json.member("minutes"_L1, note.minutes);
    json.member("created"_L1, isoMoment(note.created));
    json.member("written"_L1, fields.written.transform(isoDay));
    json.member("updated"_L1, isoMoment(note.updated));
    json.member("published"_L1, fields.published.transform([](const QDateTime &moment) { return isoMoment(moment); }));
    json.memberOrNull("canonical"_L1, fields.canonical.toString(QUrl::FullyEncoded));
    json.key("tags"_L1);
    json.beginArray();
    for (const QString &tag : fields.tags)
        json.value(tag);
    json.endArray();
    json.key("source"_L1);
    writeSource(json, note.source);
}

} // namespace Weeknotes
