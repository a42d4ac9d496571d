// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/invocation.h"

#include "cli/errortext.h"
#include "core/noteref.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

struct InvocationText
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::Invocation)
};

} // namespace

ExitStatus statusOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::NotFound:
    case Error::Kind::NothingToImport:
        return ExitStatus::NoMatch;
    case Error::Kind::BadValue:
    case Error::Kind::Ambiguous:
        return ExitStatus::WrongUsage;
    case Error::Kind::NotReadable:
    case Error::Kind::NotALibrary:
    case Error::Kind::NewerLibrary:
    case Error::Kind::Damaged:
    case Error::Kind::NotABackup:
    case Error::Kind::DamagedBackup:
    case Error::Kind::Encrypted:
    case Error::Kind::NeedsPandoc:
    case Error::Kind::NotText:
    case Error::Kind::TooLarge:
    case Error::Kind::NoTemplates:
    case Error::Kind::Malformed:
        return ExitStatus::NotReadable;
    case Error::Kind::NotWritable:
    case Error::Kind::Gone:
    case Error::Kind::Busy:
    case Error::Kind::Exists:
    case Error::Kind::Conflict:
    case Error::Kind::Internal:
        break;
    case Error::Kind::Stopped:
        return ExitStatus::Interrupted;
    }
    return ExitStatus::NotWritten;
}

Invocation::Invocation(const Command &command, const QCommandLineParser &arguments, QString libraryFolder,
                       const Streams &streams, const Clock &clock, NetworkMaker network)
    : out(streams.output, streams.columns)
    , errors(streams.errors)
    , m_arguments(arguments)
    , m_commandName(command.name())
    , m_libraryFolder(std::move(libraryFolder))
    , m_streams(streams)
    , m_clock(clock)
    , m_network(std::move(network))
{
}

Outcome<std::optional<int>> Invocation::number(const QString &option, int least, std::optional<int> most)
{
    if (!isSet(option))
        return std::nullopt;
    bool isNumber = false;
    const int number = value(option).toInt(&isNumber);
    if (!isNumber || number < least || number > most.value_or(number)) {
        const QString accepted = most ? InvocationText::tr("a whole number from %1 to %2").arg(least).arg(*most)
                                      : InvocationText::tr("a whole number from %1 on").arg(least);
        return std::unexpected(fail({Error::Kind::BadValue, asTyped(option), accepted}));
    }
    return number;
}

Outcome<QDate> Invocation::day(const QString &text)
{
    return dayFrom(text, text);
}

Outcome<std::optional<QDate>> Invocation::dayOf(const QString &option)
{
    if (!isSet(option))
        return std::nullopt;
    return dayFrom(value(option), asTyped(option)).transform([](QDate day) { return std::optional(day); });
}

Outcome<QDate> Invocation::dayFrom(const QString &text, const QString &subject)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid()) {
        const QString accepted = InvocationText::tr("a day such as %1").arg(m_clock.today().toString(Qt::ISODate));
        return std::unexpected(fail({Error::Kind::BadValue, subject, accepted}));
    }
    return day;
}

QString Invocation::asTyped(const QString &option) const
{
    return u"--%1 %2"_s.arg(option, value(option));
}

Outcome<std::unique_ptr<Library>> Invocation::openLibrary(Library::Access access)
{
    auto library = Library::open(m_libraryFolder, m_clock, access);
    const auto failedFor = [&](Error::Kind kind) { return !library && library.error().kind == kind; };
    if (access == Library::Access::ReadOnly &&
        (failedFor(Error::Kind::NotFound) ||   // it is made
         failedFor(Error::Kind::NotWritable))) // an older one is brought up to date
        library = Library::open(m_libraryFolder, m_clock, Library::Access::ReadWrite);
    return told(std::move(library));
}

Outcome<NoteHeader> Invocation::findNote(Library &library, const QString &reference)
{
    const auto settings = told(library.settings());
    if (!settings)
        return std::unexpected(settings.error());
    const auto notes = told(library.notes());
    if (!notes)
        return std::unexpected(notes.error());
    auto note = Weeknotes::findNote(reference, *notes, settings->week);
    if (note)
        return *std::move(note);
    if (note.error().kind != Error::Kind::NotFound)
        return std::unexpected(fail(note.error()));
    errors.line(InvocationText::tr("No note is “%1”; “weeknotes list” shows what there is.").arg(reference));
    return std::unexpected(ExitStatus::NoMatch);
}

ExitStatus Invocation::fail(const Error &error, std::optional<ExitStatus> status)
{
    errors.line(errorText(error));
    return status.value_or(statusOf(error.kind));
}

ExitStatus Invocation::wrongUsage(const QString &sentence)
{
    errors.line(InvocationText::tr("%1; see “weeknotes %2 --help”.").arg(sentence, m_commandName));
    return ExitStatus::WrongUsage;
}

} // namespace Weeknotes
