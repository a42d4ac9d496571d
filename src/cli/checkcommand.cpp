// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checkcommand.h"

#include "cli/imagefacts.h"
#include "cli/interrupt.h"
#include "cli/invocation.h"
#include "cli/jsonwriter.h"
#include "cli/lastlooktext.h"
#include "cli/progress.h"
#include "cli/spellcheck.h"
#include "insight/lastlook.h"
#include "notebook/lookinput.h"
#include "remote/linkchecker.h"

#include <QEventLoop>
#include <QTimer>

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

/// What the addresses answer; nothing once Ctrl+C was pressed.
std::optional<QHash<QString, LinkAnswer>> askedOf(Invocation &invocation, const QStringList &addresses)
{
    constexpr auto betweenLooks = std::chrono::milliseconds(100); // for Ctrl+C
    const Interrupt interrupt;
    Progress progress(invocation.errors, invocation.showsProgress());
    QHash<QString, LinkAnswer> answers;
    QEventLoop loop;
    LinkChecker checker(invocation.network());
    QObject::connect(&checker, &LinkChecker::answered, &loop, [&](const QString &address, const LinkAnswer &answer) {
        answers.insert(address, answer);
        progress.show(CheckCommand::tr("Checking links"), checker.done(), checker.total());
    });
    QObject::connect(&checker, &LinkChecker::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    QTimer looks;
    QObject::connect(&looks, &QTimer::timeout, &checker, [&] {
        if (interrupt.isRequested())
            checker.stop();
    });
    looks.start(betweenLooks);
    checker.check(addresses);
    loop.exec();
    if (interrupt.isRequested())
        return std::nullopt;
    return answers;
}

/// Asks the network about the links; false once Ctrl+C was pressed.
bool askAboutLinks(Invocation &invocation, LookInput &input)
{
    const QStringList addresses = linksToAsk(*input.document, input.today);
    const auto answers = askedOf(invocation, addresses);
    if (!answers)
        return false;
    if (std::ranges::any_of(*answers, &LinkAnswer::isReached))
        input.answers = *answers;
    else if (!addresses.isEmpty()) // that says more of this computer than of the links
        invocation.errors.line(CheckCommand::tr("No link answered; is this computer online?"));
    return true;
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
    return {{u"json"_s, tr("print JSON")},
            {u"all"_s, tr("also what was said to be as it should be there")},
            {u"links"_s, tr("ask the network whether the links are still there")}};
}

ExitStatus CheckCommand::run(Invocation &invocation) const
{
    const auto library = invocation.openLibrary(Library::Access::ReadOnly);
    if (!library)
        return library.error();
    const auto note = invocation.findNote(**library, invocation.operands().constFirst());
    if (!note)
        return note.error();
    auto input = inputFor(invocation, **library, *note);
    if (!input)
        return input.error();
    if (invocation.isSet(u"links"_s) && !askAboutLinks(invocation, *input))
        return ExitStatus::Interrupted;
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
