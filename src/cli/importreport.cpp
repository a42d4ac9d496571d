// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/importreport.h"

#include "cli/errortext.h"
#include "cli/notejson.h"
#include "core/isotext.h"
#include "importer/doubt.h"

#include <QCoreApplication>
#include <QHash>

#include <ranges>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

using Fate = ImportedDraft::Fate;

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::ImportReport)
};

/// Why the draft was left aside; empty where it was not.
QString asideText(Fate fate)
{
    if (fate == Fate::Kept)
        return ReportText::tr(
            "It was edited here since it was imported, so it stays as it is; what the archive has stands "
            "in its history.");
    return fate == Fate::Binned ? ReportText::tr("It is in the bin, and was left there.") : QString();
}

QString fateText(Fate fate)
{
    switch (fate) {
    case Fate::Imported:
        return ReportText::tr("new");
    case Fate::Updated:
        return ReportText::tr("updated");
    case Fate::Unchanged:
        return ReportText::tr("unchanged");
    case Fate::Kept:
        return ReportText::tr("both kept");
    case Fate::Binned:
        return ReportText::tr("in the bin");
    case Fate::Failed:
        break;
    }
    return ReportText::tr("failed");
}

/// Week, kind and status, as far as they are worth a word, and whether a person had better look at it.
QString standing(const ImportedNote &note, const WeekRules &rules)
{
    const NoteFields &fields = note.draft.fields;
    QStringList words{fields.covers ? weeksCoveredBy(*fields.covers, rules).front().toString() : u"–"_s};
    if (fields.kind != NoteKind::Weeknote)
        words += nameOf(fields.kind);
    if (fields.status != NoteStatus::Published)
        words += nameOf(fields.status);
    if (doubtOf(note) == Doubt::Much)
        words += ReportText::tr("look at it:");
    return words.join(u' ');
}

/// The ready word for a fate, stable.
QString nameOf(Fate fate)
{
    static const QHash<Fate, QString> names{{Fate::Imported, u"imported"_s},   {Fate::Updated, u"updated"_s},
                                            {Fate::Unchanged, u"unchanged"_s}, {Fate::Kept, u"kept"_s},
                                            {Fate::Binned, u"binned"_s},       {Fate::Failed, u"failed"_s}};
    return names.value(fate);
}

void writeNote(JsonWriter &json, const ImportedNote &note, const ImportedDraft &outcome)
{
    const NoteFields &fields = note.draft.fields;
    json.beginObject();
    json.memberOrNull("id"_L1, outcome.id.isNull() ? QString() : outcome.id.toString());
    json.key("source"_L1);
    writeSource(json, note.draft.source);
    json.member("title"_L1, fields.title);
    json.member("kind"_L1, nameOf(fields.kind));
    json.member("status"_L1, nameOf(fields.status));
    json.member("fate"_L1, nameOf(outcome.fate));
    json.member("doubt"_L1, nameOf(doubtOf(note)));
    json.key("covers"_L1);
    writePeriod(json, fields.covers);
    json.member("season"_L1, fields.number.season);
    json.member("episode"_L1, fields.number.episode);
    json.member("episode_last"_L1, fields.number.lastEpisode);
    json.key("guesses"_L1);
    json.beginArray();
    for (const Guess &guess : note.guesses) {
        json.beginObject();
        json.member("field"_L1, guess.field);
        json.member("value"_L1, guess.value);
        json.member("why"_L1, guessReason(guess));
        json.endObject();
    }
    json.endArray();
    json.key("warnings"_L1);
    json.beginArray();
    for (const Warning &warning : note.warnings)
        json.value(warningText(warning));
    if (const QString aside = asideText(outcome.fate); !aside.isEmpty())
        json.value(aside);
    if (outcome.fate == Fate::Failed)
        json.value(errorText(outcome.error));
    json.endArray();
    json.endObject();
}

void writePause(JsonWriter &json, const PauseHint &hint)
{
    json.beginObject();
    json.member("from"_L1, isoDay(hint.from));
    json.member("planned_to"_L1, hint.plannedTo.transform(isoDay));
    json.member("to"_L1, hint.to.transform(isoDay));
    json.member("why"_L1, pauseReason(hint));
    json.key("inside"_L1);
    json.beginArray();
    for (const QString &title : hint.inside)
        json.value(title);
    json.endArray();
    json.endObject();
}

void printPause(Printer &out, const PauseHint &hint)
{
    out.line(ReportText::tr("pause?  %1").arg(pauseText(hint)));
    out.line(u"    "_s + pauseReason(hint));
    const QString to = hint.plannedTo.or_else([&] { return hint.to; }).transform(isoDay).value_or(QString());
    const QString end =
        hint.to && hint.to != hint.plannedTo ? u"; weeknotes pause end "_s + isoDay(*hint.to) : QString();
    out.line(u"    weeknotes pause %1 %2%3"_s.arg(isoDay(hint.from), to, end));
}

void printNote(Printer &out, const ImportedNote &note, const ImportedDraft &outcome, const WeekRules &rules)
{
    out.line(u"%1  %2  %3"_s.arg(fateText(outcome.fate), standing(note, rules), note.draft.fields.title));
    for (const Guess &guess : note.guesses)
        out.line(u"    "_s + guessText(guess));
    for (const Warning &warning : note.warnings)
        out.line(u"    "_s + warningText(warning));
    if (const QString aside = asideText(outcome.fate); !aside.isEmpty())
        out.line(u"    "_s + aside);
}

} // namespace

QByteArray ImportReport::json() const
{
    JsonWriter json;
    json.beginObject();
    json.member("read"_L1, batch.read);
    json.member("imported"_L1, outcome.imported);
    json.member("updated"_L1, outcome.updated);
    json.member("unchanged"_L1, outcome.unchanged + outcome.kept + outcome.binned);
    json.member("skipped"_L1, batch.skipped.size());
    json.key("notes"_L1);
    json.beginArray();
    for (const auto &[note, draft] : std::views::zip(batch.notes, outcome.drafts))
        writeNote(json, note, draft);
    json.endArray();
    json.key("pauses"_L1);
    json.beginArray();
    for (const PauseHint &hint : pauses)
        writePause(json, hint);
    json.endArray();
    json.endObject();
    return json.document();
}

void ImportReport::print(Printer &out) const
{
    for (const auto &[note, draft] : std::views::zip(batch.notes, outcome.drafts)) {
        if (draft.fate != Fate::Unchanged)
            printNote(out, note, draft, rules);
    }
    const QString files =
        batch.read == 1 ? ReportText::tr("One file read") : ReportText::tr("%n files read", nullptr, batch.read);
    QString counts = ReportText::tr("%1 new, %2 updated, %3 unchanged, %4 changed on both sides, %5 left out")
                         .arg(outcome.imported)
                         .arg(outcome.updated)
                         .arg(outcome.unchanged)
                         .arg(outcome.kept)
                         .arg(batch.skipped.size());
    if (outcome.binned > 0)
        counts += ReportText::tr(", %1 in the bin").arg(outcome.binned);
    out.line(isDry ? ReportText::tr("%1; notes would be: %2.").arg(files, counts)
                   : ReportText::tr("%1; notes: %2.").arg(files, counts));
    if (!outcome.titlePattern.isEmpty()) {
        out.line(
            ReportText::tr("Titles of new notes follow “%1” now, as most of the newest season do; “weeknotes config "
                           "title-pattern” changes that.")
                .arg(outcome.titlePattern));
    }
    for (const PauseHint &hint : pauses)
        printPause(out, hint);
}

void ImportReport::printProblems(Printer &errors) const
{
    for (const Warning &warning : batch.skipped)
        errors.line(warningText(warning));
    for (const ImportedDraft &draft : outcome.drafts) {
        if (draft.fate == Fate::Failed)
            errors.line(errorText(draft.error));
    }
}

} // namespace Weeknotes
