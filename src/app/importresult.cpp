// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importresult.h"

#include "cli/errortext.h"
#include "cli/importreport.h"
#include "insight/lastlook.h"
#include "markdown/document.h"

#include <QBuffer>
#include <QCoreApplication>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

struct ResultText
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::ImportDialog)
};

} // namespace

ImportResult ImportResult::of(const ImportList &list, const ImportOutcome &outcome)
{
    ImportResult result;
    result.outcome = outcome;
    result.brought.read = list.batch().read;
    result.brought.skipped = list.batch().skipped;
    for (const auto &[index, draft] : std::views::zip(list.wantedNotes(), outcome.drafts))
        result.brought.notes.push_back(list.batch().notes[index]);
    return result;
}

QString ImportResult::text() const
{
    QStringList words;
    const auto count = [&words](int number, const QString &text) {
        if (number > 0)
            words << text;
    };
    count(outcome.imported, ResultText::tr("%Ln note(s) came in", nullptr, outcome.imported));
    count(outcome.updated, ResultText::tr("%Ln updated", nullptr, outcome.updated));
    count(outcome.unchanged, ResultText::tr("%Ln here already", nullptr, outcome.unchanged));
    count(outcome.kept, ResultText::tr("%Ln changed on both sides, theirs in the history", nullptr, outcome.kept));
    count(outcome.binned, ResultText::tr("%Ln left in the bin", nullptr, outcome.binned));
    count(outcome.failed, ResultText::tr("%Ln failed", nullptr, outcome.failed));
    const QString text = words.join(u" · "_s);
    const auto failed = std::ranges::find(outcome.drafts, ImportedDraft::Fate::Failed, &ImportedDraft::fate);
    return failed == outcome.drafts.end() ? text : text + u'\n' + errorText(failed->error);
}

QByteArray ImportResult::report(const WeekRules &rules) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Printer printer(buffer);
    const ImportReport report{brought, outcome, {}, rules, false};
    report.print(printer);
    report.printProblems(printer);
    return buffer.data();
}

NoteId ImportResult::newest() const
{
    using Fate = ImportedDraft::Fate;
    // What changed goes before what was here already.
    const auto rank = [&](size_t draft) {
        const Fate fate = outcome.drafts[draft].fate;
        NoteHeader header;
        header.fields = brought.notes[draft].draft.fields;
        return std::tuple(!outcome.drafts[draft].id.isNull(), fate == Fate::Imported || fate == Fate::Updated,
                          sortDay(header));
    };
    size_t newest = 0;
    for (size_t draft = 1; draft < outcome.drafts.size(); ++draft) {
        if (rank(draft) > rank(newest))
            newest = draft;
    }
    return outcome.drafts.empty() ? NoteId() : outcome.drafts[newest].id;
}

std::vector<ImportPicture> ImportResult::remotePictures() const
{
    std::vector<ImportPicture> found;
    for (const auto &[note, draft] : std::views::zip(brought.notes, outcome.drafts)) {
        if (draft.step.id.isNull() || !note.draft.text.contains(u"!["_s))
            continue;
        for (const QString &address : remoteImages(*Markdown::Document::parse(note.draft.text)))
            found.push_back({.note = draft.id, .title = note.draft.fields.title, .address = address, .why = {}});
    }
    return found;
}

} // namespace Weeknotes
