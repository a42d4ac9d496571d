// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checkcommand.h"

#include "cli/imagefacts.h"
#include "cli/invocation.h"
#include "cli/jsonwriter.h"
#include "cli/lastlooktext.h"
#include "cli/spellcheck.h"
#include "insight/lastlook.h"
#include "notebook/lookinput.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

Outcome<LookInput> inputFor(Invocation &invocation, Library &library, const NoteHeader &header)
{
    const auto note = invocation.told(library.note(header.id));
    if (!note)
        return std::unexpected(note.error());
    auto input = invocation.told(lookInput(library, note->header, invocation.clock().today()));
    if (!input)
        return input;
    TraitsReader reader;
    const auto read = invocation.told(library.eachNote([&reader](const Note &each) { reader.add(each); }));
    if (!read)
        return std::unexpected(read.error());
    input->people = peopleNamed(reader.traits, input->notes, note->header);
    input->text = note->text;
    input->document = Markdown::Document::parse(note->text);
    for (const QString &name : ownImages(*input->document))
        input->images.insert(name, imageFacts(library.image(header.id, name)));
    input->isMisspelt = spellCheck(languageOfWords(*input));
    return input;
}

/// A finding as it is printed.
struct PlacedFinding
{
    LookFinding finding;
    qsizetype line = 1;
    qsizetype column = 1; ///< in characters
    bool leftAlone = false;
};

std::vector<PlacedFinding> placed(const std::vector<LookFinding> &findings, const LookInput &input, bool all)
{
    std::vector<PlacedFinding> result;
    qsizetype line = 1;
    qsizetype lineBegin = 0;
    for (const LookFinding &each : findings) { // by their places
        for (qsizetype end = input.text.indexOf(u'\n', lineBegin); end >= 0 && end < each.range.begin;
             end = input.text.indexOf(u'\n', lineBegin)) {
            lineBegin = end + 1;
            ++line;
        }
        const auto before = QStringView(input.text).sliced(lineBegin, each.range.begin - lineBegin);
        const bool leftAlone = isLeftAlone(each, input);
        if (all || !leftAlone)
            result.push_back({each, line, before.toUcs4().size() + 1, leftAlone});
    }
    return result;
}

QByteArray findingsJson(const std::vector<PlacedFinding> &findings, bool all)
{
    JsonWriter json;
    json.beginObject();
    json.key("findings"_L1);
    json.beginArray();
    for (const PlacedFinding &each : findings) {
        json.beginObject();
        json.member("rule"_L1, nameOf(each.finding.rule));
        json.member("severity"_L1, nameOf(each.finding.severity()));
        json.member("line"_L1, each.line);
        json.member("column"_L1, each.column);
        json.member("message"_L1, lookText(each.finding));
        if (all)
            json.member("not_here"_L1, each.leftAlone);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.document();
}

} // namespace

QString CheckCommand::name() const
{
    return u"check"_s;
}

QString CheckCommand::summary() const
{
    return tr("what to look at before it is published");
}

Command::Operands CheckCommand::operands() const
{
    return {u"NOTE"_s, 1, 1};
}

QList<QCommandLineOption> CheckCommand::options() const
{
    return {{u"json"_s, tr("print JSON")}, {u"all"_s, tr("also what was said to be as it should be there")}};
}

ExitStatus CheckCommand::run(Invocation &invocation) const
{
    const auto library = invocation.openLibrary(Library::Access::ReadOnly);
    if (!library)
        return library.error();
    const auto note = invocation.findNote(**library, invocation.operands().constFirst());
    if (!note)
        return note.error();
    const auto input = inputFor(invocation, **library, *note);
    if (!input)
        return input.error();
    const bool all = invocation.isSet(u"all"_s);
    const std::vector<PlacedFinding> findings = placed(lastLook(*input), *input, all);
    if (invocation.isSet(u"json"_s))
        invocation.out.bytes(findingsJson(findings, all));
    for (const PlacedFinding &each : findings) {
        if (invocation.isSet(u"json"_s))
            break;
        const QString sentence = lookText(each.finding);
        invocation.out.line(u"%1:%2  "_s.arg(each.line).arg(each.column) +
                            (each.leftAlone ? tr("%1 (not here)").arg(sentence) : sentence));
    }
    const auto isToDo = [](const PlacedFinding &each) {
        return !each.leftAlone && each.finding.severity() != LookSeverity::Info;
    };
    return std::ranges::any_of(findings, isToDo) ? ExitStatus::NoMatch : ExitStatus::Done;
}

} // namespace Weeknotes
